"""The views of events and of what belongs to them."""

from typing import Final

from narcotl.index.views.shape import FILE, ID, SORT, Column, View, dated, each, item, named, of_kind, stated

EVENTS: Final = (
    View(
        "events",
        "what happened: one row an event",
        of_kind("event"),
        (
            ID,
            Column("title", "r.name", "one neutral sentence"),
            *dated("date", "when it happened"),
            stated("date_precision", "day, month, year, decade, interval, ...", "date.precision"),
            stated("approximate", "1 if the date is approximate", "date.approximate"),
            stated("uncertain", "1 if the date is uncertain", "date.uncertain"),
            Column("status", "r.status", "documented, reported, alleged, disputed, planned, ..."),
            stated("summary", "what happened, in a few sentences"),
            stated("note", "what else is to be said of it"),
            SORT,
            *FILE,
        ),
    ),
    View(
        "event_actors",
        "who took part in an event, and as what",
        each("event", "participants"),
        (
            Column("event", "r.id", "the event (id)"),
            *named("json_extract(i.value, '$.actor.id')", "actor", "who; null for a name without a record"),
            item("name", "a name that has no record"),
            item("role", "lead, target, victim, ..."),
            item("as_written", "as the source writes it"),
            item("contested", "1 if somebody contests it"),
        ),
    ),
    View(
        "event_regions",
        "where an event happened",
        each("event", "regions"),
        (
            Column("event", "r.id", "the event (id)"),
            *named("json_extract(i.value, '$.id')", "region", "where"),
            item("geo_precision", "how exactly the place is known"),
            item("as_written", "as the source writes it"),
        ),
    ),
    View(
        "event_kinds",
        "of which kinds an event is",
        each("event", "kinds"),
        (Column("event", "r.id", "the event (id)"), Column("kind", "i.value", "policy, seizure, killing, ...")),
    ),
    View(
        "event_topics",
        "which topics an event is on",
        each("event", "topics"),
        (Column("event", "r.id", "the event (id)"), Column("topic", "i.value", "coca, opium, laundering, ...")),
    ),
    View(
        "event_relations",
        "how an event bears on another one",
        each("event", "related"),
        (
            Column("event", "r.id", "the event (id)"),
            *named("json_extract(i.value, '$.event.id')", "other", "the other event"),
            item("relation", "part_of, response_to, precedent_for, ...", "rel"),
        ),
    ),
)
