"""What the words of a paragraph say of the part of a plan it stands in, where no heading says so.

Patterns match the *bare* form of a paragraph's first words (lower case, no diacritics). Each row adds its points to its
part; a paragraph belongs where its points and those of its neighbours agree (``kehoach.parsers.lost``). What a heading
or a label says outweighs any row: see ``knowledge/headings.py``.
"""

from __future__ import annotations

from kehoach.records import NamedTuple


class Evidence(NamedTuple):
    """``part``: what a match speaks for, by ``points``; ``pattern``: from the first word on (``\\b`` inside).

    ``examples``/``others``: what it must and must not match; ``reach``: how far into a text it is looked for;
    ``needs``: words one of which stands in every match.
    """

    part: str
    points: float
    pattern: str
    examples: tuple[str, ...]
    others: tuple[str, ...] = ()
    reach: int = 0
    needs: tuple[str, ...] = ()


_SUM = r"\d(?:[\d.,]*\d)?\s?(?:(?:nghin |trieu |ty )?dong\b|trieu\b|ty\b|d\b|vnd\b)"

EVIDENCE: tuple[Evidence, ...] = (
    # purpose
    Evidence(
        "purpose", 2.0, r"\W*(?:nham|de)\b(?! (?:nghi|xuat|an|cuong|tai)\b)",
        ("Nhằm nâng cao nhận thức của người dân", "Để các đơn vị chủ động chuẩn bị"),
        ("Đề nghị Sở Tài chính cấp kinh phí", "Đề xuất sửa đổi quy trình"),
    ),
    Evidence(
        "purpose", 1.4,
        r"\W*(?:tiep tuc |tung buoc |khong ngung )?(?:nang cao|nang (?:ty le|muc)|tao (?:su |buoc )?(?:chuyen|dong thuan|dieu kien|khong khi|suc lan)"
        r"|cu the hoa|phat huy|giu gin|hinh thanh|mo rong|khoi thong|thuc day|khoi day|huy dong|thu hut|gop phan|ton vinh|quan triet|cung co|kien toan|ngan chan"
        r"|(?:kip thoi |chu dong )?(?:phat hien|ngan ngua|phong ngua)|danh gia (?:thuc trang|dung|viec|ket qua|tinh hinh|khach quan)"
        r"|nam (?:duoc |chac |bat )?(?:tinh hinh|thuc trang)|giam (?:nguy co|thieu|bot)|xac dinh ro|trang bi|rut ngan|bo sung"
        r"|khac phuc|tuyen truyen sau rong|giao duc|ren luyen|tang cuong|day manh|khang dinh|bao ve|chu dong)\b",
        ("Nâng cao ý thức của chủ hộ", "Tạo chuyển biến rõ nét", "Cụ thể hóa nghị quyết", "Xác định rõ trách nhiệm của từng ngành"),
        ("Tổ chức lớp tập huấn", "Lập danh sách hộ nghèo"),
    ),
    Evidence(
        "purpose", 0.8, r"\b(?:nham|gop phan|de (?!nghi|xuat|an\b|cuong|tai|ra\b))\b", ("Trồng cây xanh nhằm chống xói mòn", "Tuyên truyền, góp phần giảm nghèo"),
        ("Đề nghị Sở Tài chính",), 260,
        needs=("nham", "gop phan", "de "),
    ),
    # requirements
    Evidence(
        "requirements", 1.6, r"\b(?:phai|can (?:duoc|bao dam|dam bao|cu the|thiet thuc|gan))\b",
        ("Việc kiểm tra phải bảo đảm khách quan", "Các hoạt động cần được tổ chức thiết thực"), ("Bảo đảm an toàn", "Cán bộ phụ trách"),
        120,
        needs=("phai", "can "),
    ),
    Evidence(
        "requirements", 1.2,
        r"\b(?:khong (?:gay|de xay ra|pho truong|hinh thuc|lam anh huong|phien ha|trung lap|chong cheo)"
        r"|tranh (?:hinh thuc|pho truong|lang phi|chong cheo|trung lap|gay)|nghiem cam|thiet thuc|pho truong|dung (?:tien do|quy dinh|muc dich|doi tuong|thoi gian)"
        r"|ro nguoi,? ro viec|khach quan,? (?:cong|dan|minh|chinh|trung)|cong khai,? minh bach|chat che,? |dong bo,? (?:thong|hieu|kip)|day du, dong bo|nghiem tuc, dan chu|ro rang trach nhiem|dung (?:phap luat|quy trinh)|dan chu, )",
        ("Không gây phiền hà cho người dân", "Tổ chức thiết thực, tiết kiệm", "Thực hiện đúng tiến độ đã đề ra"), ("Trồng cây dọc đường",), 260,
        needs=("khong ", "tranh ", "nghiem cam", "thiet thuc", "pho truong", "dung ", "ro nguoi", "khach quan", "cong khai", "chat che", "dong bo", "dan chu", "ro rang"),
    ),
    Evidence(
        "requirements", 1.0, r"\W*(?:(?:bao|dam) (?:dam|bao)|bam sat|viec|gan (?:viec|cac|voi|nhiem)|xac dinh|nghiem tuc|lay|khong)\b",
        ("Bảo đảm an toàn tuyệt đối", "Việc thống kê phải đầy đủ", "Bám sát chỉ đạo của cấp trên"), ("Tổ chức hội thi",),
    ),
    # objectives
    Evidence(
        "objectives", 2.4,
        r"\W*(?:(?:phan dau|den|co|dat|tren|it nhat|toi thieu|duy tri|giam|tang|nang|ty le|giu|hang nam|moi nam|trong nam|\d)\b.{0,160}?\d\s?%|\d[\d.,]*\s?%)",
        ("100% trẻ em được tiêm chủng", "Tỷ lệ hộ nghèo giảm còn 2%", "Phấn đấu trên 90% hồ sơ nộp trực tuyến"), ("Trồng 500 cây",),
    ),
    Evidence(
        "objectives", 1.4, r"\d\s?[%‰]", ("Hồ sơ giải quyết đúng hạn đạt 98%",), ("Trồng 500 cây",), 260,
        needs=("%", "‰"),
    ),
    Evidence(
        "objectives", 1.6,
        r"\W*(?:phan dau|(?:co )?(?:it nhat|toi thieu|tren|khong qua) \d|(?:co|dat|thanh lap(?: moi)?|xay dung(?: duoc)?|giam|tang|giu vung|duy tri|hoan thanh|moi \w+ co) (?:\w+ ){0,4}?\d|\d+/\d+ )",
        ("Phấn đấu hoàn thành trước năm 2030", "Có ít nhất 120 dự án dự thi", "21/25 xã đạt tiêu chí", "Thành lập mới 12 tổ liên gia"), ("Có mặt đúng giờ",),
    ),
    # scope
    Evidence(
        "scope", 2.6,
        r"\W*(?:thoi (?:gian|ky|diem|han)|dia (?:diem|ban)|doi tuong|pham vi|chu de|thanh phan|quy mo|so luong|thong diep|khau hieu)\b[^:.;]{0,60}:",
        ("Thời gian: ngày 07/7/2031", "Địa điểm tổ chức: nhà văn hóa xã"), ("Đối tượng được hỗ trợ gồm hộ nghèo.",),
    ),
    Evidence(
        "scope", 2.2, r"\W*(?:bat dau )?tu (?:ngay|thang|nam|quy) \S+.{0,30}?\bden\b.{0,45}$",
        ("Từ ngày 15/11/2031 đến ngày 15/12/2031", "Từ tháng 3 đến tháng 9 năm 2031."),
        ("Từ ngày 01/6 đến ngày 10/6 tổ chức tập huấn cho cán bộ thôn, tổ chức ra quân làm vệ sinh đường làng",),
    ),
    Evidence("scope", 2.2, r"[“\"].{10,140}[”\"]\W*$", ("“Chung tay vì môi trường xanh”",), ("“Một” và hai",)),
    Evidence(
        "scope", 2.4,
        r"\W*(?:(?:kinh )?moi |cac )?(?:dong chi|ong|ba|d/c)\b.{0,160}?(?:\blanh dao\b|\btham (?:du|gia)\b|\bkhach moi\b|\b(?:pho )?truong (?:doan|ban)\W*$|\bthanh vien\W*$|\bthu ky\W*$)",
        ("Ông Nguyễn Văn A, Chánh Thanh tra - Trưởng đoàn;", "Mời đồng chí Bí thư chi bộ thôn tham dự"), ("Ông Nguyễn Văn A trồng cây",),
    ),
    Evidence(
        "scope", 1.2, r"\W*(?:tat ca |toan bo |cac |nhung )(?:co so|don vi|to chuc|ca nhan|ho gia dinh|truong|co quan|can bo|doi tuong|doanh nghiep)\b[^:]{0,160}$",
        ("Các cơ sở giáo dục trên địa bàn tỉnh", "Toàn bộ hộ gia đình có ao nuôi"), ("Các đơn vị sau đây: thôn Một",),
    ),
    Evidence("scope", 2.2, r"\W*(?:(?:kinh )?moi )?(?:cac )?(?:dai (?:dien|bieu)|khach moi)\b", ("Đại diện lãnh đạo Ủy ban nhân dân xã", "Kính mời đại biểu các thôn"), ("Đại hội chi bộ",)),
    Evidence(
        "scope", 1.6, r"\b(?:trieu tap|chu tri hoi nghi|thanh phan|thanh vien|doan \w+ (?:\w+ )?gom|doi tuong)\b.{0,120}\bgom\b.{0,30}:\W*$",
        ("Ban Tổ chức triệu tập hội nghị gồm:", "Đối tượng kiểm tra gồm:"), ("Kinh phí gồm:",), 260,
        needs=("gom",),
    ),
    # situation
    Evidence(
        "situation", 3.0,
        r"\W*(?:sau (?:hon |gan )?\d+ nam\b|(?:trong )?(?:nhung|cac|\d+) nam (?:qua|gan day|vua qua|\d{4})|(?:trong )?thoi gian (?:qua|vua qua|gan day)"
        r"|(?:trong )?nam \d{4},|nam \d{4} vua qua|tinh den (?:ngay|thang|nam|nay|het)|(?:ke )?tu (?:dau nam|nam \d{4}) den nay|hien nay|hien tai|tuy (?:nhien|vay)|ben canh (?:do|nhung))",
        ("Sau 03 năm triển khai", "Trong những năm qua, phong trào phát triển", "Tuy nhiên, việc thu gom còn chậm", "Năm 2030, toàn xã có 12 vụ cháy"),
        ("Năm nay tổ chức hai đợt",),
    ),
    Evidence(
        "situation", 1.4,
        r"\b(?:ghi nhan|con (?:nhieu|mot so|han che|thap|cham|gap|lung tung|so sai)|chua (?:co|duoc|dap ung|dong bo|cao)|so voi (?:cung ky|nam)|da (?:dat|hoan thanh|co \d|xay dung duoc|duoc (?:trien|cung|quan)))\b",
        ("Toàn huyện ghi nhận 24 sự cố", "Việc đăng ký còn chậm"), ("Tổ chức hội thi",), 260,
        needs=("ghi nhan", "con ", "chua ", "so voi ", "da "),
    ),
    Evidence("situation", 2.0, r"\W*(?:thuan loi|kho khan|ton tai|han che|nguyen nhan)\b(?!, vuong mac)", ("Thuận lợi", "Khó khăn: đường xa"), ("Khó khăn, vướng mắc phản ánh về Sở",)),
    Evidence("situation", 1.0, r"\W*(?:toan|ca) (?:tinh|huyen|xa|phuong|quan|thi xa|thanh pho|truong|nganh) (?:hien )?(?:co|da)\b", ("Toàn tỉnh có 96 sản phẩm",), ("Toàn tỉnh ra quân",)),
    # tasks
    Evidence(
        "tasks", 0.9,
        r"\W*(?:to chuc|xay dung|trien khai|thuc hien|ra soat|tuyen truyen|phat dong|huong dan|kiem tra|thanh lap|tap huan|boi duong"
        r"|cung cap|ban hanh|lap|phat|cong tac|hop|mo|van dong|dieu tra|thanh tra|sua chua|lap dat|cai tao|in|treo|giam sat|xu ly|ho tro|dao tao|to chuc|phoi hop|tiep nhan|le|cuoc|hoi)\b",
        ("Tổ chức lớp tập huấn", "Rà soát hộ nghèo", "Công tác tuyên truyền"), ("Nhằm tạo chuyển biến",),
    ),
    Evidence(
        "tasks", 0.8, r"\W*(?:tang cuong|day manh|nang cao (?:hieu qua|chat luong|nang luc)|tiep tuc|hoan thien|(?:dam|bao) (?:dam|bao) nguon luc|doi moi|phat trien)\b",
        ("Đẩy mạnh tuyên truyền", "Nâng cao hiệu quả thanh tra"), ("Nâng cao nhận thức của người dân",),
    ),
    Evidence(
        "tasks", 1.6,
        r"\b(?:truoc (?:ngay|thang)|xong (?:truoc|trong)|hoan thanh (?:truoc|trong)|(?:trong|vao) (?:ngay|thang|quy|tuan)|hang (?:ngay|tuan)|moi (?:ngay|tuan))\b",
        ("Lập danh sách trước ngày 15/6/2031", "Đổ rác vào thứ bảy hằng tuần"), ("Nâng cao nhận thức",), 260,
        needs=("truoc ", "xong ", "hoan thanh ", "trong ", "vao ", "hang ", "moi "),
    ),
    Evidence(
        "tasks", 0.5, r"\b(?!19|20)\d[\d.]* (?!nam\b|thang\b|ngay\b|dong\b|trieu\b|ty\b)[a-z]{2}", ("Trồng 500 cây",), ("Năm 2031 trồng cây", "Đạt 98%"), 120,
    ),
    # funding
    Evidence(
        "funding", 3.0,
        r"\W*(?:ve |nguon |tong |muc |tong muc |tong nhu cau |nhu cau |du toan |du kien )*(?:kinh phi|ngan sach|nguon von|von|tong muc)\b",
        ("Kinh phí thực hiện lấy từ ngân sách", "Tổng nhu cầu vốn là 12 tỷ đồng", "Nguồn kinh phí"), ("Kiểm tra việc sử dụng kinh phí",),
    ),
    Evidence(
        "funding", 2.6, r"\W*(?:duoc )?(?:trich|su dung|lay|tu|bo tri|can doi|do)(?: tu)?(?: trong)? (?:nguon|quy|du toan|ngan sach|kinh phi)\b",
        ("Trích từ nguồn chi thường xuyên", "Từ quỹ thi đua của Hội", "Sử dụng dự toán được giao"), ("Từ ngày 01/6",),
    ),
    Evidence("funding", 1.5, _SUM, ("In tờ rơi: 13.500.000đ", "Ngân sách tỉnh: 445 triệu."), ("Trồng 500 cây",), 260),
    Evidence(
        "funding", 1.0, r"\b(?:ngan sach|du toan|nguon (?:chi|thu|von|xa hoi hoa|tai tro|vien tro|dau tu|khac)|quyet toan|xa hoi hoa|tai tro)\b",
        ("Mỗi ngành tự cân đối trong dự toán", "Vận động tài trợ"), ("Tổ chức hội thi",), 140,
        needs=("ngan sach", "du toan", "nguon ", "quyet toan", "xa hoi hoa", "tai tro"),
    ),
    Evidence("funding", 2.0, r"\W*(?:ngan sach )?(?:trung uong|dia phuong)\b[^:.;]{0,30}:", ("Trung ương: vắc xin, bơm kim tiêm", "Địa phương: 412 triệu đồng"), ("Địa phương có dịch báo cáo ngay",)),
    # duties
    Evidence(
        "duties", 2.6,
        r"\b(?:phan cong|giao|yeu cau|de nghi)\b.{0,160}?\b(?:nhu sau|sau day|nhiem vu sau|noi dung sau|cong viec lien quan|cu the)\s*:",
        ("Giao các phòng, ban thực hiện các nhiệm vụ sau:", "Ủy ban nhân dân xã phân công trách nhiệm như sau:"), ("Kinh phí như sau:",), 400,
        needs=(":",),
    ),
    Evidence("duties", 1.0, r"\b(?:co|chiu) trach nhiem\b", ("Trưởng thôn có trách nhiệm vận động",), ("Nâng cao trách nhiệm",), 160, needs=("trach nhiem",)),
    Evidence("duties", 0.7, r"\W*(?:chu tri|tham muu|chi dao|la (?:co quan|don vi|dau moi)|chiu trach nhiem|phoi hop voi)\b", ("Chủ trì, phối hợp với các thôn", "Tham mưu tổ chức"), ("Tổ chức",)),
    # reporting
    Evidence(
        "reporting", 3.0,
        r"\W*(?:thuc hien )?(?:che do (?:thong tin|bao cao|giao ban)|bao cao (?:dinh ky|dot xuat|thang|quy|nam|6 thang|tien do|tong ket|so ket|ca)"
        r"|dinh ky\b.{0,80}?\bbao cao|so ket|tong ket|giao ban|khen thuong|thi dua)",
        ("Báo cáo quý gửi trước ngày 10", "Định kỳ 06 tháng, các thôn báo cáo xã", "Sơ kết vào tháng 6"), ("Bảo vệ rừng",),
    ),
    Evidence(
        "reporting", 2.6,
        r"\b(?:gui (?:ve )?bao cao|bao cao (?:ket qua|tien do|so ket|tong ket|dinh ky|bang van ban|6 thang|nam|quy|thang|ve|gui)|tong hop,? bao cao|duoc khen thuong)\b",
        ("Các phòng gửi báo cáo về Văn phòng", "Các thôn báo cáo kết quả về xã"), ("Báo Cần Thơ đưa tin",), 200,
        needs=("bao cao", "khen thuong"),
    ),
)  # fmt: skip
