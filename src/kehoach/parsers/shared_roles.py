"""Who leads and who helps where one value says both: "Phòng Y tế chủ trì, phối hợp với Công an huyện"."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.folding import fold
from kehoach.knowledge.patterns import lazy

_LEADS = r"(?:chủ trì(?: thực hiện)?|thực hiện chính|thực hiện|(?<!tổng )phụ trách)"
# "A chủ trì; phối hợp các xã", "A phối hợp với B"
_WITH = lazy(
    rf"(?P<lead>[^:;()]{{2,160}}?)(?:\s{_LEADS})?\s{{0,2}}[,;]?\s{{1,2}}"
    r"phối hợp(?: thực hiện)?(?: với| cùng)?\s?:?\s{1,2}(?P<with>[^\W\d][^\n]*)$",
    needs=("phối hợp",),
)
# "A chủ trì, B phối hợp"
_HELPED = lazy(
    rf"(?P<lead>[^:;()]{{2,160}}?)\s{_LEADS}\s{{0,2}}[,;]\s{{1,2}}(?P<with>[^:;()]{{2,200}}?)\s(?:cùng )?phối hợp"
    r"(?: thực hiện)?\W*$",
    needs=("phối hợp",),
)
# "A chủ trì", "A chịu trách nhiệm chính"
_ALONE = lazy(rf"(?P<lead>[^:;()]{{2,160}}?)\s{_LEADS}\W*")
# "A (chủ trì), B, C (phối hợp)"
_NOTED = lazy(
    r"(?P<who>[^();]{2,160}?)\s?\(\s?(?P<role>chủ trì|chính|đầu mối|phối hợp)(?: thực hiện)?\s?\)[\s,;.]*(?:và\s)?"
)
# "A: chủ trì; B: phối hợp"
_BEHIND_COLON = lazy(
    r"\W*(?P<who>[^\W_][^:;()]{1,160}?)\s?:\s?(?P<role>chủ trì|thực hiện chính|phối hợp)(?: thực hiện)?"
    r"(?!\w)[\s,;.+–-]*"
)


def parted(value: str) -> Iterator[tuple[str, str]]:
    """The parts of a value as ("lead" | "with", words), nothing where it says no roles.

    >>> list(parted("Phòng Y tế chủ trì, phối hợp với Công an huyện"))
    [('lead', 'Phòng Y tế'), ('with', 'Công an huyện')]
    >>> list(parted("Phòng Y tế (chủ trì), Công an huyện (phối hợp)"))
    [('lead', 'Phòng Y tế'), ('with', 'Công an huyện')]
    >>> list(parted("Phòng Y tế, Công an huyện"))
    []
    """
    folded = fold(value)
    pattern = _NOTED if "(" in folded else _BEHIND_COLON
    noted = list(pattern.finditer(folded)) if pattern is _NOTED or ":" in folded else []
    if noted and noted[0].start() == 0:
        rest = value[noted[-1].end() :].strip(" ,;.")
        if rest and (len(noted) > 1 or noted[0]["role"] == "phối hợp" or ":" in rest or "(" in rest):
            return
        for match in noted:
            yield "with" if match["role"] == "phối hợp" else "lead", value[slice(*match.span("who"))].strip(" ,;")
        if rest:
            yield "with", rest  # "A (chủ trì), B"
        return
    both = _HELPED.match(folded) or _WITH.match(folded)
    if both is not None:
        yield "lead", value[slice(*both.span("lead"))].strip(" ,;")
        yield "with", value[slice(*both.span("with"))].strip(" ,;")
    elif alone := _ALONE.fullmatch(folded):
        yield "lead", value[slice(*alone.span("lead"))].strip(" ,;")
