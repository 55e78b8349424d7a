"""A small plan as data, made by hand, for tests of what happens after parsing."""

from __future__ import annotations

from typing import Any

TEXT = """KẾ HOẠCH
Trồng cây xanh năm 2031

I. NHIỆM VỤ
1. Trồng 500 cây trước ngày 15/6/2031
- Chọn giống: cây bản địa
"""


def span(words: str) -> dict[str, int]:
    """Where ``words`` stand in :data:`TEXT`."""
    start = TEXT.index(words)
    line = TEXT.count("\n", 0, start) + 1
    return {"start": start, "end": start + len(words), "line": line, "end_line": line + words.count("\n")}


def item(id_: str, label: str | None, text: str, items: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    """An item of the text."""
    return {"id": id_, "label": label, "text": text, "span": span(text), "items": items or []}


def plan() -> dict[str, Any]:
    """A plan that keeps to the format, with something in most of its parts."""
    child = item("tasks.1.1", "-", "Chọn giống: cây bản địa")
    sections = ("basis", "situation", "purpose", "requirements", "objectives", "scope")
    return {
        "schema_version": "1",
        "source": {
            "name": "x.txt", "media_type": "text/plain", "encoding": "utf-8", "ocr": False, "sha256": "0" * 64,
            "characters": len(TEXT), "lines": 6,
        },
        "document": {
            "type": "Kế hoạch", "number": None, "issuer": None, "place": None, "date": None,
            "title": "Trồng cây xanh năm 2031",
            "period": {"start": 2031, "end": 2031, "span": span("năm 2031")}, "decision": None,
        },
        **{name: [] for name in sections},
        "tasks": [item("tasks.1", "1", "Trồng 500 cây trước ngày 15/6/2031", [child])],
        "duties": [],
        "funding": {"items": [], "sources": [], "amounts": [], "mentions": []},
        "reporting": [], "closing": [], "recipients": [], "signatures": [], "annexes": [],
        "targets": [{
            "id": "targets.1", "item": "tasks.1", "label": None, "text": "Trồng 500 cây", "indicator": "Trồng cây",
            "group": None, "agencies": [],
            "measures": [{
                "text": "500 cây", "comparator": "=", "value": 500, "value_max": None, "unit": "cây", "by": None,
                "every": None, "span": span("500 cây"),
            }],
        }],
        "deadlines": [{
            "id": "deadlines.1", "text": "trước ngày 15/6/2031", "due": "2031-06-15", "bound": "before", "every": None,
            "item": "tasks.1", "agencies": [], "span": span("trước ngày 15/6/2031"),
        }],
        "assignments": [],
        "citations": [],
        "blocks": [
            {"kind": "letterhead", "ref": "document.title", "span": span("KẾ HOẠCH\nTrồng cây xanh năm 2031")},
            {"kind": "heading", "ref": "tasks", "span": span("I. NHIỆM VỤ")},
            {"kind": "item", "ref": "tasks.1", "span": span("1. Trồng 500 cây trước ngày 15/6/2031")},
            {"kind": "item", "ref": "tasks.1.1", "span": span("- Chọn giống: cây bản địa")},
        ],
        "warnings": [],
    }  # fmt: skip
