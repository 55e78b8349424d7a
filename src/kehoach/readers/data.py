"""Plans that are data already, YAML or JSON, with the line that every value stands on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from kehoach.errors import UnreadableError

Path = tuple[str | int, ...]

_REPAIR = "put the line right, or write the file anew with 'kehoach parse'"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


# An object, or a list of objects; a YAML mapping with the key that every plan has.
_JSON = re.compile(r"[\s\ufeff]*(?:\{\s*[\"}]|\[\s*\{)")
_YAML = re.compile(r"""^(?:---\s+)?(?:"schema_version"|'schema_version'|schema_version)\s*:""", re.MULTILINE)
_DEEPEST = 500
"""Levels of YAML; a plan has a dozen."""
_BRACKET = re.compile(r"[\[\]{}]")
_FAR_IN = re.compile(rf"^[ ?:-]{{{_DEEPEST // 4}}}", re.MULTILINE)


@dataclass(slots=True)
class Record:
    """One document of a file of data."""

    data: Any
    """What it holds, as plain data."""
    line: int
    """The line it starts on."""
    faults: list[tuple[int, Path, str]] = field(default_factory=list)
    """What loading would hide, with its line: keys that occur twice, YAML aliases."""
    node: yaml.Node | None = None
    """YAML's view of it, for line numbers; ``None`` where there is none."""

    def line_of(self, path: Path) -> int:
        """The line of the value at ``path``, or of the nearest value above it that is there."""
        node = self.node
        if node is None:
            return self.line
        line = node.start_mark.line
        for step in path:
            found = _step(node, step)
            if found is None:
                break
            line, node = found
        return line + 1


def is_data(text: str) -> bool:
    """Whether ``text`` is a plan, or several, in YAML or JSON, and not a plan as it is printed."""
    return _JSON.match(text) is not None or _YAML.search(text) is not None


def records(text: str, name: str) -> list[Record]:
    """The documents of a YAML stream, a JSON file or a JSON Lines file.

    Raises:
        UnreadableError: ``text`` is neither YAML nor JSON; with the line where reading stopped.
    """
    try:
        if text.lstrip("\ufeff \t\r\n")[:1] in ("{", "["):
            return list(_json_records(text, name))
        return list(_yaml_records(text, name))
    except RecursionError:
        raise UnreadableError("is nested too deeply", name=name, hint=_REPAIR) from None


def _json_records(text: str, name: str) -> Iterator[Record]:
    try:
        record = _json_record(text, 1)
    except json.JSONDecodeError as error:
        if not error.msg.startswith("Extra data"):
            raise UnreadableError(f"is no JSON ({error.msg})", name=name, line=error.lineno, hint=_REPAIR) from None
    else:
        try:
            record.node = yaml.compose(text, Loader=_Loader)
        except yaml.YAMLError:  # JSON that YAML does not read: without line numbers then
            record.node = None
        yield record
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield _json_record(line, number)
            except json.JSONDecodeError as error:
                raise UnreadableError(f"is no JSON ({error.msg})", name=name, line=number, hint=_REPAIR) from None


def _json_record(text: str, line: int) -> Record:
    twice: list[str] = []

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        out = dict(found)
        if len(out) < len(found):
            keys = [key for key, _ in found]
            twice.extend(sorted({key for key in keys if keys.count(key) > 1}))
        return out

    data = json.loads(text, object_pairs_hook=pairs)
    return Record(data, line, [(line, (), f"the key {key!r} occurs twice in one object") for key in twice])


def _check_depth(text: str) -> None:
    """Refuse what is nested so deeply that the library, which goes down in C, would end the process.

    Brackets and the beginnings of lines bound the depth; where they might be too deep it is counted.

    Raises:
        RecursionError: it is.
    """
    depth = most = 0
    for sign in _BRACKET.findall(text):
        depth = depth + 1 if sign in "[{" else max(depth - 1, 0)
        most = max(most, depth)
    if 2 * most < _DEEPEST and not _FAR_IN.search(text):
        return
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise RecursionError


def _yaml_records(text: str, name: str) -> Iterator[Record]:
    loader = _Loader(text)
    try:
        _check_depth(text)
        while loader.check_node():
            node: yaml.Node = loader.get_node()
            faults = list(_node_faults(node))
            data = loader.construct_document(node) if not faults else None
            yield Record(data, node.start_mark.line + 1, faults, node)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise UnreadableError(f"is no YAML ({error.problem})", name=name, line=line, hint=_REPAIR) from None
    except (yaml.YAMLError, ValueError) as error:
        raise UnreadableError(f"is no YAML ({error})", name=name, hint=_REPAIR) from None
    finally:
        loader.dispose()


def _node_faults(root: yaml.Node) -> Iterator[tuple[int, Path, str]]:
    """Keys that occur twice; nodes that hang in two places, which is what an alias makes."""
    seen: set[int] = set()
    stack: list[tuple[int, Path, yaml.Node]] = [(root.start_mark.line + 1, (), root)]
    while stack:
        line, path, node = stack.pop()
        if id(node) in seen:
            yield line, path, "is a YAML alias; write the value out"
            continue
        seen.add(id(node))
        children: list[tuple[int, Path, yaml.Node]] = []
        if isinstance(node, yaml.MappingNode):
            keys: set[str] = set()
            for key, value in node.value:
                name, at = str(key.value), key.start_mark.line + 1
                if name in keys:
                    yield at, (*path, name), "occurs twice"
                keys.add(name)
                children.append((at, (*path, name), value))
        elif isinstance(node, yaml.SequenceNode):
            children = [(value.start_mark.line + 1, (*path, i), value) for i, value in enumerate(node.value)]
        stack += reversed(children)


def _step(node: yaml.Node, step: str | int) -> tuple[int, yaml.Node] | None:
    """The line and node of one step down, ``None`` where there is no such thing."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key.start_mark.line, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark.line, node.value[step]
    return None
