"""How well each candidate answers a question: a sum of parts, each of which can be told."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from narcotl.dates import ENDLESS_FUTURE, ENDLESS_PAST
from narcotl.reports.ask.evidence import ALIKE_WORD, Evidence
from narcotl.reports.ask.heads import Head
from narcotl.reports.ask.understood import Named, Span, Understood
from narcotl.reports.ask.units import RELATIVE, fits_unit, wants_relative
from narcotl.reports.ask.wanted import KINDS, Wanted

NAME_WEIGHT = 2.5
DATE_WEIGHT = 2.0
"""How much a named place or actor, and a date, count beside words, which count from one half to two."""
WORDS_COVERED = 0.5
"""What part of the words (by weight) an answer must hold ..."""
WORDS_COVERED_BESIDE_NAMES = 0.3
"""... and what part if it has to do with every place and actor that is named."""
COVERED = 0.5
"""What part of everything that is asked for (by weight) an answer must fit."""
NUMBERLESS = 0.7
"""What part of it a record must fit that has no number, if how much is asked."""
NEARLY_ALL = 0.85
"""What part of it a record must fit whose kind does not answer such questions."""
EASE = 0.6
"""How much of these parts is enough if nothing fits better, and a place or an actor is named."""
FITS = "fits what is asked"
UNCERTAIN = 7.0
"""Of ten points for this: docs/ask.md says how often such answers are right."""
SHARE_OF_BEST = 0.65
"""Answers with less than this part of the best score are left out."""
JUST_BEFORE = 0.6
"""How well an event fits that lies in the very year after which something is asked for: `after 2001`."""
SHARED = 0.5
"""How well a place fits that only shares ground with the one that is asked for."""
ADMITTING = "acknowledges"
_RULES = (
    r"\b(limit|legal|lawful|law|allow\w*|permit\w*|permission|may|target|goal|plan\w*|aim\w*|inten\w+|want\w*|promis\w+"
    r"|should|would|cap|quota|maximum|ceiling|gone|remove)\b"
)
"""Words that ask for what shall be, and not for what is or was."""
_NOW = r"\b(is|are|has|have|does|do|now|today|currently)\b(?! (been|had|got))"
_SAYING = r"\bwhat (\w+ ){1,3}?(wrote|writes|said|says|claim(s|ed)|alleg(es|ed)|reported|asserted|told)\b"
"""Words by which it is asked what somebody said, so that whoever is named is not the one who denies it."""
_CLAIMS = r"\b(claims?|statements?|allegations?|contested)\b"
_NUMBERS = r"\b(how (long|many|much)|figures?|numbers?|data|estimates?|counts?|statistics|lengths?|values?)\b"


class Part(NamedTuple):
    """One reason for a score."""

    text: str
    points: float


class Scored(NamedTuple):
    """A candidate with its score and the reasons for it."""

    head: Head
    score: float
    parts: tuple[Part, ...]

    @property
    def is_uncertain(self) -> bool:
        """Whether it fits only a part of what is asked, so that it may answer something else."""
        return any(part.text == FITS and part.points < UNCERTAIN for part in self.parts)


def ranked(asked: Understood, evidence: Evidence) -> list[Scored]:
    """Give the candidates that answer the question, the best first; none if nothing fits well enough."""
    if asked.strangers:
        return []
    judges = [Judge(asked, evidence, head) for head in evidence.heads]
    scored = [found for judge in judges if (found := judge.judged())]
    if not scored and (any(name.kind in ("actor", "region") for name in asked.named) or not asked.unknown):
        # Perhaps the question says otherwise what the records say; who and where, or all of its words, are known.
        scored = [found for judge in judges if (found := judge.judged(EASE))]
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

    def judged(self, ease: float = 1.0) -> Scored | None:
        """Give the candidate its score; None if it does not fit well enough to be an answer at all."""
        if not self.is_counted():
            return None
        words = list(self.words())
        names = list(self.names())
        dates = list(self.dates())
        asked_words = sum(word.weight for word in self.asked.words)
        asked_names = NAME_WEIGHT * len(self.places())
        asked_dates = DATE_WEIGHT * bool(self.asked.dates)
        whole = asked_words + asked_names + asked_dates
        points = [*words, *names, *dates]
        covered = sum(part.points for part in points)
        least = ease * self.least(len(names), ease)
        if (
            (not whole and not self.is_of_the_store())
            or covered < COVERED * whole * (ease if not names else 1.0)
            or sum(part.points for part in words) < least * asked_words
        ):
            return None
        if self.is_beside(dates) or (not self.is_of_a_kind() and covered < self.nearly_all() * whole):
            return None
        is_number = self.head.kind == "figure" or self.asked.wanted[0] is not Wanted.HOW_MUCH
        if not is_number and covered < NUMBERLESS * whole:
            return None
        # So that long questions do not count more than short ones.
        full = [
            Part(FITS, round(10 * covered / whole, 3) if whole else 0.0),
            *self.kinds(),
            *self.extras(),
        ]
        return Scored(self.head, round(sum(part.points for part in full), 3), (*points, *full))

    def least(self, names: int, ease: float) -> float:
        """Say what part of the words the candidate must hold, which has to do with so many of those who are named."""
        if not names or names < len(self.places()):
            return WORDS_COVERED
        return 0.0 if ease < 1.0 and names > 1 else WORDS_COVERED_BESIDE_NAMES

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

    def is_of_the_store(self) -> bool:
        """Say whether it is asked what is at odds, wherever it is."""
        return Wanted.AGREEMENT in self.asked.wanted and not self.asked.unknown

    def nearly_all(self) -> float:
        """Say what part a record must fit whose kind does not answer such questions; none will do for a number."""
        return NEARLY_ALL if self.asked.wanted[0] is not Wanted.HOW_MUCH else float("inf")

    def is_of_a_kind(self) -> bool:
        """Say whether records of this kind answer questions of this kind."""
        return any(self.head.kind in KINDS[kind] for kind in self.asked.wanted[:2])

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

    def kinds(self) -> Iterator[Part]:
        """Count whether records of this kind answer such questions."""
        for rank, kind in enumerate(self.asked.wanted[:2]):
            if points := KINDS[kind].get(self.head.kind, -1.0) * (0.3 if rank else 1.0):
                yield Part(f"{self.head.kind} for '{kind}'", round(points, 3))

    def extras(self) -> Iterator[Part]:
        """Count what else speaks for the candidate."""
        yield from self.numbers()
        yield from self.positions()
        if self.head.number in self.evidence.negated:
            yield Part("says what was not", 1.0)

    def numbers(self) -> Iterator[Part]:
        """Count the measure that is named, and whether the figure is of the sort that is asked for."""
        if self.head.kind != "figure" or not {*self.asked.wanted} & {Wanted.HOW_MUCH, Wanted.AGREEMENT}:
            return
        if self.head.missing:
            yield Part("nobody gives the number", -1.0)
        for place, name in enumerate(self.asked.named):
            if name.kind == "measure" and self.fit(place):
                yield Part(f"{name.kind} {name.text}", 1.0)
        if Wanted.HOW_MUCH in self.asked.wanted:
            if self.head.rule:
                yield Part("a figure of what shall be, as asked for", 1.5)
            if (self.head.unit in RELATIVE) != wants_relative(self.asked.question):
                yield Part(f"a figure in {self.head.unit}", -1.0)
            elif points := fits_unit(self.asked.question, self.head.unit or ""):
                yield Part(f"a figure in {self.head.unit}", points)
        if Wanted.AGREEMENT in self.asked.wanted and re.search(_NUMBERS, self.asked.question.lower()):
            yield Part("a figure, as asked for", 2.0)

    def positions(self) -> Iterator[Part]:
        """Count whether somebody who is named takes a position, and one that is asked for."""
        stands = self.evidence.stands.get(self.head.number, [])
        polarities = {polarity for _, polarity, _ in stands}
        asked_actors = {record for name in self.asked.named if name.kind == "actor" for record in name.ids}
        if self.asked.wanted[0] is not Wanted.WHO and any(actor in asked_actors for actor, _, _ in stands):
            yield Part("somebody asked for takes a position", 0.8)
        if Wanted.DENIAL in self.asked.wanted and "-" in polarities:
            yield from self.denials(stands, asked_actors)
        if Wanted.ADMISSION in self.asked.wanted and any(stance == ADMITTING for _, _, stance in stands):
            yield Part("somebody admits it", 2.0)
        if Wanted.AGREEMENT in self.asked.wanted and {"+", "-"} <= polarities:
            yield Part("contested", 3.5 if re.search(_CLAIMS, self.asked.question.lower()) else 1.5)

    def denials(self, stands: Sequence[tuple[str | None, str, str]], asked: set[str]) -> Iterator[Part]:
        """Count that somebody is against it: where it is asked who denies what somebody said, somebody else."""
        if not re.search(_SAYING, self.asked.question.lower()):
            yield Part("somebody is against it", 2.0)
        elif any(polarity == "-" and actor not in asked for actor, polarity, _ in stands):
            is_said = any(polarity == "+" and actor in asked for actor, polarity, _ in stands)
            yield Part("somebody else is against it", 3.0 if is_said else 2.0)


def overlap(dated: tuple[int | None, int | None], asked: Span) -> float:
    """Say how well a date fits a time that is asked for: inside it wholly, beyond it half."""
    earliest, latest = dated
    if earliest is None or latest is None or earliest > asked[1] or latest < asked[0]:
        return 0.0
    if (earliest, latest) == (ENDLESS_PAST, ENDLESS_FUTURE):
        return 0.0
    return 1.0 if asked[0] <= earliest and latest <= asked[1] else 0.7
