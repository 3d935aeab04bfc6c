"""What holds for every format: the same rows, the same front door, and no more imports than it needs."""

import csv
import io
import json
import os
import pty
import subprocess
import sys
import termios
from importlib import import_module
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from narcotl.render import Format, Shown, show
from narcotl.render.showing import WRITERS
from narcotl.reports.report import Column, Report
from tests.render.stage import Stage, said, timeline

IDS = st.lists(st.from_regex(r"[a-z][a-z0-9]*(-[a-z0-9]+){0,3}", fullmatch=True))


def ids_in(text: str, form: Format) -> list[Any]:
    """Read the ids back from any format."""
    match form:
        case Format.JSON:
            return [row["id"] for row in json.loads(text)]
        case Format.JSONL:
            return [json.loads(line)["id"] for line in text.splitlines()]
        case Format.YAML:
            return [row["id"] for row in yaml.safe_load(text)]
        case Format.CSV:
            return [row["id"] for row in csv.DictReader(io.StringIO(text))]
        case Format.TSV:
            return [line.split("\t")[0] for line in text.splitlines()[1:]]
        case Format.MD:
            return [line.split(" | ")[0].removeprefix("| ") for line in text.splitlines()[2:]]
        case Format.TABLE:
            return [line.split()[0] for line in text.splitlines()[3:]]


@given(IDS)
def test_every_format_shows_the_same_rows(ids: list[str]) -> None:
    columns = (
        Column(key="id", heading="Id", cell=lambda row: str(row["id"])),
        Column(key="length", heading="Length", cell=lambda row: str(row["length"])),
    )
    rows = [{"id": name, "length": len(name)} for name in ids]
    for form in Format:
        report = Report(title="Ids", columns=columns, rows=iter(rows))
        assert ids_in(said(report, form), form) == ids, form


def test_every_format_has_a_writer() -> None:
    assert set(WRITERS) == set(Format)
    for name in WRITERS.values():
        writer = import_module(f"narcotl.render.{name}")
        assert callable(writer.report)
        assert callable(writer.card)


@pytest.mark.parametrize("form", Format)
def test_an_encoding_without_a_character_is_no_error(form: Format) -> None:
    said(timeline(), form, encoding="ascii").encode("ascii")


HEAVY = {"csv", "rich", "rich.console", "yaml"}


@pytest.mark.parametrize(
    ("form", "needed"),
    [
        (Format.JSON, set()),
        (Format.JSONL, set()),
        (Format.CSV, {"csv"}),
        (Format.TSV, set()),
        (Format.MD, set()),
        (Format.YAML, {"yaml"}),
        (Format.TABLE, {"rich"}),
    ],
)
def test_a_format_imports_only_what_it_needs(form: Format, needed: set[str]) -> None:
    program = f"""
import sys
from narcotl.reports.report import Column, Report
from narcotl.render import Format, Shown, show
column = Column(key="id", heading="Id", cell=lambda row: row["id"])
show(Report(title="", columns=(column,), rows=[{{"id": "x"}}]), Shown(format=Format({form.value!r})))
print(*sorted(sys.modules), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert set(done.stderr.split()) & HEAVY == needed


@pytest.mark.parametrize(("columns", "expected"), [(72, 72), (0, 80)])
def test_the_width_is_that_of_the_terminal(columns: int, expected: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, columns))
    stage = Stage(terminal=True)
    with os.fdopen(theirs, "w") as terminal:
        monkeypatch.setattr(stage, "fileno", terminal.fileno)
        monkeypatch.setattr(sys, "stdout", stage)
        show(timeline(), Shown())
    os.close(ours)
    assert max(map(len, stage.text.splitlines())) == expected


@pytest.mark.parametrize("stated", ["", "wide", "-5", "0"])
def test_a_terminal_of_unknown_width_counts_as_80_columns(stated: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", stated)
    stage = Stage(terminal=True)  # it has no file descriptor
    monkeypatch.setattr(sys, "stdout", stage)
    show(timeline(), Shown())
    assert max(map(len, stage.text.splitlines())) == 80
