"""Learn what the signs are worth by which `narcotl ask` orders its answers, and how sure it is of them.

    python -m tests.ask.fitting           writes narcotl/reports/ask/weights.py, from all questions to learn from
    python -m tests.ask.fitting --check   leaves out one file of questions after the other, and asks it of the rest

Two models, both linear, so that each answer can tell the reasons for its score. The first is learned by how probable
it makes a right record among all candidates (a softmax over them), the second, whether there is an answer, by
logistic regression on the best candidate. Both are drawn towards what they are to begin with (ridge), and
found by Adam with a fixed number of steps, so that the same questions always give the same weights.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from narcotl.library.opened import Library, open_library
from narcotl.reports.ask import finer, judge, sureness, weights
from narcotl.reports.ask.evidence import gather
from narcotl.reports.ask.scores import Scored
from narcotl.reports.ask.understanding import understand
from narcotl.reports.ask.wanted import Wanted
from tests.ask.scoring import TODAY, Question, read

Numbers = NDArray[np.float64]

TUNED: Final = ("questions", "more", "fourth", "fifth", "sixth", "seventh", "everyday")
"""Questions by the authors of the store, each of which counts half."""
OF_STRANGERS: Final = ("eighth", "ninth", "tenth", "eleventh")
OWN_WORTH: Final = 0.5
LOOKED_AT: Final = 120
"""As many of the best candidates of a question are learned from, and the right ones."""
SHARPNESS: Final = 0.7
"""How much the probability of a candidate grows with a point of its score."""
TOWARDS_PRIOR: Final = 3.0
RIDGE: Final = 1.0
SCALE: Final = 0.5
"""So that scores are about as large as before anything was learned; their order is the same."""
STEPS: Final = 600
RATE: Final = 0.05
KIND: Final = re.compile(r"(\w+) for (.+)")
FILE: Final = Path(weights.__file__)


class Case(NamedTuple):
    """A question with everything that its candidates show."""

    question: Question
    ids: tuple[str, ...]
    signs: tuple[Mapping[str, float], ...]
    """What each candidate shows, with the kind of record for what is wanted as a sign of its own."""
    measured: tuple[Mapping[str, float], ...]
    """What is measured of each to say how sure it is, but for its score."""

    def right(self) -> list[bool]:
        """Say which candidates are right answers."""
        return [one in self.question.first or one in self.question.top for one in self.ids]


def case(library: Library, question: Question) -> Case:
    """Find the candidates of a question."""
    asked = understand(library.index, question.text, TODAY)
    evidence = gather(library.index, asked)
    found = judge.ranked(asked, evidence)
    if Wanted.WRONG in asked.wanted or asked.is_checking:
        found = finer.corrected(library.index, asked, evidence, found)
    kept = [one for place, one in enumerate(found) if place < LOOKED_AT or one.head.id in question.first + question.top]
    looked_at = list(finer.closely(library.index, asked, evidence, kept))
    sure = sureness.Sureness(asked, evidence)
    return Case(
        question,
        tuple(one.head.id for one in looked_at),
        tuple({**plain(one), **of_kind(one, asked.wanted)} for one in looked_at),
        tuple(sure.measured(one) for one in looked_at),
    )


def plain(one: Scored) -> dict[str, float]:
    """Give the signs of a candidate but its kind."""
    return {key: value for key, value in one.signs.items() if key != "kind"}


def of_kind(one: Scored, wanted: Sequence[Wanted]) -> dict[str, float]:
    """Give the kind of a record for what is wanted as signs."""
    if "kind" not in one.signs:
        return {}
    return {f"{one.head.kind} for {kind}": part for kind, part in zip(wanted, (1.0, judge.SECOND), strict=False)}


class Table(NamedTuple):
    """Candidates of many questions as a matrix, one below the other, and where each question begins."""

    names: tuple[str, ...]
    values: Numbers
    starts: NDArray[np.intp]
    right: Numbers
    worth: Numbers
    """How much each question counts."""


def table(cases: Sequence[Case], names: Sequence[str], worth: Sequence[float]) -> Table:
    """Put the candidates of questions that have right and wrong ones into a matrix."""
    place = {name: at for at, name in enumerate(names)}
    rows: list[Numbers] = []
    starts: list[int] = []
    right: list[bool] = []
    worths: list[float] = []
    for one, counts in zip(cases, worth, strict=True):
        are_right = one.right()
        if any(are_right) and not all(are_right):
            starts.append(len(rows))
            worths.append(counts)
            right += are_right
            for signs in one.signs:
                row = np.zeros(len(names))
                for key, value in signs.items():
                    row[place[key]] = value
                rows.append(row)
    return Table(tuple(names), np.array(rows), np.array(starts), np.array(right, dtype=float), np.array(worths))


def prior(name: str) -> float:
    """Say what a sign is worth to begin with: what it was before anything was learned."""
    if KIND.fullmatch(name):
        return PRIOR_KINDS.get(name, weights.OF_ANY_KIND)
    return PRIOR_SIGNS.get(name, 0.0)


PRIOR_SIGNS: Final = {
    judge.FITS: 1.0,
    finer.TITLE: 2.0,
    finer.TOGETHER: 0.6,
    finer.DENSE: 2.0,
    finer.CORRECTS: 0.7,
    "nobody gives the number": -1.0,
    "a figure of what shall be, as asked for": 1.5,
    "a figure, as asked for": 2.0,
    "measure": 1.0,
    "counted, not measured": -1.0,
    "unit": 1.0,
    "says what was not": 1.0,
    "somebody asked for takes a position": 0.8,
    "somebody admits it": 2.0,
    "contested": 1.5,
    "somebody is against it": 2.0,
    "somebody else is against it": 2.0,
}
_PRIOR_KINDS: Final[dict[Wanted, dict[str, float]]] = {
    Wanted.HOW_MUCH: {"figure": 3.0, "event": 0.6, "claim": 0.5},
    Wanted.AGREEMENT: {"figure": 2.0, "claim": 2.0},
    Wanted.DENIAL: {"claim": 2.5, "event": 0.5},
    Wanted.ADMISSION: {"claim": 2.5, "event": 0.5},
    Wanted.WRONG: {"correction": 3.0},
    Wanted.SAID: {"claim": 2.0, "event": 1.2},
    Wanted.WHO: {"claim": 1.0, "event": 1.5, "actor": 0.5},
    Wanted.WHEN: {"event": 3.0, "claim": 0.5, "figure": 0.2},
    Wanted.WHERE: {"event": 1.5, "claim": 1.5, "region": 0.5},
    Wanted.WHY: {"claim": 2.0, "event": 1.2},
    Wanted.HAPPENED: {"event": 3.0, "claim": 0.5, "figure": 0.3},
    Wanted.WHETHER: {"claim": 2.0, "event": 1.5, "figure": 0.5},
    Wanted.WHAT: {"event": 1.5, "claim": 1.5, "figure": 1.0, "actor": 0.5, "region": 0.5},
}
PRIOR_KINDS: Final = {
    f"{kind} for {wanted}": points for wanted, kinds in _PRIOR_KINDS.items() for kind, points in kinds.items()
}


def learned(table: Table) -> dict[str, float]:
    """Find the weights that make right records most probable."""
    begin = np.array([prior(name) for name in table.names])
    spread = np.sqrt((table.values**2).mean(axis=0)) + 1e-6
    lengths = np.diff([*table.starts, len(table.values)])

    def slope(found: Numbers) -> Numbers:
        z = SHARPNESS * (table.values @ found)
        z -= np.repeat(np.maximum.reduceat(z, table.starts), lengths)
        each = np.exp(z)
        share = each / np.repeat(np.add.reduceat(each, table.starts), lengths)
        right = share * table.right
        among = right / np.repeat(np.add.reduceat(right, table.starts) + 1e-12, lengths)
        pull = SHARPNESS * (np.repeat(table.worth, lengths) * (among - share)) @ table.values
        grade: Numbers = -pull + 2 * TOWARDS_PRIOR * spread**2 * (found - begin)
        return grade

    return dict(zip(table.names, adam(slope, begin, spread), strict=True))


def adam(slope: Callable[[Numbers], Numbers], begin: Numbers, spread: Numbers) -> Numbers:
    """Go down a slope in so many steps, in units in which all signs spread alike."""
    at, first, second = begin * spread, np.zeros_like(begin), np.zeros_like(begin)
    for step in range(1, STEPS + 1):
        grade = slope(at / spread) / spread
        first, second = 0.9 * first + 0.1 * grade, 0.999 * second + 0.001 * grade**2
        rate = RATE * (1 - (step - 1) / STEPS)
        at = at - rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-9)
    return at / spread


def ordered(one: Case, worth: Mapping[str, float]) -> list[tuple[float, int]]:
    """Put the candidates in order, the best first, each with its score."""
    found = [
        (sum(worth.get(key, 0.0) * value for key, value in signs.items()), place)
        for place, signs in enumerate(one.signs)
    ]
    return sorted(found, key=lambda scored: -scored[0])


def is_right(one: Case, order: Sequence[tuple[float, int]]) -> bool:
    """Say whether the best candidates are the answer."""
    return not one.question.nothing and one.question.is_answered_by([one.ids[place] for _, place in order])


def measured(one: Case, scored: tuple[float, int]) -> dict[str, float]:
    """Give what is measured of a candidate."""
    score, place = scored
    return {**one.measured[place], "score": score}


def sure_of(cases: Sequence[Case], worth: Mapping[str, float]) -> dict[str, float]:
    """Find the weights by which questions with an answer are told from those without, on the best candidates."""
    best = [(one, ordered(one, worth)) for one in cases if one.ids]
    used = [(one, order) for one, order in best if one.question.nothing or is_right(one, order)]
    rows = [measured(one, order[0]) for one, order in used]
    names = sorted({key for row in rows for key in row if key != "kind"})
    values = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    answered = np.array([float(not one.question.nothing) for one, _ in used])
    spread = values.std(axis=0) + 1e-6
    spread[names.index("")] = 1.0
    keep = np.array([float(name != "") for name in names])

    def slope(found: Numbers) -> Numbers:
        probable = 1 / (1 + np.exp(-(values @ found)))
        grade: Numbers = (probable - answered) @ values + 2 * RIDGE * keep * spread**2 * found
        return grade

    found = adam(slope, np.zeros(len(names)), spread)
    return {name: value for name, value in zip(names, found, strict=True) if abs(value) >= 0.005}


def probability(measured: Mapping[str, float], sure: Mapping[str, float]) -> float:
    """Say how sure a candidate is."""
    return float(1 / (1 + np.exp(-sum(sure.get(key, 0.0) * value for key, value in measured.items()))))


def fitted(files: Mapping[str, Sequence[Case]]) -> tuple[dict[str, float], dict[str, float]]:
    """Learn both models from some files."""
    cases = [one for cases in files.values() for one in cases]
    worth = [OWN_WORTH if name in TUNED else 1.0 for name, cases in files.items() for _ in cases]
    names = sorted({key for one in cases for signs in one.signs for key in signs})
    found = {name: SCALE * value for name, value in learned(table(cases, names, worth)).items()}
    return found, sure_of(cases, found)


def check(files: Mapping[str, Sequence[Case]]) -> Iterator[str]:
    """Ask each file of strangers' questions of what was learned from all others."""
    right = asked = 0
    for name in files:
        if name in TUNED:
            continue
        worth, sure = fitted({other: cases for other, cases in files.items() if other != name})
        told = [result(one, worth, sure) for one in files[name]]
        nothing = [good for one, good in zip(files[name], told, strict=True) if one.question.nothing]
        yield f"{name}: {sum(told)} of {len(told)} right; {sum(nothing)} of {len(nothing)} without an answer"
        right, asked = right + sum(told), asked + len(told)
    yield f"together: {right} of {asked} ({100 * right / asked:.1f}%)"


