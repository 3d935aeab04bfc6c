"""Lay a record out as YAML, always in the same way: one field a line, short lists and parts in brackets.

A line has at most 128 characters where that can be; a longer text is folded, a longer list broken or set item by item.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from narcotl.editing.scalars import can_fold, can_stand_as_lines, inline, wrapped

Plain: TypeAlias = "str | Sequence[Plain] | Mapping[str, Plain] | None"
"""What a record is made of when it is written: texts, lists, mappings and nothing."""
Path: TypeAlias = tuple[str | int, ...]

WIDTH: Final = 128
LONG_ITEM: Final = 80
"""A list of texts of which one is longer is set item by item, if it does not fit in a line."""
SPREAD: Final = frozenset({"positions"})
"""Lists whose items have a line for each field, however short they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    """The comments inside a record, by the path of what they are about."""

    before: Mapping[Path, Sequence[str]] = field(default_factory=dict)
    """Comments on lines of their own."""
    beside: Mapping[Path, str] = field(default_factory=dict)
    """Comments behind something on its line."""
    after: Mapping[Path, Sequence[str]] = field(default_factory=dict)
    """Comments on lines of their own below the last of several parts."""

    def inside(self, path: Path) -> bool:
        """Tell whether there is a comment below a path, so that it cannot stand in one line."""
        every = (*self.before, *self.beside, *self.after)
        return any(len(other) > len(path) and other[: len(path)] == path for other in every)


NONE: Final = Remarks()


def record_lines(fields: Mapping[str, Plain], indent: int, remarks: Remarks = NONE) -> list[str]:
    """Write the fields of a record, a line or more for each, all of them indented by so many spaces."""
    return Layout(remarks).mapping(fields, (), indent)


def one_line(value: Plain) -> str:
    """Write anything in one line, in brackets."""
    if isinstance(value, str):
        return inline(value, flow=True)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{inline(key, flow=True)}: {one_line(part)}" for key, part in value.items()) + "}"
    if value is None:
        raise AssertionError("nothing cannot stand in brackets")
    return f"[{', '.join(one_line(part) for part in value)}]"


def is_hollow(value: Plain) -> bool:
    """Tell whether there is a field or an item without a value, which cannot stand in brackets."""
    if isinstance(value, str) or value is None:
        return value is None
    return any(is_hollow(part) for part in (value.values() if isinstance(value, Mapping) else value))


class Layout:
    """The layout of one record with its comments."""

    def __init__(self, remarks: Remarks) -> None:
        """Begin a record that has these comments."""
        self.remarks = remarks

    def mapping(self, fields: Mapping[str, Plain], path: Path, indent: int) -> list[str]:
        """Write a mapping, field by field."""
        lines: list[str] = []
        for key, value in fields.items():
            here = (*path, key)
            lines += self.commented(self.field(inline(key, flow=False), value, here, indent), here, indent)
        return lines

    def commented(self, lines: list[str], path: Path, indent: int) -> list[str]:
        """Add the comments above, beside and below something that is written in these lines."""
        margin = " " * indent
        above = [margin + comment for comment in self.remarks.before.get(path, ())]
        below = [margin + comment for comment in self.remarks.after.get(path, ())]
        beside = self.remarks.beside.get(path)
        first = next(place for place, line in enumerate(lines) if not line.lstrip().startswith("#"))
        if beside and len(lines) > first + 1 and not lines[first].endswith(":"):
            # It would stand inside a text or a list of several lines, or move into the first field of an item.
            above.append(margin + beside)
        elif beside:
            lines = [*lines[:first], f"{lines[first]}  {beside}", *lines[first + 1 :]]
        return [*above, *lines, *below]

    def field(self, key: str, value: Plain, path: Path, indent: int) -> list[str]:
        """Write one field."""
        start = f"{' ' * indent}{key}:"
        if value is None or value == "":
            return [start if value is None else f'{start} ""']
        if isinstance(value, str):
            return self.text(start, value, path, indent + 2)
        if not self.remarks.inside(path) and (brief := self.brief(start, value, path)) is not None:
            return brief
        if isinstance(value, Mapping):
            return [start, *self.mapping(value, path, indent + 2)]
        if all(isinstance(item, str) for item in value) and not self.remarks.inside(path):
            items = [inline(str(item), flow=True) for item in value]
            if all(len(item) <= LONG_ITEM for item in items):
                return broken(f"{start} [", items, " " * (indent + 2))
        return [
            start,
            *(line for place, item in enumerate(value) for line in self.item(item, (*path, place), indent + 2)),
        ]

    def brief(self, start: str, value: Plain, path: Path) -> list[str] | None:
        """Write a part in one line, if it is short and not a list of several parts."""
        if is_hollow(value):
            return None
        if isinstance(value, Sequence) and not isinstance(value, str):
            parts = [item for item in value if not isinstance(item, str)]
            if parts and (len(value) > 1 or path[-1] in SPREAD):
                return None
        line = f"{start} {one_line(value)}"
        return [line] if len(line) <= WIDTH else None

    def text(self, start: str, value: str, path: Path, indent: int) -> list[str]:
        """Write a text: behind its key, or below it if it is long or has several lines."""
        line = f"{start} {inline(value, flow=False)}"
        if path in self.remarks.beside and len(line) <= WIDTH:
            return [line]
        if len(line) > WIDTH and can_fold(value):
            return [f"{start} >-", *(f"{' ' * indent}{part}" for part in wrapped(value.split(), WIDTH - indent))]
        if can_stand_as_lines(value):
            return [f"{start} |-", *(f"{' ' * indent}{part}".rstrip() for part in value.split("\n"))]
        return [line]

    def item(self, value: Plain, path: Path, indent: int) -> list[str]:
        """Write one item of a list that has a line for each."""
        dash = f"{' ' * indent}-"
        lines = [dash] if value is None else self.inside_item(dash, value, path, indent)
        return self.commented(lines, path, indent)

    def inside_item(self, dash: str, value: Plain, path: Path, indent: int) -> list[str]:
        """Write an item that says something."""
        if isinstance(value, str):
            return self.text(dash, value, path, indent + 2)
        spread = isinstance(value, Mapping) and bool(value) and path[-2] in SPREAD
        if not spread and not self.remarks.inside(path) and not is_hollow(value):
            line = f"{dash} {one_line(value)}"
            if len(line) <= WIDTH or not value:
                return [line]
        if not isinstance(value, Mapping):
            parts = enumerate(value or ())
            return [dash, *(line for place, part in parts for line in self.item(part, (*path, place), indent + 2))]
        inner = self.mapping(value, path, indent + 2)
        first = next(place for place, line in enumerate(inner) if not line.lstrip().startswith("#"))
        above = [dash[:-1] + line.lstrip() for line in inner[:first]]
        return [*above, f"{dash} {inner[first].lstrip()}", *inner[first + 1 :]]


def broken(start: str, items: Sequence[str], margin: str) -> list[str]:
    """Write a list in brackets over several lines."""
    lines = [start]
    for place, item in enumerate(items):
        end = "]" if place == len(items) - 1 else ","
        joint = "" if lines[-1] == start else " "
        if lines[-1].strip() and lines[-1] != start and len(lines[-1]) + len(joint) + len(item) + len(end) > WIDTH:
            lines.append(f"{margin}{item}{end}")
        else:
            lines[-1] += f"{joint}{item}{end}"
    return lines
