"""The same question to other tools, where they are installed: the events of a region in a decade, as JSON."""

import json
import re
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from benchmarks.job import Job

THEME: Final = "peers"
UNIT: Final = "region and decade, all hits"
LEDGER_UP_TO: Final = 100_000
"""hledger reads its whole journal at each start: larger ones take minutes."""
_JQ: Final = (
    'select((.regions | index("state-1-3")) and .date >= "1980" and .date < "1990") | {id, title, date, regions}'
)
_DUCKDB: Final = """
import duckdb
import sys

sql = '''SELECT id, title, date, regions FROM read_json(?, format = 'newline_delimited', columns = {id: 'VARCHAR',
    title: 'VARCHAR', date: 'VARCHAR', regions: 'VARCHAR[]'})
    WHERE list_contains(regions, 'state-1-3') AND date >= '1980' AND date < '1990' ORDER BY date'''
print(duckdb.execute(sql, [sys.argv[1]]).fetchall())
"""
_SQL: Final = """
SELECT id, title, date, regions FROM events WHERE date >= '1980' AND date < '1990'
AND EXISTS (SELECT 1 FROM json_each(regions) WHERE value = 'state-1-3') ORDER BY date
"""
_LEDGER: Final = ("print", "acct:state-1-3", "date:1980..1990", "--output-format", "json")
_DAY: Final = re.compile(r"(\d{3}[\dX])(?:-(\d\d))?(?:-(\d\d))?")


def jobs(size: int, store: Path, folder: Path, told: Callable[[str], None]) -> Iterator[Job]:
    """Ask each peer that is installed; of the others it is said that they are not."""
    events = store / "events.jsonl"
    commands: dict[str, tuple[str, ...]] = {"jq": ("jq", "-c", _JQ, str(events))}
    if has_duckdb():
        commands["duckdb, reading JSON Lines"] = (sys.executable, "-c", _DUCKDB, str(events))
    else:
        told("duckdb is not installed")
    if shutil.which("hledger") and size <= LEDGER_UP_TO:
        commands["hledger, reading a journal"] = ("hledger", "-f", str(journal(events, folder, size)), *_LEDGER)
    if shutil.which("sqlite-utils"):
        commands["sqlite-utils, its database ready"] = ("sqlite-utils", str(database(events, folder, size)), _SQL)
    for name, command in commands.items():
        if shutil.which(command[0]):
            yield Job(theme=THEME, name=name, size=size, command=command, against=UNIT, times=3)
        else:
            told(f"{name} is not installed")
    for name in ("hledger", "sqlite-utils"):
        if not shutil.which(name):
            told(f"{name} is not installed")


def has_duckdb() -> bool:
    """Say whether DuckDB's module can be imported."""
    from importlib.util import find_spec

    return find_spec("duckdb") is not None


def read(events: Path) -> Iterator[dict[str, Any]]:
    """Read the events of a store."""
    with events.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def journal(events: Path, folder: Path, size: int) -> Path:
    """Write the events as transactions whose accounts are regions, on the first day of their dates."""
    path = folder / f"peers-{size}.journal"
    if not path.exists():
        with path.open("w", encoding="utf-8") as file:
            for event in read(events):
                year, month, day = first_day(event["date"])
                postings = "".join(f"    {region}  1\n" for region in event["regions"])
                file.write(f"{year}-{month}-{day} {event['title']}  ; id:{event['id']}\n{postings}    events\n\n")
    return path


def first_day(date: str) -> tuple[str, str, str]:
    """Give year, month and day of the beginning of a date."""
    found = _DAY.match(date)
    if found is None:
        raise ValueError(date)
    return found[1].replace("X", "0"), found[2] or "01", found[3] or "01"


def database(events: Path, folder: Path, size: int) -> Path:
    """Write the events as a table, with an index on their dates."""
    path = folder / f"peers-{size}.db"
    if not path.exists():
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE events (id TEXT PRIMARY KEY, title TEXT, date TEXT, regions TEXT)")
            rows = (
                (event["id"], event["title"], event["date"], json.dumps(event["regions"])) for event in read(events)
            )
            connection.executemany("INSERT INTO events VALUES (?, ?, ?, ?)", rows)
            connection.execute("CREATE INDEX events_by_date ON events (date)")
        connection.close()
    return path
