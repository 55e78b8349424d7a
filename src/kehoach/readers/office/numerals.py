"""Numbers as list labels print them: the formats of Word (``w:numFmt``) under one name each."""

from __future__ import annotations

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_MOST_LETTERS = 30
_MOST_DIGITS = 9


def whole(said: str, otherwise: int) -> int:
    """The whole number that an attribute gives; ``otherwise`` where it gives none, or an absurd one.

    >>> whole("12", 1), whole("-3", 1), whole("²", 1), whole("9" * 5000, 1)
    (12, 1, 1, 1)
    """
    return int(said) if said.isdecimal() and len(said) <= _MOST_DIGITS else otherwise


def numeral(value: int, style: str) -> str:
    """``value`` in the numbering ``style``, as Word prints it; styles unknown here give Arabic digits.

    >>> [numeral(4, style) for style in ("decimal", "upperRoman", "lowerLetter", "decimalZero")]
    ['4', 'IV', 'd', '04']
    >>> numeral(28, "upperLetter"), numeral(21, "vietnameseCounting")
    ('BB', 'hai mươi mốt')
    """
    if style in ("none", "bullet"):
        return ""
    if style == "decimalZero":
        return f"{value:02d}"
    if style in ("upperRoman", "lowerRoman"):
        roman = _roman(value)
        return roman.upper() if style == "upperRoman" else roman
    if style in ("upperLetter", "lowerLetter"):
        letter = _letter(value)
        return letter.upper() if style == "upperLetter" else letter
    if style == "vietnameseCounting":
        return _words(value)
    if style == "numberInDash":
        return f"- {value} -"
    if style in ("decimalEnclosedParen", "decimalEnclosedFullstop"):
        return f"({value})" if style == "decimalEnclosedParen" else f"{value}."
    return str(value)


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    out = ""
    for size, sign in _ROMAN:
        out += sign * (value // size)
        value %= size
    return out


def _letter(value: int) -> str:
    """A … z, then aa, bb: Word repeats the letter and knows the Latin alphabet only, in Vietnamese lists too."""
    if value < 1 or value > 26 * _MOST_LETTERS:
        return str(value)
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def _words(value: int) -> str:
    if not 0 <= value < 100:
        return str(value)
    tens, ones = divmod(value, 10)
    if tens == 0:
        return _DIGITS[ones]
    out = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    if ones:
        out += " " + {1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(ones, _DIGITS[ones])
    return out
