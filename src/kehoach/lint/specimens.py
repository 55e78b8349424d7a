"""Invented plans in which a clerk finds nothing; the rules' examples change words of them."""

from __future__ import annotations

PROVINCE = """\
ỦY BAN NHÂN DÂN                         CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH HÀ TĨNH                                 Độc lập - Tự do - Hạnh phúc

Số: 58/KH-UBND                              Hà Tĩnh, ngày 15 tháng 3 năm 2024

KẾ HOẠCH
Trồng cây xanh trên địa bàn tỉnh Hà Tĩnh năm 2024

Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017;
Căn cứ Nghị định số 156/2018/NĐ-CP ngày 16 tháng 11 năm 2018 của Chính phủ quy định chi tiết thi hành một số điều của Luật Lâm nghiệp;
Thực hiện Quyết định số 524/QĐ-TTg ngày 01 tháng 4 năm 2021 của Thủ tướng Chính phủ phê duyệt Đề án trồng một tỷ cây xanh.
Ủy ban nhân dân tỉnh ban hành Kế hoạch trồng cây xanh năm 2024 như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
a) Mở rộng bóng mát ở khu dân cư, dọc đường giao thông và quanh trường học.
b) Tạo thói quen trồng và giữ cây trong từng gia đình.
2. Yêu cầu
a) Trồng cây nào sống cây đó, có người chăm sóc.
b) Không phô trương, không lãng phí.

II. MỤC TIÊU
Chỉ tiêu 1: Trồng 500.000 cây xanh trong năm 2024.
Chỉ tiêu 2: Từ 85% đến 90% số cây sống sau 06 tháng.
Chỉ tiêu 3: 100% trường học có vườn ươm.

III. NHIỆM VỤ
1. Chuẩn bị đất và cây giống, gồm:
a) Rà soát quỹ đất trống trước ngày 30/4/2024;
b) Hợp đồng cung ứng cây giống trước ngày 15/5/2024;
c) Giao cây cho từng xã trong 05 (năm) ngày.
2. Tổ chức Tết trồng cây vào thứ Bảy, ngày 01/6/2024.
3. Trồng và chăm sóc theo danh mục tại Phụ lục I, báo cáo theo mẫu tại Phụ lục II kèm theo Kế hoạch này.

IV. TỔ CHỨC THỰC HIỆN
1. Sở Nông nghiệp và Phát triển nông thôn
a) Chủ trì, phối hợp với Sở Tài chính hướng dẫn, kiểm tra việc thực hiện mục III Kế hoạch này.
b) Chịu trách nhiệm về Chỉ tiêu 1, Chỉ tiêu 2.
2. Sở Giáo dục và Đào tạo
Hướng dẫn các trường học lập vườn ươm trước ngày 30/9/2024.
3. Ủy ban nhân dân các huyện, thị xã, thành phố
Bố trí đất, huy động nhân dân tham gia trồng cây.

V. KINH PHÍ
Tổng kinh phí: 1.250.000.000 đồng (Một tỷ hai trăm năm mươi triệu đồng), trong đó:
- Ngân sách tỉnh: 750 triệu đồng;
- Ngân sách huyện: 500 triệu đồng.

Trên đây là Kế hoạch trồng cây xanh năm 2024, các cơ quan, đơn vị, địa phương nghiêm túc thực hiện./.

Nơi nhận:
- Thường trực Tỉnh ủy;
- Chủ tịch, các Phó Chủ tịch UBND tỉnh;
- Các sở, ban, ngành của tỉnh;
- Lưu: VT, NL.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH


Đặng Văn Mẫu

PHỤ LỤC I
DANH MỤC TRỒNG CÂY
(Kèm theo Kế hoạch số 58/KH-UBND ngày 15 tháng 3 năm 2024 của Ủy ban nhân dân tỉnh)

| TT | Nội dung | Cơ quan chủ trì | Thời gian hoàn thành | Kinh phí (triệu đồng) |
|---|---|---|---|---|
| 1 | Trồng cây dọc quốc lộ | Sở Giao thông vận tải | 30/6/2024 | 400 |
| 2 | Trồng cây ven biển | Sở Nông nghiệp và Phát triển nông thôn | 31/8/2024 | 350 |
| 3 | Lập vườn ươm ở trường học | Sở Giáo dục và Đào tạo | 30/9/2024 | 300 |
| 4 | Trồng cây trong khu công nghiệp | Ban Quản lý Khu kinh tế tỉnh | 31/10/2024 | 200 |
| | Tổng cộng | | | 1.250 |

PHỤ LỤC II
KẾT QUẢ TRỒNG CÂY
(Kèm theo Kế hoạch số 58/KH-UBND ngày 15 tháng 3 năm 2024 của Ủy ban nhân dân tỉnh)

1. Số cây đã trồng: ………
2. Số cây còn sống: ………
"""

