"""What files of a store may hold, and how their scalars are read: as texts, whatever YAML would make of them."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import StoreMaker
from tests.front_door import FrontDoor

WORK = "- {id: work, type: report, title: A work, issued: 2000, read: true}\n"


def records(narcotl: FrontDoor, store: Path) -> dict[str, Any]:
    """Give the records of a store that has no error, by id."""
    assert narcotl("check", "--store", str(store)).out == "No problems.\n"
    rows = (json.loads(line) for line in narcotl("export", "jsonl", "--store", str(store)).out.splitlines())
    return {row["id"]: row for row in rows}


def event(date: str) -> str:
    """Write an event with a date."""
    return f"- {{id: one, title: One, date: {date}, regions: [], kinds: [law], status: reported, sources: [work]}}\n"


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("1984", "1984"),
        ("1984-11-26", "1984-11-26"),
        ("-0043", "-0043"),
        ("-0500", "-0500"),
        ("0777", "0777"),
        ('"[1667,1668]"', "[1667,1668]"),
        ('"{1960,1961-12}"', "{1960,1961-12}"),
        ("1950~", "1950~"),
        ("198X", "198X"),
        ('"../1985"', "../1985"),
        ("{edtf: 1984, text: ignored}", "1984"),
    ],
)
def test_dates_are_what_the_author_wrote(written: str, edtf: str, narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = make_store({"events.yaml": event(written), "sources.yaml": WORK})
    assert records(narcotl, store)["one"]["date"]["edtf"] == edtf


@pytest.mark.parametrize("name", ["NO", "010", "1e3", "0x1F", "20:01", "true", "19_84", "1984.10", "~", "null"])
def test_names_are_texts(name: str, narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = make_store({"regions.yaml": f"- {{id: one, name: {name}, kind: country}}\n"})
    assert records(narcotl, store)["one"]["name"] == name


@pytest.mark.parametrize(
    "layout",
    [
        {"regions.yaml": "- {id: one, name: One, kind: country}\n- {id: two, name: Two, kind: country}\n"},
        {"regions.yml": "regions:\n  - {id: one, name: One, kind: country}\n  - {id: two, name: Two, kind: country}\n"},
        {
            "regions/a.yaml": "- {id: one, name: One, kind: country}\n",
            "regions/b/c.yaml": "- {id: two, name: Two, kind: country}\n",
        },
        {"regions.jsonl": '{"id":"one","name":"One","kind":"country"}\n\n{"id":"two","name":"Two","kind":"country"}'},
        {
            "regions.yaml": "[]\n",
            "regions/a.jsonl": '{"id":"one","name":"One","kind":"region","type":"country"}\n',
            "regions/b.yaml": "- id: two\n  name: Two\n  kind: country\n",
        },
        {"regions.yaml": "\ufeff- {id: one, name: One, kind: country}\n- {id: two, name: Two, kind: country, iso: }"},
    ],
)
def test_layouts(layout: dict[str, str], narcotl: FrontDoor, make_store: StoreMaker) -> None:
    found = records(narcotl, make_store(layout))
    assert {name: (row["name"], row["type"]) for name, row in found.items()} == {
        "one": ("One", "country"),
        "two": ("Two", "country"),
    }


def test_one_file_with_every_kind(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    text = """\
title: A store
licence: CC BY 4.0
sources: [{id: work, type: report, title: A work, issued: "2000", read: true}]
regions:
  - {id: peru, name: Peru, kind: country}
events:
  - {id: one, title: One, date: "1984", regions: peru, kinds: law, status: reported, sources: work}
"""
    folder = make_store({"all.yaml": text})
    found = records(narcotl, folder / "all.yaml")
    assert found["one"]["regions"] == [{"id": "peru", "name": "Peru"}]
    assert found["one"]["sources"] == [{"source": {"id": "work", "name": "A work"}}]


def test_short_forms_mean_the_long_ones(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    short = event("1984").replace("regions: []", "regions: [peru]")
    long = short.replace("[peru]", "[{id: peru}]").replace("[work]", "[{source: work}]")
    regions = "- {id: peru, name: Peru, kind: country, aliases: [Piruw]}\n"
    one, other = (
        records(narcotl, make_store({"events.yaml": text, "sources.yaml": WORK, "regions.yaml": names}))
        for text, names in ((short, regions), (long, regions.replace("[Piruw]", "[{name: Piruw}]")))
    )
    assert one == other


def test_what_is_no_part_of_a_store_is_left_alone(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = make_store(
        {
            "regions.yaml": "- {id: one, name: One, kind: country}\n",
            "README.md": "Not a record.",
            "notes.yaml": "[unclosed",
            "events/.hidden.yaml": "[unclosed",
            "events/notes.txt": "Not a record.",
        }
    )
    assert list(records(narcotl, store)) == ["one"]


def test_half_a_character_is_no_text(narcotl: FrontDoor, tmp_path: Path) -> None:
    file = tmp_path / "store.jsonl"
    file.write_text('{"kind": "measure", "id": "area", "name": "a\\ud83c", "unit": "ha"}\n', encoding="utf-8")
    answer = narcotl("check", "--store", str(file))
    assert answer.status == 1
    assert "half a character" in answer.out
    file.write_text('{"kind": "measure", "id": "area", "name": "a\\ud83c\\udf3f", "unit": "ha"}\n', encoding="utf-8")
    assert narcotl("check", "--store", str(file)).status == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("regions.yaml", "- {id: peru, name: Peru, kind: country}\n<<<<<<< HEAD\n- {id: a\n=======\n>>>>>>> b\n"),
        (
            "regions.jsonl",
            '{"id": "peru"}\n<<<<<<< HEAD\n{"id": "a"}\n=======\n{"id": "b"}\n>>>>>>> b\n',
        ),
    ],
)
def test_a_conflict_of_git_is_told_once(narcotl: FrontDoor, make_store: StoreMaker, name: str, text: str) -> None:
    store = make_store({name: text})
    answer = narcotl("check", "--store", ".", "-f", "{line} {message}", cwd=store)
    assert [line for line in answer.out.splitlines() if "git" in line] == ["2 git left a conflict here"]
    assert narcotl("fmt", ".", "-f", "{reason}", cwd=store).out == "line 2: git left a conflict here\n"
