"""How dates are understood: a card for one, a list for several."""

from collections.abc import Iterable, Iterator

from narcotl.dates import Day, Explanation, explain
from narcotl.errors import DateError
from narcotl.reports.report import Card, Column, Line, Report, Row, Tone

PARTS = ("edtf", "text", "earliest", "latest", "start", "end", "precision", "approximate", "uncertain")
FIELDS = ("input", "valid", "date", *(f"date.{part}" for part in PARTS), "notices", "error", "hint")
"""The fields of a reading."""
COLUMNS = (
    Column(key="input", heading="Typed", cell=lambda row: str(row["input"]), least=10),
    Column(key="date.edtf", heading="EDTF", cell=lambda row: of_date(row, "edtf"), least=10),
    Column(key="date.text", heading="Read as", cell=lambda row: of_date(row, "text") or "not a date", tone=Tone.DATE),
    Column(key="date.earliest", heading="First day", cell=lambda row: of_date(row, "earliest"), least=10),
    Column(key="date.latest", heading="Last day", cell=lambda row: of_date(row, "latest"), least=10),
)


class Answers:
    """The readings of several texts, one after the other; what is no date is told and does not stop the rest."""

    def __init__(self, texts: Iterable[str], today: Day, *, strict: bool) -> None:
        """Keep the texts, which may come from a stream; they are read when the report is written."""
        self.texts = texts
        self.today = today
        self.strict = strict
        self.errors: list[DateError] = []

    def report(self) -> Report:
        """List the readings."""
        return Report(title="Dates", columns=COLUMNS, rows=self.rows())

    def rows(self) -> Iterator[Row]:
        """Read the texts one by one."""
        for text in self.texts:
            try:
                explanation = explain(text, today=self.today, strict=self.strict)
            except DateError as error:
                self.errors.append(error)
                yield {"input": text, "valid": False, "error": error.message, "hint": error.hint}
            else:
                yield {"input": text, "valid": True, "date": explanation.date.to_json(), "notices": notes(explanation)}


def card(text: str, today: Day, *, strict: bool) -> Card:
    """Explain one date; raise DateError if it is none."""
    explanation = explain(text, today=today, strict=strict)
    found = explanation.date.to_json()
    flags = [flag for flag in ("approximate", "uncertain") if found[flag]]
    lines = [
        Line(label="Read as", text=str(found["text"]), tone=Tone.DATE),
        Line(label="EDTF", text=str(found["edtf"])),
        Line(label="First day", text=end(found["earliest"], found["start"])),
        Line(label="Last day", text=end(found["latest"], found["end"])),
        Line(label="Precision", text=", ".join([str(found["precision"]), *flags])),
    ]
    lines += [Line(label="Note", text=note) for note in notes(explanation)]
    record = {"input": text, "valid": True, "date": found, "notices": notes(explanation)}
    return Card(title=text, record=record, lines=tuple(lines))


def notes(explanation: Explanation) -> list[str]:
    """Give the conventions and the notices of a reading."""
    return [*explanation.conventions, *explanation.notices]


def end(day: object, known: object) -> str:
    """Write the first or the last day, or why there is none."""
    return str(day) if day is not None else f"none ({known})"


def of_date(row: Row, key: str) -> str:
    """Write one part of a date, nothing if there is no date."""
    found = row.get("date")
    return str(found[key] or "") if found else ""
