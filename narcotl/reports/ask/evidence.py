"""Which records have to do with what a question names: found by SQL, each with how well it fits, from 0 to 1.

Words and names that few records have find candidates; those that many have only tell the candidates apart, or find
those records that have to do with all of them, so that the cost does not grow with the store.
"""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, NamedTuple

from narcotl.reports.ask.common import FREQUENT, is_common, meeting
from narcotl.reports.ask.described import with_described
from narcotl.reports.ask.heads import HEADS, Head
from narcotl.reports.ask.understood import Named, Understood, When, Word
from narcotl.reports.ask.vocabulary import any_of
from narcotl.reports.ask.wanted import Wanted
from narcotl.reports.records import Records
from narcotl.select.fold import fold
from narcotl.select.kinds import ANY_KIND

MOST = 300
"""As many candidates are looked at closely."""

HOLDING = "SELECT rowid FROM words WHERE words MATCH ? LIMIT ?"
EARLIEST = """
SELECT number FROM (
    SELECT r.number, ROW_NUMBER() OVER (PARTITION BY r.kind ORDER BY r.sort, r.id) AS place
    FROM words JOIN records r ON r.number = words.rowid
    WHERE words MATCH ? AND r.kind IN ('claim', 'correction', 'event', 'figure')
) WHERE place <= ?
"""
"""Of too many records, the earliest of each of these kinds: the same in whatever order they came into the index."""
VERY_FREQUENT = 10_000
"""Where so many records hold a word, the earliest of them are soon found by going through all in the order of time."""
IN_TIME = "SELECT number FROM records WHERE kind = ? ORDER BY sort, id"
KINDS = ("claim", "correction", "event", "figure")
PLACED = """
SELECT r.number, MAX(CASE WHEN g.region = g.asked THEN 1.0 WHEN g.certain = 1 THEN 0.9 ELSE 0.5 END)
FROM {first} CROSS JOIN {second}
WHERE g.asked = ? {among} GROUP BY r.number ORDER BY 2 DESC, r.sort, r.id LIMIT ?
"""
INVOLVED = """
SELECT r.number, MAX(CASE WHEN i.actor = a.asked THEN 1.0 ELSE 0.8 END)
FROM {first} CROSS JOIN {second}
WHERE a.asked = ? {among} GROUP BY r.number ORDER BY 2 DESC, r.sort, r.id LIMIT ?
"""
BEARING = """
SELECT r.number, 1.0 FROM {first} CROSS JOIN {second}
WHERE l.facet = ? AND l.value = ? {among} ORDER BY r.sort, r.id LIMIT ?
"""
MEETING = """
SELECT DISTINCT r.number FROM amounts a
JOIN amounts b ON b.measure = a.measure AND b.region = a.region AND b.record <> a.record
    AND b.earliest <= a.latest AND b.latest >= a.earliest
JOIN records r ON r.id = a.record LIMIT ?
"""
CONTESTED = """
SELECT r.number FROM postings p JOIN records r ON r.number = p.number
WHERE p.facet = 'contested' AND p.kind = 'claim' AND p.value = 'yes' ORDER BY r.sort, r.id LIMIT ?
"""
CALLED = """
SELECT DISTINCT folded FROM names WHERE record IN ({marks}) AND rank > 0 AND folded NOT LIKE '%(%'
ORDER BY folded LIMIT 40
"""
DURING = """
SELECT number FROM records WHERE kind = 'event' AND spans > 0 AND earliest <= ? AND latest >= ?
ORDER BY latest / 2 - earliest / 2, sort, id LIMIT ?
"""
TITLES = "SELECT number, name FROM records WHERE number IN ({marks})"
FIRST = "SELECT number FROM records WHERE number IN ({marks}) AND {dated} ORDER BY sort, id LIMIT ?"
STANDS = """
SELECT r.number, p.actor, p.polarity, p.stance FROM positions p JOIN records r ON r.id = p.record
WHERE r.number IN ({marks})
"""
ORDERS = {
    PLACED: (
        f"region_reach g CROSS JOIN postings p ON p.facet = 'region' AND p.kind IN {ANY_KIND} AND p.value = g.region",
        "records r ON r.number = p.number",
        "records r",
        "placings p ON p.record = r.id CROSS JOIN region_reach g ON g.region = p.region",
    ),
    INVOLVED: (
        "actor_reach a JOIN involvements i ON i.actor = a.actor",
        "records r ON r.id = i.record",
        "records r",
        "involvements i ON i.record = r.id CROSS JOIN actor_reach a ON a.actor = i.actor",
    ),
    BEARING: (
        "postings l",
        f"records r ON r.number = l.number AND l.kind IN {ANY_KIND}",
        "records r",
        "labels l ON l.number = r.number",
    ),
}
"""The order of the tables: from what is named to the records, or, given candidates, from these to what is named."""
NEGATIONS = ("not", "no", "never", "little", "nor", "nobody", "without", "against", "refuses", "refused", "hardly")
NAME, LINKED, TEXT = 1.0, 0.7, 0.75
"""How much a word is worth in the name of a record, in the names that it is linked to, and in its text."""
ABOUT = 0.15
"""How much more a place or an actor counts that a record is linked to and that it is called by as well."""
IN_ITS_NAME, IN_A_NAME = 0.85, 0.6
"""How well a record fits that is not linked to a place or an actor: if it is named in what the record is called, or
in the name of something that it is linked to."""
OTHER_WORD = 0.9
"""How much of that another word for it is worth, as the store lists them ..."""
ALIKE_WORD = 0.6
"""... how much one that says nearly the same in plain English ..."""
SAME_WORD = 0.75
"""... and how much one that says the same."""


