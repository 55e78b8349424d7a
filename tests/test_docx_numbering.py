"""Automatic numbers of Word, as Word prints them; all but those marked were compared with LibreOffice's printing."""

from __future__ import annotations

import pytest

from docx_files import docx, level, lists, numbered, p, r
from kehoach.readers import read_bytes
from kehoach.readers.office.numerals import numeral


def styled(text: str, style: str, more: str = "") -> str:
    return p(text, properties=f'<w:pStyle w:val="{style}"/>{more}')


def num(key: int, abstract: int, more: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'


def style(key: str, *, number: int | None = None, depth: int | None = None, based: str = "") -> str:
    depth_xml = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
    list_xml = "" if number is None else f'<w:numPr>{depth_xml}<w:numId w:val="{number}"/></w:numPr>'
    based_xml = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="paragraph" w:styleId="{key}">{based_xml}<w:pPr>{list_xml}</w:pPr></w:style>'


def labels(*body: str, **parts: str) -> list[str]:
    """What stands before the last word of each line."""
    return [line.rpartition(" ")[0] for line in read_bytes(docx(*body, **parts)).text.splitlines()]


def listed(*levels: int) -> list[str]:
    """Paragraphs on these levels of list 1."""
    return [numbered("x", 1, depth) for depth in levels]


OUTLINE = lists(
    level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)"), level(3, "bullet", "-"),
    level(4, "decimal", "%1.%2.%5", "<w:isLgl/>"),
)  # fmt: skip


def test_levels_count_and_start_again() -> None:
    assert labels(*listed(0, 1, 1, 2, 2, 3, 0, 1, 2), numbering=OUTLINE) == [
        "I.", "1.", "2.", "a)", "b)", "-", "II.", "1.", "a)",
    ]  # fmt: skip


def test_legal_numbers_are_arabic() -> None:
    assert labels(*listed(0, 0, 1, 4, 4), numbering=OUTLINE)[-2:] == ["2.1.1", "2.1.2"]  # as Word does


def test_words_belong_to_labels() -> None:
    body = [numbered("x"), p("giữa x"), numbered("x")]
    assert labels(*body, numbering=lists(level(0, "decimal", "Điều %1."))) == ["Điều 1.", "giữa", "Điều 2."]
    assert labels(*listed(0, 0), numbering=lists(level(0, "decimal", "Nhiệm vụ %1:", start=3))) == [
        "Nhiệm vụ 3:", "Nhiệm vụ 4:",
    ]  # fmt: skip


def test_lists_of_one_definition_count_together() -> None:
    body = [numbered("x", 1), numbered("x", 2), numbered("x", 1)]
    assert labels(*body, numbering=lists(level(0, "decimal", "%1."), numbers=num(2, 0))) == ["1.", "2.", "3."]


def test_an_override_starts_anew_once_or_looks_otherwise() -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    letters = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)", start=5)}</w:lvlOverride>'
    body = [numbered("x", n) for n in (1, 1, 2, 2, 1, 3)]
    numbering = lists(level(0, "decimal", "%1."), numbers=num(2, 0, start) + num(3, 0, letters))
    assert labels(*body, numbering=numbering) == ["1.", "2.", "1.", "2.", "3.", "D)"]


def test_styles_bring_numbers_along() -> None:
    numbering = lists(
        level(0, "upperRoman", "%1.", '<w:pStyle w:val="H1"/>'), level(1, "decimal", "%2.", '<w:pStyle w:val="H2"/>')
    )
    styles = style("H1", number=1) + style("H2", number=1) + style("H3", based="H2")
    off = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    body = [styled("x", key) for key in ("H1", "H2", "H2", "H1", "H2", "H3")] + [styled("x x", "H1", off)]
    assert labels(*body, numbering=numbering, styles=styles) == ["I.", "1.", "2.", "II.", "1.", "2.", "x"]


def test_a_list_defined_by_a_list_style() -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="L"/>{level(0, "upperRoman", "%1.")}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>' + num(1, 0) + num(2, 1)
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert labels(numbered("x", 2), numbered("x", 2), numbering=numbering, styles=styles) == ["I.", "II."]


def test_a_level_may_count_on_or_skip_its_parents() -> None:
    on = level(1, "decimal", "%2.").replace("<w:lvlText", '<w:lvlRestart w:val="0"/><w:lvlText')
    assert labels(*listed(0, 1, 1, 0, 1), numbering=lists(level(0, "upperLetter", "%1."), on)) == [
        "A.", "1.", "2.", "B.", "3.",  # as Word does
    ]  # fmt: skip
    both = lists(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."))
    assert labels(*listed(1, 1, 0, 1), numbering=both) == ["1.1.", "1.2.", "2.", "2.1."]


def test_bullets_of_symbol_fonts() -> None:
    def bullet(depth: int, sign: str, font: str) -> str:
        fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr></w:lvl>'
        return level(depth, "bullet", sign).replace("</w:lvl>", fonts)

    numbering = lists(
        bullet(0, "\uf0b7", "Symbol"), bullet(1, "\uf0a7", "Wingdings"), bullet(2, "\uf0d8", "Wingdings"),
        bullet(3, "+", "Arial"), bullet(4, "o", "Courier New"),
    )  # fmt: skip
    assert labels(*listed(0, 1, 2, 3, 4), numbering=numbering) == ["•", "▪", "➢", "+", "o"]


def test_numbers_of_empty_cells_and_deleted_paragraphs() -> None:
    numbering = lists(level(0, "decimal", "%1."))
    listing = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    gone = (
        f"<w:p><w:pPr>{listing}<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"
    )
    lines = read_bytes(docx(numbered("x"), numbered(""), gone, numbered("y"), numbering=numbering)).text.splitlines()
    assert lines == ["1. x", "2.", "3. y"]


def test_what_stands_between_label_and_words() -> None:
    tight = level(0, "decimal", "%1.").replace("<w:lvlText", '<w:suff w:val="nothing"/><w:lvlText')
    assert read_bytes(docx(numbered("x"), numbering=lists(tight))).text == "1.x\n"
    assert read_bytes(docx(numbered("1. x"), numbering=lists(level(0, "decimal", "%1.")))).text == "1. x\n"
    hidden = level(0, "decimal", "%1.").replace("</w:lvl>", "<w:rPr><w:vanish/></w:rPr></w:lvl>")
    assert read_bytes(docx(numbered("x"), numbering=lists(hidden))).text == "x\n"


def test_numbers_that_lead_nowhere_are_none() -> None:
    body = [numbered("x", 9), numbered("x", 1, 12), p("x", properties="<w:numPr/>"), f"<w:p>{r('x')}</w:p>"]
    assert labels(*body, numbering=lists(level(0, "decimal", "%1."), numbers=num(9, 77))) == [""] * 4
    assert labels(numbered("x")) == [""]


NUMERALS = {
    ("decimalZero", 7): "07", ("upperRoman", 49): "XLIX", ("lowerRoman", 4): "iv", ("lowerLetter", 4): "d",
    ("lowerLetter", 27): "aa", ("upperLetter", 5): "E", ("vietnameseCounting", 15): "mười lăm", ("none", 3): "",
    ("bullet", 3): "", ("klingon", 3): "3", ("upperRoman", 0): "0", ("lowerLetter", 0): "0",
    ("upperRoman", 5000): "5000",
}  # fmt: skip


@pytest.mark.parametrize(("style", "value"), NUMERALS)
def test_numerals(style: str, value: int) -> None:
    assert numeral(value, style) == NUMERALS[style, value]
