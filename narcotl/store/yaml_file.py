"""Read YAML as a stream of events, so that positions are kept and a large file is never held whole.

PyYAML's loaders turn `1984` into a number and `-0043` into -35, let duplicate keys win in silence and
hold the whole document in memory. Its event stream (libyaml's, where it was built in) does none of that.
"""

from collections.abc import Iterator
from typing import IO, Any

from narcotl.errors import Place, Problem
from narcotl.store.nodes import Fields, Item, Items, Node, Text
from narcotl.store.scalars import excerpt
from narcotl.store.settings import ABOUT

MAX_DEPTH = 60
"""Nesting beyond this is no store; refusing it keeps hostile files from exhausting the stack below."""
MAX_ALIASED = 100_000
"""How many nodes aliases may add to a file in all: an alias bomb ends here."""

QUOTE = "Quote a text that begins with an asterisk."
LIST = "Begin each record with `- id: ...`."

CORE_TAG = "tag:yaml.org,2002:"
PLAIN_TAGS = (None, CORE_TAG + "seq", CORE_TAG + "map", CORE_TAG + "str")
"""Tags that say what is so anyway; any other, such as `!!python/object`, asks for what no store needs."""


class BadYamlError(Exception):
    """The file cannot be read beyond this point."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem that says where and why."""
        super().__init__(problem.message)
        self.problem = problem


class Composer:
    """Compose nodes from the event stream of one file."""

    def __init__(self, stream: IO[bytes], file: str, first_line: int = 1) -> None:
        """Start at the top of a file that was opened for reading bytes, or of a piece of one that begins in a line."""
        import yaml

        self.first_line = first_line

        self.file = file
        self.stream = stream
        self.problems: list[Problem] = []
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.aliased = 0
        self.made = 0
        loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self.events: Iterator[Any] = iter(yaml.parse(stream, Loader=loader))
        self.scalar: type[yaml.ScalarEvent] = yaml.ScalarEvent
        self.mapping: type[yaml.MappingStartEvent] = yaml.MappingStartEvent
        self.sequence: type[yaml.SequenceStartEvent] = yaml.SequenceStartEvent
        self.alias: type[yaml.AliasEvent] = yaml.AliasEvent
        self.ends = (yaml.SequenceEndEvent, yaml.MappingEndEvent)
        self.skipped = (yaml.StreamStartEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent)
        self.stream_end: type[yaml.StreamEndEvent] = yaml.StreamEndEvent

    def place(self, mark: Any) -> Place:
        """Turn a mark of PyYAML (from 0) into a place (from 1)."""
        return Place(file=self.file, line=mark.line + self.first_line, column=mark.column + 1)

    def warn(self, mark: Any, message: str, hint: str = "", length: int = 1) -> None:
        """Note a problem and read on."""
        self.problems.append(
            Problem(place=self.place(mark), message=message, hint=hint, rule="yaml", length=max(1, length))
        )

    def stop(self, mark: Any, message: str, hint: str = "") -> BadYamlError:
        """Say that the file cannot be read beyond this mark."""
        return BadYamlError(Problem(place=self.place(mark), message=message, hint=hint, rule="yaml"))

    def next_event(self) -> Any:
        """Give the next event; a syntax error becomes a problem with its place."""
        import yaml

        try:
            return next(self.events)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            place = self.place(mark) if mark else Place(file=self.file)
            message = f"not YAML: {error.problem or error.context}"
            raise BadYamlError(Problem(place=place, message=message, hint=way_out(error), rule="yaml")) from None
        except yaml.reader.ReaderError as error:
            message = f"not readable text: {error.reason}"
            hint = "Stores are UTF-8 without control characters; save the file as UTF-8."
            place = self.place_of(error.position)
            raise BadYamlError(Problem(place=place, message=message, hint=hint, rule="encoding")) from None

    def place_of(self, offset: int) -> Place:
        """Find the line and column of a byte; the file is not read on after this."""
        self.stream.seek(0)
        before = self.stream.read(offset)
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        return Place(file=self.file, line=before.count(b"\n") + 1, column=column)

    def first(self) -> Any:
        """Skip to the first event of the content; None if the file is empty."""
        event = self.next_event()
        while isinstance(event, self.skipped):
            event = self.next_event()
        return None if isinstance(event, self.stream_end) else event

    def only_item(self, column: int) -> list[Item]:
        """Give the one item of a block list in a column; nothing if there are more, or anchors."""
        event = self.first()
        if not isinstance(event, self.sequence) or event.flow_style or self.place(event.start_mark).column != column:
            return []
        if event.anchor or event.tag:
            return []
        event = self.next_event()
        if isinstance(event, self.ends):
            return []
        node = self.compose(event, 1)
        is_last = isinstance(self.next_event(), self.ends) and not self.next_event().explicit
        is_all = is_last and isinstance(self.next_event(), self.stream_end)
        return [(None, node)] if is_all and not self.anchors else []

    def compose(self, event: Any, depth: int = 0) -> Node:
        """Compose the node that begins with this event."""
        if isinstance(event, self.scalar):
            return self.compose_scalar(event)
        if isinstance(event, self.alias):
            return self.resolve(event)
        if depth > MAX_DEPTH:
            raise self.stop(event.start_mark, f"nested more than {MAX_DEPTH} levels deep", "No record needs that.")
        self.check_tag(event)
        before = self.made
        node = self.compose_list(event, depth) if isinstance(event, self.sequence) else self.compose_map(event, depth)
        if event.anchor:
            self.anchors[event.anchor] = node, self.made - before + 1
        return node

    def check_tag(self, event: Any) -> None:
        """Note a tag that asks for something else than a text, a list or a mapping."""
        if event.tag not in PLAIN_TAGS:
            self.warn(event.start_mark, f"the tag '{excerpt(event.tag)}' is not read", "Write plain YAML without tags.")

    def compose_scalar(self, event: Any) -> Node:
        """Make a text of a scalar; an empty plain one is no value."""
        self.made += 1
        self.check_tag(event)
        node: Node = None
        if event.value or not event.implicit[0]:
            node = text = Text(event.value)
            mark = event.start_mark
            text.line = mark.line + self.first_line
            text.column = mark.column + 1
        if event.anchor:
            self.anchors[event.anchor] = node, 1
        return node

    def compose_list(self, start: Any, depth: int) -> Items:
        """Make a list of everything up to its end."""
        items = Items()
        items.line, items.column = start.start_mark.line + self.first_line, start.start_mark.column + 1
        self.made += 1
        event = self.next_event()
        while not isinstance(event, self.ends):
            items.append(self.compose(event, depth + 1))
            event = self.next_event()
        return items

    def compose_map(self, start: Any, depth: int) -> Fields:
        """Make a mapping of everything up to its end; a key that comes twice is a problem, the first one stays."""
        fields = Fields()
        fields.line, fields.column = start.start_mark.line + self.first_line, start.start_mark.column + 1
        self.made += 1
        event = self.next_event()
        while not isinstance(event, self.ends):
            key = self.compose(event, depth + 1)
            value = self.compose(self.next_event(), depth + 1)
            self.take(fields, key, value, event.start_mark)
            event = self.next_event()
        return fields

    def take(self, fields: dict[str, Any], key: Node, value: Node, mark: Any) -> None:
        """Put a value under its key; a key that is no text, merges others or comes twice is a problem."""
        if not isinstance(key, str):
            self.warn(mark, "a key must be plain text", "If it is a set of dates, put it in quotes.")
        elif key == "<<":
            self.warn(mark, "merge keys are not read", "Write the fields out.", 2)
        elif key in fields:
            message = f"the key '{excerpt(key)}' comes twice"
            self.warn(mark, message, "The first one was kept; remove one.", len(key))
        else:
            fields[key] = value

    def resolve(self, event: Any) -> Node:
        """Give what an alias stands for, as long as aliases stay within reason."""
        if event.anchor not in self.anchors:
            raise self.stop(event.start_mark, f"the alias '*{excerpt(event.anchor)}' has no anchor before it", QUOTE)
        node, size = self.anchors[event.anchor]
        self.aliased += size
        self.made += size
        if self.aliased > MAX_ALIASED:
            raise self.stop(event.start_mark, "aliases unfold to too much", "Write the content out.")
        return node


