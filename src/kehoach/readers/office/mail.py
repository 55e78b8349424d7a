"""Mails (.eml) and web archives (.mht): the page in it, or the one attachment that is a document."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

from kehoach.errors import UnreadableError
from kehoach.readers.office.blocks import Block, Paragraph
from kehoach.readers.office.charset import page_text
from kehoach.readers.office.html import html_blocks
from kehoach.readers.office.package import Job
from kehoach.readers.office.result import source_of
from kehoach.readers.options import ReadOptions
from kehoach.readers.source import SourceText, printable

_MOST_PARTS = 500
_DOCUMENTS = ("docx", "doc", "odt", "rtf", "pdf", "html", "htm", "txt", "docm")


def read_mail(data: bytes, name: str, options: ReadOptions) -> SourceText:
    """The text of a mail's attached document, of a web archive's page, or of the mail itself.

    Raises:
        UnreadableError: nothing in it can be read, or several documents are attached.
    """
    job = Job(name, options)
    parts = _parts(data, job)
    attached = [
        (printable(title), content)
        for part in parts
        if (title := _title(part)) and (content := _content(part)) is not None
    ]
    if len(attached) > 1:
        job.refuse(f"is a mail with {len(attached)} documents attached", "save the one you mean and name it")
    if attached:
        from kehoach.readers.formats import format_of

        title, content = attached[0]
        source = format_of(content, title).read(content, f"{name} ({title})", options)
        source.warnings.append(("attachment", f"read from the attachment {title}"))
        return source
    blocks, encoding = _body(parts, job)
    return source_of(blocks, data, job, "message/rfc822", encoding)


def page_in(data: bytes, job: Job) -> list[Block]:
    """The blocks of a web page or of a web archive that was put into a Word document."""
    if data[:200].lstrip(b"\xef\xbb\xbf \r\n").lower().startswith((b"mime-version:", b"content-type:", b"from:")):
        return _body(_parts(data, job), job)[0]
    text, _ = page_text(data, job)
    return html_blocks(text, job)


def _parts(data: bytes, job: Job) -> list[EmailMessage]:
    """The parts of a mail that hold content, in order."""
    try:
        mail = message_from_bytes(data, policy=policy.default)
        parts = [part for part in mail.walk() if not part.is_multipart()]
    except (RecursionError, ValueError, LookupError, TypeError, IndexError, AttributeError):
        job.refuse("is a damaged mail", "save it again")
    if len(parts) > _MOST_PARTS:
        job.refuse(f"is a mail of more than {_MOST_PARTS} parts")
    return parts


def _title(part: EmailMessage) -> str | None:
    """The name of an attached document; ``None`` for pictures and for what is no attachment."""
    try:
        title = part.get_filename()
    except (ValueError, LookupError, TypeError, IndexError, AttributeError):
        return None
    if title is None or title.rpartition(".")[2].lower() not in _DOCUMENTS:
        return None
    return title


def _content(part: EmailMessage) -> bytes | None:
    try:
        content = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError):
        return None
    return content if isinstance(content, bytes) else None


def _body(parts: list[EmailMessage], job: Job) -> tuple[list[Block], str | None]:
    """The page in a mail, or its plain text."""
    pages = [part for part in parts if _type(part) in ("text/html", "application/xhtml+xml")]
    for part in [*pages, *(part for part in parts if _type(part) == "text/plain")]:
        content = _content(part)
        if not content:
            continue
        text, encoding = page_text(content, job, _charset(part))
        if part in pages:
            return html_blocks(text, job), encoding
        return [Paragraph(line) for line in text.splitlines()], encoding
    raise UnreadableError("is a mail without a text", name=job.name, hint="save what is attached to it and name that")


def _type(part: EmailMessage) -> str:
    try:
        return part.get_content_type()
    except (ValueError, LookupError, TypeError, IndexError, AttributeError):
        return ""


def _charset(part: EmailMessage) -> str | None:
    try:
        return part.get_content_charset()
    except (ValueError, LookupError, TypeError, IndexError, AttributeError):
        return None
