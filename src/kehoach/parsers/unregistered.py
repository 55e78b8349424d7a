"""Assignees that no register knows: only their place, before a colon or over a list of duties, says who they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kehoach.folding import bare, fold
from kehoach.knowledge.patterns import inline, lazy
from kehoach.knowledge.person_names import FAMILY_NAMES
from kehoach.parsers.facts import agencies
from kehoach.parsers.layout import finished
from kehoach.parsers.nodes import Node

# "Các chi, đảng bộ trực thuộc Huyện ủy căn cứ …": a body by its first word, up to the first verb of duty.
_RUNS_ON = lazy(
    r"(?P<who>(?:van phong|nha truong|hieu truong|giam doc|chu tich|thu truong|truong (?:ban|phong|khoa|thon))"
    r"|(?:cac|nhung|dang|chi bo|hoi|ban|doan|to|doi|tram|trung tam|cong ty|nha truong|lanh dao"
    r"|can bo|giao vien|thanh vien|dong chi|d/c|ong|ba|bi thu|truong|mat tran|khoa|phong|so|cuc|vu|vien|xa"
    r"|phuong|thon|ban quan ly|nhan vien|hop tac xa|bo phan|van phong|cong doan|lien doan|dai|bao|cong an"
    r"|benh vien|thu truong|hieu truong|chu tich|giam doc|chanh|pho|chi uy|don vi)\b[^:;.]{3,110}?)"
    r"(?<! va)(?<! duoc)\s+(?:nghiem tuc|co trach nhiem|chiu trach nhiem|la (?:co quan|don vi|dau moi)"
    r"|lam (?:dau moi|co quan)|chu tri|chu dong|phoi hop|can cu|tham muu|xay dung|chi dao|to chuc|trien khai|thuc hien"
    r"|huong dan|tuyen truyen|theo doi|kiem tra|tang cuong|niem yet|bao cao|ra soat|bo tri|lap|van dong|dam bao|bao dam"
    r"|chuan bi|cung cap|thuong xuyen|du(?! lich)|(?<!dan )cu(?! tru)|phan cong|tiep nhan|quan triet|lanh dao"
    r"|day manh)\b"
)
_VERBS = lazy(
    r"\b(?:trach nhiem|chu tri|chu dong|phoi hop|can cu|tham muu|chi dao|trien khai|thuc hien|huong dan"
    r"|theo doi|tang cuong|niem yet|bao cao|ra soat|bo tri|dam bao|bao dam|phan cong|tiep nhan|quan triet"
    r"|day manh|mo|tiep tuc|la)\b"
)
# The first words of bodies, in lists whose names no register knows.
_BODY = lazy(
    r"(?:cac |nhung )?(?:so|phong|ban|hoi|doan|to|doi|tram|trung tam|cong ty|truong|khoa|vien|thu vien|ky tuc xa"
    r"|cuc|vu|tieu ban|chi cuc|dien luc|buu dien|vien thong|bao|dai|cong an|benh vien|uy ban|ubnd|ub\w*|\w+ doan"
    r"|cong doan|lien doan|lien doi|nha|van phong|ong|ba|dong chi|hat|kho bac|ngan hang|bo phan|xi nghiep"
    r"|hop tac xa|don vi|can bo|giao vien)\b"
)
# The same on folded text, with its marks: "Đội" is a body, "Đối với" none.
BODIES = lazy(
    r"(?:trách nhiệm của |đề nghị |đối với |giao )?(?:các |những )?(?:sở|phòng(?! (?:ngừa|trừ|tránh)|, )"
    r"|ban(?! (?:hành(?! chính(?! sách))|đầu)|, )|hội(?! (?:nghị|thảo|thi|đàm|trại|xuân|chợ))"
    r"|đoàn(?! kết)|tổ(?! chức)|đội|trạm"
    r"|trung tâm|công ty|trường(?! hợp)|khoa(?! học)|viện|cục|vụ|chi cục|chi nhánh|điện lực|bưu điện|báo(?! cáo)"
    r"|đài|công an|bệnh viện|ủy ban|ubnd|công đoàn|liên đoàn|văn phòng|mặt trận|hạt kiểm lâm|kho bạc|ngân hàng"
    r"|cơ quan thường trực|bến (?:xe|cảng)|cảng"
    r"|bộ phận|xí nghiệp|hợp tác xã|đơn vị|thôn|khối|xóm|ấp|bản|buôn|ông|bà|đồng chí|thầy|cô|giáo viên|cán bộ"
    r"|công chức|nhân viên|thành viên|kế toán|thủ trưởng|chủ tịch|giám đốc|(?:phó )?hiệu trưởng|tổng phụ trách"
    r"|(?:bí thư|trưởng|phó) (?:thôn|ban|đoàn|phòng|khoa|chi))(?![^\W\d_])"
)
# What stands behind a name and says how, not who: "Thành viên Ban Chỉ huy **theo địa bàn** kiểm tra …".
_HOW = lazy(r"[\s,]+(?P<how>(?:theo|trong|khi|nếu|tùy|trên cơ sở|thường xuyên|ngoài)\s)")
# Words of a name that the register does not know: "Phòng Vật tư - Trang thiết **bị y tế**", "Phòng Nghiệp vụ **1, 2**".
_GOES_ON = lazy(r"(?: [^\W\d_]+){1,5} ?|(?: \d{1,2},?){1,6} ?")
_ASKS = lazy(r"(?:đề nghị|giao|đối với|yêu cầu|trách nhiệm(?: chung)?(?: của)?)\s+(?:các (?=đồng chí))?", re.I)
_BOUND = lazy(r"[ :.]*(?:(?:có|chịu) trách nhiệm[ :,]+)?", re.I)
_PERSON = lazy(r"(?:ông|bà|đồng chí|đ/c)\b", re.I)
_POST = lazy(r"\s?[,(]\s?|\s[-–]\s")
_GROUP = lazy(r"(?:các|những)\b", re.I)
# A duty that begins with what is to be done names nobody.
_ACTS = lazy(
    r"(?:to chuc|xay dung|thuc hien|trien khai|tang cuong|day manh|huong dan|kiem tra|bao cao|chi dao"
    r"|phoi hop|tuyen truyen|ra soat|bao dam|dam bao|lap|ban hanh(?! chinh (?!sach))"
    r"|thoi gian|dia diem|noi dung|kinh phi|phong (?:benh|ngua|chong|tranh|tru)"
    r"|nguon|tham muu|nang cao|tiep tuc|thanh lap|can cu|tren co so|trong|neu|khi|nam|tu|den|ve|cong tac"
    r"|che do|phan cong|so ket|tong ket|thanh phan|doi tuong|hinh thuc|yeu cau|hoi (?:nghi|thao|thi|dam)|truong hop"
    r"|so (?:hoa|luong|lieu)|(?:de an|du an|tieu du an|cap do|muc do|giai doan|phuong an|tinh huong|mo hinh"
    r"|tieu chi|kich ban) (?:so )?[\div]+)\b"
)


def length(node: Node) -> int:
    """Length of a heading that must name an assignee though no register knows it; 0 where none stands there.

    In a section of duties, a numbered title over a list, or the words before a colon, say who.
    """
    if (node.label is None and not node.titled) or not node.text[:1].isupper():
        return 0
    if cut := subject(node):
        return cut
    colon = _colon(node.text)
    if 3 < colon < 150 and node.text[colon + 1 :].strip() and not _ACTS.match(node.bare):
        return colon
    if node.children and not finished(node.text.rstrip(" :")) and len(node.text) < 170 and not _ACTS.match(node.bare):
        return len(node.text)
    return 0


def _colon(text: str, start: int = 0) -> int:
    """Where the first colon stands outside brackets ("(qua email: …)"), -1 for none."""
    colon = text.find(":", start)
    opened = text.find("(", start)
    while 0 <= opened < colon:
        closed = text.find(")", opened)
        if not colon < closed:
            opened = text.find("(", max(closed, opened) + 1) if closed > 0 else -1
            continue
        colon, opened = text.find(":", closed), text.find("(", closed)
    return colon


def subject(node: Node) -> int:
    """Length of what stands before the first verb of a sentence that begins as a body's name does; 0 without one."""
    verb = _RUNS_ON.match(node.bare)
    return verb.end("who") if verb and not _ACTS.match(node.bare) else 0


