"""How Vietnamese officialese says the same in other words: spellings, short forms, words that answer each other, empty words.

Each row of :data:`ANSWERING` is one notion and the words plans use for it.  Comparing counts them as one word, so a row
may only hold words that stand for each other in a plan's task, whatever the sector: "tập huấn" and "bồi dưỡng", not "lúa" and
"cây trồng".  Every row stands with a pair of phrases that mean the same and one that does not; a test runs each against them.
"""

from __future__ import annotations

from kehoach.records import NamedTuple


class Notion(NamedTuple):
    """One notion, the words for it, and how it is tried."""

    name: str
    words: tuple[str, ...]
    alike: tuple[str, str]
    """Two phrases that must get the same words."""
    apart: tuple[str, str]
    """Two phrases that must not."""


def _n(name: str, words: str, alike: str, apart: str) -> Notion:
    one, two = (half.strip() for half in alike.split("=")), (half.strip() for half in apart.split("≠"))
    return Notion(name, tuple(w.strip() for w in words.split("|")), tuple(one), tuple(two))  # type: ignore[arg-type]


ANSWERING: tuple[Notion, ...] = (
    _n("hằng", "hàng năm | hằng năm | mỗi năm | từng năm", "mỗi năm 5 lớp = hằng năm 5 lớp", "hàng năm ≠ hàng giả"),
    _n("bảo-đảm", "bảo đảm | đảm bảo", "đảm bảo an toàn = bảo đảm an toàn", "bảo đảm ≠ bảo vệ"),
    _n("truyền-thông", "tuyên truyền | truyền thông | phổ biến | quảng bá", "phổ biến pháp luật = tuyên truyền pháp luật", "truyền thông ≠ truyền nhiễm"),
    _n("tập-huấn", "tập huấn | bồi dưỡng | đào tạo", "tập huấn cán bộ = bồi dưỡng cán bộ", "tập huấn ≠ tập thể"),
    _n("kiểm-tra", "kiểm tra | thanh tra | giám sát", "kiểm tra cơ sở = thanh tra cơ sở", "kiểm tra ≠ kiểm nghiệm"),
    _n("kinh-phí", "kinh phí | ngân sách | nguồn vốn", "bố trí kinh phí = bố trí ngân sách", "kinh phí ≠ kinh tế"),
    _n("rà-soát", "rà soát | soát xét", "rà soát văn bản = soát xét văn bản", "rà soát ≠ rà phá"),
    _n("kiện-toàn", "kiện toàn | củng cố", "kiện toàn hội đồng = củng cố hội đồng", "củng cố ≠ cố định"),
    _n("ban-hành", "ban hành | xây dựng | soạn thảo", "ban hành kế hoạch = xây dựng kế hoạch", "ban hành ≠ ban chỉ đạo"),
    _n("bố-trí", "bố trí | cân đối", "bố trí vốn = cân đối vốn", "bố trí ≠ vị trí"),
    _n("phân-công", "phân công | giao nhiệm vụ | cử", "cử cán bộ = phân công cán bộ", "phân công ≠ phân bón"),
    _n("giáo-viên", "giáo viên | nhà giáo", "tập huấn nhà giáo = tập huấn giáo viên", "giáo viên ≠ viên chức"),
    _n("phụ-huynh", "phụ huynh | cha mẹ | cha, mẹ", "phụ huynh học sinh = cha mẹ học sinh", "phụ huynh ≠ phụ cấp"),
    _n("phân-hạng", "phân hạng | xếp hạng | xếp loại", "phân hạng sản phẩm = xếp hạng sản phẩm", "xếp hạng ≠ xếp dỡ"),
    _n("thực-hiện", "thực hiện | triển khai | tổ chức thực hiện | triển khai thực hiện", "triển khai kế hoạch = thực hiện kế hoạch", "thực hiện ≠ thực phẩm"),
    _n("trực-tuyến", "trực tuyến | trên mạng | qua mạng", "bán hàng trực tuyến = bán hàng qua mạng", "trực tuyến ≠ thường trực"),
    _n("hướng-dẫn", "hướng dẫn | chỉ đạo | đôn đốc", "hướng dẫn các xã = chỉ đạo các xã", "hướng dẫn ≠ phương hướng"),
    _n("thường-trực", "cơ quan thường trực | đơn vị thường trực | làm thường trực", "là cơ quan thường trực = là đơn vị thường trực", "thường trực ≠ thường xuyên"),
    _n("xử-lý", "xử lý | xử phạt", "xử lý vi phạm = xử phạt vi phạm", "xử lý ≠ quản lý"),
    _n("ngăn-chặn", "ngăn chặn | đấu tranh | phòng chống | phòng, chống", "phòng chống tội phạm = phòng, chống tội phạm", "phòng chống ≠ phòng học"),
    _n("cắt-giảm", "cắt giảm | rút ngắn | giảm bớt", "rút ngắn thời gian = cắt giảm thời gian", "cắt giảm ≠ cắt cỏ"),
    _n("nhận-thức", "nhận thức | hiểu biết", "nâng cao nhận thức = nâng cao hiểu biết", "nhận thức ≠ hình thức"),
    _n("hỗ-trợ", "hỗ trợ | giúp đỡ", "hỗ trợ hộ nghèo = giúp đỡ hộ nghèo", "hỗ trợ ≠ bổ trợ"),
    _n("mở-lớp", "mở lớp | mở các lớp | tổ chức lớp | tổ chức các lớp", "mở lớp tập huấn = tổ chức lớp tập huấn", "mở lớp ≠ mở rộng"),
)  # fmt: skip

