"""What the index says of a record: its dates, places, people, labels, citations and words."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import singledispatch

from narcotl.dates import ENDLESS_FUTURE, ENDLESS_PAST, FuzzyDate
from narcotl.model.records import (
    Actor,
    Alias,
    Citation,
    Claim,
    Correction,
    Event,
    Figure,
    Measure,
    Position,
    Record,
    Region,
    Source,
)
from narcotl.select.fold import fold

ID, NAME, ALIAS, MISSPELT = range(4)
"""How good a name is: an exact id is taken before a name, and a name before an alias."""


@dataclass(slots=True)
class Rows:
    """The rows of one record, by table; without the column `record`, which is the same in all of them."""

    type: str | None = None
    status: str | None = None
    sort: str = ""
    dates: list[FuzzyDate] = field(default_factory=list)
    vintages: list[FuzzyDate] = field(default_factory=list)
    amounts: list[tuple[str, str, int, int]] = field(default_factory=list)
    placings: list[str] = field(default_factory=list)
    involvements: list[tuple[str, str]] = field(default_factory=list)
    labels: set[tuple[str, str]] = field(default_factory=set)
    citations: list[tuple[int | None, Citation]] = field(default_factory=list)
    positions: list[tuple[Position, bool]] = field(default_factory=list)
    """Positions, each with whether it stands or was taken back later."""
    corrected: list[str] = field(default_factory=list)
    source_parts: list[str] = field(default_factory=list)
    region_parts: list[str] = field(default_factory=list)
    region_overlaps: list[str] = field(default_factory=list)
    actor_parts: list[tuple[str, str | None, FuzzyDate | None]] = field(default_factory=list)
    names: list[tuple[str, int]] = field(default_factory=list)
    body: list[str | None] = field(default_factory=list)

    def cite(self, citations: Iterable[Citation], part: int | None = None) -> None:
        """Add citations, and make every work in their chains a label."""
        for citation in citations:
            self.citations.append((part, citation))
            self.labels.update(("source", work) for work in citation.chain)
            self.body.append(citation.note)

    def label(self, facet: str, values: Iterable[str]) -> None:
        """Add labels of one facet."""
        self.labels.update((facet, str(value)) for value in values)

    def involve(self, role: str, actors: Iterable[str | None]) -> None:
        """Add actors in one role."""
        self.involvements.extend((actor, role) for actor in actors if actor is not None)

    def alias(self, aliases: Iterable[Alias]) -> None:
        """Add other names; a misspelt one is found as well, after all others."""
        self.names.extend((alias.name, MISSPELT if alias.error else ALIAS) for alias in aliases)

    def date(self, main: FuzzyDate | None, others: Iterable[FuzzyDate | None] = ()) -> None:
        """Add the date that the record is sorted by, and others that it may also be found by."""
        self.sort = main.order_text if main is not None else self.sort
        self.dates.extend(date for date in (main, *others) if date is not None)

    def spans(self) -> list[tuple[int, int]]:
        """Give the intervals of days of all dates."""
        return [span for date in self.dates for span in date.spans()]


def rows_of(record: Record) -> Rows:
    """Collect the rows of a record."""
    rows = Rows(sort="~" + fold(record.shown))
    rows.names.append((record.id, ID))
    describe(record, rows)
    return rows


@singledispatch
def describe(record: Record, rows: Rows) -> None:  # noqa: ARG001 - what the kinds below fill
    """Add what is particular to the kind of the record."""
    raise TypeError(record.KIND)


@describe.register
def _(record: Region, rows: Rows) -> None:
    rows.type = record.kind
    rows.label("kind", [record.kind])
    rows.names.append((record.name, NAME))
    rows.alias(record.aliases)
    rows.placings.append(record.id)
    rows.region_parts.extend(part.id for part in record.part_of)
    rows.region_overlaps.extend(record.overlaps)
    rows.cite(record.sources)
    rows.body += [alias.name for alias in record.aliases] + [record.note]


@describe.register
def _(record: Actor, rows: Rows) -> None:
    rows.type = record.kind
    rows.label("kind", [record.kind])
    rows.names.append((record.name, NAME))
    rows.alias(record.aliases)
    rows.involve("self", [record.id])
    rows.actor_parts.extend((part.id, None, part.when) for part in record.part_of)
    rows.actor_parts.extend((office.of, office.title, office.when) for office in record.offices)
    rows.cite(record.sources)
    rows.body += [alias.name for alias in record.aliases] + [office.title for office in record.offices]
    rows.body += [record.note, *record.interests]


@describe.register
def _(record: Source, rows: Rows) -> None:
    rows.type = record.type
    rows.status = "read" if record.read else "cited"
    rows.names.append((record.title, NAME))
    rows.date(record.issued)
    rows.involve("author", record.author)
    rows.source_parts.extend([record.part_of] if record.part_of else [])
    rows.label("source", [record.id])
    rows.label("status", [rows.status])
    rows.label("kind", [record.type])
    rows.cite(record.sources)
    rows.body += [*record.author, record.container, record.publisher, record.note, *record.interests]


@describe.register
def _(record: Measure, rows: Rows) -> None:
    rows.names.append((record.name, NAME))
    rows.names.extend((word, ALIAS) for word in record.words)
    rows.cite(record.sources)
    rows.body += [record.counts, record.note, *record.words]


@describe.register
def _(record: Event, rows: Rows) -> None:
    rows.status = record.status
    rows.date(record.date, [other.date for other in record.date_alt])
    rows.placings.extend(placing.id for placing in record.regions)
    for participant in record.participants:
        rows.involve(participant.role or "participant", [participant.actor])
        rows.body += [participant.name, participant.as_written, participant.note]
    rows.label("kind", record.kinds)
    rows.label("topic", record.topics)
    rows.label("status", [record.status])
    rows.cite(record.sources)
    rows.body += [record.summary, record.awaiting, record.date_as_written, record.note]
    rows.body += [placing.as_written for placing in record.regions]


@describe.register
def _(record: Claim, rows: Rows) -> None:
    dates = sorted((p.said for p in record.positions if p.said is not None), key=lambda date: date.sort_key)
    rows.date(dates[0] if dates else None, dates[1:])
    standing = record.standing()
    rows.positions = [(position, place in standing) for place, position in enumerate(record.positions)]
    rows.label("contested", ["yes" if record.contested else "no"])
    if record.about is not None:
        rows.placings.extend(record.about.region)
        rows.involve("about", record.about.actor)
        about = record.about
        rows.label("about", (*about.event, *about.actor, *about.figure, *about.region))
        rows.label("occurrence", about.event if about.occurrence else ())
    for part, position in enumerate(record.positions, 1):
        rows.involve(position.stance, [position.actor])
        rows.cite([position.citation], part)
        rows.body += [position.gist, position.interest, position.hedge]
    rows.label("kind", {position.stance for position in record.positions})
    rows.label("topic", record.topics)
    rows.body += [record.note, record.does_not_claim]


@describe.register
def _(record: Figure, rows: Rows) -> None:
    rows.type = record.measure
    rows.date(record.period)
    rows.vintages.extend([record.vintage] if record.vintage else [])
    rows.amounts.append((record.measure, record.region, *bounds(record.period)))
    rows.placings.append(record.region)
    rows.involve("agency", [record.agency])
    rows.label("measure", [record.measure])
    if record.obs_status is not None:
        rows.status = record.obs_status
        rows.label("status", [record.obs_status])
    rows.cite([record.citation] if record.citation else [])
    rows.body += [record.scope, record.substance, record.method, record.note]


@describe.register
def _(record: Correction, rows: Rows) -> None:
    rows.type = record.kind
    rows.date(record.reported)
    rows.corrected.extend({*record.applies_to, *([record.target.entity] if record.target.entity else [])})
    if record.target.source is not None:
        rows.label("source", [record.target.source])
    rows.label("kind", [record.kind])
    rows.label("status", [record.certainty])
    rows.cite(record.basis)
    rows.body += [record.target.text, record.says, record.note]


def bounds(date: FuzzyDate | None) -> tuple[int, int]:
    """Give the hull of a date, or of all time."""
    spans = date.spans() if date is not None else ()
    if not spans:
        return ENDLESS_PAST, ENDLESS_FUTURE
    return min(first for first, _ in spans), max(last for _, last in spans)
