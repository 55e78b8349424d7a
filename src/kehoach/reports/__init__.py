"""Plans as one page of HTML that needs nothing else: no network, no other file.

One plan beside its source text, two plans with what differs, many plans as matrices with charts. What the page says is
what :mod:`kehoach.comparing` and :mod:`kehoach.tables` found; here it is only put on paper.
"""

from __future__ import annotations

from kehoach.reports.page import Read, report

__all__ = ["Read", "report"]
