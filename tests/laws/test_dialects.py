"""The SQL of a selection is plain: other engines read it, and DuckDB, over the same tables, gives the same answers."""

import sqlite3
import typing
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlglot import ErrorLevel, exp, parse_one

from narcotl.index.condition import asked, condition
from narcotl.index.query import Index, ordered
from narcotl.library.opened import Library, open_library
from narcotl.select.census import Endless, all_counts, all_ends
from narcotl.select.selection import Selection, Sort
from narcotl.select.sql import Expression
from narcotl.select.tally import By, Years, counts, ends
from narcotl.select.where import About, All, Any, InRegion, Not, OnDay, Positioned, Published, Where, WithActor, Within
from tests.laws.stores import ACTORS, REGIONS, Store, ids, stores, written
from tests.laws.test_selection import LEAVES, LIMITS, few_and_many, known

TABLES = (
    *(
        "records",
        "spans",
        "yearly",
        "placings",
        "involvements",
        "labelled",
        "headings",
        "labels",
        "postings",
        "positions",
        "vintages",
        "wholes",
    ),
    *("mentions", "region_reach", "actor_reach"),
)
"""The tables that selections read."""
DIALECTS = ("postgres", "duckdb", "spark")
ENDLESS = Endless(-(2**63), 2**63 - 1)
OF_CLAIMS: st.SearchStrategy[Where] = st.one_of(
    st.builds(Positioned, st.sampled_from(ids("actor", ACTORS)), st.sampled_from(["", "denies"]), st.booleans()),
    st.sampled_from([*ids("actor", ACTORS), *ids("region", REGIONS), "event-0"]).map(About),
    st.builds(OnDay, st.just(11), st.sampled_from([26, 27])),
)
WHERES = st.recursive(
    LEAVES | OF_CLAIMS,
    lambda part: st.one_of(
        part.map(Not),
        st.lists(part, max_size=3).map(lambda parts: All(tuple(parts))),
        st.lists(part, min_size=1, max_size=3).map(lambda parts: Any(tuple(parts))),
    ),
    max_leaves=4,
)
SHIPPED: tuple[tuple[str, Where], ...] = (
    ("event", All((InRegion("andes"), WithActor("cia"), Within(19800101, 19891231)))),
    ("event", Any((Not(InRegion("myanmar")), OnDay(11, 26)))),
    ("claim", Positioned("cia", "denies")),
    ("claim", All((About("cia"), Not(Positioned("cia"))))),
    ("figure", All((InRegion("peru"), Published(20180101, 20181231)))),
    ("figure", All((Not(Published(20180101, 20181231)), WithActor("unodc", units=False)))),
)


@contextmanager
def copied(connection: sqlite3.Connection) -> Iterator[duckdb.DuckDBPyConnection]:
    """Copy the tables of an index into DuckDB."""
    duck = duckdb.connect()
    for table in TABLES:
        columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
        types = {"INTEGER": "BIGINT", "TEXT": "VARCHAR"}
        duck.execute(f"CREATE TABLE {table} ({', '.join(f'{name} {types[kind]}' for _, name, kind, *_ in columns)})")
        rows = connection.execute(f"SELECT * FROM {table}").fetchall()
        if rows:
            named = zip((name for _, name, *_ in columns), zip(*rows, strict=True), strict=True)
            duck.register("copied", pa.table(dict(named)))
            duck.execute(f"INSERT INTO {table} SELECT * FROM copied")
    yield duck
    duck.close()


def translated(query: Expression) -> str:
    """Put the parameters into a query, and write it as other engines read it; fails on what one of them lacks."""
    first, *rest = query.sql.split("?")
    assert len(rest) == len(query.parameters)
    values = (exp.convert(value).sql(dialect="sqlite") for value in query.parameters)
    tree = parse_one(first + "".join(value + text for value, text in zip(values, rest, strict=True)), read="sqlite")
    assert not list(tree.find_all(exp.Anonymous)), "no function of one engine only"
    written = {dialect: tree.sql(dialect=dialect, unsupported_level=ErrorLevel.RAISE) for dialect in DIALECTS}
    return written["duckdb"]


def queries(index: Index, kind: str, selection: Selection) -> Iterator[Expression]:
    """Write a selection in both ways: begun with a list of records, and asked of one after the other."""
    parts = (selection.where,)
    yield ordered(kind, condition(index.value, (kind,), selection).expression, selection)
    yield ordered(kind, asked(parts, certain=selection.certain), selection)


def agree(library: Library, duck: duckdb.DuckDBPyConnection, kind: str, selection: Selection) -> None:
    """Check that a selection means the same to every engine, however it is written."""
    found = [row["id"] for row in library.index.select(kind, selection)]
    names: dict[object, object] = dict(library.index.table("SELECT number, id FROM records"))
    for query in queries(library.index, kind, selection):
        numbers = [number for (number,) in duck.execute(translated(query)).fetchall()]
        assert [names[number] for number in numbers] == found


