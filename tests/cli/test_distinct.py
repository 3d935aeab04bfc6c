"""`narcotl distinct`: what looks alike and is not the same is said once, with the reason, and kept."""

from pathlib import Path

import pytest

from tests.conftest import StoreMaker
from tests.front_door import Answer, FrontDoor

ACTORS = """\
- {id: hitz, name: Frederick Hitz, kind: person}
- {id: f-hitz, name: F. Hitz, kind: person}
- {id: hitz-jr, name: Frederick Hitz, kind: person}
"""
REGIONS = "- {id: lima, name: Lima, kind: country}\n"
SOURCES = "- {id: survey, type: report, title: Survey, issued: 2019, read: true}\n"
EVENT = (
    "- {id: %s, title: A raid, date: 1989-12-20, regions: [lima], kinds: [seizure], status: documented,\n"
    "   participants: [{actor: hitz, role: lead}], sources: [survey]}\n"
)
EVENTS = "".join(EVENT % name for name in ("raid", "second", "third"))
FILES = {"actors.yaml": ACTORS, "regions.yaml": REGIONS, "sources.yaml": SOURCES, "events.yaml": EVENTS}
SAID = "  distinct:\n    - records: [hitz, hitz-jr]\n      reason: father and son\n"


def said(narcotl: FrontDoor, store: Path, *ids: str, reason: str = "father and son") -> Answer:
    return narcotl("distinct", *ids, "--reason", reason, "--store", ".", cwd=store)


def pairs(narcotl: FrontDoor, store: Path, *options: str) -> Answer:
    return narcotl(
        "duplicates", "--kind", "actor", "--store", ".", "-f", "{one.id} {other.id} {distinct}", *options, cwd=store
    )


