"""The same question to other tools, where they are installed: the events of a region in a decade, as JSON."""

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from benchmarks.job import Job

THEME: Final = "peers"
UNIT: Final = "region and decade, all hits"
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


def jobs(size: int, store: Path, told: Callable[[str], None]) -> Iterator[Job]:
    """Ask each peer that is installed; of the others it is said that they are not."""
    events = str(store / "events.jsonl")
    commands: dict[str, tuple[str, ...]] = {"jq": ("jq", "-c", _JQ, events)}
    if has_duckdb():
        commands["duckdb, reading JSON Lines"] = (sys.executable, "-c", _DUCKDB, events)
    else:
        told("duckdb is not installed")
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
