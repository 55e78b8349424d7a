"""What comes out: the data contract as pydantic models, loaded when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kehoach.models.plan import Plan as Plan

__all__ = ["SCHEMAS", "Plan", "json_schema"]

SCHEMAS = ("plan",)
"""Names of the formats that have a JSON Schema."""


def json_schema(name: str = "plan") -> dict[str, Any]:
    """The JSON Schema of the format ``name``.

    Raises:
        KeyError: there is no such format; :data:`SCHEMAS` lists them.
    """
    if name not in SCHEMAS:
        raise KeyError(name)
    from kehoach.models.plan import Plan

    return Plan.json_schema()


def __getattr__(name: str) -> Any:
    if name == "Plan":
        from kehoach.models.plan import Plan

        return Plan
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
