"""Which candidates may answer a question, and how much of what is asked for each of them fits."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from narcotl.dates import ENDLESS_FUTURE, ENDLESS_PAST
from narcotl.reports.ask.evidence import ALIKE_WORD, LINKED, Evidence
from narcotl.reports.ask.figures import Figures
from narcotl.reports.ask.heads import Head
from narcotl.reports.ask.scores import Part, Scored, Sign, by_key, weighed
from narcotl.reports.ask.stances import Stances
from narcotl.reports.ask.understood import Named, Span, Understood
from narcotl.reports.ask.wanted import Wanted
from narcotl.reports.ask.weights import OF_A_KIND, OF_ANY_KIND

NAME_WEIGHT: Final = 2.5
DATE_WEIGHT: Final = 2.0
"""How much a named place or actor, and a date, count beside words, which count from one half to two."""
FITS: Final = "fits what is asked"
HOLDS: Final = "holds the words"
AS_TYPED: Final = "holds them as they are asked"
DATED: Final = "is of that time"
SECOND: Final = 0.3
"""How much the kind of a record counts for the second thing that a question wants."""
JUST_BEFORE: Final = 0.6
"""How well an event fits that lies in the very year after which something is asked for: `after 2001`."""
SHARED: Final = 0.5
"""How well a place fits that only shares ground with the one that is asked for."""
_NOW: Final = r"\b(is|are|has|have|does|do|now|today|currently)\b(?! (been|had|got))"
Group: TypeAlias = list[tuple[int, Named]]
"""Names that the same words say, each with its place among all."""


def ranked(asked: Understood, evidence: Evidence) -> list[Scored]:
    """Give the candidates that may answer the question, the best first."""
    if asked.strangers:
        return []
    judge = Judge(asked, evidence)
    scored = [found for head in evidence.heads if (found := judge.judged(head))]
    ordered = sorted(scored, key=lambda found: (found.head.sort, found.head.id))
    if re.search(_NOW, asked.question.lower()) and not asked.dates:
        # What is, is as it was found last.
        ordered.sort(key=lambda found: found.head.latest or 0 if found.head.kind == "figure" else 0, reverse=True)
    return sorted(ordered, key=lambda found: -found.score)


class Judge:
    """Judges the candidates for one question."""

    def __init__(self, asked: Understood, evidence: Evidence) -> None:
        """Take what is asked for and what was found."""
        self.asked = asked
        self.evidence = evidence
        self.words_and_fits = list(zip(asked.words, evidence.words, strict=True))
        self.groups = groups(asked)
        self.regions = [group for group in self.groups if any(name.kind == "region" for _, name in group)]
        self.spans = [span for date in asked.dates for span in date.spans]
        self.before = [date.before for date in asked.dates if date.before]
        self.of_words = sum(word.weight for word in asked.words)
        self.whole = self.of_words + NAME_WEIGHT * len(self.groups) + DATE_WEIGHT * bool(asked.dates)
        self.figures = Figures(asked, evidence)
        self.stances = Stances(asked, evidence)

    def judged(self, head: Head) -> Scored | None:
        """Give a candidate its score; None if it cannot be an answer."""
        if not self.is_counted(head):
            return None
        words, names, dates = list(self.words(head)), list(self.names(head)), list(self.dates(head))
        if self.is_beside(head, is_dated=bool(dates)):
            return None
        further = self.figures.signs(head) if head.kind == "figure" else self.stances.signs(head)
        signs = [*self.fits(head, words, names, dates), *self.kinds(head), *further]
        if head.number in self.evidence.negated:
            signs.append(Sign("says what was not", 1.0))
        parts = weighed(signs)
        score = round(sum(part.points for part in parts), 3)
        return Scored(head, score, (*words, *names, *dates, *parts), by_key(signs))

    def fits(self, head: Head, words: Sequence[Part], names: Sequence[Part], dates: Sequence[Part]) -> Iterator[Sign]:
        """Say how much of what is asked for a candidate fits, so that long questions do not count more than short."""
        if self.whole:
            yield Sign(FITS, 10 * sum(part.points for part in (*words, *names, *dates)) / self.whole)
        if self.of_words:
            typed = sum(word.weight for word, fits in self.words_and_fits if fits.get(head.number, 0.0) >= LINKED)
            yield Sign(HOLDS, sum(part.points for part in words) / self.of_words)
            yield Sign(AS_TYPED, typed / self.of_words)
        if dates:
            yield Sign(DATED, sum(part.points for part in dates) / DATE_WEIGHT)

    def is_counted(self, head: Head) -> bool:
        """Say whether a candidate is about what is counted, if anything is."""
        counted = []
        for word, fits in self.words_and_fits:
            if word.is_proper and word.number and head.number not in fits:
                return False
            if word.is_counted and word.number:
                # What only says nearly the same is something else to count.
                counted.append(fits.get(head.number, 0.0) > ALIKE_WORD)
        return not counted or any(counted)

    def is_beside(self, head: Head, *, is_dated: bool) -> bool:
        """Say whether a record is of another place or time than is asked for, so that it cannot be an answer."""
        is_figure = head.kind == "figure"
        if self.asked.dates and not is_dated and (is_figure or head.kind == "event"):
            return True
        if self.asked.dates and self.asked.wanted[0] is Wanted.HOW_MUCH and not is_figure and not self.is_inside(head):
            return True
        if is_figure and (
            self.figures.is_beside(head) or (self.regions and not any(self.fit(head, group) for group in self.regions))
        ):
            return True
        # A place that only shares ground with the one that is asked for is not enough alone.
        return bool(self.groups) and max(self.fit(head, group) for group in self.groups) <= SHARED

    def is_inside(self, head: Head) -> bool:
        """Say whether a candidate is an event that lies wholly in a time that is asked for."""
        return head.kind == "event" and any(overlap((head.earliest, head.latest), span) == 1.0 for span in self.spans)

    def fit(self, head: Head, group: Group) -> float:
        """Say how well a candidate fits the best of some names."""
        return max(self.evidence.names[place].get(head.number, 0.0) for place, _ in group)

    def words(self, head: Head) -> Iterator[Part]:
        """Count the words that a candidate holds."""
        for word, fits in self.words_and_fits:
            if fit := fits.get(head.number, 0.0):
                yield Part(f"word {word.text}", round(fit * word.weight, 3))

    def names(self, head: Head) -> Iterator[Part]:
        """Count the places and actors that a candidate has to do with."""
        for group in self.groups:
            if fit := self.fit(head, group):
                yield Part(f"{group[0][1].kind} {group[0][1].text}", round(fit * NAME_WEIGHT, 3))

    def dates(self, head: Head) -> Iterator[Part]:
        """Count whether a candidate lies in a time that is asked for."""
        dated = head.earliest, head.latest
        fit = max((overlap(dated, span) for span in self.spans), default=0.0)
        if not fit and head.kind == "event":
            fit = max((JUST_BEFORE * overlap(dated, span) for span in self.before), default=0.0)
        if fit and head.spans:
            yield Part("date", round(fit * DATE_WEIGHT, 3))

    def kinds(self, head: Head) -> Iterator[Sign]:
        """Say whether records of its kind answer such questions."""
        for kind, part in zip(self.asked.wanted, (1.0, SECOND), strict=False):
            points = OF_A_KIND.get(f"{head.kind} for {kind}", OF_ANY_KIND)
            yield Sign("kind", part * points, f"{head.kind} for '{kind}'")


def groups(asked: Understood) -> list[Group]:
    """Group the names of places, actors and works by the words that say them: one of each group is meant."""
    found: dict[str, Group] = {}
    for place, name in enumerate(asked.named):
        if name.kind in ("actor", "region", "source"):
            found.setdefault(name.text, []).append((place, name))
    return list(found.values())


def overlap(dated: tuple[int | None, int | None], asked: Span) -> float:
    """Say how well a date fits a time that is asked for: inside it wholly, beyond it half."""
    earliest, latest = dated
    if earliest is None or latest is None or earliest > asked[1] or latest < asked[0]:
        return 0.0
    if (earliest, latest) == (ENDLESS_PAST, ENDLESS_FUTURE):
        return 0.0
    return 1.0 if asked[0] <= earliest and latest <= asked[1] else 0.7
