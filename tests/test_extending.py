"""The changes that docs/extending.md shows, made in a copy of the project: they fit, they work, their tests pass."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from shell_lines import fenced

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "extending.md"
NAMED = set(re.findall(r"`(tests/test_\w+\.py)`", PAGE.read_text("utf-8")))
RUN = (
    "tests/test_headings.py",
    "tests/test_pattern_rows.py",
    "tests/test_models.py::test_a_right_plan_comes_back_unchanged",
    "tests/test_models.py::test_no_part_may_be_missing",
    "tests/test_schema.py::test_generated_files_are_up_to_date",
    "tests/test_lint_rules.py::test_table_is_whole",
    "tests/test_lint_rules.py::test_handbook_is_up_to_date",
    "tests/test_lint_rules.py::test_rule_speaks[KH908-0]",
    "tests/test_lint_rules.py::test_rule_is_silent[KH908-1]",
    "tests/test_lint_languages.py::test_every_message_is_in_both_languages",
    "tests/test_lint_languages.py::test_explanations_are_in_both_languages[KH908]",
    "tests/test_first_hour.py::test_a_first_mistake[parse packed.gz]",
)
"""Those of the tests that the page names which take no time; run with the copy's own package."""
TRIED = '''
import gzip, kehoach
from kehoach.knowledge.agencies import resolve

text = """KẾ HOẠCH\\nTrồng cây năm 2031\\n\\nI. LÝ DO BAN HÀNH\\nPhố ít cây.\\n\\nII. TỔ CHỨC THỰC HIỆN
1. Sở Y tế: Báo cáo về baocao@example.gov.vn, bố trí xe, v.v.\\n"""
plan = kehoach.parse(gzip.compress(text.encode()))
print([item.text for item in plan.situation])
print(resolve("TTXTĐT").name)
print([(found.text, found.item) for found in plan.contacts], text[plan.contacts[0].span.start :][:6])
print([found.code for found in kehoach.lint(text, select=["KH908"])])
'''
_IN_TURN = """
import runpy, sys
tools, sys.argv[1:] = sys.argv[1:], []
for tool in tools:
    try:
        runpy.run_path(f"tools/{tool}.py", run_name="__main__")
    except SystemExit as end:
        if end.code:
            raise
"""


def apply(diff: str, folder: Path) -> None:
    """Make the changes of a diff: of every stretch the old lines stand once in the file, and become the new ones."""
    for part in re.split(r"^--- .*\n\+\+\+ b/", diff, flags=re.MULTILINE)[1:]:
        name, *stretches = re.split(r"^@@.*\n", part, flags=re.MULTILINE)
        path = folder / name.strip()
        text = path.read_text("utf-8") if path.exists() else ""
        for stretch in stretches:
            lines = stretch.splitlines()
            old = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("+"))
            new = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("-"))
            assert text.count(old) == (1 if old else len(text) + 1), f"{name.strip()}: {old}"
            text = text.replace(old, new) if old else new
        path.write_text(text, "utf-8", newline="\n")


def run(folder: Path, *args: str, **more: str) -> str:
    """What Python prints with the copy's own package, and ``more`` in its environment."""
    environment = {key: value for key, value in os.environ.items() if key != "CI"}
    environment |= {"PYTHONPATH": f"{folder / 'src'}{os.pathsep}{folder}", "PYTHONUTF8": "1", **more}
    done = subprocess.run(
        [sys.executable, *args], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    for name in ("src", "tools", "tests", "schemas", "samples", "docs"):
        shutil.copytree(
            ROOT / name, folder / name, ignore=shutil.ignore_patterns("*.pyc.*", "blind*", "diff")
        )  # what is compiled stays
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, folder / name)
    for block in fenced(PAGE):
        if block.language == "diff":
            apply(block.content, folder)
    run(folder, "-c", _IN_TURN, "generate_schemas", "generate_lint_docs")
    return folder


def test_the_changes_work(changed: Path) -> None:
    assert run(changed, "-c", TRIED).splitlines() == [
        "['Phố ít cây.']",
        "Trung tâm Xúc tiến đầu tư",
        "[('baocao@example.gov.vn', 'duties.1.1')] baocao",
        "['KH908']",
    ]


@pytest.mark.slow
def test_tests_that_the_page_names_pass(changed: Path) -> None:
    assert {name.partition("::")[0] for name in RUN} <= NAMED
    assert all((ROOT / name).is_file() for name in NAMED)
    run(changed, "-c", _IN_TURN, "update_golden", "generate_schemas")
    run(changed, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *RUN, CI="true")  # no deadlines


def test_a_change_that_does_not_fit_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("one\ntwo\ntwo\n", "utf-8")
    diff = "--- a/a.py\n+++ b/a.py\n@@\n one\n-{}\n+three\n"
    apply(diff.format("two"), tmp_path)
    assert (tmp_path / "a.py").read_text("utf-8") == "one\nthree\ntwo\n"
    with pytest.raises(AssertionError):
        apply(diff.format("four"), tmp_path)
