"""An index that several processes made holds what one makes alone, whatever the files are like and whoever dies."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.generate import Form, generate
from narcotl.index.crew import VARIABLE
from tests.front_door import ask
from tests.index.held import order, tables

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a fork is not safe")

SIZE = 400
STRETCH = "4096"


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> dict[Form, Path]:
    """Write a store in each form."""
    folder = tmp_path_factory.mktemp("generated")
    for form in Form:
        generate(folder / form, SIZE, form)
    return {form: folder / form for form in Form}


def by_crew(store: Path, *killed: str) -> dict[str, Any]:
    """Make the index with three other processes, of which some are killed at once."""
    command = [sys.executable, "-m", "tests.index.by_crew", str(store), STRETCH, *killed]
    done = subprocess.run(command, env={**os.environ, VARIABLE: "3"}, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    found: dict[str, Any] = json.loads(done.stdout)
    assert found["left"] == 0
    return found


def agree(found: dict[str, Any], store: Path) -> None:
    """Hold what several made to what one makes."""
    alone = json.loads(json.dumps(tables(store, cached=False)))
    for table, held in alone.items():
        assert found["held"][table] == held, table
    assert found["order"] == order(store)


@pytest.mark.parametrize("form", Form)
def test_several_make_what_one_makes(form: Form, stores: dict[Form, Path]) -> None:
    found = by_crew(stores[form])
    agree(found, stores[form])
    assert found["made"] > 20
    assert found["not made"] == 0


def test_small_files_are_read_at_once_as_well(tmp_path: Path) -> None:
    generate(tmp_path, SIZE, files=40)
    found = by_crew(tmp_path)
    agree(found, tmp_path)
    assert found["made"] > 40
    assert found["not made"] == 0


@pytest.mark.parametrize("killed", [("0",), ("1", "2"), ("0", "1", "2")], ids=" ".join)
def test_who_dies_is_done_without(killed: tuple[str, ...], stores: dict[Form, Path]) -> None:
    found = by_crew(stores[Form.DUMPED], *killed)
    agree(found, stores[Form.DUMPED])
    assert found["not made"] > 0
    assert len(killed) == len("all") or found["made"] > 0


def broken(text: str) -> str:
    """Misspell a status here and there."""
    return text.replace("status: reported", "status: reprted", 3)


def repeated(text: str) -> str:
    """Repeat some records, some of them at once."""
    records = text.split("\n- ")
    drawn = random.Random(1)  # noqa: S311 - nothing is secret
    for number in (5, 90, 200):
        records.insert(drawn.randrange(len(records) // 2, len(records)), records[number])
    return "\n- ".join([*records[:50], records[49], *records[50:]])


def anchored(text: str) -> str:
    """Let one record repeat what another says, so that the file cannot be read in stretches."""
    records = text.split("\n- ")
    records[150] = records[150].replace("status: ", "status: &said ", 1)
    records[250] = records[250].replace("\n  status: reported", "\n  status: *said", 1)
    return "\n- ".join(records)


def torn(text: str) -> str:
    """End in the midst of a text in quotes."""
    return text + '- id: the-end\n  title: "This ends\n'


def below_keys(text: str) -> str:
    """Write records below keys, with places in the midst, and a setting."""
    half = text.index("\n- ", len(text) // 2) + 1
    places = "".join(f"- {{id: place-{number}, name: Place {number}, kind: city}}\n" for number in range(200))
    return f"title: Some store\nevents:\n{text[:half]}regions:\n{places}licence: CC0-1.0\nfigures: []\n"


@pytest.mark.parametrize("change", [broken, repeated, anchored, torn])
def test_odd_files_are_read_as_one_reads_them(
    change: Callable[[str], str], stores: dict[Form, Path], tmp_path: Path
) -> None:
    for file in stores[Form.DUMPED].iterdir():
        text = file.read_text(encoding="utf-8")
        (tmp_path / file.name).write_text(change(text) if file.stem == "events" else text, encoding="utf-8")
    agree(by_crew(tmp_path), tmp_path)


def test_one_file_of_many_keys(stores: dict[Form, Path], tmp_path: Path) -> None:
    text = (stores[Form.DUMPED] / "events.yaml").read_text(encoding="utf-8")
    store = tmp_path / "all.yaml"
    store.write_text(below_keys(text), encoding="utf-8")
    found = by_crew(store)
    agree(found, store)
    assert found["made"] > 0
    assert found["not made"] > 0, "places are read here"


def test_lines_that_are_no_records(stores: dict[Form, Path], tmp_path: Path) -> None:
    lines = "".join(
        (stores[Form.JSONL] / f"{name}.jsonl")
        .read_text(encoding="utf-8")
        .replace('{"id', f'{{"kind":"{name[:-1]}","id')
        for name in ("events", "claims")
    ).splitlines()
    lines[100:100] = ["", "{", lines[3], '{"kind": "event", "id": "odd", "id": "odder"}']
    store = tmp_path / "all.jsonl"
    store.write_text("\r\n".join(lines), encoding="utf-8")
    found = by_crew(store)
    agree(found, store)
    assert found["made"] > 0


@pytest.mark.usefixtures("fresh_cache")
@pytest.mark.parametrize("wanted", ["none", "0", "-1", "1.5"])
def test_a_number_of_processes_that_is_none(wanted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, wanted)
    monkeypatch.setattr("narcotl.index.cache.LARGE", 0)
    answer = ask("timeline", "--limit", "1")
    assert answer.status == 2
    assert answer.out == ""
    assert answer.err.splitlines()[0] == f"narcotl: {VARIABLE} is '{wanted}'"
