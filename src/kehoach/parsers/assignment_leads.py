"""Who leads where the words before "phối hợp với" say so, and no heading: "Sở A làm đầu mối, phối hợp với …"."""

from __future__ import annotations

import re

from kehoach.knowledge.patterns import lazy
from kehoach.parsers import listed_names
from kehoach.parsers.facts.partners import Partners

_GIVEN = lazy(r"^\W*(?:(?:giao|đề nghị|yêu cầu|phân công)(?: cho)? )?", re.I)
_GIVEN_INSIDE = lazy(r"^.*, (?=(?:giao|đề nghị|yêu cầu|phân công) )", re.I | re.S)
# "trồng cây, do Sở A chủ trì, phối hợp với Sở B thực hiện"
_DONE_BY = lazy(r"^.*, do (?=[^\W\d_])", re.I | re.S)
# What says how or by what right: "Sở A có trách nhiệm chủ trì", "Sở A theo chức năng, nhiệm vụ phối hợp".
_RIGHT = lazy(
    r"(?:,? (?:(?:có|chịu) trách nhiệm(?: chính)?|(?:là|làm) (?:cơ quan |đơn vị )?(?:đầu mối|thường trực)"
    r"|chủ động|tích cực|(?:căn cứ|theo) (?:chức năng|nhiệm vụ)(?:,? (?:và )?(?:nhiệm vụ|quyền hạn))?"
    r"(?: (?:được giao|của mình))?)(?:,| và)?){1,4}$",
    re.I,
)
# "Chủ trì: Sở A; phối hợp: Sở B" in one line with the task
_FIELD = lazy(r"chủ trì ?: ?(?P<who>[^:;.]{2,200})[;,.] ?(?:(?:các )?(?:cơ quan|đơn vị) )?$", re.I)
_LEADERS = 1_000
"""Letters of a clause before "chủ trì" that may name who leads."""
_WORD = 24
"""Letters between "phối hợp" and the names of those who help."""


def leading(text: str, folded: str, named: Partners) -> list[str]:
    """Who a clause without an assignee above it says to lead: "Giao Sở Nội vụ chủ trì, phối hợp với …"."""
    helps = folded.rfind("phối hợp", max(0, named.start - _WORD), named.start)
    if helps >= 0 and (field := _FIELD.search(text, max(0, helps - _LEADERS), helps)) is not None:
        return _listed(field["who"])
    leads = max(0, folded.rfind("chủ trì", 0, named.start)) if named.lead else helps
    if leads < 0:
        return []
    before = text[max(0, leads - _LEADERS) : leads].rstrip()
    clause = max(map(before.rfind, ".;:("))
    if clause < 0 and leads > _LEADERS:
        return []  # a clause that long names nobody
    said = _DONE_BY.sub("", _RIGHT.sub("", before[clause + 1 :].rstrip(" ,")))
    return _listed(_GIVEN.sub("", _GIVEN_INSIDE.sub("", said)))  # "trồng cây, giao Sở A chủ trì, …"


def _listed(who: str) -> list[str]:
    return listed_names.listed(who) if listed_names.only(who) else []
