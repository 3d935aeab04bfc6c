"""Records and their parts: frozen values with typed fields in slots, whose functions are written once, for all classes.

A dataclass of its own compiles six functions, and thirty of them take as long as some hundred records to be read. The
module `dataclasses` itself, with all by which Python looks into its own code, takes as long again, and is not imported.
"""

from functools import cache
from typing import Any, ClassVar, Final, NamedTuple, NoReturn, dataclass_transform, get_origin

from narcotl.frozen import DataclassFields

REQUIRED: Final[Any] = object()
"""The default of a field that has none."""


class Field(NamedTuple):
    """A field of a class: its type, and what is to be known of it."""

    name: str
    type: Any
    default: Any = REQUIRED
    flat: bool = False
    """Whether the fields of its value stand beside it in the store: `source`, `via`, ... of a citation."""
    hidden: bool = False
    """Whether it says only where a value is from: neither a store nor JSON has it, and it makes no value another."""

    @property
    def is_required(self) -> bool:
        """Tell whether it has no default."""
        return self.default is REQUIRED


def field(*, default: Any = REQUIRED, flat: bool = False, hidden: bool = False) -> Any:
    """Say more of a field than its default."""
    return Field("", None, default, flat, hidden)


@cache
def alike(cls: "Declaring") -> dict[str, Any]:
    """Declare a dataclass like a class, without its functions, and give its fields."""
    import dataclasses

    kinds = [(one.name, one.type, like(one)) for one in cls.FIELDS]
    made: Any = dataclasses.make_dataclass(cls.__name__, kinds, init=False, repr=False, eq=False, kw_only=True)
    return dict(made.__dataclass_fields__)


def like(one: Field) -> Any:
    """Give the field of a dataclass that is like a field."""
    import dataclasses

    default = dataclasses.MISSING if one.default is REQUIRED else one.default
    said: Any = {"default": default, "metadata": {"flat": True} if one.flat else None}
    return dataclasses.field(compare=not one.hidden, repr=not one.hidden, **said)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
class Declaring(type):
    """Makes classes of values: what is annotated is a field, in a slot, and what it is set to is its default."""

    FIELDS: tuple[Field, ...]
    """The fields in order, those of the classes before it among them."""
    COMPARED: tuple[str, ...]
    """The names of those by which values are equal."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> "Declaring":
        """Take the fields out of the body of a class."""
        own = {one: kind for one, kind in body.get("__annotations__", {}).items() if get_origin(kind) is not ClassVar}
        told = tuple([said(one, kind, body.pop(one, REQUIRED)) for one, kind in own.items()])
        body["__slots__"] = tuple(own)
        made = super().__new__(cls, name, bases, body)
        made.FIELDS = (*(one for base in bases for one in getattr(base, "FIELDS", ())), *told)
        made.COMPARED = tuple([one.name for one in made.FIELDS if not one.hidden])
        return made


def said(name: str, kind: Any, default: Any) -> Field:
    """Give a field as it is said in the body of a class."""
    return Field(name, kind, *default[2:]) if isinstance(default, Field) else Field(name, kind, default)


class Declared(metaclass=Declaring):
    """A frozen value with typed fields, given by name, which equals those of its class that have equal fields."""

    FIELDS: ClassVar[tuple[Field, ...]]
    COMPARED: ClassVar[tuple[str, ...]]
    __dataclass_fields__ = DataclassFields(alike)

    def __init__(self, **given: Any) -> None:
        """Take the fields; fails without one that has no default, and on what is no field."""
        for one in self.FIELDS:
            part = given.pop(one.name, one.default)
            if part is REQUIRED:
                raise TypeError(f"{type(self).__name__} lacks {one.name}")
            object.__setattr__(self, one.name, part)
        if given:
            raise TypeError(f"{type(self).__name__} does not take {', '.join(sorted(given))}")

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse: a value does not change."""
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        """Refuse: a value does not change."""
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        """Compare all fields, but those that say where a value is from."""
        return parts(self) == parts(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        """Hash what is compared."""
        return hash(parts(self))

    def __repr__(self) -> str:
        """Write the value as it could be made."""
        said = (f"{one.name}={getattr(self, one.name)!r}" for one in self.FIELDS if not one.hidden)
        return f"{type(self).__qualname__}({', '.join(said)})"

    def __getstate__(self) -> list[Any]:
        """Give all fields, for copies."""
        return [getattr(self, one.name) for one in self.FIELDS]

    def __setstate__(self, state: list[Any]) -> None:
        """Take all fields, of a copy."""
        for one, part in zip(self.FIELDS, state, strict=True):
            object.__setattr__(self, one.name, part)


def parts(value: Declared) -> tuple[Any, ...]:
    """Give the fields by which a value is equal to others."""
    return tuple([getattr(value, name) for name in value.COMPARED])


def is_value(hint: Any) -> bool:
    """Tell whether a type is that of values with fields."""
    return isinstance(hint, Declaring)
