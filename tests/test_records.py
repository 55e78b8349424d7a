"""Named tuples that cost little to define do what those of the standard library do."""

from __future__ import annotations

import pickle
import typing

import pytest

from kehoach.records import NamedTuple


class Theirs(typing.NamedTuple):
    start: int
    end: int
    name: str = "tên"
    free: bool = False

    @property
    def size(self) -> int:
        return self.end - self.start


class Ours(NamedTuple):
    start: int
    end: int
    name: str = "tên"
    free: bool = False

    @property
    def size(self) -> int:
        return self.end - self.start


@pytest.mark.parametrize(
    ("args", "named"),
    [((1, 5), {}), ((1,), {"end": 5}), ((1, 5, "a", True), {}), ((), {"free": True, "end": 5, "start": 1})],
)
def test_they_are_made_alike(args: tuple[typing.Any, ...], named: dict[str, typing.Any]) -> None:
    ours, theirs = Ours(*args, **named), Theirs(*args, **named)
    assert tuple(ours) == tuple(theirs)
    assert (ours.start, ours.end, ours.name, ours.free, ours.size) == (*theirs, 4)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert ours._asdict() == theirs._asdict()
    assert tuple(ours._replace(end=9)) == tuple(theirs._replace(end=9))
    assert Ours._fields == Theirs._fields
    assert hash(ours) == hash(theirs)
    assert not hasattr(ours, "__dict__")
    assert pickle.loads(pickle.dumps(ours)) == ours
    assert type(pickle.loads(pickle.dumps(ours))) is Ours


@pytest.mark.parametrize(
    ("args", "named"), [((1,), {}), ((1, 2, 3, 4, 5), {}), ((1, 2), {"nane": "x"}), ((1, 2), {"start": 1})]
)
def test_what_is_no_field_or_missing_is_refused(args: tuple[typing.Any, ...], named: dict[str, typing.Any]) -> None:
    for kind in (Ours, Theirs):
        with pytest.raises(TypeError, match=f"{kind.__name__}.__new__"):
            kind(*args, **named)


def test_fields_cannot_be_set_or_invented() -> None:
    ours = Ours(1, 2)
    with pytest.raises(AttributeError):
        ours.start = 3  # type: ignore[misc]
    with pytest.raises(AttributeError):
        ours.other = 3  # type: ignore[attr-defined]
    with pytest.raises(ValueError, match="other"):
        ours._replace(other=3)  # type: ignore[call-arg]


def test_patterns_take_them_apart() -> None:
    match Ours(1, 2, "x"):
        case Ours(start, end, name="x"):
            assert (start, end) == (1, 2)
        case _:
            pytest.fail("not matched")


DEFINE: typing.Any = type(NamedTuple)


def test_a_default_stands_behind_all_fields_without_one() -> None:
    with pytest.raises(TypeError, match="default"):
        DEFINE("Bad", (NamedTuple,), {"__annotations__": {"a": "int", "b": "int"}, "a": 1})


@pytest.mark.parametrize("count", range(1, 13))
def test_every_number_of_fields(count: int) -> None:
    names = [f"field{n}" for n in range(count)]
    kind = DEFINE("Wide", (NamedTuple,), {"__annotations__": dict.fromkeys(names, "int")})
    assert kind(*range(count))._asdict() == dict(zip(names, range(count), strict=True))
