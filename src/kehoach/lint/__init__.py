"""What a careful clerk (văn thư) would send a plan back for: rules with codes, each with its reason and its source.

>>> from kehoach.lint import RULES
>>> RULES[0].code, RULES[0].en
('KH101', 'The national heading is missing.')
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from kehoach.lint.base import LANGUAGES as LANGUAGES
from kehoach.lint.base import SEVERITIES as SEVERITIES
from kehoach.lint.base import Finding as Finding
from kehoach.lint.base import Rule as Rule
from kehoach.lint.engine import Report as Report
from kehoach.lint.engine import check as check
from kehoach.lint.engine import check_source as check_source
from kehoach.lint.engine import lint as lint
from kehoach.lint.rules import RULES as RULES
from kehoach.lint.rules import chosen as chosen

__all__ = ["LANGUAGES", "RULES", "SEVERITIES", "Finding", "Report", "Rule", "check", "check_source", "chosen", "lint"]


class _Callable(ModuleType):
    """This package is called like the function in it: ``kehoach.lint(plan)``."""

    def __call__(self, *args: Any, **kwargs: Any) -> list[Finding]:
        return lint(*args, **kwargs)


sys.modules[__name__].__class__ = _Callable
