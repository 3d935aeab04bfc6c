"""Lists of actors, regions and sources, and their profiles."""

from narcotl.reports.shape import (
    DATE,
    FOUND,
    REFERENCE,
    TEXT,
    WHOLE,
    Keys,
    Maybe,
    Object,
    Of,
    PartOf,
    Plain,
    Several,
    Word,
)
from narcotl.reports.shapes.claims import TALLIED
from narcotl.reports.shapes.kinds import HEAD, NAMED_WITH_KIND

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
