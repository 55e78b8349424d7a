"""What tells an aim from any other number: comparators, verbs that promise a count, nouns that never count.

Patterns stand in the form their reader matches on: ``bare`` (no diacritics) for the comparators, which must
survive bad OCR, and ``fold`` (lower case) for everything else.
"""

from __future__ import annotations

from kehoach.records import NamedTuple


class Comparator(NamedTuple):
    """Words printed before a number and the sign they stand for; ``strong`` ones by themselves make an aim."""

    sign: str
    pattern: str
    strong: bool
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()


#: Longer phrases first: "không quá" before "quá", "không dưới" before "dưới".
COMPARATORS: tuple[Comparator, ...] = (
    Comparator("<=", r"khong (?:vuot qua|vuot|qua|cao hon|lon hon|nhieu hon|tren)(?: muc)?", True,
               ("không quá 5%", "không vượt quá 112 bé trai"), ("quá 5%",)),
    Comparator(">=", r"(?:cao|lon|nhieu) hon hoac bang|bang hoac (?:cao|lon|nhieu) hon", True,
               ("bằng hoặc cao hơn 95%", "lớn hơn hoặc bằng 98%"), ("cao hơn 95%",)),
    Comparator("<=", r"(?:thap|nho|it) hon hoac bang|bang hoac (?:thap|nho|it) hon", True,
               ("bằng hoặc thấp hơn 3%", "nhỏ hơn hoặc bằng 5%"), ("thấp hơn 3%",)),
    Comparator(">=", r"khong (?:duoi|thap hon|it hon|nho hon|kem)(?: muc)?", True,
               ("không dưới 95%", "không thấp hơn 80%"), ("dưới 95%",)),
    Comparator(">=", r"[iít]{1,2} nh[aâ]t|toi thie[un]", True, ("ít nhất 02 lớp", "tối thiểu đạt 80%", "tối thiêu 7%")),
    Comparator("<=", r"toi da|nhieu nhat|cao nhat", True, ("tối đa 3%", "nhiều nhất là 5 xã")),
    Comparator("<", r"duoi(?: muc)?|thap hon|nho hon|it hon|chua den", False, ("dưới 5,2%", "thấp hơn 3%"),
               ("không dưới 5%",)),
    Comparator(">", r"tren(?: muc)?|cao hon|lon hon|nhieu hon|vuot(?: tren| muc| qua)?|hon", False,
               ("trên 90%", "đạt hơn 2.000 ha", "vượt mức 15%"), ("không vượt quá 5%",)),
    Comparator(">=", r"≥|>=|=>", True, ("≥ 94,5%",)),
    Comparator("<=", r"≤|<=|=<", True, ("≤ 3%",)),
    Comparator(">", r">", True, ("> 95%",)),
    Comparator("<", r"<", True, ("< 3,5%",)),
    Comparator("=", r"khoang|xap xi|gan", False, ("khoảng 12%",)),
)  # fmt: skip