Fits = dict[int, float]
"""How well records, by number, fit one thing that is asked for."""


class Evidence(NamedTuple):
    """What was found: for each thing that is asked for, which candidates fit it how well."""

    heads: tuple[Head, ...]
    words: tuple[Fits, ...]
    names: tuple[Fits, ...]
    stands: dict[int, list[tuple[str | None, str, str]]]
    negated: frozenset[int] = frozenset()
    """The candidates that say what was not, if that is asked for."""


def gather(records: Records, asked: Understood) -> Evidence:
    """Find the candidates for an answer, and how each fits what is asked for."""
    common = [name for name in asked.named if is_common(records, name)]
    together = meeting(records, asked) if common else []
    rare = [word for word in asked.words if 0 < word.number <= FREQUENT]
    leading = rare or [word for word in asked.words if word.number and not together]
    found = {word.text: with_described(records, holding(records, word)) for word in leading}
    weights: Fits = {}
    for word in leading:
        for number, fit in found[word.text].items():
            weights[number] = weights.get(number, 0.0) + fit * word.weight
    names = [fitting(records, name, together if name in common else ()) for name in asked.named]
    linked: Fits = {}
    for fits in names:
        for number, fit in fits.items():
            linked[number] = linked.get(number, 0.0) + fit
    both = {number: 2 * linked.get(number, 0.0) + weights.get(number, 0.0) for number in {*linked, *weights}}
    numbers = sorted(best(records, both, asked.dates) or (alone(records, asked) if not asked.named else []))
    is_known = {*numbers} <= {*together}
    among = {word.text: found[word.text] if word in rare else holding(records, word, numbers) for word in asked.words}
    return Evidence(
        heads=tuple(Head(*row) for row in batched(records, HEADS, numbers)),
        words=tuple(among[word.text] for word in asked.words),
        names=tuple(
            fits if len(fits) < FREQUENT and (name not in common or is_known) else fitting(records, name, numbers)
            for name, fits in zip(asked.named, names, strict=True)
        ),
        stands=stands(records, numbers),
        negated=frozenset(
            matching(records, f"name : ({any_of(NEGATIONS)})", numbers) if asked.is_negated and numbers else ()
        ),
    )


