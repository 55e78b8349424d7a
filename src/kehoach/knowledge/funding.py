"""Where a plan's money comes from: the kinds of source, each with the words it is printed in.

The kinds are a closed list:

``state-budget``        ngân sách nhà nước, or a budget not said whose; regular spending and estimates (chi thường xuyên)
``central-budget``      ngân sách trung ương
``local-budget``        ngân sách địa phương
``provincial-budget``   ngân sách tỉnh, thành phố
``district-budget``     ngân sách huyện, quận, thị xã
``commune-budget``      ngân sách xã, phường, thị trấn
``public-investment``   vốn đầu tư công, vốn đầu tư phát triển
``target-programme``    chương trình mục tiêu (quốc gia)
``counterpart``         vốn đối ứng
``oda``                 vốn ODA, vốn vay của nhà tài trợ nước ngoài
``aid``                 viện trợ, tài trợ
``loan``                vốn tín dụng, vốn vay
``insurance``           quỹ bảo hiểm
``fund``                any other fund (quỹ)
``own-revenue``         nguồn thu sự nghiệp, kinh phí tự chủ của đơn vị
``enterprise``          doanh nghiệp, hợp tác xã, chủ thể
``people``              nhân dân, cha mẹ học sinh đóng góp
``socialised``          xã hội hóa
``lawful-other``        nguồn (thu, vốn) hợp pháp khác, huy động khác
"""

from __future__ import annotations

from kehoach.records import NamedTuple


class SourceKind(NamedTuple):
    """A kind of source and the pattern, on folded text, of the words that name it.

    ``needs``: words one of which stands in every such name.
    """

    kind: str
    needs: tuple[str, ...]
    pattern: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()


_LEVELS = r"(?:nguồn )?(?:vốn )?(?:sự nghiệp )?ngân sách (?:của )?(?:cấp )?"

