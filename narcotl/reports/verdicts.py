"""The verdict when two figures meet: whether they agree, conflict, revise each other or cannot be compared, and why."""

from functools import lru_cache

from narcotl.dates import FuzzyDate, parse_edtf
from narcotl.frozen import Frozen
from narcotl.model.units import factor
from narcotl.model.vocab.figure import Nature, ObsStatus, Verdict
from narcotl.reports import cells
from narcotl.reports.amounts import Difference, allows, amount, distance, said, speaker, stated, written
from narcotl.reports.report import Row

YEAR = 10_000
"""How far the numbers of two days are apart that lie a year apart."""
IN_SCOPE = "They differ in scope: "
"""How a reason begins that names two scopes."""
RULED: dict[str, str] = {ObsStatus.LEGAL: "a legal limit", ObsStatus.TARGET: "a target"}
"""Statements of what shall be; what was found to be does not meet them."""


class Meeting(Frozen):
    """What comes out when two figures meet, and why, in one sentence."""

    verdict: Verdict
    reason: str
    difference: Difference | None = None


def meeting(one: Row, other: Row, nature: str | None = None) -> Meeting:
    """Judge two figures of one measure; its nature decides whether a part of a period may speak for the whole."""
    return (
        apart(one, other)
        or of_another_scope(one, other)
        or half_missing(one, other)
        or at_another_time(one, other, nature)
        or compared(one, other)
    )


def apart(one: Row, other: Row) -> Meeting | None:
    """Refuse figures of two measures, places or times that never meet."""
    for key, what in (("measure", "measures"), ("region", "places")):
        if one[key]["id"] != other[key]["id"]:
            both = f"{cells.name(one[key])} and {cells.name(other[key])}"
            return Meeting(verdict=Verdict.NOT_COMPARABLE, reason=f"They are figures of different {what}: {both}.")
    if not date(one["period"]).overlaps(date(other["period"])):
        periods = f"{one['period']['text']} and {other['period']['text']}"
        return Meeting(verdict=Verdict.NOT_COMPARABLE, reason=f"Their periods share no day: {periods}.")
    return None


def of_another_scope(one: Row, other: Row) -> Meeting | None:
    """Tell that two figures count different things: another scope or substance, or a rule instead of a finding."""
    kinds = [RULED.get(row.get("obs_status") or "", "a statement of what is or was") for row in (one, other)]
    if kinds[0] != kinds[1]:
        return different(f"One is {kinds[0]}, the other {kinds[1]}.")
    scopes = [folded(row.get("scope")) for row in (one, other)]
    if scopes[0] != scopes[1]:
        named = [row.get("scope") or "no scope named" for row in (one, other)]
        return different(f"{IN_SCOPE}{named[0]}, and {named[1]}.")
    substances = [folded(row.get("substance")) for row in (one, other)]
    if all(substances) and substances[0] != substances[1]:
        return different(f"They count different substances: {one['substance']}, and {other['substance']}.")
    differs = [row.get("obs_status") == ObsStatus.DEFINITION_DIFFERS for row in (one, other)]
    if differs[0] != differs[1]:
        return different(f"{said(one if differs[0] else other)} rests on a definition of its own.")
    return None


def different(reason: str) -> Meeting:
    """Say that two figures are of different scope."""
    return Meeting(verdict=Verdict.DIFFERENT_SCOPE, reason=reason)


def half_missing(one: Row, other: Row) -> Meeting | None:
    """Tell that a figure is spoken of and not given."""
    if not one["missing"] and not other["missing"]:
        return None
    if one["missing"] and other["missing"]:
        return Meeting(verdict=Verdict.NOT_COMPARABLE, reason="Neither of them gives a number.")
    absent = one if one["missing"] else other
    reason = f"No number of {speaker(absent)} is known: {absent['missing'].replace('-', ' ')}."
    return Meeting(verdict=Verdict.OTHER_SIDE_MISSING, reason=reason)


