"""Rules KH1xx: what stands above the body (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 1 to 5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.folding import nfc
from kehoach.lint.base import MASS, ORGANISATION, PARTY, STATE, UNKNOWN, Hit, Rule, ex, quoted
from kehoach.lint.case import Case

_STATE = frozenset({STATE, ORGANISATION})
_NOT_PARTY = frozenset({STATE, ORGANISATION, MASS, UNKNOWN})
_DECREE = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I"
_BOTH = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I; Thông tư 01/2011/TT-BNV before it"
_PARTY_GUIDE = "Hướng dẫn 36-HD/VPTW of 2018"


def _nation(case: Case) -> Iterator[Hit]:
    if not re.search(r"cong hoa|xa hoi chu nghia|chu nghia vi.t nam", case.head):
        yield Hit(
            "the national heading 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' is missing; print it at the top right",
            "Thiếu Quốc hiệu “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”; trình bày ở phía trên cùng, bên phải trang đầu.",
        )


def _motto(case: Case) -> Iterator[Hit]:
    if not re.search(r"d.c l.p|h.nh ph.c|t. do -", case.head):
        yield Hit(
            "the motto 'Độc lập - Tự do - Hạnh phúc' is missing; print it under the national heading",
            "Thiếu Tiêu ngữ “Độc lập - Tự do - Hạnh phúc”; trình bày ngay dưới Quốc hiệu.",
        )


def _party_heading(case: Case) -> Iterator[Hit]:
    if not re.search(r"dang c.ng s.n", case.head):
        yield Hit(
            "the heading 'ĐẢNG CỘNG SẢN VIỆT NAM' is missing; print it at the top right",
            "Thiếu tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM”; trình bày ở góc trên, bên phải trang đầu.",
        )


def _issuer(case: Case) -> Iterator[Hit]:
    issuer = case.document["issuer"]
    if not issuer or not issuer["name"]:
        yield Hit(
            "who issues the plan is not printed; name the issuing body at the top left",
            "Thiếu tên cơ quan, tổ chức ban hành; ghi ở góc trên, bên trái trang đầu.",
        )


def _short_issuer(case: Case) -> Iterator[Hit]:
    issuer = case.document["issuer"]
    match = re.match(r"(?:UBND|HĐND|Ubnd)\b", (issuer or {}).get("name") or "")
    if match and issuer and issuer["span"]:
        yield Hit(
            f"the issuer's name is shortened ({match[0].upper()}); write it in full",
            f"Tên cơ quan ban hành viết tắt ({match[0].upper()}); ghi đầy đủ.",
            issuer["span"],
        )


def _number(case: Case) -> Iterator[Hit]:
    if case.document["number"] is None and case.document["decision"] is None:
        yield Hit(
            "the plan has no number and symbol; add the line 'Số: …/KH-…' under the issuer",
            "Thiếu số, ký hiệu; ghi dòng “Số: …/KH-…” dưới tên cơ quan ban hành.",
        )


def _number_blank(case: Case) -> Iterator[Hit]:
    number = case.document["number"]
    if number and not number["serial"]:
        yield Hit(
            "the number is left blank; enter it when the plan is registered",
            "Chưa ghi số văn bản; điền khi đăng ký, cấp số.",
            number["span"],
        )


def _symbol(case: Case) -> Iterator[Hit]:
    number = case.document["number"]
    if not number:
        return
    if not number["symbol"]:
        yield Hit(
            "the number has no symbol; write it as 'Số: …/KH-' and the issuer in short",
            "Số văn bản không có ký hiệu; ghi “Số: …/KH-” và chữ viết tắt tên cơ quan ban hành.",
            number["span"],
        )
    elif not re.match(r"KH[A-ZĐ]{0,6}\s?[-–/]\s?[A-ZĐ]", number["symbol"]):
        yield Hit(
            f"the symbol {number['symbol']!r} is not that of a plan; write 'KH-' and the issuer in short",
            f"Ký hiệu {quoted(number['symbol'])} không phải của kế hoạch; ghi “KH-” và chữ viết tắt tên cơ quan ban hành.",
            number["span"],
        )


def _party_symbol(case: Case) -> Iterator[Hit]:
    number = case.document["number"]
    if number and number["symbol"] and not re.match(r"KH[A-ZĐ]{0,6}\s?/\s?[A-ZĐ]", number["symbol"]):
        yield Hit(
            f"the symbol {number['symbol']!r} is not that of a Party's plan; write 'Số …-KH/' and the body in short",
            f"Ký hiệu {quoted(number['symbol'])} không phải của kế hoạch của Đảng; ghi “Số …-KH/” và chữ viết tắt tên cơ quan ban hành.",
            number["span"],
        )


def _foreign_symbol(case: Case) -> Iterator[Hit]:
    number = case.document["number"]
    symbol = ((number or {}).get("symbol") or "").upper()
    if number and symbol.startswith("KH-") and case.is_committee and "UBND" not in symbol:
        yield Hit(
            f"the symbol {symbol!r} is not that of the issuer, Ủy ban nhân dân; write 'KH-UBND'",
            f"Ký hiệu {quoted(symbol)} không phải của cơ quan ban hành là Ủy ban nhân dân; ghi “KH-UBND”.",
            number["span"],
        )
    elif number and symbol == "KH-UBND" and re.match(r"(?:so|bo|cuc|chi cuc|truong|phong) ", case.issuer):
        yield Hit(
            "the symbol 'KH-UBND' is not that of the issuer; write 'KH-' and the issuer in short",
            "Ký hiệu “KH-UBND” không phải của cơ quan ban hành; ghi “KH-” và chữ viết tắt tên cơ quan ban hành.",
            number["span"],
        )


def _number_year(case: Case) -> Iterator[Hit]:
    number = case.document["number"]
    if number and number["year"]:
        yield Hit(
            f"the number holds the year {number['year']}, which only legal norms do; leave it out",
            f"Số văn bản có ghi năm {number['year']}, chỉ văn bản quy phạm pháp luật mới ghi năm; bỏ năm.",
            number["span"],
        )


def _number_zero(case: Case) -> Iterator[Hit]:
    number = case.document["number"]
    if number and re.fullmatch(r"[1-9]", number["serial"] or ""):
        yield Hit(
            f"numbers below 10 have a zero before them; write '0{number['serial']}'",
            f"Số nhỏ hơn 10 phải ghi thêm số 0 phía trước; ghi “0{number['serial']}”.",
            number["span"],
        )


def _date(case: Case) -> Iterator[Hit]:
    if case.document["date"] is None and case.document["decision"] is None:
        yield Hit(
            "the plan has no date; add 'place, ngày … tháng … năm …' under the national heading",
            "Thiếu ngày, tháng, năm ban hành; ghi “địa danh, ngày … tháng … năm …” dưới Quốc hiệu, Tiêu ngữ.",
        )


def _date_blank(case: Case) -> Iterator[Hit]:
    date = case.document["date"]
    blank = re.search(r"ngày[\s.…_]*tháng|tháng[\s.…_]*năm", (date or {}).get("text") or "")
    if date and blank and len(date["value"] or "") < len("2024-03-15"):
        yield Hit(
            "the day or month of the date is left blank; enter it when the plan is signed",
            "Chưa ghi ngày hoặc tháng ban hành; điền khi ký ban hành.",
            date["span"],
        )


def _place(case: Case) -> Iterator[Hit]:
    date = case.document["date"]
    if date and not case.document["place"]:
        yield Hit(
            "the date line names no place; write the place before 'ngày'",
            "Thiếu địa danh; ghi trước chữ “ngày”.",
            date["span"],
        )


def _date_zero(case: Case) -> Iterator[Hit]:
    date = case.document["date"]
    match = re.match(r"ngày\s+(\d+)\s+tháng\s+(\d+)\s+năm", (date or {}).get("text") or "")
    if date and match and (len(match[1]) == 1 or match[2] in ("1", "2")):
        yield Hit(
            "days below 10 and the months 1 and 2 have a zero before them; write '05', '01'",
            "Ngày nhỏ hơn 10 và tháng 1, tháng 2 phải ghi thêm số 0 phía trước; ghi “05”, “01”.",
            date["span"],
        )


def _type(case: Case) -> Iterator[Hit]:
    if not re.search(r"\bk.{1,2} ?h.{1,2} ?ch\b|chuong trinh|phuong an|de an", case.head):
        yield Hit(
            "the kind of document is not printed; add the line 'KẾ HOẠCH' above the title",
            "Thiếu tên loại văn bản; ghi dòng “KẾ HOẠCH” phía trên trích yếu nội dung.",
        )


def _title(case: Case) -> Iterator[Hit]:
    title = case.document["title"]
    under = re.search(r"(?m)^\W*KẾ HOẠCH\W*\n+[ \t]*(\S.*)", nfc(case.text or ""))
    if not title and under and not re.match(r"(?:căn cứ|thực hiện|[ivx]+\.) ", under[1].lower()):
        return  # there is one, in a form that the parser does not know
    if not title or re.match(r"căn cứ (?:luật|nghị|quyết|thông)", title.lower()):
        yield Hit(
            "the plan has no title; say under 'KẾ HOẠCH' in one or two lines what it is about",
            "Thiếu trích yếu nội dung; ghi dưới “KẾ HOẠCH” một đến hai dòng, nêu khái quát nội dung.",
        )


def _place_of_issuer(case: Case) -> Iterator[Hit]:
    issuer, date = case.document["issuer"], case.document["date"]
    if not (issuer and date and case.document["place"]) or issuer["level"] != "province" or not issuer["province"]:
        return
    from kehoach.knowledge.places import province_of

    place = province_of(case.document["place"])
    own = province_of(issuer["province"])
    if place and own and place.name != own.name and place.name not in own.merged and own.name not in place.merged:
        yield Hit(
            f"the date line names {place.name}, the issuer is of {own.name}; put one of them right",
            f"Địa danh là {place.name} nhưng cơ quan ban hành thuộc {own.name}; sửa lại cho khớp.",
            date["span"],
        )


_HEADING = "                         CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH HÀ TĨNH"
_MOTTO = "                                 Độc lập - Tự do - Hạnh phúc\n\nSố: 58"
_DATE = "Hà Tĩnh, ngày 15 tháng 3 năm 2024\n\nKẾ"

RULES = (
    Rule("KH101", "national-heading-missing", "error",
         "Thiếu Quốc hiệu.", "The national heading is missing.",
         "Quốc hiệu is the first of the parts that every administrative document must have.",
         "Print CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM in the top right corner.", _BOTH, _nation,
         why_vi="Quốc hiệu là thành phần thể thức đầu tiên mà mọi văn bản hành chính phải có.",
         fix_vi="Trình bày CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM ở phía trên cùng, bên phải trang đầu.",
         bad=(ex((_HEADING, "\nTỈNH HÀ TĨNH")),), good=(ex(), ex(base="dang")),
         bodies=_STATE, needs_text=True, original=True, exact=True),
    Rule("KH102", "motto-missing", "error",
         "Thiếu Tiêu ngữ.", "The national motto is missing.",
         "Tiêu ngữ goes with Quốc hiệu.", "Print Độc lập - Tự do - Hạnh phúc below the national heading.", _BOTH, _motto,
         why_vi="Tiêu ngữ đi liền với Quốc hiệu.", fix_vi="Trình bày Độc lập - Tự do - Hạnh phúc ngay dưới Quốc hiệu.",
         bad=(ex((_MOTTO, "\n\nSố: 58")),), good=(ex(), ex(base="dang")),
         bodies=_STATE, needs_text=True, original=True, exact=True),
    Rule("KH103", "party-heading-missing", "error",
         "Văn bản của Đảng thiếu tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM”.", "A Party document lacks the Party's heading.",
         "The Party's documents have this heading in the place of Quốc hiệu.",
         "Print ĐẢNG CỘNG SẢN VIỆT NAM in the top right corner.", _PARTY_GUIDE, _party_heading,
         why_vi="Văn bản của Đảng có tiêu đề này ở vị trí của Quốc hiệu.",
         fix_vi="Trình bày ĐẢNG CỘNG SẢN VIỆT NAM ở góc trên, bên phải trang đầu.",
         bad=(ex(("                              ĐẢNG CỘNG SẢN VIỆT NAM", ""), base="dang"),), good=(ex(base="dang"), ex()),
         bodies=frozenset({PARTY}), needs_text=True, original=True, exact=True),
    Rule("KH104", "issuer-missing", "error",
         "Thiếu tên cơ quan, tổ chức ban hành.", "The issuing body is not printed.",
         "Without its issuer a plan binds nobody.", "Print the issuer's full name at the top left.", _BOTH, _issuer,
         why_vi="Không rõ cơ quan ban hành thì kế hoạch không ràng buộc ai.",
         fix_vi="Ghi đầy đủ tên cơ quan ban hành ở góc trên, bên trái trang đầu.",
         bad=(ex(("ỦY BAN NHÂN DÂN                   ", " " * 34), ("TỈNH HÀ TĨNH       ", " " * 19),
                 ("Ủy ban nhân dân tỉnh ban hành Kế", "Nội dung Kế"), ("TM. ỦY BAN NHÂN DÂN\n", "")),),
         good=(ex(),), original=True, exact=True),
    Rule("KH105", "issuer-shortened", "note",
         "Tên cơ quan ban hành viết tắt.", "The issuer's name is shortened.",
         "Only the name of the body above the issuer may be shortened.", "Write the issuer's name in full.", _DECREE,
         _short_issuer,
         why_vi="Chỉ tên cơ quan chủ quản trực tiếp mới được viết tắt.", fix_vi="Ghi đầy đủ tên cơ quan ban hành.",
         bad=(ex(("ỦY BAN NHÂN DÂN        ", "UBND        ")),), good=(ex(),),
         bodies=frozenset({STATE}), original=True, exact=True),
    Rule("KH106", "number-missing", "error",
         "Thiếu số, ký hiệu văn bản.", "The plan has no number and symbol.",
         "A document without a number cannot be registered, cited or found again.",
         "Add the line 'Số: …/KH-…' under the issuer.", _BOTH, _number,
         why_vi="Văn bản không có số thì không đăng ký, viện dẫn, tra cứu được.",
         fix_vi="Ghi dòng “Số: …/KH-…” dưới tên cơ quan ban hành.",
         bad=(ex(("Số: 58/KH-UBND                              Hà", " " * 44 + "Hà")),), good=(ex(), ex(base="dang")),
         original=True, exact=True),
    Rule("KH107", "number-blank", "note",
         "Chưa ghi số văn bản.", "The number is left blank.",
         "The clerk enters the number by hand; in a file that is published it is easily forgotten.",
         "Enter the number under which the plan is registered.", _BOTH, _number_blank,
         why_vi="Số do văn thư điền tay; trong tệp phát hành dễ bị bỏ sót.",
         fix_vi="Điền số đã cấp khi đăng ký văn bản.",
         bad=(ex(("Số: 58/KH-UBND      ", "Số:       /KH-UBND      ")),), good=(ex(),), original=True, exact=True),
    Rule("KH108", "symbol-form", "warning",
         "Ký hiệu không đúng mẫu …/KH-….", "The symbol is not of the form …/KH-….",
         "The symbol is the kind of document in short, a hyphen, and the issuer in short.",
         "Write 'Số: 58/KH-UBND'.", _BOTH, _symbol,
         why_vi="Ký hiệu gồm chữ viết tắt tên loại văn bản, dấu gạch nối, chữ viết tắt tên cơ quan ban hành.",
         fix_vi="Ghi “Số: 58/KH-UBND”.",
         bad=(ex(("Số: 58/KH-UBND      ", "Số: 58/QĐ-UBND      ")),),
         good=(ex(), ex(("Số: 58/KH-UBND      ", "Số: 58/KHPH-UBND      ")), ex(base="dang")),
         bodies=_STATE, original=True, exact=True),
    Rule("KH109", "party-symbol-form", "note",
         "Ký hiệu văn bản của Đảng không đúng mẫu …-KH/….", "A Party plan's symbol is not of the form …-KH/….",
         "The Party writes a hyphen behind the number and a stroke behind the kind.", "Write 'Số 42-KH/TU'.",
         _PARTY_GUIDE, _party_symbol,
         why_vi="Văn bản của Đảng ghi dấu gạch nối sau số và dấu gạch chéo sau tên loại.", fix_vi="Ghi “Số 42-KH/TU”.",
         bad=(ex(("Số 42-KH/TU", "Số 42/KH-TU"), base="dang"),), good=(ex(base="dang"), ex()),
         bodies=frozenset({PARTY}), original=True, exact=True),
    Rule("KH110", "symbol-of-another", "warning",
         "Ký hiệu là của cơ quan khác với cơ quan ban hành.", "The symbol is another body's than the issuer's.",
         "A symbol left over from a draft of another body sends every later citation astray.",
         "Write the issuer in short behind 'KH-'.", _BOTH, _foreign_symbol,
         why_vi="Ký hiệu còn lại từ dự thảo của cơ quan khác làm sai mọi viện dẫn về sau.",
         fix_vi="Ghi chữ viết tắt tên cơ quan ban hành sau “KH-”.",
         bad=(ex(("Số: 58/KH-UBND      ", "Số: 58/KH-SNN      ")),), good=(ex(),),
         bodies=frozenset({STATE}), original=True, exact=True),
    Rule("KH111", "number-with-year", "warning",
         "Số của kế hoạch có ghi năm.", "The number holds a year.",
         "Only legal norms (văn bản quy phạm pháp luật) have the year in their number.", "Leave the year out.", _BOTH,
         _number_year,
         why_vi="Chỉ văn bản quy phạm pháp luật mới ghi năm trong số.", fix_vi="Bỏ năm.",
         bad=(ex(("Số: 58/KH-UBND      ", "Số: 58/2024/KH-UBND      ")),), good=(ex(),),
         bodies=frozenset({STATE}), original=True, exact=True),
    Rule("KH112", "number-without-zero", "note",
         "Số nhỏ hơn 10 không ghi số 0 phía trước.", "A number below 10 has no zero before it.",
         "The zero keeps a figure from being added before the number.", "Write '05/KH-UBND'.", _BOTH, _number_zero,
         why_vi="Số 0 phía trước để không ai ghi thêm chữ số vào trước số.", fix_vi="Ghi “05/KH-UBND”.",
         bad=(ex(("Số: 58/KH-UBND      ", "Số: 5/KH-UBND      ")),),
         good=(ex(), ex(("Số: 58/KH-UBND      ", "Số: 05/KH-UBND      "))),
         bodies=_STATE, original=True, exact=True),
    Rule("KH113", "date-missing", "error",
         "Thiếu ngày, tháng, năm ban hành.", "The plan has no date.",
         "Deadlines, validity and citations hang on the date.", "Add the place and date line.", _BOTH, _date,
         why_vi="Thời hạn, hiệu lực và viện dẫn đều căn cứ vào ngày ban hành.",
         fix_vi="Ghi dòng địa danh và thời gian ban hành.",
         bad=(ex((_DATE, "\n\nKẾ")),), good=(ex(), ex(base="dang")), original=True, exact=True),
    Rule("KH114", "date-blank", "note",
         "Chưa ghi ngày hoặc tháng ban hành.", "The day or month of the date is left blank.",
         "The day is entered by hand when the plan is signed; in a file that is published it is easily forgotten.",
         "Enter the day of signing.", _BOTH, _date_blank,
         why_vi="Ngày được điền tay khi ký; trong tệp phát hành dễ bị bỏ sót.", fix_vi="Điền ngày ký ban hành.",
         bad=(ex((_DATE, "Hà Tĩnh, ngày      tháng 3 năm 2024\n\nKẾ")),), good=(ex(),), original=True, exact=True),
    Rule("KH115", "place-missing", "warning",
         "Thiếu địa danh.", "The date line names no place.",
         "The place says where the issuer has its seat.", "Write the place before 'ngày'.", _BOTH, _place,
         why_vi="Địa danh cho biết nơi cơ quan ban hành đóng trụ sở.", fix_vi="Ghi địa danh trước chữ “ngày”.",
         bad=(ex((_DATE, "ngày 15 tháng 3 năm 2024\n\nKẾ")),), good=(ex(),), original=True, exact=True),
    Rule("KH116", "date-without-zero", "note",
         "Ngày dưới 10, tháng 1, 2 không ghi số 0 phía trước.",
         "A day below 10, or the month 1 or 2, has no zero before it.",
         "The zero keeps a figure from being added before the number.", "Write 'ngày 05 tháng 01'.", _BOTH, _date_zero,
         why_vi="Số 0 phía trước để không ai ghi thêm chữ số vào trước số.", fix_vi="Ghi “ngày 05 tháng 01”.",
         bad=(ex((_DATE, "Hà Tĩnh, ngày 5 tháng 3 năm 2024\n\nKẾ")), ex((_DATE, "Hà Tĩnh, ngày 15 tháng 2 năm 2024\n\nKẾ"))),
         good=(ex(), ex((_DATE, "Hà Tĩnh, ngày 05 tháng 3 năm 2024\n\nKẾ"))),
         bodies=_NOT_PARTY, original=True, exact=True),
    Rule("KH117", "type-missing", "error",
         "Thiếu tên loại văn bản.", "The kind of document is not printed.",
         "A named kind ('KẾ HOẠCH') tells a plan from a letter.", "Add the line 'KẾ HOẠCH' above the title.", _BOTH,
         _type,
         why_vi="Tên loại “KẾ HOẠCH” phân biệt kế hoạch với công văn.",
         fix_vi="Ghi dòng “KẾ HOẠCH” phía trên trích yếu nội dung.",
         bad=(ex(("KẾ HOẠCH\nTrồng", "Trồng")),), good=(ex(), ex(base="dang")), needs_text=True, original=True, exact=True),
    Rule("KH118", "title-missing", "error",
         "Thiếu trích yếu nội dung.", "The plan has no title.",
         "The title is what the plan is registered and looked for by.", "Say under 'KẾ HOẠCH' what it is about.", _BOTH,
         _title,
         why_vi="Kế hoạch được đăng ký, tra cứu theo trích yếu nội dung.",
         fix_vi="Ghi trích yếu nội dung dưới “KẾ HOẠCH”.",
         bad=(ex(("Trồng cây xanh trên địa bàn tỉnh Hà Tĩnh năm 2024\n", "")),), good=(ex(),), original=True, exact=True),
    Rule("KH119", "place-of-another", "warning",
         "Địa danh không phải của cơ quan ban hành.", "The date line names another province than the issuer's.",
         "A place left over from a draft of another body.", "Put the place or the issuer right.", _BOTH, _place_of_issuer,
         why_vi="Địa danh còn lại từ dự thảo của cơ quan khác.", fix_vi="Sửa địa danh hoặc tên cơ quan ban hành.",
         bad=(ex((_DATE, "Nghệ An, ngày 15 tháng 3 năm 2024\n\nKẾ")),), good=(ex(),),
         bodies=frozenset({STATE}), original=True, exact=True),
)  # fmt: skip
