"""Whatever happens to the index, before a question or in the middle of one, the answer is the same."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from narcotl.library.opened import open_library
from narcotl.model.vocab.base import RecordKind
from narcotl.select.selection import Selection
from tests.faults.processes import finished, names, sound, start
from tests.front_door import Answer, FrontDoor
from tests.tried import Note

HOLDING: Final = """\
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("BEGIN EXCLUSIVE")
print(flush=True)
input()
"""
SAME: Final = "exit 0: the right answer"


def changed(index: Path, sql: str) -> None:
    """Change a good index."""
    connection = sqlite3.connect(index)
    connection.executescript(sql)
    connection.close()


def replaced_by(make: Callable[[Path], object]) -> Callable[[Path], None]:
    """Put something else where the index is."""

    def damage(index: Path) -> None:
        index.unlink()
        make(index)

    return damage


def overwritten(index: Path, start: int, length: int) -> None:
    """Overwrite a part of an index."""
    raw = bytearray(index.read_bytes())
    raw[start : start + length] = b"\xff" * length
    index.write_bytes(raw)


DAMAGES: Final[dict[str, Callable[[Path], object]]] = {
    "empty": lambda index: index.write_bytes(b""),
    "cut after 100 bytes": lambda index: os.truncate(index, 100),
    "cut in the middle of a page": lambda index: os.truncate(index, index.stat().st_size // 2 + 77),
    "cut between two pages": lambda index: os.truncate(index, index.stat().st_size // 8192 * 4096),
    "cut within its last page": lambda index: os.truncate(index, index.stat().st_size - 4096),
    "garbage": lambda index: index.write_bytes(os.urandom(50_000)),
    "garbage behind a good beginning": lambda index: overwritten(index, 4096, index.stat().st_size - 4096),
    "the header overwritten": lambda index: overwritten(index, 0, 100),
    "of a future version": lambda index: changed(index, "UPDATE meta SET value = '999999' WHERE key = 'version'"),
    "without a version": lambda index: changed(index, "DELETE FROM meta"),
    "without the table of records": lambda index: changed(index, "DROP TABLE records"),
    "without a column": lambda index: changed(index, "ALTER TABLE records RENAME COLUMN sort TO other"),
    "without the full text": lambda index: changed(index, "DROP TABLE words"),
    "the database of something else": replaced_by(lambda index: changed(index, "CREATE TABLE cookies (name)")),
    "a folder": replaced_by(lambda index: index.mkdir()),
    "a pipe": replaced_by(os.mkfifo),
    "a link to itself": replaced_by(lambda index: index.symlink_to(index)),
    "a link to `/dev/zero`": replaced_by(lambda index: index.symlink_to("/dev/zero")),
}


@pytest.mark.parametrize("what", DAMAGES)
def test_damaged(
    what: str, asked: tuple[str, ...], right: Answer, narcotl: FrontDoor, fresh_cache: Path, tried: Note
) -> None:
    assert narcotl(*asked) == right
    (index,) = fresh_cache.iterdir()
    DAMAGES[what](index)
    assert narcotl(*asked) == right
    words = ("search", "Apurímac", *asked[-4:])
    assert narcotl(*words) == narcotl(*words, "--no-index")
    assert names(fresh_cache) == [index.name], "nothing is left over"
    kept = index.is_file() and sound(index)
    tried(
        f"an index that is {what}", f"{SAME}; {'a good index is in its place' if kept else 'it stays, and is not used'}"
    )


def test_locked(asked: tuple[str, ...], right: Answer, narcotl: FrontDoor, fresh_cache: Path, tried: Note) -> None:
    narcotl(*asked)
    (index,) = fresh_cache.iterdir()
    command = [sys.executable, "-c", HOLDING, str(index)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        assert narcotl(*asked) == right
        assert narcotl(*asked) == right
        holder.communicate("\n")
    assert names(fresh_cache) == [index.name]
    assert sound(index)
    tried(
        "an index that another process has locked and does not let go",
        f"{SAME}, without waiting; a good index is in its place",
    )


def in_use(asked_store: str, disturb: Callable[[Path], object], cache: Path) -> list[str]:
    """Ask for all events, disturb the index after the first of them, and give them all."""
    library = open_library([Path(asked_store)])
    rows = library.index.select(RecordKind.EVENT, Selection())
    found = [next(rows)["id"]]
    (index,) = cache.iterdir()
    disturb(index)
    found += [row["id"] for row in rows]
    library.close()
    return found


DISTURBANCES: Final[dict[str, Callable[[Path], object]]] = {
    "deleted": lambda index: index.unlink(),
    "deleted with its folder": lambda index: shutil.rmtree(index.parent),
    "cut to nothing": lambda index: os.truncate(index, 0),
    "cut to one page": lambda index: os.truncate(index, 4096),
    "overwritten": lambda index: overwritten(index, 0, index.stat().st_size),
    "replaced by the database of something else": replaced_by(
        lambda index: changed(index, "CREATE TABLE cookies (name)")
    ),
}


@pytest.mark.parametrize("what", DISTURBANCES)
def test_in_use(what: str, many: Path, fresh_cache: Path, tried: Note) -> None:
    whole = in_use(str(many), lambda _: None, fresh_cache)
    found = in_use(str(many), DISTURBANCES[what], fresh_cache)
    assert found == whole
    tried(
        f"an index that is {what} while an answer is read from it",
        f"the rest of the answer comes from a new one: {len(found)} events, each once",
    )


def test_many_starting_cold(
    asked: tuple[str, ...], right: Answer, narcotl: FrontDoor, fresh_cache: Path, tried: Note
) -> None:
    processes = [start(*asked) for _ in range(20)]
    answers = [finished(process) for process in processes]
    assert answers == [right] * 20
    (index,) = fresh_cache.iterdir()
    assert sound(index)
    before = index.stat().st_mtime_ns
    assert narcotl(*asked) == right
    assert index.stat().st_mtime_ns == before, "it is used as it is"
    tried(
        "20 processes that start at once without an index",
        f"{len(answers)} right answers; 1 good index is left, and nothing else",
    )


def test_many_while_the_store_changes(
    many: Path, narcotl: FrontDoor, fresh_cache: Path, tmp_path: Path, tried: Note
) -> None:
    store = tmp_path / "store"
    shutil.copytree(many, store)
    asked = ("region", "--store", str(store), "--format", "{name}")
    processes = []
    for number in range(10):
        draft = tmp_path / "regions.yaml"
        draft.write_text(f"- {{id: peru, name: Peru {number}, kind: country}}\n", encoding="utf-8")
        draft.replace(store / "regions.yaml")
        processes.append(start(*asked))
    answers = [finished(process) for process in processes]
    assert {(answer.status, answer.err) for answer in answers} == {(0, "")}
    assert {answer.out for answer in answers} <= {f"Peru {number}\n" for number in range(10)}
    assert narcotl(*asked).out == "Peru 9\n"
    assert len(names(fresh_cache)) == 1
    tried(
        "10 processes while the store is replaced 10 times",
        "each answers what the store said at some moment; afterwards the last is answered",
    )
