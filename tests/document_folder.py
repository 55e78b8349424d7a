"""A folder with files of the names that documents use, so that their command lines can run in it."""

from __future__ import annotations

from pathlib import Path

from kehoach.lint import RULES
from runner import run

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
TEXTS = ("plan.txt", "draft.txt", "final.txt", "a.txt", "b.txt", "central.txt", "scan.txt")


def working_folder(path: Path) -> None:
    """Plans in text and as data, some with faults, two folders of plans, a question in SQL."""
    texts = [sample.read_bytes() for sample in SAMPLES]
    for i, name in enumerate(TEXTS):
        (path / name).write_bytes(texts[i % len(texts)])
    (path / "provinces").mkdir()
    for i in range(2):
        (path / "provinces" / f"{i}.txt").write_bytes(texts[i])
    for name, source in (("plan.yaml", "plan.txt"), ("a.yaml", "a.txt"), ("plans.jsonl", "plan.txt")):
        assert run("parse", path / source, "-o", path / name).code == 0
    data = (path / "plan.yaml").read_text("utf-8")
    assert data.count("    end: 2020\n") == 1
    (path / "spoilt.yaml").write_text(data.replace("    end: 2020\n", "    end: '2020'\n"), "utf-8")
    skipped = next(rule for rule in RULES if rule.name == "number-skipped")
    (path / "skipped.txt").write_text(skipped.bad[0].text(), "utf-8")
    (path / "question.sql").write_text("SELECT plan FROM plans", "utf-8")


def small_folders(path: Path) -> None:
    """The folders that ``kehoach batch`` reads in documents."""
    for name in ("plans", "plans/province/2031", "more"):
        (path / name).mkdir(parents=True)
        (path / name / "one.txt").write_text("KẾ HOẠCH\nTrồng cây năm 2031\n\nI. NHIỆM VỤ\n1. Trồng cây\n", "utf-8")
