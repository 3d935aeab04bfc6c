"""The list of claims: each with who is for it, who is against it, and how the positions stand."""

from collections.abc import Iterable, Iterator
from functools import partial

from narcotl.reports import cells, found
from narcotl.reports.chains import addresses, work
from narcotl.reports.records import Records
from narcotl.reports.report import Column, Report, Row, Tone, Width, Works
from narcotl.reports.speaking import brief_speaker, speaker
from narcotl.reports.tallies import Tally, tallies
from narcotl.select.batches import batches, marks
from narcotl.select.selection import Selection

ADDED = (
    "said",
    *(f"said.{key}" for key in ("edtf", "text", "earliest", "latest")),
    "supporters",
    "opponents",
    "others",
    "tally",
    "positions.stands",
)
ADDED_TALLY = tuple(f"tally.{key}" for key in ("for", "against", "between", "origins", "contested", "text"))
FIELDS = (*ADDED, *ADDED_TALLY)
"""What the list adds to the records."""

STANDING = """
SELECT record, part, stands FROM positions WHERE record IN ({marks}) ORDER BY record, sort, part
"""


def said(row: Row) -> str:
    """Write when a claim or a position was (first) made."""
    return str(row["said"]["text"]) if row["said"] else "undated"


def brief_said(row: Row) -> str:
    """Write the same where there is little room."""
    return cells.shortened(said(row))


def briefly(row: Row, side: str) -> str:
    """Name one side of a claim where there is little room: actors by their acronyms, sources by their ids."""
    short = {speaker(position): brief_speaker(position) for position in row["positions"]}
    return "; ".join(short.get(name, name) for name in row[side])


def speaking(row: Row) -> Works:
    """Name the sources that speak for themselves, since no actor is named."""
    return [pair for position in row["positions"] if not position["actor"] for pair in work(position["source"])]


COLUMNS = (
    Column(key="id", heading="Id", cell=lambda row: str(row["id"]), width=Width.WIDE, tone=Tone.ASIDE, least=12),
    Column(key="said.text", heading="First said", cell=said, brief=brief_said, tone=Tone.DATE, least=10),
    Column(key="proposition", heading="Claim", cell=cells.title, brief=cells.brief_title, least=24),
    Column(
        key="supporters",
        heading="For",
        cell=lambda row: "; ".join(row["supporters"]),
        brief=lambda row: briefly(row, "supporters"),
        works=speaking,
        least=12,
    ),
    Column(
        key="opponents",
        heading="Against",
        cell=lambda row: "; ".join(row["opponents"]),
        brief=lambda row: briefly(row, "opponents"),
        works=speaking,
        least=12,
    ),
    Column(
        key="tally.text", heading="Positions", cell=lambda row: str(row["tally"]["text"]), width=Width.WIDE, least=20
    ),
    Column(key="match", heading="Match", cell=lambda row: str(row.get("match", "")), width=Width.NEVER),
)
OVERVIEW = (
    Column(key="for", heading="For", cell=lambda row: str(row["tally"]["for"]), tone=Tone.NUMBER),
    Column(key="against", heading="Against", cell=lambda row: str(row["tally"]["against"]), tone=Tone.NUMBER),
    Column(key="marks", heading="", cell=cells.marks),
    Column(key="proposition", heading="Claim", cell=cells.bare_title, least=24),
)


def claims(records: Records, selection: Selection, title: str = "Claims") -> Report:
    """List the claims that a selection asks for."""
    return Report(
        title=title,
        columns=COLUMNS,
        rows=completed(records, records.select("claim", selection)),
        empty="No claim fits. Fewer filters find more.",
        footer=cells.legend,
        brief=cells.brief_legend,
        overview=OVERVIEW,
        kind="claim",
        addresses=partial(addresses, records),
        total=found.whole(records, "claim", selection),
        why=found.reason(records, "claim", selection),
    )


def completed(records: Records, rows: Iterable[Row]) -> Iterator[Row]:
    """Add to claims when each was first said, who is for and against it, and its tally, batch by batch."""
    for batch in batches(rows):
        ids = [row["id"] for row in batch]
        counted = tallies(records, ids)
        standing: dict[str, dict[int, bool]] = {}
        for claim, part, stands in records.table(STANDING.format(marks=marks(ids)), ids):
            standing.setdefault(claim, {})[part] = bool(stands)
        for row in batch:
            yield complete(row, standing.get(row["id"], {}), counted.get(row["id"], Tally()))


def complete(row: Row, standing: dict[int, bool], tally: Tally) -> Row:
    """Add to one claim what its positions, named in order of time, amount to."""
    positions = [{**position, "stands": standing[part]} for part, position in enumerate(row["positions"], 1)]
    in_time = [positions[part - 1] for part in standing]
    return {
        **row,
        "positions": positions,
        "said": in_time[0]["said"] if in_time else None,
        "supporters": speakers(in_time, "+"),
        "opponents": speakers(in_time, "-"),
        "others": speakers(in_time, "0"),
        "tally": tally.to_json(),
    }


def speakers(positions: Iterable[Row], polarity: str) -> list[str]:
    """Name whose standing positions have a polarity, each once."""
    named = [speaker(taken) for taken in positions if taken["stands"] and taken["polarity"] == polarity]
    return list(dict.fromkeys(named))
