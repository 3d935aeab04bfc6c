"""The answers themselves: small objects with what is said, when, by whom, on what basis, and what speaks against it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from narcotl.model.vocab.figure import Verdict
from narcotl.reports import cells
from narcotl.reports.ask.scores import Scored
from narcotl.reports.ask.understood import Understood
from narcotl.reports.ask.wanted import Wanted
from narcotl.reports.chains import linked
from narcotl.reports.records import Records
from narcotl.reports.report import Row
from narcotl.reports.search import dated
from narcotl.reports.tallies import tallies

if TYPE_CHECKING:
    from narcotl.reports.ask.meetings import Met

MOST_TEXT = 300
"""The longest answer, in characters; the record has the rest."""
MOST_LINES = 3
"""As many positions, corrections and conflicts are told of one record."""

AT_ODDS = (Verdict.CONFLICT.value, Verdict.REVISION.value, Verdict.OTHER_SIDE_MISSING.value)
"""The verdicts on two figures that are told of any figure."""


def rows(
    records: Records, asked: Understood, found: Sequence[Scored], met: "Mapping[str, Met] | None" = None
) -> Iterator[Row]:
    """Make the answer of each record, with the verdict on it."""
    met = met or {}
    by_id = {record["id"]: record for record in records.get([scored.head.id for scored in found])}
    for scored in found:
        record = by_id[scored.head.id]
        date = dated(record)
        yield {
            "kind": record["kind"],
            "id": record["id"],
            "name": cut(name_of(record)),
            "verdict": verdict(met.get(scored.head.id)),
            "answer": cut(answer(record, asked)),
            "date": date["text"] if date else None,
            "by": list(dict.fromkeys(by(record, asked)))[: MOST_LINES + 1],
            "chain": chain(record),
            "corrections": [
                cut(f"{mended['id']} ({mended['certainty']}): {mended['should_be']}", MOST_TEXT // 2)
                for mended in record.get("corrections", ())[:MOST_LINES]
            ],
            "conflicts": [
                cut(text, MOST_TEXT // 2)
                for text in conflicts(records, record)
                if record["id"] not in met or (met[record["id"]].other or "contested:") not in text
            ][:MOST_LINES],
            "score": scored.score,
            "uncertain": scored.is_uncertain,
        }


def verdict(met: "Met | None") -> Row | None:
    """Write a verdict in short."""
    return met._replace(reason=cut(met.reason)).to_json() if met else None


def name_of(record: Row) -> str:
    """Give the name of a record of any kind."""
    if record["kind"] == "figure":
        return cells.figure(record)
    return str(record.get("title") or record.get("proposition") or record.get("name") or record.get("says") or "")


def answer(record: Row, asked: Understood) -> str:
    """Say in short what the record says."""
    match record["kind"]:
        case "figure":
            change = record.get("change")
            rest = (
                f", change {change['pct']:+}% since {change['from']['text']}" if change and change.get("from") else ""
            )
            derived = ", derived" if record.get("derived") else ""
            return cells.value(record).removesuffix(cells.DAGGER) + rest + derived
        case "claim":
            return "; ".join(position(part) for part in telling(record, asked)[:MOST_LINES])
        case "event":
            return str(record["summary"] or ": ".join(filter(None, (cells.places(record), cells.people(record)))))
        case "correction":
            return f"Rather: {record['should_be']}"
        case "measure":
            return str(record.get("counts") or record["unit"])
        case _:
            return str(record.get("note") or record.get("type"))


def telling(record: Row, asked: Understood) -> list[Row]:
    """Order positions by what is asked for: those against first if that is it, then those of whoever is named."""
    actors = {name for named in asked.named for name in named.ids}
    wanted = "-" if Wanted.DENIAL in asked.wanted else ""
    return sorted(
        record["positions"],
        key=lambda part: (
            part["polarity"] != wanted,
            (part.get("actor") or {}).get("id") not in actors,
            part["polarity"] == "0",
        ),
    )


def position(part: Row) -> str:
    """Write a position: who does what with the claim, when, in which words."""
    said = f" ({part['said']['text']})" if part["said"] else ""
    gist = f": {part['gist']}" if part.get("gist") else ""
    return f"{speaker(part)} {part['stance'].replace('-', ' ')}{said}{gist}"


def speaker(part: Row) -> str:
    """Name who takes a position: the actor, else the source."""
    return cells.name(part["actor"]) if part.get("actor") else cells.name(part["source"])


def by(record: Row, asked: Understood) -> Iterator[str]:
    """Name who says so."""
    if record["kind"] == "claim":
        yield from (f"{speaker(part)} ({part['stance']})" for part in telling(record, asked))
    elif record.get("agency"):
        yield cells.name(record["agency"])
    elif record["kind"] != "source":
        yield from (cells.name(citation["source"]) for citation in citations(record))


def citations(record: Row) -> list[Row]:
    """Give the citations of a record of any kind."""
    own = [record] if record.get("source") else []
    return [*own, *record.get("positions", ()), *record.get("sources", ()), *record.get("basis", ())]


def chain(record: Row) -> str | None:
    """Write the chain of the first citation."""
    for citation in citations(record):
        return cut(linked(citation), MOST_TEXT * 2 // 3)
    return None


def conflicts(records: Records, record: Row) -> Iterator[str]:
    """Say what stands against it: other figures for the same, positions against, claims that cannot both be true."""
    if record["kind"] == "figure":
        from narcotl.reports.pairs import Pairs

        for pair in Pairs(records).of([record["id"]]):
            if pair["verdict"] in AT_ODDS:
                other = pair["other"] if pair["one"]["id"] == record["id"] else pair["one"]
                yield f"{pair['verdict']}, {other['id']}: {other['text']} ({other['by']})"
    elif record["kind"] == "claim":
        tally = tallies(records, [record["id"]]).get(record["id"])
        if tally and tally.contested:
            yield str(tally)
        for link in record.get("relates", ()):
            if link["rel"] in ("contrary", "contradictory"):
                yield f"{link['rel']} to {link['claim']['id']}: {link['claim']['name']}"


def cut(text: str, most: int = MOST_TEXT) -> str:
    """Shorten a text to so many characters, at a word."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0].rstrip(",;:") + " …"
