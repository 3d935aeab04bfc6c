"""What is added to the records of a store by another one beside it."""

from pathlib import Path

import pytest

from narcotl.library.cards import card
from narcotl.library.opened import open_library
from tests.front_door import Answer, FrontDoor
from tests.golden_files import golden

BASE = {
    "sources.yaml": "- {id: book, type: book, title: The book, issued: 1991, read: true}\n",
    "actors.yaml": "- {id: cia, name: The Agency, kind: agency}\n- {id: webb, name: Gary Webb, kind: person}\n",
    "claims.yaml": """\
- id: knew
  proposition: The Agency knew.
  about: {actor: cia}
  positions:
    - {actor: webb, stance: alleges, said: "1990", gist: it knew, source: book}
""",
    "events.yaml": """\
- {id: meeting, title: They meet, date: "1985", regions: [], kinds: [meeting], status: reported, sources: [book]}
- {id: parting, title: They part, date: "1986", regions: [], kinds: [meeting], status: reported, sources: [book]}
""",
}
MINE = {
    "sources.yaml": "- {id: memoir, type: book, title: A memoir, issued: 2001, read: true}\n",
    "annotations.yaml": """\
- id: my-denial
  of: knew
  note: The memoir says otherwise.
  tags: [thesis, chapter-2]
  by: Ada
  made: 2026-11-20
  positions:
    - {actor: cia, stance: denies, said: "2001", gist: it did not, source: memoir}
- {id: my-source, of: meeting, sources: [memoir], tags: [thesis]}
""",
}
CARD = """\
The Agency knew. *
knew

Standing  contested: 1 for, 1 against, 0 between; 2 independent origins

Positions
Said  Who         Stance           What, by way of
─────────────────────────────────────────────────────────────────────────────
1990  Gary Webb   + alleges        it knew; The book (book, read)
2001  The Agency  - denies [mine]  it did not; A memoir (memoir, read) [mine]
contested: 1 for, 1 against, 0 between; 2 independent origins

What it is about
Kind   About       Id
──────────────────────
actor  The Agency  cia

* my-denial, Ada, 20 November 2026 [mine]: The memoir says otherwise. (thesis, chapter-2)
"""


@pytest.fixture
def stores(tmp_path: Path) -> tuple[str, str]:
    """Give a base, and a store beside it."""
    for folder, files in (("base", BASE), ("mine", MINE)):
        (tmp_path / folder).mkdir()
        for name, text in files.items():
            (tmp_path / folder / name).write_text(text, encoding="utf-8")
    return str(tmp_path / "base"), str(tmp_path / "mine")


@pytest.fixture
def both(stores: tuple[str, str]) -> tuple[str, ...]:
    """Give the options that open both."""
    return "--store", stores[0], "--store", stores[1]


def test_a_position_that_is_added_counts(stores: tuple[str, str], both: tuple[str, ...], narcotl: FrontDoor) -> None:
    assert narcotl("claim", "knew", *both) == Answer(0, CARD)
    ids = ("--format", "{id}")
    assert narcotl("claims", "--contested", *ids, *both) == Answer(0, "knew\n")
    assert narcotl("claims", "--contested", *ids, "--store", stores[0]).out == ""
    assert narcotl("claims", "--by", "cia", "--stance", "denies", *ids, *both) == Answer(0, "knew\n")


def test_json_says_what_is_from_where(both: tuple[str, ...], narcotl: FrontDoor) -> None:
    claim = narcotl("claim", "knew", "--json", *both).json
    assert isinstance(claim, dict)
    assert [(p["stance"], p.get("annotation"), p.get("layer")) for p in claim["positions"]] == [
        ("alleges", None, None),
        ("denies", "my-denial", "mine"),
    ]
    [note] = claim["annotations"]
    assert (note["annotation"], note["layer"], note["tags"], note["made"]["edtf"]) == (
        *("my-denial", "mine", ["thesis", "chapter-2"], "2026-11-20"),
    )
    source = narcotl("source", "memoir", "--json", *both).json
    assert isinstance(source, dict)
    assert source["layer"] == "mine"
    assert {(row["id"], row["alone"]) for row in source["resting"]} == {("knew", False), ("meeting", False)}


def test_tags(both: tuple[str, ...], narcotl: FrontDoor) -> None:
    assert narcotl("timeline", "--tag", "thesis", "--format", "{id}", *both) == Answer(0, "meeting\n")
    assert narcotl("timeline", "NOT tag:thesis", "--format", "{id}", *both) == Answer(0, "parting\n")
    assert narcotl("claims", "tag:chapter-2", "--format", "{id}", *both) == Answer(0, "knew\n")
    assert narcotl("stats", "--by", "tag", "--format", "{tag} {count}", *both) == Answer(0, "thesis 1\n 1\n")
    unknown = narcotl("timeline", "--tag", "thess", *both)
    assert (unknown.status, unknown.err) == (2, "narcotl: no event has the tag 'thess'\nDid you mean thesis?\n")


def test_what_is_annotated_is_found_by_its_notes(both: tuple[str, ...], narcotl: FrontDoor) -> None:
    assert narcotl("claims", "--text", "otherwise", "--format", "{id}", *both) == Answer(0, "knew\n")


