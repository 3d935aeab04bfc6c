"""`narcotl merge`: one store gets the records of another, and what clashes is told."""

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import StoreMaker
from tests.front_door import FrontDoor, ask
from tests.laws.stores import Store, stores, written

THEIRS = {
    "actors.yaml": "- {id: cia, name: CIA, kind: agency, aliases: [{name: The Agency}]}\n"
    "- {id: dea, name: DEA, kind: agency}\n",
    "regions.yaml": "- {id: peru, name: Peru, kind: country, note: theirs}\n",
    "store.yaml": "title: Theirs\ntopics: {coca: the plant, opium: another}\n",
}
ADDED = ("added cia ", "added dea ", "added title ", "added topics.coca ", "added topics.opium ")
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
        ("differs", "title", []),
        ("added", "peru", []),
        ("added", "dea", []),
        ("added", "topics.opium", []),
        ("present", "cia", []),
        ("present", "topics.coca", []),
    ]
    assert answer.err.splitlines()[0] == "narcotl: 3 added, 2 there already, 1 left, being otherwise there"
    assert (ours / "actors.yaml").read_text() == f"{OURS['actors.yaml']}- {{id: dea, name: DEA, kind: agency}}\n"
    assert (ours / "regions.yaml").read_text() == THEIRS["regions.yaml"]
    assert (ours / "store.yaml").read_text() == "title: Ours\ntopics: {coca: the plant, opium: another}\n"
    again = narcotl("merge", str(theirs), "--into", str(ours))
    assert (again.status, again.err.splitlines()[0]) == (
        0,
        "narcotl: 5 there already, 1 left, being otherwise there",
    )


