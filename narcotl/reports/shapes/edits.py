"""What changes in the files of a store."""

from narcotl.reports.shape import TEXT, Maybe, Object, OneOf, Plain

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
