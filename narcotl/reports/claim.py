"""One claim in full: its positions in order of time, how they stand, what it is about, and other claims."""

from collections.abc import Iterator
from functools import partial

from narcotl.model.vocab.claim import Stance
from narcotl.reports import cells, claims
from narcotl.reports.chains import addresses, chain, read_works, works
from narcotl.reports.claims import brief_said, complete, said
from narcotl.reports.records import Records
from narcotl.reports.report import Card, Column, Line, Report, Row, Tone
from narcotl.reports.speaking import brief_speaker, office, speaker, with_offices
from narcotl.reports.tallies import tallies

IN_TIME = "SELECT part, stands FROM positions WHERE record = ? ORDER BY sort, part"
NAMING = """
SELECT DISTINCT r.kind, r.id, r.name, r.sort FROM mentions m JOIN records r ON r.id = m.record
WHERE m.target = ? AND m.field = 'claims' ORDER BY r.kind, r.sort, r.id
"""
RELATING = """
SELECT DISTINCT r.id, r.sort FROM mentions m JOIN records r ON r.id = m.record
WHERE m.target = ? AND m.field = 'claim' AND r.kind = 'claim' ORDER BY r.sort, r.id
"""
OUTWARDS = {"contrary": "contrary to", "contradictory": "contradictory to"}
INWARDS = {"supports": "supported by", "undercuts": "undercut by", **OUTWARDS}
"""How a relation reads from the other claim; `contrary` and `contradictory` read alike both ways."""


def who(position: Row) -> str:
    """Name the speaker and the offices held at that time."""
    return "\n".join([speaker(position), *(office(held) for held in position["offices"])])


def brief_who(position: Row) -> str:
    """Name them where there is little room."""
    return "\n".join([brief_speaker(position), *(office(held, cells.brief_name) for held in position["offices"])])


def stance(position: Row) -> str:
    """Write a stance with its polarity, and whether it was taken back later."""
    in_part = position.get("scope") == "partial" and position["stance"] != Stance.SUPPORTS_IN_PART
    partial = " (in part)" if in_part else ""
    layer = f" [{position['layer']}]" if position.get("layer") else ""
    return f"{position['polarity']} {position['stance']}{partial}{layer}" + (
        "" if position["stands"] else "\ntaken back later"
    )


def brief_stance(position: Row) -> str:
    """Write the same in words that can be broken into lines."""
    return stance(position).replace("-in-", " in ").replace(" (", "\n(")


def brief_details(position: Row) -> str:
    """Write the same where there is little room: of a work that was read itself only the id."""
    via = position.get("via") or ()
    title = f"{cells.name(position['source'])} ({position['source']['id']}, read)"
    chain = position["chain"].replace(title, f"{position['source']['id']} (read)", 1)
    return details(position if via else {**position, "chain": chain})


def details(position: Row) -> str:
    """Write the gist, the chain of sources, and what weakens a position."""
    parts = [position["gist"] or "", position["chain"]]
    for label, key in (("interest", "interest"), ("hedge", "hedge")):
        if position.get(key):
            parts.append(f"{label}: {position[key]}")
    if position.get("reverses"):
        parts.append(f"takes back what {cells.name(position['reverses'])} said before")
    if position.get("correction"):
        parts.append(f"corrected by {position['correction']['id']}")
    return "\n".join(filter(None, parts))


FIELDS = (
    *claims.FIELDS,
    *(
        f"positions.{key}"
        for key in ("chain", "offices", "offices.title", "offices.of", "offices.when", "offices.held")
    ),
    *("related", "related.rel", "related.direction", "related.text", "related.claim", "related.claim.id"),
    *("subjects", "subjects.kind", "subjects.id", "subjects.name"),
)
"""What the card adds to the record."""

POSITION_COLUMNS = (
    Column(key="said", heading="Said", cell=said, brief=brief_said, tone=Tone.DATE, least=10),
    Column(key="actor", heading="Who", cell=who, brief=brief_who, tone=Tone.NAME, least=14),
    Column(key="stance", heading="Stance", cell=stance, brief=brief_stance, least=10),
    Column(key="gist", heading="What, by way of", cell=details, brief=brief_details, works=works, least=28),
)
ABOUT_COLUMNS = (
    Column(key="kind", heading="Kind", cell=lambda row: str(row["kind"]), least=6),
    Column(key="name", heading="About", cell=cells.name, least=24),
    Column(key="id", heading="Id", cell=lambda row: str(row["id"]), tone=Tone.ASIDE, least=12),
)
RELATED_COLUMNS = (
    Column(key="rel", heading="Relation", cell=lambda row: str(row["text"]), least=12),
    Column(key="claim", heading="Claim", cell=lambda row: cells.name(row["claim"]), least=24),
    Column(key="note", heading="Note", cell=lambda row: str(row.get("note") or ""), least=10),
)


def claim(records: Records, row: Row) -> Card:
    """Make the card of a claim."""
    standing = {part: bool(stands) for part, stands in records.table(IN_TIME, (row["id"],))}
    counted = complete(row, standing, tallies(records, [row["id"]])[row["id"]])
    read = read_works(records, row["positions"])
    positions = [
        {**position, "chain": chain(position, read)}
        for position in with_offices(records, [counted["positions"][part - 1] for part in standing])
    ]
    record = {
        **counted,
        "positions": positions,
        "related": list(related(records, row)),
        "subjects": list(subjects(records, row)),
    }
    return Card(
        title=cells.title(row),
        record=record,
        lines=tuple(lines(record)),
        sections=(
            Report(
                title="Positions",
                columns=POSITION_COLUMNS,
                rows=positions,
                footer=lambda _rows: [str(record["tally"]["text"])],
                addresses=partial(addresses, records),
            ),
            Report(title="What it is about", columns=ABOUT_COLUMNS, rows=record["subjects"], empty=""),
            Report(title="Other claims", columns=RELATED_COLUMNS, rows=record["related"], empty=""),
        ),
        notes=tuple(cells.remarks(row)),
    )


def lines(row: Row) -> Iterator[Line]:
    """Write how the claim stands, and what it says of itself."""
    yield Line(label="Standing", text=row["tally"]["text"])
    if row.get("does_not_claim"):
        yield Line(label="Not claimed", text=row["does_not_claim"])
    if (row["about"] or {}).get("occurrence"):
        yield Line(label="Occurrence", text="the claim is that it happened at all")
    if row["topics"]:
        yield Line(label="Topics", text=", ".join(row["topics"]))
    if row.get("note"):
        yield Line(label="Note", text=row["note"])


def subjects(records: Records, row: Row) -> Iterator[Row]:
    """Give what the claim says that it is about, and the events and figures that name it."""
    about = row["about"] or {}
    given = [
        {"kind": kind, **subject} for kind in ("event", "actor", "region", "figure") for subject in about.get(kind, ())
    ]
    yield from given
    known = {subject["id"] for subject in given}
    for kind, found, name, _ in records.table(NAMING, (row["id"],)):
        if found not in known:
            yield {"kind": kind, "id": found, "name": name}


def related(records: Records, row: Row) -> Iterator[Row]:
    """Give the relations to other claims, those that the others state as well."""
    for link in row.get("relates", ()):
        yield {**link, "direction": "out", "text": OUTWARDS.get(link["rel"], link["rel"])}
    for other in records.get([found for found, _ in records.table(RELATING, (row["id"],))]):
        for link in other.get("relates", ()):
            if link["claim"]["id"] == row["id"]:
                named = {"id": other["id"], "name": other["proposition"]}
                yield {**link, "claim": named, "direction": "in", "text": INWARDS[link["rel"]]}
