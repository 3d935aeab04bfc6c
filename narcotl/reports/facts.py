"""Facts: claims and figures together, what sources state in order of time, with who says so."""

from collections.abc import Iterable, Iterator
from functools import partial

from narcotl.reports import cells, claims, figures, found
from narcotl.reports.chains import addresses
from narcotl.reports.records import Records
from narcotl.reports.report import Column, Report, Row, Tone, Width, Works
from narcotl.select.batches import batches
from narcotl.select.selection import Selection, Sort
from narcotl.select.sql import compiled

DATE = ("edtf", "text", "earliest", "latest", "start", "end", "precision", "approximate", "uncertain")
FIELDS = ("name", "date", *(f"date.{key}" for key in DATE), "statement", "says", "contested")
"""What the list adds to records of both kinds: a date, the fact in words, who says so, and whether anybody says no."""


MOST = 2**63 - 1
"""The largest integer of SQL."""

ORDER = {Sort.DATE: "sort", Sort.NAME: "name", Sort.ID: "id", Sort.STATUS: "status", Sort.TYPE: "type"}


KINDS = ("claim", "figure")


def marked(row: Row) -> str:
    """Write the fact with the marks that belong to it, and who is against it where it is contested."""
    possible = f"{cells.POSSIBLE} " if row.get("match") == "possible" else ""
    return possible + stated(row, row.get("opponents", ()))


def brief_marked(row: Row) -> str:
    """Write the same where there is little room."""
    against = [claims.briefly(row, "opponents")] if row["contested"] else []
    return " ".join(filter(None, (cells.maybe(row), stated(row, against))))


def stated(row: Row, against: Iterable[str]) -> str:
    """Write the fact, whether it is corrected, and who is against it where it is contested."""
    dagger = cells.DAGGER if row.get("corrections") else ""
    return f"{row['statement']}{dagger}" + (f" Against: {'; '.join(against)}." if row["contested"] else "")


def brief_says(row: Row) -> str:
    """Name who says so where there is little room."""
    if row["kind"] == "figure":
        return figures.brief_whose(row)
    return claims.briefly(row, "supporters") if row["supporters"] else "; ".join(row["says"])


def speaking(row: Row) -> Works:
    """Name the sources that speak for themselves."""
    return figures.named_by(row) if row["kind"] == "figure" else claims.speaking(row)


COLUMNS = (
    Column(key="id", heading="Id", cell=lambda row: str(row["id"]), width=Width.WIDE, tone=Tone.ASIDE, least=12),
    Column(key="date", heading="Date", cell=cells.date, brief=cells.brief_date, tone=Tone.DATE, least=10),
    Column(key="kind", heading="Kind", cell=lambda row: str(row["kind"]), width=Width.WIDE, least=6),
    Column(key="statement", heading="Fact", cell=marked, brief=brief_marked, least=28),
    Column(
        key="says",
        heading="Who says so",
        cell=lambda row: "; ".join(row["says"]),
        brief=brief_says,
        works=speaking,
        least=14,
    ),
    Column(key="match", heading="Match", cell=lambda row: str(row.get("match", "")), width=Width.NEVER),
)


def facts(records: Records, selection: Selection, title: str = "Facts") -> Report:
    """List the claims and figures that a selection asks for."""
    limited = selection.limit is not None
    return Report(
        title=title,
        columns=COLUMNS,
        rows=rows(records, selection),
        empty="No claim and no figure fits. Fewer filters find more.",
        footer=cells.legend,
        brief=cells.brief_legend,
        kind="fact",
        addresses=partial(addresses, records),
        total=(lambda: sum(records.count(kind, selection) for kind in KINDS)) if limited else None,
        why=lambda: "; ".join(found.reason(records, kind, selection)() for kind in KINDS),
    )


def rows(records: Records, selection: Selection) -> Iterator[Row]:
    """Give the facts in their order, batch by batch."""
    for batch in map(dict, batches(listed(records, selection))):
        got = records.get(batch)
        stated = {row["id"]: row for row in claims.completed(records, [row for row in got if row["kind"] == "claim"])}
        for row in got:
            match = {"match": "certain" if batch[row["id"]] else "possible"}
            yield claimed({**stated[row["id"]], **match}) if row["kind"] == "claim" else counted({**row, **match})


def listed(records: Records, selection: Selection) -> Iterator[tuple[str, int]]:
    """Give the ids of claims and figures in one order, each with whether it fits certainly."""
    test = compiled(selection.where)
    condition = records.condition(KINDS, selection)
    direction = " DESC" if selection.reverse else ""
    limit = "" if selection.limit is None else f" LIMIT {min(selection.limit, MOST)}"
    sql = (
        f"SELECT r.id, CASE WHEN {test.must.sql} THEN 1 ELSE 0 END FROM records r "
        f"WHERE r.kind IN ({', '.join('?' * len(KINDS))}) AND {condition.sql} "
        f"ORDER BY r.{ORDER[selection.sort]}{direction}, r.id{direction}{limit}"
    )
    yield from records.table(sql, (*test.must.parameters, *KINDS, *condition.parameters))


def claimed(row: Row) -> Row:
    """Write a claim as a fact: it is contested if somebody who still stands by it says no."""
    others = [speaker for speaker in row["others"] if not row["supporters"] and not row["opponents"]]
    denying = [f"{speaker} (against)" for speaker in row["opponents"] if not row["supporters"]]
    return {
        **row,
        "date": row["said"],
        "statement": row["proposition"],
        "says": row["supporters"] or denying or [f"{speaker} (without a view)" for speaker in others],
        "contested": row["tally"]["contested"],
    }


def counted(row: Row) -> Row:
    """Write a figure as a fact."""
    name = cells.figure(row)
    return {
        **row,
        "date": row["period"],
        "name": name,
        "statement": f"{name}: {figures.value({**row, 'corrections': ()})}",
        "says": [figures.whose(row)],
        "contested": False,
    }
