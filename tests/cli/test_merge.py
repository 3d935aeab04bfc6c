"""`narcotl merge`: one store gets the records of another, and what clashes is told."""

from typing import Any

from tests.conftest import StoreMaker
from tests.front_door import FrontDoor

THEIRS = {
    "actors.yaml": "- {id: cia, name: CIA, kind: agency, aliases: [{name: The Agency}]}\n"
    "- {id: dea, name: DEA, kind: agency}\n",
    "regions.yaml": "- {id: peru, name: Peru, kind: country, note: theirs}\n",
    "store.yaml": "title: Theirs\ntopics: {coca: the plant, opium: another}\n",
}
OURS = {
    "actors.yaml": "# ours\n- {id: cia, name: CIA, kind: agency, aliases: [The Agency]}  # main\n",
    "store.yaml": "title: Ours\ntopics: {coca: the plant}\n",
}


def test_new_records_come_and_the_same_stay(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    theirs, ours = make_store(THEIRS), make_store(OURS)
    answer = narcotl("merge", str(theirs), "--into", str(ours), "--json")
    assert answer.status == 0
    rows: Any = answer.json
    assert [(row["outcome"], row["id"], row["fields"]) for row in rows] == [
        ("added", "peru", []),
        ("added", "dea", []),
        ("present", "cia", []),
    ]
    assert answer.err.splitlines()[:2] == [
        "narcotl: 2 added, 1 there already",
        f"narcotl: settings that only {theirs} has are not taken over: topics.opium",
    ]
    assert (ours / "actors.yaml").read_text() == f"{OURS['actors.yaml']}- id: dea\n  name: DEA\n  kind: agency\n"
    assert (ours / "regions.yaml").read_text() == "- id: peru\n  name: Peru\n  kind: country\n  note: theirs\n"
    again = narcotl("merge", str(theirs), "--into", str(ours))
    assert (again.status, again.err.splitlines()[0]) == (0, "narcotl: 3 there already")


def test_a_clash_stops_it_unless_it_is_skipped(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    theirs = make_store(THEIRS)
    ours = make_store({"one.yaml": "regions:\n  - {id: peru, name: Peru, kind: area}\nactors:\n- {id: x, name: X}\n"})
    one = ours / "one.yaml"
    before = one.read_text()
    answer = narcotl("merge", str(theirs), "--into", str(one), "-f", "{outcome} {id} {fields}")
    assert (answer.status, answer.out.splitlines()) == (1, ["clash peru kind; note", "added cia ", "added dea "])
    assert "narcotl: nothing was written\n" in answer.err
    assert one.read_text() == before
    assert narcotl("merge", str(theirs), "--into", str(one), "--skip", "--dry-run").status == 1
    assert one.read_text() == before
    assert narcotl("merge", str(theirs), "--into", str(one), "--skip").status == 1
    assert one.read_text().startswith(before)
    assert "note: theirs" not in one.read_text()
    assert one.read_text().endswith("- id: dea\n  name: DEA\n  kind: agency\n")


def test_what_is_broken_is_refused(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    theirs = make_store({"actors.yaml": "- {id: a, name: A}\n- {id: b, name: B, kind: person}\n"})
    ours = make_store(OURS)
    answer = narcotl("merge", str(theirs), "--into", str(ours), "-f", "{outcome} {id} {reason}")
    assert (answer.status, answer.out) == (1, "refused a an actor needs `kind`\nadded b \n")
    unsound = make_store({"actors.yaml": "- {id: [\n"})
    assert narcotl("merge", str(unsound), "--into", str(ours)).status == 3
    assert narcotl("merge", str(ours), "--into", str(ours)).err == f"narcotl: {ours} is one store\nName two.\n"
