"""The names in a question: the longest runs of words that a place, an actor, a source or a measure is called by."""

from collections.abc import Sequence
from typing import NamedTuple

from narcotl.reports.ask.tokens import Token
from narcotl.reports.ask.understood import Named
from narcotl.reports.ask.wanted import ASKING
from narcotl.reports.records import Records
from narcotl.select.batches import marks
from narcotl.select.fold import fold

LONGEST = 6
"""The longest name that is looked for, in words."""
WHO_AND_WHERE = ("actor", "region")
"""Kinds whose names are taken out of the question; titles and measures are words of it as well."""

FOUND = """
SELECT n.folded, n.kind, n.record, MIN(CASE n.rank WHEN 0 THEN 9 ELSE n.rank END), r.name
FROM names n JOIN records r ON r.id = n.record
WHERE n.folded IN ({marks}) AND n.kind IN ('actor', 'region', 'source', 'measure')
GROUP BY n.folded, n.kind, n.record, r.name ORDER BY 4, n.record
"""
ONLY_AN_ID = 9
"""How good a name is that is only an id: worse than any other."""
SEATS = """
SELECT n.folded, n.record, n.rank, r.name FROM names n JOIN records r ON r.id = n.record
WHERE n.folded IN ({marks}) AND n.kind = 'actor' AND n.written LIKE '% (government)' ORDER BY n.record
"""
"""Governments that are called by their seat: `Washington (government)`."""
GOVERNMENT = " (government)"
COUNTRIES = """
SELECT n.folded, n.record, r.name FROM names n JOIN records r ON r.id = n.record
WHERE n.folded IN ({marks}) AND n.kind = 'region' AND n.rank > 0 ORDER BY n.record
"""
WITHIN = 0.6
"""How much the name of a place counts that is only a part of a longer name."""
SHORTEST = 3
"""The shortest word that can be a plural, in letters."""
Known = dict[str, dict[str, list[tuple[str, str, int]]]]
"""By folded name and kind: the records that are called so, each with its id, its name and how good the name is."""


class Run(NamedTuple):
    """Some words that follow each other."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """Count the words."""
        return self.last - self.first


def names_in(records: Records, words: Sequence[Token]) -> tuple[tuple[Named, ...], set[int]]:
    """Give the names in a question, and the places of the words that are names of places and actors only."""
    runs: dict[str, list[Run]] = {}
    for first in range(len(words)):
        for last in range(first + 1, min(len(words), first + LONGEST) + 1):
            if is_possible(words[first:last]):
                for text in spellings(words[first:last]):
                    runs.setdefault(text, []).append(Run(first, last))
    known: Known = {}
    sql = FOUND.format(marks=marks(runs))
    for folded, kind, record, rank, name in records.table(sql, list(runs)):
        known.setdefault(folded, {}).setdefault(kind, []).append((record, name, rank))
    seats = [text + GOVERNMENT for text in runs]
    governments: dict[str, list[str]] = {}
    for folded, record, rank, name in records.table(SEATS.format(marks=marks(seats)), seats):
        seat = folded.removesuffix(GOVERNMENT)
        known.setdefault(seat, {}).setdefault("actor", []).append((record, name, rank))
        governments.setdefault(seat, []).append(name)
    ruled = countries(records, governments) if governments else {}
    found: list[Named] = []
    taken: set[int] = set()
    for text, run in sorted(
        ((name, run) for name in known for run in runs[name]), key=lambda one: (-one[1].length, one[1].first)
    ):
        if taken.isdisjoint(range(run.first, run.last)):
            written = words[run.first : run.last]
            named = [name for kind, matches in known[text].items() if (name := chosen(written, kind, matches))]
            if any(name.kind in WHO_AND_WHERE for name in named):
                taken.update(range(run.first, run.last))
                named = [name for name in named if name.kind in WHO_AND_WHERE]
            inside = [name._replace(text=named[0].text) for name in ruled.get(text, ())] if named else []
            inside += () if any(name.kind == "region" for name in named) else within(written, known)
            found += [name for name in (*named, *inside) if name not in found]
    return tuple(found), taken


def spellings(words: Sequence[Token]) -> list[str]:
    """Write words as a name may be: as they are, and a single one also without its plural, as in Afghans."""
    text = " ".join(word.folded for word in words)
    return [text, text[:-1]] if len(words) == 1 and text.endswith("s") and len(text) > SHORTEST else [text]


def countries(records: Records, governments: dict[str, list[str]]) -> dict[str, list[Named]]:
    """Find, for each seat of governments, the countries that they are called after: Moscow may mean Russia."""
    ends = {
        " ".join(words[first:]): seat
        for seat, names in governments.items()
        for words in map(str.split, map(fold, names))
        for first in range(1, len(words))
    }
    found: dict[str, list[Named]] = {}
    for folded, record, name in records.table(COUNTRIES.format(marks=marks(ends)), tuple(ends)):
        found.setdefault(ends[folded], []).append(Named(ends[folded], "region", (record,), (name,), WITHIN))
    return found


def within(words: Sequence[Token], known: Known) -> list[Named]:
    """Find the places that are named inside a longer name, which then may be meant as well."""
    found = []
    for word in words if len(words) > 1 else ():
        for text in spellings([word]):
            matches = known.get(text, {}).get("region", [])
            if matches and (name := chosen([word], "region", matches)):
                found.append(name._replace(text=" ".join(part.text for part in words), worth=WITHIN))
    return found


def is_possible(words: Sequence[Token]) -> bool:
    """Say whether words can be a name: not if all of them only ask, unless they are written like a name."""
    return any(word.folded not in ASKING or (word.is_capital and word.start > 0) for word in words)


def chosen(words: Sequence[Token], kind: str, matches: Sequence[tuple[str, str, int]]) -> Named | None:
    """Take the best of the records that are called so; an id of one word is a name only if it is written as one."""
    if len(words) == 1 and not (words[0].is_capital and kind in WHO_AND_WHERE):
        matches = [match for match in matches if match[2] != ONLY_AN_ID]
    if not matches or (kind in ("source", "measure") and len(words) == 1):
        return None
    best = min(rank for _, _, rank in matches)
    ids = tuple(record for record, _, rank in matches if rank == best)
    names = tuple(name for _, name, rank in matches if rank == best)
    return Named(" ".join(word.text for word in words), kind, ids, names)
