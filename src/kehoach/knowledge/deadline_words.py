"""The words that make a printed date a deadline, and those that take it away.

Patterns run on the bare form of the text (:func:`kehoach.folding.bare`: lower case, no diacritics), anchored at the
end of the words that stand before the date; times of day, week days and "ngày" are left off before that.  The first
row that matches decides: vetoes come first, then the cues in printed order.
"""

from __future__ import annotations

from typing import Final

from kehoach.records import NamedTuple


class Cue(NamedTuple):
    """Words before a date.

    ``bound`` is how they bind, ``None`` where the date binds nobody.  ``examples`` are texts up to where the date
    would stand; ``counters`` look alike, and this row must not match them.
    """

    name: str
    bound: str | None
    pattern: str
    examples: tuple[str, ...]
    counters: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    """One of these is in whatever the pattern matches; looked for first, since most rows say nothing of most dates."""
    unlike: tuple[str, ...] = ()
    """Words as they are spelled that look the same without their marks: with one of them the row does not hold.

    Where a plan lost its marks, this is asked of rows that bind nobody only."""


# Documents are dated too: "Công văn ngày 08/4/2024", "Kế hoạch số 15/KH-UBND ngày".
DOCUMENTS: Final = (
    r"(?:cong van|quyet dinh|nghi quyet|thong bao|ke hoach|chi thi|ket luan|van ban|to trinh|huong dan|thong tu|nghi dinh"
    r"|luat|phap lenh|cong dien|quy dinh|quy che|bien ban|hop dong|giay moi|giay phep|chuong trinh|de an|thong tri"
    r"|lenh|sac lenh|hien phap|thong bao ket luan)"
)

