"""The page on accuracy: its tables have their shape, history is quoted, switches switch, differences have a class."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.accuracy import __main__ as command
from tools.accuracy import errors, gaps, layers, measured
from tools.accuracy.markdown import fill, table

import rule_files
from readings import run
from readings.fields import FIELDS
from scoring import Bag
from sentences.kinds import KINDS

PAGE = command.PAGE.read_text("utf-8")
SAMPLES = ["readings"]


def rows_of(markdown: str) -> list[list[str]]:
    """The cells of a table's rows, its head first."""
    lines = [line for line in markdown.splitlines() if line.startswith("|")]
    return [re.split(r"(?<!\\)\|", line)[1:-1] for line in lines if not re.fullmatch(r"[|: -]+", line)]


def part(name: str) -> str:
    """The figures that stand in the page between the marks of a part."""
    found = re.search(rf"<!-- {name} -->\n(.+?)\n<!-- end of {name} -->", PAGE, re.S)
    assert found, name
    return found[1]


def scored(f1: float, counts: list[list[int]]) -> dict[str, Any]:
    """What the scorer would print of plans with one field."""
    return {
        "mean": f1,
        "fields": {"tasks": f1, "situation": None},
        "support": {"tasks": sum(c[1] for c in counts), "situation": 0},
        "errors": {},
        "plans": {f"plan-{i}.txt": {"tasks": f1} for i, _ in enumerate(counts)},
        "counts": {f"plan-{i}.txt": {"tasks": c, "situation": None} for i, c in enumerate(counts)},
    }


FOUND = {
    "known": scored(0.75, [[3, 4, 4]]),
    "composed": scored(0.8, [[2, 2, 3], [2, 2, 3]]),
    "blind4": scored(0.9, [[1, 1, 1]]),
}


@pytest.mark.parametrize("name", command.PARTS)
def test_every_part_stands_in_the_page_with_rows_of_one_width(name: str) -> None:
    if name == "gaps":
        assert all(line.startswith("- ") for line in part(name).splitlines())
        return
    for block in part(name).split("\n\n"):
        cells = rows_of(block)
        assert len({len(row) for row in cells}) <= 1
    assert len(rows_of(part(name))) > 1


def test_the_page_has_every_field_of_every_set_and_every_kind() -> None:
    fields = [row[0].strip() for row in rows_of(part("readings"))]
    assert all(fields.count(field) == len(run.SETS) for field in FIELDS)
    assert all(f"`{set_}`" in fields for set_ in run.SETS)
    assert [row[0].strip() for row in rows_of(part("sentences"))[1:]] == [kind for kind in KINDS for _ in range(2)]
    assert [row[0].strip() for row in rows_of(part("layers"))[2:]] == [switch.name for switch in layers.SWITCHES]


def test_first_sight_is_quoted() -> None:
    history = measured.first_sight()
    sets = {row[0].strip(" `"): [cell.strip() for cell in row[2:5]] for row in rows_of(part("sight"))[1:]}
    quoted = {
        name: [f"{seen[kind]:.3f}" if kind in seen else "–" for kind in ("mean", "structure", "facts")]
        for name, seen in history["sets"].items()
    }
    assert sets == quoted
    held = {row[0].strip(): row[-1].split()[0] for row in rows_of(part("sentences"))[1:] if row[1].strip() == "held"}
    assert held == {kind: f"{history['sentences'][kind]['value']:.3f}" for kind in KINDS}
    assert set(quoted) < set(run.SETS)


def test_scores_of_plans() -> None:
    assert list(measured.plan_rows(FOUND["composed"])) == [("tasks", 4 / 6, 1.0, 0.8, 4)]
    assert "**2 composed plans**, mean of F1 over the fields 0.800" in measured.plans(FOUND)
    assert [[c.strip() for c in row] for row in rows_of(measured.plan_differences(FOUND))[1:]] == [
        ["tasks", "1", "1", "4"]
    ]
    (row,) = rows_of(measured.sight(FOUND))[1:]
    assert [cell.strip() for cell in row] == ["`blind4`", "1", "0.838", "0.869", "0.732", "0.900"]


def test_a_plan_that_could_not_be_read_is_no_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    failed = {**FOUND["known"], "errors": {"plan.txt": "exit 1"}}
    monkeypatch.setattr(measured, "measure", lambda scorer, options: failed)
    with pytest.raises(RuntimeError, match=r"plan\.txt"):
        measured.plan_scores(Path("score.py"))