#: Verbs that, right before "02 lớp", promise them.  Read on folded text.
AIM_VERBS: tuple[str, ...] = (
    "xây dựng", "xây dựng mới", "xây mới", "xây", "thành lập", "lập mới", "tổ chức", "mở", "mở mới", "khai giảng", "duy trì hoạt động", "lắp đặt", "lắp",
    "trồng", "trồng mới", "gieo cấy", "gieo trồng", "gieo sạ", "cấy", "khoanh nuôi", "khoán bảo vệ", "đào tạo", "bồi dưỡng",
    "tập huấn", "dạy nghề", "dạy nghề cho", "hỗ trợ", "phát triển", "phát triển mới", "cải tạo", "nâng cấp", "sửa chữa",
    "kiên cố hóa", "cứng hóa", "bê tông hóa", "nhựa hóa", "nạo vét", "đắp", "đào", "làm", "làm mới", "duy trì", "giữ vững",
    "thi hành xong", "tạo việc làm", "việc làm cho", "khám", "khám bệnh", "điều trị", "phẫu thuật", "xét nghiệm", "tiêm", "phát hành", "in",
    "in ấn", "biên soạn", "biên tập", "sản xuất", "phát sóng", "phát", "đăng", "đăng tải", "viết", "kiểm tra", "thanh tra",
    "giám sát", "lấy", "trao", "trao tặng", "tặng", "cấp", "cấp mới", "cấp phát", "treo", "dựng", "kết nạp", "tuyển",
    "tuyển sinh", "tuyển mới", "thu hút", "huy động", "vận động", "số hóa", "nghiệm thu", "hoàn thành", "triển khai",
    "công nhận", "công nhận mới", "chuyển đổi", "tu bổ", "tôn tạo", "xóa", "xóa bỏ", "sắp xếp", "di dời", "thực hiện",
    "đưa", "nuôi", "nuôi trồng", "thả", "ban hành", "đón", "đạt", "tăng", "tăng thêm", "giảm", "cắt giảm", "tinh giản",
    "phủ sóng", "thí điểm", "nhân rộng", "rà soát", "bố trí", "bố trí ổn định", "trang bị", "chọn", "đăng ký", "ra mắt", "bảo đảm", "đảm bảo",
    "có thêm", "thêm", "phấn đấu", "phấn đấu có", "phấn đấu thêm", "lên", "xuống", "còn", "xuống còn", "đón được", "mua sắm",
    "mua", "trồng được", "giải quyết", "tiếp nhận", "cung cấp", "cung ứng", "khảo nghiệm", "khai thác", "đầu tư", "kiện toàn", "củng cố", "thu gom",
    "sàng lọc", "tư vấn", "truyền thông", "tuyên truyền", "đỡ đầu", "xuất bản", "thiết lập", "kết nối", "nâng", "đấu nối",
    "sáp nhập", "giải thể", "giao khoán", "cấp giấy chứng nhận", "bảo dưỡng", "bảo trì", "đại tu", "nhắc nhở", "đôn đốc",
    "dự trữ", "chuẩn bị", "chuẩn bị sẵn", "sẵn sàng", "tu sửa", "gia cố", "bồi trúc", "diễn tập", "sơ tán", "giúp", "giúp đỡ",
    "tiêu thụ", "xuất khẩu", "chế biến", "thu mua", "bảo quản", "ký kết", "ký", "xúc tiến", "cho vay", "vay vốn", "vay vốn cho",
    "xử lý", "triệt phá", "bắt giữ", "lập", "khen thưởng", "biểu dương", "tuyên dương", "mở rộng", "rải nhựa", "lát",
    "chiếu sáng", "chăm sóc", "phun", "khử khuẩn", "quản lý", "khám sàng lọc", "theo dõi", "hiến", "phục vụ", "kích hoạt",
    "cài đặt", "tích hợp", "sát hạch", "đánh giá", "phân hạng", "tuyển chọn", "lựa chọn", "luân chuyển", "thăm", "trợ giúp",
    "bảo trợ", "nuôi dưỡng", "phục hồi", "tạo", "phát động", "khơi thông", "tháo dỡ", "giải tỏa", "thu hồi", "khởi công",
    "khánh thành", "hoàn thiện", "bảo tồn", "trùng tu", "sưu tầm", "công bố", "cứu trợ", "lập mới", "duy trì được", "giữ",
    "khai trương", "đưa vào sử dụng", "đưa vào khai thác", "đi vào hoạt động", "thay thế", "bổ sung", "tăng cường", "vay",
    "bê tông", "san lấp", "giải phóng mặt bằng", "thực hành", "chuyển giao", "ứng dụng", "quy hoạch", "xã hội hóa", "gắn",
    "cắm", "dán", "vẽ", "phát dọn", "phát quang", "vận hành", "vận hành ổn định", "truy bắt", "thanh thải", "mời", "truy quét", "triệt xóa", "lắp mới", "kết nghĩa", "nhận", "tư vấn cho", "hỗ trợ cho", "đào tạo cho", "tạo việc làm cho",
    "giải quyết việc làm cho", "trợ giúp cho", "giới thiệu", "giới thiệu việc làm cho", "truyền thông cho", "đưa được", "cấp chứng chỉ cho", "tập huấn cho", "bồi dưỡng cho",
    "cử", "gửi", "chỉnh sửa", "tặng quà", "sử dụng", "đặt", "sửa", "gieo ươm", "ươm", "chỉnh lý", "khảo sát", "nạp", "góp", "đóng góp",
    "quyên góp", "dọn", "khoan", "lợp", "mắc", "kẻ", "sơn", "dạy", "điều động", "kiểm định", "kiểm nghiệm", "lấy mẫu", "huấn luyện",
    "bàn giao", "đối thoại", "thu nhận", "ghép", "trưng bày", "biểu diễn", "chiếu", "thăm hỏi", "cổ phần hóa", "giải quyết dứt điểm",
    "xử lý dứt điểm", "tiến hành", "tôn vinh", "vinh danh", "phân loại", "phân phát", "lắp dựng", "phục dựng", "xét tặng", "tặng thưởng", "trao giải", "trao học bổng",
    "cấp học bổng", "phỏng vấn", "điều tra", "phúc tra", "thu thập", "đóng mới", "ngầm hóa", "chỉnh trang", "chứng nhận", "cấp mã số", "gắn biển", "quan trắc",
    "thẩm định", "hòa giải", "động viên", "gói", "nấu", "tổ chức thành", "ký hợp đồng với", "liên kết với", "đưa vào khai thác", "xây dựng được", "phục tráng", "thu vào", "tu bổ", "đăng tin", "thi công", "cắm mốc", "chỉ định", "hợp đồng", "tiêm phòng", "xếp hạng", "xét xử", "xét xử lưu động", "đóng cửa", "hình thành", "khôi phục", "chuyển hóa", "tái canh", "tái đàn", "trồng dặm", "trồng lại", "trồng bổ sung", "cấp đổi", "cấp lại",
    "nhân giống", "phê duyệt", "bổ nhiệm", "khắc phục", "bảo hộ", "chuẩn hóa", "quảng bá", "cải tiến", "đầu tư mới", "phủ xanh", "đấu giá", "tái cấu trúc quy trình", "giành", "thuê", "trám lấp", "làm sạch dữ liệu", "điều chuyển", "kiểm định chất lượng", "quyết toán", "phê duyệt quyết toán", "thay", "thay mới", "chuyển mục đích", "tỉa thưa", "thực tập", "bồi thường", "chi trả", "chi trả bồi thường",
    "kiểm kê", "đối chiếu", "nâng công suất", "hoán đổi", "dự phòng", "thao giảng", "nghiên cứu", "luân phiên", "thí nghiệm", "xác minh", "tuần tra", "bắt", "đầu thú", "ra đầu thú", "gọi hỏi", "răn đe", "khởi tố", "truy tố", "bóc gỡ",
    "quy tập", "xét duyệt", "đơn giản hóa", "bình xét", "bình chọn", "cưỡng chế", "lấy ý kiến", "niêm yết", "phân bổ", "rà phá", "sáng tác", "soạn thảo", "sơ tuyển",
    "sửa đổi", "bãi bỏ", "thẩm tra", "thu hoạch", "tiêu hủy", "tiêm chủng", "truy thu", "truyền dạy", "tìm kiếm", "tịch thu", "vận chuyển", "xét xử", "xét tuyển", "xử phạt",
    "đăng cai", "chia sẻ", "công khai", "hậu kiểm", "phục hồi", "tái định cư", "lưu trữ", "nộp lưu", "căng", "diệt", "gieo", "phổ cập bơi cho",
    "duy tu", "dự giờ", "lập danh sách", "chặt hạ", "đốn hạ", "cấp phép", "cấp phép cho",
)  # fmt: skip

