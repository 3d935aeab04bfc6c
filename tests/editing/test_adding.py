"""A record that is added stands in the right file, and nothing else has changed."""

from pathlib import Path

import pytest

from narcotl.editing.adding import added
from narcotl.editing.files import write
from narcotl.editing.form import understood
from narcotl.errors import StoreError, UsageError
from narcotl.model.record import Record
from narcotl.model.vocab.base import RecordKind
from tests.conftest import StoreMaker
from tests.front_door import FrontDoor

REGION = {"id": "peru", "name": "Peru", "kind": "country", "part_of": [{"id": "andes"}]}


def region(name: str = "peru") -> Record:
    """Make a region."""
    record = understood(RecordKind.REGION, {**REGION, "id": name}).record
    assert record is not None
    return record


PERU = """\
- id: peru
  name: Peru
  kind: country
  part_of: [andes]
"""
ANDES = "- {id: andes, name: Andes, kind: area}"


def deeper(text: str) -> str:
    """Indent a record for its place below a key."""
    return "".join(f"  {line}\n" for line in text.splitlines())


@pytest.mark.parametrize(
    ("name", "before", "after", "line"),
    [
        ("regions.yaml", "", PERU, 1),
        ("regions.yaml", "# none yet", f"# none yet\n{PERU}", 2),
        ("regions.yaml", ANDES, f"{ANDES}\n{PERU}", 2),
        ("regions.yaml", f"{ANDES}  # all\n# after\n\n", f"{ANDES}  # all\n# after\n\n{PERU}", 4),
        ("regions.yaml", f"{ANDES}\r\n", f"{ANDES}\r\n" + PERU.replace("\n", "\r\n"), 2),
        ("regions.yaml", f"\ufeff{ANDES}\n", f"\ufeff{ANDES}\n{PERU}", 2),
        ("regions.yaml", f"{ANDES}\n\n- id: x\n\n", f"{ANDES}\n\n- id: x\n\n\n{PERU}", 6),
        ("regions.yaml", f"{ANDES}\n...\n", f"{ANDES}\n{PERU}...\n", 2),
        ("regions.yaml", f"  {ANDES}\n", f"  {ANDES}\n{deeper(PERU)}", 2),
        ("regions.yaml", "[]\n", PERU, 1),
        (
            "regions.yaml",
            "[{id: andes, name: Andes, kind: area}]\n",
            "[{id: andes, name: Andes, kind: area}, {id: peru, name: Peru, kind: country, part_of: [andes]}]\n",
            1,
        ),
        ("regions/a.yaml", f"{ANDES}\n", f"{ANDES}\n{PERU}", 2),
        (
            "regions.jsonl",
            '{"id":"andes"}',
            '{"id":"andes"}\n{"kind":"region","id":"peru","name":"Peru","type":"country","part_of":["andes"]}\n',
            2,
        ),
    ],
)
def test_a_record_in_a_folder(make_store: StoreMaker, name: str, before: str, after: str, line: int) -> None:
    store = make_store({"store.yaml": "title: T\n"})
    path = store / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(before.encode())
    new = added(store, [region()])
    assert [tuple(place) for place in new.places] == [(path, line)]
    write(new.changes)
    assert path.read_bytes().decode() == after


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("", f"regions:\n{deeper(PERU)}", 2),
        ("title: T\n", f"title: T\nregions:\n{deeper(PERU)}", 3),
        ("regions:  # none\nactors: []", f"regions:  # none\n{deeper(PERU)}actors: []", 2),
        ("regions: []  # none\nactors: []", f"regions:  # none\n{deeper(PERU)}actors: []", 2),
        (f"regions:\n{ANDES}\n\nactors: []\n", f"regions:\n{ANDES}\n{PERU}\nactors: []\n", 3),
        (f"regions:\n  {ANDES}", f"regions:\n  {ANDES}\n{deeper(PERU)}", 3),
        (
            "- kind: region\n  id: andes\n",
            "- kind: region\n  id: andes\n- kind: region\n  " + PERU[2:].replace("kind:", "type:"),
            3,
        ),
    ],
)
def test_a_record_in_one_file(tmp_path: Path, before: str, after: str, line: int) -> None:
    store = tmp_path / "store.yaml"
    store.write_text(before)
    new = added(store, [region()])
    assert [tuple(place) for place in new.places] == [(store, line)]
    write(new.changes)
    assert store.read_text() == after


def test_several_records_and_files_that_are_not_there_yet(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = make_store({"regions/a.yaml": f"{ANDES}\n", "regions/b.yaml": "[]\n"})
    actor = understood(RecordKind.ACTOR, {"id": "cia", "name": "CIA", "kind": "agency"}).record
    assert actor is not None
    new = added(store, [region(), actor, region("chile")])
    assert [(place.path.relative_to(store).as_posix(), place.line) for place in new.places] == [
        ("regions/added.yaml", 1),
        ("actors.yaml", 1),
        ("regions/added.yaml", 5),
    ]
    write(new.changes)
    assert narcotl("check", "--level", "warning", "--store", str(store)).out == "No problems.\n"
    shown = narcotl("region", "--store", str(store), "--format", "{id}").out
    assert sorted(shown.split()) == ["andes", "chile", "peru"]


def test_what_cannot_be_added_to(make_store: StoreMaker) -> None:
    broken = make_store({"regions.yaml": "- [\n"})
    with pytest.raises(StoreError, match=r"regions.yaml:2:1: not YAML"):
        added(broken, [region()])
    braces = make_store({"one.yaml": "{regions: [{id: andes}]}\n"})
    with pytest.raises(UsageError, match="is written in braces"):
        added(braces / "one.yaml", [region()])
    with pytest.raises(UsageError, match="is no file for a region"):
        added(braces, [region()], braces / "actors.yaml")
    with pytest.raises(StoreError, match="is not a store file"):
        added(braces / "one.txt", [region()])


def test_the_file_is_named(make_store: StoreMaker) -> None:
    store = make_store({"regions/a.yaml": f"{ANDES}\n", "regions/b.yaml": "[]\n"})
    new = added(store, [region()], store / "regions" / "b.yaml")
    assert [tuple(place) for place in new.places] == [(store / "regions" / "b.yaml", 1)]
    assert added(store, [region()], store / "regions" / "c.yaml").places[0].path == store / "regions" / "c.yaml"
