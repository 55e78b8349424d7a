"""``kehoach query``: the questions of the documentation, formats, what is closed."""

from __future__ import annotations

import csv
import io
import json
import random
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from batch_runs import batch, make
from kehoach.batch.query import ask, opened
from kehoach.batch.rows import TABLES, columns_of, rows_of
from kehoach.collation import alphabetical
from kehoach.errors import QueryError
from provinces import NAMES
from runner import one_line, run

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = (ROOT / "docs/query.md").read_text("utf-8")
QUESTIONS = re.findall(r"^### ([^\n]*)\n(?:[^#]*?)```sql\n([^`]*)```\n\n((?:\|[^\n]*\n)+)", DOCUMENT, re.MULTILINE)
FORMATS = ("parquet", "jsonl", "yaml", "json")


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The samples in each format."""
    out = {name: tmp_path_factory.mktemp(name) / "out" for name in FORMATS}
    for name, folder in out.items():
        summary = batch(ROOT / "samples", folder, format=name, jobs=2, include=("*.txt", "tinh*.md"))
        assert summary.exit_code == 0
    return out


def test_there_are_a_dozen_questions() -> None:
    assert len(QUESTIONS) >= 12


@pytest.mark.parametrize(("title", "sql", "answer"), QUESTIONS, ids=[title for title, _, _ in QUESTIONS])
def test_the_questions_of_the_documentation(title: str, sql: str, answer: str, samples: dict[str, Path]) -> None:
    ran = run("query", sql, samples["parquet"], "-f", "md")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == answer


def test_every_format_gives_the_same_tables(samples: dict[str, Path]) -> None:
    def everything(folder: Path) -> Iterator[tuple[str, list[str], list[str]]]:
        with opened(str(folder)) as connection:
            for table in TABLES:
                columns = ", ".join(f'"{column.key}"' for column in columns_of(table) if column.key != "source")
                found = ask(connection, f"SELECT {columns} FROM {table}")
                yield table, [column.key for column in found.columns], sorted(map(repr, found.rows))

    want = list(everything(samples["parquet"]))
    for name in FORMATS[1:]:
        assert list(everything(samples[name])) == want
    assert [table for table, _, rows in want if rows] == list(TABLES)


def test_tables_hold_the_rows_of_the_plans(samples: dict[str, Path]) -> None:
    import kehoach

    plan = kehoach.parse(ROOT / "samples" / "tinh-chuyen-doi-so.txt").model_dump()
    with opened(str(samples["parquet"])) as connection:
        for table, rows in rows_of(plan, "x").items():
            found = ask(connection, f"SELECT * FROM {table} WHERE plan = 'tinh-chuyen-doi-so.txt'").rows
            assert [{**row, "source": "x"} for row in found] == rows
        assert len(ask(connection, "SELECT DISTINCT source FROM items").rows) == 9
        ids = ask(connection, "SELECT count(*) AS n FROM items a WHERE parent IS NOT NULL AND NOT EXISTS "
                              "(SELECT 1 FROM items b WHERE b.source = a.source AND b.item = a.parent)")  # fmt: skip
        assert ids.rows == [{"n": 0}]


def test_answers_in_every_format(samples: dict[str, Path], tmp_path: Path) -> None:
    values = "2031 AS year, 1.5 AS half, [1, 2] AS list, NULL AS none, DATE '2031-01-02' AS day"
    sql = f"SELECT plan, {values}, 'x' AS plan FROM plans LIMIT 2"
    folder = samples["parquet"]
    rows = json.loads(run("query", sql, folder, "-f", "json").out)
    assert {**rows[0], "plan": ""} == {
        "plan": "", "year": 2031, "half": 1.5, "list": [1, 2], "none": None, "day": "2031-01-02", "plan_2": "x",
    }  # fmt: skip
    assert [json.loads(line) for line in run("query", sql, folder, "-f", "jsonl").out.splitlines()] == rows
    lines = list(csv.reader(io.StringIO(run("query", sql, folder, "-f", "csv").out)))
    assert lines[1][1:] == ["2031", "1.5", "1; 2", "", "2031-01-02", "x"]
    assert " 2031 " in run("query", sql, folder).out
    assert run("query", sql, folder, "-o", tmp_path / "a.csv").out == ""
    assert (tmp_path / "a.csv").read_text("utf-8").splitlines()[0].startswith("plan,year")
    assert run("query", "-", folder, "-f", "json", stdin=sql.encode()).out == json.dumps(rows, indent=2) + "\n"
    empty = run("query", "SELECT plan FROM plans WHERE false", folder, "-f", "csv")
    assert (empty.code, empty.out) == (0, "plan\n")


CLOSED = [
    ("SELECT * FROM read_text('{file}')", "disabled by configuration"),
    ("SELECT * FROM read_csv('{file}')", "disabled by configuration"),
    ("SELECT * FROM read_parquet('{folder}/plans/*.parquet')", "disabled by configuration"),
    ("SELECT * FROM glob('/*')", "disabled by configuration"),
    ("SELECT * FROM '{file}'", "does not exist"),
    ("SELECT * FROM folder", "does not exist"),
    ("COPY plans TO '{folder}/x.csv'", "COPY is not for reading"),
    ("EXPORT DATABASE '{folder}/x'", "EXPORT is not for reading"),
    ("ATTACH '{folder}/x.db'", "ATTACH is not for reading"),
    ("CREATE TABLE x AS SELECT 1", "CREATE is not for reading"),
    ("DROP VIEW plans", "DROP is not for reading"),
    ("INSTALL httpfs", "LOAD is not for reading"),
    ("SET enable_external_access = true", "SET is not for reading"),
    ("PRAGMA enable_profiling", "PRAGMA is not for reading"),
    ("EXPLAIN ANALYZE COPY plans TO '{folder}/x.csv'", "disabled by configuration"),
    ("SELECT 1; SELECT 2", "2 statements"),
    ("", "0 statements"),
    ("SELECT nothing FROM plans", "nothing"),
    ("SELEC", "syntax error"),
]


@pytest.mark.parametrize(("sql", "word"), CLOSED, ids=[sql[:30] for sql, _ in CLOSED])
def test_what_is_closed(sql: str, word: str, samples: dict[str, Path], tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.write_text("secret\n", "utf-8")
    folder = samples["parquet"]
    before = sorted(folder.rglob("*"))
    ran = run("query", sql.format(file=file, folder=folder), folder)
    assert (ran.code, ran.out) == (2, "")
    assert one_line(ran.err)
    assert word in ran.err
    assert sorted(folder.rglob("*")) == before


def test_folders_without_a_run(tmp_path: Path) -> None:
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "manifest.jsonl").write_text('{"a": 1}\n{"a": 2}\n', "utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "plan.txt").write_text("KẾ HOẠCH\n", "utf-8")
    words = {
        "none": "none: no such folder",
        "plan.txt": "plan.txt: is a file, no folder",
        "empty": "holds no plans",
        "odd": "no line of a manifest",
    }
    for name, word in words.items():
        ran = run("query", "SELECT 1", tmp_path / name)
        assert (ran.code, ran.out) == (3, "")
        assert one_line(ran.err)
        assert word in ran.err


def test_a_run_that_did_not_come_through_is_told(tmp_path: Path) -> None:
    source, out = make(tmp_path / "in", 2), tmp_path / "out"
    batch(source, out, format="json")
    (out / ".complete").unlink()
    ran = run("query", "SELECT count(*) AS plans FROM plans", out, "-f", "json")
    assert json.loads(ran.out) == [{"plans": 2}]
    assert one_line(ran.err)
    assert "did not come through" in ran.err
    next((out / "plans").iterdir()).write_text("{", "utf-8")
    ran = run("query", "SELECT count(*) AS plans FROM plans", out)
    assert (ran.code, one_line(ran.err)) == (3, True)


def test_letters_are_compared_plainly(samples: dict[str, Path]) -> None:
    with opened(str(samples["parquet"])) as connection:
        answer = ask(connection, "SELECT plain('ỦY BAN Đồng Đăng') AS a, plain('Uỷ ban') = plain('Ủy ban') AS b")
        assert answer.rows == [{"a": "uy ban dong dang", "b": True}]
        with pytest.raises(QueryError, match="ask with SELECT"):
            ask(connection, "CALL pragma_version()")


def test_a_missing_library_says_what_to_install(samples: dict[str, Path]) -> None:
    with patch.dict(sys.modules, {"duckdb": None}):
        sys.modules.pop("kehoach.batch.query")
        ran = run("query", "SELECT 1", samples["parquet"])
    assert ran.code == 2
    assert "pip install 'kehoach[query]'" in ran.err


def test_names_in_vietnamese_order(samples: dict[str, Path]) -> None:
    names = [
        *random.Random(5).sample(NAMES, len(NAMES)),
        "bà Rịa",
        "đắk-lắk",
        "Xã 3",
        unicodedata.normalize("NFD", "Bạc"),
    ]
    values = ", ".join(f"('{name}')" for name in names)
    with opened(str(samples["parquet"])) as connection:
        found = ask(connection, f"SELECT name FROM (VALUES {values}) AS v(name) ORDER BY alphabetical(name)").rows
        assert len(found) == len(names)
        keys = [alphabetical(row["name"])[0] for row in found]
        assert keys == sorted(keys)


def test_sums_of_money_by_plan(samples: dict[str, Path]) -> None:
    sql = "SELECT max(value) AS most FROM funding WHERE kind = 'amount' AND plan_number = '86/KH-UBND'"
    with opened(str(samples["jsonl"])) as connection:
        assert ask(connection, sql).rows == [{"most": 152_400_000_000}]


def test_an_answer_is_never_written_among_the_tables(samples: dict[str, Path], tmp_path: Path) -> None:
    folder = samples["jsonl"]
    before = (folder / "manifest.jsonl").read_bytes()
    for output in (folder / "manifest.jsonl", folder / "new.csv"):
        ran = run("query", "SELECT 1", folder, "-o", output)
        assert (ran.code, one_line(ran.err)) == (2, True)
        assert "is in the folder that is asked" in ran.err
    assert (folder / "manifest.jsonl").read_bytes() == before
    assert run("query", "SELECT 1", folder, "-o", tmp_path / "new.csv").code == 0


def test_the_column_by_is_told(samples: dict[str, Path]) -> None:
    for sql in ("SELECT plan, by FROM targets", "SELECT by, value FROM targets"):
        ran = run("query", sql, samples["parquet"])
        assert (ran.code, one_line(ran.err)) == (2, True)
        assert 'the column by is written "by"' in ran.err
    ran = run("query", "SELECT plan, FROM WHERE targets GROUP BY plan ORDER BY plan", samples["parquet"])
    assert "the column by" not in ran.err
