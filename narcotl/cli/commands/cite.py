"""`narcotl cite`: references for writers, with the chain of sources."""

from collections.abc import Iterator, Sequence
from typing import Annotated

from narcotl.cli import complete
from narcotl.cli.answer import show
from narcotl.cli.complain import complain
from narcotl.cli.declared import Argument, Option
from narcotl.cli.options import Output, Stores
from narcotl.cli.several import given
from narcotl.errors import ExitStatus, NarcotlError
from narcotl.exports.references.citing import CITABLE, FIELDS, Style, references, report, written
from narcotl.library.opened import Library
from narcotl.render import Format
from narcotl.render.written import write
from narcotl.reports.report import Row


def cite(
    names: Annotated[
        list[str],
        Argument(
            help="Ids of events, claims, figures, corrections or sources; - reads one per line.",
            metavar="ID...",
            autocompletion=complete.citable,
        ),
    ],
    output: Output,
    stores: Stores,
    style: Annotated[Style, Option("--style", help="The style of the references.")] = Style.CHICAGO,
) -> int:
    """Print references ready for a footnote, each with its chain: who cites whom, down to the work that was read.

    chicago writes footnotes, apa what stands in the text and the list below it, bibtex and csl an entry for each work.
    --format '{markdown}' puts titles in italics.

    Example: narcotl cite laos-secret-war --style chicago
    """
    shown = output.shown(added=FIELDS)
    found = Found(stores.open(), names, style)
    if shown.format is Format.TABLE:
        write(written(found, style), shown)
    else:
        show(report(found), shown)
    return found.status


class Found:
    """The references of all names, as they come; what is no name, or cites nothing, is told."""

    def __init__(self, library: Library, names: Sequence[str], style: Style) -> None:
        """Keep what to look up."""
        self.library = library
        self.names = names
        self.style = style
        self.status = ExitStatus.ANSWERED

    def __iter__(self) -> Iterator[Row]:
        """Give the references of each name."""
        for name in given(self.names):
            is_empty = True
            try:
                record = self.library.index.get([self.library.resolve_any(name, CITABLE)])[0]
                for row in references(self.library.index, record, self.style):
                    is_empty = False
                    yield row
            except NarcotlError as error:
                complain(error.message, error.hint)
                self.status = ExitStatus.NO
                continue
            if is_empty:
                complain(
                    f"'{name}' cites nothing", f"`narcotl {record['kind']} {record['id']}` shows what there is of it."
                )
                self.status = ExitStatus.NO