def further(node: Node, head: agencies.Head) -> int:
    """Where a name really ends that the register knows only the beginning of: at the colon, or with the heading."""
    colon = _colon(node.text, head.end)
    end = 0
    if 0 < colon < 150:
        end = colon
    elif node.children and not finished(node.text) and len(node.text) < 120:
        end = len(node.text)
    if end <= head.end or _VERBS.search(node.bare, head.end, end):
        return 0
    return end


def listed(nodes: Sequence[Node]) -> bool:
    """Whether lines that end in a colon over lists each name a body, known or not."""
    return len(nodes) > 1 and all(
        node.children and node.text.rstrip().endswith(":") and BODIES.match(fold(node.text)) for node in nodes
    )


def of(text: str, cut: int, start: int = 0) -> agencies.Head:
    """A head of names that only their place makes assignees; ``start``: where what leads to them is known to end."""
    ask = _ASKS.match(text)
    at = max(start, ask.end() if ask else 0)
    found = [
        agencies.AgencyName(a.start + at, a.end + at, a.name, a.kind, a.level, a.sectors)
        for a in agencies.split(text[at:cut])
    ]
    covered = sum(a.end - a.start for a in found)
    if covered < 0.6 * (cut - at):
        found = list(_listed(text, at, cut))
    elif how := _HOW.match(text, found[-1].end):
        cut = how.start("how")
    elif _GOES_ON.fullmatch(text, found[-1].end, cut):
        last = found[-1]
        found[-1] = last._replace(end=cut, name=text[last.start : cut].rstrip())
    rest = _BOUND.match(text, cut).end()  # type: ignore[union-attr]
    return agencies.Head(tuple(found), cut, rest, bool(ask and "đề" in ask[0].lower()), True)