#: Words that may stand between such a verb and its number.
AIM_FILLERS: tuple[str, ...] = tuple(
    "đột xuất định kỳ trực tiếp tối thiểu thêm mới được khoảng đủ ra tổng số cộng là từ lên lượng lại xong sẵn ngay buộc bắt chủ chốt điểm".split()
)

#: What a column "Đơn vị tính" says (bare), told from the words before it where the columns run together.
TABLE_UNITS = frozenset(
    "%|‰|nguoi|luot nguoi|luot|ho|khau|xa|phuong|thon|ban|to|huyen|diem|doanh nghiep|dn|co so|hop tac xa|htx|to hop tac"
    "|lao dong|hoc sinh|sinh vien|hoc vien|giao vien|can bo|vu|cuoc|lan|lop|truong|phong|phong hoc|giuong|giuong benh"
    "|giuong/van dan|bac si|bac sy|bac si/van dan|ca|tre|ho so|can|can nha|nha|cong trinh|mo hinh|san pham|du an|ha|m2|m3"
    "|km|kg|tan|tan/nam|ta|ta/ha|con|cay|trieu con|nghin con|nghin tan|trieu nguoi|trieu dong|ty dong|trieu dong/nguoi"
    "|trieu dong/nguoi/nam|trieu usd|usd|lit/nguoi/ngay|tuoi|thang|bac|tieu chi|thiet bi|bo|cau lac bo|nguoi/nam|ho/nam"
    "|nghin nguoi|luot khach|ngan luot|nghin luot|tram|thue bao|dich vu|thu tuc|van ban|tin|bai|buoi|hoi|chi hoi|doan vien"
    "|hoi vien|dang vien|chi bo|to chuc|don vi|benh nhan|tre em|nam".split("|")
)

