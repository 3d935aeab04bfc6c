"""What the shipped store promises about its records beyond what a store must have."""

import re
from typing import TYPE_CHECKING

from narcotl.model.claim import Claim
from narcotl.model.correction import Correction
from narcotl.model.entities import Actor, Region
from narcotl.model.event import Event
from narcotl.model.figure import Figure
from narcotl.model.source import Source
from tests.corpus.shipped import Shipped

if TYPE_CHECKING:
    from narcotl.model.record import Record

SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def test_the_store_holds_at_least_what_was_promised(shipped: Shipped) -> None:
    promised: dict[type[Record], int] = {
        Event: 70,
        Figure: 80,
        Claim: 100,
        Actor: 120,
        Region: 75,
        Source: 55,
        Correction: 40,
    }
    short = {kind.__name__: len(shipped.of(kind)) for kind, least in promised.items() if len(shipped.of(kind)) < least}
    assert short == {}


def test_the_claims_hold_at_least_160_positions(shipped: Shipped) -> None:
    assert sum(len(claim.positions) for claim in shipped.of(Claim)) >= 160


def test_every_id_can_be_read(shipped: Shipped) -> None:
    assert [record.id for record in shipped.records if not SLUG.fullmatch(record.id) or len(record.id) > 60] == []


def test_every_event_has_a_short_title_without_a_full_stop(shipped: Shipped) -> None:
    assert [event.title for event in shipped.of(Event) if len(event.title) > 90 or event.title.endswith(".")] == []


def test_every_date_that_was_worked_out_says_how(shipped: Shipped) -> None:
    silent = [
        event.id
        for event in shipped.of(Event)
        if event.date_basis
        and event.date_basis.kind in {"calculated", "inferred"}
        and not (event.date_basis.note or event.note or event.date_as_written)
    ]
    assert silent == []


def test_every_allegation_names_its_author(shipped: Shipped) -> None:
    """The author is the actor of the position, or else whoever wrote the work that it is taken from."""
    anonymous = [
        claim.id
        for claim in shipped.of(Claim)
        for position in claim.positions
        if position.stance == "alleges" and not position.actor and not authors(shipped, position.citation.source)
    ]
    assert anonymous == []


def test_every_alleged_event_leads_to_whoever_alleges_it(shipped: Shipped) -> None:
    """Through a claim with a named position, a participant, or the author of the work at the origin."""
    anonymous = [
        event.id
        for event in shipped.of(Event)
        if event.status == "alleged"
        and not any(named(shipped, claim) for claim in event.claims)
        and not any(participant.by for participant in event.participants)
        and not any(authors(shipped, citation.source) for citation in event.sources)
    ]
    assert anonymous == []


def named(shipped: Shipped, claim: str) -> bool:
    """Tell whether somebody named stands for a claim."""
    record = shipped.by_id.get(claim)
    return isinstance(record, Claim) and any(
        position.stance.polarity == "+" and position.actor for position in record.positions
    )


def authors(shipped: Shipped, source: str) -> tuple[str, ...]:
    """Give the authors of a source."""
    record = shipped.by_id.get(source)
    return record.author if isinstance(record, Source) else ()


def test_every_correction_is_shown_somewhere(shipped: Shipped) -> None:
    assert [correction.id for correction in shipped.of(Correction) if not correction.applies_to] == []


def test_every_suspicion_says_what_speaks_for_it_and_what_would_settle_it(shipped: Shipped) -> None:
    suspected = [correction for correction in shipped.of(Correction) if correction.certainty == "suspected"]
    assert [correction.id for correction in suspected if "settle" not in (correction.note or "")] == []
