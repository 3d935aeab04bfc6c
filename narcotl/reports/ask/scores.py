"""How well each candidate answers a question: a sum of weighed signs, each of which can be told."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from narcotl.dates import ENDLESS_FUTURE, ENDLESS_PAST
from narcotl.reports.ask.evidence import ALIKE_WORD, LINKED, Evidence
from narcotl.reports.ask.heads import Head
from narcotl.reports.ask.understood import Named, Span, Understood
from narcotl.reports.ask.units import COUNTED, RELATIVE, fits_unit, wants_measured, wants_relative
from narcotl.reports.ask.wanted import Wanted
from narcotl.reports.ask.weights import OF_A_KIND, OF_ANY_KIND, OF_SIGNS

NAME_WEIGHT: Final = 2.5
DATE_WEIGHT: Final = 2.0
"""How much a named place or actor, and a date, count beside words, which count from one half to two."""
FITS: Final = "fits what is asked"
HOLDS: Final = "holds the words"
AS_TYPED: Final = "holds them as they are asked"
DATED: Final = "is of that time"
SECOND: Final = 0.3
"""How much the kind of a record counts for the second thing that a question wants."""
UNCERTAIN: Final = 0.8
"""How sure an answer is that is not marked: docs/ask.md says how often such answers are right."""
SHARE_OF_BEST: Final = 0.65
"""Answers with less than this part of the best score are left out."""
JUST_BEFORE: Final = 0.6
"""How well an event fits that lies in the very year after which something is asked for: `after 2001`."""
SHARED: Final = 0.5
"""How well a place fits that only shares ground with the one that is asked for."""
ADMITTING: Final = "acknowledges"
_RULES: Final = (
    r"\b(limit|legal|lawful|law|allow\w*|permit\w*|permission|may|target|goal|plan\w*|aim\w*|inten\w+|want\w*|promis\w+"
    r"|should|would|cap|quota|maximum|ceiling|gone|remove)\b"
)
"""Words that ask for what shall be, and not for what is or was."""
_NOW: Final = r"\b(is|are|has|have|does|do|now|today|currently)\b(?! (been|had|got))"
_SAYING: Final = r"\bwhat (\w+ ){1,3}?(wrote|writes|said|says|claim(s|ed)|alleg(es|ed)|reported|asserted|told)\b"
"""Words by which it is asked what somebody said, so that whoever is named is not the one who denies it."""
_CLAIMS: Final = r"\b(claims?|statements?|allegations?|contested)\b"
_NUMBERS: Final = r"\b(how (long|many|much)|figures?|numbers?|data|estimates?|counts?|statistics|lengths?|values?)\b"


class Sign(NamedTuple):
    """One thing that speaks for a candidate or against it, and how strongly it is there."""

    key: str
    """Under which its weight is kept."""
    value: float
    text: str = ""
    """How it is told, if not by its key."""


class Part(NamedTuple):
    """One reason for a score."""

    text: str
    points: float


class Scored(NamedTuple):
    """A candidate with its score and the reasons for it."""

    head: Head
    score: float
    parts: tuple[Part, ...]
    signs: Mapping[str, float] = {}
    """How strongly each sign is there, by its key."""
    sure: float = 1.0
    """How sure it is, from 0 to 1, that it answers the question at all."""

    @property
    def is_uncertain(self) -> bool:
        """Whether it fits only a part of what is asked, so that it may answer something else."""
        return self.sure < UNCERTAIN

    def and_also(self, signs: Sequence[Sign]) -> "Scored":
        """Add signs that a closer look has shown."""
        parts = weighed(signs)
        score = round(self.score + sum(part.points for part in parts), 3)
        return self._replace(score=score, parts=(*self.parts, *parts), signs={**self.signs, **by_key(signs)})


def weighed(signs: Sequence[Sign]) -> tuple[Part, ...]:
    """Turn signs into points."""
    parts = (Part(sign.text or sign.key, round(OF_SIGNS.get(sign.key, 1.0) * sign.value, 3)) for sign in signs)
    return tuple(part for part in parts if part.points)


def by_key(signs: Sequence[Sign]) -> dict[str, float]:
    """Add up how strongly signs are there, by their keys."""
    found: dict[str, float] = {}
    for sign in signs:
        found[sign.key] = found.get(sign.key, 0.0) + sign.value
    return found


def ranked(asked: Understood, evidence: Evidence) -> list[Scored]:
    """Give the candidates that may answer the question, the best first."""
    if asked.strangers:
        return []
    scored = [found for head in evidence.heads if (found := Judge(asked, evidence, head).judged())]
    ordered = sorted(scored, key=lambda found: (found.head.sort, found.head.id))
    if re.search(_NOW, asked.question.lower()) and not asked.dates:
        # What is, is as it was found last.
        ordered.sort(key=lambda found: found.head.latest or 0 if found.head.kind == "figure" else 0, reverse=True)
    return sorted(ordered, key=lambda found: -found.score)


def best(found: Sequence[Scored], most: int) -> list[Scored]:
    """Keep the first ones, as long as they are hardly worse than the very first."""
    return [one for one in found[:most] if one.score >= found[0].score * SHARE_OF_BEST]


class Judge:
    """Judges one candidate."""

    def __init__(self, asked: Understood, evidence: Evidence, head: Head) -> None:
        """Take what is asked for, what was found, and the candidate."""
        self.asked = asked
        self.evidence = evidence
        self.head = head

    def judged(self) -> Scored | None:
        """Give the candidate its score; None if it cannot be an answer."""
        if not self.is_counted():
            return None
        words, names, dates = list(self.words()), list(self.names()), list(self.dates())
        if self.is_beside(dates):
            return None
        signs = [*self.fits(words, names, dates), *self.kinds(), *self.extras()]
        parts = weighed(signs)
        score = round(sum(part.points for part in parts), 3)
        return Scored(self.head, score, (*words, *names, *dates, *parts), by_key(signs))

    def fits(self, words: Sequence[Part], names: Sequence[Part], dates: Sequence[Part]) -> Iterator[Sign]:
        """Say how much of what is asked for the candidate fits, so that long questions do not count more than short."""
        of_words = sum(word.weight for word in self.asked.words)
        whole = of_words + NAME_WEIGHT * len(self.places()) + DATE_WEIGHT * bool(self.asked.dates)
        if whole:
            yield Sign(FITS, 10 * sum(part.points for part in (*words, *names, *dates)) / whole)
        if of_words:
            held = zip(self.asked.words, self.evidence.words, strict=True)
            typed = sum(word.weight for word, fits in held if fits.get(self.head.number, 0.0) >= LINKED)
            yield Sign(HOLDS, sum(part.points for part in words) / of_words)
            yield Sign(AS_TYPED, typed / of_words)
        if dates:
            yield Sign(DATED, sum(part.points for part in dates) / DATE_WEIGHT)

    def is_counted(self) -> bool:
        """Say whether the candidate is about what is counted, if anything is."""
        counted = [place for place, word in enumerate(self.asked.words) if word.is_counted and word.number]
        if any(
            word.is_proper and word.number and self.head.number not in fits
            for word, fits in zip(self.asked.words, self.evidence.words, strict=True)
        ):
            return False
        # What only says nearly the same is something else to count.
        return not counted or any(
            self.evidence.words[place].get(self.head.number, 0.0) > ALIKE_WORD for place in counted
        )

    def is_beside(self, dates: list[Part]) -> bool:
        """Say whether a record is of another place or time than is asked for, so that it cannot be an answer."""
        is_figure = self.head.kind == "figure"
        if self.asked.dates and not dates and (is_figure or self.head.kind == "event"):
            return True
        if self.asked.dates and self.asked.wanted[0] is Wanted.HOW_MUCH and not is_figure and not self.is_inside():
            return True
        regions = [places for places in self.places() if any(name.kind == "region" for _, name in places)]
        fitting = sum(any(self.fit(place) for place, _ in places) for places in regions)
        if is_figure and regions and not fitting:
            return True
        if is_figure and fits_unit(self.asked.question, self.head.unit or "") < 0:
            return True
        if is_figure and self.head.rule and not re.search(_RULES, self.asked.question.lower()):
            return True
        # A place that only shares ground with the one that is asked for is not enough alone.
        return bool(self.places()) and max((self.fit(place) for group in self.places() for place, _ in group)) <= SHARED

    def is_inside(self) -> bool:
        """Say whether the candidate is an event that lies wholly in a time that is asked for."""
        dated = self.head.earliest, self.head.latest
        spans = [span for date in self.asked.dates for span in date.spans]
        return self.head.kind == "event" and any(overlap(dated, span) == 1.0 for span in spans)

    def places(self) -> list[list[tuple[int, Named]]]:
        """Group the names of places, actors and works by the words that say them: one of each group is meant."""
        groups: dict[str, list[tuple[int, Named]]] = {}
        for place, name in enumerate(self.asked.named):
            if name.kind in ("actor", "region", "source"):
                groups.setdefault(name.text, []).append((place, name))
        return list(groups.values())

    def fit(self, place: int) -> float:
        """Say how well the candidate fits a name."""
        return self.evidence.names[place].get(self.head.number, 0.0)

    def words(self) -> Iterator[Part]:
        """Count the words that the candidate holds."""
        for word, fits in zip(self.asked.words, self.evidence.words, strict=True):
            if fit := fits.get(self.head.number, 0.0):
                yield Part(f"word {word.text}", round(fit * word.weight, 3))

    def names(self) -> Iterator[Part]:
        """Count the places and actors that the candidate has to do with."""
        for group in self.places():
            if fit := max(self.fit(place) for place, _ in group):
                yield Part(f"{group[0][1].kind} {group[0][1].text}", round(fit * NAME_WEIGHT, 3))

    def dates(self) -> Iterator[Part]:
        """Count whether the candidate lies in a time that is asked for."""
        spans = [span for date in self.asked.dates for span in date.spans]
        dated = self.head.earliest, self.head.latest
        fit = max((overlap(dated, span) for span in spans), default=0.0)
        if not fit and self.head.kind == "event":
            fit = max(
                (JUST_BEFORE * overlap(dated, date.before) for date in self.asked.dates if date.before), default=0.0
            )
        if fit and self.head.spans:
            yield Part("date", round(fit * DATE_WEIGHT, 3))

    def kinds(self) -> Iterator[Sign]:
        """Say whether records of this kind answer such questions."""
        for kind, part in zip(self.asked.wanted, (1.0, SECOND), strict=False):
            points = OF_A_KIND.get(f"{self.head.kind} for {kind}", OF_ANY_KIND)
            yield Sign("kind", part * points, f"{self.head.kind} for '{kind}'")

    def extras(self) -> Iterator[Sign]:
        """Say what else speaks for the candidate."""
        yield from self.numbers()
        yield from self.positions()
        if self.head.number in self.evidence.negated:
            yield Sign("says what was not", 1.0)

    def numbers(self) -> Iterator[Sign]:
        """Say whether the figure is of the measure that is named, and of the sort that is asked for."""
        if self.head.kind != "figure" or not {*self.asked.wanted} & {Wanted.HOW_MUCH, Wanted.AGREEMENT}:
            return
        if self.head.missing:
            yield Sign("nobody gives the number", 1.0)
        for place, name in enumerate(self.asked.named):
            if name.kind == "measure" and self.fit(place):
                yield Sign("measure", 1.0, f"{name.kind} {name.text}")
        if Wanted.HOW_MUCH in self.asked.wanted:
            yield from self.amounts()
        if Wanted.AGREEMENT in self.asked.wanted and re.search(_NUMBERS, self.asked.question.lower()):
            yield Sign("a figure, as asked for", 1.0)

    def amounts(self) -> Iterator[Sign]:
        """Say whether the figure counts in the way that is asked for."""
        question, told = self.asked.question, f"a figure in {self.head.unit}"
        if self.head.rule:
            yield Sign("a figure of what shall be, as asked for", 1.0)
        if (self.head.unit in RELATIVE) != wants_relative(question):
            yield Sign("unit", -1.0, told)
        elif fit := fits_unit(question, self.head.unit or ""):
            yield Sign("unit", fit, told)
        elif self.head.unit in COUNTED and wants_measured(question):
            yield Sign("counted, not measured", 1.0)

    def positions(self) -> Iterator[Sign]:
        """Say whether somebody who is named takes a position, and one that is asked for."""
        stands = self.evidence.stands.get(self.head.number, [])
        polarities = {polarity for _, polarity, _ in stands}
        asked_actors = {record for name in self.asked.named if name.kind == "actor" for record in name.ids}
        if self.asked.wanted[0] is not Wanted.WHO and any(actor in asked_actors for actor, _, _ in stands):
            yield Sign("somebody asked for takes a position", 1.0)
        if Wanted.DENIAL in self.asked.wanted and "-" in polarities:
            yield from self.denials(stands, asked_actors)
        if Wanted.ADMISSION in self.asked.wanted and any(stance == ADMITTING for _, _, stance in stands):
            yield Sign("somebody admits it", 1.0)
        if Wanted.AGREEMENT in self.asked.wanted and {"+", "-"} <= polarities:
            yield Sign("contested", 2.0 if re.search(_CLAIMS, self.asked.question.lower()) else 1.0)

    def denials(self, stands: Sequence[tuple[str | None, str, str]], asked: set[str]) -> Iterator[Sign]:
        """Say that somebody is against it: where it is asked who denies what somebody said, somebody else."""
        if not re.search(_SAYING, self.asked.question.lower()):
            yield Sign("somebody is against it", 1.0)
        elif any(polarity == "-" and actor not in asked for actor, polarity, _ in stands):
            is_said = any(polarity == "+" and actor in asked for actor, polarity, _ in stands)
            yield Sign("somebody else is against it", 1.5 if is_said else 1.0)


def overlap(dated: tuple[int | None, int | None], asked: Span) -> float:
    """Say how well a date fits a time that is asked for: inside it wholly, beyond it half."""
    earliest, latest = dated
    if earliest is None or latest is None or earliest > asked[1] or latest < asked[0]:
        return 0.0
    if (earliest, latest) == (ENDLESS_PAST, ENDLESS_FUTURE):
        return 0.0
    return 1.0 if asked[0] <= earliest and latest <= asked[1] else 0.7
