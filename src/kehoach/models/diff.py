"""Diff format 1: what ``kehoach diff`` puts out. Ids are those of the two plans."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from kehoach.models.base import Due, Every, Id, LineNumber, Model, Number, Text

SCHEMA_VERSION = "1"
"""Of the diff format; a field may be added under the same version, none may change its meaning."""

Share = Annotated[float, Field(ge=0, le=1)]
FactStatus = Literal["same", "changed", "only_a", "only_b"]


class Side(Model):
    """One of the two plans."""

    name: str = Field(description="File name without folders.")
    sha256: str = Field(pattern="^[0-9a-f]{64}$", description="SHA-256 of the plan's input.")
    number: Text | None = Field(description="The plan's number: '115/KH-UBND'.")
    issuer: Text | None = Field(description="Who issues it.")
    title: Text | None


class FieldChange(Model):
    """A field of the letterhead or the closing block that differs."""

    field: Literal["type", "number", "issuer", "place", "date", "title", "period", "decision", "signatures"]
    a: Text | None
    b: Text | None


class Why(Model):
    """What a pair rests on, each share 0 to 1."""

    whole: Share = Field(description="How alike the two are as wholes, by their words weighed by rarity.")
    part: Share = Field(description="The best that a clause of one does with the other: high for splits and merges.")
    contained: Share = Field(description="How much of the shorter one stands in the other.")
    agency: Share | None = Field(description="How well their assignees answer to each other; null outside the duties.")
    shared: list[Text] = Field(description="The shared words that tell most, the strongest first.")


class Words(Model):
    """A stretch of words of a changed pair; all together hold both texts."""

    kind: Literal["both", "only_a", "only_b"]
    text: Text


class Pair(Model):
    """An item of one plan and the item of the other that answers to it. An item may stand in several pairs."""

    section: str = Field(description="Section of the first plan's item.")
    status: Literal["same", "changed", "moved"] = Field(
        description="'same': the same words; 'moved': in another section or under an assignee that does not answer."
    )
    a: Id
    b: Id
    line_a: LineNumber
    line_b: LineNumber
    similarity: Share
    why: Why
    words: list[Words] = Field(description="Word by word; empty where the words are the same.")


class AgencyPair(Model):
    """Assignees of duties that answer to each other; null where nobody does."""

    a: Text | None
    b: Text | None
    duties_a: list[Id]
    duties_b: list[Id]
    similarity: Share | None = Field(
        description="1 the same body, 0.9 a successor, less by field of work; null for one alone."
    )


class MeasureValue(Model):
    """A number aimed at."""

    text: Text
    comparator: Literal["=", "<", "<=", ">", ">=", "range"]
    value: Number
    value_max: Number | None
    by: int | None


class MeasureChange(Model):
    """One number of a target, in both plans."""

    by: int | None = Field(description="The year it is aimed at; the first plan's where they differ.")
    unit: Text | None
    status: FactStatus
    a: MeasureValue | None
    b: MeasureValue | None


class TargetChange(Model):
    """A target and the one that answers to it."""

    a: Id | None = Field(description="Id of the target in the first plan.")
    b: Id | None
    status: FactStatus
    item_a: Id | None
    item_b: Id | None
    line_a: LineNumber | None
    line_b: LineNumber | None
    indicator: Text | None = Field(description="What is measured, in the first plan's words where it has it.")
    measures: list[MeasureChange]


class DeadlineValue(Model):
    """A date or rhythm that binds somebody."""

    text: Text
    due: Due | None
    every: Every | None
    bound: Literal["before", "by", "on", "during", "from", "after"] | None


class DeadlineChange(Model):
    """A deadline and the one that answers to it."""

    a: Id | None = Field(description="Id of the deadline in the first plan.")
    b: Id | None
    status: FactStatus
    item_a: Id | None
    item_b: Id | None
    line_a: LineNumber | None
    line_b: LineNumber | None
    value_a: DeadlineValue | None
    value_b: DeadlineValue | None


class AmountValue(Model):
    """A sum of money."""

    text: Text
    value: Number | None
    currency: str = Field(pattern="^[A-Z]{3}$")


class AmountChange(Model):
    """A sum of money and the one that answers to it. Amounts have no ids: items and lines say where they are."""

    status: FactStatus
    item_a: Id | None
    item_b: Id | None
    line_a: LineNumber | None
    line_b: LineNumber | None
    a: AmountValue | None
    b: AmountValue | None


class CitedByBoth(Model):
    """A document that both plans name."""

    a: Id
    b: Id
    name: Text


class CitedByOne(Model):
    """A document that one plan names."""

    id: Id
    name: Text


class Citations(Model):
    """The documents that the plans name."""

    both: list[CitedByBoth]
    only_a: list[CitedByOne]
    only_b: list[CitedByOne]


class FactCounts(Model):
    """How many facts of a kind are the same, changed, or in one plan only."""

    same: int = Field(ge=0)
    changed: int = Field(ge=0)
    only_a: int = Field(ge=0)
    only_b: int = Field(ge=0)


class Summary(Model):
    """The whole in numbers."""

    identical: bool = Field(description="Nothing compared differs.")
    same: int = Field(ge=0, description="Pairs with the same words.")
    changed: int = Field(ge=0)
    moved: int = Field(ge=0)
    only_a: int = Field(ge=0, description="Items of the first plan without a pair.")
    only_b: int = Field(ge=0)
    targets: FactCounts
    deadlines: FactCounts
    funding: FactCounts


class Diff(Model):
    """What differs between two plans, and what answers to what."""

    schema_version: Literal["1"]
    a: Side
    b: Side
    document: list[FieldChange]
    pairs: list[Pair]
    only_a: list[Id] = Field(description="Items of the first plan without a pair.")
    only_b: list[Id]
    agencies: list[AgencyPair]
    targets: list[TargetChange]
    deadlines: list[DeadlineChange]
    funding: list[AmountChange]
    citations: Citations
    summary: Summary

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """The JSON Schema of the diff format, ready to print."""
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": "https://kehoach.example/schemas/diff-1.json",
            **cls.model_json_schema(),
        }
