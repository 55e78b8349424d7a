"""Plan format 1: what ``kehoach parse`` puts out, whole.

Every key is always there. What is not printed in the plan is ``None`` or an empty list, never guessed.
"""

from __future__ import annotations

from typing import Any, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kehoach.models.base import Date, Due, Every, Id, LineNumber, Model, Number, Offset, Slug, Text
from kehoach.models.invariants import faults_of

SCHEMA_VERSION = "1"
"""Of the plan format; a field may be added under the same version, none may change its meaning."""

Level = Literal["central", "province", "district", "commune", "organisation"]


class Span(Model):
    """Where something stands in the text that ``kehoach text FILE`` prints.

    Offsets count Unicode code points, lines count from 1. A paragraph that a page break splits has one span, from its
    first to its last character.
    """

    start: Offset = Field(description="First character, counted from 0.")
    end: Offset = Field(description="One past the last character.")
    line: LineNumber = Field(description="Line of the first character.")
    end_line: LineNumber = Field(description="Line of the last character.")


class Item(Model):
    """A paragraph, bullet, numbered heading or table row, with what hangs below it."""

    id: Id = Field(description="Section and ordinal path: 'tasks.2.3' is the third child of the second task.")
    label: Text | None = Field(description="The label as printed, without its punctuation: '1', 'a', '-', '2.1'.")
    text: str = Field(description="The item's own words in NFC, on one line, without label and markup.")
    span: Span = Field(description="Its own words and label, not its children.")
    items: list[Item] = Field(description="Its children, in printed order.")


class BasisItem(Item):
    """A paragraph of the legal basis ("Căn cứ …", "Thực hiện …"), with the documents it names."""

    citations: list[Id] = Field(description="Ids of the documents it names, in printed order.")


class Source(Model):
    """The input as it was read."""

    name: str = Field(description="File name without folders, '<stdin>', '<bytes>' or '<text>'.")
    media_type: Text = Field(description="What the content is, as a media type: 'text/plain', 'application/pdf'.")
    encoding: Text | None = Field(description="Encoding of the bytes; null where the input was text already.")
    ocr: bool = Field(description="Whether the text, or part of it, was recognised on a picture of a page.")
    sha256: str = Field(pattern="^[0-9a-f]{64}$", description="SHA-256 of the input's bytes, hexadecimal.")
    characters: Offset = Field(description="Length of the text in code points.")
    lines: Offset = Field(description="Number of its lines.")


class DocumentNumber(Model):
    """The plan's number: "115/KH-UBND". A blank left for handwriting has a symbol and no serial."""

    text: Text = Field(description="As printed, blanks normalised.")
    serial: Text | None = Field(description="The number itself: '115'.")
    year: int | None = Field(description="The year inside the number, where there is one.")
    symbol: Text | None = Field(description="Kind and issuer in short: 'KH-UBND'.")
    span: Span


class Issuer(Model):
    """Who issues the plan: the lowest issuing body printed."""

    name: Text | None = Field(description="Full name as printed; joint issuers are joined as printed.")
    level: Level | None = Field(description="Level of government the body belongs to.")
    province: Text | None = Field(description="Province or city under the centre, without its kind: 'Cần Thơ'.")
    district: Text | None = Field(description="District, where the body belongs to one.")
    commune: Text | None = Field(description="Commune or ward, where the body belongs to one.")
    parent: Text | None = Field(description="The body printed above it.")
    joint: list[Text] = Field(description="Each of several joint issuers; empty where there is one.")
    span: Span | None = Field(description="Null where the name was not taken from the letterhead.")


class DocumentDate(Model):
    """The day the plan was signed, as much of it as is printed."""

    text: Text = Field(description="As printed: 'ngày 31 tháng 5 năm 2021'.")
    value: Date | None = Field(description="'2021-05-31', '2021-07' or '2021'.")
    span: Span


class Period(Model):
    """The years the plan is for."""

    start: int = Field(description="First year.")
    end: int = Field(description="Last year; the first again for a plan of one year.")
    span: Span | None = Field(description="Null where it was not read from the title or body.")


class Decision(Model):
    """The covering decision that issues the plan ("Ban hành kèm theo Quyết định số …")."""

    text: Text = Field(description="As printed.")
    number: Text | None = Field(description="Its number: '1234/QĐ-UBND'.")
    date: Date | None = Field(description="Its date, as much as is printed.")
    span: Span


class Document(Model):
    """The letterhead: what kind of document it is, whose, of when."""

    type: Text | None = Field(description="As printed, in sentence case: 'Kế hoạch'.")
    number: DocumentNumber | None
    issuer: Issuer | None
    place: Text | None = Field(description="Place of the date line, without its kind: 'Cần Thơ'.")
    date: DocumentDate | None
    title: Text | None = Field(description="The lines under 'KẾ HOẠCH', joined.")
    period: Period | None
    decision: Decision | None = Field(default=None, description="The decision that issues it; null where none does.")


