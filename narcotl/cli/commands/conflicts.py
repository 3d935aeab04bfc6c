"""`narcotl conflicts`: what does not fit together in a store."""

from typing import Annotated

from narcotl.cli.answer import show
from narcotl.cli.declared import Option
from narcotl.cli.fact_options import FigureFilters
from narcotl.cli.options import Output, QueryFilters, Several, Stores, Today
from narcotl.library.questions import figures_and_claims, verdicts
from narcotl.reports import conflicts as reports


def complete(incomplete: str) -> list[str]:
    """Complete a verdict."""
    return [verdict for verdict in (*reports.VERDICTS, "all") if verdict.startswith(incomplete.replace("-", " "))]


def conflicts(
    filters: QueryFilters,
    figure: FigureFilters,
    today: Today,
    output: Output,
    stores: Stores,
    verdict: Annotated[
        Several,
        Option("--verdict", help="Only with this verdict; all includes those that agree.", autocompletion=complete),
    ] = None,
) -> None:
    """Print pairs of figures that conflict, differ in scope or lack a counterpart, and claims set against claims.

    A pair is kept if the filters fit one of the two. `narcotl vocab verdict` explains the verdicts.

    Example: narcotl conflicts --region bolivia
    """
    wanted = verdicts(verdict or [])
    library = stores.open()
    figures, claims = figures_and_claims(library, figure.add(filters.asked()), today.day())
    title = figure.title(filters.title("Conflicts"))
    shown = output.shown(added=reports.FIELDS)
    show(reports.conflicts(library.index, figures, claims, wanted, title), shown)
