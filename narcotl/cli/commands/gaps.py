"""`narcotl gaps`: what the store does not know."""

from dataclasses import replace
from typing import TYPE_CHECKING

from narcotl.cli.answer import show
from narcotl.cli.options import Output, QueryFilters, Stores, Today
from narcotl.errors import UsageError
from narcotl.library.any_kind import AnyKind
from narcotl.model.vocab.base import RecordKind
from narcotl.model.vocab.gap import Gap
from narcotl.reports.gaps import FIELDS
from narcotl.reports.gaps import gaps as report

if TYPE_CHECKING:
    from collections.abc import Sequence

KINDS = (RecordKind.EVENT, RecordKind.CLAIM, RecordKind.FIGURE, RecordKind.SOURCE)


def gaps(filters: QueryFilters, today: Today, output: Output, stores: Stores) -> None:
    """Print what the store does not know, each with its kind.

    --kind takes unknown-date, missing-figure, single-origin, unanswered-allegation or year-without-events; the
    last needs --region, and counts the years between the first and the last event there.

    Example: narcotl gaps --region peru
    """
    library = stores.open()
    shown = output.shown(added=FIELDS)
    wanted = kinds_of(filters.kind or ())
    if wanted == [Gap.YEAR_WITHOUT_EVENTS] and not filters.region:
        raise UsageError(f"{Gap.YEAR_WITHOUT_EVENTS} needs a region", "Name one: --region peru.")
    asked = replace(filters.asked(), kind=())
    day = today.day()
    names = AnyKind(library.index, KINDS)
    regions = {
        str(library.record(name, RecordKind.REGION)["name"]): library.selection(
            replace(asked, region=(name,)), RecordKind.EVENT, day
        )
        for name in asked.region
        if not name.startswith("not:")
    }
    found = report(library.index, asked.selection(names, RecordKind.EVENT, day), wanted, regions)
    show(replace(found, title=filters.title("Gaps")), shown)


def kinds_of(words: "Sequence[str]") -> list[Gap]:
    """Understand which kinds of gap are wanted, in their own order: those named, or all, less those after `not:`."""
    for word in words:
        if word.removeprefix("not:") not in list(Gap):
            from difflib import get_close_matches

            near = get_close_matches(word, list(Gap), 2)
            known = ", ".join(Gap)
            hint = f"Did you mean {' or '.join(near)}?" if near else f"There are: {known}."
            raise UsageError(f"there is no kind of gap '{word}'", hint)
    kept = [word for word in words if not word.startswith("not:")] or list(Gap)
    return [gap for gap in Gap if gap in kept and f"not:{gap}" not in words]
