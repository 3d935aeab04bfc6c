"""Exports as tables, read back by SQLite, Frictionless, PyArrow and DuckDB."""

import csv
import json
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest
from frictionless import Package, system

from narcotl.exports.registry import Target
from narcotl.exports.tables import TABLES, Type
from tests.conftest import StoreMaker
from tests.exports.conftest import Exporter, Record
from tests.exports.hostile import DATES, TEXTS
from tests.front_door import ask

KINDS = ("region", "actor", "source", "measure", "event", "claim", "figure", "correction")
FOUND = "SELECT e.title FROM events_fts f JOIN events e ON e.rowid = f.rowid WHERE events_fts MATCH ?"


@pytest.fixture(scope="module")
def database(exported: Exporter) -> sqlite3.Connection:
    return sqlite3.connect(exported(Target.SQLITE))


def rows_of(path: Path, table: str) -> list[dict[str, object]]:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(f'SELECT * FROM "{table}" ORDER BY rowid')]


def test_sqlite_is_sound_and_no_reference_leads_nowhere(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("kind", KINDS)
def test_sqlite_has_every_record(database: sqlite3.Connection, records: dict[str, list[Record]], kind: str) -> None:
    ids = sorted(record["id"] for record in records[kind])
    assert [row[0] for row in database.execute(f"SELECT id FROM {kind}s ORDER BY id")] == ids
    whole = database.execute("SELECT json FROM records WHERE kind = ? ORDER BY id", (kind,))
    assert [json.loads(text) for (text,) in whole] == sorted(records[kind], key=lambda record: record["id"])


def test_sqlite_counts_what_belongs_to_records(database: sqlite3.Connection, records: dict[str, list[Record]]) -> None:
    def count(table: str) -> int:
        return int(database.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0])

    events, claims, figures = records["event"], records["claim"], records["figure"]
    assert count("positions") == sum(len(claim["positions"]) for claim in claims)
    assert count("event_participants") == sum(len(event["participants"]) for event in events)
    assert count("event_regions") == sum(len(event["regions"]) for event in events)
    assert count("event_claims") == sum(len(event.get("claims") or ()) for event in events)
    assert count("source_cites") == sum(len(source.get("cites") or ()) for source in records["source"])
    assert count("aliases") == sum(len(r["aliases"]) for kind in ("actor", "region") for r in records[kind])
    cited = sum(len(r.get("sources") or r.get("basis") or ()) for kind in KINDS for r in records[kind])
    assert count("citations") == cited + sum(1 for figure in figures if figure.get("source"))


def test_sqlite_keeps_dates_exactly(database: sqlite3.Connection, records: dict[str, list[Record]]) -> None:
    columns = "id, date, date_text, date_earliest, date_latest, date_precision, date_approximate, date_uncertain"
    names = ("edtf", "text", "earliest", "latest", "precision", "approximate", "uncertain")
    wanted = {event["id"]: tuple(event["date"][name] for name in names) for event in records["event"]}
    assert {row[0]: row[1:] for row in database.execute(f"SELECT {columns} FROM events")} == wanted
    bounds = database.execute("SELECT date_earliest, date_year FROM events WHERE id = 'laos-secret-war'").fetchall()
    assert bounds == [("1965-01-01", 1965)]


def test_sqlite_sorts_by_time_also_before_christ(exported: Exporter, hostile: Path) -> None:
    rows = rows_of(exported(Target.SQLITE, "--store", str(hostile)), "events")
    ordered = [row["id"] for row in sorted(rows, key=lambda row: str(row["date_sort"])) if row["id"] in DATES]
    assert ordered[:5] == ["open-start", "far-past", "bc", "early", "several"]
    assert ordered[-2:] == ["far-future", "undated"]
    assert [row["date_year"] for row in rows if row["id"] == "bc"] == [-43]


def test_sqlite_finds_words_whatever_the_accents(database: sqlite3.Connection) -> None:
    titles = [title.lower() for (title,) in database.execute(FOUND, ("contra*",))]
    assert len(titles) > 5
    assert sum("contra" in title for title in titles) > len(titles) / 2
    accents = "SELECT name FROM actors_fts WHERE actors_fts MATCH ?"
    assert (
        database.execute(accents, ("Otarola",)).fetchall() == database.execute(accents, ("Otárola",)).fetchall() != []
    )


def test_sqlite_documents_every_column(database: sqlite3.Connection) -> None:
    said = {(table, column) for table, column, about in database.execute("SELECT * FROM dictionary") if about}
    assert said == {(table.name, name) for table in TABLES for name in (None, *(c.name for c in table.columns))}
    for table in TABLES:
        assert [row[1] for row in database.execute(f"PRAGMA table_info({table.name})")] == [
            c.name for c in table.columns
        ]


def test_csv_is_a_valid_data_package(exported: Exporter, database: sqlite3.Connection) -> None:
    with system.use_context(trusted=True):
        package = Package(str(exported(Target.CSV) / "datapackage.json"))
        report = package.validate()
    assert report.valid, report.flatten(["title", "note"])
    counts = {task.name.replace("-", "_"): task.stats.get("rows", 0) for task in report.tasks}
    assert counts == {t.name: database.execute(f"SELECT COUNT(*) FROM {t.name}").fetchone()[0] for t in TABLES}


