"""Texts that steer a terminal, in every field of every kind of record: in no format do they reach one."""

import contextlib
import json
import os
import re
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from unittest import mock

import pytest

from narcotl.cli.main import main
from narcotl.cli.registry import COMMANDS
from narcotl.exports.registry import EXPORTS, Shape
from narcotl.model.vocab.base import RecordKind
from narcotl.render import Format
from tests.front_door import Answer
from tests.history.conftest import git
from tests.hostile.every_field import MARKUP, STEERING, hostile_store
from tests.render.stage import Stage
from tests.tried import Note

HOSTILE: Final = "".join(STEERING.values()) + MARKUP
ASKED: Final = {
    "timeline": ("", "--group-by actor", "--beside region-1", "--as-written"),
    "event": ("event-1",),
    "search": ("loud", '"bold red"'),
    "ask": ("'what did region say about loud?'",),
    "facts": ("",),
    "claims": ("",),
    "claim": ("claim-1",),
    "figures": ("", "--unit ha"),
    "figure": ("figure-1",),
    "measures": ("",),
    "corrections": ("",),
    "correction": ("correction-1",),
    "gaps": ("",),
    "compare": ("measure-1",),
    "conflicts": ("", "--verdict all"),
    "actor": ("", "actor-1", "nobody"),
    "links": ("actor-1",),
    "path": ("actor-1 region-1",),
    "region": ("", "region-1", "nowhere"),
    "source": ("", "source-1"),
    "cite": ("event-1", "source-1 --style apa"),
    "rename": ("actor-1 actor-2 --dry-run",),
    "fmt": ("--diff", "--check"),
    "coverage": ("", "--by actor"),
    "duplicates": ("", "--at-least 1 --store {twin}"),
    "annotations": ("", "loud"),
    "plot": ("measure-1",),
    "diff": ("{other} {store}", "HEAD~1"),
    "log": ("actor-1",),
    "config": ("",),
    "new": ("region --name loud --kind country --part-of region-1 --note {hostile} --dry-run",),
    "annotate": ("actor-1 --note {hostile} --tag loud --into {new} --dry-run",),
    "edit": ("actor-1 --dry-run",),
    "merge-records": ("actor-1 actor-2 --into-note --store {twin} --dry-run",),
    "distinct": ("actor-1 actor-2 --reason {hostile} --store {twin} --store {folder} --dry-run",),
    "import": ("jsonl {other} --into {store} --dry-run", "jsonl {other} --into {new} --dry-run"),
    "merge": ("{other} --into {store} --dry-run", "{other} --into {store} --skip --dry-run"),
    "merge-files": ("{store} {store} {other} --path {other} --dry-run",),
    "split": ("{store} --into {new} --dry-run",),
    "join": ("{folder} --to {new}.jsonl --dry-run",),
    "stats": ("", "--by topic", "--by actor --by region"),
    "sql": tuple(f"'SELECT * FROM {view}'" for view in ("events", "claims", "figures", "actors", "sources", "records")),
    "check": ("",),
}
"""What each command is asked."""
NAMING_IT: Final = {"import", "merge", "merge-files", "split", "join", "distinct"}
"""The commands whose questions above name their store themselves."""
NOT_ASKED: Final = {
    "export": "each of its formats has a test of its own below",
    "html": "writes a page and not to a terminal; what is in it has a test below",
    "browse": "takes the whole terminal; tests/tui asks it",
    "serve": "shows what it serves in a browser; tests/web asks it",
    "init": "writes a store, and reads none",
    "date": "reads no store",
    "vocab": "reads no store",
    "schema": "reads no store",
}
"""Why the other commands are not asked."""
TEMPLATE: Final = "{id} {title}{name}{proposition}{note}"
STREAMS: Final = sorted(target.value for target, entry in EXPORTS.items() if entry.shape is Shape.TEXT)
OWN_COLOR: Final = re.compile("\x1b\\[(?:0|1|2|31|32|36|1;33)m")
"""The styles in which narcotl itself writes; none of the hostile texts is one."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the hostile store, in a repository whose commits are hostile as well."""
    file = tmp_path_factory.mktemp("hostile") / "store.jsonl"
    text = HOSTILE.replace("\0", "")
    git(file.parent, "init", "--quiet")
    for state in (f"before {HOSTILE}", HOSTILE):
        hostile_store(file, state)
        git(file.parent, "add", file.name)
        git(file.parent, "commit", "--quiet", f"--author=A{text} <a@example.org>", f"--message=S{text}")
    return file


