"""Every command answers in every format, with the same rows, and takes nested fields."""

import csv
import io
import json
from typing import Any

import pytest
import yaml

from narcotl.render import Format
from tests.front_door import FrontDoor
from tests.schema.test_output import ARGUMENTS, split

ASKED = {name: next(filter(None, arguments), "") for name, arguments in ARGUMENTS.items() if name != "schema"}
"""One question for each command that has formats."""
NESTED = {
    "timeline": "date.earliest,regions.name,sources.source.id",
    "event": "date.edtf,participants.actor.name",
    "facts": "date.earliest,says",
    "claims": "tally.for,positions.stance",
    "claim": "tally.text,positions.actor.id",
    "figures": "period.latest,measure.name",
    "figure": "agency.name,change.from.edtf",
    "gaps": "date.edtf",
    "corrections": "target.source.id,basis.source.id",
    "correction": "touches.kind",
    "search": "date.text",
    "actor": "aliases.name",
    "region": "part_of.name",
    "source": "issued.precision",
    "cite": "works.id,works.read",
    "links": "actor.name,roles.own",
    "plot": "measure.name",
    "annotations": "of.name,positions.stance",
    "annotate": "record.of.name",
    "new": "record.id",
    "conflicts": "one.text,difference.percent",
    "compare": "measure.name",
    "stats": "count",
    "measures": "unit",
    "date": "date.earliest",
    "ask": "answer,by",
    "duplicates": "one.name,reasons",
}


@pytest.mark.parametrize("command", list(ASKED))
def test_every_format_has_the_same_rows(command: str, narcotl: FrontDoor) -> None:
    def said(form: Format) -> str:
        answer = narcotl(command, *split(ASKED[command]), "--format", form)
        assert answer.status in (0, 1), answer.err
        return answer.out

    found: Any = json.loads(said(Format.JSON))
    rows = found if isinstance(found, list) else [found]
    assert rows or command in ("check", "edit")
    lines = [json.loads(line) for line in said(Format.JSONL).splitlines()]
    written = yaml.load(said(Format.YAML), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe loader
    if command == "config":  # tells the format itself
        lines, written, rows = ([row for row in some if row["setting"] != "format"] for some in (lines, written, rows))
        found = rows
    assert lines == rows
    assert written == found
    number = len(rows) + (command == "config")
    assert len(list(csv.reader(io.StringIO(said(Format.CSV))))) == number + 1
    assert len(said(Format.TSV).splitlines()) == number + 1
    assert said(Format.TABLE)
    assert said(Format.MD)


@pytest.mark.parametrize("command", list(NESTED))
def test_fields_reach_into_nested_keys(command: str, narcotl: FrontDoor) -> None:
    answer = narcotl(command, *split(ASKED[command]), "--json", "--fields", NESTED[command])
    assert (answer.status, answer.err.count("no field")) == (0, 0), answer.err
    found: Any = answer.json
    rows = found if isinstance(found, list) else [found]
    assert [list(row) for row in rows] == [NESTED[command].split(",")] * len(rows)
    assert any(value not in (None, [], [[]]) for row in rows for value in row.values())


def test_no_list_is_left_out() -> None:
    flat = {
        *("check", "config", "coverage", "fmt", "import", "init", "join", "merge", "merge-records", "path", "rename"),
        *("diff", "distinct", "edit", "log", "merge-files", "new", "plot", "split", "sql", "vocab"),
    }
    # What became of a store depends on its history, and a difference has the exit status 1.
    flat |= {"diff", "log"}
    assert {*ASKED} - {*NESTED} <= flat, "their rows hold nothing nested"
