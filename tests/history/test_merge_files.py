"""`narcotl merge-files`: two branches are united record by record; only what both changed is a conflict."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.front_door import Answer, FrontDoor, ask
from tests.laws.stores import Store, stores, written

BASE = """\
# yaml-language-server: $schema=schema/actors.json
# Who is who.
- id: cia
  name: CIA
  kind: agency
  aliases: [the Agency]

# persons
- {id: hitz, name: Hitz, kind: person}  # of the CIA
"""


def united(narcotl: FrontDoor, folder: Path, versions: tuple[str, str, str], name: str = "actors.yaml") -> Answer:
    """Unite three versions of a file, ours being the first; the answer holds the outcome behind the rows."""
    places = [folder / part for part in ("ours", "base", "theirs")]
    for path, text in zip(places, versions, strict=True):
        path.write_bytes(text.encode())
    ours, base, theirs = map(str, places)
    form = "{outcome} {id} {fields}"
    answer = narcotl("merge-files", base, ours, theirs, "--path", f"store/{name}", "-f", form)
    return Answer(answer.status, answer.out + "---\n" + places[0].read_bytes().decode(), answer.err)


DEA = "- {id: dea, name: DEA, kind: agency}\n"
ATF = "# of the Treasury then\n- id: atf\n  name: ATF  # guns\n  kind: agency\n"


def test_what_both_add_in_one_place_stands_there(narcotl: FrontDoor, tmp_path: Path) -> None:
    answer = united(narcotl, tmp_path, (BASE + DEA, BASE, BASE + ATF))
    assert answer == Answer(0, f"taken atf \n---\n{BASE}{DEA}{ATF}")


def test_two_fields_of_one_record_are_united(narcotl: FrontDoor, tmp_path: Path) -> None:
    ours = BASE.replace("name: CIA\n", "name: Central Intelligence Agency  # in full\n")
    theirs = BASE.replace("[the Agency]", "[the Agency, the Company]").replace(
        "kind: agency", "# or an office\n  kind: agency"
    )
    answer = united(narcotl, tmp_path, (ours, BASE, theirs))
    assert answer.status == 0
    assert answer.out == "united cia aliases\n---\n" + ours.replace(
        "  aliases: [the Agency]\n", "  aliases: [the Agency, the Company]\n  # or an office\n"
    )


def test_one_field_that_both_changed_is_a_conflict_and_the_rest_is_not(narcotl: FrontDoor, tmp_path: Path) -> None:
    ours = BASE.replace("name: Hitz", "name: F. Hitz") + DEA
    theirs = BASE.replace("name: Hitz", "name: Fred") + ATF
    answer = united(narcotl, tmp_path, (ours, BASE, theirs))
    assert (answer.status, answer.err) == (1, "narcotl: 1 conflict in store/actors.yaml\n")
    rows, text = answer.out.split("---\n")
    assert rows == "conflict hitz name\ntaken atf \n"
    assert text == (
        BASE.partition("# persons")[0]
        + "<<<<<<< ours\n# persons\n- {id: hitz, name: F. Hitz, kind: person}  # of the CIA\n=======\n"
        + "# persons\n- {id: hitz, name: Fred, kind: person}  # of the CIA\n>>>>>>> theirs\n"
        + DEA
        + ATF
    )


@pytest.mark.parametrize(
    ("ours", "theirs", "rows"),
    [
        (BASE, BASE.partition("# persons")[0], "removed hitz \n"),
        (BASE.partition("# persons")[0], BASE, ""),
        (BASE.partition("# persons")[0], BASE.replace("name: Hitz", "name: Fred"), "conflict hitz \n"),
        (BASE + DEA, BASE + DEA, ""),
        (BASE + DEA, BASE + DEA.replace("DEA,", "D.E.A.,"), "conflict dea name\n"),
        (BASE + DEA, BASE + DEA.replace("agency}", "agency, note: n}"), "united dea note\n"),
    ],
)
def test_what_goes_and_what_comes_twice(narcotl: FrontDoor, tmp_path: Path, ours: str, theirs: str, rows: str) -> None:
    answer = united(narcotl, tmp_path, (ours, BASE, theirs))
    assert answer.out.split("---\n")[0] == (rows or "")
    assert answer.status == int(rows.startswith("conflict"))


def test_lines_and_line_ends(narcotl: FrontDoor, tmp_path: Path) -> None:
    base = '{"kind":"region","id":"peru","name":"Peru","type":"country"}\n'
    ours = base.replace("Peru", "Perú") + '{"kind":"region","id":"a","name":"A","type":"city"}\n'
    theirs = base.replace('"country"', '"country","iso":"PE"') + '{"kind":"region","id":"b","name":"B","type":"city"}\n'
    answer = united(narcotl, tmp_path, (ours, base, theirs), "regions.jsonl")
    assert answer.status == 0
    kept = [json.loads(line) for line in answer.out.split("---\n")[1].splitlines()]
    assert [(row["id"], row["name"], row.get("iso")) for row in kept] == [
        ("peru", "Perú", "PE"),
        ("a", "A", None),
        ("b", "B", None),
    ]
    windows = [text.replace("\n", "\r\n") for text in (BASE + DEA, BASE, BASE + ATF)]
    answer = united(narcotl, tmp_path, (windows[0], windows[1], windows[2]))
    assert answer.out.split("---\n")[1] == (BASE + DEA + ATF).replace("\n", "\r\n")


def test_what_is_no_list_of_records_is_merged_line_by_line(narcotl: FrontDoor, tmp_path: Path) -> None:
    base = "title: A store\n\ntopics:\n  coca: the plant\n\nlicence: none\n"
    ours, theirs = base.replace("A store", "The store"), base.replace("none", "CC0")
    answer = united(narcotl, tmp_path, (ours, base, theirs), "store.yaml")
    assert (answer.status, answer.out.split("---\n")[1]) == (0, ours.replace("none", "CC0"))
    broken = ("- {id: [\n- x\n", "- {id: [\n", "- {id: [\n- y\n")
    answer = united(narcotl, tmp_path, broken)
    assert (answer.status, answer.out.count("<<<<<<<")) == (1, 1)
    flow = ("[{id: a, name: A, kind: person}]\n", "[]\n", "[]\n")
    assert united(narcotl, tmp_path, flow).out.endswith(flow[0])


def test_what_cannot_be_merged_is_said(narcotl: FrontDoor, tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    a = str(tmp_path / "a")
    assert narcotl("merge-files", a, a, a).err.splitlines()[0] == f"narcotl: {a} is no file of a store"
    gone = str(tmp_path / "gone.yaml")
    assert narcotl("merge-files", a, gone, a).err.splitlines()[0] == f"narcotl: there is no file {gone}"


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run git, with narcotl as the driver of merges."""
    driver = f"merge.narcotl.driver='{sys.executable}' -m narcotl merge-files %O %A %B --path %P"
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", driver, "-c", "init.defaultBranch=main")
    return subprocess.run(("git", *who, *arguments), cwd=folder, capture_output=True, text=True, check=False)


