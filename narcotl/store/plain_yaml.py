"""Read records in plain YAML quickly: block lists and mappings, flow ones, scalars of one line, and folded texts.

That is a small part of YAML, and nearly all that stores use of it. Of anything else (comments beside values, escapes,
anchors, tags, texts of several lines ...) nothing is said here, and libyaml reads the record. A test holds the two to
the same meaning. Scalars are texts; where they begin is kept for each value, so that problems can be placed.
"""

import re
from itertools import accumulate
from typing import Final

from narcotl.store import quoted_flow
from narcotl.store.nodes import Node, Spotted, SpottedItems

DEEPEST: Final = 40
"""How deeply flow mappings and lists may be nested here, and how far lines may be indented."""

KEY: Final = r"([A-Za-z_][\w-]*):"
FIRST: Final = r"(?:[\w(/.~<=+]|-(?=[\w.]))"
"""How a plain scalar may begin; YAML has more, which libyaml reads."""
BEGINNING: Final = re.compile(FIRST)
DASH: Final = "- "
BOTH: Final = 2
STRAIGHT: Final = re.compile(rf'^(?:- |  ){KEY} (?:"([^"\\\n]*)"|(.+))\n', re.MULTILINE)
"""A key with a value on its line: a text in double quotes, or any other."""
IGNORED: Final = r"(?: *(?:#.*)?\n)*"
"""Empty lines and comments."""
LINE: Final = re.compile(
    rf"({IGNORED}(?:( *)(- )?(?:{KEY}(?= |\n) ?)?(?:({FIRST}.*)"
    r"""|("[^"\\\n]*"|'[^'\n]*')"""
    r"|(>-\n( +)[^ \n].*(?:\n\8[^ \n].*)*)"
    r"|([\[{](?:.*[\]}](?=\n)|.*(?:\n +[^ \n].*){0,99}?[\]}](?=\n))))?\n|\Z))"
    r"|(?s:.+)"
)
"""A line with what is ignored before it: indent, dash, key; then a plain or a quoted text, or a folded one with the
indent of its lines, or a flow list or mapping that may have a hundred lines, or nothing. Last comes what has none.

What is no such line is taken with all that follows, as nothing: to look for one behind it would take the square of
the time.
"""
AFTER: Final = re.compile(r"( *)[^ \n]|(?:(?:#.*)?\n)*\Z")
"""What surely ends a folded text, if it is indented less: a line that is not empty, or the end of the item."""
IN_FLOW: Final = rf"""(?:({FIRST}[^\n:#,?\[\]{{}}]*)|"([^"\\\n]*)"|'([^'\n]*)'|(?=[\[{{]))"""
PAIR: Final = re.compile(rf"(\"?)([A-Za-z_][\w-]*)\1: +{IN_FLOW}(?:(,[ \n]*)|(\}}))?")
ITEM: Final = re.compile(rf"{IN_FLOW}(?:(,[ \n]*)|(\]))?")
NEXT: Final = re.compile(r"(,[ \n]*)|([\]}])")


def record(text: str) -> Spotted | None:
    """Read one item of a list at the top of a file, from its dash to the end of its last line; None if not plain."""
    try:
        if (fields := straight(text)) is not None:
            return fields
        found = Reader(text).items("")
    except NotPlainError:
        return None
    only = found[0] if len(found) == 1 else None
    return only if isinstance(only, Spotted) else None


class NotPlainError(Exception):
    """Something that only libyaml knows."""


def lines_of(text: str) -> list[tuple[str, ...]]:
    """Take a text apart into lines, up to the first that is none; last comes what has none, if it is reached.

    One after the other, since a search would try again at every character: text that is hostile would take hours.
    """
    found, at = [], 0
    while line := LINE.match(text, at):
        found.append(line.groups(""))
        if line.end() == at:
            break
        at = line.end()
    return found


class Flows:
    """Reads flow lists and mappings in the text of one item."""

    def __init__(self, text: str) -> None:
        """Take the text."""
        self.text = text

    def flow(self, at: int, depth: int) -> tuple[Node, int]:
        """Read the flow list or mapping that begins at a character; give it and where it ends."""
        if depth > DEEPEST:
            raise NotPlainError
        opening = self.text[at]
        if opening == "{":
            return self.flow_mapping(at + 1, depth)
        if opening == "[":
            return self.flow_items(at + 1, depth)
        raise NotPlainError

    def flow_mapping(self, at: int, depth: int) -> tuple[Spotted, int]:
        """Read a flow mapping from its first key on."""
        text = self.text
        fields = Spotted()
        spots = fields.spots = {}
        while found := PAIR.match(text, at):
            _, key, plain, double, single, comma, closing = found.groups()
            at = found.end()
            if key in fields:
                raise NotPlainError
            if plain is not None:
                fields[key], spots[key] = plain, found.start(3)
                if plain[-1] == " ":
                    raise NotPlainError
            elif double is not None:
                fields[key], spots[key] = double, found.start(4) - 1
            elif single is not None:
                fields[key], spots[key] = single, found.start(5) - 1
            else:
                spots[key] = at
                fields[key], at = self.flow(at, depth + 1)
                comma, closing, at = self.next(at)
            if closing == "}":
                return fields, at
            if not comma:
                break
        raise NotPlainError

    def flow_items(self, at: int, depth: int) -> tuple[SpottedItems, int]:
        """Read a flow list from its first item on."""
        text = self.text
        items = SpottedItems()
        spots = items.spots = []
        if text[at] == "]":
            return items, at + 1
        while found := ITEM.match(text, at):
            plain, double, single, comma, closing = found.groups()
            spots.append(at)
            at = found.end()
            if plain is not None:
                items.append(plain)
                if plain[-1] == " ":
                    raise NotPlainError
            elif double is not None or single is not None:
                items.append(single if double is None else double)
            else:
                item, at = self.flow(at, depth + 1)
                items.append(item)
                comma, closing, at = self.next(at)
            if closing == "]":
                return items, at
            if not comma:
                break
        raise NotPlainError

    def next(self, at: int) -> tuple[str | None, str | None, int]:
        """Read what stands after a flow list or mapping inside another one."""
        found = NEXT.match(self.text, at)
        if found is None:
            raise NotPlainError
        return found[1], found[2], found.end()


