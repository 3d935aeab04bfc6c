"""The filters of the command line as keywords of Python: the same names, the same meaning."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias, TypedDict, TypeVar

from narcotl.errors import UsageError, choice
from narcotl.select.asked import Asked
from narcotl.select.selection import Sort

if TYPE_CHECKING:
    from narcotl.select.query.syntax import Tree

WordT = TypeVar("WordT", bound=StrEnum)
Texts: TypeAlias = str | Iterable[str]
"""One value, or several of which any will do; `not:NAME` leaves out."""
Dates: TypeAlias = str | int | Iterable[str | int]
"""A date as people write it, or a year; or several of which any will do."""


class Filters(TypedDict, total=False):
    """What every list takes."""

    region: Texts
    actor: Texts
    together: Texts
    """Actors that must all be involved, as `--with` names them."""
    since: str | int
    until: str | int
    during: Dates
    date: Dates
    on: Texts
    topic: Texts
    kind: Texts
    status: Texts
    tag: Texts
    source: Texts
    text: Texts
    where: Texts
    """Queries, any of which must hold: `region:peru (hawala OR opium)`."""
    certain: bool
    units: bool
    limit: int | None
    sort: str
    reverse: bool


class ClaimFilters(Filters, total=False):
    """What lists of claims take besides."""

    stance: Texts
    by: Texts
    about: Texts
    contested: bool


class FigureFilters(Filters, total=False):
    """What lists of figures take besides."""

    measure: Texts
    agency: Texts
    vintage: Dates


SINGLE = ("since", "until")
PLAIN = ("certain", "units", "limit", "reverse", "contested")


def asked(filters: Mapping[str, Any], query: str = "") -> Asked:
    """Give the filters as the selection wants them; an unknown one is an error of Python."""
    values: dict[str, Any] = {}
    for name, value in filters.items():
        if value is None:
            continue
        if name in PLAIN:
            values[name] = value
        elif name in SINGLE:
            values[name] = str(value)
        elif name == "sort":
            values[name] = one_of(str(value), Sort, "order")
        elif name != "where":
            values[name] = several(value)
    return Asked(**values, where=queries(several(filters.get("where") or ()), query, {}))


def several(value: object) -> tuple[str, ...]:
    """Give one value or several as texts; a year may be a number."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        return (str(value),)
    return tuple(map(str, value))


def queries(alternatives: Sequence[str], query: str, saved: Mapping[str, str]) -> "tuple[Tree, ...]":
    """Read queries, of which any will do, and one that must hold as well; `@name` stands for a saved one."""
    if not alternatives and not query:
        return ()
    from narcotl.select.query.parser import parse
    from narcotl.select.query.syntax import Either

    trees = tuple(parse(text, saved) for text in alternatives)
    wanted = (Either(trees),) if len(trees) > 1 else trees
    return (*wanted, parse(query, saved)) if query else wanted


def one_of(name: str, words: type[WordT], what: str) -> WordT:
    """Give the word of this name; fails with those that there are."""
    if name not in list(words):
        raise UsageError(f"there is no {what} '{name}'", choice(words))
    return words(name)
