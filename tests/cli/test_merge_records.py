"""`narcotl merge-records`: nothing that either record says is lost, and nobody names the one that goes."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narcotl.editing.files import write
from narcotl.library.record_uniting import merge_records
from tests.conftest import StoreMaker
from tests.front_door import FrontDoor, ask
from tests.laws.stores import Store, stores, written

ACTORS = """\
- id: hitz  # the one
  name: Frederick Hitz
  kind: person
  aliases: [Hitz]
  # his office
  offices: [{of: ig, title: Inspector General, when: 1990/1998}]
  note: A lawyer.
- id: f-hitz
  name: F. Hitz
  kind: person
  aliases: [Frederick Hitz, Hitz, Fred]
  opposes: [hitz, ig]
  offices:
    - {of: ig, title: Inspector General, when: 1990/1998}
    - {of: ig, title: lecturer}  # later
  note: Wrote a book.
- {id: ig, name: Inspector General, kind: office, allies: [f-hitz, hitz]}
"""
EVENTS = """\
- id: report
  title: He reports
  date: 1998
  regions: []
  kinds: [report]
  status: documented
  participants:
    - {actor: hitz, role: author}
    - {actor: f-hitz, role: author}
    - {actor: f-hitz, role: witness}
  sources: [s]
"""
FILES = {
    "actors.yaml": ACTORS,
    "events.yaml": EVENTS,
    "sources.jsonl": '{"id": "s", "type": "book", "title": "S", "issued": "1990", "author": ["f-hitz"]}\n',
}
UNITED = """\
- id: hitz  # the one
  name: Frederick Hitz
  kind: person
  aliases: [Hitz, Fred, F. Hitz]
  # his office
  offices:
    - {of: ig, title: Inspector General, when: 1990/1998}
    - {of: ig, title: lecturer}
  opposes: [ig]
  note: A lawyer. Wrote a book.
  # later
