"""Vietnamese from before Unicode: found by what comes out, never where another language is meant."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.errors import UnreadableError
from kehoach.readers import ReadOptions, legacy, read_bytes

PLAN = (
    "KẾ HOẠCH\nThực hiện công tác phòng bệnh năm 2031\n\nI. MỤC ĐÍCH, YÊU CẦU\n1. Các sở, ngành của tỉnh được giao "
    "nhiệm vụ, phối hợp với Ủy ban nhân dân các xã.\n2. Bảo đảm kinh phí; quyết toán đúng quy định.\n"
)
_VNI = {letter: written for written, letter in reversed(legacy._VNI.items())}
_TCVN3 = {letter: byte for byte, letter in legacy._TCVN3.items()}
_VISCII = {letter: byte for byte, letter in legacy._VISCII.items()}
_MARKS = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


def written(text: str, encoding: str) -> bytes:
    """``text`` as a program of the nineties saved it."""
    if encoding == "windows-1258":
        out = ""
        for letter in text:
            parts = unicodedata.normalize("NFD", letter)
            tone = next((c for c in parts if c in _MARKS), "")
            out += unicodedata.normalize("NFC", parts.replace(tone, "")) + tone if tone else letter
        return out.encode("cp1258")
    if encoding == "vni":
        return "".join(_VNI.get(letter, letter) for letter in text).encode("cp1252")
    if encoding == "tcvn3":
        return b"".join(bytes([_TCVN3.get(letter) or _TCVN3.get(letter.lower()) or ord(letter)]) for letter in text)
    return b"".join(bytes([_VISCII.get(letter) or ord(letter)]) for letter in text)


@pytest.mark.parametrize("encoding", legacy.ENCODINGS)
def test_is_found_and_read(encoding: str) -> None:
    read = read_bytes(written(PLAN, encoding))
    expected = PLAN.replace("Ủy", "ủy") if encoding == "tcvn3" else PLAN  # it has no such capital
    assert read.text == expected
    assert read.encoding == encoding
    assert read.warnings == [("legacy-encoding", f"read as {encoding}; say another encoding with --encoding")]


@pytest.mark.parametrize("encoding", legacy.ENCODINGS)
def test_can_be_named(encoding: str) -> None:
    read = read_bytes(written("Sở Y tế: 5%", encoding), options=ReadOptions(encoding=encoding.upper()))
    assert (read.text, read.warnings) == ("Sở Y tế: 5%", [])


@pytest.mark.parametrize("name", ["ABC", "cp1258", "tcvn-5712", "VNI-Windows"])
def test_goes_by_other_names(name: str) -> None:
    assert legacy.codec(name) in legacy.ENCODINGS


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_old_letters_saved_as_unicode_are_found(encoding: str) -> None:
    read = read_bytes(written(PLAN, encoding).decode("cp1252").encode())
    assert read.text.casefold() == PLAN.casefold()
    assert read.encoding == "utf-8"
    assert [code for code, _ in read.warnings] == ["legacy-encoding"]


OTHERS = {
    "Spanish": "El niño comió más piña en el año pasado; según él, también había habas. ¿Qué pasó después?",
    "French": "Où êtes-vous allé cet été, là-bas à l'hôpital ? Ça a été déjà élevé, où où où, côté forêt.",
    "Portuguese": "São Paulo não é a capital do país; então são três ações à mão, avô e avó, até já.",
    "German": "Über größere Flächen müssen wir später höhere Gebühren für Öl und Äpfel zahlen.",
    "Czech": "Příliš žluťoučký kůň úpěl ďábelské ódy",
    "Polish": "Zażółć gęślą jaźń",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS.keys())
def test_other_languages_are_not_taken_for_vietnamese(text: str) -> None:
    assert read_bytes((text * 20).encode()).text == text * 20
    for codec in ("cp1252", "cp1250"):
        try:
            data = (text * 20).encode(codec)
        except UnicodeEncodeError:
            continue
        assert legacy.detect(data) is None
        with pytest.raises(UnreadableError, match="--encoding"):
            read_bytes(data)


@given(st.binary(max_size=400), st.sampled_from(legacy.ENCODINGS))
def test_any_bytes_decode(data: bytes, encoding: str) -> None:
    assert isinstance(legacy.decode(data, encoding), str)


@given(st.text(max_size=80), st.sampled_from([".VnTime", ".VnArialH", "VNI-Times"]))
def test_text_of_any_font_is_text(text: str, font: str) -> None:
    assert isinstance(legacy.from_font(text, font), str)
