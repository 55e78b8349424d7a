"""Spoils whole documents at random: their bytes, and what their formats are made of."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from random import Random

from tools.fuzz_documents import PICTURES, documents

_LONGEST = 60_000
_TOKENS = (
    b"\x00", b"\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"<", b">", b"</", b"<table>", b"<td colspan=99999>",
    b"<ol start=-9>", b"<li value=99999999999>", b"<script>", b"<!--", b"&#x110000;", b"&nbsp;",
    b"<style>p{display:none}</style>", b"{", b"}", b"\\par ", b"\\cell ", b"\\row\n", b"\\trowd", b"\\intbl ",
    b"\\u-1?", b"\\u99999?", b"\\'", b"\\'zz", b"\\bin99999 ", b"\\ansicpg99999", b"\\uc-3 ", b"\\fs99999999999999",
    b"{\\*\\x ", b"\\listtext ", b"--x\r\n", b"=?utf-8?q?=C3?=", b"Content-Transfer-Encoding: base64\r\n",
    b"charset=utf-7", b"charset=idna", b"charset=zlib_codec", b"\r\n\r\n",
)  # fmt: skip
_PDF_TOKENS = (
    b" /Rotate 90", b" /Rotate 17", b" /MediaBox [0 0 99999999 99999999]", b" /MediaBox [9 9 0 0]", b" /Count 99999999",
    b" /Kids [1 0 R 1 0 R]", b" /Length -1", b" /Length 99999999999", b" /Filter [/FlateDecode /FlateDecode]",
    b" /Encrypt 5 0 R", b" /UserUnit 1e30", b" endobj ", b" endstream ", b" stream\n", b" >>", b" <<", b" [", b" ]",
    b" BT ", b" ET ", b" q ", b" Q ", b" 1e30 0 0 1e30 0 0 cm ", b" 0 0 0 0 0 0 cm ", b" /F1 0 Tf ", b" /F1 -99999 Tf ",
    b" (x) Tj ", b" 3 Tr ", b" 99999 Tc ", b" -99999 Tw ", b" 1 0 0 re f ", b" 0 0 m 1e9 1e9 l S ", b" /X0 Do ",
    b"%%EOF", b" startxref 0 ", b" /Prev 0 ", b" nan ", b" /ActualText (x) BDC ", b" BI /W 9999 /H 9999 ID x EI ",
)  # fmt: skip
_HEADS = (
    b"%PDF-1.7\n", b"PK\x03\x04word/", b"{\\rtf1", b"<html>", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{",
    b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"GIF89a", b"\xff\xfe", b"\x1f\x8b",
    b"MIME-Version: 1.0\nContent-Type: text/html\n\n",
)  # fmt: skip
_INTEGERS = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF)
_NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?")


def spoilt(kind: str, rng: Random) -> bytes:
    """A document of this kind, spoilt; of another kind where none can be made here."""
    return spoilt_anew(kind, rng.choice(documents(kind) or documents("rtf")), rng)


def spoilt_anew(kind: str, data: bytes, rng: Random) -> bytes:
    """``data``, a document of this kind that may be spoilt already, spoilt."""
    how = rng.random()
    if how < 0.15:
        return broken(data, rng)
    if kind in ("docx", "odt") and how < 0.85:
        return _packed_anew(data, rng)
    if kind == "pdf" and how < 0.8:
        return _pdf(data, rng)
    if kind == "png" and how < 0.7:
        return _png(data, rng)
    if (kind in PICTURES or kind == "doc") and how < 0.8:
        return _integers(data, rng)
    return _bytes(data, rng)


def broken(data: bytes, rng: Random) -> bytes:
    """``data`` as files break: cut, a stretch lost or overwritten, re-encoded, with another format's first bytes."""
    at, to = sorted(rng.randrange(len(data) + 1) for _ in range(2))
    kind = rng.randrange(9)
    if kind == 0:
        return data[: rng.choice((at, at, rng.randrange(64)))]
    if kind == 1:
        return data[:at] + rng.randbytes(rng.randrange(1, 200)) + data[to:]
    if kind == 2:
        return data[at:to] * rng.randrange(1, 5)
    if kind == 3:
        return bytes(byte ^ (rng.random() < 0.01) * rng.randrange(256) for byte in data)
    if kind == 4:
        return data.decode("utf-8", "replace").encode(rng.choice(["utf-16", "utf-32", "utf-16-le", "utf-7"]))
    if kind == 5:
        return data.decode("utf-8", "replace").encode("cp1258", "replace")
    if kind == 6:
        return rng.choice(_HEADS) + data[rng.choice((0, 4, 16)) :]
    if kind == 7:
        lines = data.split(b"\n")
        rng.shuffle(lines)
        return b"\n".join(lines)
    old = rng.choice([b"\n", b" ", b".", b"1"])
    return data.replace(old, rng.choice([b"", b"\0", b"\r", b"((((", b"|" * 30, b"\xcc\x81" * 40]))[: 8 * _LONGEST]


def _integers(data: bytes, rng: Random) -> bytes:
    """Whole numbers of two or four bytes overwritten, most of them near the beginning, where headers are."""
    out = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 5, 20))):
        size = rng.choice((1, 2, 4))
        near = rng.choice((64, 1024, len(out)))
        at = rng.randrange(max(min(len(out), near) - size, 1)) // size * size
        number = rng.choice((*_INTEGERS, rng.getrandbits(32))) & (1 << 8 * size) - 1
        out[at : at + size] = number.to_bytes(size, rng.choice(("little", "big")))
    return bytes(out)


