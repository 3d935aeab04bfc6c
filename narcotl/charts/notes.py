"""What stands below a chart: which mark is which series, what is missing, what is not drawn, and the sources."""

from collections.abc import Iterator, Sequence

from narcotl.charts.series import Series, point_of
from narcotl.reports import cells
from narcotl.reports.report import Row


def notes(found: Sequence[Series], record: Row) -> Iterator[str]:
    """Say what a chart cannot show."""
    for one in found:
        for row in one.missing:
            reason = str(row["missing"]).replace("-", " ")
            yield f"Missing: {one.name}, {row['period']['text']} ({reason})."
    for row in record["figures"]:
        if not row["missing"] and point_of(row) is None:
            why = row.get("kept") or "it has no date"
            yield f"Not drawn: {cells.figure(row)}: {cells.value({**row, 'corrections': ()})} ({why})."
    if any(point.limit for one in found for point in one.points):
        yield "A small triangle marks a number that is only an upper or a lower bound."
    for pair in record["pairs"]:
        if pair["verdict"] == "conflict":
            difference = f", {pair['difference']['text']} apart" if pair["difference"] else ""
            yield f"Conflict: {side(pair['one'])} and {side(pair['other'])}{difference}."
    yield from (cells.correction(mended) for mended in corrections(record["figures"]))


def side(row: Row) -> str:
    """Write one side of a conflict."""
    return f"{row['name']}: {row['text']}"


def corrections(figures: Sequence[Row]) -> list[Row]:
    """Give the corrections of figures, each once."""
    return list({mended["id"]: mended for row in figures for mended in row.get("corrections", ())}.values())


def sources(found: Sequence[Series]) -> list[str]:
    """Name the sources of all series."""
    return list(dict.fromkeys(name for one in found for name in one.sources))