class Agency(Model):
    """Who has a duty: a body, a group of bodies, or a person."""

    name: Text = Field(description="Its own words, without 'Giao', 'Đề nghị' and bracketed notes.")
    kind: Literal["organisation", "group", "person"] = Field(description="One body, several of a kind, or somebody.")
    level: Level | None = Field(description="Level of government, where the name shows it.")
    sectors: list[Slug] = Field(description="Fields of work the name tells: 'y-te', 'tai-chinh'.")
    span: Span


class Duty(Model):
    """What one assignee, or several together, must do."""

    id: Id = Field(description="'duties.1', in printed order.")
    label: Text | None = Field(description="Label of the heading, as printed.")
    agencies: list[Agency] = Field(description="The assignees, in printed order.")
    request: bool = Field(description="Asked ('Đề nghị …'), not instructed.")
    items: list[Item] = Field(description="The duties themselves.")
    target_labels: list[Text] = Field(description="Labels of the targets the agency answers for.")
    span: Span = Field(description="Heading and duties, from the first to the last character.")


class FundingSource(Model):
    """Where money comes from."""

    text: Text = Field(description="As printed: 'Ngân sách nhà nước'.")
    kind: Slug = Field(description="Kind of source: 'state-budget', 'local-budget', 'donations' …")
    span: Span


class Amount(Model):
    """A sum of money that funds something."""

    text: Text = Field(description="As printed, words in brackets included.")
    value: Number | None = Field(description="The sum in units of the currency; null where it cannot be read.")
    currency: str = Field(pattern="^[A-Z]{3}$", description="ISO 4217: 'VND'.")
    in_words: Number | None = Field(description="The sum the words say; null where there are no words.")
    agrees: bool | None = Field(description="Whether figures and words agree; null where one of them is missing.")
    span: Span


class Funding(Model):
    """The section on money, and money elsewhere."""

    items: list[Item] = Field(description="Items of the section.")
    sources: list[FundingSource]
    amounts: list[Amount]
    mentions: list[Id] = Field(description="Ids of items elsewhere that speak of money.")


class Signature(Model):
    """One signature of the closing block."""

    authority: Text | None = Field(description="On whose behalf: 'TM. ỦY BAN NHÂN DÂN'.")
    capacity: Text | None = Field(description="In what capacity: 'KT. CHỦ TỊCH', 'Q. GIÁM ĐỐC'.")
    position: Text | None = Field(description="The signer's own position: 'PHÓ CHỦ TỊCH'.")
    name: Text | None = Field(description="The signer's name; null where it is not printed.")
    span: Span | None = Field(description="Null where the signature was not taken from the closing block.")


class Table(Model):
    """A table of an annex, as printed."""

    columns: list[str] = Field(description="Heads of the columns.")
    rows: list[list[str]] = Field(description="Rows of the body, cell by cell; '' for an empty cell.")
    span: Span


class Annex(Model):
    """What follows the signature."""

    label: Text | None = Field(description="As printed: 'Phụ lục I'.")
    title: Text | None = Field(description="The lines under the label, joined.")
    tables: list[Table]
    items: list[Item] = Field(description="Its paragraphs, as a tree.")
    span: Span


class Measure(Model):
    """One number that is aimed at, for one year."""

    text: Text = Field(description="As printed: 'dưới 5,05‰ vào năm 2025'.")
    comparator: Literal["=", "<", "<=", ">", ">=", "range"] = Field(
        description="How the number binds: 'dưới' is '<', 'ít nhất' '>=', 'từ 5 đến 7' 'range'."
    )
    value: Number = Field(description="The number aimed at; of a range its lower end.")
    value_max: Number | None = Field(description="The upper end of a range, otherwise null.")
    unit: Text | None = Field(description="'%', '‰', '/100000', or the noun that is counted.")
    by: int | None = Field(description="The year it is aimed at.")
    every: Every | None = Field(description="The rhythm, for numbers a week, month, year.")
    span: Span


class Target(Model):
    """A measurable aim, wherever it is printed."""

    id: Id = Field(description="'targets.1', in printed order.")
    item: Id = Field(description="The item it is printed in.")
    label: Text | None = Field(description="As printed: 'Chỉ tiêu 3'.")
    text: Text = Field(description="Its words.")
    indicator: Text | None = Field(description="What is measured.")
    group: Text | None = Field(description="The heading it stands under.")
    agencies: list[Text] = Field(description="Names of those whose target it is, where it is printed under them.")
    measures: list[Measure]