def test_csv_says_what_sqlite_says(exported: Exporter) -> None:
    for table in TABLES:
        with (exported(Target.CSV) / f"{table.name}.csv").open(encoding="utf-8", newline="") as stream:
            read = list(csv.DictReader(stream))
        stored = rows_of(exported(Target.SQLITE), table.name)
        texts = [column.name for column in table.columns if column.type in (Type.TEXT, Type.LIST)]
        assert [[row[name].removeprefix("'") for name in texts] for row in read] == [
            [str(row[name] or "").removeprefix("'") for name in texts] for row in stored
        ]


def test_a_spreadsheet_runs_no_cell(exported: Exporter, hostile: Path) -> None:
    folder = exported(Target.CSV, "--store", str(hostile))
    for file in folder.glob("*.csv"):
        with file.open(encoding="utf-8", newline="") as stream:
            cells = [cell for row in csv.reader(stream) for cell in row]
        numbers = {"-12.5", "-43", "-400000"}
        assert [c for c in cells if c.startswith(tuple("=+-@\t\r")) and len(c) > 1 and c not in numbers] == []
        assert not any(set(cell) & set("\x1b\x07\u202e\u2028") for cell in cells)
    with (folder / "events.csv").open(encoding="utf-8", newline="") as stream:
        titles = {row["id"]: row["title"] for row in csv.DictReader(stream)}
    assert titles["text-0"] == f"'{TEXTS[0]}"


def test_parquet_says_what_sqlite_says(exported: Exporter) -> None:
    for table in TABLES:
        read = pq.read_table(exported(Target.PARQUET) / f"{table.name}.parquet")
        assert read.schema.names == [column.name for column in table.columns]
        assert {name: read.schema.field(name).metadata[b"description"] for name in read.schema.names} == {
            column.name: column.about.encode() for column in table.columns
        }
        lists = {column.name for column in table.columns if column.type is Type.LIST}
        stored = [
            {
                name: json.loads(str(value)) if name in lists and value is not None else value
                for name, value in row.items()
            }
            for row in rows_of(exported(Target.SQLITE), table.name)
        ]
        assert read.to_pylist() == stored


def test_duckdb_says_what_parquet_says(exported: Exporter) -> None:
    with closing(duckdb.connect(str(exported(Target.DUCKDB)), read_only=True)) as connection:
        for table in TABLES:
            read = connection.execute(f'SELECT * FROM "{table.name}"').fetchall()
            stored = pq.read_table(exported(Target.PARQUET) / f"{table.name}.parquet").to_pylist()
            assert sorted(map(repr, read)) == sorted(repr(tuple(row.values())) for row in stored)
        said = connection.execute("SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal")
        assert {row[:2]: row[2] for row in said.fetchall()} == {
            (table.name, column.name): column.about for table in TABLES for column in table.columns
        }
        topics = connection.execute("SELECT topic, COUNT(*) FROM (SELECT UNNEST(topics) topic FROM events) GROUP BY 1")
        assert dict(topics.fetchall())["opium"] == sum("opium" in topics for topics in listed(exported, "topics"))


def listed(exported: Exporter, column: str) -> list[list[str]]:
    return [json.loads(str(row[column])) for row in rows_of(exported(Target.SQLITE), "events")]


def test_filters_leave_whole_tables_and_say_what_leads_out(exported: Exporter, tmp_path: Path) -> None:
    path = tmp_path / "vraem.db"
    answer = ask("export", "sqlite", "--region", "vraem", "--certain", "-o", str(path))
    assert answer.status == 0
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        kinds = Counter(kind for (kind,) in connection.execute("SELECT kind FROM records"))
        chosen = {name for (name,) in connection.execute("SELECT id FROM events")}
        assert ("vraem",) in connection.execute("SELECT id FROM regions").fetchall()
    timeline = ask("timeline", "--region", "vraem", "--certain", "--json").json
    assert isinstance(timeline, list)
    assert chosen == {event["id"] for event in timeline}
    assert kinds["event"] < len(rows_of(exported(Target.SQLITE), "events"))
    assert "left out: the other record was not chosen" in answer.err


def test_a_reference_to_what_was_not_chosen_is_empty_and_counted(make_store: StoreMaker, tmp_path: Path) -> None:
    def figure(name: str, year: str, **more: str) -> dict[str, str]:
        common = {"measure": "area", "region": "here", "value": "1.5", "unit": "ha", "source": "work"}
        return {"id": name, "period": year, **common, **more}

    store = make_store(
        {
            "regions.yaml": [{"id": "here", "name": "Here", "kind": "area"}],
            "sources.yaml": [{"id": "work", "type": "book", "title": "A book", "issued": "1995", "read": "true"}],
            "measures.yaml": [{"id": "area", "name": "Area", "unit": "ha"}],
            "figures.yaml": [figure("old", "1980"), figure("new", "1990", previous="old")],
        }
    )
    path = tmp_path / "out.db"
    answer = ask("export", "sqlite", "--store", str(store), "--since", "1985", "-o", str(path))
    assert answer.err == "narcotl: 1 link in the column previous left out: the other record was not chosen\n"
    assert [(row["id"], row["value"], row["previous"]) for row in rows_of(path, "figures")] == [("new", 1.5, None)]
