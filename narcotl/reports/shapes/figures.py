"""Figures: a name of their own, what they are in a unit that was asked for, and pairs that meet."""

from narcotl.reports.shape import (
    CORRECTIONS,
    DATE,
    FOUND,
    MATCH,
    NUMBER,
    REFERENCE,
    TALLY,
    TEXT,
    Either,
    Keys,
    Maybe,
    Object,
    Of,
    OneOf,
    Several,
    Word,
)

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
FIGURE_IN_FULL: Keys = {
    **FIGURE,
    "counts": Maybe(TEXT, "What its measure counts."),
    "chain": Maybe(TEXT, "The chain of sources, in words."),
    "inputs": Several(REFERENCE),
    "used_by": Several(REFERENCE),
    "next": Several(REFERENCE),
    "events": Several(REFERENCE),
}
