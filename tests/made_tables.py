"""A composed plan that has something for every kind of table."""

from __future__ import annotations

TEXT = """\
ỦY BAN NHÂN DÂN                      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH NAM ĐỊNH                            Độc lập - Tự do - Hạnh phúc
Số: 412/KH-UBND                      Nam Định, ngày 05 tháng 3 năm 2031

KẾ HOẠCH
Trồng cây xanh đô thị giai đoạn 2031 - 2033

Căn cứ Nghị quyết số 15/NQ-HĐND ngày 10/12/2030 của Hội đồng nhân dân tỉnh về phát triển cây xanh;

I. MỤC TIÊU
1. Đến năm 2033, tỷ lệ cây bản địa đạt từ 60% đến 70%.
2. Trồng mới ít nhất 5.000 cây bóng mát vào năm 2032.

II. NHIỆM VỤ
1. Trồng cây bóng mát
a) Cắt tỉa cây trong quý II năm 2032.
b) Chuẩn bị cây giống trước ngày 30/9/2031.
2. Số hóa danh mục cây xanh theo khoản 2 Điều 5 Nghị quyết số 15/NQ-HĐND.

III. KINH PHÍ
1. Ngân sách tỉnh: 2.500.000.000 đồng (Hai tỷ năm trăm triệu đồng).

IV. TỔ CHỨC THỰC HIỆN
1. Sở Xây dựng
- Chủ trì, phối hợp với Sở Tài chính hướng dẫn chọn giống cây.
- Báo cáo kết quả trước ngày 15/12 hằng năm.
2. Đề nghị Hội Nông dân tỉnh: Vận động hội viên trồng cây.
"""
