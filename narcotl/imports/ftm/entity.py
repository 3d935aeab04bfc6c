"""One entity: an id, a schema, and properties that each have any number of values."""

import re
from typing import Any, Final, NamedTuple

from narcotl.imports.item import RefusedError
from narcotl.imports.plain import plain_text

_DAY: Final = re.compile(r"(?P<date>[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)(?:[T ].*)?")


class Entity(NamedTuple):
    """An entity with its place in the file."""

    number: int
    id: str
    schema: str
    properties: dict[str, list[str]]

    def values(self, *names: str) -> list[str]:
        """Give the values of the first of these properties that has any."""
        return next((self.properties[name] for name in names if self.properties.get(name)), [])

    def text(self, *names: str) -> str:
        """Give the values of the first of these properties that has any, as one plain text."""
        return "\n".join(filter(None, map(plain_text, self.values(*names))))

    def line(self, *names: str) -> str:
        """Give the first value of the first of these properties that has any, in one line."""
        return " ".join(plain_text(next(iter(self.values(*names)), "")).split())


def entity(number: int, value: Any) -> Entity:
    """Take an object for an entity; fails if it is none."""
    properties = value.get("properties") if isinstance(value, dict) else None
    if not isinstance(properties, dict):
        raise RefusedError("it is no entity of FollowTheMoney: it has no properties")
    if not isinstance(value.get("schema"), str) or not isinstance(value.get("id"), str):
        raise RefusedError("it is no entity of FollowTheMoney: it has no id or no schema")
    texts = {name: texts_of(values) for name, values in properties.items()}
    return Entity(number, value["id"], value["schema"], texts)


def texts_of(values: Any) -> list[str]:
    """Give the values of a property; an entity that stands there whole is its id."""
    listed = values if isinstance(values, list) else [values]
    found = [one.get("id") if isinstance(one, dict) else one for one in listed]
    return [str(one) for one in found if one not in (None, "")]


def date(found: Entity, *names: str) -> str:
    """Give a date as it is written, without the time of day; of several that agree the closest."""
    written = []
    for text in found.values(*names):
        day = _DAY.fullmatch(text.strip())
        if day is None:
            raise RefusedError(f"'{text}' is not a date of FollowTheMoney", "Write 1984, 1984-11 or 1984-11-26.")
        written.append(day["date"])
    closest = max(written, key=len, default="")
    if not all(closest.startswith(other) for other in written):
        raise RefusedError(f"it has several dates: {', '.join(written)}", "Leave the one that is meant.")
    return closest


def period(found: Entity) -> str:
    """Give a date or a span in EDTF, of which an end may be unknown; nothing if there is none."""
    if day := date(found, "date"):
        return day
    start, end = date(found, "startDate"), date(found, "endDate")
    if not start and not end:
        return ""
    return start if start == end else f"{start}/{end}"
