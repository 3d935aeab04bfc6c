"""Commands that write: stopped at each step, with a full disk, without permission, or with somebody else at work."""

import json
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Final

import pytest

from narcotl.cli.commands.annotate import BEGINNING
from tests.faults.steps import interrupt, kill, stopped_at
from tests.front_door import Answer, FrontDoor
from tests.hostile.unprivileged import ask_unprivileged
from tests.tried import Note

NAME: Final = "señor Ω 資料"
"""The folder in which all of it stands: with a space, and no ASCII."""
LONG: Final = "lorem ipsum dolor sit amet " * 1000
FILES: Final = {
    "mine/regions.yaml": """\
- {name: Perú, id: peru, kind: country}
- {id: cusco, name: Cusco, kind: city, part_of: peru}
""",
    "mine/actors.yaml": """\
- {name: The CIA, id: cia, kind: agency}  # main
- {id: cia-2, name: The C.I.A., kind: agency}
""",
    "mine/sources.yaml": "- {id: book, type: book, title: A book, issued: 1991, read: true, author: [cia-2]}\n",
    "mine/events.yaml": f"""\
- {{title: A pact, id: pact, date: 1950, regions: [peru], kinds: [law], status: reported, sources: [book],
   participants: [{{actor: cia, role: author}}, {{actor: cia-2, role: witness}}], note: {LONG}}}
""",
    "one.yaml": f"regions:\n  - {{id: peru, name: Perú, kind: country, note: {LONG}}}\n",
    "other.jsonl": json.dumps(
        {"kind": "region", "id": "bolivia", "name": "Bolivia", "type": "country", "note": LONG}, ensure_ascii=False
    )
    + "\n",
    "out.jsonl": "as before\n",
    "page.html": "as before\n",
    "rows.csv": "as before\n",
}
COMMANDS: Final = {
    "fmt": ("fmt", "mine"),
    "new": (
        "new",
        "region",
        "--name",
        "Lima",
        "--kind",
        "city",
        "--part-of",
        "peru",
        "--note",
        LONG,
        "--store",
        "mine",
    ),
    "annotate": ("annotate", "cusco", "--note", LONG, "--store", "mine", "--into", "notes"),
    "rename": ("rename", "cia", "the-cia", "--store", "mine"),
    "merge-records": ("merge-records", "cia", "cia-2", "--into-note", "--store", "mine"),
    "merge": ("merge", "other.jsonl", "--into", "mine"),
    "split": ("split", "one.yaml", "--into", "parts/of/it"),
    "join": ("join", "mine", "--to", "joined.yaml"),
    "import": ("import", "jsonl", "other.jsonl", "--into", "mine"),
    "init": ("init", "fresh"),
    "export jsonl": ("export", "jsonl", "--store", "mine", "--output", "out.jsonl"),
    "export sqlite": ("export", "sqlite", "--store", "mine", "--output", "out.sqlite"),
    "export duckdb": ("export", "duckdb", "--store", "mine", "--output", "out.duckdb"),
    "export parquet": ("export", "parquet", "--store", "mine", "--output", "package"),
    "export csv": ("export", "csv", "--store", "mine", "--output", "package"),
    "html": ("html", "--no-charts", "--store", "mine", "--output", "page.html"),
    "timeline": ("timeline", "--store", "mine", "--format", "csv", "--fields", "id,note", "--output", "rows.csv"),
}
"""Each command that writes, as it is asked."""
Tree = dict[str, bytes | None]


def tree(folder: Path) -> Tree:
    """Read everything in a folder; a folder holds nothing."""
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


