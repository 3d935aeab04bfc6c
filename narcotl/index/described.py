"""What the index says of a record of each kind."""

from collections.abc import Callable
from typing import Any, Final

from narcotl.dates import ENDLESS_FUTURE, ENDLESS_PAST, FuzzyDate
from narcotl.index.dated import dated
from narcotl.index.rows import ALIAS, ID, Rows, Tables
from narcotl.model.records import (
    Actor,
    Annotation,
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


def region(record: Region, rows: Rows) -> None:
    """Add what is particular to a region."""
    rows.type = str(record.kind)
    rows.label("kind", [rows.type])
    rows.name(record.name)
    rows.alias(record.aliases)
    rows.place(record.id)
    for part in record.part_of:
        rows.add("region_parts", part.id)
    for other in record.overlaps:
        rows.add("region_overlaps", other)
    rows.cite(record.sources)
    rows.body.append(record.note)


def actor(record: Actor, rows: Rows) -> None:
    """Add what is particular to an actor."""
    rows.type = str(record.kind)
    rows.label("kind", [rows.type])
    rows.name(record.name)
    rows.alias(record.aliases)
    rows.involve("self", [record.id])
    for part in record.part_of:
        rows.add("actor_parts", part.id, None, *bounds(part.when), *when(part.when))
    for office in record.offices:
        rows.add("actor_parts", office.of, office.title, *bounds(office.when), *when(office.when))
    rows.cite(record.sources)
    rows.body += [*(office.title for office in record.offices), record.note, *record.interests]


def source(record: Source, rows: Rows) -> None:
    """Add what is particular to a source."""
    rows.type = str(record.type)
    rows.status = "read" if record.read else "cited"
    rows.name(record.title)
    rows.date(record.issued)
    rows.involve("author", record.author)
    if record.part_of:
        rows.add("source_parts", record.part_of)
    rows.label("source", [record.id])
    rows.label("status", [rows.status])
    rows.label("kind", [rows.type])
    rows.cite(record.sources)
    rows.body += [*record.author, record.container, record.publisher, record.note, *record.interests]


def measure(record: Measure, rows: Rows) -> None:
    """Add what is particular to a measure."""
    rows.name(record.name)
    for word in record.words:
        rows.name(word, ALIAS)
    rows.cite(record.sources)
    rows.body += [record.counts, record.note, *record.words]


def event(record: Event, rows: Rows) -> None:
    """Add what is particular to an event."""
    # The most frequent kind by far: its rows are put down without a detour.
    name, labels, body, links, tables = rows.id, rows.labels, rows.body, rows.links, rows.tables
    bearer, rows.status = rows.kind, str(record.status)
    rows.sort = dated(record.date.edtf).sort
    rows.dates = [record.date, *[other.date for other in record.date_alt]]
    for placing in record.regions:
        tables["placings"].append((name, placing.id))
        links.append(placing.id)
    for one in record.participants:
        if one.actor is not None:
            tables["involvements"].append((name, one.actor, str(one.role) if one.role else "participant"))
            links.append(one.actor)
        body += (one.name, one.as_written, one.note)
    for kind in record.kinds:
        labels["kind", bearer, str(kind)] = None
    for topic in record.topics:
        labels["topic", bearer, topic] = None
    labels["status", bearer, rows.status] = None
    rows.cite(record.sources)
    body += (record.summary, record.awaiting, record.date_as_written, record.note)
    body += [placing.as_written for placing in record.regions]


def claim(record: Claim, rows: Rows) -> None:
    """Add what is particular to a claim."""
    dates = sorted((p.said for p in record.positions if p.said is not None), key=lambda date: dated(date.edtf).sort)
    rows.date(dates[0] if dates else None, dates[1:])
    standing = record.standing()
    rows.label("contested", ["yes" if record.contested else "no"])
    if record.about is not None:
        for region in record.about.region:
            rows.place(region)
        rows.involve("about", record.about.actor)
        about = record.about
        rows.label("about", (*about.event, *about.actor, *about.figure, *about.region))
        rows.label("occurrence", about.event if about.occurrence else ())
    for part, position in enumerate(record.positions, 1):
        rows.tables["positions"].append((rows.id, part, *position_row(position), int(part - 1 in standing)))
        rows.involve(str(position.stance), (position.actor,))
        rows.cite((position.citation,), part)
        rows.body += (position.gist, position.interest, position.hedge)
    rows.label("kind", sorted({str(position.stance) for position in record.positions}))
    rows.label("topic", record.topics)
    rows.body += [record.note, record.does_not_claim]


def figure(record: Figure, rows: Rows) -> None:
    """Add what is particular to a figure."""
    rows.type = record.measure
    rows.date(record.period)
    for span in record.vintage.spans() if record.vintage else ():
        rows.add("vintages", *span)
    rows.add("amounts", record.measure, record.region, *bounds(record.period))
    rows.place(record.region)
    rows.involve("agency", [record.agency])
    rows.label("measure", [record.measure])
    if record.obs_status is not None:
        rows.status = str(record.obs_status)
        rows.label("status", [rows.status])
    rows.cite([record.citation] if record.citation else [])
    rows.body += [record.scope, record.substance, record.method, record.note]


def correction(record: Correction, rows: Rows) -> None:
    """Add what is particular to a correction."""
    rows.type = str(record.kind)
    rows.date(record.reported)
    targets = {*record.applies_to, *([record.target.entity] if record.target.entity else [])}
    rows.tables["corrected"].extend([(target, record.id) for target in sorted(targets)])
    if record.target.source is not None:
        rows.label("source", [record.target.source])
    rows.label("kind", [rows.type])
    rows.label("status", [record.certainty])
    rows.cite(record.basis)
    rows.body += [record.target.text, record.says, record.note]


def annotation(record: Annotation, rows: Rows) -> None:
    """Add what is particular to an annotation."""
    # Its positions and sources are those of the record that it annotates: see `narcotl.index.additions`.
    rows.date(record.made)
    rows.label("tag", record.tags)
    rows.body += [record.note, *record.tags, record.by]


def bounds(date: FuzzyDate | None) -> tuple[int, int]:
    """Give the hull of a date, or of all time."""
    if date is None:
        return ENDLESS_PAST, ENDLESS_FUTURE
    known = dated(date.edtf)
    return known.earliest, known.latest


def when(date: FuzzyDate | None) -> tuple[int, str | None]:
    """Say whether something is dated, and how that reads."""
    return int(date is not None), date.text if date else None


def position_row(position: Position) -> tuple[Any, ...]:
    """Give the columns of a position between its number and whether it stands."""
    stance, origin = position.stance, position.citation.source
    who = position.actor, str(stance), str(stance.polarity)
    if position.said is None:
        return (*who, None, "~", position.gist, position.reverses, origin, ENDLESS_PAST, ENDLESS_FUTURE)
    said = position.said.edtf
    known = dated(said)
    return (*who, said, known.sort, position.gist, position.reverses, origin, known.earliest, known.latest)


DESCRIBE: Final[dict[type[Record], Callable[[Any, Rows], None]]] = {
    Region: region,
    Actor: actor,
    Source: source,
    Measure: measure,
    Event: event,
    Claim: claim,
    Figure: figure,
    Correction: correction,
    Annotation: annotation,
}
"""What adds what is particular to the kind of a record."""


def described(record: Record, tables: Tables) -> Rows:
    """Add the rows of a record to those that wait, but for its labels and dates."""
    rows = Rows(record, tables)
    rows.name(record.id, ID)
    DESCRIBE[record.__class__](record, rows)
    rows.sort = rows.sort or "~" + fold(record.shown)
    return rows
