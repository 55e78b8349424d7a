"""Loaded by the server of processes before the first one is made: each then begins with every library loaded, every
pattern compiled, and shares the memory that this takes with the others.
"""

from __future__ import annotations

import gc

from kehoach.batch import work
from kehoach.readers import SourceText

_PLAN = """ỦY BAN NHÂN DÂN                  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH NAM ĐỊNH                        Độc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND                   Nam Định, ngày 05 tháng 3 năm 2031

KẾ HOẠCH
Trồng cây xanh đô thị giai đoạn 2031 - 2033

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
Thực hiện Quyết định số 12/QĐ-TTg ngày 03 tháng 6 năm 2030 của Thủ tướng Chính phủ về trồng cây.
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích: thêm bóng mát.
II. MỤC TIÊU
- Ít nhất 90% tuyến phố có cây xanh vào năm 2032; từ 55% đến 60% hộ dân tham gia.
III. NHIỆM VỤ
1. Trồng 5.000 cây trước ngày 30/9/2031, kinh phí 5,2 tỷ đồng
a) Chủ trì: Sở Xây dựng; phối hợp: Sở Tài chính, Ủy ban nhân dân các huyện.
b) Thời gian hoàn thành: quý II/2031.
IV. KINH PHÍ
Từ ngân sách nhà nước và các nguồn hợp pháp khác.
V. TỔ CHỨC THỰC HIỆN
1. Sở Xây dựng: Chủ trì, phối hợp với Sở Tài chính hướng dẫn; báo cáo hằng quý, chậm nhất ngày 15 tháng cuối quý.
2. Đề nghị Mặt trận Tổ quốc Việt Nam tỉnh giám sát.
Nơi nhận:                                             TM. ỦY BAN NHÂN DÂN
- Như trên;                                               KT. CHỦ TỊCH
- Lưu: VT.                                               PHÓ CHỦ TỊCH
"""


def warm_up() -> None:
    """Read a small plan, so that what is made at its first use is made."""
    for format_ in ("yaml", "parquet"):
        work.content_of(work.parse(SourceText.from_text(_PLAN)), "plan", format_)
    gc.collect()
    gc.freeze()


warm_up()
