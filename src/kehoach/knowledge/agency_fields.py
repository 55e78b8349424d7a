"""Fields of work that Vietnamese public bodies are named after, with their spellings, sectors and successors.

A *field* is what stands behind "Bộ", "Sở", "Phòng", "Ban", "Ngành", "Vụ" ("Lao động - Thương binh và Xã hội").  It is
written here in groups of words, ``lao động|thương binh|xã hội``: between two groups a plan may print a comma, a hyphen,
"và", "&" or nothing, and any group may be shrunk to its initials ("Nông nghiệp và PTNT", "LĐ-TB&XH", "GDĐT").

Legal sources: Nghị định 24/2014/NĐ-CP and 107/2020/NĐ-CP (bodies of a province), 37/2014/NĐ-CP and 108/2020/NĐ-CP
(of a district), 45/2025/NĐ-CP (both, from 1 March 2025), 150/2025/NĐ-CP (province and commune, from 1 July 2025),
Nghị quyết 176/2025/QH15 (the Government from 1 March 2025).
"""

from __future__ import annotations

from kehoach.records import NamedTuple

MERGER = "2025-03-01"
"""The day the merged ministries and the merged Sở and Phòng began to work."""
NO_DISTRICTS = "2025-07-01"
"""The day the district level ended and 63 provinces became 34."""


class Field(NamedTuple):
    """A field of work: its groups of words, the sectors it stands for, and the heads ("Sở", "Phòng") that carry it."""

    name: str
    """As official names print it."""
    groups: tuple[str, ...]
    sectors: tuple[str, ...]
    heads: tuple[str, ...] = ()
    until: str | None = None
    """The first day without a Bộ, Sở or Phòng of that name, ``YYYY-MM-DD``."""
    since: str | None = None
    becomes: tuple[str, ...] = ()
    """Names of the fields that took over the work, the main one first."""
    aliases: tuple[str, ...] = ()
    """Spellings that shrinking the groups does not give, in groups of words as well."""


def _f(
    name: str, groups: str, sectors: str, heads: str = "", *, until: str | None = None, since: str | None = None,
    becomes: tuple[str, ...] = (), aliases: tuple[str, ...] = (),
) -> Field:  # fmt: skip
    return Field(name, tuple(groups.split("|")), tuple(sectors.split()), tuple(heads.split()), until, since, becomes, aliases)


_NNMT, _XD, _KHCN, _TC, _YT = "Nông nghiệp và Môi trường", "Xây dựng", "Khoa học và Công nghệ", "Tài chính", "Y tế"
_VHTTDL, _VHXH, _DTTG = "Văn hóa, Thể thao và Du lịch", "Văn hóa - Xã hội", "Dân tộc và Tôn giáo"
_KTHTDT = "Kinh tế, Hạ tầng và Đô thị"

