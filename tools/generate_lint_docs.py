"""Write docs/lint.md from the table of rules."""

from __future__ import annotations

from pathlib import Path

from kehoach.lint.handbook import document

TARGET = Path(__file__).resolve().parent.parent / "docs" / "lint.md"

if __name__ == "__main__":
    TARGET.write_text(document(), encoding="utf-8", newline="\n")
    print(f"wrote {TARGET}")
