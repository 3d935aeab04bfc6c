"""Read flow lists and mappings: `[peru, {id: chile}]`.

What stands between their texts (brackets, commas, keys, quotes) is often the same, so what it means is found out once.
Of comments, texts of several lines and the like nothing is said here, and libyaml reads the record.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import accumulate, chain
from operator import sub
from typing import Any, Final, NamedTuple, cast

from narcotl.store import quoted_flow
from narcotl.store.assembly import Assembly, Step
from narcotl.store.nodes import LINE, Node
from narcotl.store.texts import FIRST, WORD, NotPlainError, in_double, in_single, nothing, plain

MOST: Final = 512
"""For no more outlines is there room; that may be twenty megabytes."""
LONG: Final = 4096
"""What is so long comes hardly twice in the same form."""
DEEPEST: Final = 20
"""How deeply flow lists and mappings may be nested here."""
TOKEN: Final = (
    rf"""(["']?+(?:[\[\]{{}}, \n]++|"{WORD}":\ *+|'{WORD}':\ *+|{WORD}:\ ++)*+["']?+)"""
    r"""((?<=")[^"\\]*+(?:\\(?s:.)[^"\\]*+)*+|(?<=')[^']*+(?:''[^']*+)*+"""
    rf"""|(?={FIRST})(?:[^\n:#,?\[\]{{}}]++|:(?=[\w/])|\n\ +(?=[^ \n,\[\]{{}}]))*+|)"""
)
"""What stands before a text: the quote that ends the one before, brackets, commas, keys, a quote; and the text."""
PART: Final = rf"""([\[\]{{}},])| ++|\n(?= )|(["']?)({WORD})\2: *+"""
"""One of the things before a text."""
READERS: Final[dict[str, Callable[[str], str]]] = {"": plain, "'": in_single, '"': in_double}
"""How texts are read, by the quote before them."""
QUOTES: Final = ('"', "'")


class Outline(NamedTuple):
    """How a flow list or mapping is made of its texts."""

    quotes: tuple[int, ...]
    """For each text, how many quotes stand before it."""
    readers: tuple[Callable[[str], str], ...]
    """For each text, how it is read if it is not what stands there."""
    assembly: Assembly


compiled = cache(re.compile)
"""Compiles a pattern when it is first asked for: these take half a millisecond, and many stores have no brackets."""


def listed(raw: str, spot: int) -> Node:
    """Read a list from behind its first bracket on."""
    if raw == "]":
        return quoted_flow.empty()
    text = f"[{raw}"
    return quoted_flow.items(text, spot) or flow(text, spot)


def mapped(raw: str, spot: int) -> Node:
    """Read a mapping from behind its first bracket on."""
    return flow(f"{{{raw}", spot)


def flow(text: str, spot: int) -> Node:
    """Read a list or mapping that begins at a spot; fails if something else than a comment follows."""
    if text[-1] not in "]}":
        end = max(text.rfind("]"), text.rfind("}")) + 1
        nothing(text[end:], "")
        text = text[:end]
    tokens = list(chain.from_iterable(compiled(TOKEN).findall(text)))
    ends = list(accumulate(map(len, tokens), initial=spot))
    skeleton = tuple(tokens[:-2:2])
    outline = outlined(skeleton) if len(text) < LONG else learnt(skeleton)
    if outline is None or ends[-1] - spot != len(text):
        raise NotPlainError
    nodes: list[Any] = tokens[1:-4:2]
    spots = list(map(sub, ends[1::2], outline.quotes))
    if is_odd(text):
        nodes = [read(node) for read, node in zip(outline.readers, nodes, strict=True)]
        if "\n" in text:
            begins = [found.end() for found in re.finditer("\n", text)]
            spots = [spot_of(begins, place - spot, spot) for place in spots]
    # What is inside another one stands somewhere behind where that begins, and nobody asks for more.
    spots += [spot] * len(outline.assembly.steps)
    return cast("Node", outline.assembly.put(nodes, spots))


def is_odd(text: str) -> bool:
    """Tell whether texts may be something else than what stands there: over lines, escaped, or with spaces behind."""
    return "\\" in text or "\n" in text or "''" in text or " ," in text or " ]" in text or " }" in text


def spot_of(begins: list[int], place: int, spot: int) -> int:
    """Give the spot of a place in a text of several lines that itself begins at a spot."""
    from bisect import bisect_right

    number = bisect_right(begins, place)
    return spot - spot % LINE + number * LINE + place - begins[number - 1] + 1 if number else spot + place


def learnt(skeleton: tuple[str, ...]) -> Outline | None:
    """Find out what brackets, commas, keys and quotes mean; None if it is not plain."""
    try:
        return Outliner(len(skeleton) - 1).outline(skeleton)
    except NotPlainError:
        return None


outlined = lru_cache(maxsize=MOST)(learnt)
"""The same, found out once."""


class Open:
    """A list or mapping that is not closed yet."""

    def __init__(self, bracket: str) -> None:
        """Begin it with its bracket."""
        self.keys: list[str] | None = [] if bracket == "{" else None
        self.numbers: list[int] = []


class Outliner:
    """Follows brackets and commas."""

    def __init__(self, texts: int) -> None:
        """Begin, knowing how many texts there are; what is made of them is numbered after them."""
        self.made = texts
        self.steps: list[Step] = []
        self.open: list[Open] = []
        self.is_due = True
        """Whether a value comes next, or else a comma or what closes."""

    def outline(self, skeleton: tuple[str, ...]) -> Outline:
        """Follow all of them."""
        quotes, quote = [], ""
        for number, written in enumerate(skeleton):
            if not written.startswith(quote):
                raise NotPlainError
            before = written[len(quote) :]
            quote = before[-1:] if before[-1:] in QUOTES else ""
            self.before(before.removesuffix(quote))
            if number < len(skeleton) - 1:
                self.value(number)
                quotes.append(quote)
        if self.open or quote:
            raise NotPlainError
        return Outline(
            tuple(map(len, quotes)), tuple(READERS[quote] for quote in quotes), Assembly(len(quotes), self.steps)
        )

    def before(self, text: str) -> None:
        """Follow what stands before one text."""
        at = 0
        while at < len(text):
            found = compiled(PART).match(text, at)
            if found is None:
                raise NotPlainError
            at = found.end()
            key = found[3]
            if key:
                self.key(key)
            elif found[1]:
                self.sign(found[1])

    def key(self, key: str) -> None:
        """Follow a key."""
        keys = self.open[-1].keys if self.open else None
        if keys is None or not self.is_due or len(keys) > len(self.open[-1].numbers) or key in keys:
            raise NotPlainError
        keys.append(key)

    def sign(self, sign: str) -> None:
        """Follow a bracket or a comma."""
        if sign in "[{":
            if len(self.open) > DEEPEST or not self.may_follow():
                raise NotPlainError
            self.open.append(Open(sign))
            self.is_due = True
        elif not self.open:
            raise NotPlainError
        elif sign == ",":
            if self.is_due:
                raise NotPlainError
            self.is_due = True
        else:
            self.close(sign)

    def may_follow(self) -> bool:
        """Tell whether a value may come here."""
        if not self.open:
            return not self.steps
        keys = self.open[-1].keys
        return self.is_due and (keys is None or len(keys) > len(self.open[-1].numbers))

    def value(self, number: int) -> None:
        """Follow a value with a number."""
        if not self.open or not self.may_follow():
            raise NotPlainError
        self.open[-1].numbers.append(number)
        self.is_due = False

    def close(self, sign: str) -> None:
        """Follow a bracket that closes."""
        last = self.open.pop()
        is_list = last.keys is None
        if is_list != (sign == "]") or (last.keys is not None and len(last.keys) != len(last.numbers)):
            raise NotPlainError
        self.steps.append(Step(None if last.keys is None else tuple(last.keys), tuple(last.numbers), None))
        self.is_due = True
        if self.open:
            self.value(self.made)
        self.made += 1
