"""OpenDocument texts."""

from __future__ import annotations

import pytest

from kehoach.readers import read_bytes
from plan_formats import odt

_NUMBERED = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2"/>'
    '</text:list-style><text:list-style style:name="R"><text:list-level-style-number text:level="1" '
    'style:num-format="I" '
    'style:num-prefix="Phần " text:start-value="2"/></text:list-style>'
)
_STYLES = (
    '<style:style style:name="hidden" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="caps" style:family="paragraph"><style:text-properties fo:text-transform="uppercase"/>'
    "</style:style>"
    '<style:style style:name="kid" style:family="paragraph" style:parent-style-name="caps"/>'
    '<style:style style:name="old" style:family="text"><style:text-properties style:font-name=".VnTime"/></style:style>'
    '<style:style style:name="new" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/>'
    "</style:style>"
)


def lines(body: str, styles: str = _STYLES + _NUMBERED) -> list[str]:
    return read_bytes(odt(body, styles)).text.rstrip("\n").split("\n")


def items(*texts: str, more: str = "") -> str:
    return (
        f'<text:list text:style-name="L"{more}>'
        + "".join(f"<text:list-item><text:p>{text}</text:p></text:list-item>" for text in texts)
        + "</text:list>"
    )


SHOWN = {
    "blanks": ("<text:p>a \n  b<text:s text:c='3'/>c<text:tab/>d<text:line-break/>e</text:p>", ["a b   c\td", "e"]),
    "hidden": ('<text:p>a<text:span text:style-name="hidden">b</text:span>c</text:p>', ["ac"]),
    "capitals by a parent": ('<text:p text:style-name="kid">Kế</text:p>', ["KẾ"]),
    "old font": ('<text:p><text:span text:style-name="old">KÕ ho¹ch</text:span></text:p>', ["Kế hoạch"]),
    "link and field": ("<text:p><text:a>xem</text:a> <text:page-number>3</text:page-number></text:p>", ["xem 3"]),
    "deleted": (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>x</text:p></text:deletion>"
        "</text:changed-region>"
        "</text:tracked-changes><text:p>a<text:change/>b</text:p>",
        ["ab"],
    ),
    "comment": ("<text:p>a<office:annotation><text:p>x</text:p></office:annotation>b</text:p>", ["ab"]),
    "page": ('<text:p>a</text:p><text:p text:style-name="new">b</text:p>', ["a", "\fb"]),
    "contents": ("<text:table-of-content><text:p>x</text:p></text:table-of-content><text:p>a</text:p>", ["a"]),
    "section": ("<text:section><text:p>a</text:p></text:section>", ["a"]),
    "list": (items("a", "b"), ["1. a", "2. b"]),
    "second list starts again": (items("a") + items("b"), ["1. a", "1. b"]),
    "list that goes on": (items("a") + items("b", more=' text:continue-numbering="true"'), ["1. a", "2. b"]),
    "list that goes on another": (
        items("a", more=' xml:id="one"') + items("b") + items("c", more=' text:continue-list="one"'),
        ["1. a", "1. b", "2. c"],
    ),
    "start": (items("a").replace("<text:list-item", "<text:list-item text:start-value='4'"), ["4. a"]),
    "prefix": ('<text:list text:style-name="R"><text:list-item><text:p>a</text:p></text:list-item></text:list>',
               ["Phần II a"]),
    "list in a list": (
        items("a").replace("</text:list-item>", f"{items('b')}</text:list-item>".replace(' text:style-name="L"', "")),
        ["1. a", "1.a) b"],
    ),
    "second paragraph of an item": (items("a</text:p><text:p>b"), ["1. a", "b"]),
    "merged cells": (
        "<table:table><table:table-row><table:table-cell><text:p>TT</text:p></table:table-cell><table:table-cell "
        "table:number-columns-spanned='2'><text:p>Việc</text:p></table:table-cell><table:covered-table-cell/>"
        "</table:table-row>"
        "<table:table-row><table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell><text:p>a</text:p>"
        "</table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>",
        ["| TT | Việc |  |", "| 1 | a | b |"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "shown"), SHOWN.values(), ids=SHOWN.keys())
def test_what_is_shown(body: str, shown: list[str]) -> None:
    assert lines(body) == shown


def test_notes_are_left_out() -> None:
    note = (
        "<text:note text:id='n'><text:note-citation>1</text:note-citation><text:note-body><text:p>{}</text:p>"
        "</text:note-body></text:note>"
    )
    read = read_bytes(odt(f"<text:p>a{note.format('Quyết định số 5.')}b</text:p><text:p>c</text:p>"))
    assert read.text == "ab\nc\n"
    assert [code for code, _ in read.warnings] == ["notes-left-out"]
    kept = odt(f"<text:p>a{note.format('Sở Y tế gửi báo cáo trước ngày 05/6.')}b</text:p><text:p>c</text:p>")
    assert read_bytes(kept).text == "ab\nSở Y tế gửi báo cáo trước ngày 05/6.\nc\n"
