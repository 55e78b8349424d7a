"""Set phrases of plans that say what a paragraph is, matched on bare forms."""

from __future__ import annotations

from kehoach.knowledge.patterns import lazy
from kehoach.parsers.paragraphs import Para

_CLOSING = lazy(
    r"\W*(?:tr.n d.y l.|nhan duoc (?:ke hoach|van ban|chuong trinh) nay|ke hoach nay (?:duoc |co hieu luc"
    r"|thay the|thay cho|pho bien|thuc hien)|(?:tren day|noi dung tren) la)",
    needs=("tr", "nhan duoc", "ke hoach nay"),
)
_TROUBLE = lazy(
    r"\W*(?:trong qua trinh|qua trinh) (?:to chuc|trien khai|thuc hien|tien hanh)"
    r"|\W*(?:neu )?(?:trong qua trinh thuc hien )?(?:neu )?(?:co )?(?:kho khan|vuong mac|phat sinh)",
    needs=("qua trinh", "kho khan", "vuong mac", "phat sinh"),
)
# The issuer itself asking everybody, behind the last agency.
_URGES = lazy(
    r"\W*(?:y[ae]u c[ao]u|de nghi|[^.;:\s][^.;:]{2,59} (?:yeu cau|de nghi))\b.{10,220}\b(?:(?:thuc hien"
    r"|trien khai)\b.{0,30}\bke hoach\b|nghiem tuc (?:to chuc )?(?:trien khai|thuc hien))"
    r"|\W*(?:yeu cau|de nghi) (?:thu truong|giam doc|truong|lanh dao)\b.{10,220}\b(?:trien khai|to chuc)"
    r" (?:trien khai )?thuc hien\W*\./"
    r"|\W*(?:yeu cau|de nghi) (?:tat ca |toan the )?(?:cac )?(?:phong|ban|nganh|so|to|khoa|lop|bo phan|don vi|co quan"
    r"|doan the|can bo|thanh vien)\b[^.;:\d]{0,160}\b(?:trien khai|to chuc|nghiem tuc) (?:trien khai )?thuc hien\W*\./"
    r"|\W*(?:ubnd|uy ban|ban (?:chi dao|thuong|giam)|so|hoi dong|(?:nha )?truong|trung tam|benh vien|cong ty|dang uy)\b"
    r"[^.;:]{0,50} (?:yeu cau|de nghi)\b.{10,260}\b(?:thuc hien|trien khai)\b[^.;:]{0,60}\./"
    r"|\W*(?:voi|theo) (?:cac |nhung )?noi dung (?:ke hoach )?(?:nhu )?tren, [^.;:]{0,60}\b(?:yeu cau|de nghi)\b"
    r"|\W*tren co so (?:noi dung )?ke hoach (?:nay|tren)(?: cua [^.;:,]{2,40})?, .{10,260}\./"
    r"|\W*can cu (?:noi dung )?ke hoach(?: nay)?, (?:de nghi |yeu cau )?"
    r"(?:cac (?:co quan|don vi|so|phong|ban|nganh|dia phuong)|thu truong)\b"
    r".{0,220}\b(?:trien khai|to chuc|nghiem tuc) thuc hien"
    r"|\W*can cu (?:noi dung )?ke hoach(?: nay)?, (?:de nghi |yeu cau )?(?:thu truong|truong|giam doc|lanh dao)"
    r" (?:cac|nhung) (?:co quan|don vi|so|phong|ban|nganh|dia phuong|khoa)\b.{0,60}\bchu dong\b",
    needs=("u cau", "u cou", "de nghi", "can cu", "tren co so"),
)
_APPEAL = lazy(
    r"\W*(?:ubnd|uy ban nhan dan|hdnd|ban chi dao|so|uy ban|cong ty|nha truong|trung tam|benh vien"
    r"|ban thuong (?:vu|truc))\b[^,.;:]{0,50}? (?:de nghi|yeu cau)\b",
    needs=(" de nghi", " yeu cau"),
)
_MONEY = lazy(r"\b(?:kinh phi|ngan sach|du toan)\b")
_MONEY_HEAD = lazy(r"\W*(?:ve )?(?:nguon |du toan |tong |tong nhu cau )?kinh phi\b|\W*(?:nguon|ngan sach|du toan)\b")
_REPORT = lazy(r"\b(?:bao cao|so ket|tong ket|don doc|theo doi|giam sat|danh gia)\b")
_REPORT_HEAD = lazy(
    r"\W*(?:thuc hien )?(?:che do (?:thong tin|bao cao)|cong tac (?:bao cao|kiem tra|thong tin|so ket"
    r"|thi dua)|bao cao\b|dinh ky\b.{0,60}bao cao|so ket|tong ket|kiem tra, (?:giam sat|don doc)|thi dua"
    r"|khen thuong)"
)


def closes(para: Para) -> bool:
    """Whether a paragraph starts the closing: "Trên đây là Kế hoạch …"."""
    unnumbered = para.label is None or para.label.is_bullet
    return unnumbered and bool(_CLOSING.match(para.bare))


def urges(para: Para) -> bool:
    """Whether a last paragraph asks everybody to carry the plan out, in place of "Trên đây là …"."""
    return para.label is None and bool(_URGES.match(para.bare))


def trouble(bare_text: str) -> bool:
    """Whether a paragraph is the usual "Trong quá trình thực hiện, nếu có vướng mắc …"."""
    return bool(_TROUBLE.match(bare_text))


def appeal(bare_text: str) -> bool:
    """Whether the issuer speaks: "UBND tỉnh yêu cầu các sở, ngành …"."""
    return bool(_APPEAL.match(bare_text))


def money_head(bare_text: str) -> bool:
    """Whether a paragraph opens with the money: "Kinh phí thực hiện …"."""
    return bool(_MONEY_HEAD.match(bare_text))


def report_head(bare_text: str) -> bool:
    """Whether a paragraph opens with reporting: "Chế độ báo cáo"."""
    return bool(_REPORT_HEAD.match(bare_text))


def speaks_of_money(bare_text: str) -> bool:
    """Whether a text mentions money."""
    return bool(_MONEY.search(bare_text))


def speaks_of_reports(bare_text: str) -> bool:
    """Whether a text mentions reporting or checking."""
    return bool(_REPORT.search(bare_text))