- {id: ig, name: Inspector General, kind: office, allies: [hitz]}
"""


def test_all_goes_over(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = make_store(FILES)
    answer = narcotl("merge-records", "hitz", "f-hitz", "--store", str(store))
    assert answer.status == 0, answer.err
    assert answer.err.startswith("narcotl: f-hitz was named in 4 places, which name hitz now\n")
    assert (store / "actors.yaml").read_text() == UNITED
    assert (store / "events.yaml").read_text() == EVENTS.replace("    - {actor: f-hitz, role: author}\n", "").replace(
        "f-hitz", "hitz"
    )
    assert json.loads((store / "sources.jsonl").read_text())["author"] == ["hitz"]
    assert narcotl("check", "--store", str(store), "--level", "error").status == 0


def test_what_conflicts_is_refused_or_goes_into_the_note(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = make_store(
        {"one.yaml": "events: [{id: a, title: A, date: 1984}, {id: b, title: B, date: 1984, note: N}]\n", **FILES}
    )
    event = EVENTS + EVENTS.replace("report\n", "speech\n", 1).replace("He reports", "He speaks")
    (store / "events.yaml").write_text(event)
    refused = narcotl("merge-records", "report", "speech", "--store", str(store))
    assert (refused.status, refused.out) == (1, "")
    assert refused.err == (
        "narcotl: report and speech say different things: title: He reports | He speaks\n"
        "--into-note keeps what report says, and puts the rest into its note. Nothing was changed.\n"
    )
    assert (store / "events.yaml").read_text() == event
    kept = narcotl("merge-records", "report", "speech", "--store", str(store), "--into-note", "--dry-run")
    assert '+  note: "speech had: title He speaks."' in kept.out
    assert (store / "events.yaml").read_text() == event
    assert narcotl("merge-records", "report", "speech", "--store", str(store), "--into-note").status == 0
    found: Any = narcotl("event", "report", "--store", str(store), "--json").json
    assert found["note"] == "speech had: title He speaks."


@pytest.mark.parametrize(
    ("keep", "drop", "err"),
    [
        ("hitz", "hitz", "narcotl: 'hitz' is one record\nName two.\n"),
        ("hitz", "hits", "narcotl: no record has the id 'hits'\nDid you mean hitz or f-hitz?\n"),
        ("hitz", "report", "narcotl: 'hitz' is an actor, and 'report' is an event\nName two of one kind.\n"),
    ],
)
def test_what_cannot_be_one(keep: str, drop: str, err: str, narcotl: FrontDoor, make_store: StoreMaker) -> None:
    answer = narcotl("merge-records", keep, drop, "--store", str(make_store(FILES)))
    assert (answer.out, answer.err) == ("", err)


def test_lists_in_brackets_and_dashes_on_lines_of_their_own(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = make_store(
        {
            "actors.yaml": "-\n  id: a\n  name: A\n  kind: person\n"
            "-\n  id: b\n  name: A\n  kind: person\n- id: c\n  name: C\n  kind: person\n",
            "regions.yaml": "[{id: r, name: R, kind: area}, {id: q, name: R, kind: area}]\n",
        }
    )
    assert narcotl("merge-records", "c", "b", "--store", str(store)).status == 0
    assert (store / "actors.yaml").read_text() == (
        "-\n  id: a\n  name: A\n  kind: person\n- id: c\n  name: C\n  kind: person\n  aliases: [A]\n"
    )
    assert narcotl("merge-records", "r", "q", "--store", str(store)).status == 0
    assert (store / "regions.yaml").read_text() == "[{id: r, name: R, kind: area}]\n"


@settings(max_examples=25)
@given(stores(), st.data())
def test_nothing_is_lost(store: Store, data: st.DataObject) -> None:
    ids = [str(actor["id"]) for actor in store["actors.yaml"]]
    if len(ids) < 2:
        return
    keep, drop = data.draw(st.permutations(ids).map(lambda drawn: drawn[:2]))
    with written(store) as folder:
        yaml = folder / "actors.yaml"
        yaml.write_text("".join(f"- {json.dumps(actor)}\n" for actor in store["actors.yaml"]))
        before = records(folder)
        write(merge_records([folder], keep, drop, into_note=True).changes)
        after = records(folder)
    assert set(after) == set(before) - {drop}
    assert f'"{drop}"' not in json.dumps(after)
    named = json.dumps(after[keep])
    for part in (*before[drop].get("offices", ()), *before[drop].get("part_of", ())):
        target = part.get("of", part)["id"]
        assert target == keep or f'"{target}"' in named
    assert before[drop]["name"] in named
    for name, record in before.items():
        if name not in (keep, drop):
            assert json.dumps(record).count(drop) == 0 or keep in json.dumps(after[name])


def records(folder: Path) -> dict[str, Any]:
    """Give the records of a store by id."""
    rows = [json.loads(line) for line in ask("export", "jsonl", "--store", str(folder)).out.splitlines()]
    return {row["id"]: row for row in rows}


def test_what_says_less_of_the_same_goes(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    head = "title: A raid, date: 1990, regions: [lima], kinds: [], status: reported"
    one = "participants: [{actor: police, role: lead}, mayor], sources: [{source: s, locator: p. 1}]"
    other = "participants: [police, {actor: mayor, role: witness}], sources: [s, {source: s, locator: p. 2}]"
    events = f"- {{id: a, {head}, {one}}}\n- {{id: b, {head}, {other}}}\n"
    store = make_store({"events.yaml": events})
    assert narcotl("merge-records", "a", "b", "--store", ".", cwd=store).status == 0
    [event] = json.loads(narcotl("export", "jsonl", "--store", ".", cwd=store).out.join("[]"))
    assert [(one["actor"]["id"], one.get("role")) for one in event["participants"]] == [
        ("police", "lead"),
        ("mayor", "witness"),
    ]
    assert [one["locator"] for one in event["sources"]] == ["p. 1", "p. 2"]
