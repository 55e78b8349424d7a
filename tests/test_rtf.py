"""RTF files."""

from __future__ import annotations

import pytest

from kehoach.readers import read_bytes
from kehoach.readers.source import SourceText

_HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Times New Roman;}{\f1\fcharset2 Symbol;}"
    r"{\f2\fcharset0 .VnTime;}{\f3\fcharset163{\*\panose 0202}Arial{\*\falt Helvetica};}{\f4\fcharset0 VNI-Times;}}"
    r"{\colortbl;\red0;}{\info{\title x}}"
)


def source(body: str) -> SourceText:
    return read_bytes((_HEAD + body + "}").encode("latin-1"), name="plan.rtf")


def lines(body: str) -> list[str]:
    return source(body).text.rstrip("\n").split("\n")


SHOWN = {
    "paragraphs": (r"\pard Sở\par b\par".replace("ở", r"\u7903?"), ["Sở", "b"]),
    "plain bytes": (r"caf\'e9\par", ["café"]),
    "Vietnamese code page": (r"{\f3 K\'ea\'ec ho\'61\'f2ch}\par", ["Kế hoạch"]),
    "fallback of two letters": (r"\uc2 \u7871\'3f\'3fx\uc1 \u7841?y\par", ["ếxạy"]),
    "pair of halves": (r"\u-10179?\u-8704?\par", ["😀"]),
    "old font": (r"{\f2 K\'d5 ho\'b9ch}\par", ["Kế hoạch"]),
    "old font of pairs": (r"{\f4 Ke\'e1 hoa\'efch}\par", ["Kế hoạch"]),
    "symbol font": (r"{\f1\'b3}95%\par", ["≥95%"]),
    "signs": (r"a\tab b\line c\endash\~d\_e\-f\{\}\par", ["a\tb", "c–\u00a0d-ef{}"]),
    "hidden and deleted": (r"a{\v b}{\deleted c}d\v e\v0 f\par", ["adf"]),
    "capitals": (r"{\caps kế}\par".replace("ế", r"\u7871?"), ["KẾ"]),
    "label": (r"{\listtext\pard\plain 1.\tab}\pard\ls1 a\par{\listtext\pard\plain\f1 \'b7\tab}b\par", ["1. a", "• b"]),
    "old label": (r"{\pntext\f0 a)\tab}{\*\pn\pnlvlbody{\pntxta )}}a\par", ["a) a"]),
    "header": (r"{\header\pard trang\par}{\footerf x\par}a\par", ["a"]),
    "field": (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt{\ul xem}}}\par", ["xem"]),
    "unknown destination": (r"{\*\new x{\b y}}a\par", ["a"]),
    "picture": (r"{\pict\pngblip 89504e47}a{\*\shppict{\pict\bin4 \x{}}}b\par", ["ab"]),
    "page": (r"a\par\page b\par", ["a", "\fb"]),
    "text "
    "box": (r"a{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard DU THAO\par}}{\shprslt\pard DU THAO\par}}\par b\par",
                 ["a", "DU THAO", "b"]),
    "both forms of a text": (r"{\upr{a?}{\*\ud{a\u7871?}}}\par", ["aế"]),
    "no last paragraph": (r"a\par b", ["a", "b"]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "shown"), SHOWN.values(), ids=SHOWN.keys())
def test_what_is_shown(body: str, shown: list[str]) -> None:
    assert lines(body) == shown


_ROW = r"\trowd{}\cellx1000\cellx3000\cellx5000 "


def test_tables() -> None:
    row = _ROW.format(r"\clbrdrt\brdrs")
    body = (
        rf"a\par {row}\pard\intbl TT\cell Viec\cell Han\cell\row {row}1\cell Trong\par cay\cell Quy I\cell\row"
        r"\trowd\cellx1000\clmgf\cellx3000\clmrg\cellx5000\pard\intbl 2\cell chung\cell\cell\row"
        r"\trowd\cellx1000\cellx5000\pard\intbl 3\cell ca hai\cell\row\pard b\par"
    )
    assert lines(body) == [
        "a", "| TT | Viec | Han |", "| 1 | Trong cay | Quy I |", "| 2 | chung |  |", "| 3 | ca hai |  |", "b",
    ]  # fmt: skip


def test_cells_merged_downwards() -> None:
    first, second = r"\trowd\clvmgf\cellx1000\cellx3000 ", r"\trowd\clvmrg\cellx1000\cellx3000 "
    body = rf"{first}\pard\intbl 1\cell a\cell\row {second}\pard\intbl \cell b\cell\row\pard"
    assert lines(body) == ["| 1 | a |", "|  | b |"]


def test_a_table_in_a_table() -> None:
    body = (
        r"\trowd\cellx5000\pard\intbl ngoai\par\pard\intbl\itap2 TT\nestcell Viec\nestcell{\*"
        r"\nesttableprops\trowd\cellx1000"
        r"\cellx2000\nestrow}{\nonesttables\par}1\nestcell a\nestcell{\*\nesttableprops\trowd\cellx1000"
        r"\cellx2000\nestrow}"
        r"\pard\intbl\itap1 sau\cell\row\pard b\par"
    )
    assert lines(body) == ["ngoai", "| TT | Viec |", "| 1 | a |", "sau", "b"]


def test_footnotes() -> None:
    read = source(r"Tiem phong{\super\chftn}{\footnote\pard\chftn Quyet dinh so 5.} cho tre\par b\par")
    assert read.text == "Tiem phong cho tre\nb\n"
    assert [code for code, _ in read.warnings] == ["notes-left-out"]


def test_a_file_cut_short_is_read_as_far_as_it_goes() -> None:
    read = read_bytes((_HEAD + r"a\par {\b bc").encode())
    assert read.text == "a\nbc\n"
    assert [code for code, _ in read.warnings] == ["cut-short"]
