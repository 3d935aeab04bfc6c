"""The Python of the documents runs, one block after the other, and prints what the document shows."""

import contextlib
import io
from pathlib import Path
from typing import Any

import pytest

from tests.console import blocks
from tests.front_door import ROOT

PAGES = {ROOT / "docs" / "python.md": 7, ROOT / "docs" / "howto" / "scripts.md": 1}
"""The documents with Python in them, and how many blocks of it each has at least."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.name))
def test_the_blocks_of_the_document_run(page: Path) -> None:
    pytest.importorskip("polars")
    shown = {block.line: "\n".join(block.lines) for block in blocks(page, "output")}
    codes = {block.line: "\n".join(block.lines) for block in blocks(page, "python")}
    lines = sorted({*shown, *codes})
    known: dict[str, Any] = {}
    for line, after in zip(lines, [*lines[1:], 0], strict=True):
        if line in codes:
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                exec(compile(codes[line], f"{page}:{line}", "exec"), known)  # noqa: S102 - our own document
            if after in shown:
                assert out.getvalue() == shown[after] + "\n", f"{page}:{line}"
    assert len(codes) >= PAGES[page]
    assert shown, "what it prints is shown"
