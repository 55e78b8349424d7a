"""What comes out: the data contract as pydantic models, loaded when first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kehoach.models.comparison import Comparison as Comparison
    from kehoach.models.diff import Diff as Diff
    from kehoach.models.plan import Plan as Plan

__all__ = ["SCHEMAS", "Comparison", "Diff", "Plan", "json_schema"]

SCHEMAS = ("plan", "diff", "comparison")
"""Names of the formats that have a JSON Schema; each is a module here with a model of the same name."""


def json_schema(name: str = "plan") -> dict[str, Any]:
    """The JSON Schema of the format ``name``.

    Raises:
        KeyError: there is no such format; :data:`SCHEMAS` lists them.
    """
    if name not in SCHEMAS:
        raise KeyError(name)
    schema: dict[str, Any] = _model(name).json_schema()
    return schema


def _model(name: str) -> Any:
    return getattr(import_module(f"kehoach.models.{name}"), name.capitalize())


def __getattr__(name: str) -> Any:
    if name.lower() in SCHEMAS and name == name.capitalize():
        return _model(name.lower())
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