VETOES: Final[tuple[Cue, ...]] = (
    Cue("counted to a day", None, r"\b(?:tinh (?:den|tu)(?: thoi diem)?|so lieu(?: \w+){0,3} (?:den|tu)|chot (?:so lieu )?(?:den|tu))(?: het)?",
        ("công dân đủ 18 tuổi tính đến", "số liệu chốt từ", "số liệu thống kê đến hết"), ("hoàn thành cập nhật trước", "Tuần lễ chuyển đổi số của tỉnh từ"), needs=("tinh ", "so lieu", "chot "),
        unlike=("tỉnh",)),
    Cue("taking effect", None, r"\b(?:hieu luc|gia tri)(?: thi hanh)?(?: phap luat)?(?: ke)?(?: tu| den)?(?: het)?",
        ("Luật có hiệu lực từ", "thẻ có giá trị đến", "có hiệu lực thi hành kể từ"), ("nâng cao hiệu lực quản lý, xong trước",), needs=("hieu luc", "gia tri")),
    Cue("days before an event", None, r"\b\d{1,3} ngay truoc(?: ngay)?(?: [a-z]+){0,3}", ("niêm yết (40 ngày trước ngày bầu cử", "gửi 10 ngày trước"),
        ("hoàn thành trước ngày bầu cử", "trong 5 ngày, trước"), needs=(" ngay truoc",)),
    Cue("a rate's day", None, r"(?:^|[,;:.]\s?)(?:muc )?(?:luong (?:toi thieu|co so)|chuan (?:can )?ngheo|thue suat|bang gia|muc (?:luong|thu|dong|huong|gia))\b[^,;:]{0,90}\b(?:ke )?tu",
        ("Mức lương tối thiểu vùng là 4.000.000 đồng/tháng từ", "lãi suất giữ nguyên; lương cơ sở kể từ"), ("Áp dụng mức thu mới từ", "Công bố bảng giá đất trước"),
        needs=("luong ", "ngheo", "thue suat", "bang gia", "muc ")),
    Cue("born", None, r"(?:(?:^|[,(;]\s?|\b(?:nguoi|dan|tuoi|nu|nam|em|tre|tuong|vien|phat) )sinh)(?: tu| truoc| sau| vao| trong)?",
        ("người sinh từ", "Người cao tuổi sinh trước", "hồ sơ phát sinh từ"), ("bàn giao học sinh trước",), needs=("sinh",)),
    Cue("a document's date", None, rf"\b{DOCUMENTS}(?: so)?(?: [\w./-]*[/-][\w./-]*)?,?",
        ("gửi kèm Công văn", "theo Kế hoạch số 15/KH-UBND"), ("ban hành kế hoạch trước", "gửi tờ trình chậm nhất")),
    Cue("a document's number", None, r"\d\s?/[\w/.-]+,?", ("số 1092/QĐ-TTg", "06/2019/TT-BYT,"), ("quý I/2025, chậm nhất",), needs=("/",)),
    Cue("issued", None, r"\b(?:ban hanh|duoc ky|da ky|thong qua|phe duyet|thanh lap)(?: kem theo)?(?: ke)?(?: tu)?",
        ("Nghị quyết của HĐND tỉnh ban hành", "thành lập từ"), ("phê duyệt trước", "ban hành xong trước", "thành lập vào"), needs=("ban hanh", "ky", "thong qua", "phe duyet", "thanh lap")),
    Cue("a meeting held", None, r"\b(?:tai|trong|cua) (?:cuoc hop|phien hop|ky hop|hoi nghi)(?: \w+){0,6}",
        ("kết luận của Chủ tịch tại cuộc họp", "tại kỳ họp thứ 5 HĐND xã"), ("tổ chức hội nghị", "họp rút kinh nghiệm trong"), needs=("hop", "hoi nghi")),
    Cue("a span looked at", None, r"\b(?:moc (?:thoi gian )?(?:kiem tra|thanh tra|giam sat)|thoi ky|nien do|giai doan(?! (?:\d{1,2}|i{1,3}|iv|mot|hai|ba)\b)|nhiem ky|cung ky|so voi)(?: (?!trong\b|vao\b|truoc\b|cham\b|xong\b|den het)[\w-]+){0,5}\s?:?(?: tu| den)?",
        ("Thời kỳ kiểm tra: từ", "Mốc thời gian kiểm tra: từ", "giai đoạn", "so với"), ("tổng kết giai đoạn 2021 - 2025 trong", "Thời gian kiểm tra: từ", "Giai đoạn 1 từ"), needs=("moc ", "thoi ky", "nien do", "giai doan", "nhiem ky", "cung ky", "so voi")),
    Cue("an anniversary", None, r"\b(?:ky niem|nhan dip|nhan ngay|(?<!truoc )dip(?! (?:he|nghi|cuoi nam|dau nam)\b))(?: (?!tu\s{0,2}$)[\w,-]+){0,12}\s?\(?",
        ("kỷ niệm 77 năm Ngày truyền thống ngành (", "Thăm hỏi gia đình chính sách dịp"), ("trước dịp", "trong dịp hè,", "chào mừng kỷ niệm 70 năm chiến thắng, từ"), needs=("ky niem", "dip", "nhan ngay")),
    Cue("a feast greeted", None, r"\bchao mung(?: (?!(?:vao|truoc|tu|trong|den|cham|xong|to)\b)[\w,-]+){0,6}\s?\(?",
        ("Phát động thi đua chào mừng", "hội diễn chào mừng Đại hội Đảng bộ xã ("), ("giải chạy chào mừng ngày hội trước", "chào mừng năm mới, tổ chức vào"), needs=("chao mung",)),
    Cue("from before", None, r"\btu truoc(?: ngay| thang| nam)?", ("các làng đã công nhận từ trước",),
        ("hoàn thành trước", "từ nay đến trước", "gửi Sở Kế hoạch và Đầu tư trước"), needs=("tu truoc",), unlike=("tư trước", "tứ trước", "tự trước", "tử trước", "tụ trước")),
    Cue("counted from a day", None, r"\b(?:trong (?:thoi han|vong)|sau) \d+(?: \w+){1,4} (?:ke )?tu",
        ("trong thời hạn 05 ngày kể từ", "trong vòng 15 ngày làm việc kể từ"), ("Dừng tuyển dụng kể từ",), needs=("thoi han", "vong", "sau")),
    Cue("the day named", None, r"\bngay (?!.*\b(?:truoc|den|tu|trong|vao|nhat|toi|cho)\b)[^\d;:.]{3,70}\bla",
        ("Ngày bầu cử là",), ("Ngày hội tổ chức vào",), needs=("ngay",)),
)  # fmt: skip