# The fields of ministries, departments (Sở) and offices (Phòng), 2010 to today.
FIELDS: tuple[Field, ...] = (
    _f("Nội vụ", "nội vụ", "noi-vu", "bộ sở phòng vụ"),
    _f("Kế hoạch tổng hợp", "kế hoạch|tổng hợp", "ke-hoach", "phòng"),
    _f("Hành chính tổng hợp", "hành chính|tổng hợp", "van-phong", "phòng"),
    _f("Người có công", "người có công", "nguoi-co-cong", "phòng cục"),
    _f("Bảo trợ xã hội", "bảo trợ xã hội", "bao-tro-xa-hoi", "phòng cục"),
    _f("Tư pháp", "tư pháp", "tu-phap", "bộ sở phòng ban"),
    _f(_TC, "tài chính", "tai-chinh", "bộ sở phòng ban vụ"),
    _f("Kế hoạch và Đầu tư", "kế hoạch|đầu tư", "ke-hoach dau-tu", "bộ sở", until=MERGER, becomes=(_TC,)),
    _f("Công Thương", "công thương", "cong-thuong", "bộ sở phòng", aliases=("ct",)),
    _f("Nông nghiệp và Phát triển nông thôn", "nông nghiệp|phát triển nông thôn", "nong-nghiep", "bộ sở phòng",
       until=MERGER, becomes=(_NNMT,), aliases=("nnptnt", "nn|nông thôn")),
    _f("Tài nguyên và Môi trường", "tài nguyên|môi trường", "tai-nguyen moi-truong", "bộ sở phòng", until=MERGER,
       becomes=(_NNMT,)),
    _f(_NNMT, "nông nghiệp|môi trường", "nong-nghiep tai-nguyen moi-truong", "bộ sở phòng", since=MERGER,
       aliases=("nnmt",)),
    _f("Giao thông vận tải", "giao thông|vận tải", "giao-thong", "bộ sở", until=MERGER, becomes=(_XD,),
       aliases=("gt|vt", "gtvt")),
    _f("Giao thông vận tải - Xây dựng", "giao thông vận tải|xây dựng", "giao-thong xay-dung", "sở", until=MERGER,
       becomes=(_XD,), aliases=("gtvt|xây dựng", "gtvt|xd")),
    _f("Giao thông công chánh", "giao thông công chánh", "giao-thong", "sở", until="2013-01-01",
       becomes=("Giao thông vận tải",)),
    _f(_XD, "xây dựng", "xay-dung", "bộ sở phòng"),
    _f("Thông tin và Truyền thông", "thông tin|truyền thông", "thong-tin truyen-thong", "bộ sở", until=MERGER,
       becomes=(_KHCN, _VHTTDL), aliases=("tt|tt", "tttt")),
    _f("Lao động - Thương binh và Xã hội", "lao động|thương binh|xã hội", "lao-dong thuong-binh xa-hoi",
       "bộ sở phòng ngành", until=MERGER, becomes=("Nội vụ", _YT, "Giáo dục và Đào tạo"),
       aliases=("lđtbxh", "lđtbvxh", "lđ|tb|xã hội")),
    _f("Nội vụ - Lao động, Thương binh và Xã hội", "nội vụ|lao động|thương binh|xã hội",
       "noi-vu lao-dong thuong-binh xa-hoi", "phòng", until=NO_DISTRICTS, becomes=(_VHXH,)),
    _f(_VHTTDL, "văn hóa|thể thao|du lịch", "van-hoa the-thao du-lich", "bộ sở", aliases=("vh|tt|dl", "vhttdl")),
    _f("Văn hóa và Thể thao", "văn hóa|thể thao", "van-hoa the-thao", "sở"),
    _f("Văn hóa", "văn hóa", "van-hoa", "sở ban phòng"),
    _f("Thể thao", "thể thao", "the-thao", "phòng"),
    _f("Du lịch", "du lịch", "du-lich", "sở phòng"),
    _f("Văn hóa, Thông tin, Thể thao và Du lịch", "văn hóa|thông tin|thể thao|du lịch",
       "van-hoa thong-tin the-thao du-lich", "sở", until=MERGER, becomes=(_VHTTDL,)),
    _f("Văn hóa và Thông tin", "văn hóa|thông tin", "van-hoa thong-tin", "phòng ban", until=NO_DISTRICTS,
       becomes=(_VHXH,)),
    _f("Văn hóa, Khoa học và Thông tin", "văn hóa|khoa học|thông tin", "van-hoa khoa-hoc thong-tin", "phòng",
       since=MERGER, until=NO_DISTRICTS, becomes=(_VHXH,)),
    _f(_VHXH, "văn hóa|xã hội", "van-hoa xa-hoi", "phòng ban"),
    _f("Văn hóa - Xã hội và Giáo dục", "văn hóa|xã hội|giáo dục", "van-hoa xa-hoi giao-duc", "ban"),
    _f(_KHCN, "khoa học|công nghệ", "khoa-hoc cong-nghe", "bộ sở phòng", aliases=("kh|cn", "khcn")),
    _f("Giáo dục và Đào tạo", "giáo dục|đào tạo", "giao-duc dao-tao", "bộ sở phòng"),
    _f("Giáo dục", "giáo dục", "giao-duc", "phòng ban"),
    _f("Giáo dục, Khoa học và Công nghệ", "giáo dục|khoa học|công nghệ", "giao-duc khoa-hoc cong-nghe", "sở",
       until=MERGER, becomes=("Giáo dục và Đào tạo", _KHCN)),
    _f(_YT, "y tế", "y-te", "bộ sở phòng ngành", aliases=("yt",)),
    _f("An toàn thực phẩm", "an toàn thực phẩm", "y-te an-toan-thuc-pham", "sở phòng", aliases=("attp",)),
    _f("Ngoại vụ", "ngoại vụ", "ngoai-vu", "sở phòng"),
    _f("Ngoại giao", "ngoại giao", "ngoai-vu", "bộ"),
    _f("Quy hoạch - Kiến trúc", "quy hoạch|kiến trúc", "quy-hoach", "sở", aliases=("qh|kt",)),
    _f("Dân tộc", "dân tộc", "dan-toc", "ban phòng", until=MERGER, becomes=(_DTTG,)),
    _f(_DTTG, "dân tộc|tôn giáo", "dan-toc ton-giao", "bộ sở phòng ban", since=MERGER),
    _f("Tôn giáo", "tôn giáo", "ton-giao", "ban phòng"),
    _f("Quốc phòng", "quốc phòng", "quoc-phong", "bộ"),
    _f("Công an", "công an", "an-ninh", "bộ"),
    _f("Kinh tế", "kinh tế", "kinh-te", "phòng ban"),
    _f("Kinh tế và Hạ tầng", "kinh tế|hạ tầng", "kinh-te ha-tang", "phòng", until=NO_DISTRICTS, becomes=("Kinh tế",),
       aliases=("ktht",)),
    _f(_KTHTDT, "kinh tế|hạ tầng|đô thị", "kinh-te ha-tang do-thi", "phòng", since=MERGER),
    _f("Kinh tế - Xã hội", "kinh tế|xã hội", "kinh-te xa-hoi", "ban phòng", aliases=("kinh tế xã hội",)),
    _f("Kinh tế - Ngân sách", "kinh tế|ngân sách", "kinh-te tai-chinh", "ban"),
    _f("Quản lý đô thị", "quản lý đô thị", "do-thi", "phòng", until=NO_DISTRICTS, becomes=(_KTHTDT,)),
    _f("Hạ tầng kinh tế", "hạ tầng kinh tế", "kinh-te ha-tang", "phòng", until=NO_DISTRICTS),
    _f("Tài chính - Kế hoạch", "tài chính|kế hoạch", "tai-chinh ke-hoach", "phòng ban", until=NO_DISTRICTS,
       becomes=("Kinh tế",), aliases=("tc|kh", "tckh")),
    _f("Kế hoạch - Tài chính", "kế hoạch|tài chính", "ke-hoach tai-chinh", "phòng vụ"),
    _f("Tài chính - Kế toán", "tài chính|kế toán", "tai-chinh", "phòng"),
    _f("Kê khai và Kế toán thuế", "kê khai|kế toán thuế", "tai-chinh", "phòng"),
    _f("Tổ chức - Hành chính", "tổ chức|hành chính", "to-chuc hanh-chinh", "phòng"),
    _f("Hành chính - Tổ chức", "hành chính|tổ chức", "to-chuc hanh-chinh", "phòng"),
    _f("Hành chính - Quản trị", "hành chính|quản trị", "hanh-chinh", "phòng"),
    _f("Tổ chức cán bộ", "tổ chức|cán bộ", "to-chuc", "phòng vụ cục"),
    _f("Cán bộ, công chức, viên chức", "cán bộ|công chức|viên chức", "to-chuc", "phòng"),
    _f("Lao động, tiền lương và bảo hiểm xã hội", "lao động|tiền lương|bảo hiểm xã hội", "lao-dong", "phòng"),
    _f("Giáo dục trung học, giáo dục thường xuyên", "giáo dục trung học|giáo dục thường xuyên", "giao-duc", "phòng"),
    _f("Nghiệp vụ, tổng hợp", "nghiệp vụ|tổng hợp", "tong-hop", "phòng"),
    _f("Phổ biến, giáo dục pháp luật", "phổ biến|giáo dục pháp luật", "tu-phap", "phòng cục"),
    _f("Trợ giúp pháp lý nhà nước", "trợ giúp pháp lý nhà nước", "tu-phap"),
    _f("Trợ giúp pháp lý", "trợ giúp pháp lý", "tu-phap", "cục phòng"),
    _f("Bưu chính, Viễn thông", "bưu chính|viễn thông", "buu-chinh vien-thong", "phòng"),
    _f("Khuyến công và Tư vấn phát triển công nghiệp", "khuyến công|tư vấn phát triển công nghiệp", "cong-thuong"),
    _f("Giáo dục nghề nghiệp - Giáo dục thường xuyên", "giáo dục nghề nghiệp|giáo dục thường xuyên", "giao-duc"),
    _f("Giáo dục thường xuyên", "giáo dục thường xuyên", "giao-duc", "phòng"),
    _f("Giám sát, điều hành đô thị thông minh", "giám sát|điều hành|đô thị thông minh", "thong-tin",
       aliases=("giám sát|điều hành|thông minh",)),
    _f("Điều dưỡng người có công", "điều dưỡng người có công", "nguoi-co-cong"),
    _f("An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao",
       "an ninh mạng|phòng|chống tội phạm sử dụng công nghệ cao", "an-ninh", "phòng cục"),
    _f("Cảnh sát quản lý hành chính về trật tự xã hội", "cảnh sát quản lý hành chính|về trật tự xã hội", "an-ninh",
       "phòng cục"),
    _f("Cảnh sát điều tra tội phạm về ma túy", "cảnh sát điều tra tội phạm về ma túy", "an-ninh", "phòng cục"),
    _f("Cảnh sát điều tra tội phạm về kinh tế", "cảnh sát điều tra tội phạm về kinh tế", "an-ninh", "phòng cục"),
    _f("Cảnh sát phòng, chống tội phạm về môi trường", "cảnh sát phòng|chống tội phạm về môi trường", "an-ninh",
       "phòng cục"),
    _f("Tham mưu", "tham mưu", "an-ninh", "phòng"),
    _f("Hậu cần", "hậu cần", "an-ninh", "phòng cục ban"),
    _f("Pháp chế", "pháp chế", "tu-phap", "phòng vụ ban"),
    _f("Nghiệp vụ Y", "nghiệp vụ y", "y-te", "phòng"),
    _f("Nghiệp vụ Dược", "nghiệp vụ dược", "y-te", "phòng"),
    _f("Dân số và Phát triển", "dân số|phát triển", "dan-so", "phòng ban"),
    _f("Dân số - Kế hoạch hóa gia đình", "dân số|kế hoạch hóa gia đình", "dan-so", "phòng ban"),
    _f("Quản lý thị trường", "quản lý thị trường", "cong-thuong thi-truong", "", aliases=("qltt",)),
    _f("Bảo vệ thực vật", "bảo vệ thực vật", "nong-nghiep", "", aliases=("bvtv",)),
    _f("Trồng trọt và Bảo vệ thực vật", "trồng trọt|bảo vệ thực vật", "nong-nghiep", "", aliases=("tt|bvtv",)),
    _f("Chăn nuôi và Thú y", "chăn nuôi|thú y", "nong-nghiep", "", aliases=("cn|ty",)),
    _f("Trồng trọt, Chăn nuôi và Thú y", "trồng trọt|chăn nuôi|thú y", "nong-nghiep"),
    _f("Chăn nuôi, Thú y và Thủy sản", "chăn nuôi|thú y|thủy sản", "nong-nghiep"),
    _f("Chăn nuôi", "chăn nuôi", "nong-nghiep", "cục"),
    _f("Thú y", "thú y", "nong-nghiep"),
    _f("Thủy sản", "thủy sản", "nong-nghiep"),
    _f("Nuôi trồng thủy sản", "nuôi trồng thủy sản", "nong-nghiep", "vụ phòng viện"),
    _f("Thủy lợi", "thủy lợi", "nong-nghiep thuy-loi"),
    _f("Kiểm lâm", "kiểm lâm", "lam-nghiep"),
    _f("Lâm nghiệp", "lâm nghiệp", "lam-nghiep"),
    _f("Khuyến nông", "khuyến nông", "nong-nghiep"),
    _f("Thống kê", "thống kê", "thong-ke"),
    _f("Thuế", "thuế", "tai-chinh thue"),
    _f("Hải quan", "hải quan", "tai-chinh hai-quan"),
    _f("Thi hành án dân sự", "thi hành án dân sự", "tu-phap", "", aliases=("thads",)),
    _f("Bảo vệ môi trường", "bảo vệ môi trường", "moi-truong"),
    _f("Quản lý đất đai", "quản lý đất đai", "tai-nguyen", "phòng"),
    _f("Tổ chức", "tổ chức", "to-chuc", "ban"),
    _f("Tuyên giáo", "tuyên giáo", "tuyen-giao", "ban"),
    _f("Tuyên giáo và Dân vận", "tuyên giáo|dân vận", "tuyen-giao dan-van", "ban"),
    _f("Dân vận", "dân vận", "dan-van", "ban"),
    _f("Nội chính", "nội chính", "noi-chinh", "ban"),
    _f("Xây dựng Đảng", "xây dựng đảng", "to-chuc", "ban"),
    _f("Thi đua - Khen thưởng", "thi đua|khen thưởng", "thi-dua", "ban phòng"),
)
