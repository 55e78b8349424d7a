"""Rules KH4xx: who does what by when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kehoach.folding import bare
from kehoach.lint.base import Hit, Rule, ex
from kehoach.lint.case import Case, Node
from kehoach.parsers.facts import agencies

_PRACTICE = "Office practice"
_LEAD = re.compile(r"\b(?:chu tri|thuc hien|phu trach|dau moi)[^.:;]{0,20}:")
_TIME = re.compile(r"\b(?:thoi gian|thoi han|tien do|hoan thanh)[^.:;]{0,20}:")


def _nobody(case: Case) -> Iterator[Hit]:
    for duty in case.plan["duties"]:
        words = duty["items"][0]["text"][:200] if duty["items"] else case.printed(duty["span"])[:200]
        if not duty["agencies"] and not agencies.names(words):
            span = duty["items"][0]["span"] if duty["items"] else duty["span"]
            yield Hit(
                "this duty names nobody who has it; say which agency does it",
                "Nhiệm vụ này không nêu cơ quan thực hiện; ghi rõ cơ quan nào thực hiện.",
                span,
                duty["id"],
            )


def _nothing(case: Case) -> Iterator[Hit]:
    for duty in case.plan["duties"]:
        if duty["agencies"] and not duty["items"]:
            name = duty["agencies"][0]["name"]
            yield Hit(
                f"{name} is named without a duty; say what it does, or leave it out",
                f"Có nêu {name} nhưng không giao nhiệm vụ; ghi nhiệm vụ, hoặc bỏ tên cơ quan.",
                duty["span"],
                duty["id"],
            )


def _cells(case: Case, heads: re.Pattern[str]) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """(annex, words of the first filled cell) of rows whose cell in a column is the only empty one of its table."""
    for annex in case.plan["annexes"]:
        for table in annex["tables"]:
            column = next((i for i, head in enumerate(table["columns"]) if heads.search(bare(head))), None)
            if column is None:
                continue
            rows = [r for r in table["rows"] if re.fullmatch(r"\d+\.?", r[0].strip()) and len(r) > column]
            filled = [r for r in rows if r[column].strip()]
            if len(rows) > 3 and len(filled) == len(rows) - 1:
                yield annex, next(r for r in rows if not r[column].strip())


def _missing(case: Case, heads: re.Pattern[str], line: re.Pattern[str]) -> Iterator[Node]:
    """Tasks that lack a cell, or a line such as "Cơ quan chủ trì: …", which all others of their list have."""
    for annex, row in _cells(case, heads):
        own = [n for n in case.nodes if n.section == "annexes" and any(n.item is i for i in annex["items"])]
        yield from [n for n in own if n.text in row][:1]
    seen: set[int] = set()
    for node in case.main:
        if node.section != "tasks" or id(node.siblings) in seen:
            continue
        seen.add(id(node.siblings))
        without = [i for i in node.siblings if not line.search(_all(i))]
        if len(node.siblings) > 3 and len(without) == 1 and without[0]["label"]:
            yield case.by_id[without[0]["id"]]


def _all(item: dict[str, Any]) -> str:
    return " ".join([bare(item["text"]), *(_all(i) for i in item["items"])])


def _leaderless(case: Case) -> Iterator[Hit]:
    for node in _missing(case, re.compile(r"chu tri|don vi thuc hien"), _LEAD):
        yield case.hit(
            "this task names no one in charge, the others beside it do; add who leads it",
            "Nhiệm vụ này không có cơ quan chủ trì, các nhiệm vụ khác đều có; ghi cơ quan chủ trì.",
            node,
        )


def _timeless(case: Case) -> Iterator[Hit]:
    timed = {d["item"] for d in case.plan["deadlines"]}
    for node in _missing(case, re.compile(r"thoi gian|thoi han|tien do"), _TIME):
        said = any(item is not None and f"{item}.".startswith(f"{node.id}.") for item in timed)
        if said or re.search(r"\b(?:moi|hang) (?:ngay|tuan|thang|quy|nam)\b|thuong xuyen|dinh ky", bare(node.text)):
            continue  # said in its words
        yield case.hit(
            "this task has no date, the others beside it do; add by when it is done",
            "Nhiệm vụ này không có thời hạn, các nhiệm vụ khác đều có; ghi thời hạn hoàn thành.",
            node,
        )


def _twice(case: Case) -> Iterator[Hit]:
    seen: dict[str, tuple[int, int]] = {}
    for k, duty in enumerate(case.plan["duties"]):
        within: set[str] = set()
        for agency in duty["agencies"]:
            key = re.sub(r"\W+", " ", bare(agency["name"]))
            if key in within:
                yield Hit(
                    f"{agency['name']} is named twice here; name it once",
                    f"{agency['name']} được nêu hai lần ở đây; chỉ ghi một lần.",
                    agency["span"],
                    duty["id"],
                )
            elif (
                key in seen and len(duty["agencies"]) == 1 and (k > seen[key][0] + 1 or (duty["label"] or "").isalnum())
            ):
                yield Hit(
                    f"{agency['name']} has duties in line {seen[key][1]} already; put them together",
                    f"{agency['name']} đã được giao nhiệm vụ ở dòng {seen[key][1]}; gộp vào một chỗ.",
                    agency["span"],
                    duty["id"],
                )
            within.add(key)
            if len(duty["agencies"]) == 1:
                seen.setdefault(key, (k, agency["span"]["line"]))


def _both(case: Case) -> Iterator[Hit]:
    told: set[str | None] = set()
    for assignment in case.plan["assignments"]:
        lead = {bare(name) for name in assignment["lead"]}
        both = [name for name in assignment["partners"] if bare(name) in lead and not name.isupper()]
        node = case.by_id.get(assignment["item"] or "")
        if both and node is not None and node.id not in told:
            told.add(node.id)
            yield case.hit(
                f"{both[0]} both leads this and takes part in it; name it once",
                f"{both[0]} vừa chủ trì vừa phối hợp việc này; chỉ ghi một lần.",
                node,
                both[0],
            )


def _labels(case: Case) -> Iterator[Hit]:
    there = {n for t in case.plan["targets"] if t["label"] for n in re.findall(r"\d+", t["label"])}
    there |= {n for node in case.main for n in re.findall(r"^chi tieu (?:so )?(\d+)", bare(node.text))}
    for duty in case.plan["duties"]:
        lost = [label for label in duty["target_labels"] if label.isdigit() and label not in there]
        if lost and there:
            yield Hit(
                f"answers for Chỉ tiêu {', '.join(lost)}, which the plan does not have; put the number right",
                f"Giao phụ trách Chỉ tiêu {', '.join(lost)}, kế hoạch không có chỉ tiêu này; sửa lại số.",
                duty["span"],
                duty["id"],
            )


_ROW = "| 2 | Trồng cây ven biển | Sở Nông nghiệp và Phát triển nông thôn | 31/8/2024 | 350 |"

RULES = (
    Rule("KH401", "duty-without-agency", "warning",
         "Nhiệm vụ không có cơ quan thực hiện.", "A duty names no agency.",
         "What is given to nobody is done by nobody.", "Say which agency does it.", _PRACTICE, _nobody,
         why_vi="Việc không giao cho ai thì không ai làm.", fix_vi="Ghi rõ cơ quan nào thực hiện.",
         bad=(ex(("IV. TỔ CHỨC THỰC HIỆN\n", "IV. TỔ CHỨC THỰC HIỆN\n1. Định kỳ rà soát, đánh giá kết quả.\n"),
                 ("1. Sở Nông", "2. Sở Nông"), ("2. Sở Giáo", "3. Sở Giáo"), ("3. Ủy ban", "4. Ủy ban")),),
         good=(ex(), ex(base="xa")), exact=True),
    Rule("KH402", "agency-without-duty", "warning",
         "Nêu tên cơ quan nhưng không giao việc.", "An agency is named without a duty.",
         "The agency's heading stands alone.", "Say what it does, or leave it out.", _PRACTICE, _nothing,
         why_vi="Tên cơ quan làm đề mục nhưng không có nội dung.", fix_vi="Ghi nhiệm vụ, hoặc bỏ tên cơ quan.",
         bad=(ex(("Hướng dẫn các trường học lập vườn ươm trước ngày 30/9/2024.\n", "")),), good=(ex(),), exact=True),
    Rule("KH403", "task-without-lead", "warning",
         "Một việc thiếu cơ quan chủ trì trong khi các việc khác đều có.", "A task has no leader where those beside it have one.",
         "One empty cell in a full column is a slip.", "Add who leads it.", _PRACTICE, _leaderless,
         why_vi="Một ô trống trong cột đã điền đủ là sơ suất.", fix_vi="Ghi cơ quan chủ trì.",
         bad=(ex((_ROW, _ROW.replace("Sở Nông nghiệp và Phát triển nông thôn", ""))),), good=(ex(),), exact=True),
    Rule("KH404", "task-without-date", "warning",
         "Một việc thiếu thời hạn trong khi các việc khác đều có.", "A task has no date where those beside it have one.",
         "One empty cell in a full column is a slip.", "Add by when it is done.", _PRACTICE, _timeless,
         why_vi="Một ô trống trong cột đã điền đủ là sơ suất.", fix_vi="Ghi thời hạn hoàn thành.",
         bad=(ex((_ROW, _ROW.replace("31/8/2024", ""))),), good=(ex(),), exact=True),
    Rule("KH405", "agency-twice", "warning",
         "Một cơ quan được giao nhiệm vụ ở hai chỗ.", "An agency is given its duties in two places.",
         "Its people read the first and miss the second.", "Put the duties together.", _PRACTICE, _twice,
         why_vi="Người của cơ quan đó đọc chỗ đầu, bỏ sót chỗ sau.", fix_vi="Gộp các nhiệm vụ vào một chỗ.",
         bad=(ex(("3. Ủy ban nhân dân các huyện, thị xã, thành phố\n", "3. Sở Giáo dục và Đào tạo\n")),), good=(ex(),), exact=True),
    Rule("KH406", "lead-and-partner", "warning",
         "Một cơ quan vừa chủ trì vừa phối hợp.", "An agency both leads a task and takes part in it.",
         "Left from moving the task to another leader.", "Name it once.", _PRACTICE, _both,
         why_vi="Còn lại sau khi chuyển việc cho cơ quan khác chủ trì.", fix_vi="Chỉ ghi một lần.",
         bad=(ex(("phối hợp với Sở Tài chính", "phối hợp với Sở Nông nghiệp và Phát triển nông thôn")),), good=(ex(),), exact=True),
    Rule("KH407", "target-label-unknown", "error",
         "Giao phụ trách chỉ tiêu không có trong kế hoạch.", "A duty answers for a target the plan does not have.",
         "Targets were numbered anew, duties were not.", "Put the number right.", _PRACTICE, _labels,
         why_vi="Các chỉ tiêu đã đánh số lại, phần phân công thì chưa.", fix_vi="Sửa lại số.",
         bad=(ex(("Chịu trách nhiệm về Chỉ tiêu 1, Chỉ tiêu 2", "Chịu trách nhiệm về Chỉ tiêu 1, Chỉ tiêu 5")),), good=(ex(),), exact=True),
)  # fmt: skip
