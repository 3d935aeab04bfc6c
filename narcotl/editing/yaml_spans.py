"""Read YAML with the span of everything in it, under the same limits as the reader of stores."""

import re
from typing import IO, Any, Final, TypeVar

from narcotl.editing.spans import Listing, Mapping, scalar
from narcotl.store.nodes import Node
from narcotl.store.yaml_file import LIST, Composer

_ANCHOR: Final = re.compile(r"(?:[&!]\S*\s+)+")
Collection = TypeVar("Collection", Listing, Mapping)


class SpanComposer(Composer):
    """Compose nodes with spans."""

    def __init__(self, stream: IO[bytes], file: str, text: str) -> None:
        """Read a stream that holds this text as UTF-8."""
        super().__init__(stream, file)
        self.text = text
        self.end = 0
        """Where the content that was read last ends."""
        self.shared: list[int] = []

    def whole(self) -> Node:
        """Compose all that the file holds; fails where the reader of stores would stop."""
        event = self.first()
        if event is None:
            return None
        node = self.compose(event)
        if not isinstance(node, Listing | Mapping):
            raise self.stop(event.start_mark, "a store file is a list of records or a mapping of such lists", LIST)
        event = self.next_event()
        if isinstance(event, self.skipped):
            event = self.next_event()
        if not isinstance(event, self.stream_end):
            raise self.stop(event.start_mark, "a second document begins here", "Keep one document in a file.")
        return node

    def start_of(self, event: Any) -> int:
        """Give where a node begins, behind an anchor or a tag; they are noted."""
        start: int = event.start_mark.index
        if event.anchor or event.tag:
            self.shared.append(start)
            prefix = _ANCHOR.match(self.text, start)
            return prefix.end() if prefix else start
        return start

    def resolve(self, event: Any) -> Node:
        """Give what an alias stands for; its span is that of the anchor."""
        self.shared.append(event.start_mark.index)
        node = super().resolve(event)
        self.end = event.end_mark.index
        return node

    def compose_scalar(self, event: Any) -> Node:
        """Make a scalar with its span; an empty plain one is no value."""
        node = super().compose_scalar(event)
        start = self.start_of(event)
        end: int = event.end_mark.index
        style = event.style or ""
        if style in ("|", ">"):
            # The mark stands behind the line breaks that follow.
            end = start + len(self.text[start:end].rstrip())
        self.end = end
        if node is None:
            return None
        made = scalar(event.value, start, end, style, (event.start_mark.line + 1, event.start_mark.column + 1))
        if event.anchor:
            self.anchors[event.anchor] = made, 1
        return made

    def begun(self, made: Collection, event: Any) -> Collection:
        """Note where a collection begins."""
        made.line, made.column = event.start_mark.line + 1, event.start_mark.column + 1
        made.start, made.flow = self.start_of(event), bool(event.flow_style)
        self.end = event.end_mark.index
        self.made += 1
        return made

    def ended(self, made: Collection, event: Any) -> Collection:
        """Note where a collection ends: in block style, with the last thing in it."""
        if made.flow:
            self.end = event.end_mark.index
        made.end = self.end
        return made

    def compose_list(self, start: Any, depth: int) -> Listing:
        """Make a list of everything up to its end."""
        made = self.begun(Listing(), start)
        event = self.next_event()
        while not isinstance(event, self.ends):
            made.append(self.compose(event, depth + 1))
            event = self.next_event()
        return self.ended(made, event)

    def compose_map(self, start: Any, depth: int) -> Mapping:
        """Make a mapping of everything up to its end; a key that is no text or comes twice is a problem."""
        made = self.begun(Mapping(), start)
        event = self.next_event()
        while not isinstance(event, self.ends):
            key = self.compose(event, depth + 1)
            value = self.compose(self.next_event(), depth + 1)
            self.take(made, key, value, event.start_mark)
            event = self.next_event()
        return self.ended(made, event)