def test_the_command_on_one_small_set(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    absent = str(tmp_path / "score.py")
    parts = ["plans", "readings", "sentences", "errors", "gaps"]
    assert command.main(["--set", *SAMPLES, "--only", *parts, "--scorer", absent]) == 0
    printed = capsys.readouterr()
    assert re.findall(r"<!-- (\w+) -->", printed.out) == parts[1:]
    assert "stay as they are" in printed.err
    assert [row[0].strip() for row in rows_of(printed.out)][:2] == ["set", "`readings`"]


def test_writing_fills_the_page_and_leaves_what_was_not_measured(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = tmp_path / "accuracy.md"
    page.write_text(fill(PAGE, "gaps", "- old"), "utf-8")
    monkeypatch.setattr(command, "PAGE", page)
    monkeypatch.setattr(command, "ROOT", tmp_path)
    assert command.main(["--write", "--only", "plans", "gaps", "--scorer", str(tmp_path / "score.py")]) == 0
    assert page.read_text("utf-8") == fill(PAGE, "gaps", gaps.listed())
    assert gaps.listed().count("\n- ") + 1 == len(rule_files.read(rule_files.FOLDER / "known_gaps.txt"))


def test_the_page_is_written_with_all_sets_or_not_at_all(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command.main(["--write", "--set", "readings"])
    assert "--write goes without --set" in capsys.readouterr().err


@pytest.mark.parametrize("switch", layers.SWITCHES, ids=lambda s: s.name)
def test_switches_hold_for_a_block_only(switch: layers.Switch) -> None:
    before = [getattr(owner, attribute) for owner, attribute, _ in switch.parts]
    with layers.off(switch):
        assert [getattr(owner, attribute) for owner, attribute, _ in switch.parts] == [p[2] for p in switch.parts]
    assert [getattr(owner, attribute) for owner, attribute, _ in switch.parts] == before


def test_what_is_switched_off_is_missed() -> None:
    dates = next(s for s in layers.SWITCHES if s.name == "layer of dates")
    whole = layers.fields(SAMPLES)
    with layers.off(dates):
        left = layers.fields(SAMPLES)
    assert left["deadlines"] == 0 < whole["deadlines"]
    assert {field for field in FIELDS if left[field] == whole[field]} >= {"document", "sections", "tree", "citations"}
    (_, nothing, row) = rows_of(layers.changes(SAMPLES, [dates]))
    assert (nothing[0].strip(), row[0].strip()) == ("(nothing switched off)", "layer of dates")
    assert row[4].strip().startswith("deadlines −")


def test_every_difference_of_every_set_has_a_class() -> None:
    known = errors.classes()
    assert {field for one in known for field in one.fields} == set(FIELDS) - {"sections", "duties"}
    total = sum(
        missed.total() + wrong.total()
        for set_ in run.SETS
        for field in FIELDS
        if field not in ("sections", "duties")
        for _, missed, wrong in run.differences(set_, field)
    )
    assert errors.counted(run.SETS, known).total() == total > 0


@pytest.mark.parametrize(
    ("fact", "other", "name"),
    [
        (("tasks", "", "trồng cây"), ("tasks", "việc chung", "trồng cây"), "an item is under another item"),
        (("tasks", "", "trồng cây"), ("purpose", "", "trồng cây"), "an item is in another section"),
        (
            ("tasks", "", "trồng cây ven suối"),
            ("tasks", "", "trồng cây"),
            "a paragraph is cut in two, or two are joined",
        ),
        (("tasks", "", "trồng cây"), ("tasks", "", "giữ rừng"), "an item missed, or found where none is"),
    ],
)
def test_classes_of_items(fact: errors.Fact, other: errors.Fact, name: str) -> None:
    classes = [one for one in errors.classes() if "tree" in one.fields]
    assert next(one.name for one in classes if one.holds(fact, Bag([other]))) == name


def test_a_difference_without_a_class_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "differences", lambda set_, field: [("plan", Bag([(1.0,)]), Bag())])
    sums = next(one for one in errors.classes() if one.fields == ("amounts",))
    never = errors.ErrorClass(sums.name, sums.fields, sums.example, None, (0,), None)
    with pytest.raises(LookupError, match="amounts"):
        errors.counted(SAMPLES, [never])


def test_tables_and_marks() -> None:
    assert table(("field", "F1"), [("a|b", 0.5), ("c", None)]).splitlines() == [
        "| field | F1 |",
        "| --- | ---: |",
        r"| a\|b | 0.500 |",
        "| c | – |",
    ]
    assert fill("x\n<!-- n -->\nold\n<!-- end of n -->\ny", "n", "new") == "x\n<!-- n -->\nnew\n<!-- end of n -->\ny"
    with pytest.raises(ValueError, match="<!-- m -->"):
        fill("<!-- n -->", "m", "new")
