"""Frozen values that cost little to declare: dataclasses, for modules that every start imports.

For a dataclass Python compiles half a dozen functions, and `dataclasses` itself imports all by which Python looks into
its own code: together they were a third of what most answers cost. A value has its functions from here.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, ClassVar, NoReturn, Self, dataclass_transform


class DataclassFields:
    """By what the module `dataclasses` knows its own: so a value has `fields`, `replace` and `asdict` as well."""

    def __init__(self, alike: Callable[[Any], dict[str, Any]]) -> None:
        """Take what gives the fields of a dataclass that is declared like a class."""
        self.alike = alike

    def __get__(self, value: object, cls: Any) -> dict[str, Any]:
        """Give the fields."""
        return self.alike(cls)


@cache
def alike(cls: type[Any]) -> dict[str, Any]:
    """Declare a dataclass like a value, without its functions, and give its fields."""
    from dataclasses import field, make_dataclass

    kinds: dict[str, Any] = {}
    for one in reversed(cls.__mro__):
        kinds |= vars(one).get("__annotations__", {})
    fields = [
        (name, kinds[name], field() if name in cls._required else field(default=default))
        for name, default in cls._fields.items()
    ]
    body = {"__doc__": cls.__doc__}
    made: Any = make_dataclass(cls.__name__, fields, namespace=body, init=False, repr=False, eq=False, kw_only=True)
    return dict(made.__dataclass_fields__)


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Frozen:
    """A frozen value with typed fields, which equals those of its class that have equal fields.

    The fields are given by name; in their order as well if the class says `kw_only=False`, and patterns name them so.
    """

    __dataclass_fields__ = DataclassFields(alike)
    _fields: ClassVar[dict[str, Any]] = {}
    """The fields in order, with their defaults; None stands for what has none."""
    _required: ClassVar[frozenset[str]] = frozenset()
    __match_args__: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls, *, kw_only: bool = True) -> None:
        """Take the annotations for fields, and what they are set to for their defaults."""
        own = vars(cls).get("__annotations__", ())
        cls._fields = cls._fields | {field: vars(cls).get(field) for field in own}
        cls._required = cls._required | (set(own) - vars(cls).keys())
        type.__setattr__(cls, "__match_args__", () if kw_only else tuple(cls._fields))

    def __init__(self, *placed: Any, **given: Any) -> None:
        """Take the fields; fails without one that has no default, and on what is no field."""
        if placed:
            if len(placed) > len(self.__match_args__):
                raise TypeError(f"{type(self).__name__} takes {len(self.__match_args__)} fields by their order")
            given = {**dict(zip(self.__match_args__, placed, strict=False)), **given}
        fields = self._fields | given
        if len(fields) > len(self._fields) or (len(given) < len(fields) and not self._required <= given.keys()):
            wrong = given.keys() - self._fields.keys() or self._required - given.keys()
            raise TypeError(f"{type(self).__name__} does not take, or lacks: {', '.join(sorted(wrong))}")
        self.__dict__.update(fields)

    def but(self, **changes: Any) -> Self:
        """Give the same with other values of some fields."""
        return type(self)(**{**vars(self), **changes})

    def __setattr__(self, field: str, value: object) -> NoReturn:
        """Refuse: a value does not change."""
        raise AttributeError(f"cannot set {field}: a {type(self).__name__} does not change")

    def __delattr__(self, field: str) -> NoReturn:
        """Refuse: a value does not change."""
        raise AttributeError(f"cannot delete {field}: a {type(self).__name__} does not change")

    def __eq__(self, other: object) -> bool:
        """Compare all fields."""
        return vars(self) == vars(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        """Hash all fields."""
        return hash((type(self), *vars(self).values()))

    def __repr__(self) -> str:
        """Write the value as it could be made."""
        return f"{type(self).__qualname__}({', '.join(f'{field}={part!r}' for field, part in vars(self).items())})"
