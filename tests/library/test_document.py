"""The blocks of docs/python.md run, one after the other, and print what the document shows."""

import contextlib
import io
from typing import Any

import pytest

from tests.console import blocks
from tests.front_door import ROOT

PAGE = ROOT / "docs" / "python.md"


def test_the_blocks_of_the_document_run() -> None:
    pytest.importorskip("polars")
    shown = {block.line: "\n".join(block.lines) for block in blocks(PAGE, "output")}
    codes = {block.line: "\n".join(block.lines) for block in blocks(PAGE, "python")}
    lines = sorted({*shown, *codes})
    known: dict[str, Any] = {}
    for line, after in zip(lines, [*lines[1:], 0], strict=True):
        if line in codes:
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                exec(compile(codes[line], f"{PAGE}:{line}", "exec"), known)  # noqa: S102 - our own document
            if after in shown:
                assert out.getvalue() == shown[after] + "\n", f"{PAGE}:{line}"
    assert len(codes) > 6
    assert len(shown) > 4
