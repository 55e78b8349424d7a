"""Plans whose headings of the first level were not printed, or not in the usual way, and how they are to be read.

Each is a body to be set between a letterhead and an ending; ``parts`` gives for each part of the plan the first words
of its items at the first level, for ``duties`` the names of the agencies.
"""

from __future__ import annotations

from typing import NamedTuple

HEAD = """ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ BÌNH KHÊ              Độc lập - Tự do - Hạnh phúc
Số: 41/KH-UBND           Bình Khê, ngày 06 tháng 02 năm 2031

KẾ HOẠCH
Công tác năm 2031

Căn cứ Luật Thủy lợi ngày 19 tháng 6 năm 2017;
Ủy ban nhân dân xã ban hành Kế hoạch công tác năm 2031, cụ thể như sau:

"""
FOOT = """
Trên đây là Kế hoạch công tác năm 2031./.

Nơi nhận:                TM. ỦY BAN NHÂN DÂN
- Các xóm;               CHỦ TỊCH
- Lưu: VT.
                         Lê Thị Hoa
"""


class Lost(NamedTuple):
    """``body``: what is printed; ``parts``: how it is to be read."""

    body: str
    parts: dict[str, tuple[str, ...]]


PLANS: dict[str, Lost] = {
    "Arabic headings lost, letters below": Lost(
        """a) Khơi thông dòng chảy, bảo đảm nước tưới cho vụ hè thu.
b) Việc nạo vét phải xong trước khi lấy nước, không để bùn đất tràn xuống ruộng.
a) 100% kênh cấp ba được nạo vét.
b) Ít nhất 12 cống nội đồng được sửa chữa.
a) Kênh Bắc
- Phát quang hai bờ, vét bùn từ cống Đình đến cầu Gỗ.
- Đắp lại các đoạn bờ bị sạt.
b) Kênh Nam
- Vét bùn đoạn qua xóm Trại trước ngày 15/3/2031.
Kinh phí thực hiện là 85.000.000 đồng, trích từ nguồn thủy lợi phí của xã.
a) Ban Thủy lợi xã
- Chuẩn bị dụng cụ, chia đoạn cho từng xóm.
b) Các xóm
- Huy động mỗi hộ một công.
""",
        {
            "purpose": ("Khơi thông", "Việc nạo vét"),
            "objectives": ("100% kênh", "Ít nhất 12"),
            "tasks": ("Kênh Bắc", "Kênh Nam"),
            "funding": ("Kinh phí thực hiện",),
            "duties": ("Ban Thủy lợi xã", "Các xóm"),
        },
    ),
    "letters lost, Roman numbers below": Lost(
        """1. Giữ gìn và phát huy nghề dệt chiếu truyền thống, tạo việc làm cho lao động nông nhàn.
2. Các hoạt động phải thiết thực, tránh phô trương, hình thức.

I. Vùng nguyên liệu
1. Quy hoạch 40 ha trồng cói tại ba xã ven sông.
2. Hỗ trợ giống cói năm đầu.
II. Đào tạo nghề
1. Mở 06 lớp dạy dệt chiếu hoa.
2. Mời nghệ nhân truyền nghề vào tối thứ bảy hằng tuần.
III. Tiêu thụ sản phẩm
Đưa chiếu lên sàn thương mại điện tử trước ngày 30/9/2031.

I. Phòng Kinh tế
1. Chủ trì theo dõi, đôn đốc.
2. Lập danh sách hộ dệt.
II. Phòng Tài chính - Kế hoạch
Cân đối ngân sách, trình Ủy ban nhân dân huyện.
III. Ủy ban nhân dân các xã ven sông
Dành đất trồng cói.

1. Các đơn vị báo cáo kết quả về Phòng Kinh tế trước ngày 20/11 hằng năm.
2. Sơ kết vào tháng 12/2032.
""",
        {
            "purpose": ("Giữ gìn", "Các hoạt động phải"),
            "tasks": ("Vùng nguyên liệu", "Đào tạo nghề", "Tiêu thụ sản phẩm"),
            "duties": ("Phòng Kinh tế", "Phòng Tài chính - Kế hoạch", "Ủy ban nhân dân các xã ven sông"),
            "reporting": ("Các đơn vị báo cáo", "Sơ kết"),
        },
    ),
    "agencies only": Lost(
        """1. Văn phòng Ủy ban nhân dân xã
- Lập lịch trực, niêm yết tại cổng trước ngày 25/8/2031.
- Kiểm tra hệ thống điện, nước, phòng cháy chữa cháy.
2. Ban Chỉ huy Quân sự xã: Trực máy điện thoại đường dây nóng.
3. Công an xã
Tuần tra theo lịch; xử lý việc đột xuất.
4. Trạm Y tế xã
- Cử hai người trực cấp cứu.

Kinh phí trực chi từ nguồn tự chủ năm 2031 của xã, mức 200.000 đồng/người/ngày.

Các đơn vị báo cáo kết quả trực về Văn phòng trong buổi sáng đầu tiên sau kỳ nghỉ.
""",
        {
            "duties": ("Văn phòng Ủy ban nhân dân xã", "Ban Chỉ huy Quân sự xã", "Công an xã", "Trạm Y tế xã"),
            "funding": ("Kinh phí trực",),
            "reporting": ("Các đơn vị báo cáo",),
        },
    ),
    "a Party committee's stars": Lost(
        """* Mục đích
- Nâng cao nhận thức của cán bộ, đảng viên về nội dung nghị quyết.
- Tạo sự thống nhất trong toàn Đảng bộ xã.
* Yêu cầu
- Việc học tập phải nghiêm túc, ghi chép đầy đủ.
- Đảng viên vắng mặt phải học bù.

1- Thành phần: toàn thể đảng viên của 14 chi bộ.
2- Thời gian: 02 ngày, từ ngày 20/02/2031.
3- Địa điểm: hội trường Ủy ban nhân dân xã.

1- Tổ chức hội nghị quán triệt tại hội trường xã.
2- Xây dựng chương trình hành động của từng chi bộ.
3- Viết bài thu hoạch, nộp trước ngày 15/3/2031.

1- Ban Tuyên giáo Đảng ủy
- Chuẩn bị tài liệu, mời báo cáo viên.
2- Văn phòng Đảng ủy
- Điểm danh, tổng hợp bài thu hoạch.
3- Các chi bộ
- Thông báo đến từng đảng viên.
""",
        {
            "purpose": ("Nâng cao nhận thức", "Tạo sự thống nhất"),
            "requirements": ("Việc học tập", "Đảng viên vắng mặt"),
            "scope": ("Thành phần", "Thời gian", "Địa điểm"),
            "tasks": ("Tổ chức hội nghị", "Xây dựng chương trình", "Viết bài thu hoạch"),
            "duties": ("Ban Tuyên giáo Đảng ủy", "Văn phòng Đảng ủy", "Các chi bộ"),
        },
    ),
    "headings in bold alone": Lost(
        """**Mục đích**

- Khơi dậy thói quen nấu ăn tiết kiệm năng lượng trong gia đình.
- Tôn vinh những gian bếp sạch, an toàn.

**Thời gian, địa điểm**

- Thời gian: ngày 28/6/2031.
- Địa điểm: sân nhà văn hóa xã.

**Nội dung hội thi**

1. Thi chào hỏi, mỗi đội năm phút.
2. Thi nấu ăn từ rau trồng tại nhà.
3. Thi phân loại rác nhà bếp.

**Kinh phí**

Kinh phí tổ chức 24.000.000 đồng từ nguồn xã hội hóa.

**Tổ chức thực hiện**

- Hội Liên hiệp Phụ nữ xã: chủ trì hội thi, mời giám khảo.
- Đoàn Thanh niên xã: trang trí sân khấu.
- Các xóm: vận động mỗi xóm một đội.
""",
        {
            "purpose": ("Khơi dậy", "Tôn vinh"),
            "scope": ("Thời gian", "Địa điểm"),
            "tasks": ("Thi chào hỏi", "Thi nấu ăn", "Thi phân loại"),
            "funding": ("Kinh phí tổ chức",),
            "duties": ("Hội Liên hiệp Phụ nữ xã", "Đoàn Thanh niên xã", "Các xóm"),
        },
    ),
    "headings without numbers": Lost(
        """Mục đích, yêu cầu
1. Hình thành thói quen đọc sách cho học sinh.
2. Sách phải phù hợp lứa tuổi, được phân loại theo màu.

Chỉ tiêu
1. 100% lớp có góc đọc sách.
2. Mỗi học sinh đọc ít nhất 10 cuốn sách trong năm học.

Nội dung thực hiện
1. Bổ sung 300 đầu sách trước ngày 30/10/2031.
2. Sắp xếp lại phòng đọc, mở cửa cả giờ ra chơi.

Kinh phí
Trích từ nguồn chi thường xuyên 15.000.000 đồng.

Tổ chức thực hiện
1. Hiệu trưởng: chỉ đạo chung.
2. Nhân viên thư viện: lập danh mục sách, theo dõi mượn trả.
""",
        {
            "purpose": ("Hình thành", "Sách phải"),
            "objectives": ("100% lớp", "Mỗi học sinh"),
            "tasks": ("Bổ sung 300", "Sắp xếp lại"),
            "funding": ("Trích từ nguồn",),
            "duties": ("Hiệu trưởng", "Nhân viên thư viện"),
        },
    ),
    "aims, money and reports as bullets behind numbered lists": Lost(
        """1. Mục đích
- Nâng cao ý thức giữ gìn vệ sinh của người dân.
2. Yêu cầu
- Việc thu gom phải đúng giờ, không để rác tồn đọng.
- 100% hộ dân ký cam kết phân loại rác.
- Trên 80% rác hữu cơ được ủ thành phân.
1. Đặt 60 thùng rác dọc đường liên xóm.
2. Mở điểm thu đổi chai nhựa.
- Ngân sách xã: 45.000.000 đồng;
- Vận động doanh nghiệp: 20.000.000 đồng.
1. Công an xã: xử phạt hành vi đổ trộm rác.
2. Các xóm
- Cử người nhắc nhở hằng tuần.
- Các xóm gửi báo cáo về Ủy ban nhân dân xã trước ngày 25 hằng tháng.
- Tổng kết vào tháng 12/2031.
""",
        {
            "purpose": ("Nâng cao ý thức",),
            "requirements": ("Việc thu gom",),
            "objectives": ("100% hộ dân", "Trên 80%"),
            "tasks": ("Đặt 60 thùng", "Mở điểm thu"),
            "funding": ("Ngân sách xã", "Vận động doanh nghiệp"),
            "duties": ("Công an xã", "Các xóm"),
            "reporting": ("Các xóm gửi báo cáo", "Tổng kết"),
        },
    ),
    "what has been, and what the plan is to reach": Lost(
        """Sau 03 năm thực hiện, toàn xã có 12 tổ hợp tác; tuy nhiên, việc liên kết tiêu thụ còn chậm.
1. Mục tiêu chung: Đưa nghề trồng nấm thành nghề chính của xã.
2. Mục tiêu cụ thể
- Có 40 hộ trồng nấm.
- Thu nhập tăng 20% mỗi năm.
1. Dựng trại giống tại xóm Đông.
2. Mở lớp dạy cấy phôi nấm
1. Hội Nông dân xã
- Vận động hội viên tham gia.
2. Ban Nông nghiệp xã: theo dõi kỹ thuật.
""",
        {
            "situation": ("Sau 03 năm",),
            "objectives": ("Mục tiêu chung", "Mục tiêu cụ thể"),
            "tasks": ("Dựng trại giống", "Mở lớp"),
            "duties": ("Hội Nông dân xã", "Ban Nông nghiệp xã"),
        },
    ),
    "who takes part, and who is told to do it": Lost(
        """1. Nắm chắc tình hình chấp hành quy định về vệ sinh nước uống.
2. Kiểm tra phải khách quan, không gây phiền hà cho cơ sở.
1. Ông Trần Văn An, Phó Trưởng phòng - Trưởng đoàn;
2. Bà Lê Thị Bình, chuyên viên - Thư ký;
3. Mời đại diện Trạm Y tế xã tham gia.
1. Kiểm tra giấy phép của cơ sở.
2. Lấy mẫu nước gửi xét nghiệm.
Giao Trạm Y tế xã triển khai các công việc sau:
1. Chuẩn bị dụng cụ lấy mẫu.
2. Mời các cơ sở đến làm việc.
""",
        {
            "purpose": ("Nắm chắc", "Kiểm tra phải"),
            "scope": ("Ông Trần Văn An", "Bà Lê Thị Bình", "Mời đại diện"),
            "tasks": ("Kiểm tra giấy phép", "Lấy mẫu nước"),
            "duties": ("Trạm Y tế xã",),
        },
    ),
    "decimals whose first numbers are lost": Lost(
        """1.1. Mục đích: Thúc đẩy trồng tre chắn sóng ven đê.
1.2. Yêu cầu: Cây giống phải khỏe, có nguồn gốc rõ ràng.
2.1. Ươm giống
- Ươm 5.000 bầu tre tại vườn của xã.
2.2. Trồng tre
- Trồng hai hàng dọc chân đê trước ngày 30/6/2031.
3.1. Hạt Quản lý đê: hướng dẫn kỹ thuật.
3.2. Các xóm: trồng và bảo vệ.
""",
        {
            "purpose": ("Thúc đẩy",),
            "requirements": ("Cây giống",),
            "tasks": ("Ươm giống", "Trồng tre"),
            "duties": ("Hạt Quản lý đê", "Các xóm"),
        },
    ),
    "one heading that says all its section, in capitals": Lost(
        """- Tạo sân chơi lành mạnh cho thiếu nhi trong dịp hè.
a) Mở lớp bơi
- Mỗi tuần hai buổi tại bể bơi của xã.
b) Mở lớp vẽ
- Vẽ tranh về quê hương.
4. KINH PHÍ: Từ nguồn xã hội hóa, 30.000.000 đồng.
a) Đoàn Thanh niên xã
- Mời giáo viên dạy bơi.
b) Nhà văn hóa xã
- Chuẩn bị phòng học vẽ.
""",
        {
            "purpose": ("Tạo sân chơi",),
            "tasks": ("Mở lớp bơi", "Mở lớp vẽ"),
            "funding": ("Từ nguồn",),
            "duties": ("Đoàn Thanh niên xã", "Nhà văn hóa xã"),
        },
    ),
    "parts whose own headings are lost": Lost(
        """PHẦN THỨ NHẤT
ĐÁNH GIÁ TÌNH HÌNH NĂM 2030
1. Thuận lợi: nhân dân đồng tình.
2. Khó khăn: đường dốc, mưa nhiều.
PHẦN THỨ HAI
MỤC TIÊU, NHIỆM VỤ
1. 100% đường xóm được đổ bê tông.
2. Ít nhất 03 cầu treo được sửa chữa.
1. Khảo sát các đoạn đường xấu.
2. Vận động hiến đất mở đường.
1. Ngân sách xã: 600 triệu đồng.
2. Nhân dân đóng góp: 200 triệu đồng.
PHẦN THỨ BA
TỔ CHỨC THỰC HIỆN
1. Ban Giao thông xã: giám sát thi công.
2. Các xóm: tổ chức cho dân làm đường.
""",
        {
            "situation": ("Thuận lợi", "Khó khăn"),
            "objectives": ("100% đường", "Ít nhất 03"),
            "tasks": ("Khảo sát", "Vận động"),
            "funding": ("Ngân sách xã", "Nhân dân đóng góp"),
            "duties": ("Ban Giao thông xã", "Các xóm"),
        },
    ),
    "the first heading alone lost": Lost(
        """1. Giữ sạch nguồn nước sinh hoạt của ba xóm vùng cao.
2. Người dân phải được bàn bạc trước khi làm.
II. NHIỆM VỤ
1. Xây bể lọc tại đầu nguồn.
2. Lắp đường ống về xóm.
III. KINH PHÍ
Từ ngân sách xã.
IV. TỔ CHỨC THỰC HIỆN
1. Ban Quản lý nước sạch xã: trông coi bể lọc.
2. Các xóm: góp công đào rãnh.
""",
        {
            "purpose": ("Giữ sạch", "Người dân phải"),
            "tasks": ("Xây bể lọc", "Lắp đường ống"),
            "funding": ("Từ ngân sách",),
            "duties": ("Ban Quản lý nước sạch xã", "Các xóm"),
        },
    ),
}
