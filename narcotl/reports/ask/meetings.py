"""Whether what was found agrees: the verdicts of `conflicts` and `compare` on figures, and how claims stand."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from narcotl.model.vocab.figure import Verdict
from narcotl.reports.ask.evidence import Evidence
from narcotl.reports.ask.scores import Part, Scored
from narcotl.reports.ask.understood import Understood
from narcotl.reports.conflicts import FIRST
from narcotl.reports.opposed import VERDICTS as OF_CLAIMS
from narcotl.reports.opposed import opposed_to
from narcotl.reports.pairs import Pairs
from narcotl.reports.records import Records
from narcotl.reports.report import Row
from narcotl.reports.tallies import tallies

CLOSEST = 100
"""Of so many candidates, the best, it is found out whom they meet."""
WORTH = {
    **dict.fromkeys((Verdict.CONFLICT.value, *OF_CLAIMS), 2.5),
    **dict.fromkeys((Verdict.REVISION.value, Verdict.OTHER_SIDE_MISSING.value), 2.0),
    Verdict.AGREE.value: 1.5,
    Verdict.DIFFERENT_SCOPE.value: 0.5,
}
"""How well a verdict answers whether something agrees."""
BOTH_SPEAK = 2.0
"""How well a claim answers it on which two of those who are named take positions."""
SIDES = {"+": "for it", "0": "neither for nor against it", "-": "against it"}


class Met(NamedTuple):
    """The verdict on a record and the one that it meets."""

    verdict: str
    other: str | None
    """The other record; None where positions on one claim meet."""
    reason: str
    is_theirs: bool = True
    """Whether it is between those who are named, if several are."""

    def to_json(self) -> Row:
        """Give it as the object that JSON prints."""
        return {"verdict": self.verdict, "other": self.other, "reason": self.reason}


def meetings(records: Records, asked: Understood, evidence: Evidence, found: Sequence[Scored]) -> dict[str, Met]:
    """Give, for the best of the candidates, the most telling verdict on each."""
    met: dict[str, Met] = {}
    for one, verdict in (
        *pairs(records, asked, evidence, found[:CLOSEST]),
        *voices(asked, evidence, found[:CLOSEST]),
        *contested(records, found[:CLOSEST]),
    ):
        if one not in met or FIRST_OF_ALL.index(verdict.verdict) < FIRST_OF_ALL.index(met[one].verdict):
            met[one] = verdict
    return met


DISAGREE, TOGETHER, CONTESTED = "disagree", "agree on it", "contested"
FIRST_OF_ALL = (DISAGREE, TOGETHER, *FIRST, CONTESTED)
"""The order in which verdicts tell most: first how those stand who are named, last how everybody does."""


def pairs(
    records: Records, asked: Understood, evidence: Evidence, found: Sequence[Scored]
) -> Iterator[tuple[str, Met]]:
    """Give the verdicts on the figures and claims that meet others; those of figures say who is asked about."""
    numbers = {head.id: head.number for head in evidence.heads}
    groups = speakers(asked, evidence)
    of_kind = {kind: [one.head.id for one in found if one.head.kind == kind] for kind in ("figure", "claim")}
    listed = Pairs(records).of(of_kind["figure"]), opposed_to(records, of_kind["claim"])
    for row in (pair for pairs in listed for pair in pairs):
        one, other = row["one"], row["other"]
        is_theirs = row["of"] == "claim" or are_theirs(groups, numbers.get(one["id"]), numbers.get(other["id"]))
        for this, that in ((one, other), (other, one)):
            said = "" if that["text"] in row["reason"] else f"{beside(that)} "
            yield this["id"], Met(row["verdict"], that["id"], f"{said}{row['reason']}", is_theirs)


def speakers(asked: Understood, evidence: Evidence) -> list[set[int]]:
    """Give, for each actor who is named by a name that no place has, the candidates that have to do with it."""
    found: dict[str, set[int]] = {}
    places = {named.text for named in asked.named if named.kind == "region"}
    for named, fits in zip(asked.named, evidence.names, strict=True):
        if named.kind == "actor" and named.text not in places:
            found.setdefault(named.text, set()).update(fits)
    return list(found.values())


def are_theirs(groups: Sequence[set[int]], one: int | None, other: int | None) -> bool:
    """Say whether two figures are of two of those who are named; they always are if fewer than two are named."""
    if len(groups) < 2:  # noqa: PLR2004 - two are needed to agree
        return True
    return any(one in mine and other in theirs for mine in groups for theirs in groups if mine is not theirs)


def beside(side: Row) -> str:
    """Say what the other figure or claim says."""
    return f"{side['by']}: {side['text']}." if "by" in side else str(side["text"])


def voices(asked: Understood, evidence: Evidence, found: Sequence[Scored]) -> Iterator[tuple[str, Met]]:
    """Say of claims whether those who are named stand on one side."""
    names = {
        record: name
        for named in asked.named
        if named.kind == "actor"
        for record, name in zip(named.ids, named.names, strict=True)
    }
    for one in found:
        taken: dict[str, set[str]] = {}
        for actor, polarity, _ in evidence.stands.get(one.head.number, ()):
            if actor in names:
                taken.setdefault(actor, set()).add(polarity)
        if len(taken) > 1:
            sides = {"".join(sorted(polarities)) for polarities in taken.values()}
            verdict = TOGETHER if len(sides) == 1 else DISAGREE
            said = "; ".join(
                f"{names[actor]} is {' and '.join(SIDES[side] for side in sorted(polarities))}"
                for actor, polarities in taken.items()
            )
            yield one.head.id, Met(verdict, None, said)


def contested(records: Records, found: Sequence[Scored]) -> Iterator[tuple[str, Met]]:
    """Give the claims that somebody is for and somebody against, with how many stand where."""
    for claim, tally in tallies(records, [one.head.id for one in found if one.head.kind == "claim"]).items():
        if tally.contested:
            yield claim, Met(CONTESTED, None, str(tally).removeprefix(f"{CONTESTED}: "))


def reranked(found: Sequence[Scored], met: dict[str, Met]) -> list[Scored]:
    """Put before the others what meets another record, and what those who are named speak of."""
    worth = WORTH | dict.fromkeys((DISAGREE, TOGETHER), BOTH_SPEAK)
    scored = []
    for one in found:
        verdict = met.get(one.head.id)
        points = worth.get(verdict.verdict, 0.0) if verdict and verdict.is_theirs else 0.0
        part = (
            (Part(f"{verdict.verdict}{f' with {verdict.other}' if verdict.other else ''}", points),) if verdict else ()
        )
        scored.append(one._replace(score=round(one.score + points, 3), parts=(*one.parts, *part)))
    return sorted(scored, key=lambda one: (-one.score, one.head.sort, one.head.id))
