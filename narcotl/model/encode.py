"""Turn records into the JSON that is printed of them, and that the store reads back.

A reference is written `{"id": ...}`; whoever prints it adds the name (`{"id": ..., "name": ...}`), since a
record cannot know the names of others. A reference that may be a plain name is written `{"ref": ...}` until then.

An index of a large store is written by this more than by anything else, so a writer is compiled for each class: a
function of plain string additions, one for each field.
"""

import json
import typing
from collections.abc import Callable, Iterator
from decimal import Decimal
from json.encoder import encode_basestring
from types import NoneType
from typing import Any, Final, TypeAlias

from narcotl.dates import FuzzyDate, parse_edtf
from narcotl.dates.days import day_text
from narcotl.dates.edtf import REMEMBERED
from narcotl.model.declared import REQUIRED, is_value
from narcotl.model.fields import Ref
from narcotl.model.record import HIDDEN, Record

Write: TypeAlias = Callable[[Any], str]

WRITERS: Final[dict[type[Any], Write]] = {}
LITERALS: Final[dict[object, str]] = {None: "null", True: "true", False: "false"}
PLAIN_DAY: Final = '"start":"known","end":"known","precision":"day","approximate":false,"uncertain":false'
"""What is written of every single day without marks."""
NONE: Final = frozenset[str]()


def to_json(record: Record) -> dict[str, Any]:
    """Encode a record: its kind and id first, then its fields in the order of the model.

    What the record does not say is left out, except for the fields that its class calls core.
    A record's own kind (of a region, an actor, a correction) is written as `type`.
    """
    encoded: dict[str, Any] = json.loads(to_text(record))
    return encoded


def to_text(record: Record) -> str:
    """Encode a record as JSON text without spaces."""
    return f'{{"kind":"{record.KIND.value}"{writer(type(record))(record)}}}'


def writer(cls: type[Any]) -> Write:
    """Give the compiled writer of the fields of a class: each with a comma before it."""
    if cls not in WRITERS:
        WRITERS[cls] = compile_writer(cls)
    return WRITERS[cls]


def compile_writer(cls: type[Any]) -> Write:
    """Compile the writer of the fields of a class."""
    names: dict[str, Any] = {"quoted": encode_basestring, "dates": DATES, "number": number_text}
    body = "".join(f"    {line}\n" for line in statements(cls, names, "value"))
    exec(f"def write(value):\n    text = ''\n{body}    return text\n", names)  # noqa: S102 - made of our own classes
    return typing.cast("Write", names["write"])


def statements(cls: type[Any], names: dict[str, Any], owner: str, taken: frozenset[str] = NONE) -> Iterator[str]:
    """Give the statements that add each field to `text`, and gather the names that they use.

    What is taken are fields that stand in the same object and go first.
    """
    hints = typing.get_type_hints(cls, include_extras=True)
    fields = [field for field in cls.FIELDS if field.name not in HIDDEN]
    for field in sorted(fields, key=lambda field: field.name != "id"):
        yield f"part = {owner}.{field.name}"
        if field.flat:
            inner = next(one for one in (*typing.get_args(hints[field.name]), hints[field.name]) if one is not NoneType)
            own = frozenset(field.name for field in fields)
            yield "if part is not None:"
            yield from (f"    {line}" for line in statements(inner, names, f"{owner}.{field.name}", own))
            continue
        key = "type" if field.name == "kind" and issubclass(cls, Record) else field.name.rstrip("_")
        core = field.name in cls.CORE
        empty = "part is None" + (f" or value.{field.name} is not None" if field.name in taken else "")
        if not core and field.default not in (REQUIRED, None):
            names[f"default_{cls.__name__}_{field.name}"] = field.default
            empty += f" or part == default_{cls.__name__}_{field.name}"
        yield f"if not ({empty}):"
        yield f"    text += ',\"{key}\":' + {expression(str if key == 'id' else hints[field.name], 'part', names)}"
        if core:
            yield "else:"
            yield f"    text += ',\"{key}\":null'"
    for name in getattr(cls, "DERIVED", ()):
        yield f"text += ',\"{name}\":' + quoted({owner}.{name})"


def expression(hint: Any, part: str, names: dict[str, Any]) -> str:
    """Give the expression for the JSON text of a value of a type."""
    origin = typing.get_origin(hint)
    if origin is typing.Annotated:
        loose = next(note for note in hint.__metadata__ if isinstance(note, Ref)).loose
        return f"'{{\"{'ref' if loose else 'id'}\":' + quoted({part}) + '}}'"
    if origin is tuple:
        return f"'[' + ','.join([{expression(typing.get_args(hint)[0], 'item', names)} for item in {part}]) + ']'"
    if origin is not None:
        return expression(next(one for one in typing.get_args(hint) if one is not type(None)), part, names)
    if hint is FuzzyDate:
        return f"dates[{part}.edtf][1]"
    if hint is Decimal:
        return f"number({part})"
    if is_value(hint):
        names[f"write_{hint.__name__}"] = writer(hint)
        return f"'{{' + write_{hint.__name__}({part})[1:] + '}}'"
    return f"('true' if {part} else 'false')" if hint is bool else f"quoted({part})"


class Dates(dict[str, tuple[FuzzyDate, str]]):
    """Dates and their JSON by what is written in a store; stores repeat theirs."""

    __slots__ = ()

    def __missing__(self, written: str) -> tuple[FuzzyDate, str]:
        """Read a date, and write it; fails if it is none."""
        date = parse_edtf.__wrapped__(written)  # which remembers it once more, and forgets it in another order
        if len(self) >= REMEMBERED:
            self.clear()
        self[written] = made = date, date_text(date)
        return made


DATES: Final = Dates()


def date_text(date: FuzzyDate) -> str:
    """Write a date as `FuzzyDate.to_json` gives it, at a third of the price."""
    known, text = encode_basestring(date.edtf), encode_basestring(date.text)
    if date.is_plain_day:
        return f'{{"edtf":{known},"text":{text},"earliest":{known},"latest":{known},{PLAIN_DAY}}}'
    first, last = (f'"{day_text(day)}"' if day is not None else "null" for day in (date.earliest, date.latest))
    kind = f'"start":"{date.start}","end":"{date.end}","precision":"{date.precision}"'
    marks = f'"approximate":{LITERALS[date.approximate]},"uncertain":{LITERALS[date.uncertain]}'
    return f'{{"edtf":{known},"text":{text},"earliest":{first},"latest":{last},{kind},{marks}}}'


def plain(value: object) -> str:
    """Write a text, a truth or nothing as JSON."""
    return encode_basestring(value) if isinstance(value, str) else LITERALS[value]


def number_text(value: Decimal) -> str:
    """Write a number: whole ones without a point."""
    return json.dumps(int(value) if value == value.to_integral_value() else float(value))
