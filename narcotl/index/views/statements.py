"""The views of claims, positions, figures and measures."""

from typing import Final

from narcotl.index.views.shape import (
    FILE,
    ID,
    SORT,
    Column,
    View,
    dated,
    each,
    item,
    named,
    of_kind,
    plain,
    reference,
    stated,
)

_COUNT: Final = "(SELECT COUNT(*) FROM main.positions p WHERE p.record = r.id AND p.stands = 1 AND p.polarity = '{}')"

CLAIMS: Final = (
    View(
        "claims",
        "what is claimed: one row a proposition",
        of_kind("claim"),
        (
            ID,
            Column("proposition", "r.name", "the claim in neutral words"),
            Column("supporting", _COUNT.format("+"), "positions for it that were not taken back"),
            Column("opposing", _COUNT.format("-"), "positions against it that were not taken back"),
            Column("neutral", _COUNT.format("0"), "positions between that were not taken back"),
            Column(
                "contested",
                f"({_COUNT.format('+')} > 0 AND {_COUNT.format('-')} > 0)",
                "1 if somebody is for it and somebody against it",
            ),
            stated("does_not_claim", "what the source expressly does not say"),
            stated("note", "what else is to be said of it"),
            SORT,
            *FILE,
        ),
    ),
    View(
        "positions",
        "who said what about a claim, when",
        "main.positions p JOIN main.records r ON r.id = p.record",
        (
            Column("claim", "p.record", "the claim (id)"),
            Column("part", "p.part", "the number of the position on its claim, from 1"),
            *reference("p", "actor", "actor", "who; null for the source itself"),
            *plain("asserts, denies, ...", "stance", table="p"),
            *plain("+ for, 0 between, - against", "polarity", table="p"),
            *dated("said", "when it was said", path="positions[' || (p.part - 1) || '].said"),
            *plain("what was said, in our own words", "gist", table="p"),
            *plain("whose earlier positions it takes back (id)", "reverses", table="p"),
            Column("stands", "p.stands", "0 if it was taken back later"),
            Column("origin", "p.origin", "the first link of its chain of sources (id)"),
            Column("sort", "p.sort", "text whose order is that of time"),
        ),
    ),
    View(
        "claim_subjects",
        "what a claim is about",
        "main.records r, json_each(r.json, '$.about') a, json_each(CASE a.type WHEN 'array' THEN a.value ELSE '[]' END)"
        " i WHERE r.kind = 'claim'",
        (
            Column("claim", "r.id", "the claim (id)"),
            Column("kind", "a.key", "event, actor, figure or region"),
            *named("json_extract(i.value, '$.id')", "subject", "what it is about"),
        ),
    ),
    View(
        "claim_topics",
        "which topics a claim is on",
        each("claim", "topics"),
        (Column("claim", "r.id", "the claim (id)"), Column("topic", "i.value", "coca, opium, laundering, ...")),
    ),
    View(
        "claim_relations",
        "how a claim bears on another one",
        each("claim", "relates"),
        (
            Column("claim", "r.id", "the claim (id)"),
            *named("json_extract(i.value, '$.claim.id')", "other", "the other claim"),
            item("relation", "supports, contrary, contradictory, undercuts", "rel"),
        ),
    ),
)

FIGURES: Final = (
    View(
        "figures",
        "numbers that somebody states, and those that are missing",
        of_kind("figure"),
        (
            ID,
            *named("json_extract(r.json, '$.measure.id')", "measure", "what is counted"),
            *named("json_extract(r.json, '$.region.id')", "region", "where"),
            *dated("period", "when it holds"),
            stated("value", "the number; null for a range or if it is missing"),
            stated("low", "the lower end of a range"),
            stated("high", "the upper end of a range"),
            stated("op", "= ~ <~ < <= > >="),
            stated("unit", "ha, t, percent, ..."),
            stated("missing", "why there is no number"),
            *named("json_extract(r.json, '$.agency.id')", "agency", "whose figure it is"),
            *dated("vintage", "when it was published"),
            stated("scope", "what it is a figure of, where that differs"),
            stated("obs_status", "estimate, revised, derived, legal, ..."),
            stated("formula", "how it was computed from others", "derived.formula"),
            stated("note", "what else is to be said of it"),
            SORT,
            *FILE,
        ),
    ),
    View(
        "measures",
        "what figures count",
        of_kind("measure"),
        (
            ID,
            *plain("what it is called", "name"),
            stated("unit", "the unit that it is kept in"),
            stated("counts", "what exactly is counted and what is not"),
        ),
    ),
)