@pytest.fixture(scope="module")
def places(store: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Name the store, another that says something else, one with a twin of an actor, and a folder to be made."""
    folder = tmp_path_factory.mktemp("places")
    hostile_store(folder / "other.jsonl", f"other {HOSTILE}")
    actor = next(line for line in store.read_text(encoding="utf-8").splitlines() if '"id": "actor-1"' in line)
    (folder / "twin.jsonl").write_text(actor.replace('"actor-1"', '"actor-2"').replace("loud", "LOUD"), "utf-8")
    paths = {"store": store, "folder": store.parent, "new": folder / "new"}
    return {
        "hostile": HOSTILE,
        **{name: str(folder / f"{name}.jsonl") for name in ("other", "twin")},
        **{name: str(path) for name, path in paths.items()},
    }


def asking(command: str, asked: str, places: Mapping[str, str]) -> list[str]:
    """Write the command line of a question."""
    words = [command, *(word.format(**places) for word in shlex.split(asked))]
    return words if command in NAMING_IT else [*words, "--store", places["store"]]


def on_terminal(*arguments: str) -> Answer:
    """Ask narcotl as if both streams were a terminal with colours."""
    out, err = Stage(terminal=True), Stage(terminal=True)
    environ = {"TERM": "xterm-256color", "COLUMNS": "100"}
    with (
        mock.patch.dict(os.environ, environ),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        mock.patch.object(sys, "stdin", Stage()),
    ):
        status = main(list(arguments))
    return Answer(status, out.text, err.text)


def reaching(answer: Answer) -> set[str]:
    """Give the characters on which a terminal would act, but for lines, tabs and the colours of narcotl itself."""
    text = OWN_COLOR.sub("", answer.out.replace("\r\n", "\n")) + answer.err
    return {letter for letter in text if not letter.isprintable() and letter not in "\n\t"}


def fate(text: str) -> str:
    """Tell what became of the hostile texts in an answer: how an escape and an override of direction stand there."""
    found = dict.fromkeys(re.findall(r"\\+(?:x1b|u001b|e|u202[eE])(?=\\?\[7;31m|evil)", text))
    return f"nothing reaches it; shown as {', '.join(found)}" if found else "nothing reaches it; left out"


def test_the_store_holds_what_it_should(store: Path) -> None:
    rows = on_terminal("export", "jsonl", "--store", str(store)).out.splitlines()
    assert len(rows) == len(RecordKind), "no record was refused"
    assert sum(row.count("u001b]52;c;ZXZpbA==") for row in rows) > 60, "in more than sixty fields"


def test_every_command_is_asked_or_has_a_reason() -> None:
    assert {*ASKED, *NOT_ASKED} == set(COMMANDS)
    assert not ASKED.keys() & NOT_ASKED.keys()


@pytest.mark.parametrize("form", [*Format, TEMPLATE])
def test_formats(
    form: str, places: dict[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, tried: Note
) -> None:
    monkeypatch.setenv("EDITOR", "vi")
    monkeypatch.chdir(tmp_path)
    shown = ""
    for command, several in ASKED.items():
        for asked in several:
            answer = on_terminal(*asking(command, asked, places), "--format", form)
            assert (reaching(answer), answer.status in {0, 1, 2}) == (set(), True), (command, asked)
            refused = re.match("narcotl: .*(?:unexpected|no such option|missing)", answer.err, re.IGNORECASE)
            assert not refused, "what is asked is no question"
            shown += answer.out
    assert "loud" in shown
    how = "by a template" if form == TEMPLATE else f"as {form}"
    tried(f"every command {how}", fate(shown))


@pytest.mark.parametrize("target", STREAMS)
def test_exports(target: str, store: Path, tried: Note) -> None:
    answer = on_terminal("export", target, "--store", str(store))
    assert answer.status == 0
    assert reaching(answer) == set()
    tried(f"`narcotl export {target}` to a terminal", fate(answer.out))


def test_markup_is_text(store: Path, tried: Note) -> None:
    answer = on_terminal("actor", "actor-1", "--store", str(store))
    assert "[bold red]loud[/]" in answer.out
    tried("markup of Rich in the profile of an actor", "shown as [bold red]loud[/]")


def test_script_is_text_in_a_page(store: Path, tmp_path: Path, tried: Note) -> None:
    pytest.importorskip("altair")
    page = tmp_path / "page.html"
    assert on_terminal("html", "--store", str(store), "--output", str(page)).status == 0
    text = page.read_text(encoding="utf-8")
    assert "alert(1)" in text
    assert "<script>alert(1)" not in text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f]", text)
    tried(
        "`<script>` in every field, in the page of `narcotl html`",
        "no such element, and no control character, in the page",
    )


def test_formulas_are_text_in_a_spreadsheet(tmp_path: Path, tried: Note) -> None:
    file = tmp_path / "store.jsonl"
    line = {"kind": "region", "id": "peru", "name": "=HYPERLINK(1)", "type": "country", "note": "@SUM(1+1)"}
    file.write_text(json.dumps(line) + "\n", encoding="utf-8")
    answer = on_terminal("region", "--store", str(file), "--format", "csv", "--fields", "id,name,note")
    assert answer == Answer(0, "id,name,note\nperu,'=HYPERLINK(1),'@SUM(1+1)\n")
    tried(
        "a name `=HYPERLINK(1)` and a note `@SUM(1+1)`, as CSV", f"exit {answer.status}: {answer.out.splitlines()[1]}"
    )
