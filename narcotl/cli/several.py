"""One record in full, or several: names from the command line, or one a line from standard input."""

from collections.abc import Callable, Iterator, Sequence

from narcotl.cli import standard_input
from narcotl.cli.answer import show
from narcotl.cli.complain import complain
from narcotl.errors import ExitStatus, NarcotlError, UsageError
from narcotl.library.opened import Library
from narcotl.model.vocab.base import RecordKind
from narcotl.render import Shown
from narcotl.reports.report import Card, Cards, Row

INPUT = "-"
"""What stands for standard input."""


def show_each(
    library: Library, names: Sequence[str], kind: RecordKind, card: Callable[[Row], Card], shown: Shown
) -> int:
    """Show the records of these names in full; what is no name is told, and the others are shown nevertheless."""
    if len(names) == 1 and names[0] != INPUT:
        show(card(library.record(names[0], kind)), shown)
        return ExitStatus.ANSWERED
    refuse_name_of_several_words(library, names, kind)
    status = ExitStatus.ANSWERED

    def cards() -> Iterator[Card]:
        nonlocal status
        for name in given(names):
            try:
                found = card(library.record(name, kind))
            except NarcotlError as error:
                complain(error.message, error.hint)
                status = ExitStatus.NO
                continue
            yield found
            for text in found.cut:
                complain(text)

    show(Cards(cards()), shown)
    return status


def given(names: Sequence[str]) -> Iterator[str]:
    """Give the names; a hyphen stands for those on standard input, where empty lines mean nothing."""
    for name in names:
        if name == INPUT:
            yield from filter(None, map(str.strip, standard_input.lines()))
        else:
            yield name


def refuse_name_of_several_words(library: Library, names: Sequence[str], kind: RecordKind) -> None:
    """Tell who forgets the quotes around one name of several words."""
    whole = " ".join(names)
    if len(names) > 1 and library.index.named(whole, kind) and not library.index.named(names[0], kind):
        raise UsageError(f"'{whole}' is one name", f'Put it in quotes: narcotl {kind} "{whole}"')
