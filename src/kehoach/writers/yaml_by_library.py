"""YAML by PyYAML: any data and any text, in the layout that :mod:`kehoach.writers.yaml` has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from kehoach.writers.yaml import WIDTH, is_quoted

if TYPE_CHECKING:
    from yaml import SafeDumper as _Base
else:
    _Base = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Dumper(_Base):
    def ignore_aliases(self, data: object) -> bool:
        return True


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="'" if is_quoted(text) else None)


def _mapping(dumper: _Dumper, data: dict[str, Any]) -> yaml.MappingNode:
    return dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style="end_line" in data)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(dict, _mapping)


def dump(data: object) -> str:
    """``data`` as one YAML document; loading it gives an equal object back."""
    text: str = yaml.dump(
        data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH, default_flow_style=False
    )
    return text
