r"""Read Vietnamese government plans (Kế hoạch) into structured data.

    >>> import kehoach
    >>> plan = kehoach.parse_text("KẾ HOẠCH\nTăng cường trồng cây xanh năm 2031\n")
    >>> plan.document.type
    'Kế hoạch'

Importing this package loads nothing else; each function loads what it needs when it is called.
"""

from __future__ import annotations

TYPE_CHECKING = False  # type checkers take it for True; typing's own costs as much time as all the rest here
if TYPE_CHECKING:
    import os
    from collections.abc import Iterable
    from typing import Any

    from kehoach.comparing.inputs import Given as Given
    from kehoach.errors import InvalidPlanError as InvalidPlanError
    from kehoach.errors import KehoachError as KehoachError
    from kehoach.errors import UnreadableError as UnreadableError
    from kehoach.lint.engine import lint as lint
    from kehoach.models.comparison import Comparison as Comparison
    from kehoach.models.diff import Diff as Diff
    from kehoach.models.plan import Plan as Plan
    from kehoach.readers.source import SourceText as SourceText

__version__ = "0.1.0"

__all__ = [
    "Comparison", "Diff", "InvalidPlanError", "KehoachError", "Plan", "SourceText", "UnreadableError", "compare",
    "diff", "lint", "parse", "parse_text",
]  # fmt: skip

_HOMES = {
    "Comparison": "kehoach.models.comparison",
    "Diff": "kehoach.models.diff",
    "InvalidPlanError": "kehoach.errors",
    "KehoachError": "kehoach.errors",
    "UnreadableError": "kehoach.errors",
    "Plan": "kehoach.models.plan",
    "SourceText": "kehoach.readers.source",
    "lint": "kehoach.lint",
}


def parse(source: str | os.PathLike[str] | bytes, *, encoding: str | None = None) -> Plan:
    """The plan in a file or in a file's content.

    Args:
        source: a path; or the content as bytes; or, where it holds a line break, the text itself. A string without a
            line break is always a path: for a text on one line use :func:`parse_text`.
        encoding: of the bytes; without it UTF-8, or what a byte order mark says.

    Raises:
        UnreadableError: there is no such file, or it is damaged, or a document without text. An empty text is a
            plan without parts, with a warning.
    """
    from kehoach.readers import ReadOptions, read, read_bytes

    options = ReadOptions(encoding=encoding)
    if isinstance(source, (bytes, bytearray, memoryview)):
        return _plan(read_bytes(bytes(source), options=options))
    if isinstance(source, str) and ("\n" in source or "\r" in source):
        return parse_text(source)
    return _plan(read(source, options))


def parse_text(text: str, name: str = "<text>") -> Plan:
    """The plan in ``text``; ``name`` is what ``source.name`` and error messages call it.

    Raises:
        TypeError: it is no string.
    """
    if not isinstance(text, str):
        raise TypeError(f"a text is a str, not {type(text).__name__}; kehoach.parse takes a file's content as bytes")
    from kehoach.readers.source import SourceText

    return _plan(SourceText.from_text(text, name=name))


def diff(a: Given, b: Given) -> Diff:
    """What differs between two plans, and which item of one is which of the other.

    Args:
        a: a plan, its data, a path (to a plan or to one parsed before), the content of such a file as bytes, or,
            where it holds a line break, as text.
        b: likewise.

    Raises:
        UnreadableError: there is no such file, or no plan in it.
        InvalidPlanError: data that does not keep to the plan format.
    """
    from kehoach.comparing.diff import diff_plans
    from kehoach.comparing.inputs import data_of
    from kehoach.models.diff import Diff

    return Diff.model_validate(diff_plans(data_of(a), data_of(b)))


def compare(plans: Iterable[Given], *, by: str = "tasks", against: Given | None = None) -> Comparison:
    """What each of many plans says of the same things: a matrix with a row a thing and a column a plan.

    Args:
        plans: two plans or more, each as :func:`diff` takes it; one is enough where there is one to measure against.
        by: what a row is: ``targets``, ``tasks``, ``duties``, ``agencies``, ``deadlines``, ``funding``, ``citations``.
        against: a plan whose things are the rows, to measure how much of them the others take up.

    Raises:
        KehoachError: there is nothing to compare, or nothing of that name to compare by.
    """
    from kehoach.comparing.comparison import compare_plans
    from kehoach.comparing.inputs import data_of
    from kehoach.models.comparison import Comparison

    central = None if against is None else data_of(against)
    return Comparison.model_validate(compare_plans([data_of(plan) for plan in plans], by, central))


def _plan(source: SourceText) -> Plan:
    from kehoach.models.plan import Plan
    from kehoach.parsers import parse_source

    return Plan.model_validate(parse_source(source))


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
