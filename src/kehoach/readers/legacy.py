"""Vietnamese as it was written before Unicode: TCVN3 (ABC), VNI-Windows, VISCII, Windows-1258.

Sources: TCVN 5712:1993 (VN3), RFC 1456 (VISCII 1.1), the character tables of the VNI and .Vn fonts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

ENCODINGS = ("windows-1258", "tcvn3", "vni", "viscii")
"""The encodings known here, in the order in which they are tried."""
ALIASES = {"abc": "tcvn3", "tcvn": "tcvn3", "tcvn-3": "tcvn3", "tcvn5712": "tcvn3", "tcvn-5712": "tcvn3",
           "vni-windows": "vni",
           "vni-win": "vni", "cp1258": "windows-1258", "1258": "windows-1258", "viscii1.1": "viscii"}  # fmt: skip

_TCVN3_BYTES = (
    "b5 b8 b6 b7 b9 a8 bb be bc bd c6 a9 c7 ca c8 c9 cb ae cc d0 ce cf d1 aa d2 d5 d3 d4 d6 d7 dd d8 dc de df "
    "e3 e1 e2 e4 ab e5 e8 e6 e7 e9 ac ea ed eb ec ee ef f3 f1 f2 f4 ad f5 f8 f6 f7 f9 fa fd fb fc fe a1 a2 a7 "
    "a3 a4 a5 a6"
)
_TCVN3_LETTERS = (
    "à á ả ã ạ ă ằ ắ ẳ ẵ ặ â ầ ấ ẩ ẫ ậ đ è é ẻ ẽ ẹ ê ề ế ể ễ ệ ì í ỉ ĩ ị ò ó ỏ õ ọ ô "
    "ồ ố ổ ỗ ộ ơ ờ ớ ở ỡ ợ ù ú ủ ũ ụ ư ừ ứ ử ữ ự ỳ ý ỷ ỹ ỵ Ă Â Đ Ê Ô Ơ Ư"
)
_TCVN3 = dict(zip(bytes.fromhex(_TCVN3_BYTES), _TCVN3_LETTERS.split(), strict=True))

_VISCII_HIGH = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VISCII = dict(enumerate(_VISCII_HIGH, 0x80)) | dict(zip((0x02, 0x05, 0x06, 0x14, 0x19, 0x1E), "ẲẴẪỶỸỴ", strict=True))

# VNI writes a mark behind its letter: these are the marks of plain letters, of letters with a breve and a circumflex.
_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_BREVE = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_CIRCUMFLEX = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_VNI_SINGLE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _vni_pairs() -> dict[str, str]:
    pairs: dict[str, str] = {}
    for base, letters in (("a", "a"), ("e", "e"), ("o", "o"), ("u", "u"), ("y", "y"), ("ô", "ơ"), ("ö", "ư")):
        marks = {mark: letters + tone for mark, tone in _TONES.items()}
        if base == "a":
            marks |= {mark: "ă" + tone for mark, tone in _BREVE.items()}
        if base in "aeo":
            marks |= {mark: {"a": "â", "e": "ê", "o": "ô"}[base] + tone for mark, tone in _CIRCUMFLEX.items()}
        for mark, written in marks.items():
            letter = unicodedata.normalize("NFC", written)
            pairs |= {
                base + mark: letter,
                base.upper() + mark.upper(): letter.upper(),
                base.upper() + mark: letter.upper(),
            }
    singles = _VNI_SINGLE | {key.upper(): value.upper() for key, value in _VNI_SINGLE.items()}
    return pairs | singles


_VNI = _vni_pairs()
_VNI_FORM = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))

# Words of any plan with letters that only Vietnamese has, and what a Vietnamese syllable may look like.
_COMMON = frozenset(
    "của và các được thực hiện kế hoạch ủy uỷ nhân dân tỉnh huyện xã về công tác triển khai quyết định tổ chức "
    "nhiệm vụ giải pháp số ngày tháng năm việt nam độc lập tự hạnh phúc sở phòng đơn vị trên địa bàn cơ quan "
    "hội đồng yêu cầu mục đích".split()
)
_PLAIN = frozenset(word for word in _COMMON if word.isascii())
_INITIAL = "(?:b|ch?|d|đ|gi|gh?|h|kh?|l|m|ngh?|nh?|ph?|qu?|r|s|th?|tr|v|x)?"
_SYLLABLE = re.compile(_INITIAL + "(?:[aăâeêioôơuưy]{1,3})(?:ch?|m|ngh?|nh?|p|t)?$")
_TONE_MARKS = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")
_WORD = re.compile(r"[^\W\d_]+")
_VIETNAMESE = re.compile("[\u1ea0-\u1ef9\u0300-\u0323]")
_SIGNS = frozenset("“”‘’–—…•\u00a0«»°²³·×§©®½¼¾±™´¨")
_FEWEST = 3
_SURE = 0.85
_SAMPLE = 200_000


def codec(name: str) -> str | None:
    """The encoding here that goes by ``name``, ``None`` where it is not one of these.

    >>> codec("TCVN3"), codec("cp1258"), codec("utf-8")
    ('tcvn3', 'windows-1258', None)
    """
    plain = name.strip().lower().replace("_", "-")
    plain = ALIASES.get(plain, plain)
    return plain if plain in ENCODINGS else None


def decode(data: bytes, encoding: str) -> str:
    """``data`` in one of :data:`ENCODINGS` as NFC text; bytes that mean nothing in it become U+FFFD."""
    if encoding == "windows-1258":
        return unicodedata.normalize("NFC", data.decode("cp1258", "replace"))
    if encoding == "viscii":
        return "".join(_VISCII.get(byte) or (chr(byte) if byte < 0x80 else "\ufffd") for byte in data)
    return _decode_text(data.decode("latin-1"), encoding)


def _decode_text(text: str, encoding: str) -> str:
    """``text``, whose code points below 256 are the bytes of TCVN3 or VNI (Windows' signs among them), in Unicode."""
    if encoding == "tcvn3":
        return _capitals("".join(_TCVN3.get(ord(c)) or _sign(c) for c in text))
    return "".join(map(_sign, _VNI_FORM.sub(lambda m: "\ue000" + _VNI[m[0]], text))).replace("\ue000", "")


def _sign(char: str) -> str:
    """What neither encoding has as a letter: the signs of Windows-1252, U+FFFD for the rest."""
    if "\x80" <= char <= "\x9f":
        return bytes([ord(char)]).decode("cp1252", "replace")
    return char


def _capitals(text: str) -> str:
    """TCVN3 has no capitals with tones; a font shows them. A word whose other letters are capitals is in capitals."""
    words = list(_WORD.finditer(text))
    known = [_case(match[0]) for match in words]
    near = list(known)  # of the nearest word to the left that says so, in the same run of words
    for i in range(1, len(words)):
        if near[i] is None and not text[words[i - 1].end() : words[i].start()].strip(" ,-"):
            near[i] = near[i - 1]
    out, at = [], 0
    right: list[bool | None] = list(known)
    for i in range(len(words) - 2, -1, -1):
        if right[i] is None and not text[words[i].end() : words[i + 1].start()].strip(" ,-"):
            right[i] = right[i + 1]
    for match, left_case, right_case in zip(words, near, right, strict=True):
        capital = True in (left_case, right_case) and False not in (left_case, right_case)
        out += [text[at : match.start()], match[0].upper() if capital else match[0]]
        at = match.end()
    return "".join([*out, text[at:]])


def _case(word: str) -> bool | None:
    """Whether a word is in capitals by its plain letters; ``None`` where they do not say."""
    plain = [c for c in word if c.isascii()]
    if any(c.islower() for c in plain):
        return False
    return True if len(plain) > 1 else None


def legacy_font(font: str) -> str | None:
    """The encoding of a font from before Unicode, by its name.

    >>> legacy_font(".VnTimeH"), legacy_font("VNI-Times"), legacy_font("Times New Roman")
    ('tcvn3', 'vni', None)
    """
    name = font.strip().lower()
    if name.startswith(".vn"):
        return "tcvn3"
    return "vni" if name.startswith(("vni-", "vni ")) else None


def from_font(text: str, font: str) -> str:
    """``text`` as it shows in a font from before Unicode; text that is Unicode already stays as it is."""
    encoding = legacy_font(font)
    raw = _as_bytes(text)
    if encoding is None or raw is None:
        return text
    out = _decode_text(raw, encoding)
    return out.upper() if encoding == "tcvn3" and font.strip().lower().endswith("h") else out


def _as_bytes(text: str) -> str | None:
    """``text`` with one code point below 256 a letter, ``None`` where it has letters no byte stands for."""
    out = []
    for char in text:
        if ord(char) < 256:
            out.append(char)
            continue
        try:
            out.append(chr(char.encode("cp1252")[0]))
        except UnicodeEncodeError:
            return None
    return "".join(out)


def detect(data: bytes) -> str | None:
    """The one of :data:`ENCODINGS` in which ``data`` reads as Vietnamese; ``None`` where it does in none."""
    return _best(lambda encoding: decode(data[:_SAMPLE], encoding))


def mistaken(text: str) -> tuple[str, str] | None:
    """Text saved as Unicode while its letters were those of an old font: the encoding and the text as it was meant."""
    if _VIETNAMESE.search(text) or sum("\xa1" <= c <= "\xff" for c in text[:_SAMPLE]) < _FEWEST:
        return None
    raw = _as_bytes(text)
    if raw is None:
        return None
    encoding = _best(lambda name: _decode_text(raw[:_SAMPLE], name) if name in ("tcvn3", "vni") else "")
    if encoding is None or likeness(text[:_SAMPLE]) >= _SURE:
        return None
    return encoding, _decode_text(raw, encoding)


def _best(read: Callable[[str], str]) -> str | None:
    scored = [(likeness(read(encoding)), -i, encoding) for i, encoding in enumerate(ENCODINGS)]
    score, _, encoding = max(scored)
    return encoding if score >= _SURE else None


def likeness(text: str) -> float:
    """How much of the words with marks in ``text`` is Vietnamese, 0 to 1; 0 where common words are missing.

    >>> likeness("Kế hoạch của tỉnh được thực hiện"), likeness("El niño comió más piña en el año")
    (1.0, 0.0)
    """
    good = bad = 0
    common: set[str] = set()
    for word in _WORD.findall(text):
        if word.isascii():
            continue
        lower = word.lower()
        if _SYLLABLE.match(unicodedata.normalize("NFC", unicodedata.normalize("NFD", lower).translate(_TONE_MARKS))):
            good += 1
            if lower in _COMMON:
                common.add(lower)
        else:
            bad += 1
    bad += sum(
        1 for c in text if ord(c) > 0x7F and not c.isalpha() and c not in _SIGNS and not unicodedata.combining(c)
    )
    if good < _FEWEST or len(common - _PLAIN) < _FEWEST:
        return 0.0
    return good / (good + bad)
