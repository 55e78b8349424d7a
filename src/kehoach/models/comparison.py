"""Comparison format 1: what ``kehoach compare`` puts out, many plans as a matrix. Ids are those of the plans."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from kehoach.models.base import Id, LineNumber, Model, Number, Text

SCHEMA_VERSION = "1"
"""Of the comparison format; a field may be added under the same version, none may change its meaning."""

By = Literal["targets", "tasks", "duties", "agencies", "deadlines", "funding", "citations"]
Share = Annotated[float, Field(ge=0, le=1)]
Count = Annotated[int, Field(ge=0)]


class ComparedPlan(Model):
    """A plan, which is a column."""

    key: Text = Field(description="Short name of the column, unique: the province, or else the file's name.")
    name: str = Field(description="File name without folders.")
    sha256: str = Field(pattern="^[0-9a-f]{64}$", description="SHA-256 of the plan's input.")
    issuer: Text | None
    title: Text | None
    central: bool = Field(description="The plan that the others are measured against.")


class Cell(Model):
    """What one plan says of a row's thing; a plan may say it in several places."""

    item: Id | None = Field(description="The item, or the duty of an agency; null where it stands in none.")
    line: LineNumber | None
    text: Text = Field(description="Its words, or the fact as printed.")
    value: Number | Text | None = Field(
        description="Of a target or sum the number, of a deadline when ('2031-06-15', '--12-05 year'); otherwise null."
    )
    by: int | None = Field(description="The year a target is aimed at.")
    similarity: Share = Field(description="How well it answers to the row's first words.")


class ComparedRow(Model):
    """One thing, and what each plan says of it."""

    id: Id = Field(description="'rows.1', 'rows.2' … in the order of the rows.")
    section: Text | None = Field(description="Section it stands in; null for documents.")
    group: Text | None = Field(description="The assignee it stands under, as one plan names it.")
    text: Text = Field(
        description="The thing in the words of one plan: of the one measured against, where there is one."
    )
    plans: Count = Field(description="How many plans have it, the one measured against not counted.")
    cells: list[list[Cell]] = Field(description="A list a plan, in the order of `plans`; empty where it lacks.")
    lacking: list[Text] = Field(description="Keys of the plans that lack it.")


class Coverage(Model):
    """How much of the plan measured against a plan takes up."""

    plan: Text
    covered: Count
    of: Count
    share: Share


class ComparisonSummary(Model):
    """The whole in numbers."""

    plans: Count
    rows: Count
    in_all: Count = Field(description="Rows that every plan has.")
    in_one: Count = Field(description="Rows that only one plan has.")


class Comparison(Model):
    """Many plans as a matrix: rows are things, columns plans, cells what a plan says."""

    schema_version: Literal["1"]
    by: By
    plans: list[ComparedPlan] = Field(description="The columns; the plan measured against comes first.")
    rows: list[ComparedRow]
    coverage: list[Coverage] = Field(description="A row a plan; empty where nothing is measured against.")
    summary: ComparisonSummary

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """The JSON Schema of the comparison format, ready to print."""
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": "https://kehoach.example/schemas/comparison-1.json",
            **cls.model_json_schema(),
        }
