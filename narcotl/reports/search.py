"""Full text search: every record that holds the words, the best first, with the words marked where they stand."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from narcotl.model.vocab.base import RecordKind
from narcotl.reports import cells
from narcotl.reports.chains import addresses
from narcotl.reports.records import Records
from narcotl.reports.report import Column, Report, Row, Tone, Width, Works
from narcotl.select.batches import marks
from narcotl.select.selection import Selection, Sort
from narcotl.select.sql import Expression, compiled, conditions
from narcotl.select.words import Words

RANK = "bm25(words, 6.0, 2.0, 0.5)"
"""BM25, for which less is better: a word in the name counts most, in a linked name (a place, an actor) least."""

HITS = f"""
SELECT r.id, r.name, r.number, {RANK}, CASE WHEN {{must}} THEN 1 ELSE 0 END
FROM words JOIN records r ON r.number = words.rowid
WHERE words MATCH ? AND r.kind IN ({{kinds}}) AND {{wanted}} ORDER BY {{order}}, r.id{{direction}} LIMIT ?
"""
RANKED = f"SELECT rowid, {RANK} FROM words WHERE words MATCH ?"
"""Every record that holds the words, of any kind: so none of them has to be looked at but the best."""
NAMED = "SELECT id, name, number FROM records WHERE number IN ({marks})"
HOLDING = "SELECT COUNT(*) FROM words WHERE words MATCH ?"
COUNT = """
SELECT COUNT(*) FROM words JOIN records r ON r.number = words.rowid
WHERE words MATCH ? AND r.kind IN ({kinds}) AND {wanted}
"""
MARKED = """
SELECT highlight(words, 0, '«', '»'), snippet(words, 1, '«', '»', '…', 14), snippet(words, 2, '«', '»', '…', 6)
FROM words WHERE words MATCH ? AND rowid = ?
"""
ORDER = {Sort.NAME: "r.name", Sort.ID: "r.id", Sort.STATUS: "r.status", Sort.TYPE: "r.type", Sort.DATE: "r.sort"}


def named(row: Row) -> str:
    """Write the name with the words marked, and with the marks of a possible hit and of a correction."""
    return cells.title({"name": row["marked"], "match": row["match"], "corrections": row.get("corrections")})


def brief_named(row: Row) -> str:
    """Write the same where there is little room."""
    return cells.brief_title({"name": row["marked"], "match": row["match"], "corrections": row.get("corrections")})


def found_work(row: Row) -> Works:
    """Name a source that was found by its title."""
    return [(row["marked"], row["id"])] if row["kind"] == RecordKind.SOURCE else ()


def when(row: Row) -> str:
    """Write the date, if the record has one."""
    return str(row["date"]["text"]) if row["date"] else ""


def brief_when(row: Row) -> str:
    """Write the same where there is little room."""
    return cells.shortened(when(row))


COLUMNS = (
    Column(key="kind", heading="Kind", cell=lambda row: str(row["kind"]), tone=Tone.ASIDE, least=10),
    Column(key="id", heading="Id", cell=lambda row: str(row["id"]), width=Width.WIDE, tone=Tone.ASIDE, least=12),
    Column(key="name", heading="Name", cell=named, brief=brief_named, works=found_work, tone=Tone.MARKED, least=20),
    Column(key="snippet", heading="In the text", cell=lambda row: str(row["snippet"]), tone=Tone.MARKED, least=20),
    Column(key="date", heading="Date", cell=when, brief=brief_when, tone=Tone.DATE, least=10),
    Column(key="score", heading="Score", cell=lambda row: f"{row['score']:.2f}", tone=Tone.NUMBER, width=Width.NEVER),
)
ADDED = ("name", "marked", "date", "score", "snippet", "match")
"""What a hit has besides the fields of its record."""


class Hit(NamedTuple):
    """A record that holds the words."""

    id: str
    name: str
    number: int
    rank: float
    certain: int


class Search(NamedTuple):
    """What is searched for, and among which records."""

    words: Words
    kinds: Sequence[str]
    selection: Selection

    @property
    def is_of_all(self) -> bool:
        """Say whether the best of all records are asked for, without any filter."""
        asked = self.selection
        is_plain = not any(conditions(asked.where)) and asked.sort not in ORDER
        return is_plain and asked.limit is not None and {*self.kinds} == {*RecordKind}

    @property
    def wanted(self) -> Expression:
        """Give the condition of the filters."""
        test = compiled(self.selection.where)
        return test.must if self.selection.certain else test.may


def search(records: Records, asked: Search, title: str, text: str) -> Report:
    """List the records that hold all the words of a text, the best first."""
    nothing = (
        "No record holds all of these words." if asked.words.match else f"There is no word to look for in '{text}'."
    )
    return Report(
        title=title,
        columns=COLUMNS,
        rows=hits(records, asked) if asked.words.match else (),
        empty=nothing,
        footer=cells.legend,
        brief=cells.brief_legend,
        addresses=partial(addresses, records),
        kind="record",
        why=lambda: why(records, asked),
        total=None if asked.selection.limit is None else lambda: count(records, asked),
    )


def why(records: Records, asked: Search) -> str:
    """Say why nothing is found."""
    from narcotl.reports.unfound import unfound

    return unfound(records, asked)


def hits(records: Records, asked: Search) -> Iterator[Row]:
    """Give the records with their score, which is the higher the better, and the words marked in «»."""
    match = asked.words.match
    found = best_of_all(records, asked) if asked.is_of_all else chosen(records, asked)
    for (_, name, number, rank, certain), row in zip(found, records.get([hit[0] for hit in found]), strict=True):
        [(marked, body, linked)] = records.table(MARKED, (match, number))
        yield {
            **row,
            "name": name,
            "marked": marked,
            "date": dated(row),
            "score": round(-rank, 4),
            "snippet": best(marked, body, linked),
            "match": "certain" if certain else "possible",
        }


def chosen(records: Records, asked: Search) -> list[Hit]:
    """Find the records that hold the words and are asked for."""
    selection = asked.selection
    must = compiled(selection.where).must
    sql = HITS.format(
        must=must.sql,
        kinds=marks(asked.kinds),
        wanted=asked.wanted.sql,
        order=order(selection),
        direction=" DESC" if selection.reverse else "",
    )
    limit = -1 if selection.limit is None else selection.limit
    parameters = (*must.parameters, asked.words.match, *asked.kinds, *asked.wanted.parameters, limit)
    return [Hit(*row) for row in records.table(sql, parameters)]


def best_of_all(records: Records, asked: Search) -> list[Hit]:
    """Find the best of all records that hold the words; of those of one rank the first by id."""
    most, sign = asked.selection.limit or 0, -1 if asked.selection.reverse else 1
    ranks: dict[int, float] = dict(records.table(RANKED, (asked.words.match,)))
    last = sign * sorted(sign * rank for rank in ranks.values())[:most][-1] if most and ranks else None
    near = [number for number, rank in ranks.items() if last is not None and sign * rank <= sign * last]
    sql = NAMED.format(marks=", ".join(map(str, near)))
    found = [Hit(name, title, number, ranks[number], certain=1) for name, title, number in records.table(sql)]
    found.sort(key=lambda hit: hit.id, reverse=sign < 0)
    found.sort(key=lambda hit: sign * hit.rank)
    return found[:most]


def count(records: Records, asked: Search) -> int:
    """Count the records that hold all the words, whatever the limit."""
    if not asked.words.match:
        return 0
    sql = COUNT.format(kinds=marks(asked.kinds), wanted=asked.wanted.sql)
    if asked.is_of_all:
        [(number,)] = records.table(HOLDING, (asked.words.match,))
        return int(number)
    [(number,)] = records.table(sql, (asked.words.match, *asked.kinds, *asked.wanted.parameters))
    return int(number)


def order(selection: Selection) -> str:
    """Write the order: by rank unless another is wanted."""
    down = " DESC" if selection.reverse else ""
    return f"{ORDER.get(selection.sort, RANK)}{down}"


def best(marked: str, body: str, linked: str) -> str:
    """Choose what to show of a record: its text, unless the words stand only in the names linked to it."""
    text = linked if "«" in linked and "«" not in body and "«" not in marked else body
    return " ".join(text.split())


def dated(row: Row) -> Row | None:
    """Give the date of a record, whatever it is called in its kind; of a claim, when it was first made."""
    said = [position["said"] for position in row.get("positions", ()) if position["said"]]
    found: Row | None = row.get("date") or row.get("period") or row.get("issued") or (said[0] if said else None)
    return found