def _png(data: bytes, rng: Random) -> bytes:
    """A PNG picture with chunks spoilt, doubled or left out; their checksums are right."""
    out, at = data[:8], 8
    while at + 12 <= len(data):
        size = struct.unpack_from(">I", data, at)[0]
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        at += size + 12
        if rng.random() < 0.3:
            body = _integers(body, rng) if body else rng.randbytes(8)
        if rng.random() < 0.1:
            name = rng.choice(
                (b"IHDR", b"IDAT", b"PLTE", b"tRNS", b"zTXt", b"iCCP", b"acTL", b"fcTL", b"eXIf", b"pHYs")
            )
        chunk = struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        out += chunk * rng.choice((0, 1, 1, 1, 1, 1, 1, 1, 1, 3))
    return out


def _pdf(data: bytes, rng: Random) -> bytes:
    """A PDF file with numbers, references and objects changed, and operators put between them."""
    out = data
    for _ in range(rng.choice((1, 2, 5, 20))):
        how = rng.randrange(5)
        if how == 0:
            at = _near_text(out, rng)
            out = out[:at] + rng.choice(_PDF_TOKENS) * rng.choice((1, 1, 1, 100)) + out[at:]
        elif how == 1:
            at = _near_text(out, rng)
            if found := _NUMBER.search(out, at):
                number = rng.choice(
                    (b"0", b"-1", b"1", b"7", b"99999999999", b"1e30", b"2147483648", b"0.00001", b"-32768")
                )
                out = out[: found.start()] + number + out[found.end() :]
        elif how == 2:
            found_all = [m.span() for m in re.finditer(rb"\b\d+ 0 obj\b.*?endobj", out, re.DOTALL)]
            if found_all:
                start, end = rng.choice(found_all)
                out = out[:start] + out[start:end] * rng.choice((0, 2, 60)) + out[end:]
        elif how == 3:
            references = [m.span(1) for m in re.finditer(rb"\b(\d+) 0 R\b", out)]
            if references:
                start, end = rng.choice(references)
                out = out[:start] + str(rng.randrange(20)).encode() + out[end:]
        else:
            out = _bytes(out, rng, len(out) + 10_000) if rng.random() < 0.3 else _integers(out, rng)
    return out[: 4 * _LONGEST]


def _near_text(data: bytes, rng: Random) -> int:
    """A place outside of packed streams, most often."""
    for _ in range(5):
        at = rng.randrange(len(data) + 1)
        if data[at : at + 40].isascii():
            break
    return at


def _packed_anew(data: bytes, rng: Random) -> bytes:
    """A package of which some parts are spoilt, but not the packing: that is as far as most spoilt bytes get."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            part = old.read(info)
            if info.filename == "mimetype":
                new.writestr(zipfile.ZipInfo(info.filename), part)
            elif rng.random() < 0.95:
                spoilt_part = _markup(part, rng) if rng.random() < 0.7 else part
                new.writestr(zipfile.ZipInfo(info.filename), spoilt_part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _markup(data: bytes, rng: Random) -> bytes:
    """Markup with elements and values moved, doubled or changed, most often still well formed."""
    if rng.random() < 0.2:
        return _bytes(data, rng)
    text = data.decode("utf-8", "replace")
    for _ in range(rng.randint(1, 6)):
        starts = [i for i, c in enumerate(text) if c == "<"]
        quotes = [i for i, c in enumerate(text) if c == '"']
        if rng.random() < 0.5 and len(quotes) > 1:
            at = rng.randrange(0, len(quotes) - 1)
            value = rng.choice(("", "-1", "0", "999999999999", "x", "%1%2%9", "true", "9" * 400, "&#65;"))
            text = text[: quotes[at] + 1] + value + text[quotes[at + 1] :]
        elif starts:
            a = rng.choice(starts)
            end = text.find(">", a) + 1
            tag = text[a:end]
            if tag.startswith("<w:p") and (close := text.find("</w:p>", a)) > 0 and rng.random() < 0.5:
                tag = text[a : close + 6] * rng.choice((2, 50))
                text = text[:a] + tag + text[a:]
            elif tag.endswith("/>"):
                text = text[:a] + tag * rng.choice((0, 2, 100)) + text[end:]
            else:
                text = (
                    text[:a]
                    + rng.choice(("<w:tab/>", "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>", "<!--x-->", ""))
                    + text[a:]
                )
    return text[: _LONGEST * 4].encode("utf-8", "replace")


def _bytes(data: bytes, rng: Random, longest: int = _LONGEST) -> bytes:
    """Bytes turned, lost, doubled, moved, and tokens of the formats put between them."""
    out = bytearray(data)
    for _ in range(rng.choice((1, 2, 5, 20, 100))):
        at = rng.randint(0, len(out))
        how = rng.randrange(6)
        if how == 0 and at < len(out):
            out[at] ^= 1 << rng.randrange(8)
        elif how == 1:
            del out[at : at + rng.choice((1, 2, 10, 200))]
        elif how == 2:
            out[at:at] = out[at : at + rng.choice((1, 10, 100))] * rng.choice((1, 2, 50))
        elif how == 3:
            out[at:at] = rng.choice(_TOKENS) * rng.choice((1, 1, 1, 40))
        elif how == 4 and rng.random() < 0.1:
            del out[at:]
        elif how == 5 and at < len(out):
            out[at] = rng.randrange(256)
        del out[longest:]
    return bytes(out)
