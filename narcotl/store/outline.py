"""Find out what keys, dashes and indents of a record mean: which of its values stand in which list or mapping.

Records of a store are much alike: take the values out, and what is left of one is what is left of many others. So that
is looked at once, and to read the next record alike is to put its values where those of the first one went.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from narcotl.store import flow, texts
from narcotl.store.assembly import Assembly, Step
from narcotl.store.nodes import LINE, Node
from narcotl.store.texts import WORD, NotPlainError

if TYPE_CHECKING:
    from narcotl.store.woven import Plan

MOST: Final = 512
"""For no more outlines is there room; that may be twenty megabytes."""
LONGEST: Final = 200
"""How much may stand before a value; keys of a thousand characters are none."""
DEEPEST: Final = 30
"""How far lines may be indented."""
STRUCTURE: Final = re.compile(rf"\n( *)(- +)?(?:([\"']?)({WORD})\3:( *(?:\n +)?))?(.?)")
"""Indent, dash, a key and its quote, what is between it and its value, and what opens the value if it is not plain."""
READERS: Final[dict[str, Callable[[str, Any], Node]]] = {
    "": texts.plain,
    "'": texts.single,
    '"': texts.double,
    "|": texts.literal,
    ">": texts.folded,
    "[": flow.listed,
    "{": flow.mapped,
}
"""How values are read, by what opens them."""
FLOWS: Final = ("[", "{")
BETWEEN: Final = "\0"
"""What stands in no file that is read here."""
FLOWING: Final = tuple([READERS[opening] for opening in FLOWS])
"""What reads lists and mappings in brackets."""
OFTEN: Final = 100
"""Records of a class with the same keys are worth functions if so many came."""
AGAIN: Final = 3
"""A skeleton that came so often is worth a plan."""
SEEN: Final[Counter[tuple[type[Any], tuple[str, ...] | None]]] = Counter()
"""How many records of a class with the same keys came."""


class Line(NamedTuple):
    """What stands before a value."""

    indent: int
    dash: int
    """How wide a dash and the spaces after it are; 0: there is none."""
    key: str
    opening: str
    rows: int
    """How many lines begin here: two, if the value stands below its key."""
    column: int
    """Where the value begins, from 1."""
    is_bare: bool
    """Whether nothing but a comment can stand behind the key."""


END: Final = Line(-1, 0, "", "", 0, 0, is_bare=False)
"""Behind the last value."""


class Leaf(NamedTuple):
    """A value without keys or dashes of its own."""

    number: int
    read: Callable[[str, Any], Node]
    beside: str | int
    """The spaces with which its further lines begin; of a flow list or mapping, its spot."""


class Form:
    """What is known of records that have one skeleton, wherever the lines of their values end."""

    __slots__ = ("folding", "outlines", "plans", "rows", "skeleton", "uses")

    def __init__(self, skeleton: Sequence[str]) -> None:
        """Begin with what stands before the values."""
        self.skeleton = skeleton
        self.rows = sum([written.count("\n") for written in skeleton])
        """How many lines there are if no value takes several."""
        self.folding: list[int] = []
        """The numbers of the values that took several lines."""
        self.outlines: dict[Folds, Outline | None] = {}
        self.uses = 0
        self.plans: dict[type[Any], Plan | None] = {}

    def outline(self, nodes: Sequence[str], rows: int) -> "Outline | None":
        """Say how a record of so many lines is made of its values; None if it is not plain."""
        folds = () if rows == self.rows else self.folds(nodes, rows - self.rows)
        if folds not in self.outlines:
            if len(KEPT) == MOST:
                for form in KEPT:
                    form.outlines.clear()
                KEPT.clear()
            KEPT.append(self)
            self.outlines[folds] = learnt(self, folds)
        return self.outlines[folds]

    def folds(self, nodes: Sequence[str], more: int) -> "Folds":
        """Find the values that take several lines, which are so many more."""
        found = [(number, ends) for number in self.folding if (ends := nodes[number].count("\n"))]
        if sum([ends for _, ends in found]) < more:
            found = [(number, ends) for number, node in enumerate(nodes) if (ends := node.count("\n"))]
            self.folding = sorted({*self.folding, *(number for number, _ in found)})
        return tuple(found)

    def plan(self, cls: type[Any], outline: "Outline") -> "Plan | None":
        """Say how records of a class are made of their texts, if that is worth a plan, and can be."""
        if cls not in self.plans:
            self.uses += 1
            steps = outline.assembly.steps
            alike = cls, steps[-1].keys if steps else None
            SEEN[alike] += 1
            if self.uses < AGAIN or SEEN[alike] < OFTEN:
                if len(SEEN) > MOST:
                    SEEN.clear()
                return None
            from narcotl.store.woven import planned

            self.plans[cls] = planned(cls, outline)
        return self.plans[cls]


class Outline(NamedTuple):
    """How a record is made of its values."""

    keys: int
    """How many keys stand in lines of their own."""
    always: tuple[Leaf, ...]
    """What surely is not what stands there."""
    folded: tuple[Leaf, ...]
    """What else takes several lines."""
    others: tuple[Leaf, ...]
    """That, and what is what stands there, unless a comment or a colon makes that doubtful."""
    assembly: Assembly
    spots: tuple[int, ...]
    """Where the values begin."""
    form: Form
    column: int
    """Where the record begins in its line, from 1."""


Folds: TypeAlias = tuple[tuple[int, int], ...]
"""The numbers of the values that take several lines, and how many ends of lines are inside them."""
KEPT: Final[list[Form]] = []
"""The forms of all outlines that are kept."""


def learnt(form: Form, folds: Folds) -> Outline | None:
    """Find out what the skeleton of a record means; None if it is not plain."""
    try:
        return Outliner(form, folds).outline()
    except NotPlainError:
        return None


@lru_cache(maxsize=MOST)
def formed(skeleton: str) -> Form:
    """Give what is known of records that have one skeleton, joined by `BETWEEN`."""
    return Form(skeleton.split(BETWEEN))


class Outliner:
    """Follows keys, dashes and indents."""

    def __init__(self, form: Form, folds: Folds) -> None:
        """Take all lines apart."""
        ends = dict(folds)
        self.form = form
        self.lines = [*map(line_of, form.skeleton), END]
        self.spots = []
        row = -1
        for number, line in enumerate(self.lines):
            row += line.rows
            self.spots.append(row * LINE + line.column)
            row += ends.get(number, 0)
        self.folded = ends.keys()
        self.number = 0
        self.made = len(form.skeleton)
        self.always: list[Leaf] = []
        self.others: list[Leaf] = []
        self.steps: list[Step] = []

    def outline(self) -> Outline:
        """Follow the whole record, which is the only item of a list."""
        first = self.lines[0]
        if not first.dash:
            raise NotPlainError
        column = first.indent + first.dash
        if first.key:
            self.mapping(column)
        elif first.opening == "{":
            self.leaf(column)
        if self.number != len(self.lines) - 1:
            raise NotPlainError
        return Outline(
            keys=sum(line.key != "" for line in self.lines),
            always=tuple(self.always),
            folded=tuple(leaf for leaf in self.others if leaf.number in self.folded),
            others=tuple(self.others),
            assembly=Assembly(len(self.lines) - 1, self.steps),
            spots=tuple(self.spots[:-1]),
            form=self.form,
            column=column + 1,
        )

    def leaf(self, margin: int) -> int:
        """Follow a value inside something that begins at a margin; give its number."""
        number, opening = self.number, self.lines[self.number].opening
        if opening not in READERS:
            raise NotPlainError
        beside = self.spots[number] if opening in FLOWS else " " * (margin + 1)
        (self.always if opening else self.others).append(Leaf(number, READERS[opening], beside))
        self.number += 1
        return number

    def items(self, margin: int) -> int:
        """Follow the list whose dashes stand at a margin; give its number."""
        numbers, spots = [], []
        while (line := self.lines[self.number]).indent == margin and line.dash:
            spots.append(self.spots[self.number])
            numbers.append(self.mapping(margin + line.dash) if line.key else self.leaf(margin))
        if line.indent > margin:
            raise NotPlainError
        return self.step(None, numbers, tuple(spots))

    def mapping(self, margin: int) -> int:
        """Follow the mapping whose keys stand at a margin, the first one behind a dash perhaps; give its number."""
        found: dict[str, int] = {}
        spots: dict[str, int] = {}
        while True:
            line = self.lines[self.number]
            if found and (line.indent != margin or line.dash or not line.key):
                break
            if line.key in found:
                raise NotPlainError
            spots[line.key] = self.spots[self.number]
            found[line.key] = self.below(margin) if line.is_bare else self.leaf(margin)
        if line.indent >= margin:
            raise NotPlainError
        return self.step(tuple(found), list(found.values()), spots)

    def below(self, margin: int) -> int:
        """Follow the list or mapping below a key at a margin, if there is one; give its number."""
        number, opening = self.number, self.lines[self.number].opening
        self.number += 1
        line = self.lines[self.number]
        is_empty = line.indent < margin or (line.indent == margin and not line.dash)
        leaf = Leaf(number, texts.remark if opening else texts.nothing, "")
        (self.always if is_empty or opening else self.others).append(leaf)
        if line.indent > DEEPEST:
            raise NotPlainError
        if is_empty:
            return number
        return self.items(line.indent) if line.dash else self.mapping(line.indent)

    def step(self, keys: tuple[str, ...] | None, numbers: list[int], spots: Any) -> int:
        """Make a list or mapping of what has these numbers; give its own."""
        self.steps.append(Step(keys, tuple(numbers), spots))
        self.made += 1
        return self.made - 1


@lru_cache(maxsize=MOST)
def line_of(written: str) -> Line:
    """Take apart what stands before a value."""
    found = STRUCTURE.fullmatch(written)
    if found is None or len(written) > LONGEST:
        raise NotPlainError
    spaces, dash, _, key, gap, opening = found.groups("")
    _, is_below, indent = gap.partition("\n")
    if is_below and len(indent) <= len(spaces) + len(dash):
        raise NotPlainError
    return Line(
        indent=len(spaces),
        dash=len(dash),
        key=key,
        opening=opening,
        rows=2 if is_below else 1,
        column=len(indent) + 1 if is_below else len(written) - len(opening),
        is_bare=key != "" and (opening == "#" or not gap),
    )
