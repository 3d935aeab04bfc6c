"""What is no record: dates, problems, settings, gaps, cells."""

from narcotl.model.vocab.gap import Gap
from narcotl.reports.shape import (
    DATE,
    FLAG,
    TEXT,
    WHOLE,
    Counts,
    Either,
    Keys,
    Maybe,
    Object,
    OneOf,
    Plain,
    Several,
    Word,
)
from narcotl.reports.shapes.kinds import KIND

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
        "record": Maybe(TEXT, "The id of the record that it is about, where that is known."),
        "silenced": Maybe(TEXT, "The reason for which the store silences it; shown with `--silenced`."),
    }
)
RULE: Keys = {"rule": Word("rule"), "level": OneOf(("error", "warning", "note")), "silenceable": FLAG, "meaning": TEXT}
RULES = Either(
    (
        Several(Object(RULE)),
        Object({**RULE, "why": TEXT, "example": Maybe(TEXT), "instead": Maybe(TEXT, "The example as it should be.")}),
    ),
    "With `--rules` the rules, with `--explain` one of them.",
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
ANYTHING = Either(tuple(Plain(sort) for sort in ("string", "number", "boolean", "null", "array", "object")))
CHANGES = Several(
    Object(
        {
            "part": OneOf(("field", "position", "citation")),
            "field": Plain("string", "The path of the field; an item of a list by name, in brackets."),
            "before": ANYTHING,
            "after": ANYTHING,
        }
    )
)
FATES = ("added", "removed", "renamed", "revised", "changed")
DIFFERENCE = Object(
    {
        "change": OneOf(FATES),
        "kind": Either((KIND, OneOf(("setting",)))),
        "id": TEXT,
        "name": TEXT,
        "was": Maybe(TEXT, "The id before, or the figure that a new one revises."),
        "changes": CHANGES,
    },
    "What became of one record.",
)
VERSION = Object(
    {
        **dict.fromkeys(("commit", "date", "author", "subject"), Maybe(TEXT, "Null if it is not committed yet.")),
        "change": OneOf((*FATES, "unreadable")),
        "id": TEXT,
        "was": Maybe(TEXT, "The id before."),
        "changes": CHANGES,
    },
    "What one commit made of a record.",
)
CITED = Object(
    {
        "id": TEXT,
        "kind": KIND,
        "name": TEXT,
        "style": OneOf(("chicago", "apa", "bibtex", "csl")),
        "said": Maybe(TEXT, "Whose position the citation is for, and which, where several speak."),
        "text": TEXT,
        "markdown": Maybe(TEXT, "The text with titles in italics."),
        "reference": Maybe(TEXT, "The entry of the list of references, for the work that was read; with `apa`."),
        "works": Several(Object({"id": TEXT, "name": TEXT, "read": FLAG}), "The chain, from the origin outwards."),
        "locator": Maybe(TEXT),
        "item?": Plain("object", "The entry as CSL-JSON has it; with `csl`."),
    },
    "One citation of a record, or with `bibtex` and `csl` one work.",
)
