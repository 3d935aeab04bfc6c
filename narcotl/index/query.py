"""Ask the index: records by selection, by id and by name, printed as JSON objects with names filled in."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeAlias

from narcotl.index.condition import asked, condition
from narcotl.select.batches import batches, marks
from narcotl.select.fold import fold
from narcotl.select.kinds import ANY_KIND
from narcotl.select.selection import Selection, Sort
from narcotl.select.sql import Expression, conditions

Row: TypeAlias = dict[str, Any]


ALIKE = 0.8
"""From here on names are so much alike that one is a misspelling of the other."""

MOST = 2**63 - 1
"""The largest integer of SQL."""

NUMBER = "SELECT value FROM meta WHERE key = ?"

BORNE = """
SELECT h.value FROM headings h WHERE h.facet = ? AND h.kind = ? AND h.value >= ?
AND EXISTS (SELECT 1 FROM posted p WHERE p.heading = h.heading) ORDER BY h.value
"""
"""From one word to the next, however many records bear each."""

NAMED = f"""
SELECT record, kind, MIN(rank) FROM names WHERE folded = ? AND kind IN {ANY_KIND} GROUP BY record, kind ORDER BY 3, 1
"""

ORDER = {
    Sort.DATE: "r.sort",
    Sort.NAME: "r.name",
    Sort.ID: "r.id",
    Sort.STATUS: "r.status",
    Sort.TYPE: "r.type",
    Sort.SCORE: "r.sort",
}


class Index:
    """An open index, read only."""

    def __init__(self, connection: sqlite3.Connection, renew: Callable[[], sqlite3.Connection]) -> None:
        """Wrap a connection to a complete index, with what makes a new one if this turns out to be damaged."""
        self.connection = connection
        self.renew = renew
        self.names: dict[str, str] = {}
        self.totals: dict[tuple[str, Selection], int] = {}
        """How many records there are of what was asked for with a limit, where that is known."""

    def close(self) -> None:
        """Close the connection; `with sqlite3.connect(...)` would only commit."""
        self.connection.close()

    def table(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Run a query over the tables of `narcotl.index.schema`.

        A damaged index is noticed only where it is read. It is then made anew, and the answer goes on where it was.
        """
        given = 0
        try:
            for row in self.connection.execute(sql, parameters):
                yield row
                given += 1
        except sqlite3.DatabaseError:
            self.connection = self.renew()
            yield from islice(self.connection.execute(sql, parameters), given, None)

    def condition(self, kinds: Sequence[str], selection: Selection) -> Expression:
        """Write the condition of a selection on records `r` of some kinds, which the query has to ask for as well."""
        return condition(self.value, tuple(kinds), selection).expression

    def value(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """Give the only value of a query."""
        [(value,)] = self.table(sql, parameters)
        return value

    def select(self, kind: str, selection: Selection) -> Iterator[Row]:
        """Give the records of a kind that a selection asks for, in its order, each with its `match`."""
        for batch in batches(self.numbers(kind, selection)):
            yield from self.numbered(batch, selection)

    def numbered(self, batch: Sequence[int], selection: Selection) -> Iterator[Row]:
        """Give some of the records that a selection asks for, by their numbers, each with its `match`."""
        certain = self.certain(batch, selection)
        texts = dict(self.table(f"SELECT number, json FROM records WHERE number IN ({marks(batch)})", batch))
        return self.complete((texts[number], number in certain) for number in batch)

    def certain(self, numbers: Sequence[int], selection: Selection) -> set[int]:
        """Find which of the records that a selection asks for meet it certainly."""
        parts = tuple(conditions(selection.where))
        if selection.certain or not parts:
            return set(numbers)
        must = asked(parts, certain=True)
        sql = f"SELECT r.number FROM records r WHERE r.number IN ({marks(numbers)}) AND {must.sql}"
        return {number for (number,) in self.table(sql, (*numbers, *must.parameters))}

    def numbers(self, kind: str, selection: Selection) -> Iterable[int]:
        """Give the numbers of the records that a selection asks for, in order: so their texts need not be sorted.

        Where all have to be sorted to find the first ones, it is known how many there are.
        """
        wanted = condition(self.value, (kind,), selection)
        by_time = selection.sort in (Sort.DATE, Sort.SCORE)
        if selection.limit is None or (by_time and (wanted.is_common or wanted.listed is None)):
            # Of so many the first in order of time are soon found by asking one after the other.
            whole = asked(tuple(conditions(selection.where)), certain=selection.certain)
            expression = wanted.expression if selection.limit is None else whole
            return (number for (number,) in self.table(*ordered(kind, expression, selection)))
        found = [number for (number,) in self.table(*ordered(kind, wanted.expression, selection.but(limit=None)))]
        self.totals[kind, selection] = len(found)
        return found[: selection.limit]

    def count(self, kind: str, selection: Selection) -> int:
        """Count the records of a kind that a selection asks for, whatever its limit."""
        if (kind, selection) in self.totals:
            return self.totals[kind, selection]
        if not any(conditions(selection.where)):
            return sum(int(number) for (number,) in self.table(NUMBER, (f"records of {kind}",)))
        wanted = condition(self.value, (kind,), selection)
        if wanted.listed and wanted.is_whole:
            query = wanted.listed
            return int(self.value(f"SELECT COUNT(DISTINCT number) FROM ({query.sql}) found", query.parameters))
        sql = f"SELECT COUNT(*) FROM records r WHERE r.kind = ? AND {wanted.expression.sql}"
        return int(self.value(sql, (kind, *wanted.expression.parameters)))

    def all(self) -> Iterator[Row]:
        """Give every record in the order of files and lines."""
        sql = "SELECT r.json, NULL FROM records r JOIN files f ON f.path = r.path ORDER BY f.position, r.line, r.number"
        return self.complete(self.table(sql))

    def get(self, ids: Iterable[str]) -> list[Row]:
        """Give the records with these ids, in this order; unknown ids are left out."""
        wanted_ids = list(ids)
        if not wanted_ids:
            return []
        sql = f"SELECT json, NULL FROM records WHERE id IN ({marks(wanted_ids)})"
        rows = self.complete(self.table(sql, wanted_ids))
        found = {row["id"]: row for row in rows}
        return [found[name] for name in wanted_ids if name in found]

    def complete(self, rows: Iterator[tuple[Any, ...]]) -> Iterator[Row]:
        """Fill in names of references, corrections and the kind of match, batch by batch."""
        for batch in batches(rows):
            references: list[Row] = []

            def collect(found: Row, references: list[Row] = references) -> Row:
                if "ref" in found or ("id" in found and "kind" not in found):
                    references.append(found)
                return found

            texts = ",".join(text for text, _ in batch)
            records: list[Row] = json.loads(f"[{texts}]", object_hook=collect)
            self.name(references)
            corrections = self.corrections([record["id"] for record in records])
            for record, (_, certain) in zip(records, batch, strict=True):
                if record["id"] in corrections:
                    record["corrections"] = corrections[record["id"]]
                if certain is not None:
                    record["match"] = "certain" if certain else "possible"
                yield record

    def name(self, references: list[Row]) -> None:
        """Put the names of records beside their ids; what may be a plain name and is no id becomes a name only."""
        self.learn({reference.get("id") or reference["ref"] for reference in references})
        for reference in references:
            loose = "ref" in reference
            target = reference.pop("ref" if loose else "id")
            rest = dict(reference)
            name = self.names.get(target)
            reference.clear()
            reference.update({"name": target} if loose and name is None else {"id": target, "name": name})
            reference.update(rest)

    def learn(self, ids: set[str]) -> None:
        """Look up the names of records that are not known yet."""
        for part in batches(sorted(ids - self.names.keys())):
            sql = f"SELECT id, name FROM records WHERE id IN ({marks(part)})"
            self.names.update(self.table(sql, part))

    def corrections(self, ids: Sequence[str]) -> dict[str, list[Row]]:
        """Give what is corrected on these records, by id."""
        sql = (
            "SELECT c.target, r.json FROM corrected c JOIN records r ON r.id = c.record "
            f"WHERE c.target IN ({marks(ids)}) ORDER BY c.target, r.id"
        )
        found: dict[str, list[Row]] = {}
        for target, text in self.table(sql, ids):
            correction = json.loads(text)
            keys = ("id", "type", "says", "should_be", "certainty")
            found.setdefault(target, []).append({key: correction[key] for key in keys})
        return found

    def bearing(self, facet: str, kind: str, begun: str = "") -> Iterator[str]:
        """Give the words of a facet that records of a kind bear and that begin like this, in order."""
        for (word,) in self.table(BORNE, (facet, kind, begun)):
            if not word.startswith(begun):
                return
            yield word

    def named(self, name: str, kind: str | None = None) -> list[tuple[str, str]]:
        """Find records by id, name or alias, whatever case and accents: the best matches, as (id, kind).

        An exact id is taken before a name, a name before an alias and an alias before a misspelling.
        """
        rows = [row for row in self.table(NAMED, (fold(name),)) if kind in (None, row[1])]
        exact = [row for row in rows if row[0] == name]
        best = exact or [row for row in rows if row[2] == rows[0][2]]
        return [(record, found) for record, found, _ in best]

    def near(self, name: str, kind: str | None = None, most: int = 3) -> list[str]:
        """Give names that are spelt nearly like this one, or hold it as a word, best first, one for each record."""
        from difflib import SequenceMatcher, get_close_matches

        sql = (
            "SELECT folded, record, written FROM names WHERE rank < 3 AND (kind = ? OR ? IS NULL) "
            "ORDER BY rank = 0 DESC, LENGTH(written) DESC, folded, record, written"
        )
        # Of the ways to write one name, the shortest that is no id comes last and stays: CIA, not cia or C.I.A.
        written = {folded: (record, as_written) for folded, record, as_written in self.table(sql, (kind, kind))}
        asked = fold(name)
        swapped = [folded for folded in written if sorted(folded) == sorted(asked)]
        close = get_close_matches(asked, written, 3 * most, 0.6)
        close.sort(key=lambda folded: -SequenceMatcher(None, asked, folded).ratio())
        alike = [folded for folded in close if SequenceMatcher(None, asked, folded).ratio() >= ALIKE]
        words = set(asked.replace("-", " ").split())
        holding = [folded for folded in written if words and words <= set(folded.replace("-", " ").split())]
        # Ids first, which can be typed as they are.
        holding.sort(key=lambda folded: (written[folded][0] != written[folded][1], len(folded)))
        found: dict[str, str] = {}
        for folded in (*swapped, *alike, *holding, *close):
            found.setdefault(*written[folded])
        return list(found.values())[:most]


def ordered(kind: str, wanted: Expression, selection: Selection) -> Expression:
    """Ask for the numbers of the records of a kind that meet a condition, in the order of a selection."""
    direction = " DESC" if selection.reverse else ""
    limit = "" if selection.limit is None else f" LIMIT {min(selection.limit, MOST)}"
    sql = (
        f"SELECT r.number FROM records r WHERE r.kind = ? AND {wanted.sql} "
        f"ORDER BY {ORDER[selection.sort]}{direction}, r.id{direction}{limit}"
    )
    return Expression(sql, (kind, *wanted.parameters))
