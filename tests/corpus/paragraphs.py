"""Number the paragraphs of a document, as the locators of the shipped store do ("par. 12")."""

import re
from pathlib import Path


def paragraphs(text: str) -> list[str]:
    """Split a document: at blank lines, else at line ends, else (a document of one line) at sentences."""
    parts: list[str] = []
    for pattern in (r"\n\s*\n", r"\n", r"(?<=[.?!])\s+(?=[A-Z])"):
        parts = [part.strip() for part in re.split(pattern, text.strip()) if part.strip()]
        if len(parts) > 1:
            return parts
    return parts


def read(path: Path) -> list[str]:
    """Give the paragraphs of a file; the first is paragraph 1."""
    return paragraphs(path.read_text(encoding="utf-8"))
