"""`narcotl stats`: how many records there are by this and that."""

from typing import Annotated

from narcotl.cli import complete
from narcotl.cli.answer import show
from narcotl.cli.declared import Option
from narcotl.cli.options import Output, QueryFilters, Stores, Today
from narcotl.errors import UsageError, meant
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.stats import FIELDS, Of
from narcotl.reports.stats import stats as report
from narcotl.select.tally import By


def stats(
    filters: QueryFilters,
    today: Today,
    output: Output,
    stores: Stores,
    by: Annotated[
        list[str] | None,
        Option(
            "--by",
            help="Count by this, or by two of them: decade,region.",
            metavar=f"[{'|'.join(By)}]",
            autocompletion=complete.dimensions,
            show_default="decade",
        ),
    ] = None,
    of: Annotated[Of, Option("--of", help="What to count.")] = Of.EVENTS,
) -> None:
    """Count records by year, decade, region, actor, topic, kind, status or source, or by two of these.

    A record of several decades or places counts in each. One whose date only touches a decade counts as possible.

    Example: narcotl stats --by decade --region andes
    """
    library = stores.open()
    dimensions = [dimension(name.strip()) for text in by or [By.DECADE] for name in text.split(",")]
    selection = library.selection(filters.asked(), RecordKind(of.kind), today.day())
    title = filters.title(f"{of.capitalize()} by {' and '.join(dimensions)}")
    counts = report(library.index, of, dimensions, selection, title)
    show(counts, output.shown(added=(*FIELDS, *(column.key for column in counts.columns))))


def dimension(name: str) -> By:
    """Give the dimension of this name; fails with near matches."""
    if name in list(By):
        return By(name)
    raise UsageError(f"--by: nothing is counted by '{name}'", meant(name, list(By)))
