"""YAML for people: block style, letters as they are, spans on one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from kehoach.knowledge.patterns import lazy

if TYPE_CHECKING:
    from yaml import SafeDumper as _Base
else:
    _Base = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

_WIDTH = 120

# Texts that YAML 1.2, or a reader in a hurry, could take for a number or a date; PyYAML follows 1.1 and quotes fewer.
_LIKE_A_NUMBER = lazy(r"[-+.]?[\d.][\d_.,:eExXoO+-]*")


class _Dumper(_Base):
    def ignore_aliases(self, data: object) -> bool:
        return True


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = "'" if _LIKE_A_NUMBER.fullmatch(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _mapping(dumper: _Dumper, data: dict[str, Any]) -> yaml.MappingNode:
    return dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style="end_line" in data)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(dict, _mapping)


def dump(plan: dict[str, Any]) -> str:
    """``plan`` as one YAML document; loading it gives an equal object back."""
    text: str = yaml.dump(
        plan, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH, default_flow_style=False
    )
    return text


def dump_one_of_many(plan: dict[str, Any]) -> str:
    """``plan`` as one of several documents of a stream."""
    return "---\n" + dump(plan)
