"""The tables of events and figures."""

from collections.abc import Iterator

from narcotl.exports.tables.table import (
    IDENTITY,
    Table,
    Values,
    date_values,
    dated,
    id_of,
    ids,
    integer,
    named,
    number,
    reference,
    same,
    several,
    text,
    truth,
)
from narcotl.model.vocab.base import RecordKind
from narcotl.reports import cells
from narcotl.reports.report import Row

NOTE = text("note", "what else there is to say", searched=True)
MATCH = text("match", "certain, or possible if the record only may be what was asked for; empty if nothing was")
EVENT = (RecordKind.EVENT,)
FIGURE = (RecordKind.FIGURE,)


def event(row: Row) -> Iterator[Values]:
    """Make the row of an event."""
    basis = row.get("date_basis") or {}
    yield {
        **same(row, "id", "title", "summary", "status", "date_as_written", "date_of", "awaiting", "note", "match"),
        **same(row, "kinds", "topics"),
        **date_values("date", row["date"]),
        "date_basis": basis.get("kind"),
        "date_note": basis.get("note"),
    }


def event_dates(row: Row) -> Iterator[Values]:
    """Make a row for each other date of an event."""
    for other in row.get("date_alt") or ():
        yield {
            "event": row["id"],
            **date_values("date", other["date"]),
            "by": named(other.get("by")),
            **same(other, "rank", "note"),
        }


def event_regions(row: Row) -> Iterator[Values]:
    """Make a row for each place of an event."""
    for place in row["regions"]:
        yield {"event": row["id"], "region": place["id"], **same(place, "geo_precision", "as_written", "note")}


def event_participants(row: Row) -> Iterator[Values]:
    """Make a row for each participant of an event."""
    for position, part in enumerate(row["participants"], 1):
        yield {
            "event": row["id"],
            "position": position,
            "actor": id_of(part.get("actor")),
            "name": cells.participant(part),
            **same(part, "role", "as_written", "note"),
            "contested": bool(part.get("contested")),
        }


def event_relations(row: Row) -> Iterator[Values]:
    """Make a row for each relation of an event to another."""
    for related in row.get("related") or ():
        yield {"event": row["id"], "relation": related["rel"], "other": related["event"]["id"], **same(related, "note")}


def event_claims(row: Row) -> Iterator[Values]:
    """Make a row for each claim about an event."""
    for claim in ids(row.get("claims") or ()):
        yield {"event": row["id"], "claim": claim}


def event_figures(row: Row) -> Iterator[Values]:
    """Make a row for each figure of an event."""
    for figure in ids(row.get("figures") or ()):
        yield {"event": row["id"], "figure": figure}


def figure(row: Row) -> Iterator[Values]:
    """Make the row of a figure."""
    change, derived = row.get("change") or {}, row.get("derived") or {}
    yield {
        **same(row, "id", "value", "low", "high", "best", "op", "unit", "missing", "scope", "substance", "method"),
        **same(row, "series", "obs_status", "agency_basis", "comparable", "note", "match"),
        "name": cells.figure(row),
        "measure": id_of(row["measure"]),
        "region": id_of(row["region"]),
        "agency": id_of(row.get("agency")),
        "previous": id_of(row.get("previous")),
        "change_percent": change.get("pct"),
        "change_from": (change.get("from") or {}).get("edtf"),
        "formula": derived.get("formula"),
        **date_values("period", row["period"]),
        **date_values("vintage", row.get("vintage")),
    }


def figure_written(row: Row) -> Iterator[Values]:
    """Make a row for each other unit in which a source writes a figure."""
    for written in row.get("also_written") or ():
        yield {"figure": row["id"], **same(written, "op", "value", "low", "high", "unit")}


def figure_inputs(row: Row) -> Iterator[Values]:
    """Make a row for each figure that one was computed from."""
    for origin in ids((row.get("derived") or {}).get("from") or ()):
        yield {"figure": row["id"], "input": origin}


def figure_claims(row: Row) -> Iterator[Values]:
    """Make a row for each claim about a figure."""
    for claim in ids(row.get("claims") or ()):
        yield {"figure": row["id"], "claim": claim}


THE_EVENT = reference("event", "events", "the event", required=True)
THE_FIGURE = reference("figure", "figures", "the figure", required=True)
A_CLAIM = reference("claim", "claims", "a claim about it", required=True)

