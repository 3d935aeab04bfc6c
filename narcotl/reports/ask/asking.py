"""A question in plain words, answered with few records, the best first."""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from narcotl.reports.ask import answers
from narcotl.reports.ask.evidence import gather
from narcotl.reports.ask.finer import finer
from narcotl.reports.ask.judge import ranked
from narcotl.reports.ask.scores import Scored, best
from narcotl.reports.ask.sureness import answering
from narcotl.reports.ask.understanding import understand
from narcotl.reports.ask.understood import Understood
from narcotl.reports.ask.wanted import Wanted
from narcotl.reports.chains import addresses
from narcotl.reports.records import Records
from narcotl.reports.report import Column, Report, Row, Tone, Width

if TYPE_CHECKING:
    from narcotl.dates import Day
    from narcotl.reports.telling import Telling

ROOM = 5_800
"""The most characters that the answers may have as JSON together, so that no answer passes 6,000."""
UNCERTAIN = "Uncertain: it fits only a part of what is asked."
MOST = 5
"""As many answers are given by default."""
FURTHER = 3
"""So many commands are proposed where nothing answers."""
PROFILES = {"actor": "actor", "measure": "compare", "region": "region", "source": "source"}
"""The command that tells most of what has a name, by its kind."""


def told(row: Row) -> str:
    """Write what a record answers: its name, the verdict on it, the answer, what is wrong with it and against it."""
    notes = [f"\N{DAGGER} {text}" for text in row["corrections"]] + [f"but {text}" for text in row["conflicts"]]
    met = row["verdict"]
    verdict = [f"{met['verdict']}: {met['reason']}"] if met else []
    uncertain = [UNCERTAIN] if row["uncertain"] else []
    return "\n".join([row["name"], *verdict, row["answer"], *uncertain, *notes])


def says(row: Row) -> str:
    """Write who says so, and by which chain of sources; where nobody else is named, the chain says who."""
    named = row["by"] if row["kind"] in ("claim", "figure") or not row["chain"] else []
    return "\n".join([*named, *([row["chain"]] if row["chain"] else [])])


COLUMNS = (
    Column(key="kind", heading="Kind", cell=lambda row: str(row["kind"]), tone=Tone.ASIDE, least=6),
    Column(key="answer", heading="Answer", cell=told, least=34),
    Column(key="date", heading="Date", cell=lambda row: row["date"] or "", tone=Tone.DATE, least=9),
    Column(key="by", heading="Who says so", cell=says, least=16),
    Column(key="id", heading="Id", cell=lambda row: str(row["id"]), tone=Tone.ASIDE, width=Width.WIDE, least=12),
    Column(key="score", heading="Score", cell=lambda row: str(row["score"]), tone=Tone.NUMBER, width=Width.NEVER),
)


def ask(records: Records, question: str, today: "Day", most: int = MOST, *, explained: bool = False) -> Report:
    """Answer a question with the few records that fit it best."""
    asked = understand(records, question, today)
    evidence = gather(records, asked)
    found, met = finer(records, asked, evidence, ranked(asked, evidence), most), None
    if Wanted.AGREEMENT in asked.wanted:
        from narcotl.reports.ask.meetings import meetings, reranked

        met = meetings(records, asked, evidence, found)
        found = reranked(found, met)
    found = best(answering(found), most)
    every = answers.rows(records, asked, found, met)
    rows = list(fitted(every) if most <= MOST else every)
    if explained:
        rows = [{**row, **explanation(asked, scored)} for row, scored in zip(rows, found, strict=False)]
    return Report(
        title=question,
        columns=COLUMNS,
        rows=rows,
        empty="Nothing in the store answers this." if most else "No answer is shown, since --limit is 0.",
        footer=lambda _: list(explaining(asked, found)) if explained else [],
        kind="answer",
        addresses=partial(addresses, records),
        telling=telling,
        why=lambda: unanswered(asked),
    )


def telling(row: Row) -> "Telling":
    """Tell an answer where there is no room for a table: only a terminal pays for the import."""
    from narcotl.reports.ask.telling import telling as told_without_columns

    return told_without_columns(row)


def fitted(rows: Iterator[Row]) -> Iterator[Row]:
    """Give as many answers as there is room for."""
    room = ROOM
    for row in rows:
        room -= len(json.dumps(row, ensure_ascii=False)) + 2
        if room < 0:
            return
        yield row


def explanation(asked: Understood, scored: Scored) -> Row:
    """Give what was understood, and the reasons for a score."""
    return {
        "understood": asked.to_json(),
        "reasons": [{"text": part.text, "points": part.points} for part in scored.parts],
        "sure": scored.sure,
    }


def explaining(asked: Understood, found: Sequence[Scored]) -> Iterator[str]:
    """Write what was understood line by line, and the reasons for each score."""
    for label, text in asked.lines():
        yield f"{label}: {text}"
    for scored in found:
        reasons = ", ".join(f"{part.text} {part.points:+}" for part in scored.parts)
        yield f"{scored.head.id} {scored.score}, sure {scored.sure:.0%}: {reasons}"


def unanswered(asked: Understood) -> str:
    """Write what was understood of a question that nothing answers, and what may lead on."""
    understood = "understood " + "; ".join(f"{label} {text}" for label, text in asked.lines(others=False))
    further = list(islice(leading_on(asked), FURTHER))
    return f"{understood}; see also {', '.join(further)}" if further else understood


def leading_on(asked: Understood) -> Iterator[str]:
    """Propose commands that tell of what is named, and of the words that few records have."""
    import shlex

    for named in asked.named:
        yield f"`narcotl {PROFILES[named.kind]} {named.ids[0]}`"
    for word in sorted(asked.words, key=lambda word: word.number):
        if word.number and not word.text.isdecimal():
            yield f"`narcotl search {shlex.quote(word.text)}`"
