"""yaml-language-server, which VS Code and others run, completes and checks the files of a store by our schemas."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from narcotl.store.layout import FILE_KINDS, files
from tests.front_door import ROOT, ask
from tests.readers.language_server import Editor

LINE = "# yaml-language-server: $schema=schema/%s.json\n"
"""What `narcotl init` writes at the head of each file."""


@pytest.fixture(scope="module")
def editor(_language_server: list[str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """Open an editor in a store that `narcotl init` made."""
    store = tmp_path_factory.mktemp("editor") / "store"
    assert ask("init", str(store)).status == 0
    with Editor(_language_server, store) as opened:
        yield opened


def found(editor: Editor, kind: str, text: str) -> list[tuple[int, int, str]]:
    """Give what is wrong in a text: line, column and message."""
    told = editor.open(f"checked-{kind}-{abs(hash(text))}.yaml", LINE % kind + text)
    return [
        (one["range"]["start"]["line"] + 1, one["range"]["start"]["character"] + 1, one["message"].partition("\n")[0])
        for one in told
    ]


def test_a_new_store_is_right(editor: Editor) -> None:
    opened = sorted(editor.folder.glob("*.yaml"))
    assert {path.name: editor.open(path.name, path.read_text()) for path in opened} == {
        path.name: [] for path in opened
    }
    assert {path.read_text().partition("\n")[0] for path in opened} == {(LINE % path.stem).rstrip() for path in opened}


@pytest.mark.parametrize(
    "path", [pytest.param(file.path, id=str(file.path.relative_to(ROOT))) for file in files(ROOT / "data")]
)
def test_the_shipped_store_is_right(editor: Editor, path: Path) -> None:
    kind = next((stem for stem in FILE_KINDS if stem in (path.stem, path.parent.name)), "store")
    assert editor.open(f"shipped-{path.parent.name}-{path.name}", LINE % kind + path.read_text()) == []


WRONG_EVENTS = """\
- id: raid
  title: [A, raid]
  date: about 1990
  regions: [lima]
  kinds: [seizures]
  status: documentd
  participants: [{actor: police, role: led}]
  sources: [survey]
  sumary: x
- id: two
  title: Two
  date: 1990-12-20
  regions: []
  kinds: [seizure]
  status: documented
"""
WRONG_SETTINGS = """\
title: [a]
topics: {coca: [the, plant]}
synonyms: [a]
check:
  silence:
    - {rule: date, records: [a], reason: b}
    - {rule: status, records: [a]}
  tolerance: few
  distinct:
    - {records: [a], reason: c}
