"""`narcotl vocab`: the words that records use, with their meanings."""

from typing import Annotated

from narcotl.cli.answer import show
from narcotl.cli.declared import Argument
from narcotl.cli.options import Output
from narcotl.reports.vocab import FIELDS
from narcotl.reports.vocab import vocab as report


def vocab(
    output: Output,
    name: Annotated[str | None, Argument(help="One vocabulary, such as stance.", metavar="NAME")] = None,
) -> None:
    """Print the words of the closed vocabularies, each with its meaning.

    Example: narcotl vocab stance
    """
    show(report(name), output.shown(added=FIELDS))