class Deadline(Model):
    """A date or rhythm that binds somebody."""

    id: Id = Field(description="'deadlines.1', in printed order.")
    text: Text = Field(description="As printed: 'trước ngày 15/6/2021'.")
    due: Due | None = Field(description="At the precision printed: '2021-06-15', '2021-Q2', '--12-05', 'A/B'.")
    bound: Literal["before", "by", "on", "during", "from", "after"] | None = Field(
        description="How the date binds: 'trước' is 'before', 'trong' 'during'; null of a rhythm."
    )
    every: Every | None = Field(description="The rhythm, where it comes again.")
    item: Id | None = Field(description="The item it is printed in.")
    agencies: list[Text] = Field(description="Names of those it binds, where they are printed.")
    span: Span


class Assignment(Model):
    """Who does what, with whom, by when: one row of a table, a duty, a "Cơ quan chủ trì: …" line."""

    item: Id | None = Field(description="The item it hangs on.")
    action: str = Field(description="What is to be done.")
    lead: list[Text] = Field(description="Names of those in charge.")
    partners: list[Text] = Field(description="Names of those who take part.")
    partners_text: Text | None = Field(description="The words after 'phối hợp với', as printed.")
    due: Due | None = Field(description="By when, as a deadline has it.")
    every: Every | None = Field(description="The rhythm, where it comes again.")
    output: Text | None = Field(description="The product asked for.")
    supervisors: list[Text] = Field(description="Names of leaders who oversee it.")


class CitationMention(Model):
    """One place where a document is named."""

    text: Text = Field(description="As printed: 'Quyết định số 749/QĐ-TTg'.")
    pinpoint: Text | None = Field(description="Part of the document: 'điểm q mục 2 Điều 2'.")
    span: Span


class Citation(Model):
    """Another document the plan names, once however often it is named."""

    id: Id = Field(description="'citations.1', in the order of first mention.")
    type: Text = Field(description="'Nghị quyết', 'Luật' …")
    number: Text | None = Field(description="'121/2020/QH14', blanks normalised.")
    date: Date | None = Field(description="Its date, as much as is printed.")
    issuer: Text | None = Field(description="Who issued it: 'Thủ tướng Chính phủ'.")
    title: Text | None = Field(description="What it is about, as printed.")
    mentions: list[CitationMention]


class Block(Model):
    """A stretch of the text; all blocks together hold every non-blank character once."""

    kind: Literal[
        "letterhead", "heading", "item", "closing", "recipient", "signature", "table", "record", "page-number", "noise",
        "unknown",
    ] = Field(description="What it is; 'unknown' could not be placed, 'noise' is no part of the plan.")  # fmt: skip
    ref: Text | None = Field(description="The part of the plan it became: 'tasks.2.3', 'document.title'.")
    span: Span


class Warning(Model):
    """What was inferred rather than read, or could not be placed."""

    code: Slug = Field(description="Stable name of the kind of warning.")
    message: Text = Field(description="For people.")
    span: Span | None


class Plan(Model):
    """A whole plan as structured data."""

    schema_version: Literal["1"] = Field(description="Of the plan format.")
    source: Source
    document: Document
    basis: list[BasisItem] = Field(description="Legal basis: 'Căn cứ …', 'Thực hiện …'.")
    situation: list[Item] = Field(description="Tình hình, thực trạng, kết quả đã qua.")
    purpose: list[Item] = Field(description="Mục đích.")
    requirements: list[Item] = Field(description="Yêu cầu, quan điểm, nguyên tắc.")
    objectives: list[Item] = Field(description="Mục tiêu, chỉ tiêu: as a tree.")
    scope: list[Item] = Field(description="Đối tượng, phạm vi, thời gian, địa điểm.")
    tasks: list[Item] = Field(description="Nội dung, nhiệm vụ, giải pháp; several such sections run on, in order.")
    duties: list[Duty] = Field(description="Tổ chức thực hiện, phân công: one entry an assignee.")
    funding: Funding
    reporting: list[Item] = Field(description="Chế độ báo cáo, kiểm tra, sơ kết, tổng kết.")
    closing: list[Item] = Field(description="'Trên đây là Kế hoạch …'.")
    recipients: list[Item] = Field(description="Nơi nhận.")
    signatures: list[Signature]
    annexes: list[Annex]
    targets: list[Target]
    deadlines: list[Deadline]
    assignments: list[Assignment]
    citations: list[Citation]
    blocks: list[Block]
    warnings: list[Warning]

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        faults = faults_of(self.model_dump())
        if faults:
            listed = "; ".join(f"{'.'.join(map(str, path))}: {message}" for path, message in faults[:5])
            more = f" (and {len(faults) - 5} more)" if len(faults) > 5 else ""
            raise PydanticCustomError("inconsistent", "{faults}", {"faults": listed + more})
        return self

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """The JSON Schema of the plan format, ready to print."""
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": "https://kehoach.example/schemas/plan-1.json",
            **cls.model_json_schema(),
        }
