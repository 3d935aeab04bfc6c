"""The shape of what each command prints with `--json`, which is what docs/json.md promises.

With `--fields` an object has the paths that were asked for as its keys instead.
"""

from narcotl.model.vocab.gap import Gap
from narcotl.reports.shape import (
    CORRECTIONS,
    DATE,
    FLAG,
    FOUND,
    MATCH,
    NUMBER,
    REFERENCE,
    TALLY,
    TEXT,
    WHOLE,
    Counts,
    Either,
    Keys,
    Maybe,
    Object,
    Of,
    OneOf,
    PartOf,
    Plain,
    Several,
    Shape,
    Word,
)

KIND = Word("record-kind")
HEAD: Keys = {"id": TEXT, "kind": KIND, "name": TEXT}
"""A record of any kind, by id, kind and name."""
NAMED_WITH_KIND = Several(Object(HEAD))

# Claims: their positions stand or were taken back, and amount to something.
STANDING: Keys = {"stands": Plain("boolean", "Whether the actor did not take it back later.")}
OFFICE = Object(
    {
        "of": REFERENCE,
        "title": TEXT,
        "when": Maybe(DATE),
        "held": OneOf(("certain", "possible", "not dated"), "Whether the office was held when it was said."),
    }
)
IN_FULL: Keys = {**STANDING, "offices": Several(OFFICE), "chain": Plain("string", "The chain of sources, in words.")}
SUMMED: Keys = {
    "positions": Several(PartOf("Position", STANDING)),
    "said": Maybe(DATE, "When it was first said."),
    "supporters": Several(TEXT),
    "opponents": Several(TEXT),
    "others": Several(TEXT, "Who is neither for it nor against it."),
    "tally": TALLY,
}
CLAIM_LINK = PartOf(
    "ClaimLink", {"direction": OneOf(("out", "in")), "text": Plain("string", "How it reads from this claim.")}
)
TALLIED = Of("claim", {"tally": TALLY})

# Figures: a name of their own, and what they are in a unit that was asked for.
ENDS: Keys = {"value": Maybe(NUMBER), "low": Maybe(NUMBER), "high": Maybe(NUMBER)}
CONVERTED: Keys = {
    "converted?": Maybe(Object({**ENDS, "op": Word("operator"), "unit": TEXT}), "In the unit of `--unit`."),
    "kept?": Maybe(TEXT, "Why it was not converted."),
}
FIGURE: Keys = {"name": TEXT, **CONVERTED}
COMPARED = Of("figure", {**FOUND, **CONVERTED})
SAID: Keys = {"id": TEXT, "name": TEXT, "text": TEXT}
SIDE = Either(
    (
        Object({**SAID, "agency": Maybe(REFERENCE), "by": TEXT, "note?": TEXT}),
        Object({**SAID, "tally": TALLY}),
    ),
    "A figure, with who gives it, or a claim, with how its positions stand.",
)
PAIR = Object(
    {
        "of": OneOf(("figure", "claim")),
        "verdict": Either((Word("verdict"), Word("claim-relation"))),
        "one": SIDE,
        "other": SIDE,
        "measure": Maybe(REFERENCE),
        "region": Maybe(REFERENCE),
        "period": Maybe(DATE),
        "difference": Maybe(
            Object({"absolute": NUMBER, "percent": Maybe(NUMBER), "unit": TEXT, "text": TEXT}),
            "How far two figures are apart as they are stated.",
        ),
        "reason": TEXT,
        "match": MATCH,
        "corrections?": CORRECTIONS,
    },
    "Two figures or two claims that meet.",
)
PAIRS = Several(PAIR)

# Lists of actors, regions and sources, and their profiles.
COUNTED: Keys = {"events": WHOLE, "first": Maybe(DATE), "last": Maybe(DATE), **FOUND}
EVENTS = Several(Of("event", FOUND))
FIGURES = Several(Of("figure", FOUND))


def counts(*lists: str) -> Object:
    """Say how many each list has, before any limit."""
    return Object(dict.fromkeys(lists, WHOLE), "How many each list has, before `--limit`.")


