"""The tables of claims with positions, citations and corrections, and of all records."""

from collections.abc import Iterator

from narcotl.exports.json_lines import compact, own
from narcotl.exports.tables.table import (
    IDENTITY,
    Table,
    Values,
    date_values,
    dated,
    id_of,
    ids,
    integer,
    reference,
    same,
    several,
    text,
    truth,
)
from narcotl.model.vocab.base import RecordKind
from narcotl.reports import cells
from narcotl.reports.report import Row

CLAIM = (RecordKind.CLAIM,)
CORRECTION = (RecordKind.CORRECTION,)
ANNOTATION = (RecordKind.ANNOTATION,)
EVERYTHING = tuple(RecordKind)


def record(row: Row) -> Iterator[Values]:
    """Make the row of any record."""
    yield {"id": row["id"], "kind": row["kind"], "name": name(row), "json": compact(own(row))}


def name(row: Row) -> str:
    """Name a record of any kind."""
    if row["kind"] == RecordKind.FIGURE.value:
        return cells.figure(row)
    return str(row.get("title") or row.get("proposition") or row.get("name") or row.get("should_be") or row["id"])


def claim(row: Row) -> Iterator[Values]:
    """Make the row of a claim."""
    about = row.get("about") or {}
    yield {
        **same(row, "id", "proposition", "does_not_claim", "topics", "note", "match"),
        "about_series": about.get("series"),
        "about_occurrence": bool(about.get("occurrence")),
    }


def claim_subjects(row: Row) -> Iterator[Values]:
    """Make a row for each record that a claim is about."""
    about = row.get("about") or {}
    for kind in ("event", "actor", "figure", "region"):
        for subject in about.get(kind) or ():
            yield {"claim": row["id"], "kind": kind, "record": subject["id"]}


def claim_relations(row: Row) -> Iterator[Values]:
    """Make a row for each relation of a claim to another."""
    for relation in row.get("relates") or ():
        yield {
            "claim": row["id"],
            "relation": relation["rel"],
            "other": relation["claim"]["id"],
            **same(relation, "note"),
        }


def positions(row: Row) -> Iterator[Values]:
    """Make a row for each position on a claim."""
    for part, position in enumerate(row["positions"], 1):
        yield {
            "claim": row["id"],
            "position": part,
            "actor": id_of(position.get("actor")),
            **same(position, "stance", "polarity", "gist", "interest", "hedge", "scope"),
            **date_values("said", position.get("said")),
            "reverses": id_of(position.get("reverses")),
            "source": id_of(position["source"]),
            "via": ids(position.get("via") or ()),
            **same(position, "locator", "confidence"),
        }


def citations(row: Row) -> Iterator[Values]:
    """Make a row for each citation of a record; those of positions stand with them."""
    flat = [row] if row["kind"] == RecordKind.FIGURE.value and row.get("source") else []
    for part, citation in enumerate((*(row.get("sources") or ()), *(row.get("basis") or ()), *flat), 1):
        yield {
            "record": row["id"],
            "position": part,
            "source": id_of(citation["source"]),
            "via": ids(citation.get("via") or ()),
            **same(citation, "locator", "link", "confidence"),
            "note": None if citation is row else citation.get("note"),
        }


def correction(row: Row) -> Iterator[Values]:
    """Make the row of a correction."""
    target = row["target"]
    yield {
        **same(row, "id", "type", "says", "should_be", "certainty", "note"),
        "source": id_of(target.get("source")),
        "record": id_of(target.get("entity")),
        **same(target, "text", "field", "locator"),
        "reported": (row.get("reported") or {}).get("edtf"),
    }


def corrected(row: Row) -> Iterator[Values]:
    """Make a row for each record on which a correction is shown."""
    for target in ids(row.get("applies_to") or ()):
        yield {"correction": row["id"], "record": target}


def annotation(row: Row) -> Iterator[Values]:
    """Make the row of an annotation."""
    yield {
        **same(row, "id", "note", "by", "layer"),
        "record": id_of(row["of"]),
        "tags": list(row.get("tags") or ()),
        "made": (row.get("made") or {}).get("edtf"),
    }


THE_CLAIM = reference("claim", "claims", "the claim", required=True)
NOTE = text("note", "what else there is to say", searched=True)
ORIGIN = reference("source", "sources", "the source that says so: the origin", required=True)
CHAIN = several("via", "the ids of those that cite it, outwards; the last one was read")

