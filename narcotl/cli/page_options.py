"""The options of the commands that make the page, and the page that they ask for."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from narcotl.cli.expand import OptionGroup

if TYPE_CHECKING:
    from narcotl.cli.options import QueryFilters, Today
    from narcotl.library.opened import Library
    from narcotl.web.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOptions(OptionGroup):
    """What is in the page."""

    no_charts: Annotated[
        bool, typer.Option("--no-charts", help="Without what draws charts, which is a good third of the page.")
    ] = False

    def page(self, library: "Library", filters: "QueryFilters", today: "Today") -> "Document":
        """Make the page of what the filters choose."""
        from narcotl.library.chosen import Chosen
        from narcotl.web.document import document
        from narcotl.web.gathered import gathered

        chosen = Chosen(library.index, filters.asked(), today.day(), today.day() if today.as_of else None)
        asked = filters.title("Chosen").partition(": ")[2]
        return document(gathered(chosen, asked), with_charts=not self.no_charts)
