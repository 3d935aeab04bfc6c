"""The rows that tables of the index have of a record: its dates, places, people, labels, citations and words."""

from collections.abc import Iterable
from typing import Any, TypeAlias

from narcotl.dates import FuzzyDate
from narcotl.index.dated import dated, dated_together
from narcotl.model.records import Alias, Citation, Record
from narcotl.select.fold import fold

Tables: TypeAlias = dict[str, list[tuple[Any, ...]]]
"""Rows that wait to be written, by table."""

ID, NAME, ALIAS, MISSPELT = range(4)
"""How good a name is: an exact id is taken before a name, and a name before an alias."""


class Rows:
    """Collects what is written into the tables about one record after the other."""

    __slots__ = ("body", "dates", "id", "kind", "labels", "links", "sort", "status", "tables", "type")

    def __init__(self, record: Record, tables: Tables) -> None:
        """Begin a record; its rows are added to those that wait for each table."""
        self.id = record.id
        self.kind = str(record.KIND)
        self.tables = tables
        self.type: str | None = None
        self.status: str | None = None
        self.sort = ""
        self.dates: list[FuzzyDate] = []
        self.labels: dict[tuple[str, str, str], None] = {}
        """Its labels, by facet, its kind, and the word; a mapping keeps the order, and each label once."""
        self.links: list[str] = []
        """The places and actors that it is linked to."""
        self.body: list[str | None] = []

    def add(self, table: str, *row: Any) -> None:
        """Add one row, to be headed by the id of the record."""
        self.tables[table].append((self.id, *row))

    def name(self, name: str, rank: int = NAME) -> None:
        """Add a name by which the record is found."""
        self.tables["names"].append((fold(name), self.id, self.kind, rank, name))

    def cite(self, citations: Iterable[Citation], part: int | None = None) -> None:
        """Add citations, and make every work in their chains a label."""
        for citation in citations:
            chain = citation.chain
            sure = str(citation.confidence) if citation.confidence else None
            row = self.id, part, chain[0], chain[-1], " ".join(chain), citation.locator, sure
            self.tables["citations"].append(row)
            for source in chain:
                self.labels["source", self.kind, source] = None
            if citation.note:
                self.body.append(citation.note)

    def label(self, facet: str, values: Iterable[str]) -> None:
        """Add labels of one facet."""
        for value in values:
            self.labels[facet, self.kind, str(value)] = None

    def involve(self, role: str, actors: Iterable[str | None]) -> None:
        """Add actors in one role."""
        for actor in actors:
            if actor is not None:
                self.tables["involvements"].append((self.id, actor, role))
                self.links.append(actor)

    def place(self, region: str) -> None:
        """Add a place."""
        self.add("placings", region)
        self.links.append(region)

    def alias(self, aliases: Iterable[Alias]) -> None:
        """Add other names; a misspelt one is found as well, after all others."""
        for alias in aliases:
            self.name(alias.name, MISSPELT if alias.error else ALIAS)
            self.body.append(alias.name)

    def date(self, main: FuzzyDate | None, others: Iterable[FuzzyDate | None] = ()) -> None:
        """Add the date that the record is sorted by, and others that it may also be found by."""
        if main is not None:
            self.sort = dated(main.edtf).sort
            self.dates.append(main)
        self.dates += [date for date in others if date is not None]

    def finish(self, number: int) -> tuple[int | None, int | None, int]:
        """Add the rows of all dates and labels, and give the hull of the days and how many spans there are."""
        name = self.id
        self.tables["labelled"] += [(number, label) for label in self.labels]
        if not self.dates:
            return None, None, 0
        known = dated(self.dates[0].edtf) if len(self.dates) == 1 else dated_together(self.dates)
        if len(known.spans) > 1:
            self.tables["spans"] += [(name, *span) for span in known.spans]
        if known.yearly:
            self.tables["yearly"] += [(name, *days) for days in known.yearly]
        return known.earliest, known.latest, len(known.spans)