@given(store=stores(), wheres=st.lists(WHERES, min_size=4, max_size=8), data=st.data())
@settings(max_examples=10)
def test_duckdb_gives_the_same_answers(store: Store, wheres: Sequence[Where], data: st.DataObject) -> None:
    with written(store) as folder:
        library = open_library([folder], cached=False)
        with copied(library.index.connection) as duck:
            for where in (where for where in wheres if known(where, store)):
                selection = Selection(
                    where=where,
                    certain=data.draw(st.booleans()),
                    limit=data.draw(st.sampled_from([None, 3])),
                    sort=data.draw(st.sampled_from([Sort.DATE, Sort.ID])),
                    reverse=data.draw(st.booleans()),
                )
                with few_and_many(*data.draw(LIMITS)):
                    for kind in ("event", "claim"):
                        agree(library, duck, kind, selection)
        library.close()


@pytest.fixture(scope="module")
def shipped() -> Iterator[tuple[Library, duckdb.DuckDBPyConnection]]:
    library = open_library(cached=False)
    with copied(library.index.connection) as duck:
        yield library, duck
    library.close()


@pytest.mark.parametrize(("kind", "where"), SHIPPED)
@pytest.mark.parametrize("certain", [False, True])
def test_the_shipped_store_answers_the_same(
    shipped: tuple[Library, duckdb.DuckDBPyConnection],
    kind: str,
    where: Where,
    certain: bool,  # noqa: FBT001 - a parameter of a test
) -> None:
    library, duck = shipped
    agree(library, duck, kind, Selection(where=where, certain=certain))


@pytest.mark.parametrize("by", [(By.REGION,), (By.TOPIC, By.STATUS), (By.YEAR,), (By.DECADE, By.ACTOR)])
def test_counts_are_plain_sql(shipped: tuple[Library, duckdb.DuckDBPyConnection], by: tuple[By, ...]) -> None:
    library, duck = shipped
    wanted = condition(library.index.value, ("event",), Selection(where=InRegion("andes"))).expression
    for query in (ends("event", wanted, *ENDLESS), counts("event", wanted, by, Years(1950, 2020), ENDLESS)):
        mine = sorted(map(str, library.index.table(*query)))
        assert sorted(map(str, duck.execute(translated(query)).fetchall())) == mine


AT_ONCE = ((By.REGION,), (By.TOPIC,), (By.SOURCE,), (By.DECADE,), (By.YEAR, By.STATUS), (By.ACTOR, By.DECADE))
"""What all records can be counted by at once."""


def summed(rows: Iterable[tuple[typing.Any, ...]]) -> dict[tuple[object, ...], list[int]]:
    """Add the numbers of rows with the same values."""
    found: dict[tuple[object, ...], list[int]] = {}
    for *key, count, certain in rows:
        before = found.setdefault(tuple(key), [0, 0])
        before[:] = before[0] + int(count), before[1] + int(certain)
    return found


@pytest.mark.parametrize("by", AT_ONCE)
def test_counts_of_everything_are_plain_sql(
    shipped: tuple[Library, duckdb.DuckDBPyConnection], by: tuple[By, ...]
) -> None:
    library, duck = shipped
    for kind in ("event", "claim", "figure"):
        for query in (*all_ends(kind, ENDLESS), *all_counts(kind, by, Years(1950, 2020), ENDLESS)):
            mine = sorted(map(str, library.index.table(*query)))
            theirs = [tuple(map(whole, row)) for row in duck.execute(translated(query)).fetchall()]
            assert sorted(map(str, theirs)) == mine


def whole(value: object) -> object:
    """Write a sum as SQLite does, which has no integers of other sizes."""
    return int(value) if isinstance(value, Decimal) else value


@given(store=stores())
@settings(max_examples=20)
def test_counting_everything_at_once_is_counting_one_after_the_other(store: Store) -> None:
    with written(store) as folder:
        library = open_library([folder], cached=False)
        for kind in ("event", "claim", "figure"):
            everything = Expression("1 = 1")
            found = [row for query in all_ends(kind, ENDLESS) for row in library.index.table(*query)]
            days = [day for both in found for day in both if day is not None]
            first, last = (min(days), max(days)) if days else (None, None)
            assert list(library.index.table(*ends(kind, everything, *ENDLESS))) == [(first, last)]
            years = Years(min(days) // 10_000, max(days) // 10_000) if days else Years(0, -1)
            for by in AT_ONCE:
                at_once = [row for query in all_counts(kind, by, years, ENDLESS) for row in library.index.table(*query)]
                assert summed(at_once) == summed(library.index.table(*counts(kind, everything, by, years, ENDLESS)))
        library.close()
