"""What lies where a file of a store should be: whatever it is, narcotl neither waits for it nor walks in circles."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from narcotl.index.cache import connect
from narcotl.index.stamp import IndexedFile
from narcotl.library.opened import Reader
from narcotl.store.layout import files
from tests.front_door import Answer, FrontDoor
from tests.hostile.unprivileged import ask_unprivileged
from tests.tried import Note, told

PERU = "- {id: peru, name: Peru, kind: country}\n"


def a_folder(path: Path) -> None:
    path.mkdir()


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def an_endless_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_terminal(path: Path) -> None:
    path.symlink_to("/dev/tty")


def a_link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def a_link_to_nothing(path: Path) -> None:
    path.symlink_to(path.parent / "gone.yaml")


def a_link_to_a_secret(path: Path) -> None:
    path.symlink_to("/etc/passwd")


PLACED = {
    "a folder called `regions.yaml`": a_folder,
    "a named pipe that nobody writes to": a_pipe,
    "a link to `/dev/zero`": an_endless_device,
    "a link to `/dev/tty`": a_terminal,
    "a link to itself": a_link_to_itself,
    "a link to a file that is not there": a_link_to_nothing,
    "a link to `/etc/passwd`": a_link_to_a_secret,
}


@pytest.mark.parametrize("what", PLACED)
def test_in_place_of_a_file(what: str, narcotl: FrontDoor, tmp_path: Path, tried: Note) -> None:
    PLACED[what](tmp_path / "regions.yaml")
    (tmp_path / "actors.yaml").write_text("- {id: cia, name: CIA, kind: agency}\n", encoding="utf-8")
    answer = narcotl("check", "--store", ".", cwd=tmp_path)
    assert (answer.status, answer.err) == (1, "")
    assert answer.out.startswith("regions.yaml:")
    assert narcotl("actor", "--store", ".", "--format", "{id}", cwd=tmp_path).out == "cia\n", "the others are read"
    tried(what, answer)


@pytest.mark.parametrize("what", ["a named pipe that nobody writes to", "a link to `/dev/zero`", "a link to itself"])
def test_as_the_store(what: str, narcotl: FrontDoor, tmp_path: Path, tried: Note) -> None:
    PLACED[what](tmp_path / "store.yaml")
    answer = narcotl("timeline", "--store", "store.yaml", "--format", "{id}", cwd=tmp_path)
    assert answer.status in {0, 3}
    assert answer.out == ""
    assert answer.err.startswith("narcotl: ")
    tried(f"{what}, given as the store", answer)


def test_folders_in_a_circle(narcotl: FrontDoor, tmp_path: Path, tried: Note) -> None:
    folder = tmp_path / "events"
    folder.mkdir()
    (folder / "again").symlink_to(folder)
    (folder / "up").symlink_to(tmp_path)
    (tmp_path / "regions.yaml").write_text(PERU, encoding="utf-8")
    answer = narcotl("check", "--store", ".", cwd=tmp_path)
    assert answer == Answer(0, "No problems.\n")
    tried("folders that are links to the folder that they are in", answer)


def test_a_name_full_of_escapes(narcotl: FrontDoor, tmp_path: Path, tried: Note) -> None:
    (tmp_path / "regions").mkdir()
    (tmp_path / "regions" / "a\n\x1b]0;owned\x07\u202eb.yaml").write_text("- {id: peru}\n", encoding="utf-8")
    answer = narcotl("check", "--store", ".", cwd=tmp_path)
    assert answer.status == 1
    assert all(line.isprintable() for line in answer.out.splitlines())
    tried("a file whose name holds a new line, the title of a window and an override of direction", answer)


OFTEN = 40


@contextmanager
def vanishing(folder: Path) -> Iterator[None]:
    """Let a file come and go as quickly as possible."""
    file, over = folder / "regions.yaml", threading.Event()

    def come_and_go() -> None:
        while not over.is_set():
            file.write_text(PERU, encoding="utf-8")
            file.unlink()

    thread = threading.Thread(target=come_and_go)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def test_a_file_that_comes_and_goes(narcotl: FrontDoor, tmp_path: Path, tried: Note) -> None:
    (tmp_path / "actors.yaml").write_text("- {id: cia, name: CIA, kind: agency}\n", encoding="utf-8")
    said = set()
    with vanishing(tmp_path):
        for _ in range(OFTEN):
            answer = narcotl("actor", "--store", ".", "--format", "{id}", cwd=tmp_path)
            said.add((answer.status, answer.out))
    assert said == {(0, "cia\n")}
    ((status, out),) = said
    happened = f"exit {status}, each time with the same answer: {out.strip()}"
    tried(f"a file that comes and goes while the store is asked {OFTEN} times about another one", happened)


@pytest.mark.usefixtures("fresh_cache")
def test_a_file_that_vanishes_after_it_was_listed(narcotl: FrontDoor, tmp_path: Path, tried: Note) -> None:
    (tmp_path / "regions.yaml").write_text(PERU, encoding="utf-8")
    listed = [
        IndexedFile(path=file.path, root=str(tmp_path), kind=file.kind, position=position)
        for position, file in enumerate(files(tmp_path))
    ]
    (tmp_path / "regions.yaml").unlink()
    connection = connect(listed, Reader(), cached=False)
    (message,) = (row[0] for row in connection.execute("SELECT message FROM problems"))
    connection.close()
    assert message == "cannot be read: No such file or directory"
    (tmp_path / "actors.yaml").write_text("[]\n", encoding="utf-8")
    after = narcotl("check", "--store", ".", cwd=tmp_path)
    assert after == Answer(0, "No problems.\n")
    tried(
        "a file that vanishes between listing and reading",
        f"{message}; the next command lists anew: {after.out.strip()}",
    )


def test_without_permission(tmp_path: Path, tried: Note) -> None:
    (tmp_path / "regions.yaml").write_text(PERU, encoding="utf-8")
    (tmp_path / "actors.yaml").write_text("- {id: cia, name: CIA, kind: agency}\n", encoding="utf-8")
    (tmp_path / "regions.yaml").chmod(0)
    answer = ask_unprivileged("check", "--store", ".", cwd=tmp_path)
    assert (answer.status, answer.err) == (1, "")
    actors = ask_unprivileged("actor", "--store", ".", "--format", "{id}", cwd=tmp_path)
    assert (actors.status, actors.out) == (0, "cia\n")
    tried("a file that may not be read", answer)


@pytest.mark.parametrize(("mode", "status"), [(0, 3), (0o400, 1)], ids=["closed", "listed"])
def test_a_folder_without_permission(mode: int, status: int, tmp_path: Path, tried: Note) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "regions.yaml").write_text(PERU, encoding="utf-8")
    (tmp_path / "store").chmod(mode)
    answer = ask_unprivileged("check", "--store", "store", cwd=tmp_path)
    (tmp_path / "store").chmod(0o700)
    assert answer.status == status
    tried(f"a store whose mode is {mode:03o}", told(answer).replace(str(tmp_path), "..."))


def test_a_folder_of_a_kind_without_permission(tmp_path: Path, tried: Note) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "regions.yaml").write_text(PERU, encoding="utf-8")
    (tmp_path / "events").chmod(0)
    answer = ask_unprivileged("check", "--store", ".", cwd=tmp_path)
    (tmp_path / "events").chmod(0o700)
    assert answer.status == 1, "that nothing is read from it is said"
    tried("a folder of events that may not be entered", answer)
