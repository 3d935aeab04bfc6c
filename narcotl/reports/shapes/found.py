"""What searches, questions and counts find."""

from narcotl.reports.counting import NAMED
from narcotl.reports.shape import (
    CORRECTIONS,
    DATE,
    FLAG,
    FOUND,
    MATCH,
    NUMBER,
    REFERENCE,
    TEXT,
    WHOLE,
    Counts,
    Keys,
    Maybe,
    Object,
    OneOf,
    Plain,
    Several,
)
from narcotl.reports.shapes.kinds import HEAD

HIT: Keys = {
    "name": TEXT,
    "marked": Plain("string", "The name with the words that were looked for between « and »."),
    "date": Maybe(DATE),
    "score": NUMBER,
    "snippet": TEXT,
    **FOUND,
}
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
        "verdict": Maybe(Object({"verdict": TEXT, "other": Maybe(TEXT), "reason": TEXT})),
        "answer": TEXT,
        "date": Maybe(TEXT),
        "by": Several(TEXT),
        "chain": Maybe(TEXT),
        "corrections": Several(TEXT),
        "conflicts": Several(TEXT),
        "score": NUMBER,
        "uncertain": FLAG,
        "understood?": Object(
            {
                "wanted": Several(TEXT),
                "named": Several(Object({"text": TEXT, "kind": TEXT, "ids": Several(TEXT)})),
                "dates": Several(TEXT),
                "words": Several(TEXT),
                "alike": Several(Object({"text": TEXT, "same": Several(TEXT), "near": Several(TEXT)})),
                "misspelt": Several(Object({"typed": TEXT, "taken": TEXT})),
                "unknown": Several(TEXT),
            }
        ),
        "reasons?": Several(Object({"text": TEXT, "points": NUMBER})),
        "sure?": NUMBER,
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
STEP = Object(
    {
        "chain": WHOLE,
        "step": WHOLE,
        "one": REFERENCE,
        "other": REFERENCE,
        "by": OneOf(("office", "event", "claim")),
        "record": Object(HEAD),
        "date": Maybe(DATE),
        "standing": Maybe(TEXT, "The status of an event, or how the positions on a claim stand."),
        "sources": Several(TEXT, "Each chain of sources, in words."),
        "roles": Object({"one": Several(TEXT), "other": Several(TEXT)}),
        "more": Plain("integer", "How much else ties the two."),
        "match": MATCH,
        "corrections?": CORRECTIONS,
    },
    "One step of a chain of actors.",
)
BY: Keys = {
    **{f"{by}?": Maybe(REFERENCE) for by in NAMED},
    **{f"{by}?": Maybe(TEXT) for by in ("decade", "topic", "kind", "status", "tag")},
    "year?": Maybe(WHOLE),
}
COUNT = Object(
    {**BY, "count": WHOLE, "certain": WHOLE, "possible": WHOLE, "across?": Counts(WHOLE, "By the second dimension.")}
)
COVERING = Object(
    {
        "source": REFERENCE,
        **dict.fromkeys(("events", "claims", "figures", "actors", "regions", "years"), WHOLE),
        "first": Maybe(WHOLE, "The first year."),
        "last": Maybe(WHOLE, "The last year."),
        "alone": Plain("integer", "How many records rest on no other source."),
    },
    "What one source covers.",
)
COVERED = Object(
    {
        **{f"{thing}?": REFERENCE for thing in ("event", "actor", "region")},
        "topic?": TEXT,
        "decade?": TEXT,
        "year?": WHOLE,
        "records": WHOLE,
        "sources": WHOLE,
        "resting": OneOf(("none", "one", "several")),
        "works": Several(TEXT, "The ids of the sources, the most frequent first."),
        "across": Counts(WHOLE, "How many records, by the id of the source."),
    },
    "One event, actor, region, topic or time, with the sources that cover it.",
)
