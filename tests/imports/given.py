"""Files to import, and what the report says of each row."""

from pathlib import Path
from typing import Any

from tests.front_door import Answer


def written(path: Path, text: str | bytes) -> Path:
    """Write a file."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def outcomes(answer: Answer) -> list[tuple[int, str, str | None]]:
    """Give the row, the outcome, and the date or the reason of each line of a report."""
    rows: Any = answer.json
    return [(row["row"], row["outcome"], row["reason"] or row["date"]) for row in rows]


def files_of(store: Path) -> dict[str, bytes]:
    """Give every file below a folder, and folders as such."""
    return {str(path.relative_to(store)): path.read_bytes() if path.is_file() else b"" for path in store.rglob("*")}
