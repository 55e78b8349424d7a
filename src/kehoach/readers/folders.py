"""What in a folder is nobody's document."""

from __future__ import annotations

_SYSTEM = frozenset(("thumbs.db", "desktop.ini"))


def is_hidden(name: str) -> bool:
    """Whether a file or folder is hidden, or kept by a program: Office's lock of an open file, what Windows leaves.

    >>> [name for name in (".git", "~$plan.docx", "Thumbs.db", "~plan.docx", "plan.docx") if is_hidden(name)]
    ['.git', '~$plan.docx', 'Thumbs.db']
    """
    return name.startswith((".", "~$")) or name.lower() in _SYSTEM
