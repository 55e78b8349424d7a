"""Rules KH9xx: leftovers of a draft, letters mixed of two sorts, misreadings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from kehoach.folding import fold
from kehoach.lint.base import Hit, Rule, ex, quoted
from kehoach.lint.case import Case

_PRACTICE = "Office practice"
_LEFT = re.compile(
    r"(?<![\d.…])(?:\.{5,}|…{2,}|_{4,})(?=\s*[\w(,/%])"  # a gap in the middle of a sentence
    r"|\b(?:lorem ipsum|TODO|TBD)\b"
    r"|\b[xX]{2,}(?=\s*(?:%|người|triệu|đồng|ngày|/))|(?<=\bsố )[xX]{2,}\b|(?<=\bngày )[xX]{2}/[xX]{2}"
    r"|[\[<{](?:tên|ghi|điền|nhập|chèn|bổ sung|số liệu|ngày|địa danh)\b[^\]>}]{0,60}[\]>}]"
    r"|\((?:điền|nhập|chèn|ghi rõ sau|bổ sung sau)\b[^)]{0,60}\)|\?\?\?"
)
_DOUBLED = re.compile(r"(?<![\w-])(của|và|các|những|trong|cho|tại|về|theo|với|được|để|bằng|hoặc|đã|sẽ|do) \1(?![\w-])")
_OLD = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split()
_NEW = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split()
_SYLLABLE = re.compile(r"[^\W\d_]+")


def _left(case: Case) -> Iterator[Hit]:
    for node in case.main:
        for m in _LEFT.finditer(node.text):
            if node.section == "basis" and m[0][0] in ".…":
                continue
            yield case.hit(
                f"{m[0]!r} is left from a draft; fill it in",
                f"{quoted(m[0])} còn sót lại từ bản nháp; điền nội dung.",
                node,
                m[0],
            )


def _empty_citation(case: Case) -> Iterator[Hit]:
    for node in case.main:
        for m in re.finditer(r"số:?(?:\s*[.…_]+\s*|\s{2,})/\s?(?:\d{4}/)?[A-ZĐ][\wĐ-]+", node.text):
            yield case.hit(f"{m[0]!r} has no number; fill it in", f"{quoted(m[0])} chưa có số; điền số.", node, m[0])


def _doubled(case: Case) -> Iterator[Hit]:
    for node in case.nodes:
        for m in _DOUBLED.finditer(node.text.lower()):
            words = node.text[m.start() : m.end()]
            yield case.hit(
                f"{words!r}: a word stands twice; leave one out", f"{quoted(words)}: lặp từ; bỏ một từ.", node, words
            )


def _open_bracket(case: Case) -> Iterator[Hit]:
    for node in case.main:
        if node.text.count("(") > node.text.count(")") and not node.item["items"] and node.text.endswith("."):
            at = node.text.rindex("(")
            yield case.hit(
                "a bracket is opened and not closed; close it",
                "Mở ngoặc mà không đóng; thêm dấu đóng ngoặc.",
                node,
                node.text[at : at + 20],
            )


def _forms(case: Case) -> Iterator[Hit]:
    text = case.text or ""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return
    composed = re.search(r"[à-ỹ]", text)
    loose = re.search(r"\w[\u0300-\u036f]", text)
    if composed and loose:
        yield case.hit_at(
            "composed and decomposed letters (NFC and NFD) are mixed, so searching fails; save the file in NFC",
            "Lẫn chữ dựng sẵn và chữ tổ hợp (NFC và NFD) nên không tìm kiếm được; lưu tệp theo Unicode dựng sẵn (NFC).",
            loose.start(),
            loose.end(),
        )


def _tones(case: Case) -> Iterator[Hit]:
    seen: dict[str, tuple[str, int, int]] = {}
    for m in _SYLLABLE.finditer(case.text or ""):
        word = m[0].lower()
        if len(word) > 5 or word.startswith("q") or not word.endswith((*_OLD, *_NEW)):
            continue
        first = seen.setdefault(fold(word), (word, *m.span()))
        if first[0] != word:
            line = (case.text or "").count("\n", 0, first[1]) + 1
            yield case.hit_at(
                f"{m[0]!r} here, {first[0]!r} in line {line}: the tone mark stands in two ways; keep to one",
                f"{quoted(m[0])} ở đây, {quoted(first[0])} ở dòng {line}: dấu thanh đặt theo hai cách; dùng thống nhất một cách.",
                *m.span(),
            )
            return


def _misread(case: Case) -> Iterator[Hit]:
    if case.is_scan:
        if seen := [*case.syllables[1][:3], *case.stains[:3]]:
            yield Hit(
                f"the file looks like a scan with misread letters ({', '.join(map(repr, seen))}); read it against the original",
                f"Tệp có vẻ là bản quét bị nhận dạng sai chữ ({', '.join(map(quoted, seen))}); đối chiếu với bản gốc.",
            )
        else:
            yield Hit(
                "the file was recognised from a scan; read it against the original",
                "Tệp được nhận dạng từ bản quét; đối chiếu với bản gốc.",
            )


_B = "Bố trí đất, huy động nhân dân tham gia trồng cây."

RULES = (
    Rule("KH901", "placeholder", "error",
         "Còn chỗ trống, chữ tạm của bản nháp.", "A gap or filler of the draft is left.",
         "It was to be filled in before signing.", "Fill it in.", _PRACTICE, _left,
         why_vi="Chỗ này phải điền trước khi ký.", fix_vi="Điền nội dung.",
         bad=(ex((_B, "Bố trí ……… ha đất, huy động nhân dân.")), ex((_B, "Bố trí đất theo đề nghị của [tên cơ quan]."))),
         good=(ex(), ex((_B, "Bố trí đất, cây giống, nước tưới…"))), exact=True),
    Rule("KH902", "citation-gap", "error",
         "Viện dẫn văn bản còn bỏ trống số.", "A cited document's number is left blank.",
         "It was to be filled in before signing.", "Fill it in.", _PRACTICE, _empty_citation,
         why_vi="Chỗ này phải điền trước khi ký.", fix_vi="Điền số.",
         bad=(ex(("Quyết định số 524/QĐ-TTg", "Quyết định số …/QĐ-TTg")),), good=(ex(),), exact=True),
    Rule("KH903", "word-doubled", "warning",
         "Lặp từ.", "A word stands twice in a row.",
         "A slip of typing that spelling checks pass over.", "Leave one out.", _PRACTICE, _doubled,
         why_vi="Lỗi gõ mà kiểm tra chính tả bỏ qua.", fix_vi="Bỏ một từ.",
         bad=(ex((_B, "Bố trí đất, huy động nhân dân của của xã.")),), good=(ex(), ex((_B, "Từ từ mở rộng, luôn luôn chăm sóc."))),
         exact=True),
    Rule("KH904", "bracket-open", "note",
         "Mở ngoặc không đóng.", "A bracket is opened and not closed.",
         "Something may be missing behind it.", "Close it.", _PRACTICE, _open_bracket,
         why_vi="Phía sau có thể thiếu nội dung.", fix_vi="Thêm dấu đóng ngoặc.",
         bad=(ex((_B, "Bố trí đất (ưu tiên đất công, huy động nhân dân.")),), good=(ex(),), exact=True),
    Rule("KH905", "normal-forms-mixed", "note",
         "Lẫn Unicode dựng sẵn và tổ hợp.", "Composed and decomposed Unicode letters are mixed.",
         "What looks alike is not found by searching.", "Save the file in NFC (Unicode dựng sẵn).", "TCVN 6909:2001", _forms,
         why_vi="Chữ nhìn giống nhau nhưng tìm kiếm không ra.", fix_vi="Lưu tệp theo Unicode dựng sẵn (NFC).",
         bad=(ex((_B, "Bo\u0302\u0301 tri\u0301 đất.")),), good=(ex(),), needs_text=True),
    Rule("KH906", "tone-places-mixed", "note",
         "Lẫn hai cách đặt dấu thanh (hoà - hòa).", "Tone marks are placed in two ways.",
         "One document keeps to one way; two show that it was put together.", "Keep to one.", _PRACTICE, _tones,
         why_vi="Một văn bản chỉ dùng một cách; dùng hai cách là do ghép từ nhiều nguồn.",
         fix_vi="Dùng thống nhất một cách.",
         bad=(ex((_B, "Uỷ ban nhân dân xã bố trí đất."),),), good=(ex(),), needs_text=True, exact=True),
    Rule("KH907", "misread", "note",
         "Nhiều chữ có vẻ bị nhận dạng sai.", "Many words look misread by OCR.",
         "Checks on letters are left out for such a file.", "Read it against the original.", _PRACTICE, _misread,
         why_vi="Tệp như vậy không được kiểm tra về chữ.", fix_vi="Đối chiếu với bản gốc.",
         bad=(ex((_B, "Bố trí đất " + "vât chât thuôc phât nhât tiêp hoac viêc " * 4 + "cho dân."),),), good=(ex(),)),
)  # fmt: skip
