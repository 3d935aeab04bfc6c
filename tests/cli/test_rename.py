"""`narcotl rename`: every reference is found, and nothing else changes."""

import json
import shutil
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from narcotl.editing.files import write
from narcotl.library.renaming import rename
from tests.conftest import StoreMaker
from tests.front_door import ROOT, Answer, FrontDoor, ask
from tests.laws.stores import Store, stores, written

FILES = {
    "actors.yaml": "# who\r\n- {id: 'cia', name: CIA,   kind: agency} # cia\r\n"
    "- id: ig\r\n  name: IG\r\n  kind: office\r\n"
    '  part_of: [{id: "cia", when: 1950/}]\r\n  note: the cia-like office of the cia\r\n',
    "sources.yaml": "- {id: s, type: book, title: S, issued: 1990, read: true, author: [cia, Ciaran]}\n",
    "figures.jsonl": '{"id": "cia2", "measure": "m", "derived": {"from": ["f"], "formula": "f*2 + ff - f"}}\n'
    '{"id": "f", "measure": "m", "agency": {"id": "\\u0063ia", "name": "CIA"}}\n',
    "store.yaml": "title: T\ncheck:\n  silence:\n    - {rule: unused-record, records: [ig, cia], reason: it is so}\n",
}
AFTER = {
    "actors.yaml": FILES["actors.yaml"].replace("id: 'cia'", "id: 'the-agency'").replace('"cia"', '"the-agency"'),
    "sources.yaml": FILES["sources.yaml"].replace("[cia,", "[the-agency,"),
    "figures.jsonl": FILES["figures.jsonl"].replace('"\\u0063ia"', '"the-agency"'),
    "store.yaml": FILES["store.yaml"].replace(", cia]", ", the-agency]"),
}


def made(folder: Path) -> Path:
    """Write the store, line ends and all."""
    for name, text in FILES.items():
        (folder / name).write_bytes(text.encode())
    return folder


def read(folder: Path) -> dict[str, str]:
    """Read the files of a store."""
    return {str(path.relative_to(folder)): path.read_bytes().decode() for path in folder.rglob("*") if path.is_file()}


def test_every_reference_and_nothing_else(narcotl: FrontDoor, tmp_path: Path) -> None:
    store = made(tmp_path)
    answer = narcotl("rename", "cia", "the-agency", "--store", ".", cwd=store)
    assert answer.status == 0
    assert answer.err.splitlines() == [
        "narcotl: cia is named in 5 places",
        "narcotl: actors.yaml:7: 'cia' stands in a text, which is left",
        "narcotl: written to store.yaml",
        "narcotl: written to sources.yaml",
        "narcotl: written to figures.jsonl",
        "narcotl: written to actors.yaml",
    ]
    assert read(store) == AFTER


def test_formulas(narcotl: FrontDoor, tmp_path: Path) -> None:
    store = made(tmp_path)
    assert narcotl("rename", "f", "g", "--store", ".", cwd=store).status == 0
    expected = FILES["figures.jsonl"].replace('["f"]', '["g"]').replace('"f*2 + ff - f"', '"g*2 + ff - g"')
    assert read(store)["figures.jsonl"] == expected.replace('"id": "f"', '"id": "g"')


def test_a_dry_run_shows_and_writes_nothing(narcotl: FrontDoor, tmp_path: Path) -> None:
    store = made(tmp_path)
    answer = narcotl("rename", "s", "the-book", "--store", ".", "--dry-run", cwd=store)
    assert answer == Answer(
        0,
        "--- sources.yaml\n+++ sources.yaml\n@@ -1 +1 @@\n"
        "-- {id: s, type: book, title: S, issued: 1990, read: true, author: [cia, Ciaran]}\n"
        "+- {id: the-book, type: book, title: S, issued: 1990, read: true, author: [cia, Ciaran]}\n",
        "narcotl: s is named in 1 place\nnarcotl: nothing was written (--dry-run)\n",
    )
    assert read(store) == FILES


def test_stores_together(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    base = make_store({"actors.yaml": "- {id: cia, name: CIA, kind: agency}\n"})
    mine = make_store({"one.yaml": "actors:\n  - {id: ig, name: IG, kind: office, part_of: cia}\n"}) / "one.yaml"
    assert narcotl("rename", "cia", "agency", "--store", str(base), "--store", str(mine)).status == 0
    assert "part_of: agency}" in mine.read_text()
    assert "id: agency" in (base / "actors.yaml").read_text()
    assert narcotl("check", "--store", str(base), "--store", str(mine), "--level", "error").status == 0


def test_the_shipped_store(narcotl: FrontDoor, tmp_path: Path) -> None:
    store = tmp_path / "data"
    shutil.copytree(ROOT / "data", store)
    before = read(store)
    exported = narcotl("export", "jsonl", "--store", str(store)).out
    assert narcotl("rename", "cia", "the-agency-itself", "--store", str(store)).status == 0
    assert narcotl("check", "--store", str(store), "--level", "error").status == 0
    told = narcotl("export", "jsonl", "--store", str(store)).out
    assert sorted(told.replace('"the-agency-itself"', '"cia"').splitlines()) == sorted(exported.splitlines())
    assert narcotl("rename", "the-agency-itself", "cia", "--store", str(store)).status == 0
    assert read(store) == before


@settings(max_examples=25)
@given(stores(), st.data())
def test_there_and_back_is_where_one_was(store: Store, data: st.DataObject) -> None:
    with written(store) as folder:
        before = read(folder)
        records = [record for records in store.values() for record in records]
        old = data.draw(st.sampled_from([str(record["id"]) for record in records]))
        write(rename([folder], old, "some-new-name").changes)
        lines = ask("export", "jsonl", "--store", str(folder)).out.splitlines()
        assert len(lines) == len(records)
        assert f'"{old}"' not in json.dumps([json.loads(line) for line in lines])
        write(rename([folder], "some-new-name", old).changes)
        assert read(folder) == before