#: After "cho", only these make the number one of persons reached ("tập huấn cho 500 lượt cán bộ").
REACHED = frozenset("lượt lao người cán học hộ giáo nhân đoàn hội phụ trẻ cộng viên sinh thanh công nông đảng".split())

#: First words after a number that never make it a count: time, ordinals' nouns, parts of a whole, function words.
NOT_COUNTED = frozenset(
    "ngày tháng năm giờ phút giây tuần quý tuổi bước sao cấp kỳ tầng chỗ tiết mức vòng giai nguyên loại chiều rõ "
    "tại không có và hoặc trong trên của thuộc theo là được với đến để khi cho như so từ này nêu trở bên phía lần phiên_bản "
    "đồng thành_viên đồng_chí đại_biểu ủy_viên đ mặt khâu tốt đó môi thế thứ khoản điều mục điểm_a nhiệm_kỳ vụ_việc hay chữ mb gb tb mp "
    "sạch sẽ tăng giảm phải đều cũng các những mỗi do nhằm bằng về vào ra lên xuống còn mà nên thì bị".split()
)

#: Those of them that stay so in every clause: years of life and points of an index may be aimed at.
NEVER_COUNTED = NOT_COUNTED - {"tuổi", "năm", "lần", "tiết", "điểm", "kỳ"}

#: Two-word nouns among them: who sits on a body is not what it aims at.
NOT_COUNTED_PAIRS = frozenset(
    "trụ cột|thành viên|đồng chí|đại biểu|ủy viên|nguyên tắc|giai đoạn|môi trường|hội nghị hiệp|trường hợp|đối tượng|nội dung|"
    "lĩnh vực|hình thức|mục tiêu|nhóm|bộ hồ|bộ máy|bản báo|bản chính|bản sao|bản gốc|bản sao|quan điểm|phương châm|"
    "ký tự|trang a4|bệnh tật|buổi sáng|buổi chiều|người dự|vị trí|khóa học|bản|bộ".split("|")
)

#: What begins with such a word and is counted all the same; members only where something is done for them.
MEMBERS: tuple[str, ...] = ("thành viên", "đồng chí", "đ/c", "đại biểu")
COUNTED_PAIRS: tuple[str, ...] = (
    *MEMBERS, "bộ đèn", "bộ bàn", "bộ thiết bị", "bộ sách", "bộ quần áo", "bộ dụng cụ", "bộ đồ", "bộ máy tính", "bộ máy vi tính",
    "bộ câu hỏi", "bộ tài liệu", "bản sách", "kỳ/tuần", "kỳ/tháng", "bộ đề", "bộ loa", "bộ chăn", "bộ ga", "bộ màn", "bộ bát", "bộ nồi", "bộ ghế", "bộ tủ", "bộ giường", "bộ bảng", "bộ tranh", "bộ ảnh", "bộ phao", "bộ đàm",
    "bộ lọc", "bộ kit", "bộ test", "bộ sinh phẩm", "bộ camera", "bộ phát", "bộ thu", "bộ âm thanh", "bộ tăng âm", "bộ pin", "bộ bơm", "bộ áo", "bộ trang phục", "bộ lễ phục", "bộ cồng",
    "bộ chiêng", "bộ nhạc", "bộ học liệu", "bộ giáo trình", "bộ giáo án", "bộ công cụ", "bộ ấn phẩm", "bộ đồng phục", "bộ bảo hộ", "điều dưỡng", "chỗ cách ly", "chỗ ở", "chỗ đỗ", "chỗ làm", "điều tra viên", "điều phối viên", "bản tin", "bản in", "bản ghi", "bản thu hoạch", "bản cam kết", "mặt nạ", "mét giá", "tiết mục", "ngày hội", "ngày công", "bản cam kết", "phút/khách", "bị can", "bị cáo", "phút/lượt", "phút/hồ sơ",
)  # fmt: skip


