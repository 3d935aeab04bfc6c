"""Records and their parts as dataclasses whose functions are written once, and not compiled for each class.

A dataclass of its own compiles six functions, and thirty of them take as long as some hundred records to be read.
"""

from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from typing import Any, ClassVar, Final, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")

COMPARED: Final[dict[type[Any], tuple[str, ...]]] = {}
"""The names of the fields by which values of each class are equal."""


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def declared(cls: type[T]) -> type[T]:
    """Make a class that is `Declared` a dataclass with slots, frozen, whose fields are given by name."""
    return dataclass(init=False, repr=False, eq=False, slots=True, kw_only=True)(cls)


class Declared:
    """A frozen value with typed fields, given by name, which equals those of its class that have equal fields."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def __init__(self, **given: Any) -> None:
        """Take the fields; fails without one that has no default, and on what is no field."""
        for one in fields(self):
            part = given.pop(one.name, one.default)
            if part is MISSING:
                raise TypeError(f"{type(self).__name__} lacks {one.name}")
            object.__setattr__(self, one.name, part)
        if given:
            raise TypeError(f"{type(self).__name__} does not take {', '.join(sorted(given))}")

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse: a value does not change."""
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        """Refuse: a value does not change."""
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        """Compare all fields, but those that say where a value is from."""
        return parts(self) == parts(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        """Hash what is compared."""
        return hash(parts(self))

    def __repr__(self) -> str:
        """Write the value as it could be made."""
        said = (f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
        return f"{type(self).__qualname__}({', '.join(said)})"

    def __getstate__(self) -> list[Any]:
        """Give all fields, for copies."""
        return [getattr(self, one.name) for one in fields(self)]

    def __setstate__(self, state: list[Any]) -> None:
        """Take all fields, of a copy."""
        for one, part in zip(fields(self), state, strict=True):
            object.__setattr__(self, one.name, part)


def parts(value: Any) -> tuple[Any, ...]:
    """Give the fields by which a value is equal to others."""
    cls = type(value)
    if cls not in COMPARED:
        COMPARED[cls] = tuple(one.name for one in fields(value) if one.compare)
    return tuple([getattr(value, name) for name in COMPARED[cls]])