#: In order: of two that start at the same place the first stands.
SOURCE_KINDS: tuple[SourceKind, ...] = (
    SourceKind("central-budget", ("trung ương", "tw"), _LEVELS + r"(?:trung ương|tw)(?!\w)|(?<!\w)ns ?tw(?!\w)",
               ("Ngân sách Trung ương", "vốn ngân sách TW", "NSTW")),
    SourceKind("local-budget", ("địa phương", "đp"), _LEVELS + r"(?:các cấp ở )?địa phương|(?<!\w)ns ?đp(?!\w)", ("ngân sách địa phương", "NSĐP")),
    SourceKind("provincial-budget", ("tỉnh", "thành phố"), _LEVELS + r"(?:tỉnh|thành phố)(?!\w)|(?<!\w)ns (?:tỉnh|thành phố)(?!\w)",
               ("Ngân sách tỉnh", "vốn sự nghiệp ngân sách tỉnh", "NS tỉnh")),
    SourceKind("district-budget", ("huyện", "quận", "thị xã"), _LEVELS + r"(?:huyện|quận|thị xã)(?!\w)|(?<!\w)ns (?:huyện|quận)(?!\w)",
               ("ngân sách cấp huyện", "NS huyện"), ("ngân sách xã",)),
    SourceKind("commune-budget", ("xã", "phường", "thị trấn"), _LEVELS + r"(?:xã|phường|thị trấn)(?!\w| hội)|(?<!\w)ns (?:xã|phường)(?!\w| hội)",
               ("ngân sách xã", "NS xã"), ("ngân sách xã hội",)),
    SourceKind("state-budget", ("dự toán", "ngân sách", "thường xuyên", "sự nghiệp", "tự chủ", "nsnn"), r"(?<!\w)nsnn(?!\w)|(?:nguồn )?dự toán chi (?:ngân sách (?:nhà nước|địa phương)|thường xuyên)|"
               r"(?:nguồn )?(?:vốn )?(?<!phân cấp )(?<!cấp quản lý )ngân sách (?:nhà nước|nn)(?!\w)|(?:nguồn )?(?:kinh phí )?chi thường xuyên|"
               r"(?:nguồn )?dự toán (?:giao|chi)(?! tiết| ?[\d:])(?: không)?(?: tự chủ)?|(?:nguồn )?vốn sự nghiệp(?! ngân sách)|"
               r"(?:nguồn )?kinh phí sự nghiệp|(?:nguồn )?(?<!phân cấp )(?<!cấp quản lý )ngân sách (?:các cấp|đảng(?!\w)|cấp(?= *[:,;.(]| \d|$)|(?:được )?giao|hiện hành|sự nghiệp)|nguồn sự nghiệp|"
               r"(?:nguồn )?kinh phí (?:không )?(?:tự chủ|thường xuyên)",
               ("ngân sách nhà nước", "nguồn chi thường xuyên", "vốn sự nghiệp", "NSNN", "ngân sách Đảng"),
               ("luật ngân sách", "theo phân cấp ngân sách hiện hành")),
    SourceKind("public-investment", ("vốn đầu tư",), r"(?:nguồn )?vốn đầu tư (?:công|phát triển|xây dựng cơ bản)(?: trung hạn)?",
               ("vốn đầu tư công trung hạn",), ("luật đầu tư công",)),
    SourceKind("target-programme", ("chương trình m", "ctmt"), r"(?<!\w)(?:các )?ctmt(?:qg)?(?!\w)|(?:các )?chương trình mục tiêu(?: quốc gia)?|chương trình mtqg",
               ("Chương trình mục tiêu quốc gia", "các chương trình mục tiêu", "nguồn vốn CTMTQG")),
    SourceKind("counterpart", ("đối ứng",), r"(?:nguồn )?(?:vốn )?đối ứng", ("vốn đối ứng",)),
    SourceKind("oda", ("oda", "vay ", "nước ngoài"), r"(?:nguồn )?(?:vốn )?(?:oda(?!\w)|vay (?:ngân hàng thế giới|adb|wb|nước ngoài))|vốn nước ngoài",
               ("Vốn ODA", "vốn vay Ngân hàng Thế giới")),
    SourceKind("aid", ("tài trợ", "viện trợ"), r"(?:nguồn )?(?:vốn |kinh phí )?(?:viện trợ|tài trợ)(?:, (?:viện trợ|tài trợ))?",
               ("nguồn tài trợ", "viện trợ, tài trợ"), ("nhà tài trợ",)),
    SourceKind("insurance", ("quỹ b",), r"quỹ (?:bảo hiểm|bhyt|bhxh)(?: y tế| xã hội| thất nghiệp)?", ("Quỹ bảo hiểm y tế",)),
    SourceKind("fund", ("quỹ ",), r"(?:nguồn )?quỹ [\"“]?(?!đất|thời gian|đạo)[^\W\d_]+(?:,? (?!của|để|và|cho|tại|từ|do|theo|các)[^\W\d_]+){0,7}", ("Quỹ Bảo trợ trẻ em",), ("quỹ đất",)),
    SourceKind("own-revenue", ("thu sự nghiệp", "thu dịch vụ", "thu để lại", "nguồn thu", "phí"), r"(?:nguồn )?thu (?:sự nghiệp|dịch vụ|để lại)|"
               r"nguồn (?:thu )?(?:phí|lệ phí|học phí|viện phí|đoàn phí|hội phí)(?:, lệ phí)?(?!\w)|"
               r"nguồn thu (?:hợp pháp )?của (?:các )?(?:đơn vị|cơ sở|trường)",
               ("nguồn thu sự nghiệp", "nguồn thu phí, lệ phí"), ("thu học phí",)),
    SourceKind("loan", ("tín dụng", "vốn vay"), r"(?:nguồn )?(?:vốn )?(?:tín dụng(?: chính sách| ưu đãi)?)|(?:nguồn )?vốn vay(?: ưu đãi)?",
               ("vốn tín dụng", "vốn vay ưu đãi")),
    SourceKind("enterprise", ("doanh nghiệp", "chủ thể", "hợp tác xã", "nhà đầu tư"), r"(?:nguồn )?vốn (?:của )?(?:các )?(?:doanh nghiệp|chủ thể|hợp tác xã|nhà đầu tư)|doanh nghiệp (?:tự|đóng góp|đối ứng|đầu tư)",
               ("vốn doanh nghiệp", "doanh nghiệp tự cân đối"), ("phát triển doanh nghiệp",)),
    SourceKind("people", ("góp", "chi trả"), r"(?:nhân dân|người dân|phụ huynh) (?:tự )?chi trả|"
               r"(?:nguồn )?(?:huy động )?(?:vốn )?(?:nhân dân|người dân|cha mẹ học sinh|phụ huynh|cộng đồng) (?:tự )?(?:đóng góp|góp)|"
               r"(?:nhân dân )?đóng góp (?:bằng tiền|của (?:nhân dân|người dân|tổ chức|các tổ chức|phụ huynh))",
               ("nhân dân đóng góp", "đóng góp của các tổ chức")),
    SourceKind("socialised", ("xã hội hóa",), r"(?:nguồn )?(?:vốn |kinh phí )?xã hội hóa", ("nguồn xã hội hóa",)),
    SourceKind("lawful-other", ("hợp pháp", "khác"), r"(?:các )?nguồn (?:vốn |thu |kinh phí |lực |huy động |tài chính |tài trợ )*(?:hợp pháp(?: khác)?|khác)|"
               r"(?:các )?(?:nguồn )?(?:vốn )?huy động (?:hợp pháp )?khác|(?:nguồn )?(?:vốn )?(?:hợp pháp|lồng ghép) khác",
               ("các nguồn hợp pháp khác", "nguồn thu hợp pháp khác", "huy động khác")),
)  # fmt: skip

#: A text with one of these speaks of money.
MONEY_WORDS: tuple[str, ...] = (
    r"kinh phí", r"ngân sách(?! nhà nước số)", r"dự toán", r"quyết toán", r"nguồn vốn", r"bố trí vốn", r"vốn đầu tư", r"tài trợ",
    r"xã hội hóa", r"mức chi", r"chi trả", r"nguồn tài chính", r"hỗ trợ tài chính", r"giải ngân", r"nguồn thu", r"thù lao", r"quỹ hỗ trợ",
    r"vốn vay", r"vay vốn", r"nsnn", r"nstw", r"nsđp", r"ns (?:tỉnh|huyện|xã)",
)  # fmt: skip
#: Names that hold such words without speaking of money.
MONEY_NAMES: tuple[str, ...] = (r"luật ngân sách nhà nước", r"quỹ đất", r"cải cách tài chính công")
