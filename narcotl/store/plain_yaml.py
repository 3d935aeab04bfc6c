"""Read records in plain YAML quickly: block lists and mappings, flow ones, scalars of one line, and folded texts.

That is a small part of YAML, and nearly all that stores use of it. Of anything else (comments beside values, escapes,
anchors, tags, texts of several lines ...) nothing is said here, and libyaml reads the record. A test holds the two to
the same meaning. Scalars are texts; where they begin is kept for each value, so that problems can be placed.
"""

import re
from typing import Final

from narcotl.store.nodes import Node, Spotted, SpottedItems

DEEPEST: Final = 40
"""How deeply flow mappings and lists may be nested here, and how far lines may be indented."""

KEY: Final = r"([A-Za-z_][\w-]*):"
FIRST: Final = r"(?:[\w(/.~<=+]|-(?=[\w.]))"
"""How a plain scalar may begin; YAML has more, which libyaml reads."""
QUOTED: Final = r"""|"([^"\\\n\t]*)"|'([^'\n\t]*)'"""

BLANK: Final = re.compile(r"(?: *(?:#.*)?\n)*")
LINE: Final = re.compile(
    rf"(?: *(?:#.*)?\n)*( *)(- )?(?:{KEY}(?= |\n) ?)?"
    rf"(?:(?:({FIRST}[^\n\t:#]*(?::[^ \n\t:#][^\n\t:#]*)*){QUOTED}|(>-))?\n|(?=[\[{{]))"
)
"""A line, and the empty ones and comments before it: indent, dash, key, and what these begin.

That is a plain, double quoted, single quoted or folded text, or nothing, or a bracket, where the match ends."""
NO_KEY: Final = -1
ENDED: Final = -1
"""The indent of no line, after the last one."""
PLAIN, DOUBLE, SINGLE, FOLDED = range(4, 8)
"""The groups of what a line says."""
FLOW: Final = rf"(?:({FIRST}[^\n\t:#,?\[\]{{}}]*){QUOTED}|(?=[\[{{]))"
PAIR: Final = re.compile(rf"{KEY} +{FLOW}(?:(,[ \n]*)|(\}}))?")
ITEM: Final = re.compile(rf"{FLOW}(?:(,[ \n]*)|(\]))?")
NEXT: Final = re.compile(r"(,[ \n]*)|([\]}])")
AFTER: Final = re.compile(r"( *)[^ \n]|(?:(?:#.*)?\n)*\Z")
"""What surely ends a folded text, if it is indented less: a line that is not empty, or the end of the item."""
TEXT: Final = re.compile(r"( +)[^ \n\t].*\n")


def blank(text: str, at: int = 0) -> int:
    """Tell where empty lines and comments end that begin at a character."""
    found = BLANK.match(text, at)
    return found.end() if found else at


class NotPlainError(Exception):
    """Something that only libyaml knows."""


def record(text: str) -> Spotted | None:
    """Read one item of a list at the top of a file, from its dash to the end of its last line; None if not plain."""
    reader = Reader(text)
    try:
        reader.go(0)
        found = reader.items(0)
    except NotPlainError:
        return None
    only = found[0] if len(found) == 1 and reader.indent == ENDED else None
    return only if isinstance(only, Spotted) else None


class Reader:
    """Reads the text of one item, line by line."""

    def __init__(self, text: str) -> None:
        """Begin before the first line."""
        self.text = text
        self.indent = ENDED

    def go(self, at: int) -> None:
        """Go on to the next line that says something, from the beginning of a line."""
        found = LINE.match(self.text, at)
        if found is None:
            if blank(self.text, at) < len(self.text):
                raise NotPlainError
            self.indent, self.dash, self.key = ENDED, None, None
            return
        self.found = found
        self.indent = len(found[1])
        self.dash, self.key = found.group(2, 3)
        if self.indent > DEEPEST:
            raise NotPlainError

    def items(self, indent: int) -> SpottedItems:
        """Read the list whose dashes stand at an indent."""
        items = SpottedItems()
        spots = items.spots = []
        while self.indent == indent and self.dash:
            if self.key is None:
                item, spot = self.value(NO_KEY)
            else:
                spot = self.found.start(3)
                self.indent, self.dash = indent + 2, None
                item = self.mapping(indent + 2)
            items.append(item)
            spots.append(spot)
        if self.indent > indent:
            raise NotPlainError
        return items

    def mapping(self, indent: int) -> Spotted:
        """Read the mapping whose keys stand at an indent."""
        fields = Spotted()
        spots = fields.spots = {}
        while self.indent == indent and self.key is not None and not self.dash:
            key = self.key
            if key in fields:
                raise NotPlainError
            fields[key], spots[key] = self.value(indent)
        if self.indent >= indent:
            raise NotPlainError
        return fields

    def value(self, indent: int) -> tuple[Node, int]:
        """Read what stands after a key at an indent, or after a dash, and where, and go on."""
        found = self.found
        kind, end = found.lastindex or 0, found.end()
        node: Node
        if kind in (PLAIN, DOUBLE, SINGLE):
            node, spot = found[kind], found.start(kind) - (kind != PLAIN)
            if kind == PLAIN and node[-1] == " ":
                raise NotPlainError
        elif kind == FOLDED:
            spot = found.start(kind)
            node, end = self.folded(end, indent)
        elif self.text[end - 1] == "\n":
            self.go(end)
            return self.below(indent), end
        else:
            spot = end
            node, end = self.flow(end, 0)
            if self.text[end] != "\n":
                raise NotPlainError
            end += 1
        self.go(end)
        return node, spot

    def below(self, indent: int) -> Node:
        """Read the list or mapping below a key at an indent, if there is one."""
        if indent == NO_KEY:
            raise NotPlainError
        if self.dash and self.indent >= indent:
            return self.items(self.indent)
        return self.mapping(self.indent) if self.indent > indent else None

    def folded(self, at: int, indent: int) -> tuple[str, int]:
        """Read the lines of a folded text, which are all indented alike and more than their key, up to the next key."""
        text = self.text
        first = TEXT.match(text, at)
        if first is None or not 0 <= indent < len(first[1]):
            raise NotPlainError
        margin = first[1]
        end = first.end()
        while (line := TEXT.match(text, end)) and line[1] == margin:
            end = line.end()
        lines = text[at + len(margin) : end - 1]
        after = AFTER.match(text, end)
        if after is None or len(after[1] or "") >= len(margin) or " \n" in lines or lines[-1] == " ":
            raise NotPlainError
        return lines.replace("\n" + margin, " "), end

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
            key, plain, double, single, comma, closing = found.groups()
            at = found.end()
            if key in fields:
                raise NotPlainError
            if plain is not None:
                fields[key], spots[key] = plain, found.start(2)
                if plain[-1] == " ":
                    raise NotPlainError
            elif double is not None:
                fields[key], spots[key] = double, found.start(3) - 1
            elif single is not None:
                fields[key], spots[key] = single, found.start(4) - 1
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
