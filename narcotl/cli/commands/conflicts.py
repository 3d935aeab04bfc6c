"""`narcotl conflicts`: what does not fit together in a store."""

from typing import TYPE_CHECKING, Annotated

import typer

from narcotl.cli.answer import show
from narcotl.cli.fact_options import FigureFilters
from narcotl.cli.options import Output, QueryFilters, Several, Stores, Today
from narcotl.errors import UsageError
from narcotl.library.opened import Library
from narcotl.model.vocab.base import RecordKind
from narcotl.reports import conflicts as reports
from narcotl.select.asked import Asked
from narcotl.select.selection import Selection

if TYPE_CHECKING:
    from narcotl.dates import Day


def conflicts(
    filters: QueryFilters,
    figure: FigureFilters,
    today: Today,
    output: Output,
    stores: Stores,
    verdict: Annotated[
        Several,
        typer.Option("--verdict", help="Only with this verdict; all shows also those that agree."),
    ] = None,
) -> None:
    """Print each two figures that conflict, differ in scope or miss the other side, and claims set against claims.

    A pair is kept if the filters fit one of the two. `narcotl vocab verdict` explains the verdicts.

    Example: narcotl conflicts --region bolivia
    """
    wanted = verdicts(verdict or [])
    library = stores.open()
    figures, claims = selections(library, figure.add(filters.asked()), today.day())
    title = figure.title(filters.title("Conflicts"))
    shown = output.shown(added=reports.FIELDS)
    show(reports.conflicts(library.index, figures, claims, wanted, title), shown)


def selections(library: Library, asked: Asked, today: "Day") -> tuple[Selection | None, Selection | None]:
    """Understand the filters for figures and for claims; a word that only one of them knows leaves out the other."""
    found: list[Selection | None] = []
    errors: list[UsageError] = []
    for kind in (RecordKind.FIGURE, RecordKind.CLAIM):
        if kind is RecordKind.CLAIM and (asked.measure or asked.agency or asked.vintage):
            found.append(None)
            continue
        try:
            found.append(library.selection(asked, kind, today))
        except UsageError as error:
            found.append(None)
            errors.append(error)
    if errors and found == [None, None]:
        raise errors[0]
    return found[0], found[1]


def verdicts(words: list[str]) -> tuple[str, ...]:
    """Understand the verdicts that are asked for; hyphens do for spaces."""
    known = (*reports.VERDICTS, "all")
    wanted = [word.strip().casefold().replace("-", " ") for word in words]
    for word, written in zip(wanted, words, strict=True):
        if word not in known:
            from difflib import get_close_matches

            near = get_close_matches(word, known, 2)
            hint = f"Did you mean {' or '.join(near)}?" if near else f"Known are: {', '.join(known)}."
            raise UsageError(f"there is no verdict '{written}'", hint)
    if "all" in wanted:
        return reports.VERDICTS
    return tuple(wanted) or reports.USUAL