def at_another_time(one: Row, other: Row, nature: str | None) -> Meeting | None:
    """Tell that the periods are not the same; for a level, a part of one year may speak for that year."""
    first, second = date(one["period"]), date(other["period"])
    texts = f"{first.text} and {second.text}"
    if first.undated or second.undated:
        return Meeting(verdict=Verdict.NOT_COMPARABLE, reason=f"Whether they mean the same time is not known: {texts}.")
    if first.spans() == second.spans():
        return None
    if not (first.within(second) or second.within(first)):
        return different(f"Their periods share only a part: {texts}.")
    if nature in (Nature.LEVEL, Nature.SHARE) and within_a_year(first) and within_a_year(second):
        return None
    return different(f"Their periods are not of the same length: {texts}.")


def compared(one: Row, other: Row) -> Meeting:
    """Compare two numbers that speak of the same, exactly, in the unit of the first."""
    unit = one["unit"]
    times = factor(other["unit"], unit)
    unspecified = next((row["unit"] for row in (one, other) if row["unit"].endswith("-unspecified")), None)
    if unspecified is not None:
        reason = f"Which {unspecified.removesuffix('-unspecified')} is meant is not said, so it has no factor."
        return Meeting(verdict=Verdict.NOT_COMPARABLE, reason=reason)
    if times is None:
        return Meeting(verdict=Verdict.NOT_COMPARABLE, reason=f"There is no factor between {unit} and {other['unit']}.")
    allowed = [allows(one), allows(other)]
    if one["unit"] != other["unit"]:
        # Whoever converts rounds to the last digit that they write.
        allowed = [part.widened(written(row)) for part, row in zip(allowed, (one, other), strict=True)]
    if allowed[0].meets(allowed[1].scaled(times)):
        return Meeting(verdict=Verdict.AGREE, reason=f"{said(one)} and {said(other)} can both be true.")
    return disagreeing(one, other, distance(stated(one), stated(other).scaled(times), unit))


def disagreeing(one: Row, other: Row, difference: Difference) -> Meeting:
    """Call it a revision where the same agency spoke again later, and else a conflict."""
    numbers = f"{said(one)} and {said(other)}"
    if difference.absolute:
        reason = f"{numbers} differ by {difference}."
    else:
        reason = f"{numbers} touch, and one of them leaves that number out."
    later = revising(one, other)
    if later is None:
        return Meeting(verdict=Verdict.CONFLICT, reason=reason, difference=difference)
    earlier = one if later is other else other
    when = f"in {later['vintage']['text']}, after {earlier['vintage']['text']}"
    reason = f"{cells.name(later['agency'])} published {amount(later)} {when}: {reason}"
    return Meeting(verdict=Verdict.REVISION, reason=reason, difference=difference)


def revising(one: Row, other: Row) -> Row | None:
    """Give the one of two figures that the same agency published later for certain, or None."""
    if not one["agency"] or not other["agency"] or one["agency"]["id"] != other["agency"]["id"]:
        return None
    if not one["vintage"] or not other["vintage"]:
        return None
    first, second = (date(row["vintage"]).spans() for row in (one, other))
    if max(last for _, last in first) < min(start for start, _ in second):
        return other
    if max(last for _, last in second) < min(start for start, _ in first):
        return one
    return None


@lru_cache(maxsize=4096)
def fuzzy(edtf: str) -> FuzzyDate:
    """Read a stored date, each only once: the same periods come again and again."""
    return parse_edtf(edtf)


def date(written_date: Row) -> FuzzyDate:
    """Read the date of a row."""
    return fuzzy(written_date["edtf"])


def within_a_year(period: FuzzyDate) -> bool:
    """Tell whether a period is at most a year long."""
    return all(last - first < YEAR for first, last in period.spans())


def folded(text: str | None) -> str:
    """Give a scope or substance as it is compared: without regard to case and spaces."""
    return " ".join((text or "").casefold().split())
