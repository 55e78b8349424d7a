"""Rules KH2xx: recipients and signature (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 7 to 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.folding import bare
from kehoach.lint.base import ORGANISATION, STATE, Hit, Rule, ex, quoted
from kehoach.lint.case import Case

_STATE = frozenset({STATE, ORGANISATION})
_BOTH = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I; Thông tư 01/2011/TT-BNV before it"
_FILED = re.compile(r"\W*l\w{0,3}u\b|.*\b(?:luu|vt|vp|van thu|van phong)\b")
_DEPUTY = re.compile(r"\W*(?:pho|thu truong)\b")
_HEAD = re.compile(
    r"\W*(?:chu tich|giam doc|bo truong|hieu truong|cuc truong|chi cuc truong|truong phong|vien truong)\b"
)
_TITLED = re.compile(r"(?:GS|PGS|TS|ThS|Ths|CN|KS|BS|BSCK\w*|NGND|NGƯT|NSND|NSƯT|Thạc sĩ|Tiến sĩ|Kỹ sư)[.\s]")
_LEARNED = re.compile(r"y te|giao duc|khoa hoc|truong|benh vien|hoc vien|vien |trung tam|cong an|quan su|bien phong")


def _recipients(case: Case) -> Iterator[Hit]:
    if not case.plan["recipients"]:
        yield Hit(
            "'Nơi nhận' is missing; list at the end who receives the plan",
            "Thiếu “Nơi nhận”; ghi danh sách cơ quan, tổ chức nhận văn bản ở cuối kế hoạch.",
        )


def _filed(case: Case) -> Iterator[Hit]:
    recipients = case.plan["recipients"]
    if recipients and not any(_FILED.match(bare(r["text"])) for r in recipients):
        yield Hit(
            "'Nơi nhận' has no line 'Lưu: VT, …'; add it as the last line",
            "“Nơi nhận” thiếu dòng “Lưu: VT, …”; ghi thành dòng cuối cùng.",
            recipients[-1]["span"],
            recipients[-1]["id"],
        )


def _recipient_twice(case: Case) -> Iterator[Hit]:
    seen: dict[str, int] = {}
    for item in case.plan["recipients"]:
        key = re.sub(r"\(.*?\)|\W+", " ", bare(item["text"])).strip()
        if key in seen and len(key) > 3:
            yield Hit(
                f"{item['text'].rstrip(';,.')!r} is already in line {seen[key]}; list it once",
                f"{quoted(item['text'].rstrip(';,.'))} đã có ở dòng {seen[key]}; chỉ ghi một lần.",
                item["span"],
                item["id"],
            )
        seen.setdefault(key, item["span"]["line"])


def _unsigned(case: Case) -> Iterator[Hit]:
    others = " ".join(case.printed(block["span"]) for kind in ("unknown", "noise") for block in case.inside(kind))
    if not case.plan["signatures"] and not re.search(
        r"\b(?:TM|KT|TL|TUQ)\s?[./]|CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ|TRƯỞNG", others
    ):
        yield Hit(
            "the plan has no signature; add who signs it and in what capacity",
            "Thiếu phần ký văn bản; ghi quyền hạn, chức vụ và họ tên người ký.",
        )


def _on_behalf(case: Case) -> Iterator[Hit]:
    signatures = case.plan["signatures"]
    ordered = len(signatures) == 1 and re.match(r"(?:tuq|tl)\b", bare(signatures[0]["capacity"] or ""))
    if case.is_committee and len(signatures) == 1 and not signatures[0]["authority"] and not ordered:
        yield Hit(
            "the committee is not named as the one who acts; put 'TM. ỦY BAN NHÂN DÂN' above the signer's position",
            "Chưa ghi ký thay mặt tập thể Ủy ban; ghi “TM. ỦY BAN NHÂN DÂN” phía trên chức vụ người ký.",
            signatures[0]["span"],
        )


def _deputy_alone(case: Case) -> Iterator[Hit]:
    for s in case.plan["signatures"]:
        if s["position"] and _DEPUTY.match(bare(s["position"])) and not s["capacity"]:
            yield Hit(
                f"{s['position']} signs without 'KT.'; put 'KT.' and the head's position above",
                f"{s['position']} ký nhưng không ghi “KT.”; ghi “KT.” và chức vụ người đứng đầu ở dòng trên.",
                s["span"],
            )


def _not_deputy(case: Case) -> Iterator[Hit]:
    for s in case.plan["signatures"]:
        for_head = s["capacity"] and re.match(r"k\W?t\b", bare(s["capacity"]))
        deputy = s["span"] and re.search(r"\bph[oó]\b", bare(case.printed(s["span"])))  # columns run together
        if for_head and not deputy and s["position"] and _HEAD.match(bare(s["position"])):
            yield Hit(
                f"'{s['capacity']}' is for deputies, but the signer is {s['position']}; leave it out, or put PHÓ",
                f"“{s['capacity']}” chỉ dùng khi cấp phó ký, người ký lại là {s['position']}; bỏ dòng này, hoặc ghi thêm chữ PHÓ.",
                s["span"],
            )


def _no_position(case: Case) -> Iterator[Hit]:
    for s in case.plan["signatures"] if not any(s["position"] for s in case.plan["signatures"]) else ():
        acting = s["capacity"] and re.match(r"q\W", bare(s["capacity"]))  # "Q. GIÁM ĐỐC" is capacity and position
        if s["name"] and s["span"] and not acting:
            yield Hit(
                f"{s['name']} signs without a position; add it above the name",
                f"{s['name']} ký nhưng không ghi chức vụ; ghi chức vụ phía trên họ tên.",
                s["span"],
            )


def _no_name(case: Case) -> Iterator[Hit]:
    if case.plan["signatures"] and not any(s["name"] for s in case.plan["signatures"]):
        yield Hit(
            "the signer's full name is missing; add it below the signature",
            "Thiếu họ tên người ký; ghi đầy đủ dưới chữ ký.",
            case.plan["signatures"][-1]["span"],
        )


def _titled(case: Case) -> Iterator[Hit]:
    for s in case.plan["signatures"]:
        if s["name"] and _TITLED.match(s["name"]) and not _LEARNED.search(case.issuer):
            yield Hit(
                f"{s['name']!r} has an academic title before it; leave the title out",
                f"{quoted(s['name'])} có học hàm, học vị trước họ tên; chỉ ghi họ tên.",
                s["span"],
            )


def _stroke(case: Case) -> Iterator[Hit]:
    for s in case.plan["signatures"]:
        for words in (s["authority"], s["capacity"]):
            if words and re.match(r"[TK]\s?/\s?[MTL]\b", words):
                yield Hit(
                    f"{words!r} is how the Party writes it; write it with a full stop, as in 'TM.', 'KT.'",
                    f"{quoted(words)} là cách ghi của Đảng; dùng dấu chấm, như “TM.”, “KT.”.",
                    s["span"],
                )


_ENDING = "Nơi nhận:\n- Thường trực Tỉnh ủy;\n- Chủ tịch, các Phó Chủ tịch UBND tỉnh;\n- Các sở, ban, ngành của tỉnh;\n- Lưu: VT, NL.\n"
_SIGNED = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n"
_NAME = "Đặng Văn Mẫu"

RULES = (
    Rule("KH201", "recipients-missing", "error",
         "Thiếu Nơi nhận.", "'Nơi nhận' is missing.",
         "Who is not on the list does not receive the plan.", "List the recipients at the end, 'Lưu: VT' last.", _BOTH,
         _recipients,
         why_vi="Cơ quan không có tên ở nơi nhận thì không nhận được kế hoạch.",
         fix_vi="Ghi nơi nhận ở cuối văn bản, dòng cuối là “Lưu: VT”.",
         bad=(ex((_ENDING, "")),), good=(ex(), ex(base="dang")), original=True, exact=True),
    Rule("KH202", "filing-line-missing", "warning",
         "Nơi nhận thiếu dòng “Lưu:”.", "'Nơi nhận' has no line 'Lưu: …'.",
         "The line says where the original is kept and which unit drafted the plan.",
         "Add '- Lưu: VT, …' as the last line.", _BOTH, _filed,
         why_vi="Dòng này cho biết nơi lưu bản gốc và đơn vị soạn thảo.",
         fix_vi="Ghi “- Lưu: VT, …” thành dòng cuối cùng.",
         bad=(ex(("- Lưu: VT, NL.\n", "")),), good=(ex(), ex(base="dang")), original=True, exact=True),
    Rule("KH203", "recipient-twice", "note",
         "Nơi nhận ghi trùng.", "A recipient is listed twice.",
         "One line each keeps the count of copies right.", "Leave the second out.", "Office practice", _recipient_twice,
         why_vi="Mỗi nơi nhận ghi một dòng thì tính đúng số bản phát hành.", fix_vi="Bỏ dòng ghi trùng.",
         bad=(ex(("- Các sở, ban, ngành của tỉnh;\n", "- Thường trực Tỉnh ủy;\n")),), good=(ex(),), exact=True),
    Rule("KH204", "signature-missing", "error",
         "Thiếu chức vụ, họ tên người ký.", "The plan has no signature.",
         "Without a signer the plan has no force.", "Add authority, position and full name.", _BOTH, _unsigned,
         why_vi="Không có người ký thì kế hoạch không có hiệu lực.",
         fix_vi="Ghi quyền hạn, chức vụ và họ tên người ký.",
         bad=(ex(("TM. ỦY BAN NHÂN DÂN\n" + _SIGNED, ""), ("\n" + _NAME + "\n", "\n")),), good=(ex(),), original=True, exact=True),
    Rule("KH205", "on-behalf-missing", "warning",
         "Thiếu “TM. ỦY BAN NHÂN DÂN”.", "'TM.' is missing where a whole committee issues the plan.",
         "A plan of the committee is signed on its behalf.", "Put 'TM. ỦY BAN NHÂN DÂN' above the position.", _BOTH,
         _on_behalf,
         why_vi="Kế hoạch của Ủy ban được ký thay mặt tập thể.", fix_vi="Ghi “TM. ỦY BAN NHÂN DÂN” phía trên chức vụ.",
         bad=(ex(("TM. ỦY BAN NHÂN DÂN\nKT", "KT")),), good=(ex(), ex(base="xa")),
         bodies=frozenset({STATE}), original=True, exact=True),
    Rule("KH206", "deputy-without-kt", "warning",
         "Cấp phó ký nhưng thiếu “KT.”.", "A deputy signs without 'KT.'.",
         "A deputy signs for the head and says so.", "Put 'KT. CHỦ TỊCH' above 'PHÓ CHỦ TỊCH'.", _BOTH, _deputy_alone,
         why_vi="Cấp phó ký thay cấp trưởng và phải ghi rõ như vậy.",
         fix_vi="Ghi “KT. CHỦ TỊCH” phía trên “PHÓ CHỦ TỊCH”.",
         bad=(ex(("KT. CHỦ TỊCH\n", "")),), good=(ex(), ex(base="dang")),
         bodies=_STATE, original=True, exact=True),
    Rule("KH207", "kt-without-deputy", "error",
         "Ghi “KT.” nhưng người ký không phải cấp phó.", "'KT.' stands above a signer who is no deputy.",
         "The head does not sign for himself.", "Leave 'KT.' out, or give the deputy's position.", _BOTH, _not_deputy,
         why_vi="Người đứng đầu không ký thay chính mình.", fix_vi="Bỏ “KT.”, hoặc ghi chức vụ của cấp phó.",
         bad=(ex(("\nPHÓ CHỦ TỊCH\n", "\nCHỦ TỊCH\n")),), good=(ex(), ex(base="xa")), original=True, exact=True),
    Rule("KH208", "position-missing", "warning",
         "Thiếu chức vụ người ký.", "The signer's position is missing.",
         "The position shows that the signer may sign.", "Add it above the name.", _BOTH, _no_position,
         why_vi="Chức vụ cho biết người ký có thẩm quyền ký.", fix_vi="Ghi chức vụ phía trên họ tên.",
         bad=(ex((_SIGNED, "")),), good=(ex(),), original=True, exact=True),
    Rule("KH209", "signer-name-missing", "warning",
         "Thiếu họ tên người ký.", "The signer's name is missing.",
         "A signature alone does not tell who signed.", "Add the full name.", _BOTH, _no_name,
         why_vi="Chỉ có chữ ký thì không biết ai đã ký.", fix_vi="Ghi đầy đủ họ tên.",
         bad=(ex(("\n" + _NAME + "\n", "\n")),), good=(ex(),), original=True, exact=True),
    Rule("KH210", "title-before-name", "warning",
         "Ghi học hàm, học vị trước họ tên người ký.", "An academic title stands before the signer's name.",
         "Only the armed forces and institutions of education, health and science may put titles there.",
         "Leave the title out.", _BOTH, _titled,
         why_vi="Chỉ lực lượng vũ trang, tổ chức giáo dục, y tế, khoa học mới được ghi học hàm, học vị trước họ tên.",
         fix_vi="Bỏ học hàm, học vị.",
         bad=(ex((_NAME, "ThS. Đặng Văn Mẫu")),), good=(ex(),), bodies=frozenset({STATE}), original=True, exact=True),
    Rule("KH211", "authority-form", "note",
         "Ghi “T/M”, “K/T” theo thể thức của Đảng.", "'T/M', 'K/T' are the Party's way.",
         "Administrative documents write TM., KT., TL., TUQ.", "Write 'TM.' and 'KT.'.", _BOTH, _stroke,
         why_vi="Văn bản hành chính ghi TM., KT., TL., TUQ.", fix_vi="Ghi “TM.” và “KT.”.",
         bad=(ex(("TM. ỦY", "T/M ỦY")),), good=(ex(), ex(base="dang")), bodies=_STATE, original=True, exact=True),
)  # fmt: skip
