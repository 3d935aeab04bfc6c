"""`narcotl plot`: the figures of one measure as a chart."""

from collections.abc import Sequence
from shutil import get_terminal_size
from typing import Annotated

from narcotl.charts import document, terminal
from narcotl.charts.notes import notes, sources
from narcotl.charts.series import Series, series
from narcotl.cli import complete
from narcotl.cli.answer import show
from narcotl.cli.complain import complain
from narcotl.cli.declared import Argument
from narcotl.cli.fact_options import OfMeasure
from narcotl.cli.options import Filters, Output, Stores, Today
from narcotl.model.vocab.base import RecordKind
from narcotl.render import Format, Shown
from narcotl.render.page import opened
from narcotl.render.replacing import placing
from narcotl.render.wrap import wrapped
from narcotl.reports.compare import FIELDS
from narcotl.reports.compare import compare as report
from narcotl.reports.harmless import clean

COLUMNS, ROWS = 80, 20
"""The size of a chart that goes into a pipe or a file."""
LEAST, MARGIN = 10, 4
"""How few rows a chart has, and how many of the screen it leaves for a title, a prompt and broken lines."""


def plot(
    measure: Annotated[
        str,
        Argument(help="A measure, by id, name or a word for it.", metavar="MEASURE", autocompletion=complete.measures),
    ],
    figures: OfMeasure,
    filters: Filters,
    today: Today,
    output: Output,
    stores: Stores,
) -> None:
    """Draw the figures of a measure over the years: each place, agency and scope apart, ranges as bars, gaps as gaps.

    `-o chart.svg`, `.png` or `.html` draws for documents, with the sources below; other formats give the numbers.

    Example: narcotl plot "coca cultivation" --region peru,bolivia
    """
    library = stores.open()
    row = library.record(measure, RecordKind.MEASURE)
    selection = library.selection(figures.add(filters.asked(), row["id"]), RecordKind.FIGURE, today.day())
    card = report(library.index, row, selection, figures.unit or row["unit"], every=False)
    shown = output.shown(added=FIELDS)
    suffix = document.wanted(output.output)
    if not suffix and (shown.format is not Format.TABLE or shown.template):
        show(card, shown)
        return
    found = series(card.record["figures"])
    title = clean(f"{filters.title(str(row['name']))}, {card.record['unit']}")
    below = [clean(note) for note in notes(found, card.record)]
    below += [f"Sources: {'; '.join(cited)}."] if (cited := sources(found)) else []
    if not any(one.points for one in found):
        complain(f"nothing to draw: no figure of '{row['name']}' that fits has a number and a date")
        for note in below:
            complain(note)
    elif suffix and output.output is not None:
        with placing(output.output, folder=False) as draft:
            chart = document.Chart(title=title, series=found, pairs=card.record["pairs"], notes=below)
            draft.write_bytes(document.document(chart, suffix))
    else:
        draw([one for one in found if one.points], title, below, shown)


def draw(found: Sequence[Series], title: str, below: Sequence[str], shown: Shown) -> None:
    """Draw in characters, with what stands below."""
    with opened(shown) as page:
        width = page.width or COLUMNS
        room = get_terminal_size().lines - len(found) - len(below) - MARGIN
        rows = ROWS if page.width is None else max(LEAST, min(ROWS, room))
        names = [f"{terminal.mark_of(number, unicode=page.is_unicode)} {one.name}" for number, one in enumerate(found)]
        drawing = terminal.drawn(found, (width, rows), color=page.color, unicode=page.is_unicode)
        texts = [line for text in (*names, *below) for line in wrapped(text, width)]
        page.write("\n".join([title, drawing, *texts, ""]))
