"""What must hold whatever is thrown at narcotl: each of these is searched for a counterexample."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from hypothesis import given, note
from hypothesis import strategies as st

from narcotl.dates import FuzzyDate, parse, parse_edtf
from narcotl.errors import DateError, NarcotlError, Problem
from narcotl.library.shipped import shipped_store
from narcotl.model.entry import Entry, Setting
from narcotl.select.query.parser import parse as parse_query
from narcotl.store.layout import StoreFile
from narcotl.store.reader import read
from tests.dates.strategies import ANY_TEXTS
from tests.front_door import Answer, ask
from tests.fuzz.strategies import JSON_TEXTS, QUERIES, YAML_TEXTS, command_lines, damaged, stores

HARMLESS: Final = frozenset("\n\t")
QUIET: Final = {"EDITOR": "true", "VISUAL": "true"}


def sound(answer: Answer) -> None:
    """Check what holds for every answer: a status of its own, no traceback, and nothing that steers a terminal."""
    assert answer.status in {0, 1, 2, 3}
    assert "Traceback" not in answer.err
    for text in (answer.out, answer.err):
        assert not {letter for letter in text if not (letter.isprintable() or letter in HARMLESS or steers_not(letter))}
    if answer.status in {2, 3}:
        assert answer.err.startswith("narcotl: ")


def steers_not(letter: str) -> bool:
    """Tell whether a character that does not print does nothing to a terminal either: spaces and unassigned ones."""
    import unicodedata

    return (
        unicodedata.category(letter) in {"Zs", "Cn", "Co", "Cf"}
        and letter not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )


@contextmanager
def kept(store: dict[str, bytes]) -> Iterator[Path]:
    """Write a store for as long as it is asked."""
    with TemporaryDirectory() as name:
        folder = Path(name) / "store"
        folder.mkdir()
        for file, content in store.items():
            (folder / file).write_bytes(content)
        yield folder


@given(ANY_TEXTS)
def dates(text: str) -> None:
    """Any text is a date or is refused, and what is a date is read again as what it is written as."""
    for reader in (parse, parse_edtf):
        try:
            found: FuzzyDate = reader(text)
        except DateError:
            continue
        assert parse_edtf(found.edtf) == found
        assert found.earliest is None or found.latest is None or found.earliest <= found.latest


@given(damaged(YAML_TEXTS), st.sampled_from(["regions.yaml", "events.yaml", "store.yaml", "all.yaml"]))
def yaml(content: bytes, name: str) -> None:
    """Any bytes are entries, settings and problems."""
    entries(content, name)


@given(damaged(JSON_TEXTS), st.sampled_from(["regions.jsonl", "all.jsonl"]))
def jsonl(content: bytes, name: str) -> None:
    """Any bytes are entries, settings and problems."""
    entries(content, name)


def entries(content: bytes, name: str) -> None:
    """Read a file that is alone, and one of a kind."""
    kind = None if name.startswith(("store", "all")) else name[:-1].partition("s.")[0]
    with kept({name: content}) as folder:
        for found in read(StoreFile(path=folder / name, kind=kind)):
            assert isinstance(found, Entry | Setting | Problem)
            str(found)
        with_index, without = (ask("check", "--store", name, *more, cwd=folder) for more in ((), ("--no-index",)))
        sound(with_index)
        assert with_index == without


@given(QUERIES)
def queries(text: str) -> None:
    """Any text is a query or is refused."""
    with suppress(NarcotlError):
        parse_query(text, {})
    sound(ask("timeline", "--where", text, "--format", "{id}"))


LISTS: Final = (
    "timeline",
    "claims",
    "figures",
    "facts",
    "actor",
    "region",
    "source",
    "measures",
    "corrections",
    "gaps",
    "conflicts",
    "stats",
)


@given(stores(), st.sampled_from(LISTS), st.sampled_from(["table", "json", "jsonl", "csv", "tsv", "md", "yaml"]))
def whole_stores(store: dict[str, bytes], command: str, form: str) -> None:
    """Any store is answered and checked, alike with an index and without; what is right comes back from an export."""
    with kept(store) as folder:
        for asked in ((command, "--format", form), ("check",), ("export", "jsonl")):
            note(" ".join(asked))
            answer = ask(*asked, "--store", str(folder))
            sound(answer)
            assert answer == ask(*asked, "--store", str(folder), "--no-index")
            assert form != "json" or asked[0] != command or isinstance(json.loads(answer.out), list | dict)
        if ask("check", "--store", str(folder)).status == 0:
            exported = folder.parent / "exported.jsonl"
            assert ask("export", "jsonl", "--store", str(folder), "--output", str(exported)).status == 0
            assert ask("check", "--store", str(exported)).status == 0
            assert ask("export", "jsonl", "--store", str(exported)).out == exported.read_text(encoding="utf-8")


@cache
def copied() -> tuple["TemporaryDirectory[str]", dict[Path, bytes]]:
    """Copy the shipped store, once, into a folder that goes with the process."""
    folder = TemporaryDirectory()
    copy = shutil.copytree(shipped_store(), Path(folder.name) / "store")
    return folder, {file: file.read_bytes() for file in copy.rglob("*") if file.is_file()}


@contextmanager
def own_store() -> Iterator[Path]:
    """Give a copy of the shipped store, which commands may change: it is put right afterwards."""
    folder, files = copied()
    store = Path(folder.name) / "store"
    yield store
    for file in [file for file in store.rglob("*") if file.is_file() and file not in files]:
        file.unlink()
    for file, content in files.items():
        if not file.is_file() or file.read_bytes() != content:
            file.write_bytes(content)


@given(command_lines(), st.text(st.characters(codec="utf-8"), max_size=20))
def whole_command_lines(arguments: list[str], stdin: str) -> None:
    """Any command line is answered or refused in one line."""
    with TemporaryDirectory() as folder, own_store() as store:
        sound(ask(*arguments, stdin=stdin, cwd=Path(folder), env={**QUIET, "NARCOTL_STORE": str(store)}))


TARGETS: Final[tuple[Callable[[], Any], ...]] = (dates, yaml, jsonl, queries, whole_stores, whole_command_lines)
