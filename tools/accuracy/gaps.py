"""What is known to be wrong: the titles of the rules that the parser does not keep yet."""

from __future__ import annotations

import rule_files


def listed() -> str:
    """A line a rule, without the section it is tested in."""
    rules = rule_files.read(rule_files.FOLDER / f"{rule_files.GAPS}.txt")
    return "\n".join(f"- {rule.title}" for rule in rules) if rules else "None is known."
