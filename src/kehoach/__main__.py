"""``python -m kehoach``: the same as the ``kehoach`` command."""

from __future__ import annotations

import sys

from kehoach.cli import main

if __name__ == "__main__":
    sys.exit(main())