def counted_after_all(noun: str) -> bool:
    """Whether a noun (folded) that begins like one that never counts does.

    >>> counted_after_all("bộ đèn cao áp"), counted_after_all("bộ chăn, ga"), counted_after_all("bộ hồ sơ")
    (True, True, False)
    """
    return noun.startswith(COUNTED_PAIRS)


#: Words right before a number that make it a name's or a part's, even among the objectives.
NAMED_LEFT = frozenset(
    "tại của từ gồm với trong theo thứ số các những ở giữa do bởi thuộc khóa lớp quận đợt bước nhóm loại bậc hạng cấp "
    "vòng kỳ phần chương mục điều khoản tập lộ đường án trình định luật tư thị quyết phiên nghị kết bản covid sau trước "
    "giai đoạn độ tuổi chí tiêu quý tháng ngày năm tuần thời hạn iso mẫu biểu phụ lục tầng phòng nhà km tổ thôn khu khối".split()
)

#: Whose each one's share is an aim: "mỗi xã 01 mô hình".
EACH_OF = r"(?:xã|phường|thị trấn|thôn|bản|ấp|khóm|buôn|tổ dân phố|khu dân cư|huyện|thành phố|quận|trường|nhà trường|khoa|phòng|tổ chức|đoàn thể|chi nhánh|công đoàn|lớp|khối|khối lớp|câu lạc bộ|trung tâm|làng|xóm|khu phố|đơn vị|cơ quan|chi bộ|chi hội|chi đoàn|cơ sở|hộ|lao động|địa phương|ngành|sở|hợp tác xã|trạm)"

#: Lengths and the like: a standard ("cách ít nhất 100 m") unless a verb makes it work to be done.
DIMENSIONS = frozenset("m m2 m3 cm mm km km2 kg kw kv mw mét độ lít mg ml g mbps gb tb".split())

#: Words before a sum of money that make it something aimed at or fined, not something that funds.
AIMED_MONEY: tuple[str, ...] = (
    "thu nhập", "doanh thu", "kim ngạch", "xuất khẩu", "grdp", "gdp", "giá trị sản xuất", "giá trị sản phẩm",
    "giá trị thu được", "giá trị gia tăng", "giá trị tăng thêm", "thu ngân sách", "tổng thu ngân sách", "tổng thu", "số thu", "thu nội địa",
    "tổng mức bán lẻ", "quy mô nền kinh tế", "quy mô kinh tế", "dư nợ", "nợ thuế", "nợ đọng", "số nợ", "nợ xấu",
    "lương tối thiểu", "lương cơ sở", "chuẩn nghèo", "vốn đầu tư toàn xã hội", "vốn đăng ký", "vốn fdi",
    "năng suất", "lợi nhuận", "thu từ du lịch", "tổng sản phẩm", "vốn điều lệ", "thu hồi", "thiệt hại", "nợ bảo hiểm", "thất thoát",
    "sai phạm", "tổng nguồn vốn huy động", "thu hút", "thu tiền sử dụng đất", "tiết kiệm ngân sách", "tiết kiệm từ ngân sách",
    "tiết kiệm được",
)  # fmt: skip
FINED_MONEY: tuple[str, ...] = (
    "phạt tiền",
    "xử phạt",
    "mức phạt",
    "bị phạt",
    "phạt từ",
    "phạt đến",
    "tiền phạt",
    "phạt",
)

