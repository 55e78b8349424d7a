"""Rules KH1xx: what stands above the body (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 1 to 5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.folding import nfc
from kehoach.lint.base import MASS, ORGANISATION, PARTY, STATE, UNKNOWN, Hit, Rule, ex
from kehoach.lint.case import Case

_STATE = frozenset({STATE, ORGANISATION})
_NOT_PARTY = frozenset({STATE, ORGANISATION, MASS, UNKNOWN})
_DECREE = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I"
_BOTH = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I; Thông tư 01/2011/TT-BNV before it"
_PARTY_GUIDE = "Hướng dẫn 36-HD/VPTW of 2018"


def _nation(case: Case) -> Iterator[Hit]:
    if not re.search(r"cong hoa|xa hoi chu nghia|chu nghia vi.t nam", case.head):
        yield Hit("the national heading 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' is missing; print it at the top right")


def _motto(case: Case) -> Iterator[Hit]:
    if not re.search(r"d.c l.p|h.nh ph.c|t. do -", case.head):
        yield Hit("the motto 'Độc lập - Tự do - Hạnh phúc' is missing; print it under the national heading")


def _party_heading(case: Case) -> Iterator[Hit]:
    if not re.search(r"dang c.ng s.n", case.head):
        yield Hit("the heading 'ĐẢNG CỘNG SẢN VIỆT NAM' is missing; print it at the top right")


def _issuer(case: Case) -> Iterator[Hit]:
    issuer = case.document["issuer"]
    if not issuer or not issuer["name"]:
        yield Hit("who issues the plan is not printed; name the issuing body at the top left")


def _short_issuer(case: Case) -> Iterator[Hit]:
    issuer = case.document["issuer"]
    match = re.match(r"(?:UBND|HĐND|Ubnd)\b", (issuer or {}).get("name") or "")
    if match and issuer and issuer["span"]:
        yield Hit(f"the issuer's name is shortened ({match[0].upper()}); write it in full", issuer["span"])


def _number(case: Case) -> Iterator[Hit]:
    if case.document["number"] is None and case.document["decision"] is None:
        yield Hit("the plan has no number and symbol; add the line 'Số: …/KH-…' under the issuer")


def _number_blank(case: Case) -> Iterator[Hit]:
    number = case.document["number"]
    if number and not number["serial"]:
        yield Hit("the number is left blank; enter it when the plan is registered", number["span"])


def _symbol(case: Case) -> Iterator[Hit]:
    number = case.document["number"]
    if not number:
        return
    if not number["symbol"]:
        yield Hit("the number has no symbol; write it as 'Số: …/KH-' and the issuer in short", number["span"])
    elif not re.match(r"KH[A-ZĐ]{0,6}\s?[-–/]\s?[A-ZĐ]", number["symbol"]):
        yield Hit(f"the symbol {number['symbol']!r} is not that of a plan; write 'KH-' and the issuer in short",
                  number["span"])  # fmt: skip


def _party_symbol(case: Case) -> Iterator[Hit]:
    number = case.document["number"]
    if number and number["symbol"] and not re.match(r"KH[A-ZĐ]{0,6}\s?/\s?[A-ZĐ]", number["symbol"]):
        yield Hit(f"the symbol {number['symbol']!r} is not that of a Party's plan; write 'Số …-KH/' and the body in short",
                  number["span"])  # fmt: skip


def _foreign_symbol(case: Case) -> Iterator[Hit]:
    number = case.document["number"]
    symbol = ((number or {}).get("symbol") or "").upper()
    if number and symbol.startswith("KH-") and case.is_committee and "UBND" not in symbol:
        yield Hit(f"the symbol {symbol!r} is not that of the issuer, Ủy ban nhân dân; write 'KH-UBND'", number["span"])
    elif number and symbol == "KH-UBND" and re.match(r"(?:so|bo|cuc|chi cuc|truong|phong) ", case.issuer):
        yield Hit("the symbol 'KH-UBND' is not that of the issuer; write 'KH-' and the issuer in short", number["span"])


def _number_year(case: Case) -> Iterator[Hit]:
    number = case.document["number"]
    if number and number["year"]:
        yield Hit(
            f"the number holds the year {number['year']}, which only legal norms do; leave it out", number["span"]
        )


def _number_zero(case: Case) -> Iterator[Hit]:
    number = case.document["number"]
    if number and re.fullmatch(r"[1-9]", number["serial"] or ""):
        yield Hit(f"numbers below 10 have a zero before them; write '0{number['serial']}'", number["span"])


def _date(case: Case) -> Iterator[Hit]:
    if case.document["date"] is None and case.document["decision"] is None:
        yield Hit("the plan has no date; add 'place, ngày … tháng … năm …' under the national heading")


def _date_blank(case: Case) -> Iterator[Hit]:
    date = case.document["date"]
    blank = re.search(r"ngày[\s.…_]*tháng|tháng[\s.…_]*năm", (date or {}).get("text") or "")
    if date and blank and len(date["value"] or "") < len("2024-03-15"):
        yield Hit("the day or month of the date is left blank; enter it when the plan is signed", date["span"])


def _place(case: Case) -> Iterator[Hit]:
    date = case.document["date"]
    if date and not case.document["place"]:
        yield Hit("the date line names no place; write the place before 'ngày'", date["span"])


def _date_zero(case: Case) -> Iterator[Hit]:
    date = case.document["date"]
    match = re.match(r"ngày\s+(\d+)\s+tháng\s+(\d+)\s+năm", (date or {}).get("text") or "")
    if date and match and (len(match[1]) == 1 or match[2] in ("1", "2")):
        yield Hit("days below 10 and the months 1 and 2 have a zero before them; write '05', '01'", date["span"])


def _type(case: Case) -> Iterator[Hit]:
    if not re.search(r"\bk.{1,2} ?h.{1,2} ?ch\b|chuong trinh|phuong an|de an", case.head):
        yield Hit("the kind of document is not printed; add the line 'KẾ HOẠCH' above the title")


def _title(case: Case) -> Iterator[Hit]:
    title = case.document["title"]
    under = re.search(r"(?m)^\W*KẾ HOẠCH\W*\n+[ \t]*(\S.*)", nfc(case.text or ""))
    if not title and under and not re.match(r"(?:căn cứ|thực hiện|[ivx]+\.) ", under[1].lower()):
        return  # there is one, in a form that the parser does not know
    if not title or re.match(r"căn cứ (?:luật|nghị|quyết|thông)", title.lower()):
        yield Hit("the plan has no title; say under 'KẾ HOẠCH' in one or two lines what it is about")


def _place_of_issuer(case: Case) -> Iterator[Hit]:
    issuer, date = case.document["issuer"], case.document["date"]
    if not (issuer and date and case.document["place"]) or issuer["level"] != "province" or not issuer["province"]:
        return
    from kehoach.knowledge.places import province_of

    place = province_of(case.document["place"])
    own = province_of(issuer["province"])
    if place and own and place.name != own.name and place.name not in own.merged and own.name not in place.merged:
        yield Hit(f"the date line names {place.name}, the issuer is of {own.name}; put one of them right", date["span"])


_HEADING = "                         CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH HÀ TĨNH"
_MOTTO = "                                 Độc lập - Tự do - Hạnh phúc\n\nSố: 58"
_DATE = "Hà Tĩnh, ngày 15 tháng 3 năm 2024\n\nKẾ"

RULES = (
    Rule("KH101", "national-heading-missing", "error",
         "Thiếu Quốc hiệu.", "The national heading is missing.",
         "Quốc hiệu is the first of the parts that every administrative document must have.",
         "Print CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM in the top right corner.", _BOTH, _nation,
         bad=(ex((_HEADING, "\nTỈNH HÀ TĨNH")),), good=(ex(), ex(base="dang")),
         bodies=_STATE, needs_text=True, original=True, exact=True),
    Rule("KH102", "motto-missing", "error",
         "Thiếu Tiêu ngữ.", "The national motto is missing.",
         "Tiêu ngữ goes with Quốc hiệu.", "Print Độc lập - Tự do - Hạnh phúc below the national heading.", _BOTH, _motto,
         bad=(ex((_MOTTO, "\n\nSố: 58")),), good=(ex(), ex(base="dang")),
         bodies=_STATE, needs_text=True, original=True, exact=True),
    Rule("KH103", "party-heading-missing", "error",
         "Văn bản của Đảng thiếu tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM”.", "A Party document lacks the Party's heading.",
         "The Party's documents have this heading in the place of Quốc hiệu.",
         "Print ĐẢNG CỘNG SẢN VIỆT NAM in the top right corner.", _PARTY_GUIDE, _party_heading,
         bad=(ex(("                              ĐẢNG CỘNG SẢN VIỆT NAM", ""), base="dang"),), good=(ex(base="dang"), ex()),
         bodies=frozenset({PARTY}), needs_text=True, original=True, exact=True),
    Rule("KH104", "issuer-missing", "error",
         "Thiếu tên cơ quan, tổ chức ban hành.", "The issuing body is not printed.",
         "Without its issuer a plan binds nobody.", "Print the issuer's full name at the top left.", _BOTH, _issuer,
         bad=(ex(("ỦY BAN NHÂN DÂN                   ", " " * 34), ("TỈNH HÀ TĨNH       ", " " * 19),
                 ("Ủy ban nhân dân tỉnh ban hành Kế", "Nội dung Kế"), ("TM. ỦY BAN NHÂN DÂN\n", "")),),
         good=(ex(),), original=True, exact=True),
    Rule("KH105", "issuer-shortened", "note",
         "Tên cơ quan ban hành viết tắt.", "The issuer's name is shortened.",
         "Only the name of the body above the issuer may be shortened.", "Write the issuer's name in full.", _DECREE,
         _short_issuer,
         bad=(ex(("ỦY BAN NHÂN DÂN        ", "UBND        ")),), good=(ex(),),
         bodies=frozenset({STATE}), original=True, exact=True),
    Rule("KH106", "number-missing", "error",
         "Thiếu số, ký hiệu văn bản.", "The plan has no number and symbol.",
         "A document without a number cannot be registered, cited or found again.",
         "Add the line 'Số: …/KH-…' under the issuer.", _BOTH, _number,
         bad=(ex(("Số: 58/KH-UBND                              Hà", " " * 44 + "Hà")),), good=(ex(), ex(base="dang")),
         original=True, exact=True),
    Rule("KH107", "number-blank", "note",
         "Chưa ghi số văn bản.", "The number is left blank.",
         "The clerk enters the number by hand; in a file that is published it is easily forgotten.",
         "Enter the number under which the plan is registered.", _BOTH, _number_blank,
         bad=(ex(("Số: 58/KH-UBND      ", "Số:       /KH-UBND      ")),), good=(ex(),), original=True, exact=True),
    Rule("KH108", "symbol-form", "warning",
         "Ký hiệu không đúng mẫu …/KH-….", "The symbol is not of the form …/KH-….",
         "The symbol is the kind of document in short, a hyphen, and the issuer in short.",
         "Write 'Số: 58/KH-UBND'.", _BOTH, _symbol,
         bad=(ex(("Số: 58/KH-UBND      ", "Số: 58/QĐ-UBND      ")),),
         good=(ex(), ex(("Số: 58/KH-UBND      ", "Số: 58/KHPH-UBND      ")), ex(base="dang")),
         bodies=_STATE, original=True, exact=True),
    Rule("KH109", "party-symbol-form", "note",
         "Ký hiệu văn bản của Đảng không đúng mẫu …-KH/….", "A Party plan's symbol is not of the form …-KH/….",
         "The Party writes a hyphen behind the number and a stroke behind the kind.", "Write 'Số 42-KH/TU'.",
         _PARTY_GUIDE, _party_symbol,
         bad=(ex(("Số 42-KH/TU", "Số 42/KH-TU"), base="dang"),), good=(ex(base="dang"), ex()),
         bodies=frozenset({PARTY}), original=True, exact=True),
    Rule("KH110", "symbol-of-another", "warning",
         "Ký hiệu là của cơ quan khác với cơ quan ban hành.", "The symbol is another body's than the issuer's.",
         "A symbol left over from a draft of another body sends every later citation astray.",
         "Write the issuer in short behind 'KH-'.", _BOTH, _foreign_symbol,
         bad=(ex(("Số: 58/KH-UBND      ", "Số: 58/KH-SNN      ")),), good=(ex(),),
         bodies=frozenset({STATE}), original=True, exact=True),
    Rule("KH111", "number-with-year", "warning",
         "Số của kế hoạch có ghi năm.", "The number holds a year.",
         "Only legal norms (văn bản quy phạm pháp luật) have the year in their number.", "Leave the year out.", _BOTH,
         _number_year,
         bad=(ex(("Số: 58/KH-UBND      ", "Số: 58/2024/KH-UBND      ")),), good=(ex(),),
         bodies=frozenset({STATE}), original=True, exact=True),
    Rule("KH112", "number-without-zero", "note",
         "Số nhỏ hơn 10 không ghi số 0 phía trước.", "A number below 10 has no zero before it.",
         "The zero keeps a figure from being added before the number.", "Write '05/KH-UBND'.", _BOTH, _number_zero,
         bad=(ex(("Số: 58/KH-UBND      ", "Số: 5/KH-UBND      ")),),
         good=(ex(), ex(("Số: 58/KH-UBND      ", "Số: 05/KH-UBND      "))),
         bodies=_STATE, original=True, exact=True),
    Rule("KH113", "date-missing", "error",
         "Thiếu ngày, tháng, năm ban hành.", "The plan has no date.",
         "Deadlines, validity and citations hang on the date.", "Add the place and date line.", _BOTH, _date,
         bad=(ex((_DATE, "\n\nKẾ")),), good=(ex(), ex(base="dang")), original=True, exact=True),
    Rule("KH114", "date-blank", "note",
         "Chưa ghi ngày hoặc tháng ban hành.", "The day or month of the date is left blank.",
         "The day is entered by hand when the plan is signed; in a file that is published it is easily forgotten.",
         "Enter the day of signing.", _BOTH, _date_blank,
         bad=(ex((_DATE, "Hà Tĩnh, ngày      tháng 3 năm 2024\n\nKẾ")),), good=(ex(),), original=True, exact=True),
    Rule("KH115", "place-missing", "warning",
         "Thiếu địa danh.", "The date line names no place.",
         "The place says where the issuer has its seat.", "Write the place before 'ngày'.", _BOTH, _place,
         bad=(ex((_DATE, "ngày 15 tháng 3 năm 2024\n\nKẾ")),), good=(ex(),), original=True, exact=True),
    Rule("KH116", "date-without-zero", "note",
         "Ngày dưới 10, tháng 1, 2 không ghi số 0 phía trước.",
         "A day below 10, or the month 1 or 2, has no zero before it.",
         "The zero keeps a figure from being added before the number.", "Write 'ngày 05 tháng 01'.", _BOTH, _date_zero,
         bad=(ex((_DATE, "Hà Tĩnh, ngày 5 tháng 3 năm 2024\n\nKẾ")), ex((_DATE, "Hà Tĩnh, ngày 15 tháng 2 năm 2024\n\nKẾ"))),
         good=(ex(), ex((_DATE, "Hà Tĩnh, ngày 05 tháng 3 năm 2024\n\nKẾ"))),
         bodies=_NOT_PARTY, original=True, exact=True),
    Rule("KH117", "type-missing", "error",
         "Thiếu tên loại văn bản.", "The kind of document is not printed.",
         "A named kind ('KẾ HOẠCH') tells a plan from a letter.", "Add the line 'KẾ HOẠCH' above the title.", _BOTH,
         _type,
         bad=(ex(("KẾ HOẠCH\nTrồng", "Trồng")),), good=(ex(), ex(base="dang")), needs_text=True, original=True, exact=True),
    Rule("KH118", "title-missing", "error",
         "Thiếu trích yếu nội dung.", "The plan has no title.",
         "The title is what the plan is registered and looked for by.", "Say under 'KẾ HOẠCH' what it is about.", _BOTH,
         _title,
         bad=(ex(("Trồng cây xanh trên địa bàn tỉnh Hà Tĩnh năm 2024\n", "")),), good=(ex(),), original=True, exact=True),
    Rule("KH119", "place-of-another", "warning",
         "Địa danh không phải của cơ quan ban hành.", "The date line names another province than the issuer's.",
         "A place left over from a draft of another body.", "Put the place or the issuer right.", _BOTH, _place_of_issuer,
         bad=(ex((_DATE, "Nghệ An, ngày 15 tháng 3 năm 2024\n\nKẾ")),), good=(ex(),),
         bodies=frozenset({STATE}), original=True, exact=True),
)  # fmt: skip