def test_git_merges_two_branches_with_it(tmp_path: Path) -> None:
    actors = tmp_path / "actors.yaml"
    git(tmp_path, "init")
    (tmp_path / ".gitattributes").write_text("*.yaml merge=narcotl\n")
    for name, text in (("main", BASE), ("theirs", BASE + ATF), ("main", BASE + DEA)):
        git(tmp_path, "checkout", "-B" if name == "theirs" else "-q", name)
        actors.write_text(text)
        git(tmp_path, "add", ".")
        assert git(tmp_path, "commit", "-m", name).returncode == 0
    assert git(tmp_path, "merge", "theirs").returncode == 0
    assert actors.read_text() == BASE + DEA + ATF


def lines_of(records: list[dict[str, Any]]) -> str:
    """Write records, each on a line of its own."""
    return "".join(f"- {json.dumps(record)}\n" for record in records)


@settings(max_examples=25)
@given(stores(), st.data())
def test_what_two_people_do_to_different_records_comes_together(store: Store, data: st.DataObject) -> None:
    records = store["regions.yaml"]
    base = lines_of(records)
    mine = data.draw(st.sets(st.sampled_from([record["id"] for record in records])))
    added = {side: [{"id": f"{side}-{n}", "name": side, "kind": "city"} for n in range(2)] for side in ("our", "their")}
    changed = {
        "our": [{**one, "note": "ours"} if one["id"] in mine else one for one in records],
        "their": [one if one["id"] in mine else {**one, "note": "theirs"} for one in records],
    }
    with written(store) as folder:
        paths = [folder / name for name in ("our.x", "base.x", "their.x")]
        texts = [lines_of(changed["our"] + added["our"]), base, lines_of(changed["their"] + added["their"])]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text)
        ours, before, theirs = map(str, paths)
        assert ask("merge-files", before, ours, theirs, "--path", "regions.yaml").status == 0
        expected = [{**one, "note": "ours" if one["id"] in mine else "theirs"} for one in records]
        assert paths[0].read_text() == lines_of(expected + added["our"] + added["their"])