CUES: Final[tuple[Cue, ...]] = (
    Cue("before", "before", r"\btr?uoc(?: thoi diem| thoi han)?", ("báo cáo trước", "xong trước", "Trước", "hoàn thành tước"), ("trước khi họp", "bị tước giấy phép"),
        needs=("truoc", "tuoc")),
    Cue("before an occasion", "before", r"\btruoc (?:dip|le|mua|ky|tet|ngay)(?: [a-z]+){1,6}",
        ("trước ngày khai giảng", "trước dịp nghỉ lễ"), ("trước khi nghiệm thu",), needs=("truoc",)),
    Cue("no later than", "by", r"\b(?:cham|muon|tre) nhat(?: (?:cung |phai |vao |la |den |het |trong |truoc |khong qua )*(?:la|vao|den|trong|khong qua|het|tu))?",
        ("chậm nhất", "chậm nhất là", "chậm nhất vào", "muộn nhất trong", "bán vé chậm nhất từ"), ("nhanh nhất",), needs=("nhat",)),
    Cue("not after", "by", r"\bkhong (?:qua|muon hon|cham hon|tre hon)", ("chậm nhất không quá", "không muộn hơn"), ("không có",), needs=("khong",)),
    Cue("closing day", "by", r"\bhan (?:chot|cuoi|cuoi cung|nop|gui|hoan thanh)(?: \w+){0,4}?(?: la| den| vao)?\s?:?",
        ("hạn chót", "Hạn nộp hồ sơ:", "hạn cuối là"), ("hạn chế",), needs=("han ",)),
    Cue("term", "by", r"(?:\bthoi han|(?:^|[;,(] ?)han)(?: (?:thuc hien|bao cao|giai quyet|xu ly|ban giao))?(?: la)?\s?:?",
        ("lập hồ sơ; thời hạn", "Hạn", "rà soát (hạn", "thời hạn thực hiện:"), ("gia hạn", "có kỳ hạn", "hạn chế"), needs=("han",)),
    Cue("time of finishing", "by", r"\b(?:thoi gian|tien do) (?:hoan thanh|ket thuc)(?: la)?",
        ("(thời gian hoàn thành", "tiến độ hoàn thành"), ("thời gian thực hiện",), needs=("thoi gian", "tien do")),
    Cue("time", "during", r"(?:^|[;,(] ?)(?:thoi gian|tien do)(?: (?:thuc hien|to chuc|tien hanh|trien khai|du kien|kiem tra))?(?: la| trong| vao)?",
        ("(thời gian", "Mở lớp tập huấn, thời gian thực hiện", "tiến độ thực hiện"), ("có thời gian công tác", "trong thời gian"), needs=("thoi gian", "tien do")),
    Cue("finished", "by", r"\b(?:xong|hoan thanh|hoan tat|ket thuc)(?: (?:ngay |dut diem |du kien )?(?:trong|vao|den|toi))?",
        ("xong trong", "hoàn thành", "hoàn thành vào"), ("hoàn thành trước",), needs=("xong", "hoan t", "ket thuc")),
    Cue("to the end of", "by", r"\b(?:den|toi) het|(?:^|[,;:(]\s?)het",
        ("từ nay đến hết", "theo dõi đến hết", "rà soát chợ (hết", "Thời gian: hết"), ("tính đến", "tiêm hết"), needs=("het",)),
    Cue("to", "by", r"(?:^|\s)(?:den|toi)", ("Từ nay đến", "kéo dài tới"), ("đưa đến các xã", "lễ hội đình, đền"), needs=("den", "toi"), unlike=("đền", "đèn", "đen")),
    Cue("from", "from", r"(?:^|[\s(])(?:(?:ke )?tu|bat dau(?: tu| vao)?)", ("bắt đầu từ", "kể từ", "vận hành từ"), ("đầu", "an ninh, trật tự", "hóa đơn điện tử", "rà soát vật tư"), needs=("tu", "bat dau"),
        unlike=("tư", "tự", "tử", "tứ", "tụ", "tù", "tú")),
    Cue("after", "after", r"\bsau", ("khắc phục, báo cáo sau",), ("sau khi có kết quả", "đồng bào vùng sâu"), needs=("sau",), unlike=("sâu", "sáu")),
    Cue("within", "during", r"\btrong(?: khoang(?: thoi gian)?| cac| ca| \d{1,2})?",
        ("tổng kết trong", "Trong khoảng thời gian", "thí điểm trong 02"), ("bên trong nhà", "lúa mới trồng"), needs=("trong",), unlike=("trồng", "trống", "tròng")),
    Cue("at", "during", r"\b(?:vao|cho|luc|khai mac|be mac)(?: khoang| dip)?", ("sơ kết vào", "tổ chức hội nghị vào"), ("vào cuộc", "kiểm tra các chợ", "tiêm vắc xin đàn chó"), needs=("vao", "cho", "luc", "mac"),
        unlike=("chợ", "chó", "chỗ", "lực", "lục")),
    Cue("begun or handed over", "during", r"\b(?:khoi cong|khanh thanh|nghiem thu|ban giao)",
        ("đường liên thôn khởi công", "khánh thành"), ("lễ khởi công công trình",), needs=("khoi cong", "khanh thanh", "nghiem thu", "ban giao")),
    Cue("planned for", "during", r"\bdu kien(?: trong| vao| la)?\s?:?", ("Dự kiến", "dự kiến trong"), ("dự kiến kinh phí",), needs=("du kien",)),
)  # fmt: skip

