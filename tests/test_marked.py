"""Marks of converters within a text: read as they mean, and nothing of the source is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from growing import in_line
from kehoach.models.invariants import faults_of
from kehoach.parsers import marked, parse_source
from kehoach.readers.source import SourceText

_LETTERHEAD = """<table>
<colgroup>
<col style="width: 42%" />
<col style="width: 57%" />
</colgroup>
<thead>
<tr class="header">
<th><p>ỦY BAN NHÂN DÂN</p>
<p>XÃ ĐỒI MÂY</p>
<p><strong>TRƯỜNG TIỂU HỌC</strong></p>
<p><strong>ĐỒI MÂY</strong></p>
<p>Số: 12/KH-TH</p></th>
<th><p><strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong></p>
<p><strong>Độc lập - Tự do - Hạnh phúc</strong></p>
<p><em>Đồi Mây, ngày 03 tháng 01 năm 2031</em></p></th>
</tr>
</thead>
<tbody>
</tbody>
</table>

**KẾ HOẠCH**

**Trồng cây năm 2031**

> Căn cứ Kế hoạch số 01/KH-UBND ngày 02/01/2031 về trồng cây, nhà trường
> lập kế hoạch như sau:
>
> Kế hoạch có hai việc.

**I. NHIỆM VỤ**

*\\- Gieo hạt giống bản địa trên các luống đã làm đất, xong trước ngày
15/3/2031.*

*+ Đợt 1: gieo 200 bầu.*

\\- Trồng cây.

<table>
<tbody>
<tr class="odd">
<td><p><em><strong>Nơi nhận:</strong></em></p>
<ul>
<li><p>Các tổ;</p></li>
<li><p>Lưu: VT<sub>3</sub>.</p></li>
</ul></td>
<td><p><strong>[HIỆU TRƯỞNG]{.underline}</strong></p>
<p>Đồi Văn Mây</p></td>
</tr>
</tbody>
</table>
"""


def test_a_plan_as_pandoc_writes_it() -> None:
    plan = parse_source(SourceText.from_text(_LETTERHEAD))
    assert not faults_of(plan)
    document = plan["document"]
    assert document["issuer"]["name"] == "Trường Tiểu học Đồi Mây"
    assert document["issuer"]["parent"] == "Ủy ban nhân dân xã Đồi Mây"
    assert document["date"]["value"] == "2031-01-03"
    assert plan["basis"][0]["text"].startswith("Căn cứ Kế hoạch số 01/KH-UBND")
    assert [(item["label"], item["text"]) for item in plan["tasks"]] == [
        ("-", "Gieo hạt giống bản địa trên các luống đã làm đất, xong trước ngày 15/3/2031."),
        ("-", "Trồng cây."),
    ]
    assert [item["text"] for item in plan["tasks"][0]["items"]] == ["Đợt 1: gieo 200 bầu."]
    assert [item["text"] for item in plan["recipients"]] == ["Các tổ;", "Lưu: VT3."]
    assert [(s["position"], s["name"]) for s in plan["signatures"]] == [("HIỆU TRƯỞNG", "Đồi Văn Mây")]


@pytest.mark.parametrize(
    "text",
    [
        "(*) Ghi chú: cây con\n(*) Cây lớn",
        "* Trồng cây\n* Tưới cây",
        "**Trồng cây**\ntrên đồi",
        "> 80% số hộ",
        "diện tích < 5 ha và > 3 ha",
        "[1] Số cây {ước}",
        "5 * 3 * 2\ncây",
    ],
)
def test_what_is_no_mark_stays(text: str) -> None:
    assert not marked.find(text)


_PIECES = st.sampled_from(
    ["<p>", "</p>", "<br />", "<strong>", "</b>", "<sub>", "[", "]{.underline}", "*", "**", "\\", "\n", "\n> ", "\n\n",
     "\\- ", "<li>", "Trồng cây", "I. NHIỆM VỤ", "1. ", "Số: 3/KH", " ", "<", ">", "e\u0302", "\r\n"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=40))
@example(["</p>", "\n", "<sub>"])
def test_no_mixture_of_marks_breaks_a_plan(pieces: list[str]) -> None:
    text = "".join(pieces)
    edits = marked.find(text)
    assert all(a[1] <= b[0] for a, b in pairwise(edits))
    assert not faults_of(parse_source(SourceText.from_text(text)))


@pytest.mark.parametrize("piece", ["<p>", "<", "[", "]{.u}", "*a ", "*", "\n> a", "\\\n", "<li", "[a]{"])
def test_marks_are_found_in_one_pass(piece: str) -> None:
    assert in_line(marked.find, piece, 20_000)