#: Words that make the sum after them money spent or given, whatever was said before.
FUNDING_WORDS: tuple[str, ...] = (
    "kinh phí", "hỗ trợ", "chi phí", "dự toán", "đối ứng", "thưởng", "trích", "bố trí", "tài trợ", "trị giá", "tặng",
    "tiền ăn", "tiền công", "thù lao", "tạm ứng", "vốn vay", "mức vay", "được vay", "mức chi", "đã chi", "đóng góp",
    "vận động", "cấp", "phân bổ", "ngân sách", "nguồn vốn", "đơn giá", "mua sắm",
    "huy động thực hiện", "huy động để thực hiện",
)  # fmt: skip

#: The indicator a number without a unit belongs to.
INDEXES: tuple[str, ...] = (
    "chỉ số",
    "hệ số",
    "điểm số",
    "mức sinh",
    "tổng tỷ suất sinh",
    "tỷ số",
    "chí số",
    "xếp hạng",
)

#: Indicators printed as a quantity of their own; in the objectives the number behind them is aimed at.
QUANTITIES: tuple[str, ...] = (
    "sản lượng", "diện tích", "tổng số", "số lượng", "năng suất", "quy mô", "công suất", "mật độ", "tổng đàn", "số",
    "bình quân", "tổng diện tích", "lượng khách", "lượt khách", "thu nhập",
)  # fmt: skip

#: Bodies of whose number "21/25 xã" says how many (first words).
WHOLES = frozenset(
    "liên xã phường thị huyện quận thành ấp thôn bản khóm khu khối tiểu phum sóc buôn tổ làng xóm sở cơ đơn trường trạm chi đảng hộ tiêu chỉ tỉnh "
    "điểm mô hợp doanh nhiệm tuyến bệnh phòng ban công đội câu chợ nhà hồ đoàn hội lớp".split()
)

#: Persons of whose number "388/388 học sinh" says how many (first words).
WHOLE_PERSONS = frozenset("học giáo cán trẻ cháu em hội đảng người lao".split())