ACTOR: Keys = {
    "counts": counts("units", "office_holders", "events", "positions", "claims_about", "figures", "authored"),
    "units": Several(REFERENCE),
    "office_holders": Several(
        Object({"id": TEXT, "name": TEXT, "title": TEXT, "when": Maybe(TEXT), "of": REFERENCE}),
    ),
    "events": EVENTS,
    "positions": Several(PartOf("Position", {"claim": REFERENCE})),
    "claims_about": Several(TALLIED),
    "figures": FIGURES,
    "authored": Several(Of("source", FOUND)),
}
PLACES = Several(Object({"id": TEXT, "name": TEXT, "type": Word("region-kind")}))
REGION: Keys = {
    "counts": counts("inside", "sharing", "events", "claims", "figures"),
    "inside": PLACES,
    "sharing": PLACES,
    "events": EVENTS,
    "claims": Several(TALLIED),
    "figures": FIGURES,
}
RESTING = Object(
    {
        **HEAD,
        "chain": Several(TEXT, "The ids of a chain through the source, from the origin to the work in hand."),
        "computed_from": Maybe(TEXT, "The figure that it was computed from, if it cites nothing itself."),
        "alone": Plain("boolean", "Whether it would fall with the source."),
    }
)
SOURCE: Keys = {"resting": Several(RESTING), "falling": NAMED_WITH_KIND}

# What searches and questions find.
HIT: Keys = {
    "name": TEXT,
    "marked": Plain("string", "The name with the words that were looked for between « and »."),
    "date": Maybe(DATE),
    "score": NUMBER,
    "snippet": TEXT,
    **FOUND,
}
KINDS = ("region", "actor", "source", "measure", "event", "claim", "figure", "correction")
FACT: Keys = {
    "date": Maybe(DATE),
    "statement": TEXT,
    "says": Several(TEXT, "Who says so."),
    "contested": FLAG,
    **FOUND,
}
ANSWER = Object(
    {
        **HEAD,
        "answer": TEXT,
        "date": Maybe(TEXT),
        "by": Several(TEXT),
        "chain": Maybe(TEXT),
        "corrections": Several(TEXT),
        "conflicts": Several(TEXT),
        "score": NUMBER,
        "understood?": Object(
            {
                "wanted": Several(TEXT),
                "named": Several(Object({"text": TEXT, "kind": TEXT, "ids": Several(TEXT)})),
                "dates": Several(TEXT),
                "words": Several(TEXT),
                "misspelt": Several(Object({"typed": TEXT, "taken": TEXT})),
                "unknown": Several(TEXT),
            }
        ),
        "reasons?": Several(Object({"text": TEXT, "points": NUMBER})),
    }
)
LINK = Object(
    {
        "actor": REFERENCE,
        "count": WHOLE,
        "roles": Several(Object({"own": TEXT, "other": TEXT, "count": WHOLE})),
        "events": Several(
            Object(
                {"id": TEXT, "name": TEXT, "date": DATE, "own_roles": Several(TEXT), "other_roles": Several(TEXT)},
            )
        ),
        "claims": Object(dict.fromkeys(("opposite", "same", "between"), Several(REFERENCE))),
    }
)
BY: Keys = {
    **{f"{by}?": Maybe(REFERENCE) for by in ("region", "actor", "source")},
    **{f"{by}?": Maybe(TEXT) for by in ("decade", "topic", "kind", "status")},
    "year?": Maybe(WHOLE),
}
COUNT = Object(
    {**BY, "count": WHOLE, "certain": WHOLE, "possible": WHOLE, "across?": Counts(WHOLE, "By the second dimension.")}
)

