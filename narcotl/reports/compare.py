"""The figures of one measure side by side: by place and period, with a column for each agency, and how they meet."""

from collections.abc import Callable, Sequence

from narcotl.reports import cells
from narcotl.reports.conflicts import COLUMNS as OF_PAIRS
from narcotl.reports.conflicts import FIELDS as PATHS
from narcotl.reports.conflicts import brief_where, of_different_scope, pair_list, what, where
from narcotl.reports.converted import check_unit, converted
from narcotl.reports.figures import value
from narcotl.reports.pairs import Pairs
from narcotl.reports.records import Records
from narcotl.reports.report import Card, Column, Line, Report, Row, Tone
from narcotl.select.selection import Selection

NOBODY = {"id": "", "name": "No agency named"}
"""Stands over the figures whose agency is not known."""

FIELDS = ("measure", "measure.id", "measure.name", "unit", "figures", "pairs", *(f"pairs.{path}" for path in PATHS))
"""What `--fields` can name in a comparison."""
COLUMNS = tuple(column.but(cell=where, brief=brief_where) if column.cell is what else column for column in OF_PAIRS)
"""How pairs are shown below a table that says what they are figures of."""


def compare(records: Records, measure: Row, selection: Selection, unit: str | None, *, every: bool) -> Card:
    """Set the figures of a measure side by side, and say of each two that meet how they stand to each other."""
    if unit is not None:
        check_unit(unit)
    figures = [converted(row, unit) if unit else row for row in records.select("figure", selection)]
    judged = list(Pairs(records).among(figures, every=every))
    met = pair_list("How they meet", iter(judged), "No two of them meet.").but(
        columns=COLUMNS,
        kind="pair",
        folded=None if every else of_different_scope,
        rest="of different scope; --wide shows them, --pairs lists all",
        footer=lambda _rows: cells.legend(figures),
        brief=lambda _rows: cells.brief_legend(figures),
    )
    return Card(
        title=f"{measure['name']}: figures side by side",
        record={
            "measure": {"id": measure["id"], "name": measure["name"]},
            "unit": unit or measure["unit"],
            "figures": figures,
            "pairs": judged,
        },
        lines=tuple(lines(measure, figures, unit)),
        sections=(table(figures), met),
    )


def pairs(records: Records, measure: Row, selection: Selection, *, every: bool) -> Report:
    """List only how the figures of a measure meet."""
    figures = list(records.select("figure", selection.but(limit=None)))
    rows = Pairs(records).among(figures, every=every)
    return pair_list(f"{measure['name']}: how its figures meet", rows, "No two figures meet.", selection.limit)


def lines(measure: Row, figures: Sequence[Row], unit: str | None) -> list[Line]:
    """Say what the measure counts, and which figures could not be converted."""
    found = [Line(label="Unit", text=unit or measure["unit"])]
    found += [Line(label="Counts", text=measure["counts"])] if measure.get("counts") else []
    kept = {row["kept"]: None for row in figures if row.get("kept") and not row["missing"]}
    if kept:
        found.append(Line(label="Not converted", text="; ".join(kept)))
    return found


def table(figures: Sequence[Row]) -> Report:
    """Lay figures out by place and period, with a column for each agency, the one with most figures first."""
    places: dict[tuple[str, str], dict[str, list[Row]]] = {}
    agencies: dict[str, Row] = {}
    counts: dict[str, int] = {}
    for row in figures:
        agency = row["agency"] or NOBODY
        agencies.setdefault(agency["id"], agency)
        counts[agency["id"]] = counts.get(agency["id"], 0) + 1
        place = cells.name(row["region"]), row["period"]["edtf"]
        places.setdefault(place, {}).setdefault(agency["id"], []).append(row)
    # The figures come in their order, so that those of one place stay in it.
    ordered = sorted(places.items(), key=lambda item: item[0][0])
    frequent = sorted(agencies.values(), key=lambda agency: (not agency["id"], -counts[agency["id"]], agency["id"]))
    return Report(
        title="Figures",
        columns=(
            Column(key="region", heading="Where", cell=lambda row: str(row["region"]), least=6),
            Column(key="period", heading="Period", cell=lambda row: str(row["period"]), tone=Tone.DATE, least=6),
            *(
                Column(
                    key=f"by.{agency['id']}",
                    heading=cells.name(agency),
                    cell=said_by(agency["id"], cells.POSSIBLE),
                    brief=said_by(agency["id"], cells.MAYBE),
                    least=12,
                )
                for agency in frequent
            ),
        ),
        rows=[place_row(region, by) for (region, _), by in ordered],
        empty="No figure fits.",
    )


def place_row(region: str, by: dict[str, list[Row]]) -> Row:
    """Write the row of one place and period."""
    period = next(iter(by.values()))[0]["period"]["text"]
    return {"region": region, "period": period, "by": by}


def said_by(agency: str, possible: str) -> Callable[[Row], str]:
    """Make the cell of what one agency says of a place and period, with this mark of what is only possible."""

    def cell(row: Row) -> str:
        found = row["by"].get(agency, ())
        return "\n".join(entry(figure, possible, dated=len(found) > 1) for figure in found)

    return cell


def entry(row: Row, possible: str, *, dated: bool) -> str:
    """Write a figure with what sets it apart from others of its place and period."""
    mark = f"{possible} " if row.get("match") == "possible" else ""
    aside = [row["scope"]] if row.get("scope") else []
    aside += [f"published {row['vintage']['text']}"] if dated and row["vintage"] else []
    return f"{mark}{value(row)} [{', '.join(aside)}]" if aside else f"{mark}{value(row)}"