def way_out(error: Any) -> str:
    """Say what is mostly meant where PyYAML says what it did not expect."""
    if "tab character" in (error.problem or ""):
        return "Indent with spaces; what follows here was not read."
    begun = error.context_mark
    if begun is not None and begun.line != error.problem_mark.line:
        return f"What begins in line {begun.line + 1} is not closed; what follows here was not read."
    return "Quote the text if it holds a colon, a hash or a bracket; what follows here was not read."


def items(stream: IO[bytes], file: str, first_line: int = 1) -> Iterator[Item | Problem]:
    """Read a file record by record: pairs of a top-level key (None in a list) and an item, and problems.

    A list gives its items; a mapping gives, for each key, the items of the list below it, and any other
    value whole. After a syntax error the rest of the file is not read.
    """
    composer = Composer(stream, file, first_line)
    try:
        for pair in walk(composer):
            yield from composer.problems
            composer.problems.clear()
            yield pair
    except BadYamlError as error:
        composer.problems.append(error.problem)
    yield from composer.problems


def walk(composer: Composer) -> Iterator[Item]:
    """Walk over the top of a file."""
    event = composer.first()
    if event is None:
        return
    if isinstance(event, composer.sequence):
        yield from walk_list(composer, event, None)
    elif isinstance(event, composer.mapping):
        yield from walk_map(composer, event)
    elif not isinstance(event, composer.scalar) or event.value or not event.implicit[0]:
        raise composer.stop(event.start_mark, "a store file is a list of records or a mapping of such lists", LIST)
    event = composer.next_event()
    if not isinstance(event, composer.skipped):
        return
    event = composer.next_event()
    if not isinstance(event, composer.stream_end):
        raise composer.stop(event.start_mark, "a second document begins here", "Keep one document in a file.")


def walk_map(composer: Composer, start: Any) -> Iterator[Item]:
    """Give the items below each key of the mapping that begins with this event."""
    composer.check_tag(start)
    seen: set[str | None] = set()
    event = composer.next_event()
    while not isinstance(event, composer.ends):
        key = composer.compose(event)
        name = key if isinstance(key, str) else None
        if name is not None and name in seen:
            composer.warn(
                event.start_mark, f"the key '{excerpt(name)}' comes twice", "Put both in one list.", len(name)
            )
        seen.add(name)
        value = composer.next_event()
        if isinstance(value, composer.sequence) and not value.anchor and name not in ABOUT:
            yield from walk_list(composer, value, name)
        else:
            yield name, composer.compose(value, 1)
        event = composer.next_event()


def walk_list(composer: Composer, start: Any, key: str | None) -> Iterator[Item]:
    """Give the items of the list that begins with this event, each with the key that the list stands below."""
    composer.check_tag(start)
    event = composer.next_event()
    while not isinstance(event, composer.ends):
        yield key, composer.compose(event, 1)
        event = composer.next_event()