#: What a clause says of numbers that are not the plan's aims (folded text before the number).
PAST = (
    r"đã (?:có|đạt|tổ chức|hoàn thành|huy động|xây dựng|giảm|tăng|thành lập|mở|cấp|chi|giải quyết|triển khai|hỗ trợ)|"
    r"(?<!thực )(?<!phát )(?<!biểu )hiện (?:có|nay|tại|mới|toàn|đạt|còn|bảo quản|lưu giữ|đang|(?:tỉnh|huyện|xã|trường|đơn vị|ngành) (?:có|còn))|(?:năm|tháng|thời gian) qua(?! đêm)|phát sinh khoảng|tính đến|đến nay|(?<!thôn )(?<!đổi )(?<!lập )(?<!trồng )(?<!dựng )(?<!viên )(?<!triển )(?<!cấp )(?<!nạp )(?<!sinh )(?<!làm )mới (?:có|đạt|chỉ)|(?<!thỏa )(?<!thoả )(?<!quy )(?<!giao )ước (?:đạt|tính|thực hiện|khoảng|tăng|giảm)|ghi nhận|cùng kỳ|"
    r"vẫn còn|diện tích (?:đất )?tự nhiên|theo (?:báo cáo|thống kê|số liệu|kết quả)|năm trước đạt|toàn (?:tỉnh|huyện|xã|ngành|đảng bộ|thành phố|trường) đã(?! (?:được|đăng|ký|đề))|chức năng đã|(?<!khảo sát )(?<!điều tra )(?<!đánh giá )thực trạng|hiện trạng|sau (?:hơn |gần )?\d+ năm (?:thực hiện|triển khai)|(?<!thông )qua (?:kiểm tra|rà soát|thanh tra)|(?<!không để )xảy ra"
)
#: Words one of which every such phrase has.
PAST_WORDS: tuple[str, ...] = (
    "đã ", "hiện ", "tính đến", "đến nay", "mới ", "ước ", "cùng kỳ", "vẫn còn", "tự nhiên", " qua", "phát sinh", "theo ", "ghi nhận", "năm trước", "thực trạng", "hiện trạng", "năm ", "qua ", "xảy ra",
)  # fmt: skip
AHEAD = (
    r"phấn đấu|mục tiêu|dự kiến|nâng|tăng lên|đến năm 20\d\d|đến hết năm|đến cuối năm|giảm ít nhất|so với cùng kỳ"
    r"|(?:(?<=hiện nay )|(?<=hiện tại )|(?<=hiện có )|(?<=nay\) )|(?<=tại\) ))(?:lên|xuống)"
)
CONDITION = (
    r"khi (?:có|đạt|đủ)|trường hợp|nếu |chỉ được|(?<!đủ )(?<!tạo )(?<!tạo mọi )điều kiện|(?<=\w )chưa (?:đạt|đủ|bảo đảm|bàn giao đủ)(?! (?:(?:yêu cầu|chuẩn) )?(?:dưới|không quá|còn|chiếm))|(?<!mẫu )không đạt|quy định tỷ lệ|"
    r"(?<!mỗi )(?:nơi|xã|thôn|huyện|hộ|bản|người|vùng|địa bàn|doanh nghiệp|địa phương|khu vực|nhà|dự án|công trình|dân tộc) có (?:tỷ lệ|tỷ số|mức|từ|trên|dưới|"
    r"diện tích|dân số|quy mô|thu nhập)|(?<!mỗi )(?<!từng )(?:hộ|trại|cơ sở|tàu(?: cá)?) (?:chăn nuôi|nuôi|trồng|thuê|dài) (?:từ|trên|dưới)|suy giảm|tổn thương|khuyết tật từ|nồng độ|độ mặn|mật độ xây dựng|dung dịch|lãi suất|thuế suất|"
    r"(?<!trình )độ cao(?! đẳng)|lượng mưa|quá tải(?: trọng)?(?: cho phép)? (?:từ|trên|dưới|hơn)|quá tốc độ|nắm giữ|số dư|độ ẩm|cồn |được hưởng|mức hưởng(?! thụ)|tín nhiệm của|cách (?:ly|khu|nhà|bờ)|(?<!giảm )(?<!tối )thiếu (?=(?:hụt |từ |trên |dưới |khoảng )*$)"
)
#: Words one of which every such phrase has.
CONDITION_WORDS: tuple[str, ...] = (
    "khi ", "trường hợp", "nếu ", "chỉ được", "điều kiện", "chưa ", "không đạt", "quy định tỷ lệ", " có ", "suy giảm", "tổn thương",
    "nuôi ", "trồng ", "thuê ", "dài ", "khuyết tật", "nồng độ", "độ mặn", "mật độ", "dung dịch", "lãi suất", "thuế suất", "độ cao", "lượng mưa", "nắm giữ", "số dư", "quá tải", "quá tốc độ", "độ ẩm", "cồn ", "hưởng", "tín nhiệm", "cách ", "thiếu ",
)  # fmt: skip
#: "… từ 80% trở lên mới được": a threshold, where a comparator stands before the number.
THRESHOLD_AFTER = r"mới được|mới cấp|mới đưa|mới xét|thì |(?:nhất trí|tán thành|biểu quyết)(?!\w)"
#: What stands behind such numbers.
CONDITION_AFTER = (
    r"vốn điều lệ|cổ phần|tổng số cử tri|số phiếu|số cử tri (?:có mặt|được triệu tập)|"
    r"học phí|(?:số )?(?:hộ|chủ hộ|đại diện hộ)(?: dân| gia đình)? (?:tham dự|có mặt)|số thu|mức lương|tiền lương|tổng số (?:cá nhân|tập thể|công chức|viên chức|người|đơn vị) (?:được|đạt|hoàn)|mức đóng|mức quy định|kinh phí mua|kinh phí đóng|chi phí khám"
)
#: Words one of which every such phrase has.
CONDITION_AFTER_WORDS: tuple[str, ...] = (
    "vốn điều lệ", "cổ phần", "cử tri", "số phiếu", "tham dự", "có mặt", "học phí", "số thu", "tổng số ", "mức ", "tiền lương", "kinh phí ", "chi phí khám",
)  # fmt: skip