def test_a_list_marks_what_is_annotated_and_from_where(both: tuple[str, ...], narcotl: FrontDoor) -> None:
    table = narcotl("timeline", *both).out
    assert "They meet *" in table
    assert table.endswith("* annotated; the record in full has the notes\n")
    assert "A memoir [mine]" in narcotl("source", *both).out
    assert narcotl("annotations", *both) == Answer(0, golden("annotations"))


def test_without_the_other_store_nothing_is_added(stores: tuple[str, str], narcotl: FrontDoor) -> None:
    alone = narcotl("claim", "knew", "--json", "--store", stores[0])
    assert '"layer"' not in alone.out
    assert '"annotations"' not in alone.out


def test_an_annotation_alone_names_a_record_that_is_not_there(stores: tuple[str, str], narcotl: FrontDoor) -> None:
    answer = narcotl("check", "--store", stores[1])
    assert answer.status == 1
    assert (
        "Declare it, or open the store that has it as well, before this one: --store BASE --store MINE." in answer.out
    )


def test_an_export_holds_annotations_as_records_and_the_base_as_it_is(
    stores: tuple[str, str], both: tuple[str, ...], narcotl: FrontDoor, tmp_path: Path
) -> None:
    file = tmp_path / "all.jsonl"
    assert narcotl("export", "jsonl", "-o", str(file), *both).status == 0
    told = narcotl("diff", stores[0], str(file), "--format", "{change} {id}")
    assert told == Answer(1, "added memoir\nadded my-denial\nadded my-source\n")
    assert narcotl("claims", "--contested", "--format", "{id}", "--store", str(file)) == Answer(0, "knew\n")


def test_editing_either_store_is_seen(stores: tuple[str, str], both: tuple[str, ...], narcotl: FrontDoor) -> None:
    says = ("claim", "knew", "--format", "{positions.stance} {annotations.note}", *both)
    assert narcotl(*says).out == "alleges; denies The memoir says otherwise.\n"
    mine = Path(stores[1], "annotations.yaml")
    mine.write_text(MINE["annotations.yaml"].replace("stance: denies", "stance: disputes"), encoding="utf-8")
    assert narcotl(*says).out == "alleges; disputes The memoir says otherwise.\n"
    claims = Path(stores[0], "claims.yaml")
    claims.write_text(BASE["claims.yaml"].replace("stance: alleges", "stance: asserts"), encoding="utf-8")
    assert narcotl(*says).out == "asserts; disputes The memoir says otherwise.\n"
    mine.write_text("- {id: my-source, of: meeting, sources: [memoir], tags: [thesis]}\n", encoding="utf-8")
    assert narcotl("claim", "knew", "--format", "{positions.stance}", *both).out == "asserts\n"
    mine.unlink()
    assert narcotl("timeline", "--format", "{id} {sources.source.id}", *both).out == "meeting book\nparting book\n"


def test_annotate(stores: tuple[str, str], narcotl: FrontDoor, tmp_path: Path) -> None:
    own = tmp_path / "own"
    words = (
        "annotate",
        "meeting",
        "--note",
        "Who paid?",
        "--tag",
        "todo",
        "--made",
        "20 nov 2026",
        "--into",
        str(own),
    )
    dry = narcotl(*words, "--store", stores[0], "--dry-run")
    assert dry.status == 0
    assert dry.out == "- id: on-meeting\n  of: meeting\n  note: Who paid?\n  tags: [todo]\n  made: 2026-11-20\n"
    assert not own.exists()
    assert narcotl(*words, "--store", stores[0]).out == dry.out
    text = (own / "annotations.yaml").read_text(encoding="utf-8")
    assert text.startswith("# What is added to records of other stores")
    assert text.endswith(dry.out)
    shown = narcotl("event", "meeting", "--format", "{annotations.note}", "--store", stores[0], "--store", str(own))
    assert shown == Answer(0, "Who paid?\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("meeting", "--stance", "denies", "--per", "book"),
            "'meeting' is of the kind event, which has no list of positions",
        ),
        (("knew", "--source", "book"), "'knew' is of the kind claim, which has no list of sources"),
        (("knew",), "the annotation adds nothing"),
        (("nothing", "--note", "x"), "no record is called 'nothing'"),
    ],
)
def test_what_cannot_be_added_is_told_before_anything_is_written(
    stores: tuple[str, str], narcotl: FrontDoor, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    own = tmp_path / "own"
    answer = narcotl("annotate", *words, "--into", str(own), "--store", stores[0])
    assert (answer.status, answer.out) == (1, "")
    assert told in answer.err
    assert not own.exists()


def test_the_base_is_not_annotated_in_itself(stores: tuple[str, str], narcotl: FrontDoor) -> None:
    answer = narcotl("annotate", "knew", "--note", "x", "--into", stores[0], "--store", stores[0])
    assert answer == Answer(
        2,
        "",
        "narcotl: an annotation stands in another store than its record\nName the base with --store.\n",
    )


def test_an_annotation_in_full(stores: tuple[str, str]) -> None:
    """The card that a browser shows of one."""
    library = open_library(tuple(map(Path, stores)))
    [row] = library.index.get(["my-denial"])
    shown = card(library, row)
    assert [(line.label, line.text) for line in shown.lines] == [
        ("On", "The Agency knew. (knew)"),
        ("Tags", "thesis, chapter-2"),
        ("Position", "The Agency denies: it did not"),
        ("By", "Ada"),
        ("Made", "20 November 2026"),
    ]
    library.close()