EVENTS = (
    Table(
        name="events",
        about="what happened, in order of time",
        kinds=EVENT,
        columns=(
            IDENTITY,
            *dated("date", "when it happened"),
            text("title", "what happened, in one sentence", required=True, searched=True),
            text("summary", "a little more about it", searched=True),
            text("status", "how far it is agreed that it happened"),
            several("kinds", "what sort of thing happened"),
            several("topics", "what it has to do with"),
            text("date_as_written", "the date in the words of the source"),
            text("date_basis", "how the date was come by"),
            text("date_note", "how exactly"),
            text("date_of", "what the date is the date of"),
            text("awaiting", "what a planned event still needed"),
            NOTE,
            MATCH,
        ),
        rows=event,
        key=("id",),
    ),
    Table(
        name="event_dates",
        about="other dates that somebody gives to an event",
        kinds=EVENT,
        columns=(
            THE_EVENT,
            *dated("date", "the other date"),
            text("by", "who gives it"),
            text("rank", "which date to prefer"),
            text("note", "why"),
        ),
        rows=event_dates,
    ),
    Table(
        name="event_regions",
        about="where events happened",
        kinds=EVENT,
        columns=(
            THE_EVENT,
            reference("region", "regions", "where it happened", required=True),
            text("geo_precision", "how exactly that is known"),
            text("as_written", "the place in the words of the source"),
            text("note", "what else there is to say"),
        ),
        rows=event_regions,
    ),
    Table(
        name="event_participants",
        about="who took part in events, as what",
        kinds=EVENT,
        columns=(
            THE_EVENT,
            integer("position", "the place among the participants"),
            reference("actor", "actors", "who took part; empty if it is only a name"),
            text("name", "the name"),
            text("role", "as what"),
            text("as_written", "the name in the words of the source"),
            truth("contested", "whether somebody denies it"),
            text("note", "what else there is to say"),
        ),
        rows=event_participants,
    ),
    Table(
        name="event_relations",
        about="how events bear on each other",
        kinds=EVENT,
        columns=(
            THE_EVENT,
            text("relation", "how it bears on the other one: part_of, response_to, ..."),
            reference("other", "events", "the other event", required=True),
            text("note", "who says so, or why"),
        ),
        rows=event_relations,
    ),
    Table(
        name="event_claims",
        about="the claims about an event",
        kinds=EVENT,
        columns=(THE_EVENT, A_CLAIM),
        rows=event_claims,
    ),
    Table(
        name="event_figures",
        about="the figures of an event",
        kinds=EVENT,
        columns=(THE_EVENT, reference("figure", "figures", "a figure that belongs to it", required=True)),
        rows=event_figures,
    ),
)
FIGURES = (
    Table(
        name="figures",
        about="numbers, each with who counted what, where and when",
        kinds=FIGURE,
        columns=(
            IDENTITY,
            text("name", "what it counts, where and when", searched=True),
            reference("measure", "measures", "what it counts"),
            reference("region", "regions", "where"),
            *dated("period", "the time that it is about"),
            text("op", "what the value is a bound of: =, ~, <, ..."),
            number("value", "the number"),
            number("low", "the lower end of a range"),
            number("high", "the upper end of a range"),
            number("best", "the best number within a range"),
            text("unit", "the unit"),
            text("missing", "why there is no number"),
            reference("agency", "actors", "who counted"),
            text("agency_basis", "how that is known"),
            *dated("vintage", "when it was published"),
            text("scope", "what it is a figure of, where a measure has several scopes"),
            text("substance", "the substance"),
            text("method", "how it was counted"),
            text("series", "the series that it belongs to"),
            text("obs_status", "what sort of statement it is"),
            number("change_percent", "the change that the source states with it, in percent"),
            text("change_from", "the time from which the change is counted, in EDTF"),
            reference("previous", "figures", "the figure before it"),
            text("formula", "how it was computed from others"),
            text("comparable", "what it can be compared with"),
            NOTE,
            MATCH,
        ),
        rows=figure,
        key=("id",),
    ),
    Table(
        name="figure_written",
        about="figures as a source writes them in another unit",
        kinds=FIGURE,
        columns=(
            THE_FIGURE,
            text("op", "what the value is a bound of"),
            number("value", "the number"),
            number("low", "the lower end of a range"),
            number("high", "the upper end of a range"),
            text("unit", "the other unit"),
        ),
        rows=figure_written,
    ),
    Table(
        name="figure_inputs",
        about="the figures that one was computed from",
        kinds=FIGURE,
        columns=(THE_FIGURE, reference("input", "figures", "a figure that it was computed from", required=True)),
        rows=figure_inputs,
    ),
    Table(
        name="figure_claims",
        about="the claims about a figure",
        kinds=FIGURE,
        columns=(THE_FIGURE, A_CLAIM),
        rows=figure_claims,
    ),
)
"""The tables of figures."""
