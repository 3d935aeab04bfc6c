"""Claims: their positions stand or were taken back, and amount to something."""

from narcotl.reports.shape import DATE, REFERENCE, TALLY, TEXT, Keys, Maybe, Object, Of, OneOf, PartOf, Plain, Several
from narcotl.reports.shapes.kinds import KIND

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
CLAIM: Keys = {
    **SUMMED,
    "positions": Several(PartOf("Position", IN_FULL)),
    "related": Several(CLAIM_LINK),
    "subjects": Several(Object({"kind": KIND, "id": TEXT, "name": Maybe(TEXT)})),
}
