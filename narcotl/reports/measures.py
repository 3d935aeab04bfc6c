"""The list of measures: what each counts, and how many figures of it there are."""

from narcotl.reports import cells
from narcotl.reports.records import Records
from narcotl.reports.report import Column, Report, Tone, Width
from narcotl.select.selection import Selection

FIELDS = ("figures", "missing")
"""What the list adds to the records: how many figures there are, and how many of them have no value."""

COUNTED = """
SELECT r.type, COUNT(*), SUM(json_extract(r.json, '$.missing') IS NOT NULL)
FROM records r WHERE r.kind = 'figure' AND {condition} GROUP BY r.type
"""
COLUMNS = (
    Column(key="id", heading="Id", cell=lambda row: str(row["id"]), tone=Tone.ASIDE, width=Width.WIDE, least=12),
    Column(key="name", heading="Measure", cell=cells.title, least=18),
    Column(key="unit", heading="Unit", cell=lambda row: str(row["unit"]), least=7),
    Column(key="figures", heading="Figures", cell=lambda row: str(row["figures"]), tone=Tone.NUMBER, least=7),
    Column(key="counts", heading="What it counts", cell=lambda row: str(row.get("counts") or ""), least=24),
    Column(key="words", heading="Words", cell=lambda row: ", ".join(row.get("words", ())), width=Width.NEVER),
    Column(key="missing", heading="Missing", cell=lambda row: str(row["missing"]), width=Width.NEVER),
)


def measures(records: Records, own: Selection, figures: Selection, *, all_of_them: bool) -> Report:
    """List measures with the number of figures that a selection asks for; with `all_of_them`, those without as well."""
    condition = records.condition(("figure",), figures)
    sql = COUNTED.format(condition=condition.sql)
    counts = {measure: (number, missing) for measure, number, missing in records.table(sql, condition.parameters)}
    rows = [
        {**row, "figures": counts.get(row["id"], (0, 0))[0], "missing": counts.get(row["id"], (0, 0))[1]}
        for row in records.select("measure", own)
        if all_of_them or row["id"] in counts
    ]
    return Report(title="Measures", columns=COLUMNS, rows=rows, empty="No measure fits.", kind="measure")
