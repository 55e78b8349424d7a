"""Public bodies that are not named after a field of work, with their spellings, sectors, time and successors."""

from __future__ import annotations

from kehoach.knowledge.agency_fields import MERGER, NO_DISTRICTS
from kehoach.records import NamedTuple


class Body(NamedTuple):
    """A body: its name without the place, its other spellings, and what became of it."""

    name: str
    aliases: tuple[str, ...]
    sectors: tuple[str, ...]
    level: str | None = None
    until: str | None = None
    since: str | None = None
    becomes: tuple[str, ...] = ()


def _b(
    name: str, sectors: str, aliases: str = "", level: str | None = None, *, until: str | None = None, since: str | None = None,
    becomes: tuple[str, ...] = (),
) -> Body:  # fmt: skip
    return Body(name, tuple(a.strip() for a in aliases.split("|") if a.strip()), tuple(sectors.split()), level, until, since, becomes)


_PARTY_MERGER = "2025-02-03"
"""The day Ban Tuyên giáo and Ban Dân vận became one (Nghị quyết 18-NQ/TW, its second review)."""

BODIES: tuple[Body, ...] = (
    # government and councils
    _b("Ủy ban nhân dân", "", "UBND | UBNN"),
    _b("Hội đồng nhân dân", "hoi-dong-nhan-dan", "HĐND | Thường trực HĐND | Thường trực Hội đồng nhân dân"),
    _b("Văn phòng Ủy ban nhân dân", "van-phong", "Văn phòng UBND | VP UBND"),
    _b("Văn phòng HĐND và UBND", "van-phong", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân | Văn phòng HĐND, UBND | "
       "Văn phòng HĐND&UBND | Văn phòng HĐND & UBND | VP HĐND và UBND | VP HĐND-UBND | Văn phòng HĐND - UBND"),
    _b("Trung tâm Phục vụ hành chính công", "van-phong hanh-chinh", "TTPVHCC | Bộ phận Một cửa"),
    _b("Chính phủ", "", "", "central"),
    _b("Văn phòng Chính phủ", "van-phong", "VPCP", "central"),
    _b("Thanh tra Chính phủ", "thanh-tra", "TTCP", "central"),
    _b("Quốc hội", "", "", "central"),
    _b("Đoàn đại biểu Quốc hội", "", "Đoàn ĐBQH", "province"),
    _b("Thanh tra tỉnh", "thanh-tra", "Thanh tra thành phố", "province"),
    _b("Thanh tra huyện", "thanh-tra", "Thanh tra quận | Thanh tra thị xã", "district", until=NO_DISTRICTS, becomes=("Thanh tra tỉnh",)),
    _b("Thanh tra Sở", "thanh-tra", "", "province", until=NO_DISTRICTS, becomes=("Thanh tra tỉnh",)),
    _b("Thanh tra Bộ", "thanh-tra", "", "central", until=NO_DISTRICTS, becomes=("Thanh tra Chính phủ",)),
    _b("Ủy ban Dân tộc", "dan-toc", "UBDT", "central", until=MERGER, becomes=("Bộ Dân tộc và Tôn giáo",)),
    _b("Văn phòng Sở", "van-phong", "", "province"),
    _b("Kiểm toán Nhà nước", "tai-chinh", "KTNN", "central"),
    _b("Ủy ban bầu cử", "bau-cu", "UBBC"),
    _b("Ban Chỉ đạo", "", "BCĐ"),
    # the Party
    _b("Tỉnh ủy", "dang", "Ban Thường vụ Tỉnh ủy | Thường trực Tỉnh ủy | BTV Tỉnh ủy", "province"),
    _b("Thành ủy", "dang", "Ban Thường vụ Thành ủy | Thường trực Thành ủy"),
    _b("Huyện ủy", "dang", "Ban Thường vụ Huyện ủy | Thường trực Huyện ủy | Quận ủy | Thị ủy", "district", until=NO_DISTRICTS),
    _b("Đảng ủy", "dang", "Thường trực Đảng ủy | Ban Thường vụ Đảng ủy"),
    _b("Ban Tuyên giáo", "tuyen-giao", "BTG", until=_PARTY_MERGER, becomes=("Ban Tuyên giáo và Dân vận",)),
    _b("Ban Dân vận", "dan-van", "BDV", until=_PARTY_MERGER, becomes=("Ban Tuyên giáo và Dân vận",)),
    _b("Ban Tuyên giáo và Dân vận", "tuyen-giao dan-van", "", since=_PARTY_MERGER),
    _b("Ban Tổ chức Tỉnh ủy", "to-chuc", "Ban Tổ chức Thành ủy | Ban Tổ chức Huyện ủy | Ban Tổ chức Trung ương"),
    _b("Ban Nội chính", "noi-chinh"),
    _b("Ban Xây dựng Đảng", "to-chuc", since=NO_DISTRICTS),
    _b("Ủy ban Kiểm tra", "kiem-tra-dang", "UBKT"),
    _b("Văn phòng Tỉnh ủy", "van-phong dang", "Văn phòng Huyện ủy | Văn phòng Thành ủy | Văn phòng Đảng ủy"),
    _b("Trường Chính trị", "dao-tao chinh-tri", "", "province"),
    _b("Trung tâm Chính trị", "dao-tao chinh-tri", "Trung tâm Bồi dưỡng chính trị", "district", until=NO_DISTRICTS),
    # the Front and the mass organisations
    _b("Ủy ban Mặt trận Tổ quốc Việt Nam", "mat-tran", "UBMTTQ | UB MTTQ | UBMTTQVN | Ủy ban MTTQ Việt Nam | Ủy ban MTTQVN | Ủy ban MTTQ | MTTQ | "
       "Mặt trận Tổ quốc | Ban Thường trực Ủy ban MTTQ Việt Nam | Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam | "
       "Ban Thường trực Ủy ban MTTQ | Ủy ban Mặt trận Tổ quốc"),
    _b("Ban công tác Mặt trận", "mat-tran", "Ban CTMT", "commune"),
    _b("Đoàn Thanh niên Cộng sản Hồ Chí Minh", "thanh-nien", "Đoàn Thanh niên | Đoàn TNCS | Đoàn TNCSHCM | ĐTN | Đoàn TN | Đoàn xã | Xã đoàn | Đoàn phường"),
    _b("Tỉnh đoàn", "thanh-nien", "", "province"),
    _b("Thành đoàn", "thanh-nien"),
    _b("Huyện đoàn", "thanh-nien", "Quận đoàn | Thị đoàn", "district", until=NO_DISTRICTS, becomes=("Đoàn Thanh niên Cộng sản Hồ Chí Minh",)),
    _b("Hội Liên hiệp Phụ nữ", "phu-nu", "Hội LHPN | HLHPN | Hội Phụ nữ | HPN | Hội LHPN Việt Nam | Trung ương Hội Liên hiệp Phụ nữ"),
    _b("Hội Nông dân", "nong-dan", "HND | Trung ương Hội Nông dân"),
    _b("Hội Cựu chiến binh", "cuu-chien-binh", "Hội CCB | CCB | HCCB"),
    _b("Liên đoàn Lao động", "cong-doan", "LĐLĐ | Công đoàn | Tổng Liên đoàn Lao động Việt Nam | CĐCS"),
    _b("Hội Liên hiệp Thanh niên", "thanh-nien", "Hội LHTN"),
    _b("Hội Người cao tuổi", "nguoi-cao-tuoi", "Hội NCT"),
    _b("Hội Chữ thập đỏ", "nhan-dao", "Hội CTĐ"),
    _b("Hội Khuyến học", "khuyen-hoc"),
    _b("Hội Luật gia", "tu-phap"),
    _b("Đoàn Luật sư", "tu-phap"),
    _b("Liên minh Hợp tác xã", "hop-tac-xa", "Liên minh HTX"),
    # courts, procuracies, police, forces
    _b("Tòa án nhân dân", "toa-an", "TAND"),
    _b("Viện kiểm sát nhân dân", "kiem-sat", "VKSND | Viện KSND"),
    _b("Tòa án nhân dân tối cao", "toa-an", "TANDTC | TAND tối cao", "central"),
    _b("Viện kiểm sát nhân dân tối cao", "kiem-sat", "VKSNDTC | VKSND tối cao", "central"),
    _b("Công an", "an-ninh", "CA"),
    _b("Bộ Chỉ huy Quân sự", "quoc-phong", "BCHQS | Bộ CHQS | BCH Quân sự", "province"),
    _b("Ban Chỉ huy Quân sự", "quoc-phong", "Ban CHQS | Quân sự"),
    _b("Bộ đội Biên phòng", "quoc-phong bien-phong", "Bộ Chỉ huy Bộ đội Biên phòng | BĐBP | Bộ Chỉ huy BĐBP | Biên phòng", "province"),
    _b("Cục Thi hành án dân sự", "tu-phap", "Cục THADS", "province", until=NO_DISTRICTS, becomes=("Thi hành án dân sự",)),
    _b("Chi cục Thi hành án dân sự", "tu-phap", "Chi cục THADS", "district", until=NO_DISTRICTS, becomes=("Thi hành án dân sự",)),
    # money
    _b("Bảo hiểm xã hội", "bao-hiem-xa-hoi", "BHXH"),
    _b("Bảo hiểm xã hội Việt Nam", "bao-hiem-xa-hoi", "BHXH Việt Nam", "central", until=MERGER, becomes=("Bộ Tài chính",)),
    _b("Kho bạc Nhà nước", "tai-chinh", "KBNN | Kho bạc"),
    _b("Cục Thuế", "tai-chinh thue", "", until=NO_DISTRICTS, becomes=("Thuế tỉnh",)),
    _b("Chi cục Thuế", "tai-chinh thue", "", "district", until=NO_DISTRICTS, becomes=("Thuế cơ sở",)),
    _b("Thuế tỉnh", "tai-chinh thue", "Thuế thành phố", "province", since=NO_DISTRICTS),
    _b("Cục Hải quan", "tai-chinh hai-quan", "", until=MERGER, becomes=("Chi cục Hải quan khu vực",)),
    _b("Ngân hàng Nhà nước", "ngan-hang", "NHNN | Ngân hàng Nhà nước Việt Nam"),
    _b("Ngân hàng Chính sách xã hội", "ngan-hang xa-hoi", "NHCSXH | Ngân hàng CSXH | Chi nhánh Ngân hàng Chính sách xã hội"),
    _b("Cục Thống kê", "thong-ke", "", until=NO_DISTRICTS, becomes=("Thống kê tỉnh",)),
    # press
    _b("Đài Phát thanh và Truyền hình", "bao-chi", "Đài Phát thanh, Truyền hình | Đài Phát thanh - Truyền hình | Đài PTTH | Đài PT-TH | Đài PT&TH | Đài PT và TH",
       "province", until=NO_DISTRICTS, becomes=("Báo và Phát thanh, truyền hình",)),
    _b("Báo và Phát thanh, truyền hình", "bao-chi", "Báo và Đài Phát thanh, Truyền hình | Báo và Đài Phát thanh và Truyền hình | Báo và PTTH", "province"),
    _b("Đài Truyền thanh", "bao-chi", "Đài Truyền thanh - Truyền hình | Đài TT-TH | Đài Truyền thanh và Truyền hình"),
    _b("Báo", "bao-chi"),
    _b("Trung tâm Văn hóa, Thông tin và Truyền thông", "van-hoa bao-chi", "Trung tâm Văn hóa - Thông tin | Trung tâm Truyền thông - Văn hóa | "
       "Trung tâm VHTT&TT | Trung tâm Văn hóa, Thể thao và Truyền thanh"),
    # health, schools, farming
    _b("Trung tâm Kiểm soát bệnh tật", "y-te", "CDC | Trung tâm KSBT | TTKSBT", "province"),
    _b("Trung tâm Y tế dự phòng", "y-te", "TTYTDP"),
    _b("Trung tâm Y tế", "y-te", "TTYT"),
    _b("Trạm Y tế", "y-te", "TYT", "commune"),
    _b("Bệnh viện", "y-te", "BV | BVĐK", "organisation"),
    _b("Trường học", "giao-duc", "Trường THPT | Trường THCS | Trường Tiểu học | Trường Mầm non | Trường Trung học | Trường Phổ thông | Trường PTDTNT",
       "organisation"),
    _b("Ban Giám hiệu", "giao-duc", "BGH | Ban Giám hiệu nhà trường | Hiệu trưởng | Phó Hiệu trưởng", "organisation"),
    _b("Trung tâm Dịch vụ nông nghiệp", "nong-nghiep", "TTDVNN | Trung tâm DVNN"),
    _b("Hạt Kiểm lâm", "lam-nghiep", "", "district"),
    _b("Điện lực", "dien", "Công ty Điện lực", "organisation"),
    _b("Bưu điện", "buu-chinh", "", "organisation"),
    _b("VNPT", "vien-thong", "Viễn thông", "organisation"),
    _b("Viettel", "vien-thong", "", "organisation"),
    _b("MobiFone", "vien-thong", "", "organisation"),
)  # fmt: skip

#: Forces and offices that a list of names gives in short behind another: "Công an, Quân sự, Biên phòng".
NAMED_ALONE: tuple[list[str], ...] = tuple(
    name.split()
    for name in "hải quan|kiểm lâm|quân sự|quân đội|biên phòng|bộ đội biên phòng|công an|thuế|kho bạc|quản lý thị trường"
    "|cảnh sát biển|hải quân|kiểm ngư|tòa án|viện kiểm sát|thi hành án|thi hành án dân sự"
    "|bảo hiểm xã hội|thú y|cảng vụ".split("|")
)
