"""docs/plan-format.md from the models: every field with its type, its meaning and a value out of the samples."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from kehoach.models import base, json_schema

Schema = dict[str, Any]

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
_LONGEST = 60
_QUOTED = re.compile(r"(?<!\w)'([^']+)'(?!\w)")
_TYPES = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false", "null": "null"}
_INTRO = """\
# The plan format, field by field

Made from the models by `make schema`; edit `src/kehoach/models/plan.py`, not this. [The plan format](formats.md) says
what holds for all of it; [schemas/plan.schema.json](../schemas/plan.schema.json) is the same for programs. Every key is
always there. Examples are from the [samples](../samples/); long ones are cut.
"""
_FORMS = (
    ("id", base.Id, "A list of the plan and an ordinal path: `tasks.2.3`."),
    ("date", base.Date, "A day, month or year: `2031-06-15`, `2031-06`, `2031`."),
    (
        "due",
        base.Due,
        "A date, a quarter (`2031-Q2`), each year (`--12-05`, `--09`, `--Q1`), each month (`---18`), "
        "or two of them as a span with `/` between.",
    ),
    ("rhythm", base.Every, "`week`, `month`, `quarter`, `half-year`, `year`, `2-years` …"),
    ("slug", base.Slug, "Small letters of ASCII, digits and hyphens: a stable name."),
)


def document() -> str:
    """The whole page."""
    plan = json_schema("plan")
    shapes: dict[str, Schema] = {"Plan": plan, **plan["$defs"]}
    examples: dict[tuple[str, str], Any] = {}
    for path in sorted(SAMPLES.glob("*.yaml")):
        data = yaml.load(path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - safe
        _collect("Plan", data, shapes, examples)
    parts = [_INTRO]
    for name in _in_order(shapes):
        rows = [_row(name, key, field, shapes, examples) for key, field in shapes[name]["properties"].items()]
        about = " ".join(shapes[name]["description"].split())
        parts.append(
            f"## {name}\n\n{about}\n\n| field | type | meaning | example |\n|---|---|---|---|\n{''.join(rows)}"
        )
    forms = (f"- *{name}*: {meaning}\n" for name, _, meaning in _FORMS)
    parts.append("## Forms of values\n\n" + "".join(forms))
    return "\n".join(parts)


def _pattern(form: Any) -> str:
    """The pattern of an annotated text."""
    return next(str(found) for meta in form.__metadata__[0].metadata if (found := getattr(meta, "pattern", None)))


def _options(field: Schema) -> list[Schema]:
    """What a value may be, each as a schema."""
    return list(field.get("anyOf", [field]))


def _model(option: Schema) -> str | None:
    """The model that an option is, or is a list of."""
    option = option.get("items", option)
    return option["$ref"].rpartition("/")[2] if "$ref" in option else None


def _in_order(shapes: dict[str, Schema]) -> list[str]:
    """The models as a reader meets them."""
    out = ["Plan"]
    for name in out:
        for field in shapes[name]["properties"].values():
            out += {m: None for option in _options(field) if (m := _model(option)) and m not in out}
    return out


def _collect(name: str, data: Any, shapes: dict[str, Schema], out: dict[tuple[str, str], Any]) -> None:
    """Into ``out`` the first value of every field that is neither null nor empty."""
    for key, field in shapes[name]["properties"].items():
        value = data.get(key)  # a key that is new is in no sample yet
        if value is None or value in ("", []):
            continue
        model = next(filter(None, map(_model, _options(field))), None)
        if model is None:
            out.setdefault((name, key), value)
        for inner in (value if isinstance(value, list) else [value]) if model else ():
            _collect(model or "", inner, shapes, out)


def _row(name: str, key: str, field: Schema, shapes: dict[str, Schema], examples: dict[tuple[str, str], Any]) -> str:
    options = _options(field)
    models = [model for option in options if (model := _model(option))]
    meaning = field.get("description") or " ".join(shapes[models[0]]["description"].partition("\n\n")[0].split())
    meaning = _QUOTED.sub(r"`\1`", meaning)
    types = " or ".join(map(_type, options)).replace("whole number or number", "number")
    cells = (f"`{key}`", types, meaning, _example(examples.get((name, key))))
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n".replace("|  |", "| |")


def _type(option: Schema) -> str:
    """A type in words."""
    if option.get("type") == "array":
        return f"list of {_type(option['items'])}"
    if model := _model(option):
        return f"[{model}](#{model.lower()})"
    if "const" in option or "enum" in option:
        return ", ".join(f"`{value}`" for value in option.get("enum", [option.get("const")]))
    return next((form for form, kind, _ in _FORMS if option.get("pattern") == _pattern(kind)), _TYPES[option["type"]])


def _example(value: Any) -> str:
    """A value as JSON, cut; nothing where no sample has one."""
    if value is None:
        return ""
    text = json.dumps(value, ensure_ascii=False)
    return f"`{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}`"


def undescribed() -> Iterator[str]:
    """Fields that have no meaning of their own and are no models."""
    plan = json_schema("plan")
    for name, shape in {"Plan": plan, **plan["$defs"]}.items():
        for key, field in shape["properties"].items():
            if "description" not in field and not any(map(_model, _options(field))):
                yield f"{name}.{key}"
