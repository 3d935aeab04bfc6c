"""A stage for renderers: hand-made reports, and streams that can be a terminal or a pipe."""

import io
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from unittest import mock

from narcotl.render import Format, Shown, show
from narcotl.reports.report import Card, Column, Line, Report, Row, Tone, Width

BURMA: Row = {
    "kind": "event",
    "id": "burma-1950",
    "title": "The CIA begins to arm the Nationalist Chinese troops that fled to north-eastern Burma",
    "date": {"edtf": "1950", "text": "1950", "earliest": "1950-01-01", "latest": "1950-12-31"},
    "regions": [{"id": "shan-state", "name": "Shan State"}],
    "participants": [{"actor": {"id": "cia", "name": "CIA"}, "role": "supporter"}],
    "status": "documented",
    "share": -5,
    "summary": None,
}
PERU: Row = {
    "kind": "event",
    "id": "peru-1990s",
    "title": "Peru lets suspected drug planes be shot down, under a policy co-written by the CIA†",
    "date": {"edtf": "199X", "text": "1990s", "earliest": "1990-01-01", "latest": "1999-12-31"},
    "regions": [{"id": "peru", "name": "Peru"}, {"id": "vraem", "name": "Valley of the Apurímac, Ene and Mantaro"}],
    "participants": [],
    "status": "reported",
    "share": 1250.5,
    "summary": None,
}
SURVEY: Row = {
    "kind": "event",
    "id": "survey-2018",
    "title": "The ONDCP publishes its survey",
    "date": {"edtf": "2018-11-09~", "text": "c. 9 November 2018", "earliest": "2018-11-09", "latest": "2018-11-09"},
    "regions": [],
    "participants": [],
    "status": "planned",
    "share": 0,
    "summary": "Two\nlines",
}
EVENTS = (BURMA, PERU, SURVEY)

COLUMNS = (
    Column(key="id", heading="Id", cell=lambda row: str(row["id"]), width=Width.WIDE, tone=Tone.ASIDE),
    Column(key="date", heading="Date", cell=lambda row: str(row["date"]["text"]), tone=Tone.DATE, least=12),
    Column(key="title", heading="Event", cell=lambda row: str(row["title"]), tone=Tone.NAME, least=24),
    Column(key="regions", heading="Where", cell=lambda row: ", ".join(part["name"] for part in row["regions"])),
    Column(key="status", heading="Status", cell=lambda row: str(row["status"])),
    Column(key="share", heading="Share", cell=lambda row: str(row["share"]), tone=Tone.NUMBER),
    Column(key="summary", heading="Summary", cell=lambda row: row["summary"] or "", width=Width.NEVER),
)
LEGEND = "† is corrected: the source says that the policy was written in 1995, but it was written in 1994."


def timeline(rows: Iterable[Row] = EVENTS) -> Report:
    """Make a list of events as the command makes it."""
    return Report(
        title="Timeline of andes",
        columns=COLUMNS,
        rows=rows,
        empty="No event fits.",
        footer=lambda found: [LEGEND] if any("†" in row["title"] for row in found) else [],
        kind="event",
    )


def texts(*values: str, key: str = "text") -> Report:
    """Make a list of one column that holds these texts."""
    column = Column(key=key, heading="Text", cell=lambda row: str(row[key]))
    return Report(title="Texts", columns=(column,), rows=[{key: value} for value in values])


def event_card(record: Row = BURMA) -> Card:
    """Make a card of an event as the command makes it."""
    bare = Report(title="Claims", columns=COLUMNS, rows=(), empty="")
    return Card(
        title=record["title"],
        record=record,
        lines=(
            Line(label="Date", text=record["date"]["text"], tone=Tone.DATE),
            Line(
                label="Participants",
                text="CIA (supporter)\nNationalist Chinese troops, who grew opium themselves later",
            ),
        ),
        sections=(
            Report(title="Related", columns=COLUMNS, rows=[SURVEY], empty=""),
            bare,
            Report(title="Figures", columns=COLUMNS, rows=(), empty="No figures."),
        ),
        notes=("- Corrected: the source says 1951; it was 1950.",),
    )


class Stage(io.TextIOWrapper):
    """A stream that remembers what was written to it, and is a terminal or not, as wanted."""

    def __init__(self, *, encoding: str = "utf-8", terminal: bool = False) -> None:
        """Begin with nothing written."""
        self.bytes = io.BytesIO()
        self.terminal = terminal
        super().__init__(self.bytes, encoding=encoding, newline="", write_through=True)

    def isatty(self) -> bool:
        """Say what the test wants it to be."""
        return self.terminal

    @property
    def text(self) -> str:
        """Give what was written."""
        return self.bytes.getvalue().decode(self.encoding)


def said(
    report: Report | Card,
    format: Format = Format.TABLE,  # noqa: A002 - as the option is called
    *,
    columns: int | None = None,
    encoding: str = "utf-8",
    env: Mapping[str, str] | None = None,
    **options: Any,
) -> str:
    """Show a report and give what was written: on a terminal so many columns wide, or on a pipe."""
    stage = Stage(encoding=encoding, terminal=columns is not None)
    environ = {"TERM": "dumb", **({} if columns is None else {"COLUMNS": str(columns)}), **(env or {})}
    with mock.patch.object(sys, "stdout", stage), mock.patch.dict("os.environ", environ):
        show(report, Shown(format=format, **options))
    return stage.text


def written(report: Report | Card, file: Path, format: Format = Format.TABLE) -> str:  # noqa: A002 - as the option is called
    """Show a report in a file and give what was written there."""
    show(report, Shown(format=format, output=file))
    return file.read_text(encoding="utf-8")
