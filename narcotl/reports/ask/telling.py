"""How an answer to a question is told where a terminal has no room for a table of all: whole, or in short."""

from collections.abc import Iterator, Sequence

from narcotl.reports.chains import linking
from narcotl.reports.report import Line, Row, Tone
from narcotl.reports.telling import Telling


def telling(row: Row) -> Telling:
    """Tell an answer; in short by its origin, and with a word for each thing that speaks against it."""
    works = list(linking(row["chain"] or ""))
    ids = " via ".join(work for work, _ in works)
    # What a claim says begins with who says it.
    who = row["by"] if row["kind"] == "figure" or not row["chain"] else []
    return Telling(
        kind=row["kind"],
        name=row["name"],
        lines=tuple(lines(row)),
        gist=row["answer"],
        date=row["date"] or "" if row["kind"] != "figure" else "",  # whose name has it already
        basis=": ".join(filter(None, (", ".join(who), row["chain"] or ""))),
        origin=ids,
        marks=tuple(marks(row)),
        works=works,
    )


def lines(row: Row) -> Iterator[Line]:
    """Tell an answer whole, below its name."""
    yield Line(label=row["kind"].capitalize(), text=row["id"], tone=Tone.ASIDE)
    if met := row["verdict"]:
        yield Line(label="Verdict", text=f"{met['verdict']}: {met['reason']}")
    yield Line(label="Answer", text=row["answer"])
    if row["uncertain"]:
        yield Line(label="Uncertain", text="it fits only a part of what is asked")
    if row["date"]:
        yield Line(label="Date", text=row["date"], tone=Tone.DATE)
    if named := ", ".join(speakers(row)):
        yield Line(label="Says so", text=named)
    if row["chain"]:
        yield Line(label="Source", text=row["chain"], works=linking(row["chain"]))
    yield from (Line(label="Corrected", text=f"\N{DAGGER} {text}") for text in row["corrections"])
    yield from (Line(label="But", text=text) for text in row["conflicts"])


def speakers(row: Row) -> Sequence[str]:
    """Name who says so; where nobody else is named, the chain says who."""
    return row["by"] if row["kind"] in ("claim", "figure") or not row["chain"] else ()


def marks(row: Row) -> Iterator[str]:
    """Say in a word each what there is to know of an answer besides."""
    if row["verdict"]:
        yield row["verdict"]["verdict"]
    if row["uncertain"]:
        yield "uncertain"
    if row["corrections"]:
        yield "\N{DAGGER}"
    # `contested: 3 for, 2 against`, `conflict, coca-2017: 49,800 ha`
    yield from dict.fromkeys(text.partition(":")[0].partition(",")[0] for text in row["conflicts"])
