"""The five documents that the shipped store was made from, where they lie beside the checkout."""

import re
from functools import cache
from pathlib import Path

import pytest

from tests.corpus.paragraphs import read
from tests.corpus.shipped import ROOT

FOLDER = ROOT.parent / "shared" / "seeds"

PARAGRAPHS = {"seed-000": 6, "seed-001": 6, "seed-002": 106, "seed-003": 24, "seed-004": 20}
"""How many paragraphs each document has."""

LOCATOR = re.compile(r"par\. (\d+)(?:-(\d+))?")


@cache
def documents() -> dict[str, Path]:
    """Find the documents, by the ids of their sources; none where they do not lie beside the checkout."""
    return {f"seed-{path.name[:3]}": path for path in sorted(FOLDER.glob("[0-9][0-9][0-9]_*.txt"))}


def need_documents() -> dict[str, Path]:
    """Give the documents, or skip the test that needs them."""
    found = documents()
    if not found:
        pytest.skip("the five documents do not lie beside the checkout")
    return found


def numbers(locator: str) -> set[int]:
    """Give the numbers of the paragraphs that a locator points at."""
    spans = [(int(first), int(last or first)) for first, last in LOCATOR.findall(locator)]
    return {number for first, last in spans for number in range(first, last + 1)}


def prose(path: Path) -> str:
    """Read a document without its references, templates and other markup."""
    text = "\n\n".join(read(path))
    text = re.sub(r"<ref[^>]*/>", " ", text)
    text = re.sub(r"<ref.*?</ref>", " ", text, flags=re.DOTALL)
    return unlinked(re.sub(r"<[^>]*>", " ", text))


def unlinked(text: str) -> str:
    """Write links, emphasis and spaces as a reader sees them."""
    text = re.sub(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]", r"\1", text).replace("''", "")
    return " ".join(text.split())
