"""Texts put together at random from what the rules look for: bodies, verbs, figures, dates, signs.

Spoilt plans seldom have the words of two rules beside each other in an order that nobody writes; these have.
"""

from __future__ import annotations

from random import Random

_BODIES = (
    "Sở Y tế|Phòng Tài chính - Kế hoạch|UBND các xã, thị trấn|Công an huyện|các đơn vị|"
    "Đồng chí Nguyễn Văn A|Các sở, ban, ngành|Hiệu trưởng|MTTQ|Ban Chỉ đạo|tổ trưởng|Văn phòng|Bí thư|"
    "Hội Nông dân|cơ quan|đơn vị|người|Bộ Công an|ông|bà|trường|TM.|KT.|Đề nghị|Giao|Đối với"
).split("|")
_VERBS = (
    "chủ trì|phối hợp|phối hợp với|thực hiện|chủ trì thực hiện|tham mưu|phụ trách|hoàn thành|phân công|"
    "chịu trách nhiệm|triển khai|tổ chức|báo cáo|gửi|phấn đấu|đạt|tăng|giảm|duy trì|trồng|xây dựng|"
    "ban hành|phê duyệt|sửa đổi|sau đây gọi tắt là|so với|bình quân|trong đó|cụ thể|gồm"
).split("|")
_FIELDS = (
    "Cơ quan chủ trì|Đơn vị phối hợp|Thời gian thực hiện|Sản phẩm|Kết quả|Kinh phí|Nội dung|Thành phần|"
    "Địa điểm|Đối tượng|Căn cứ|Thực hiện|theo|về việc|của|như sau|từ|đến|tới|xuống|lên|trên|dưới|"
    "ít nhất|không quá|tối thiểu|khoảng|riêng|còn|và|hoặc|các|mỗi|hằng"
).split("|")
_FIGURES = (
    "100%|từ 80% đến 85%|02 lớp|1,5 triệu lượt|148/100.000|2.350 triệu đồng|12 tỷ|30|3-5|0,5‰|"
    "1.200.000 đồng (một triệu hai trăm nghìn đồng)|01|25 người|10 ha|I|IV|2031|2o31|năm 2031|năm 2026|m2|°C|VNĐ|"
    "giai đoạn 2026 - 2030|quý II/2031|quý III|tháng 6|ngày 15/6/2031|15/12|trước ngày 20/11|hằng năm|"
    "từ 01/3 đến 30/4|30/6 và 30/12|hàng tuần|6 tháng|07 ngày làm việc|14 giờ 00|24/7|ngày 31 tháng 02|"
    "thứ Bảy|đầu năm học|số 12/KH-UBND|35-NQ/TU|Luật Đất đai|Luật A, Luật B và Luật C|Nghị định 30/2020/NĐ-"
    "CP|Thông tư liên tịch số 29/2013/TTLT-BTC-BGDĐT|khoản 2 Điều 7|điểm đ|Chỉ thị 11|Phụ lục 2|Chỉ tiêu 7"
).split("|")
_SIGNS = (
    ",", ";", ":", ".", "(", ")", " - ", "/", "…", '"', "“", "”", "+", "*", "|", "\n", "\n- ", "\n1. ", "\na) ", "\n\n",
    "\nII. NHIỆM VỤ\n", "\nTổ chức thực hiện\n", "\t", "    ", "<br>", "**", "):", "(:", "./.", "–", "=", "≥", "~",
)  # fmt: skip
_HEAD = "UBND TỈNH LÀO CAI\nKẾ HOẠCH\nTrồng cây năm 2031\nI. NHIỆM VỤ\n1. "
_END = "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn A\n"
_KINDS = (_BODIES, _VERBS, _FIELDS, _FIGURES, _SIGNS)


def composed(rng: Random) -> str:
    """A text of three to some hundred such words, most of them below the head of a plan."""
    words = [_HEAD] if rng.random() < 0.7 else []
    for _ in range(rng.randint(3, rng.choice((12, 60, 250)))):
        words.append(rng.choice(rng.choice(_KINDS)))
        words.append(" " if rng.random() < 0.85 else "")
    return "".join(words) + (_END if rng.random() < 0.3 else "")
