"""The views of actors and places, and of all records together."""

from typing import Final

from narcotl.index.views.shape import FILE, ID, SORT, Column, View, of_kind, plain, reference, stated

_DAY: Final = (
    "CASE WHEN {0} NOT BETWEEN 101 AND 99991231 THEN NULL ELSE "
    "printf('%04d-%02d-%02d', {0} / 10000, {0} / 100 % 100, {0} % 100) END"
)
"""How a day number is written; days before the year 0 and after 9999 are open ends here."""

ACTORS: Final = (
    View(
        "actors",
        "who acts or speaks",
        of_kind("actor"),
        (
            ID,
            *plain("what it is called", "name"),
            Column("type", "r.type", "agency, person, armed-group, ..."),
            stated("note", "what else is to be said of it"),
            *FILE,
        ),
    ),
    View(
        "actor_units",
        "which actor is a unit of which",
        "main.actor_parts u WHERE u.title IS NULL",
        (
            *reference("u", "record", "unit", "the unit"),
            *reference("u", "parent", "body", "the body"),
            Column("earliest", _DAY.format("u.earliest"), "from this day on (ISO); null if open"),
            Column("latest", _DAY.format("u.latest"), "up to this day (ISO); null if open"),
        ),
    ),
    View(
        "offices",
        "who held which office",
        "main.actor_parts u WHERE u.title IS NOT NULL",
        (
            *reference("u", "record", "person", "who"),
            *plain("the office", "title", table="u"),
            *reference("u", "parent", "body", "of which body"),
            Column("earliest", _DAY.format("u.earliest"), "from this day on (ISO); null if open or not dated"),
            Column("latest", _DAY.format("u.latest"), "up to this day (ISO); null if open or not dated"),
            Column("dated", "u.dated", "0 if nothing says when"),
        ),
    ),
)

PLACES: Final = (
    View(
        "regions",
        "places",
        of_kind("region"),
        (
            ID,
            *plain("what it is called", "name"),
            Column("type", "r.type", "country, valley, drug-zone, ..."),
            stated("iso", "its ISO 3166 code"),
            stated("lat", "degrees north"),
            stated("lon", "degrees east"),
            stated("note", "what else is to be said of it"),
            *FILE,
        ),
    ),
    View(
        "region_inside",
        "what is meant by a region: itself, all that is inside it, and what shares ground with that",
        "main.region_reach g",
        (
            *reference("g", "asked", "region", "the region"),
            *reference("g", "region", "inside", "what belongs to it"),
            Column("certain", "g.certain", "0 if it only shares ground"),
        ),
    ),
)

ALL: Final = (
    View(
        "records",
        "every record of every kind",
        "main.records r",
        (
            ID,
            *plain("event, claim, figure, actor, region, source, measure, correction", "kind"),
            *plain("its name, title or proposition", "name"),
            *plain("all that it says, as JSON", "json"),
            SORT,
            *FILE,
        ),
    ),
    View(
        "names",
        "every name by which a record is found",
        "main.names n",
        (
            Column("record", "n.record", "the record (id)"),
            Column("kind", "n.kind", "its kind"),
            Column("name", "n.written", "the name"),
            Column(
                "how",
                "CASE n.rank WHEN 0 THEN 'id' WHEN 1 THEN 'name' WHEN 2 THEN 'alias' ELSE 'misspelling' END",
                "id, name, alias or misspelling",
            ),
        ),
    ),
    View(
        "full_text",
        "the words of every record; ask with WHERE body MATCH 'opium'",
        "main.words w JOIN main.records r ON r.number = w.rowid",
        (
            Column("record", "r.id", "the record (id)"),
            Column("kind", "r.kind", "its kind"),
            Column("name", "w.name", "its name, title or proposition"),
            Column("body", "w.body", "its own words"),
            Column("linked", "w.linked", "the names of the places, actors and measures that it is linked to"),
        ),
    ),
)