COMMUNE = """\
ỦY BAN NHÂN DÂN                         CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ HƯƠNG XUÂN                                Độc lập - Tự do - Hạnh phúc

Số: 21/KH-UBND                            Hương Xuân, ngày 08 tháng 9 năm 2025

KẾ HOẠCH
Phòng, chống bão lụt trên địa bàn xã Hương Xuân năm 2025

Thực hiện Kế hoạch số 310/KH-UBND ngày 20 tháng 8 năm 2025 của Ủy ban nhân dân tỉnh Hà Tĩnh về phòng, chống bão lụt năm 2025; Ủy ban nhân dân xã ban hành Kế hoạch như sau:

I. MỤC ĐÍCH
Bảo vệ tính mạng, tài sản của nhân dân khi có bão lụt.

II. NHIỆM VỤ
1. Kiểm tra các hồ, đập trước ngày 20/9/2025.
2. Chuẩn bị thuyền, áo phao và lương thực dự trữ.

III. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế: Theo dõi, đôn đốc việc thực hiện; tổng hợp, báo cáo Sở Nông nghiệp và Môi trường.
2. Công an xã: Giữ gìn trật tự, hướng dẫn sơ tán.
3. Trạm Y tế: Chuẩn bị thuốc, trực cấp cứu.

Trên đây là Kế hoạch phòng, chống bão lụt năm 2025 của xã Hương Xuân./.

Nơi nhận:
- UBND tỉnh Hà Tĩnh;
- Đảng ủy, HĐND xã;
- Các thôn;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH


Cao Văn Thử
"""

PARTY = """\
TỈNH ỦY HÀ TĨNH                              ĐẢNG CỘNG SẢN VIỆT NAM
*
Số 42-KH/TU                              Hà Tĩnh, ngày 12 tháng 4 năm 2022

KẾ HOẠCH
thực hiện Kết luận số 21-KL/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương

Thực hiện Kết luận số 21-KL/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương, Ban Thường vụ Tỉnh ủy ban hành Kế hoạch như sau:

I- MỤC ĐÍCH, YÊU CẦU
1. Quán triệt sâu sắc nội dung Kết luận đến từng chi bộ.
2. Việc học tập gắn với công việc hằng ngày của đảng viên.

II- NHIỆM VỤ
1. Mở hội nghị quán triệt trong quý II/2022.
2. Mỗi chi bộ đăng ký một việc làm cụ thể trước ngày 30/6/2022.

III- TỔ CHỨC THỰC HIỆN
1. Ban Tuyên giáo Tỉnh ủy: Biên soạn tài liệu, hướng dẫn tuyên truyền.
2. Văn phòng Tỉnh ủy: Theo dõi, đôn đốc, báo cáo Ban Thường vụ Tỉnh ủy.

Nơi nhận:
- Ban Bí thư Trung ương Đảng (để báo cáo),
- Các huyện ủy, thị ủy, thành ủy,
- Lưu Văn phòng Tỉnh ủy.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ


Lê Thị Mẫu
"""

SPECIMENS = {"tinh": PROVINCE, "xa": COMMUNE, "dang": PARTY}
"""By name: a province of 2024, a commune of 2025 (after the districts ended), a body of the Party."""
