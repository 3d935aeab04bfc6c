"""The options of the commands that make the page, and the page that they ask for."""

from typing import TYPE_CHECKING, Annotated

from narcotl.cli.complain import complain
from narcotl.cli.declared import Option, OptionGroup

if TYPE_CHECKING:
    from narcotl.cli.options import QueryFilters, Today
    from narcotl.library.opened import Library
    from narcotl.web.document import Document


class PageOptions(OptionGroup):
    """What is in the page."""

    no_charts: Annotated[bool, Option("--no-charts", help="Leave out what draws charts, a good third of the page.")] = (
        False
    )

    def page(self, library: "Library", filters: "QueryFilters", today: "Today") -> "Document":
        """Make the page of what the filters choose; that it has no events is told on standard error."""
        from narcotl.library.chosen import Chosen
        from narcotl.reports.found import reason
        from narcotl.web.document import document
        from narcotl.web.gathered import gathered

        chosen = Chosen(library.index, filters.asked(), today.day(), today.day() if today.as_of else None)
        records = gathered(chosen, filters.title("Chosen").partition(": ")[2])
        if not records["events"]:
            complain(f"there are no events on the page: {reason(library.index, 'event', chosen.selection)()}")
        return document(records, with_charts=not self.no_charts)