def test_what_is_distinct_is_no_duplicate(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = make_store(FILES)
    assert pairs(narcotl, store).out == "hitz hitz-jr \nf-hitz hitz \nf-hitz hitz-jr \n"
    answer = said(narcotl, store, "hitz-jr", "hitz")
    assert answer == Answer(
        0,
        "--- /dev/null\n+++ store.yaml\n@@ -0,0 +1,4 @@\n+check:\n+  distinct:\n"
        "+    - records: [hitz-jr, hitz]\n+      reason: father and son\n",
        "narcotl: written to store.yaml\n",
    )
    left = "narcotl: 1 pair is left out, which the store says are two; --distinct shows them, with the reasons\n"
    assert pairs(narcotl, store) == Answer(0, "f-hitz hitz \nf-hitz hitz-jr \n", left)
    assert pairs(narcotl, store, "--distinct").out == "hitz hitz-jr father and son\nf-hitz hitz \nf-hitz hitz-jr \n"
    (store / "store.yaml").write_text("title: It was taken back\n", encoding="utf-8")
    assert pairs(narcotl, store).err == ""


def test_check_takes_them_for_two(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = make_store(FILES)
    twins = ("check", "--store", ".", "--level", "warning", "-f", "{rule} {record} {message}")
    first = "duplicate-event second 'second' has the day, the places and the actors of 'raid'\n"
    third = "duplicate-event third 'third' has the day, the places and the actors of '%s'\n"
    assert narcotl(*twins, cwd=store).out == first + third % "raid"
    said(narcotl, store, "raid", "third", reason="one in the morning, one at night")
    assert narcotl(*twins, cwd=store).out == first + third % "second"
    assert said(narcotl, store, "raid", "second", "third", reason="three houses").status == 0
    assert narcotl(*twins, cwd=store).out == ""


def test_it_is_said_once(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = make_store(FILES)
    said(narcotl, store, "hitz", "hitz-jr")
    before = (store / "store.yaml").read_text()
    again = said(narcotl, store, "hitz-jr", "hitz", reason="they told me")
    assert again == Answer(0, "", "narcotl: store.yaml:3:7 says so already: father and son\n")
    assert (store / "store.yaml").read_text() == before


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# ours\ntitle: T # t\n", "# ours\ntitle: T # t\ncheck:\n" + SAID),
        ("title: T", "title: T\ncheck:\n" + SAID),
        ("check:\n  silence: []\ntitle: T\n", "check:\n  silence: []\n" + SAID + "title: T\n"),
        ("check:\ntitle: T\n", "check:\n" + SAID + "title: T\n"),
        ("check: {} # none\ntitle: T\n", "check: # none\n" + SAID + "title: T\n"),
        ("check:\n  distinct: []\ntitle: T\n", "check:\n" + SAID + "title: T\n"),
        (
            "check:\n  distinct:\n  - {records: [a, b], reason: c}  # d\n  # e\ntitle: T\n",
            (
                "check:\n  distinct:\n  - {records: [a, b], reason: c}  # d\n  - records: [hitz, hitz-jr]\n"
                "    reason: father and son\n  # e\ntitle: T\n"
            ),
        ),
        (
            "check: {silence: [], tolerance: 5}\n",
            "check: {silence: [], tolerance: 5, distinct: [{records: [hitz, hitz-jr], reason: father and son}]}\n",
        ),
        (
            "check: {distinct: [{records: [a, b], reason: c},]}\n",
            "check: {distinct: [{records: [a, b], reason: c}, {records: [hitz, hitz-jr], reason: father and son},]}\n",
        ),
        ("check:\r\n  tolerance: 5\r\n", "check:\r\n  tolerance: 5\r\n" + SAID.replace("\n", "\r\n")),
    ],
)
def test_the_rest_of_the_settings_stays(narcotl: FrontDoor, make_store: StoreMaker, before: str, after: str) -> None:
    store = make_store(FILES)
    (store / "store.yaml").write_bytes(before.encode())
    assert said(narcotl, store, "hitz", "hitz-jr").status == 0
    assert (store / "store.yaml").read_bytes().decode() == after
    assert "distinct" not in narcotl("check", "--store", ".", "--level", "error", cwd=store).out


def test_a_store_of_one_file_has_it_beside_its_records(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = make_store({"one.yaml": f"actors:\n{ACTORS}", "lines.jsonl": "", "list.yaml": "- {kind: region, id: x}\n"})
    answer = narcotl("distinct", "hitz", "hitz-jr", "--reason", "father and son", "--store", "one.yaml", cwd=store)
    assert answer.status == 0
    assert (store / "one.yaml").read_text() == f"actors:\n{ACTORS}check:\n{SAID}"
    for file, why in (("lines.jsonl", "it is JSON Lines"), ("list.yaml", "it is a list of records")):
        refused = narcotl(
            *("distinct", "hitz", "hitz-jr", "--reason", "x", "--store", "one.yaml", "--store", file), cwd=store
        )
        known = narcotl(
            "distinct", "hitz", "f-hitz", "--reason", "x", "--store", "one.yaml", "--store", file, cwd=store
        )
        assert refused.status == 0
        assert (known.status, known.err.splitlines()[0]) == (2, f"narcotl: {file} holds no settings: {why}")


def test_of_several_stores_the_last_one_says_it(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    base, mine = make_store(FILES), make_store({"annotations.yaml": "# mine\n"})
    stores = ("--store", str(base), "--store", str(mine))
    assert narcotl("distinct", "hitz", "hitz-jr", "--reason", "father and son", *stores).status == 0
    assert not (base / "store.yaml").exists()
    assert (mine / "store.yaml").read_text() == f"check:\n{SAID}"
    assert narcotl("duplicates", "--kind", "actor", *stores, "-f", "{one.id} {other.id}").out == (
        "f-hitz hitz\nf-hitz hitz-jr\n"
    )


def test_what_is_distinct_is_renamed_and_not_merged(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = make_store(FILES)
    said(narcotl, store, "hitz", "hitz-jr")
    assert narcotl("rename", "hitz-jr", "hitz-son", "--store", ".", cwd=store).status == 0
    assert "records: [hitz, hitz-son]" in (store / "store.yaml").read_text()
    assert narcotl("merge-records", "hitz", "hitz-son", "--store", ".", cwd=store) == Answer(
        2,
        "",
        "narcotl: store.yaml:3:7: 'hitz' and 'hitz-son' are said to be distinct\n"
        "If they are the same after all, take it out first. The reason given: father and son\n",
    )
    assert narcotl("merge-records", "hitz", "f-hitz", "--store", ".", cwd=store).status == 0


def test_what_is_gone_is_told(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = make_store({**FILES, "store.yaml": "check:\n  distinct: [{records: [hitz, hitz-sr], reason: kin}]\n"})
    answer = narcotl("check", "--store", ".", "-f", "{rule} {message}", "--level", "note", cwd=store)
    assert "'hitz-sr' is said to be distinct, and there is no such record" in answer.out


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("{records: [hitz], reason: alone}", "it takes two records to be distinct"),
        ("{records: [hitz, hitz], reason: alone}", "it takes two records to be distinct"),
        ("{records: [hitz, f-hitz], reason: ' '}", "what is distinct needs a reason"),
        ("{records: [hitz, f-hitz]}", "a distinction needs `reason`"),
        ("{records: [hitz, f-hitz], reason: kin, by: me}", "unknown field 'by' in a distinction"),
    ],
)
def test_what_is_said_wrongly_is_an_error(
    narcotl: FrontDoor, make_store: StoreMaker, settings: str, message: str
) -> None:
    store = make_store({**FILES, "store.yaml": f"check:\n  distinct:\n    - {settings}\n"})
    answer = narcotl("check", "--store", ".", "--level", "error", "-f", "{line} {message}", cwd=store)
    assert (answer.status, answer.out) == (1, f"3 {message}\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("hitz",), "it takes two records to be distinct"),
        (("hitz", "hitz"), "it takes two records to be distinct"),
        (("hitz", "hits"), "no record has the id 'hits'"),
        (("hitz", "lima"), "'hitz' is an actor, and 'lima' is a region"),
    ],
)
def test_what_cannot_be_distinct_is_refused(
    narcotl: FrontDoor, make_store: StoreMaker, arguments: tuple[str, ...], message: str
) -> None:
    store = make_store(FILES)
    answer = said(narcotl, store, *arguments)
    assert (answer.out, answer.err.splitlines()[0]) == ("", f"narcotl: {message}")
    assert narcotl("distinct", "hitz", "hitz-jr", "--reason", " ", "--store", str(store)).status == 2
    assert not (store / "store.yaml").exists()


def test_dry_run_writes_nothing(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = make_store(FILES)
    answer = narcotl("distinct", "hitz", "hitz-jr", "--reason", "kin", "--dry-run", "--store", ".", "--json", cwd=store)
    assert (answer.status, answer.err) == (0, "narcotl: nothing was written (--dry-run)\n")
    assert not (store / "store.yaml").exists()