SHORT_FORMS: dict[str, str] = {
    "ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân", "ubmttq": "ủy ban mặt trận tổ quốc", "mttq": "mặt trận tổ quốc",
    "cntt": "công nghệ thông tin", "cđs": "chuyển đổi số", "attp": "an toàn thực phẩm", "pccc": "phòng cháy chữa cháy",
    "tthc": "thủ tục hành chính", "cchc": "cải cách hành chính", "ptnt": "phát triển nông thôn", "htx": "hợp tác xã",
    "gdđt": "giáo dục đào tạo", "bhyt": "bảo hiểm y tế", "bhxh": "bảo hiểm xã hội", "qppl": "quy phạm pháp luật",
    "lhpn": "liên hiệp phụ nữ", "tncs": "thanh niên cộng sản", "cbccvc": "cán bộ công chức viên chức", "hssv": "học sinh sinh viên",
}  # fmt: skip
"""Short forms that stand in running text, folded, and what they are read as."""

FUNCTION: frozenset[str] = frozenset(
    """và của các những cho với trong trên về theo tại từ đến để là có được do bởi khi này đó nhằm như cũng đã sẽ phải
    nếu hoặc cùng ra vào lên đối mọi từng một""".split()
)
"""Words that join others."""

EMPTY: frozenset[str] = FUNCTION | frozenset(
    """thuộc cách việc công tác nội dung nhiệm vụ giải pháp hiệu quả kịp thời thường xuyên tăng cường đẩy mạnh tiếp tục
    chủ trì phối hợp chủ động tham mưu liên quan quy định địa phương địa bàn đơn vị cơ quan tổ chức thực hiện triển khai
    nâng cao phù hợp tình hình thực tế thực tiễn gồm cụ thể
    ngày tháng năm quý trước sau hết đầu cuối mỗi ít nhất tối thiểu trở dưới đạt hoàn thành thời gian""".split()
)
"""Syllables that say little about what is to be done, in any plan."""

SLIGHT: tuple[str, ...] = (
    "tăng cường", "đẩy mạnh", "tiếp tục", "nâng cao", "chủ trì", "phối hợp", "chủ động", "tham mưu", "thường xuyên", "kịp thời", "hiệu quả",
    "liên quan", "quy định", "địa phương", "địa bàn", "đơn vị", "cơ quan", "tổ chức", "công tác", "nội dung", "nhiệm vụ", "giải pháp",
    "ít nhất", "tối thiểu", "trở lên", "thời gian", "hoàn thành", "trước ngày", "từ ngày", "đến ngày", "đến năm", "hết năm", "trong năm",
    "tình hình", "thực tế", "thực tiễn", "phù hợp", "cụ thể", "kế hoạch", "các cấp", "các ngành", "sở ban", "ban ngành",
)  # fmt: skip
"""Pairs of syllables that say little, likewise."""