RECORDS = (
    Table(
        name="records",
        about="every record, with all that it holds as JSON",
        kinds=EVERYTHING,
        columns=(
            IDENTITY,
            text("kind", "the kind of record, and the table that has it in columns"),
            text("name", "its name or title", searched=True),
            text("json", "the whole record, as `narcotl export jsonl` prints it"),
        ),
        rows=record,
        key=("id",),
    ),
)
STATEMENTS = (
    Table(
        name="claims",
        about="neutral propositions on which somebody takes a position",
        kinds=CLAIM,
        columns=(
            IDENTITY,
            text("proposition", "what is claimed", required=True, searched=True),
            text("does_not_claim", "what the source expressly does not say", searched=True),
            several("topics", "what it has to do with"),
            text("about_series", "the series of figures that it is about"),
            truth("about_occurrence", "whether it says that the events happened at all"),
            NOTE,
            text("match", "certain or possible; empty if nothing was asked for"),
        ),
        rows=claim,
        key=("id",),
    ),
    Table(
        name="claim_subjects",
        about="what a claim is about",
        kinds=CLAIM,
        columns=(
            THE_CLAIM,
            text("kind", "event, actor, figure or region"),
            reference("record", "records", "what it is about", required=True),
        ),
        rows=claim_subjects,
    ),
    Table(
        name="claim_relations",
        about="how claims bear on each other",
        kinds=CLAIM,
        columns=(
            THE_CLAIM,
            text("relation", "supports, contrary, contradictory or undercuts"),
            reference("other", "claims", "the other claim", required=True),
            text("note", "why"),
        ),
        rows=claim_relations,
    ),
    Table(
        name="positions",
        about="who took which position on a claim, when, and who says so",
        kinds=CLAIM,
        columns=(
            THE_CLAIM,
            integer("position", "the place among the positions on the claim"),
            reference("actor", "actors", "who takes it; empty if it is the source itself"),
            text("stance", "asserts, alleges, denies, ..."),
            text("polarity", "+ for it, - against it, 0 between"),
            *dated("said", "when it was said"),
            text("gist", "what was said, in other words", searched=True),
            text("interest", "what the actor stands to gain or lose by it"),
            text("hedge", "the words that weaken it"),
            text("scope", "full or partial"),
            reference("reverses", "actors", "the actor whose earlier positions no longer count"),
            ORIGIN,
            CHAIN,
            text("locator", "where in the work that was read"),
            text("confidence", "how sure the citation is"),
        ),
        rows=positions,
    ),
    Table(
        name="citations",
        about="which record rests on which source, and through whose hands it came",
        kinds=EVERYTHING,
        columns=(
            reference("record", "records", "the record", required=True),
            integer("position", "the place among its citations"),
            ORIGIN,
            CHAIN,
            text("locator", "where in the work that was read"),
            text("link", "what it does with the work that it cites"),
            text("confidence", "how sure the citation is"),
            text("note", "what else there is to say"),
        ),
        rows=citations,
    ),
    Table(
        name="corrections",
        about="what is wrong in a source or a record, and what should stand there",
        kinds=CORRECTION,
        columns=(
            IDENTITY,
            text("type", "what sort of mistake it is"),
            text("says", "what is wrong", searched=True),
            text("should_be", "what should stand there", searched=True),
            text("certainty", "certain, probable, or suspected and not applied"),
            reference("source", "sources", "the source that is wrong"),
            text("text", "its wording"),
            text("locator", "where it stands"),
            reference("record", "records", "the record that is wrong"),
            text("field", "the field that is wrong"),
            text("reported", "when the mistake was reported, in EDTF"),
            NOTE,
        ),
        rows=correction,
        key=("id",),
    ),
    Table(
        name="corrected",
        about="on which records a correction is shown",
        kinds=CORRECTION,
        columns=(
            reference("correction", "corrections", "the correction", required=True),
            reference("record", "records", "the record on which it is shown", required=True),
        ),
        rows=corrected,
    ),
    Table(
        name="annotations",
        about="what is added to records; the positions and sources that it adds stand among those of the record",
        kinds=ANNOTATION,
        columns=(
            IDENTITY,
            reference("record", "records", "the record that is annotated", required=True),
            NOTE,
            several("tags", "the tags"),
            text("by", "who says so"),
            text("made", "when it was written, in EDTF"),
            text("layer", "the store that it is from, if it is not the first one"),
        ),
        rows=annotation,
        key=("id",),
    ),
)
"""The tables of statements."""