def alone(records: Records, asked: Understood) -> list[int]:
    """Find candidates where no word or name is asked for: what happened in a time, or what is at odds at all."""
    if asked.dates or Wanted.AGREEMENT not in asked.wanted:
        return during(records, asked)
    return [number for sql in (MEETING, CONTESTED) for (number,) in records.table(sql, (MOST // 6,))]


def during(records: Records, asked: Understood) -> list[int]:
    """Find what happened in the times that are asked for, the shortest first: where nothing else is asked for."""
    return [
        number
        for date in asked.dates
        for first, last in date.spans
        for (number,) in records.table(DURING, (last, first, MOST))
    ]


def best(records: Records, weights: Fits, dates: Sequence[When]) -> list[int]:
    """Give the numbers with the highest weights; of those that weigh the same, the earliest in the times asked for."""
    if len(weights) <= MOST:
        return list(weights)
    least = sorted(weights.values(), reverse=True)[MOST - 1]
    above = [number for number, weight in weights.items() if weight > least]
    tied = [number for number, weight in weights.items() if weight == least]
    sql = FIRST.format(marks=", ".join(map(str, tied)), dated=dated(dates))
    return [*above, *(number for (number,) in records.table(sql, (MOST - len(above),)))]


def dated(dates: Sequence[When]) -> str:
    """Ask that what has a date, as events and figures do, lies in one of these times; in any, where there is none."""
    spans = [span for date in dates for span in (*date.spans, *([date.before] if date.before else ()))]
    overlaps = " OR ".join(f"earliest <= {last} AND latest >= {first}" for first, last in spans)
    return f"(kind NOT IN ('event', 'figure') OR {overlaps})" if spans else "1 = 1"


def holding(records: Records, word: Word, among: Sequence[int] = ()) -> Fits:
    """Find the records that hold a word in one of its forms; given candidates, only among these."""
    fits: Fits = {}
    if not word.number:
        return fits
    own = word.forms[: word.own]
    for forms, worth in ((word.alike, ALIKE_WORD), (word.same, SAME_WORD), (word.forms, OTHER_WORD), (own, 1.0)):
        if not forms:
            continue
        for column, fit in (("linked", LINKED), ("body", TEXT), ("name", NAME)):
            for number in matching(records, f"{column} : ({any_of(forms)})", among):
                fits[number] = max(fits.get(number, 0.0), fit * worth)
    return fits


def matching(records: Records, match: str, among: Sequence[int]) -> Iterable[int]:
    """Find the numbers of records that match; given candidates, only these."""
    if not among:
        found = [number for (number,) in records.table(HOLDING, (match, VERY_FREQUENT))]
        if len(found) < VERY_FREQUENT:
            few = len(found) <= FREQUENT
            return found if few else [number for (number,) in records.table(EARLIEST, (match, MOST))]
        every = {number for (number,) in records.table(HOLDING, (match, -1))}
        return [
            number
            for kind in KINDS
            for number in islice((one for (one,) in records.table(IN_TIME, (kind,)) if one in every), MOST)
        ]
    # The plus makes one pass over all that match; else each candidate is sought alone, past all that lack the column.
    sql = f"SELECT rowid FROM words WHERE words MATCH ? AND +rowid IN ({', '.join('?' * len(among))})"
    return (number for (number,) in records.table(sql, (match, *among)))


def fitting(records: Records, name: Named, among: Sequence[int]) -> Fits:
    """Find the records that have to do with what is named."""
    fits: Fits = {}
    inside = f"AND r.number IN ({', '.join('?' * len(among))})" if among else ""
    for record in name.ids:
        for sql, parameters in queries(name.kind, record):
            first, second = ORDERS[sql][2:] if among else ORDERS[sql][:2]
            rows = records.table(sql.format(first=first, second=second, among=inside), (*parameters, *among, FREQUENT))
            for number, fit in rows:
                fits[number] = max(fits.get(number, 0.0), fit * name.worth)
    if among and is_common(records, name):
        return with_names(records, name, fits, among)
    if name.kind in ("actor", "region") and name.worth == 1.0:
        called = any_of([fold(name.text), *map(fold, name.names), *aliases(records, name)])
        for column, fit in (("name", IN_ITS_NAME), ("linked", IN_A_NAME)):
            for number in matching(records, f"{column} : ({called})", among):
                linked = fits.get(number, 0.0)
                fits[number] = linked + ABOUT if linked and column == "name" else max(linked, fit)
    return fits


def with_names(records: Records, name: Named, fits: Fits, among: Sequence[int]) -> Fits:
    """Let those count more that are called by a name; only of few records is the name looked at."""
    called = [f" {fold(text)} " for text in (name.text, *name.names)]
    for number, title in batched(records, TITLES, among):
        if number in fits and any(text in f" {fold(title)} " for text in called):
            fits[number] += ABOUT
    return fits


def aliases(records: Records, name: Named) -> Iterable[str]:
    """Give what else a place or an actor is called, as far as a full text has it."""
    marks = ", ".join("?" * len(name.ids))
    return (folded for (folded,) in records.table(CALLED.format(marks=marks), name.ids) if folded.isascii())


def queries(kind: str, record: str) -> list[tuple[str, tuple[str, ...]]]:
    """Say how to find the records that have to do with a place, an actor, a source or a measure."""
    if kind == "region":
        return [(PLACED, (record,))]
    if kind == "actor":
        return [(INVOLVED, (record,))]
    return [(BEARING, (kind, record))]


def stands(records: Records, numbers: Sequence[int]) -> dict[int, list[tuple[str | None, str, str]]]:
    """Give the positions on those candidates that are claims: who, which polarity, which stance."""
    found: dict[int, list[tuple[str | None, str, str]]] = {}
    for number, actor, polarity, stance in batched(records, STANDS, numbers):
        found.setdefault(number, []).append((actor, polarity, stance))
    return found


def batched(records: Records, sql: str, numbers: Sequence[int]) -> Iterable[tuple[Any, ...]]:
    """Run a query over some records, by number."""
    return records.table(sql.format(marks=", ".join("?" * len(numbers))), numbers)
