"""What is compared: plans in files as they were printed, plans parsed before, plans in hand."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, TypeVar

from kehoach.errors import UnreadableError
from kehoach.models.check import checked
from kehoach.readers import SourceText, read, read_bytes

if TYPE_CHECKING:
    from kehoach.models.plan import Plan

    Given = Plan | dict[str, Any] | str | os.PathLike[str] | bytes
    """A plan: the model, its data, a path, or a file's content."""

T = TypeVar("T")


def data_of(plan: Given) -> dict[str, Any]:
    """A plan as plain data, however it is given; a string is a path, unless it holds a line break.

    Raises:
        UnreadableError: there is no such file, or no plan in it.
        InvalidPlanError: data that does not keep to the plan format.
        TypeError: it is none of these.
    """
    if isinstance(plan, dict):
        return checked(plan, "<data>")
    if isinstance(plan, (bytes, bytearray, memoryview)):
        return one_of(_plans(read_bytes(bytes(plan)), "<bytes>"), "<bytes>")
    if isinstance(plan, str) and ("\n" in plan or "\r" in plan):
        return one_of(_plans(SourceText.from_text(plan, name="<text>"), "<text>"), "<text>")
    if isinstance(plan, (str, os.PathLike)):
        path = os.fspath(plan)
        return one_of(_plans(read(path), path), path)
    return dumped(plan)


def dumped(plan: Any) -> dict[str, Any]:
    """A plan model's data.

    Raises:
        TypeError: it is no model.
    """
    if not hasattr(plan, "model_dump"):
        raise TypeError(f"a plan is a kehoach.Plan, its data, a path, a text or bytes, not {type(plan).__name__}")
    data: dict[str, Any] = plan.model_dump()
    return data


def _plans(source: SourceText, path: str) -> list[dict[str, Any]]:
    from kehoach.readers.data import is_data, records

    if not is_data(source.text):
        from kehoach.parsers import parse_source

        return [checked(parse_source(source), path)]
    found = records(source.text, path)
    for record in found:
        if record.faults:
            line, where, message = record.faults[0]
            raise UnreadableError(f"{'.'.join(map(str, where))} {message}", name=path, line=line)
    return [checked(record.data, path) for record in found]


def one_of(plans: list[T], path: str) -> T:
    """The one plan that a file holds.

    Raises:
        UnreadableError: it holds none, or several.
    """
    if len(plans) != 1:
        hint = "kehoach compare takes many" if plans else None
        raise UnreadableError(f"holds {len(plans) or 'no'} plan{'s' * (len(plans) > 1)}", name=path, hint=hint)
    return plans[0]