def laid(folder: Path) -> Path:
    """Write the files down in a folder, where there is nothing else."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """Make the folder with a store and other files."""
    return laid(tmp_path / NAME)


def told(answer: Answer, folder: Path) -> str:
    """Give the line in which a command says why it wrote nothing."""
    assert "Traceback" not in answer.err
    lines = [line for line in answer.err.splitlines() if line.startswith(("narcotl: cannot", "narcotl: somebody"))]
    assert len(lines) == 1, "one line"
    reason = lines[0].removeprefix("narcotl: ").replace(f"{folder}/", "")
    return f"exit {answer.status}: {re.sub('[.]narcotl-[0-9a-f]+', '...', reason)}"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a small file system, with the world on it, and no room left for more."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if not shutil.which("mount") or subprocess.run(mounting, capture_output=True, check=False).returncode:
        pytest.skip("a small file system can be mounted by root only")
    try:
        yield laid(disk / NAME)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def fill(folder: Path) -> Path:
    """Leave no room on the disk of a folder."""
    rest = folder.parent / "everything"
    with suppress(OSError), rest.open("wb", buffering=0) as stream:
        while stream.write(bytes(4096)):
            pass
    return rest


def test_disk_full(small_disk: Path, narcotl: FrontDoor, tried: Note) -> None:
    before = tree(small_disk)
    rest = fill(small_disk)
    for command, arguments in COMMANDS.items():
        answer = narcotl(*arguments, cwd=small_disk)
        assert told(answer, small_disk).startswith("exit 2: cannot "), command
        assert tree(small_disk) == before, command
    rest.unlink()
    assert narcotl(*COMMANDS["fmt"], cwd=small_disk).status == 0, "nothing lies in the way afterwards"
    every = ", ".join(f"`{command}`" for command in COMMANDS)
    tried(f"a full disk, under {every}", "refused in one line; every file is as it was, and nothing lies beside it")


@pytest.mark.parametrize("command", ["fmt", "new", "annotate", "import", "export jsonl", "export csv", "html"])
def test_read_only(command: str, world: Path, tried: Note) -> None:
    before = tree(world)
    folders = [world, *(path for path in world.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o500)
    answer = ask_unprivileged(*COMMANDS[command], cwd=world)
    for folder in folders:
        folder.chmod(0o700)
    happened = told(answer, world)
    assert tree(world) == before
    tried(f"`narcotl {command}` in folders that may not be written", happened)


SOME: Final = ("fmt", "annotate", "rename", "merge-records", "merge", "split", "import", "export csv", "html")
"""The commands that are stopped: one for each way of writing."""


@pytest.mark.parametrize("command", SOME)
def test_killed(command: str, world: Path, narcotl: FrontDoor, tried: Note) -> None:
    before, after = changed(command, world, narcotl)
    wholes = {name: (before.get(name), after.get(name), BEGINNING.encode()) for name in {*before, *after}}
    steps = 0
    for answer in stops(command, world, kill):
        assert answer.status == -signal.SIGKILL
        found = {name: data for name, data in tree(world).items() if ".narcotl-" not in name}
        assert [name for name, data in found.items() if data not in wholes[name]] == [], "each file is whole"
        assert {name for name in before if name in after} <= found.keys(), "nothing is lost"
        again(after, world, narcotl, command)
        steps += 1
    assert steps > 1
    happened = "every file is whole, old or new; the same command again does the rest, and sweeps up after an hour"
    tried(f"`narcotl {command}` killed (SIGKILL) before each of its steps on files", happened)


def changed(command: str, world: Path, narcotl: FrontDoor) -> tuple[Tree, Tree]:
    """Let a command do its work, and give everything as it was before and is afterwards."""
    before = tree(world)
    assert narcotl(*COMMANDS[command], cwd=world).status == 0
    after = tree(world)
    assert after != before
    return before, after


def stops(command: str, world: Path, act: Callable[[], None]) -> Iterator[Answer]:
    """Stop a command before its first step on files, its second, and so on until it has done its work."""
    for number in count(1):
        laid(world)
        answer, reached = stopped_at(number, act, world, COMMANDS[command])
        if not reached:
            assert answer.status == 0
            return
        yield answer


def again(after: Tree, world: Path, narcotl: FrontDoor, command: str) -> None:
    """Ask once more, an hour later: everything is as it should be, and what the killed left is gone."""
    for path in world.rglob(".narcotl-*"):
        os.utime(path, (0, 0))
    assert narcotl(*COMMANDS[command], cwd=world).status == 0
    assert tree(world) == after


@pytest.mark.parametrize("command", SOME)
def test_interrupted(command: str, world: Path, narcotl: FrontDoor, tried: Note) -> None:
    states = changed(command, world, narcotl)
    steps = 0
    for answer in stops(command, world, interrupt):
        assert (answer.status, "Traceback" in answer.err) == (130, False)
        assert tree(world) in states
        steps += 1
    assert steps > 1
    tried(f"Ctrl-C before each step of `narcotl {command}` on files", "exit 130; all or nothing, and no debris")


@pytest.mark.parametrize("command", ["fmt", "new", "rename", "merge-records", "merge"])
def test_changed_meanwhile(command: str, world: Path, tried: Note) -> None:
    def work() -> None:
        for name in ("actors.yaml", "regions.yaml"):
            with (world / "mine" / name).open("a", encoding="utf-8") as stream:
                stream.write("# mine\n")

    before = tree(world)
    work()
    theirs = tree(world)
    assert theirs != before
    laid(world)
    answer, reached = stopped_at(1, work, world, COMMANDS[command])
    assert reached
    assert tree(world) == theirs
    tried(f"`narcotl {command}`, while somebody else saves the files", told(answer, world))
