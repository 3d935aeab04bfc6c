"""Files that are no text, or text of another kind: each is read rightly or refused in one place, with a way out."""

from pathlib import Path

import pytest

from tests.front_door import Answer, FrontDoor
from tests.tried import Note

PERU = "- {id: peru, name: Perú, kind: country}\n"
BLOCK = "- id: peru\n  name: Perú\n  kind: country\n"
LINE = '{"id": "peru", "name": "Perú", "kind": "country"}\n'

READ = {
    "UTF-8 with a byte order mark": PERU.encode("utf-8-sig"),
    "lines that end in CR LF": BLOCK.replace("\n", "\r\n").encode(),
    "lines that end in CR": BLOCK.replace("\n", "\r").encode(),
    "no new line at the end": PERU.rstrip().encode(),
}
EMPTY = {
    "an empty file": b"",
    "a file of nothing but comments": b"# nothing yet\n\n",
    "a file of nothing but a byte order mark": "\ufeff".encode(),
    "an empty document": b"---\n",
}
REFUSED = {
    "invalid UTF-8": PERU.encode("latin-1"),
    "invalid UTF-8 after 20,000 lines": b"# .\n" * 20_000 + PERU.encode("latin-1"),
    "UTF-16 with a byte order mark": PERU.encode("utf-16"),
    "UTF-16 without a byte order mark": PERU.encode("utf-16-le"),
    "UTF-32": PERU.encode("utf-32"),
    "a NUL character": PERU.replace("Perú", "Pe\0ru").encode(),
    "an escape character": PERU.replace("Perú", "\x1b[31mPeru").encode(),
    "a control character of one byte beyond ASCII (CSI)": PERU.replace("Perú", "\x9b31mPeru").encode(),
    "half a character, as an escape": PERU.replace("Perú", r'"\ud800"').encode(),
    "a character beyond Unicode, as an escape": PERU.replace("Perú", r'"\U00110000"').encode(),
    "every byte there is": bytes(range(256)) * 16,
    "tabs for indentation": BLOCK.replace("  ", "\t").encode(),
}
LINES_READ = {
    "JSON Lines with a byte order mark": LINE.encode("utf-8-sig"),
    "JSON Lines that end in CR LF, with empty lines between": (LINE + "\n\n").replace("\n", "\r\n").encode(),
}
LINES_REFUSED = {
    "JSON Lines in invalid UTF-8": LINE.encode("latin-1"),
    "JSON Lines in UTF-16": LINE.encode("utf-16"),
    "JSON Lines with a NUL character": LINE.replace("Perú", "Pe\0ru").encode(),
    "JSON Lines with half a character": LINE.replace("Perú", r"\ud83c").encode(),
}


def check(narcotl: FrontDoor, folder: Path, name: str, content: bytes) -> Answer:
    """Check a store of one file."""
    (folder / name).write_bytes(content)
    return narcotl("check", "--store", ".", cwd=folder)


def the_name(narcotl: FrontDoor, folder: Path) -> str:
    """Give the name of the one region of a store."""
    return narcotl("region", "--store", ".", "--format", "{name}", cwd=folder).out


@pytest.mark.parametrize("what", READ)
def test_read(what: str, narcotl: FrontDoor, tmp_path: Path, tried: Note) -> None:
    answer = check(narcotl, tmp_path, "regions.yaml", READ[what])
    assert answer == Answer(0, "No problems.\n")
    assert the_name(narcotl, tmp_path) == "Perú\n"
    tried(what, answer)


@pytest.mark.parametrize("what", LINES_READ)
def test_lines_read(what: str, narcotl: FrontDoor, tmp_path: Path, tried: Note) -> None:
    answer = check(narcotl, tmp_path, "regions.jsonl", LINES_READ[what])
    assert answer == Answer(0, "No problems.\n")
    assert the_name(narcotl, tmp_path) == "Perú\n"
    tried(what, answer)


@pytest.mark.parametrize("what", EMPTY)
def test_empty(what: str, narcotl: FrontDoor, tmp_path: Path, tried: Note) -> None:
    answer = check(narcotl, tmp_path, "regions.yaml", EMPTY[what])
    assert answer == Answer(0, "No problems.\n")
    assert the_name(narcotl, tmp_path) == ""
    tried(what, answer)


@pytest.mark.parametrize("what", REFUSED)
def test_refused(what: str, narcotl: FrontDoor, tmp_path: Path, tried: Note) -> None:
    answer = check(narcotl, tmp_path, "regions.yaml", REFUSED[what])
    assert (answer.status, answer.err) == (1, "")
    assert answer.out.startswith("regions.yaml:")
    assert all(line.isprintable() for line in answer.out.splitlines())
    tried(what, answer)


@pytest.mark.parametrize("what", LINES_REFUSED)
def test_lines_refused(what: str, narcotl: FrontDoor, tmp_path: Path, tried: Note) -> None:
    answer = check(narcotl, tmp_path, "regions.jsonl", LINES_REFUSED[what] + LINE.replace("peru", "next").encode())
    assert (answer.status, answer.err) == (1, "")
    assert answer.out.startswith("regions.jsonl:")
    assert all(line.isprintable() for line in answer.out.splitlines())
    tried(what, answer)
