"""What changes in the files of a store."""

from narcotl.reports.shape import REFERENCE, TEXT, Either, Maybe, Object, OneOf, Plain, Several
from narcotl.reports.shapes.kinds import KIND

EDIT = Object(
    {
        "file": TEXT,
        "outcome": OneOf(("changed", "made", "removed", "unchanged", "refused")),
        "added": Plain("integer", "How many lines come."),
        "removed": Plain("integer", "How many lines go."),
        "reason": Maybe(TEXT, "Why the file was refused."),
        "diff?": TEXT,
    },
    "What changes in a file.",
)
DUPLICATE = Object(
    {
        "kind": OneOf(("actor", "region", "source", "event")),
        "score": Plain("integer", "How sure it is, in percent."),
        "one": REFERENCE,
        "other": REFERENCE,
        "reasons": Several(TEXT),
        "distinct": Maybe(TEXT, "Why they are not the same, if the store says so."),
    },
    "Two records that are likely to be the same.",
)
BRANCHED = Object(
    {
        "outcome": OneOf(("taken", "united", "removed", "conflict")),
        "kind": KIND,
        "id": TEXT,
        "fields": Several(TEXT, "The fields that come from the other branch, or in which both clash."),
    },
    "What became of a record that another branch has changed.",
)
MERGED = Object(
    {
        "outcome": OneOf(("added", "present", "differs", "clash", "refused")),
        "kind": Either((KIND, OneOf(("setting",)))),
        "id": TEXT,
        "fields": Several(TEXT, "The fields in which two records differ."),
        "place": TEXT,
        "other": Maybe(TEXT, "Where the store has it already."),
        "reason": Maybe(TEXT, "Why a record was refused, or a setting is left."),
    },
    "What became of a record, or of a setting, of another store.",
)