# A line that says when: "Thời gian thực hiện: …", "Tiến độ: …".
LABEL: Final = r"\b(?:thoi gian|thoi diem|thoi han|tien do|ngay to chuc)(?: [\w,]+){0,9}\s?:[^.;:]{0,40}$"
FINISH_LABEL: Final = r"\b(?:thoi gian|thoi han|tien do|thoi diem)(?: \w+){0,3} (?:hoan thanh|hoan tat|ket thuc)(?: \w+){0,4}\s?:[^.;]{0,40}$|\bthoi han(?: \w+){0,3}\s?:[^.;]{0,40}$"

# What somebody does at a date, or again and again.
ACTIONS: Final = (
    r"(?:to chuc|trien khai|thuc hien|xay dung|ban hanh|trinh|gui|bao cao|tong hop|so ket|tong ket|danh gia|kiem tra|thanh tra"
    r"|giam sat|hop|giao ban|tap huan|boi duong|khai mac|be mac|mo cua|khai giang|phat dong|cong bo|cong khai|niem yet|ban giao"
    r"|nghiem thu|khoi cong|khanh thanh|ra quan|tiep nhan|hoan thanh|hoan thien|hoan tat|ra mat|lay y kien|tham dinh|phe duyet"
    r"|ra soat|cap nhat|kien toan|thanh lap|ky ket|coi thi|cham thi|thi|lam viec|dien tap|thuc tap|tong duyet|dua vao|van hanh|thi diem"
    r"|nang cap|sua chua|dau tu|tuu truong|nhap hoc|dang ky|nop|khao sat|dieu tra|thu thap|phat song|dang tai|tuyen truyen|chi tra|cap phat|trao|tham|tiem"
    r"|phun|trong|nao vet|giai ngan|quyet toan|thong qua|moi|dung|ap dung|bat dau|ket thuc|nhan rong|duy tri|phat hanh"
    r"|giao quan|giao,? nhan quan|gap mat|mit tinh|thap nen|dang huong|phat lenh|so tuyen|kham tuyen|kham suc khoe|trung bay"
    r"|bieu dien|thi dau|hiep thuong|boc tham)"
)

