"""The Python API, and the examples that documents show of it."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import kehoach

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "samples" / "tinh-chuyen-doi-so.txt"


def test_ways_to_name_a_plan() -> None:
    from_path = kehoach.parse(SAMPLE)
    data = SAMPLE.read_bytes()
    for other in (str(SAMPLE), data, bytearray(data), data.decode()):
        plan = kehoach.parse(other)  # type: ignore[arg-type]
        assert plan.tasks == from_path.tasks
        assert plan.source.sha256 == from_path.source.sha256
    assert from_path.source.name == SAMPLE.name
    assert kehoach.parse(data).source.name == "<bytes>"
    assert kehoach.parse_text(data.decode(), name="x").source.name == "x"
    assert isinstance(from_path, kehoach.Plan)


def test_a_string_of_one_line_is_a_path() -> None:
    with pytest.raises(kehoach.UnreadableError, match=r"KẾ HOẠCH: no such file"):
        kehoach.parse("KẾ HOẠCH")
    assert kehoach.parse_text("KẾ HOẠCH").document.type == "Kế hoạch"
    with pytest.raises(kehoach.UnreadableError, match=r"^(KẾ HOẠCH ){6}.{1,6}…: .*parse_text") as caught:
        kehoach.parse("KẾ HOẠCH " * 1000)
    assert len(str(caught.value)) < 200


def test_encoding() -> None:
    assert kehoach.parse("KẾ HOẠCH\n".encode("utf-16-le"), encoding="utf-16-le").source.encoding == "utf-16-le"


@pytest.mark.parametrize("text", [b"x", None, 5])
def test_a_text_is_a_string(text: object) -> None:
    with pytest.raises(TypeError, match="a text is a str, not "):
        kehoach.parse_text(text)  # type: ignore[arg-type]


def test_nothing_is_a_plan_with_a_warning() -> None:
    for empty in ("", " \n\t\n"):
        plan = kehoach.parse_text(empty)
        assert plan.warnings
        assert plan.tasks == []
        assert plan.document.type is None


def test_public_names_exist() -> None:
    assert set(kehoach.__all__) <= set(dir(kehoach))
    for name in kehoach.__all__:
        assert getattr(kehoach, name)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        kehoach.nothing  # noqa: B018


def test_errors_are_of_one_family() -> None:
    error = kehoach.UnreadableError("is\nodd", name="a.txt", line=3, hint="look")
    assert str(error) == "a.txt:3: is odd; look"
    assert isinstance(error, kehoach.KehoachError)
    assert str(kehoach.KehoachError("odd", line=3)) == "line 3: odd"
    assert str(kehoach.KehoachError("odd")) == "odd"


_SOURCE = Path(kehoach.__file__).parent
_EXAMPLED = sorted(path for path in _SOURCE.rglob("*.py") if ">>>" in path.read_text("utf-8"))


@pytest.mark.parametrize("path", _EXAMPLED, ids=lambda path: str(path.relative_to(_SOURCE)))
def test_docstrings(path: Path) -> None:
    name = ".".join(("kehoach", *path.relative_to(_SOURCE).with_suffix("").parts)).removesuffix(".__init__")
    ran = doctest.testmod(import_module(name))
    assert ran.attempted
    assert not ran.failed


def test_targets_below_a_label_that_stands_alone_have_no_group() -> None:
    plan = kehoach.parse_text(
        "KẾ HOẠCH\nTrồng cây\n\nI. MỤC TIÊU\n1. Chung\na)\n\n- 100% tuyến phố có cây xanh vào năm 2032.\n"
    )
    assert [(target.group, target.item) for target in plan.targets] == [(None, "objectives.1.1.1")]


def _within(part: object, whole: object) -> bool:
    """Whether everything in ``part`` is in ``whole``; lists may go on."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(key in whole and _within(part[key], whole[key]) for key in part)
    if isinstance(part, list):
        return isinstance(whole, list) and all(_within(a, b) for a, b in zip(part, whole, strict=False)) and part != []
    return part == whole


def test_the_example_in_the_readme_is_true() -> None:
    import re

    import yaml

    blocks = dict(re.findall(r"```(text|yaml)\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL))
    plan = kehoach.parse_text(blocks["text"]).model_dump()
    for key, part in yaml.safe_load(blocks["yaml"]).items():
        assert _within(part, plan[key]), key


def test_what_is_no_plan_at_all() -> None:
    for call in (lambda: kehoach.diff(None, None), lambda: kehoach.lint(5), lambda: kehoach.parse(None)):  # type: ignore[arg-type]
        with pytest.raises(TypeError, match=r"NoneType|int"):
            call()
    text = "KẾ HOẠCH\nTrồng cây\n"
    found = [[(finding.code, finding.line) for finding in kehoach.lint(given)] for given in (text.encode(), text)]
    assert found[0] == found[1] != []


def test_a_text_is_called_a_plan_only_where_something_says_so() -> None:
    for other in (
        "xin chào",
        "TỜ TRÌNH\nVề việc trồng cây\n1. Ươm cây.\n",
        "BÁO CÁO\n\nI. MỤC TIÊU\n- A.\nII. NHIỆM VỤ\n- B.\n",
    ):
        assert kehoach.parse_text(other).document.type is None
    lost = kehoach.parse_text("I. MỤC TIÊU\n- Phủ xanh đồi trọc.\n\nII. NHIỆM VỤ\n1. Ươm cây.\n2. Trồng cây.\n")
    assert lost.document.type == "Kế hoạch"
    assert [w.message for w in lost.warnings if w.code == "inferred"] == [
        "type: not printed, taken from the parts of the text"
    ]