foo: bar
"""


def test_what_is_wrong_is_shown_where_it_stands(editor: Editor) -> None:
    lines = [(line, column) for line, column, _ in found(editor, "events", WRONG_EVENTS)]
    assert sorted(lines) == [(3, 10), (4, 9), (6, 11), (7, 11), (8, 40), (10, 3), (11, 3)]
    told = {line: message for line, _, message in found(editor, "events", WRONG_EVENTS)}
    assert told[4] == "This is no date in EDTF, such as 1989-06-01, 1989, 198X, 1965/1975, 2015/.. or 1972~."
    assert told[10] == "Property sumary is not allowed."
    assert told[11] == 'Missing property "sources".'
    assert told[7].startswith('Value is not accepted. Valid values: "documented", "reported", ')


def test_wrong_settings_are_shown_where_they_stand(editor: Editor) -> None:
    lines = sorted({line for line, _, _ in found(editor, "store", WRONG_SETTINGS)})
    assert lines == [2, 3, 4, 7, 8, 9, 11, 12]


@pytest.mark.parametrize(
    ("kind", "text", "wrong"),
    [
        ("figures", "- {id: a, measure: coca, region: peru, period: 2017, unit: ha, source: b}\n", True),
        ("figures", "- {id: a, measure: coca, region: peru, period: 2017, value: 5, unit: ha, source: b}\n", False),
        ("figures", "- {id: a, measure: coca, region: peru, period: 2017, value: 5, unit: hectare, source: b}\n", True),
        ("claims", "- {id: a, proposition: They knew., positions: [{stance: deny, source: b}]}\n", True),
        ("claims", "- {id: a, proposition: They knew., positions: [{stance: denies, source: b}]}\n", False),
        ("actors", "- {id: 12, name: 2018, kind: person, note: no, aliases: [NO, {name: x, error: true}]}\n", False),
        ("regions", "regions:\n- {id: lima, name: Lima, kind: city, part_of: [peru]}\n", False),
    ],
)
def test_the_editor_says_what_check_says(editor: Editor, tmp_path: Path, kind: str, text: str, wrong: bool) -> None:  # noqa: FBT001 - a column of the table
    assert bool(found(editor, kind, text)) is wrong
    (tmp_path / f"{kind}.yaml").write_text(text, encoding="utf-8")
    problems = ask("check", "--store", str(tmp_path), "--level", "error", "-f", "{rule}").out.split()
    assert bool({*problems} - {"unknown-reference"}) is wrong


@pytest.mark.parametrize(
    ("kind", "marked", "expected"),
    [
        ("events", "- id: a\n  title: b\n  |", {"date": "When it happened, as exactly as is known and no more."}),
        ("events", "- id: a\n  status: |", {"alleged": "a party says that it happened"}),
        ("events", "- id: a\n  kinds: [|]", {"seizure": "goods or money taken by an authority"}),
        ("events", "- id: a\n  participants: [{actor: x, role: |}]", {"witness": "testified or saw it"}),
        ("events", "- id: a\n  sources:\n    - source: x\n      |", {"locator": "Where in the work in hand."}),
        ("claims", "- id: a\n  positions:\n    - stance: |", {"denies": "says that it is not so"}),
        ("figures", "- id: a\n  unit: |", {"acre": "area: 0.404686 ha", "ton-unspecified": "never converted"}),
        ("store", "|", {"title": "What the store is called, in one line."}),
        ("store", "check:\n  |", {"distinct": "Records that look alike and are not the same."}),
        (
            "store",
            "check:\n  silence:\n    - rule: |",
            {"status": "an event that somebody says did not happen is not documented"},
        ),
    ],
)
def test_keys_and_words_are_completed(editor: Editor, kind: str, marked: str, expected: dict[str, str]) -> None:
    offered = editor.completions(f"completed-{kind}-{abs(hash(marked))}.yaml", LINE % kind + marked)
    assert {label: offered.get(label) for label in expected} == expected
    assert not {"match", "polarity", "layer", "chain"} & offered.keys()


def test_only_what_may_be_silenced_is_offered(editor: Editor) -> None:
    offered = editor.completions("silenced.yaml", LINE % "store" + "check:\n  silence:\n    - rule: |")
    assert "unread-source" in offered
    assert not {"yaml", "unknown-reference", "required"} & offered.keys()


@pytest.mark.parametrize(
    ("kind", "marked", "expected"),
    [
        ("events", "- id: a\n  sta|tus: documented\n", "How sure it is that it happened at all."),
        (
            "events",
            "- id: a\n  status: docum|ented\n",
            "`documented`: on record, or undisputed across independent sources",
        ),
        ("events", "- id: a\n  sources: [{source: b, v|ia: [c]}]\n", "Who cites whom, outwards"),
        ("figures", "- id: a\n  unit: ton-unsp|ecified\n", "those without a factor are never converted"),
        ("store", "top|ics: {}\n", "The topics that events and claims carry"),
        ("store", "check: {dist|inct: []}\n", "Records that look alike and are not the same."),
    ],
)
def test_a_field_explains_itself(editor: Editor, kind: str, marked: str, expected: str) -> None:
    assert expected in editor.hover(f"hovered-{kind}-{abs(hash(marked))}.yaml", LINE % kind + marked)