class Straight(Flows):
    """Reads an item that is a mapping with all values on the lines of their keys, which is what most are."""

    def fields(self) -> Spotted | None:
        """Read the mapping; None if it is not one like that. Fails on flows that are not plain."""
        text = self.text
        if text[:2] != DASH or "\n- " in text or "\t" in text:
            return None
        fields = Spotted()
        spots = fields.spots = {}
        end = 0
        for key, quoted, value in STRAIGHT.findall(text):
            start = end + len(key) + 4
            if key in fields:
                return None
            if value:
                if not self.take(fields, key, value, start):
                    return None
                end = start + len(value) + 1
            else:
                fields[key], spots[key] = quoted, start
                end = start + len(quoted) + 3
        # Nothing but the ends of lines may follow; a line that is not straight would be missing from the sum.
        return fields if fields and end == len(text.rstrip("\n")) + 1 else None

    def take(self, fields: Spotted, key: str, value: str, start: int) -> bool:
        """Read a value that begins at a character and ends with its line; tell whether it is plain."""
        opening = value[0]
        if opening == "'":
            fields[key], fields.spots[key] = value[1:-1], start
            return value[-1] == opening and value.count(opening) == BOTH and "\\" not in value
        if opening in "[{":
            stop = end = start + len(value)
            fields[key] = quoted_flow.items(value, start)
            if fields[key] is None:
                fields[key], stop = self.flow(start, 0)
            fields.spots[key] = end
            return stop == end
        fields[key], fields.spots[key] = value, start
        is_whole = ": " not in value and " #" not in value and value[-1] not in " :"
        return is_whole and BEGINNING.match(value) is not None


def straight(text: str) -> Spotted | None:
    """Read an item as a mapping with all values on the lines of their keys; None if it is not one like that."""
    try:
        return Straight(text).fields()
    except NotPlainError:
        return None


class Reader(Flows):
    """Reads the text of one item, line by line."""

    def __init__(self, text: str) -> None:
        """Take a text apart into lines; fails if something in it is none, or if it holds a tab."""
        super().__init__(text)
        self.lines = lines_of(text)
        self.starts = [0, *accumulate([len(line[0]) for line in self.lines])]
        self.number = 0
        if self.starts[-1] != len(text) or "\t" in text:
            raise NotPlainError

    def items(self, margin: str) -> SpottedItems:
        """Read the list whose dashes stand after a margin."""
        items = SpottedItems()
        spots = items.spots = []
        while (line := self.lines[self.number])[1] == margin and line[2]:
            if line[3]:
                spots.append(self.starts[self.number])
                items.append(self.mapping(margin + "  ", after_dash=True))
            else:
                self.number += 1
                item, spot = self.value(line)
                items.append(item)
                spots.append(spot)
        if len(line[1]) > len(margin) or not (margin or self.number == len(self.lines) - 1):
            raise NotPlainError
        return items

    def mapping(self, margin: str, *, after_dash: bool = False) -> Spotted:
        """Read the mapping whose keys stand after a margin, the first one perhaps after a dash."""
        lines, starts = self.lines, self.starts
        fields = Spotted()
        spots = fields.spots = {}
        while True:
            line = lines[self.number]
            _, spaces, dash, key, plain, *_ = line
            if not after_dash and (spaces != margin or dash or not key):
                break
            after_dash = False
            if key in fields:
                raise NotPlainError
            self.number += 1
            if plain and ": " not in plain and " #" not in plain and plain[-1] not in " :":
                fields[key], spots[key] = plain, starts[self.number] - 1 - len(plain)
            else:
                fields[key], spots[key] = self.value(line, margin)
        if len(spaces) >= len(margin):
            raise NotPlainError
        return fields

    def value(self, line: tuple[str, ...], margin: str | None = None) -> tuple[Node, int]:
        """Read what a line says after its key, which stands after a margin, or after its dash, and where it begins."""
        *_, plain, quoted, folded, indent, flow = line
        end = self.starts[self.number] - 1
        if plain:
            if ": " in plain or " #" in plain or plain[-1] in " :":
                raise NotPlainError
            return plain, end - len(plain)
        if quoted:
            return quoted[1:-1], end - len(quoted)
        if flow:
            node, stop = self.flow(end - len(flow), 0)
            if stop != end:
                raise NotPlainError
            return node, end
        if margin is None:
            raise NotPlainError
        return (self.folded(folded, indent, margin), end - len(folded)) if folded else (self.below(margin), end)

    def below(self, margin: str) -> Node:
        """Read the list or mapping below a key after a margin, if there is one."""
        _, spaces, dash, *_ = self.lines[self.number]
        if len(spaces) > DEEPEST:
            raise NotPlainError
        if dash and len(spaces) >= len(margin):
            return self.items(spaces)
        return self.mapping(spaces) if len(spaces) > len(margin) else None

    def folded(self, text: str, indent: str, margin: str) -> str:
        """Read a folded text, whose lines are all indented alike and more than their key, up to the next key."""
        after = AFTER.match(self.text, self.starts[self.number])
        if after is None or not len(indent) > max(len(margin), len(after[1] or "")) or " \n" in text or text[-1] == " ":
            raise NotPlainError
        return text[3 + len(indent) :].replace("\n" + indent, " ")
