"""`narcotl fmt`: files are laid out, checked and shown, and what is not sound is left alone."""

from pathlib import Path

from tests.conftest import StoreMaker
from tests.front_door import ROOT, Answer, FrontDoor
from tests.small_store import FILES

UNTIDY = {
    "actors.yaml": "# who\n- {name: The CIA, id: cia, kind: agency}  # main\n",
    "events/a.yaml": "- id: pact\n  title: A pact\n",
}
DIFF = """\
--- actors.yaml
+++ actors.yaml
@@ -1,2 +1,4 @@
 # who
-- {name: The CIA, id: cia, kind: agency}  # main
+- id: cia  # main
+  name: The CIA
+  kind: agency
"""


def test_files_are_laid_out_once(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = make_store(UNTIDY)
    first = narcotl("fmt", cwd=store, env={"NARCOTL_STORE": "."})
    table = "\n".join(line.rstrip() for line in first.out.splitlines())
    assert "actors.yaml  changed  3      1" in table
    assert (first.status, first.err) == (0, "narcotl: 1 file laid out anew, 1 was so already\n")
    assert (store / "actors.yaml").read_text() == "# who\n- id: cia  # main\n  name: The CIA\n  kind: agency\n"
    assert narcotl("fmt", "--store", str(store)) == Answer(
        0, "Nothing to lay out.\n", "narcotl: 0 files laid out anew, 2 were so already\n"
    )


def test_check_and_diff_write_nothing(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = make_store(UNTIDY)
    told = "narcotl: 1 file would be laid out anew, 1 was so already\n"
    assert narcotl("fmt", ".", "--diff", cwd=store) == Answer(0, DIFF, told)
    checked = narcotl("fmt", "--check", ".", "--json", cwd=store)
    assert (checked.status, checked.err) == (1, told)
    assert checked.json == [
        {"file": str(store / "actors.yaml"), "outcome": "changed", "added": 3, "removed": 1, "reason": None},
        {"file": str(store / "events" / "a.yaml"), "outcome": "unchanged", "added": 0, "removed": 0, "reason": None},
    ]
    assert (store / "actors.yaml").read_text() == UNTIDY["actors.yaml"]


def test_a_file_and_the_folder_of_a_kind(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = make_store({**UNTIDY, "events/b.yaml": "- {title: B, id: b}\n"})
    assert narcotl("fmt", "events/b.yaml", cwd=store).err == "narcotl: 1 file laid out anew, 0 were so already\n"
    assert (store / "events" / "b.yaml").read_text() == "- id: b\n  title: B\n"
    assert narcotl("fmt", "events", cwd=store).err == "narcotl: 0 files laid out anew, 2 were so already\n"


def test_what_is_not_sound_is_left_and_the_rest_laid_out(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = make_store({**UNTIDY, "regions.yaml": "- {id: a, id: b}\n"})
    answer = narcotl("fmt", str(store))
    assert answer.status == 1
    assert "the key 'id' comes twice" in answer.err
    assert answer.err.endswith("narcotl: 1 file laid out anew, 1 was so already\n")
    assert (store / "regions.yaml").read_text() == "- {id: a, id: b}\n"


def test_the_shipped_store_is_laid_out(narcotl: FrontDoor) -> None:
    assert narcotl("fmt", "--check", str(ROOT / "data")).status == 0


def test_answers_stay_the_same(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = str(make_store(FILES))
    before = narcotl("export", "jsonl", "--store", store)
    assert narcotl("fmt", store).status == 0
    assert narcotl("export", "jsonl", "--store", store).out == before.out
    assert narcotl("fmt", "--check", store).status == 0


def test_hostile_text_is_harmless_in_a_diff(narcotl: FrontDoor, tmp_path: Path) -> None:
    (tmp_path / "actors.yaml").write_text('- {name: "\\e[31m", id: "\u202ea"}\n')
    answer = narcotl("fmt", ".", "--diff", cwd=tmp_path)
    assert "\x1b" not in answer.out
    assert "\u202e" not in answer.out
    assert "\\u202e" in answer.out
