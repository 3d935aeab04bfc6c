"""`narcotl duplicates`: records that are likely to be the same."""

from typing import Annotated

from narcotl.cli.answer import show
from narcotl.cli.complain import complain
from narcotl.cli.declared import Option
from narcotl.cli.options import Output, Several, Stores
from narcotl.errors import UsageError, choice
from narcotl.reports.duplicates import report as reports


def complete(incomplete: str) -> list[str]:
    """Complete a kind."""
    return [kind for kind in reports.FINDERS if kind.startswith(incomplete)]


def duplicates(
    output: Output,
    stores: Stores,
    kind: Annotated[
        Several, Option("--kind", help="Only actor, region, source or event.", autocompletion=complete)
    ] = None,
    at_least: Annotated[
        int, Option("--at-least", help="Only pairs with at least this score, in percent.", min=1, max=100)
    ] = 80,
    distinct: Annotated[
        bool, Option("--distinct", help="Also pairs that the store declares distinct, with its reason.")
    ] = False,
    limit: Annotated[int | None, Option("--limit", help="Show at most this many.", metavar="N", min=0)] = None,
) -> None:
    """Print pairs of records that are likely to be the same, the surest first, with the reasons.

    Actors and regions are compared by names and aliases, sources by title, author, year, url and ISBN, events by day,
    places, actors and titles. Two records of which one names the other are taken for two, and so are those of which the
    store says it: `narcotl distinct`.

    Example: narcotl duplicates --at-least 90
    """
    unknown = [name for name in kind or () if name not in reports.FINDERS]
    if unknown:
        raise UsageError(f"duplicates of '{unknown[0]}' are not looked for", choice(reports.FINDERS))
    shown = output.shown(added=reports.FIELDS)
    found = reports.duplicates(stores.open().index, kind or (), at_least, limit, distinct=distinct)
    show(found.report, shown)
    if found.apart:
        pairs = "1 pair is" if found.apart == 1 else f"{found.apart} pairs are"
        complain(f"{pairs} left out, which the store says are two; --distinct shows them, with the reasons")