def _listed(text: str, at: int, cut: int) -> Iterator[agencies.AgencyName]:
    """Names set apart by signs; a comma or "và" only where a body's first word follows."""
    edges = [at]
    for sign in inline(r";\s*|,\s+|\s+và\s+").finditer(text[at:cut]):
        after = at + sign.end()
        follows = bare(text[after : min(after + 24, cut)])
        opens = (text[after : after + 1].isupper() or follows.startswith("cac ")) and _BODY.match(follows)
        if sign[0][0] == ";" or opens:
            edges.append(after)
    for start, end in zip(edges, [*edges[1:], cut], strict=True):
        name = inline(r"(?:\svà|[\s.,:;–-])+$").sub("", text[start:end])
        name = inline(r"\s+\([^()]{1,40}\)$").sub("", name)  # "Phòng Hậu cần (PH10)"
        if name:
            yield agencies.AgencyName(start, start + len(name), name, _kind(name), None, ())


def _kind(name: str) -> str:
    """The kind of a name that no register knows."""
    if _PERSON.match(name) or _in_a_post(name):
        return "person"
    return "group" if _GROUP.match(name) else "organisation"


def _in_a_post(name: str) -> bool:
    """Whether a name is a person's by the family name and the post behind it: "Lê Văn B - Phó Hiệu trưởng"."""
    sign = _POST.search(name)
    who = name[: sign.start()].split() if sign is not None else []
    if sign is None or not 2 <= len(who) <= 5 or bare(who[0]) not in FAMILY_NAMES:
        return False
    post = agencies.names(name[sign.end() :])[:1]
    return all(word[:1].isupper() for word in who) and bool(post) and post[0].kind == "person"