def result(one: Case, worth: Mapping[str, float], sure: Mapping[str, float]) -> bool:
    """Say whether a question is answered rightly."""
    order = ordered(one, worth)
    best = [probability(measured(one, scored), sure) for scored in order[: sureness.BEST]]
    is_answered = any(probable >= sureness.LEAST for probable in best)
    return is_right(one, order) if is_answered else one.question.nothing


def written(worth: Mapping[str, float], sure: Mapping[str, float]) -> str:
    """Write the module."""
    kinds = {name: value for name, value in worth.items() if KIND.fullmatch(name)}
    signs = {name: value for name, value in worth.items() if name not in kinds}
    return "\n".join(
        (
            '"""What signs are worth, as `python -m tests.ask.fitting` learned it from answered questions."""',
            "",
            "from typing import Final",
            "",
            *mapping("OF_SIGNS", signs, "What each sign is worth where it is there once."),
            *mapping("OF_A_KIND", kinds, "How well a record of a kind answers a question of a kind."),
            f"OF_ANY_KIND: Final = {weights.OF_ANY_KIND}",
            '"""What any other kind is worth."""',
            *mapping("SURE", sure, "What is measured of a question and its best answer, for how sure that is."),
            "",
        )
    )


def mapping(name: str, values: Mapping[str, float], says: str) -> list[str]:
    """Write a dictionary."""
    lines = [f'    "{key}": {round(float(value), 2)},' for key, value in sorted(values.items())]
    return [f"{name}: Final[dict[str, float]] = {{", *lines, "}", f'"""{says}"""']


def main() -> None:
    """Learn, and write what was learned, or check it."""
    library = open_library()
    files = {name: [case(library, question) for question in read(f"{name}.yaml")] for name in (*TUNED, *OF_STRANGERS)}
    if "--check" in sys.argv:
        for line in check(files):
            print(line)  # noqa: T201 - this is a program
    else:
        FILE.write_text(written(*fitted(files)), "utf-8")


if __name__ == "__main__":
    main()
