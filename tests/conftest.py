"""Which tests may run side by side, on several processors: those of different folders and files."""

from pathlib import Path

import pytest

TESTS = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep together what shares a running assistant, a browser, or what a module makes once."""
    for item in items:
        item.add_marker(pytest.mark.xdist_group(_together(item.path.relative_to(TESTS))))


def _together(path: Path) -> str:
    folder = path.parts[0]
    return str(path) if folder == "unit" else folder
