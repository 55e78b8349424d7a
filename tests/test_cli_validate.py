"""``validate``: every fault with its path and line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import made
from kehoach.writers.json import dump as dump_json
from kehoach.writers.json import dump_one_of_many
from kehoach.writers.yaml import dump as dump_yaml
from runner import one_line, run


def check(tmp_path: Path, text: str, name: str = "p.yaml") -> tuple[int, list[str], str]:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    ran = run("validate", path)
    return ran.code, ran.out.replace(f"{path}", "P").splitlines(), ran.err


def test_right_plans_are_fine(tmp_path: Path) -> None:
    plan = made.plan()
    for text in (dump_yaml(plan), dump_json(plan), dump_one_of_many(plan), json.dumps(plan, indent="\t")):
        assert check(tmp_path, text) == (0, ["P: fine, 1 plan"], "")
    assert check(tmp_path, f"---\n{dump_yaml(plan)}---\n{dump_yaml(plan)}")[1] == ["P: fine, 2 plans"]
    assert check(tmp_path, dump_one_of_many(plan) * 3)[1] == ["P: fine, 3 plans"]


def test_every_fault_has_its_line_in_yaml(tmp_path: Path) -> None:
    text = dump_yaml(made.plan())
    text = text.replace("due: '2031-06-15'", "due: 2031-06-15").replace("label: '1'", "label: 1")
    text = text.replace("    text: 'Chọn giống: cây bản địa'\n", "")
    lines = text.splitlines()
    code, found, err = check(tmp_path, text)
    assert (code, err) == (1, "")
    assert found == [
        f"P:{lines.index('  label: 1') + 1}: tasks.0.label: should be text or null, is a whole number",
        f"P:{lines.index('  - id: tasks.1.1') + 1}: tasks.0.items.0.text: is missing",
        f"P:{lines.index('  due: 2031-06-15') + 1}: deadlines.0.due: should be text or null, "
        "is date (put it in quotes)",
    ]


def test_every_fault_has_its_line_in_json(tmp_path: Path) -> None:
    plan = made.plan()
    plan["tasks"][0]["items"][0]["id"] = "tasks.1.2"
    text = dump_json(plan)
    line = next(i for i, x in enumerate(text.splitlines(), 1) if '"tasks.1.2"' in x)
    assert check(tmp_path, text, "p.json")[1] == [f"P:{line}: tasks.0.items.0.id: is tasks.1.2, should be tasks.1.1"]
    good = dump_one_of_many(made.plan())
    assert check(tmp_path, good + dump_one_of_many(plan))[1] == [
        "P:2: tasks.0.items.0.id: is tasks.1.2, should be tasks.1.1"
    ]


def test_values_that_are_allowed_are_named(tmp_path: Path) -> None:
    plan = made.plan()
    plan["schema_version"] = "9"
    plan["deadlines"][0]["bound"] = "until"
    assert [line.partition(": ")[2] for line in check(tmp_path, dump_yaml(plan))[1]] == [
        "schema_version: should be '1'",
        "deadlines.0.bound: should be 'before', 'by', 'on', 'during', 'from' or 'after'",
    ]


def test_the_line_in_a_second_document(tmp_path: Path) -> None:
    text = dump_yaml(made.plan())
    both = f"{text}---\n{text.replace('warnings: []', 'warnings: none')}"
    line = both.splitlines().index("warnings: none") + 1
    assert check(tmp_path, both)[1] == [f"P:{line}: warnings: should be a list, is text"]


@pytest.mark.parametrize(("text", "found"), [
    ("[1, 2]", ["P:1: should be an object, is a list"]),
    ("a: 1\nb: {c: 1,\n  c: 2}\n", ["P:3: b.c: occurs twice"]),
    ('{"a": 1, "a": 2}', ["P:1: the key 'a' occurs twice in one object"]),
    ("a: &x [1]\nb: *x\n", ["P:2: b: is a YAML alias; write the value out"]),
])  # fmt: skip
def test_what_is_no_plan(text: str, found: list[str], tmp_path: Path) -> None:
    code, lines, _ = check(tmp_path, text)
    assert code == 1
    assert [line for line in lines if line in found] == found


@pytest.mark.parametrize(("text", "words"), [
    ("a: [1, 2\nb: }", "is no YAML"),
    ('{"a": 1,\n "b": }', ":2: is no JSON"),
    ('{"a": 1}\n{"b": }', ":2: is no JSON"),
    ("a: !!python/object:os.system x", "is no YAML"),
    ("", "holds no plan"),
    ("just words", "is text, not data; 'kehoach parse PLAN -o plan.yaml' makes data of a plan"),
    ("[" * 100_000, "nested too deeply"),
])  # fmt: skip
def test_what_is_no_data_is_unreadable(text: str, words: str, tmp_path: Path) -> None:
    code, lines, err = check(tmp_path, text)
    assert (code, lines) == (3, [])
    assert one_line(err)
    assert words in err


def test_nested_aliases_end_at_once(tmp_path: Path) -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30)]
    assert check(tmp_path, "\n".join(rows))[0] == 1


@pytest.mark.parametrize("command", ["validate", "show", "table", "lint"])
def test_standard_input_is_called_so(command: str) -> None:
    ran = run(command, "-", stdin=b"schema_version: '1'\ntasks: []\n")
    assert ran.code in (1, 3)
    assert (ran.out or ran.err.removeprefix("kehoach: ")).startswith("<stdin>:1")


def test_several_files(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.yaml", tmp_path / "bad.yaml"
    good.write_text(dump_yaml(made.plan()), "utf-8")
    bad.write_text("{}", "utf-8")
    ran = run("validate", good, tmp_path / "none.yaml", bad)
    assert ran.code == 3
    assert "good.yaml: fine" in ran.out
    assert "bad.yaml:1: tasks: is missing" in ran.out
    assert run("validate", good, bad).code == 1
    assert run("validate", "-", stdin=good.read_bytes()).code == 0