def test_a_clash_stops_it_unless_it_is_skipped(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    theirs = make_store(THEIRS)
    ours = make_store({"one.yaml": "regions:\n  - {id: peru, name: Peru, kind: area}\nactors:\n- {id: x, name: X}\n"})
    one = ours / "one.yaml"
    before = one.read_text()
    answer = narcotl("merge", str(theirs), "--into", str(one), "-f", "{outcome} {id} {fields}")
    assert (answer.status, answer.out.splitlines()) == (1, ["clash peru kind; note", *ADDED])
    assert "narcotl: nothing was written\n" in answer.err
    assert one.read_text() == before
    assert narcotl("merge", str(theirs), "--into", str(one), "--skip", "--dry-run").status == 1
    assert one.read_text() == before
    assert narcotl("merge", str(theirs), "--into", str(one), "--skip").status == 1
    assert one.read_text().startswith(before)
    assert "note: theirs" not in one.read_text()
    assert "- {id: dea, name: DEA, kind: agency}\n" in one.read_text()


def test_what_is_broken_is_refused(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    theirs = make_store({"actors.yaml": "- {id: a, name: A}\n- {id: b, name: B, kind: person}\n"})
    ours = make_store(OURS)
    answer = narcotl("merge", str(theirs), "--into", str(ours), "-f", "{outcome} {id} {reason}")
    assert (answer.status, answer.out) == (1, "refused a an actor needs `kind`\nadded b \n")
    unsound = make_store({"actors.yaml": "- {id: [\n"})
    assert narcotl("merge", str(unsound), "--into", str(ours)).status == 3
    assert narcotl("merge", str(ours), "--into", str(ours)).err == f"narcotl: {ours} is one store\nName two.\n"


REMARKED = {
    "actors.yaml": """\
# yaml-language-server: $schema=schema/actors.json
# Who is who.

# Spies
- {id: cia, name: CIA, kind: agency, aliases: [{name: The Agency}]}  # checked twice
# found in the archive
- id: dea   # the DEA
  name: "DEA"
  # or is it an office?
  kind: agency

# --- persons ---

- {id: hitz, name: Hitz, kind: person} # p
# the end
""",
    "regions.yaml": "[{id: peru, name: Peru, kind: country, # theirs\n  note: theirs}]\n",
    "store.yaml": """\
# The store of theirs
title: Theirs
licence: CC0
topics:
  # plants
  coca: the plant
  # from poppies
  opium: another   # beside
synonyms:
  coca: [leaf, bush]
  poppy: [flower]
check:
  tolerance: 5
  silence:
    # nobody knows why
    - {rule: unused-record, records: [dea, hitz], reason: of a list}
    - {rule: unread-source, records: all, reason: whatever}
    - {rule: unread-source, records: [book], reason: of their book}
  distinct:
    - {records: [hitz, dea], reason: a person} # clear
""",
    "sources.yaml": "- {id: book, type: book, title: Theirs, issued: 1999}\n",
}
PLAIN = {
    "actors.yaml": "# Who is who.\n\n- {id: cia, name: CIA, kind: agency, aliases: [The Agency]}  # main\n",
    "store.yaml": "title: Ours\nsynonyms:\n  coca: [leaf]\n\n# last\n",
    "sources.yaml": "- {id: book, type: book, title: Ours, issued: 1999}\n",
}


def test_records_and_settings_bring_their_comments(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    theirs, ours = make_store(REMARKED), make_store(PLAIN)
    answer = narcotl("merge", str(theirs), "--into", str(ours), "--skip", "-f", "{outcome} {id}: {reason}")
    assert answer.status == 1
    assert "narcotl: comments stay behind of cia, title\n" in answer.err
    assert (ours / "actors.yaml").read_text() == (
        PLAIN["actors.yaml"] + "# found in the archive\n- id: dea   # the DEA\n"
        '  name: "DEA"\n  # or is it an office?\n  kind: agency\n\n# --- persons ---\n\n'
        "- {id: hitz, name: Hitz, kind: person} # p\n# the end\n"
    )
    assert (ours / "regions.yaml").read_text() == (
        "# theirs\n- id: peru\n  name: Peru\n  kind: country\n  note: theirs\n"
    )
    assert (ours / "store.yaml").read_text() == (
        "title: Ours\nsynonyms:\n  coca: [leaf]\n  poppy: [flower]\nlicence: CC0\ntopics:\n  # plants\n"
        "  coca: the plant\n  # from poppies\n  opium: another   # beside\ncheck:\n  silence:\n"
        "    # nobody knows why\n    - {rule: unused-record, records: [dea, hitz], reason: of a list}\n"
        "  distinct:\n    - {records: [hitz, dea], reason: a person} # clear\n\n# last\n"
    )
    assert [line for line in answer.out.splitlines() if line.startswith("differs")] == [
        "differs title: the other store says: Ours",
        "differs synonyms.coca: the other store says: leaf",
        "differs check.tolerance: it would hold for every record",
        "differs check.silence (unread-source: all): it would hold for every record",
        "differs check.silence (unread-source: book): book is not taken over as it is",
    ]


def test_where_there_can_be_no_comments_it_is_told(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    theirs = make_store(REMARKED)
    ours = make_store(
        {"lines.jsonl": "", "list.yaml": "# ours\n- {kind: region, id: laos, name: Laos, type: country}\n"}
    )
    lines, listed = ours / "lines.jsonl", ours / "list.yaml"
    answer = narcotl("merge", str(theirs), "--into", str(lines), "-f", "{outcome} {id} {reason}")
    assert answer.status == 0
    assert "comments stay behind of peru, cia, dea, hitz, title, ...\n" in answer.err
    assert f"differs licence {lines} holds no settings: it is JSON Lines\n" in answer.out
    answer = narcotl("merge", str(theirs), "--into", str(listed), "-f", "{outcome} {id} {reason}")
    assert "comments stay behind of title, " in answer.err
    assert f"differs licence {listed} holds no settings: it is a list of records\n" in answer.out
    assert "# found in the archive\n# the DEA\n# or is it an office?\n- kind: actor\n  id: dea\n" in listed.read_text()
    assert narcotl("diff", str(listed), str(lines), "-f", "{change} {id}").out == "removed laos\n"


def test_anchors_are_written_out(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    theirs = make_store(
        {
            "regions.yaml": "# all\n- {id: peru, name: Peru, kind: &country country}  # one\n"
            "- {id: laos, name: Laos, kind: *country}\n",
            "store.yaml": "topics: {coca: &plant a plant, opium: *plant}\n",
        }
    )
    ours = make_store(OURS)
    answer = narcotl("merge", str(theirs), "--into", str(ours))
    assert answer.status == 0
    assert (ours / "regions.yaml").read_text() == (
        "# all\n# one\n- id: peru\n  name: Peru\n  kind: country\n- id: laos\n  name: Laos\n  kind: country\n"
    )
    assert (ours / "store.yaml").read_text() == "title: Ours\ntopics: {coca: the plant, opium: a plant}\n"


@settings(max_examples=25)
@given(stores(), st.sampled_from(["one.yaml", "measures.yaml"]))
def test_a_store_taken_into_an_empty_one_is_the_same(store: Store, name: str) -> None:
    with written(store) as folder, TemporaryDirectory() as place:
        for path in folder.rglob("*.yaml"):
            records = store[path.relative_to(folder).as_posix()]
            lines = (f"# above {one['id']}\n- {json.dumps(one)}  # beside {one['id']}\n" for one in records)
            path.write_text(f"# head of {path}\n\n{''.join(lines)}# below {path}\n" if records else "[]\n")
        remarks = [line for path in folder.rglob("*.yaml") for line in re.findall("#.*", path.read_text())]
        (Path(place) / name).write_text("# ours\n")
        target = Path(place, name) if name == "one.yaml" else Path(place)
        assert ask("merge", str(folder), "--into", str(target)).status == 0
        difference = ask("diff", str(folder), str(target))
        assert (difference.status, difference.out) == (0, "Both say the same.\n")
        found = "".join(path.read_text() for path in Path(place).rglob("*.yaml"))
        assert [remark for remark in remarks if remark not in found] == []
        again = ask("merge", str(folder), "--into", str(target))
        assert "added" not in again.err
