"""The order of the tests."""

from __future__ import annotations

import pytest

from kehoach.parsers import attempts

attempts.raises = True


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests first, or one worker would still be at the last of them when all others are done."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)
