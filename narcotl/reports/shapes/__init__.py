"""The shape of what each command prints with `--json`, which is what docs/json.md promises.

With `--fields` an object has the paths that were asked for as its keys instead.
"""

from narcotl.reports.shape import FOUND, REFERENCE, TEXT, WHOLE, Either, Maybe, Object, Of, OneOf, Plain, Several, Shape
from narcotl.reports.shapes.claims import CLAIM, SUMMED
from narcotl.reports.shapes.edits import BRANCHED, DUPLICATE, EDIT, MERGED
from narcotl.reports.shapes.entities import ACTOR, COUNTED, REGION, SOURCE
from narcotl.reports.shapes.figures import COMPARED, FIGURE, FIGURE_IN_FULL, PAIRS
from narcotl.reports.shapes.found import ANSWER, COUNT, COVERED, COVERING, FACT, HIT, LINK, STEP
from narcotl.reports.shapes.kinds import KIND, KINDS, NAMED_WITH_KIND, full
from narcotl.reports.shapes.others import CITED, DIFFERENCE, GAP, PROBLEM, READING, RULES, SETTING, SQL, VERSION

COMPARISON = Either((PAIRS, Object({"measure": REFERENCE, "unit": TEXT, "figures": Several(COMPARED), "pairs": PAIRS})))

NEW = Object(
    {
        "record": Either(tuple(Of(kind) for kind in KINDS)),
        "file": TEXT,
        "line": WHOLE,
        "written": Plain("boolean", "False with `--dry-run`."),
        "problems": Several(PROBLEM, "What is odd about it; a record with errors is not written."),
    }
)

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
    "annotations": Several(Of("annotation", FOUND)),
    "gaps": Several(GAP),
    "compare": COMPARISON,
    "plot": COMPARISON,
    "conflicts": PAIRS,
    "actor": Either((Several(Of("actor", COUNTED)), full("actor", ACTOR))),
    "links": Several(LINK),
    "path": Several(STEP),
    "region": Either((Several(Of("region", COUNTED)), full("region", REGION))),
    "source": Either((Several(Of("source", COUNTED)), full("source", SOURCE))),
    "cite": Several(CITED),
    "stats": Several(COUNT),
    "coverage": Several(Either((COVERING, COVERED))),
    "date": Either((READING, Several(READING))),
    "sql": SQL,
    "vocab": Several(Object({"vocabulary": TEXT, "word": TEXT, "meaning": TEXT, "polarity?": OneOf(("+", "0", "-"))})),
    "config": Several(SETTING),
    "check": Either((Several(PROBLEM), RULES)),
    "diff": Several(DIFFERENCE),
    "log": Several(VERSION),
    "fmt": Several(EDIT),
    "rename": Several(EDIT),
    "duplicates": Several(DUPLICATE),
    "distinct": Several(EDIT),
    "merge-records": Several(EDIT),
    "merge": Several(MERGED),
    "merge-files": Several(BRANCHED),
    "split": Several(EDIT),
    "join": Several(EDIT),
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
    "new": NEW,
    "annotate": NEW,
    "edit": Several(PROBLEM),
    "init": Several(Object({"file": TEXT, "about": TEXT})),
    "schema": Plain("object", "A JSON Schema."),
}
"""The shape of each command by its name; an array is one object a line with `--format jsonl`."""
