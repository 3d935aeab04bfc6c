"""How the functions are written that decode mappings of one shape: what they know of types, and the names they use.

Whatever such a function does not expect makes it fail, in one of the ways that `narcotl.store.quick` knows. A test
holds what it makes to what `narcotl.store.decode` makes.
"""

import re
import typing
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from json.encoder import encode_basestring
from types import NoneType
from typing import Any, Final, TypeAlias

from narcotl.model.declared import is_value
from narcotl.model.encode import DATES
from narcotl.model.fields import Ref
from narcotl.model.record import HIDDEN
from narcotl.store.decode import ADDED_BY_OUTPUT, flat_fields
from narcotl.store.nodes import Spotted, SpottedItems

Found: TypeAlias = list[tuple[str, str, str, int, int]]
"""References, as `narcotl.model.entry` says, but for the record, and with a spot in place of the line and column."""

NUMBER: Final = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,3})?", re.ASCII)
"""Numbers that surely have few enough digits."""
TRUTHS: Final = {"true": True, "false": False, True: True, False: False}
KEYS: Final[dict[type[Any], list[str]]] = {}


def keys_of(cls: type[Any]) -> list[str]:
    """Give the keys of the fields that have one of their own."""
    if cls not in KEYS:
        fields = [field for field in cls.FIELDS if not field.flat]
        KEYS[cls] = [field.name.rstrip("_") for field in fields if field.name not in HIDDEN]
    return KEYS[cls]


def known(cls: type[Any]) -> frozenset[str]:
    """Give the keys that may stand in a mapping, whether they are read or read over."""
    own = keys_of(cls)
    borrowed = [key for inner, _ in flat_fields(cls).values() for key in keys_of(inner)]
    return frozenset([*own, *borrowed, *ADDED_BY_OUTPUT, *(["name"] if "id" in own else [])])


def lacks(cls: type[Any], keys: Sequence[str]) -> bool:
    """Tell whether a class needs more than some keys."""
    beside = flat_fields(cls)
    needed = (beside[one.name][0].SHORT if one.name in beside else one.name for one in cls.FIELDS if one.is_required)
    return not {key.rstrip("_") for key in needed}.issubset(keys)


class Compiler:
    """Writes parts of a function that makes values of one class, and gathers the names that it uses."""

    def __init__(self, *, spotted: bool) -> None:
        """Begin a function for nodes that know where in the text their values begin, or for such that do not."""
        self.spotted = spotted
        self.names: dict[str, Any] = {
            "Mapping": Spotted if spotted else dict,
            "List": SpottedItems if spotted else list,
            "Decimal": Decimal,
            "dates": DATES,
            "fits": NUMBER.fullmatch,
            "truths": TRUTHS,
        }

    def steps(self, hint: Any, part: str, key: str) -> Iterator[str]:
        """Give the statements that turn the node in a variable into a value of a type other than a text."""
        origin = typing.get_origin(hint)
        if origin is typing.Annotated:
            yield from self.reference(next(note for note in hint.__metadata__ if isinstance(note, Ref)), part, key)
        elif origin is not None:
            yield from self.steps(next(one for one in typing.get_args(hint) if one is not NoneType), part, key)
        elif hint is Decimal:
            yield f"if not fits({part}): raise KeyError"
            yield f"{part} = Decimal({part})"
        elif hint is bool:
            yield f"{part} = truths[{part}]"
        else:
            self.names[f"words_{hint.__name__}"] = words(hint)
            yield f"{part} = words_{hint.__name__}[{part}]"

    def reference(self, to: Ref, part: str, key: str) -> Iterator[str]:
        """Read an id, bare or as `{id: ..., name: ...}`, and note the reference."""
        yield f"if {part}.__class__ is Mapping:"
        if self.spotted:
            yield f"    at = {part}.spots['id' if {part}.get('id') else 'name']"
        yield f"    {part} = {part}.get('id') or {part}.get('name')"
        yield f"found.append(({part}, {key!r}, {to.listed!r}, {to.is_loose}, {'at' if self.spotted else 0}))"

    def each(self, item: Any, part: str) -> Iterator[str]:
        """Begin a loop over the items of a list, with their places if those are wanted."""
        spotted = self.spotted and points(item)
        yield f"if {part}.__class__ is List:"
        yield f"    items, spots = {part}, {f'{part}.spots' if spotted else '()'}"
        yield "else:"
        if not is_value(item):
            yield f"    if {part}.__class__ is Mapping: raise KeyError"
        yield f"    items, spots = ({part},), {'(at,)' if spotted else '()'}"
        yield "for item, at in zip(items, spots):" if spotted else "for item in items:"


@cache
def words(vocabulary: Any) -> dict[str, Any]:
    """Give the words of a vocabulary by how they are written."""
    return {word.value: word for word in vocabulary}


@cache
def texts(vocabulary: Any) -> dict[str, str]:
    """Give the JSON of each word of a vocabulary."""
    return {word.value: encode_basestring(word.value) for word in vocabulary}


def points(hint: Any) -> bool:
    """Tell whether values of a type hold references, so that it matters where they stand."""
    if typing.get_origin(hint) is typing.Annotated:
        return True
    if is_value(hint):
        return any(points(field.type) for field in hint.FIELDS)
    return any(map(points, typing.get_args(hint)))


def indented(lines: Iterable[str]) -> Iterator[str]:
    """Indent statements by one step."""
    return (f"    {line}" for line in lines)
