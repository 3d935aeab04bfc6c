"""What is imported, and into what."""

from pathlib import Path

import pytest

from tests.imports.given import written
from tests.small_store import FILES

TABLE = (
    "Date,Event,Where,Who,Kind\n"
    "06/00/1975,A <b>law</b> &amp; order,Peru,the Agency;Jane Roe,law\n"
    "12/00/63,Two digits,,,\n"
    "circa 1946-1947,A meeting,Burma,CIA,Meeting\n"
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Write the table."""
    return written(tmp_path / "press.csv", TABLE)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Write the small store."""
    folder = tmp_path / "store"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