# What is not a record.
READING = Either(
    (
        Object({"input": TEXT, "valid": FLAG, "date": DATE, "notices": Several(TEXT)}),
        Object({"input": TEXT, "valid": FLAG, "error": TEXT, "hint": TEXT}),
    )
)
PROBLEM = Object(
    {
        "file": TEXT,
        "line": Plain("integer", "From 1; 0 if it is about the whole file."),
        "column": WHOLE,
        "level": OneOf(("error", "warning", "note")),
        "rule": TEXT,
        "message": TEXT,
        "hint": TEXT,
    }
)
VALUE = Either(tuple(Plain(sort) for sort in ("string", "number", "boolean", "null", "array")))
SETTING = Object({"setting": TEXT, "value": VALUE, "from": TEXT, "place": Maybe(TEXT)})
GAP = Object(
    {
        "gap": OneOf(tuple(gap.value for gap in Gap)),
        "kind": KIND,
        "id": Maybe(TEXT),
        "name": TEXT,
        "date": Maybe(DATE),
        "text": TEXT,
    },
)
CELL = Either(tuple(Plain(sort) for sort in ("string", "number", "null")))
SQL = Either((Several(Counts(CELL)), Several(Object({"view": TEXT, "column": Maybe(TEXT), "about": TEXT}))))


def full(kind: str, keys: Keys) -> Either:
    """Print one record as an object, and several as an array of such objects."""
    one = Of(kind, keys)
    return Either((one, Several(one)))


CLAIM: Keys = {
    **SUMMED,
    "positions": Several(PartOf("Position", IN_FULL)),
    "related": Several(CLAIM_LINK),
    "subjects": Several(Object({"kind": KIND, "id": TEXT, "name": Maybe(TEXT)})),
}
FIGURE_IN_FULL: Keys = {
    **FIGURE,
    "counts": Maybe(TEXT, "What its measure counts."),
    "chain": Maybe(TEXT, "The chain of sources, in words."),
    "inputs": Several(REFERENCE),
    "used_by": Several(REFERENCE),
    "next": Several(REFERENCE),
    "events": Several(REFERENCE),
}

SHAPES: dict[str, Shape] = {
    "timeline": Several(Of("event", {**FOUND, "group?": Several(TEXT), "beside?": Several(TEXT)})),
    "event": full("event", {}),
    "search": Several(Either(tuple(Of(kind, HIT) for kind in KINDS))),
    "ask": Several(ANSWER),
    "facts": Several(Either((Of("claim", {**SUMMED, **FACT}), Of("figure", {"name": TEXT, **FACT})))),
    "claims": Several(Of("claim", {**SUMMED, **FOUND})),
    "claim": full("claim", CLAIM),
    "figures": Several(Of("figure", {**FIGURE, **FOUND})),
    "figure": full("figure", FIGURE_IN_FULL),
    "measures": Several(Of("measure", {"figures": WHOLE, "missing": WHOLE, **FOUND})),
    "corrections": Several(Of("correction", FOUND)),
    "correction": full("correction", {"touches": NAMED_WITH_KIND}),
    "gaps": Several(GAP),
    "compare": Either(
        (PAIRS, Object({"measure": REFERENCE, "unit": TEXT, "figures": Several(COMPARED), "pairs": PAIRS}))
    ),
    "conflicts": PAIRS,
    "actor": Either((Several(Of("actor", COUNTED)), full("actor", ACTOR))),
    "links": Several(LINK),
    "region": Either((Several(Of("region", COUNTED)), full("region", REGION))),
    "source": Either((Several(Of("source", COUNTED)), full("source", SOURCE))),
    "stats": Several(COUNT),
    "date": Either((READING, Several(READING))),
    "sql": SQL,
    "vocab": Several(Object({"vocabulary": TEXT, "word": TEXT, "meaning": TEXT, "polarity?": OneOf(("+", "0", "-"))})),
    "config": Several(SETTING),
    "check": Several(PROBLEM),
    "export": Several(Either(tuple(Of(kind) for kind in KINDS)), "The lines of `narcotl export jsonl`, as a list."),
    "import": Several(
        Object(
            {
                "row": WHOLE,
                "outcome": OneOf(("taken", "created", "present", "refused")),
                "kind": Maybe(KIND),
                **dict.fromkeys(("id", "date", "name", "reason", "hint"), Maybe(TEXT)),
            }
        )
    ),
    "schema": Plain("object", "A JSON Schema."),
}
"""The shape of each command by its name; an array is one object a line with `--format jsonl`."""
