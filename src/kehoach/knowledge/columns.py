"""Columns of task, target and cost tables by their headings (bare form)."""

from __future__ import annotations

from kehoach.records import NamedTuple


class Column(NamedTuple):
    """``role``: what the cells below say; ``pattern``: searched in the bare heading."""

    role: str
    pattern: str
    examples: tuple[str, ...]
    others: tuple[str, ...] = ()


COLUMNS: tuple[Column, ...] = (
    Column("number", r"^\W*(?:s?\s?t\s?t|so tt|so thu tu)\b", ("TT", "STT", "Số TT", "ST T"), ("Nội dung",)),
    Column("note", r"ghi chu", ("Ghi chú",)),
    Column("unit", r"^don vi tinh|^d\.?v\.?t\b|^dv tinh|^don vi$", ("Đơn vị tính", "ĐVT"), ("Đơn vị chủ trì",)),
    Column("supervisor", r"lanh dao (?:phu trach|chi dao|theo doi)|chi dao", ("Lãnh đạo phụ trách", "Lãnh đạo chỉ đạo")),
    Column(
        "lead",
        r"chu tri\W{1,3}(?:va )?phoi hop|phoi hop\W{1,3}chu tri",
        ("Đơn vị chủ trì/phối hợp", "Chủ trì, phối hợp"),
        ("Phối hợp",),
    ),
    Column(
        "partners",
        r"phoi hop|tham gia|^(?:cac )?(?:don vi|co quan)(?:, (?:don vi|co quan))? (?:ho tro|(?:co )?lien quan)$",
        ("Cơ quan phối hợp", "Đơn vị phối hợp", "Đơn vị liên quan", "Cơ quan, đơn vị liên quan"),
        ("Chủ trì", "Nội dung liên quan"),
    ),
    Column(
        "lead",
        r"chu tri|dau moi|phu trach|nguoi (?:thuc hien|phu trach|chu tri)|(?:don vi|d/v|co quan|bo phan|to chuc|ca nhan|chu the|luc luong|giao vien|gv|can bo|khoa|phong|to) (?:quan ly, )?(?:thuc hien|trien khai|tham muu)|^(?:don vi|co quan) (?:to chuc|dang cai|soan thao|trinh|ra soat|xay dung|thuong truc)|phan cong|trach nhiem|(?:don vi|co quan) duoc giao|^giao (?:cho|don vi)\b|dam nhiem|^chu dau tu$|^thuc hien$|^doan (?:thanh tra|kiem tra|giam sat)$|^truong doan$",
        ("Cơ quan chủ trì", "Đơn vị thực hiện", "Người phụ trách", "Thực hiện", "Đoàn thanh tra", "Đơn vị đăng cai", "Trưởng đoàn", "Cơ quan soạn thảo",
         "Đơn vị được giao nhiệm vụ", "Giao cho", "Chủ đầu tư", "Khoa/phòng thực hiện", "Lực lượng thực hiện"),
        ("Nội dung thực hiện", "Thời gian thực hiện", "Đơn vị", "Hình thức tổ chức"),
    ),
    Column(
        "time",
        r"thoi (?:gian|han|diem)|^t[/.]? ?g(?:ian)?\b|^tgth$|tien do|^han\b(?! (?:muc|che|ngach))|^(?:quy|tuan|nam thuc hien|giai doan thuc hien|lich(?: thuc hien)?|bat dau|ket thuc)$|^ngay\b(?! cong)|ngay (?:thuc|hoan|to|giao)|^thang\b|(?<!san pham )hoan thanh|lo trinh|^buoi|^gio\b",
        ("Thời gian hoàn thành", "Thời hạn", "Tiến độ", "T/gian", "TG thực hiện", "Tháng", "Hạn", "Hạn cuối", "Quý", "Năm thực hiện"),
        ("Nội dung", "Hạn mức", "Quý I", "Sản phẩm hoàn thành"),
    ),
    Column("place", r"^dia (?:diem|ban|chi)|^noi (?:thuc hien|to chuc)$", ("Địa điểm", "Nơi tổ chức")),
    Column("output", r"san pham|ket qua|dau ra", ("Sản phẩm", "Kết quả đầu ra", "Sản phẩm hoàn thành")),
    Column("source", r"^nguon\b", ("Nguồn kinh phí", "Nguồn vốn", "Nguồn"), ("Kinh phí",)),
    Column(
        "money",
        r"kinh phi|thanh tien|^t\. ?tien|so tien|don gia|du toan|tong muc dau tu|^muc (?:ho tro|chi|thuong|tro cap|khen thuong)|ngan sach|von\b|^ns(?:tw|t|h|x|nn|dp)?\b|^dan (?:gop|dong gop)|^(?:nhan )?dan dong gop|^(?:nam|giai doan|tong|cong)\b.{0,24}[(](?:trieu|ty|nghin|ngan) dong[)]",
        ("Kinh phí (triệu đồng)", "Năm 2026 (triệu đồng)", "Thành tiền", "NS cấp trên", "NSTW", "Dân góp", "Tổng mức đầu tư",
         "Mức hỗ trợ (đồng)"),
        ("Nội dung", "Dân tộc"),
    ),
    Column("year", r"(?:^|nam |den )(?:19|20)\d\d\b", ("Năm 2024", "2025", "Đến 2030"), ("Nội dung",)),
    Column(
        "task",
        r"noi dung|nhiem vu|cong viec|hoat dong|chi tieu|muc tieu|chi so|dau viec|hang muc|tieu chi|chuyen de|mon thi|khoan (?:muc|chi|thu)|dien giai|noi d|cong tac|viec|(?:giai|bien) phap",
        ("Nội dung công việc", "Nhiệm vụ", "Chỉ tiêu", "Hoạt động", "Khoản chi", "Diễn giải", "Giải pháp khắc phục"),
        ("Thời gian",),
    ),
)