# Things that are made once a year or carry a yearly figure: the rhythm names the thing, nobody acts at it.
YEARLY_THINGS: Final = (
    r"(?:du toan|ngan sach|ke hoach|chuong trinh|chi tieu|kinh phi|dinh muc|quy hoach|von|bien che|muc tieu|nhiem vu"
    r"|so lieu|nhu cau(?=(?: \w+){0,3}\s?$)|chi phi|thu nhap|toc do|ty le|san luong|tong so|so luong|so luot|muc (?:chi|thu|ho tro|dong|luong|tang|giam)|tieu chi|nguon thu|doanh thu|(?<!chat )luong|(?<=vao )nghi quyet|(?<=dung )nghi quyet|(?<=voi )nghi quyet|(?<=trong )nghi quyet|(?<=hoa )nghi quyet|(?<=dung )quy che|(?:xay dung|lap|len|phan cong|bo tri|sap xep) lich (?:truc|ra quan|cong tac|lam viec|tuan tra|hoat dong|sinh hoat)"
    r"|huong (?:che do |muc )?(?:tro cap|phu cap))"
)
# What such a thing is for is part of its name: "tiêu chí **đánh giá, xếp loại** tổ chức đảng hằng năm".
PURPOSES: Final = (
    r"(?:danh gia|xep loai|xep hang|phan loai|cham diem|binh xet|xet(?: tang| chon)?|thi dua|khen thuong|ky luat"
    r"|kiem tra|giam sat|thanh tra|kiem toan|dao tao|boi duong|tap huan|tuyen dung|tuyen truyen|kiem diem|bo nhiem"
    r"|quy hoach|dieu tra|khao sat|phat trien|mua sam|bao tri|cong tac|hoat dong)"
)
# What a review is made by: "làm cơ sở (để) bình xét thi đua hằng năm".
GROUNDS: Final = (
    r"(?:can cu|tieu chuan|tieu chi|thuoc do|(?:lam|la|nhung|tren|mot|theo|vao) co s[o_])"
    r"(?: quan trong| chinh| de| cho| trong| xem xet,?| phuc vu| viec| cong tac| thuc hien){0,4}"
    r" (?:danh gia|xep loai|phan loai|binh xet|cham diem|xet)\b"
)
# A result that is only looked at, and a report that something is told in: neither is made at the rhythm by this clause.
LOOKED_AT: Final = (
    r"\b(?:can cu(?: vao)?|su dung|tham khao|dua (?:tren|vao)|cai thien|nang)(?: \w+){0,3}"
    r" (?:ket qua|chi so|bang xep hang|thu hang)\b(?:[^,;]|,(?= (?:xep|phan) loai)){0,80}$"
    r"|\b(?:vao|trong) (?:cac |noi dung )?bao cao(?: \w+){0,4} ?$"
)
# Verbs that end the name of such a thing: "dự toán gửi hằng năm" is again something done.
REPEATED: Final = (
    r"(?:bao cao|gui|trinh|to chuc(?!,? (?:va )?(?:ca nhan|dang vien|dang|chinh tri|doan the|co so)\b)|tong hop|so ket|tong ket"
    r"|giao ban|cong bo|cong khai|duy tri|dinh ky|hop|ra soat|cap nhat"
    r"|khen thuong|bieu duong|phat song|dang tai|niem yet|phat dong|danh gia ket qua|kiem diem|boi duong|tap huan|nghiem thu|vao)"
)
