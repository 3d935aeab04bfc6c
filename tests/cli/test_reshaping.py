"""`narcotl split` and `narcotl join`: another shape, the same store."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narcotl.editing.files import write
from narcotl.library.reshaping import By, join, split
from tests.conftest import StoreMaker
from tests.front_door import ROOT, FrontDoor, ask
from tests.laws.stores import Store, stores, written

ONE = ROOT / "tests" / "editing" / "one-file.yaml"


def records(store: Path) -> list[Any]:
    """Give the records of a store in the order of their ids."""
    answer = ask("export", "jsonl", "--store", str(store))
    assert answer.err == ""
    return sorted((json.loads(line) for line in answer.out.splitlines()), key=lambda row: str(row["id"]))


def texts(folder: Path) -> dict[str, str]:
    """Read the files of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_split_by_decade(narcotl: FrontDoor, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    answer = narcotl("split", str(ONE), "--by", "decade", "--into", str(folder), "-f", "{outcome} {file}")
    assert answer.status == 0
    found = texts(folder)
    assert found["store.yaml"].startswith("# A store in one file.\ntitle: A small one\ntopics:\n  coca: the plant\n")
    assert found["regions.yaml"] == (
        "# where\n- {id: peru, name: Peru, kind: country}\n- id: valley\n  name: A valley\n  kind: valley\n"
        "  part_of: [peru]\n  note: |-\n    Two\n      lines.\n"
    )
    assert found["actors.yaml"] == "# who\n- id: planters\n  name: Planters  # of coca\n  kind: people\n"
    assert found["sources.yaml"] == (
        "# what was read\n- id: paper\n  type: report\n  title: A paper\n  issued: 1999\n  read: true\n"
    )
    assert found["events/-50s.yaml"].startswith('# long ago\n- id: "old-war"\n  title: "A war,\n    long ago"\n')
    assert found["events/undated.yaml"].endswith("  sources: [paper]\n  # the end\n")
    assert set(found) == {
        *("store.yaml", "regions.yaml", "actors.yaml", "sources.yaml"),
        *("events/1980s.yaml", "events/-50s.yaml", "events/undated.yaml"),
    }
    assert records(folder) == records(ONE)


@pytest.mark.parametrize(
    ("by", "files"),
    [
        ("kind", {"events.yaml"}),
        ("region", {"events/valley.yaml", "events/peru.yaml", "events/nowhere.yaml"}),
    ],
)
def test_split_and_join(by: str, files: set[str], narcotl: FrontDoor, tmp_path: Path) -> None:
    folder, back = tmp_path / "store", tmp_path / "back.yaml"
    assert narcotl("split", str(ONE), "--by", by, "--into", str(folder)).status == 0
    assert {name for name in texts(folder) if "event" in name} == files
    assert narcotl("join", str(folder), "--to", str(back)).status == 0
    assert records(back) == records(ONE)
    for comment in ("# A store", "# where", "# who", "# of coca", "# what was read", "# long ago", "# the end"):
        assert back.read_text().count(comment) == 1


def test_the_shipped_store_there_and_back(narcotl: FrontDoor, tmp_path: Path) -> None:
    one, folder, lines = tmp_path / "one.yaml", tmp_path / "store", tmp_path / "one.jsonl"
    assert narcotl("join", str(ROOT / "data"), "--to", str(one)).status == 0
    assert narcotl("split", str(one), "--into", str(folder)).status == 0
    assert (folder / "actors.yaml").read_text() == (ROOT / "data" / "actors.yaml").read_text()
    assert (folder / "store.yaml").read_text() == (ROOT / "data" / "store.yaml").read_text()
    assert records(folder) == records(one) == records(ROOT / "data")
    refused = narcotl("join", str(ROOT / "data"), "--to", str(lines))
    assert refused.err.startswith("narcotl: JSON Lines hold no settings")
    bare = tmp_path / "bare"
    shutil.copytree(ROOT / "data", bare)
    (bare / "store.yaml").unlink()
    assert narcotl("join", str(bare), "--to", str(lines)).status == 0
    assert records(lines) == records(bare)
    assert narcotl("split", str(lines), "--by", "decade", "--into", str(tmp_path / "again")).status == 0
    assert records(tmp_path / "again") == records(bare)


def test_what_is_refused(narcotl: FrontDoor, make_store: StoreMaker, tmp_path: Path) -> None:
    store = make_store({"regions.yaml": "- &a {id: r, name: R, kind: area}\n"})
    assert "an anchor, an alias or a tag" in narcotl("join", str(store), "--to", str(tmp_path / "x.yaml")).err
    assert "is there already" in narcotl("join", str(store), "--to", str(ONE)).err
    assert "with something in it" in narcotl("split", str(ONE), "--into", str(store)).err
    assert "is no file" in narcotl("split", str(store), "--into", str(tmp_path / "y")).err
    assert "is no folder" in narcotl("join", str(ONE), "--to", str(tmp_path / "x.yaml")).err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["store-1"]


@settings(max_examples=20)
@given(stores(), st.sampled_from(By))
def test_another_shape_is_the_same_store(store: Store, by: By) -> None:
    with written(store) as folder:
        before = records(folder)
        one, again = folder.parent / "one.yaml", folder.parent / "again"
        write([join(folder, one)])
        assert records(one) == before
        write(split(one, by, again))
        assert records(again) == before
        write([join(again, folder.parent / "two.yaml")])
        assert records(folder.parent / "two.yaml") == before


def test_the_line_that_tells_editors_the_schema_of_a_file_stays_there(narcotl: FrontDoor, tmp_path: Path) -> None:
    store, one, again = tmp_path / "store", tmp_path / "one.yaml", tmp_path / "again"
    assert narcotl("init", str(store)).status == 0
    assert narcotl("join", str(store), "--to", str(one)).status == 0
    assert narcotl("split", str(one), "--into", str(again)).status == 0
    assert "yaml-language-server" not in one.read_text() + "".join(texts(again).values())
    assert records(again) == records(store)
