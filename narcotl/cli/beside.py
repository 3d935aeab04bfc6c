"""What `--beside` names: the columns of a timeline, and what stays a filter."""

from collections.abc import Sequence

from narcotl.errors import UsageError
from narcotl.library.opened import Library
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.beside import Side
from narcotl.select.asked import EXCLUDE, Asked
from narcotl.select.where import InRegion, WithActor

KINDS = (RecordKind.REGION, RecordKind.ACTOR)


def sides(library: Library, names: Sequence[str], asked: Asked) -> tuple[list[Side], Asked]:
    """Find the sides; a name alone stands beside what `--region` or `--actor` names, which then are no filters."""
    found = [side(library, name, asked) for name in names]
    if len(found) == 1:
        inside = isinstance(found[0].where, InRegion)
        values = asked.region if inside else asked.actor
        kept = [value for value in values if not value.startswith(EXCLUDE)]
        kind = RecordKind.REGION if inside else RecordKind.ACTOR
        found = [*(side(library, value, asked, kind) for value in kept), *found]
        rest = tuple(value for value in values if value.startswith(EXCLUDE))
        asked = asked.but(region=rest) if inside else asked.but(actor=rest)
    distinct = list({one.name: one for one in found}.values())
    if len(distinct) < 2:  # noqa: PLR2004 - one is alone
        raise UsageError(
            f"there is nothing to put beside {distinct[0].name}",
            "Give --beside twice, or --region or --actor with it: --region peru --beside bolivia.",
        )
    return distinct, asked


def side(library: Library, name: str, asked: Asked, kind: RecordKind | None = None) -> Side:
    """Find one region or actor."""
    record = library.index.get([library.resolve_any(name, KINDS if kind is None else (kind,))])[0]
    inside = record["kind"] == RecordKind.REGION
    return Side(record["name"], InRegion(record["id"]) if inside else WithActor(record["id"], asked.units))
