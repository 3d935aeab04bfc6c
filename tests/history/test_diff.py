"""Two states of a store, compared by what they say."""

from pathlib import Path

import pytest

from tests.front_door import Answer, FrontDoor
from tests.golden_files import golden
from tests.history.conftest import Committer, git

SOURCES = "- {id: book, type: book, title: The book, issued: 1991, read: true}\n"
ACTORS = "- {id: cia, name: Central Intelligence Agency, kind: agency}\n- {id: webb, name: Gary Webb, kind: person}\n"
CLAIMS = """\
- id: knew
  proposition: The Agency knew.
  about: {actor: cia}
  positions:
    - {actor: webb, stance: alleges, said: "1996", gist: it knew, source: book}
    - {actor: cia, stance: denies, said: "1997", gist: it did not, source: book}
"""
MEASURES = "- {id: coca-area, name: Area under coca, unit: ha, counts: land}\n"
FIGURES = """\
- {id: coca-2017, measure: coca-area, region: peru, period: "2017", value: 49800, unit: ha, agency: cia,
   vintage: "2018", source: book}
"""
FILES = {
    "sources.yaml": SOURCES,
    "actors.yaml": ACTORS,
    "claims.yaml": CLAIMS,
    "regions.yaml": "- {id: peru, name: Peru, kind: country}\n",
    "measures.yaml": MEASURES,
    "figures.yaml": FIGURES,
}
LATER = {
    "sources.yaml": SOURCES + "- {id: film, type: book, title: The film, issued: 2014, read: false}\n",
    "actors.yaml": ACTORS.replace("id: webb", "id: gary-webb")
    .replace("Gary Webb", "Gary  Webb")
    .replace("  Webb", " Webb"),
    "claims.yaml": CLAIMS.replace("actor: webb", "actor: gary-webb")
    .replace('said: "1997"', 'said: "1997-05"')
    .replace("source: book}\n", "source: film, via: [book]}\n", 1)
    + "    - {actor: cia, stance: acknowledges, said: '1998', gist: some of it, source: book}\n",
    "figures.yaml": FIGURES
    + '- {id: coca-2017-anew, measure: coca-area, region: peru, period: "2017", value: 50100, unit: ha, agency: cia,\n'
    '   vintage: "2019", source: book}\n',
    "regions.yaml": "",
    "places.txt": "no part of it",
}


def write(folder: Path, files: dict[str, str]) -> str:
    """Write a store."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return str(folder)


@pytest.fixture
def states(tmp_path: Path) -> tuple[str, str]:
    """Give two states of a store as folders."""
    return write(tmp_path / "before", FILES), write(tmp_path / "after", FILES | LATER)


def test_what_became_of_a_store(states: tuple[str, str], narcotl: FrontDoor) -> None:
    answer = narcotl("diff", *states, "--format", "tsv", "--fields", "change,kind,id,was")
    assert answer == Answer(
        1,
        "change\tkind\tid\twas\n"
        "changed\tclaim\tknew\t\n"
        "revised\tfigure\tcoca-2017-anew\tcoca-2017\n"
        "renamed\tactor\tgary-webb\twebb\n"
        "removed\tregion\tperu\t\n"
        "added\tsource\tfilm\t\n",
    )


def test_positions_citations_and_fields_are_told_apart(states: tuple[str, str], narcotl: FrontDoor) -> None:
    claim, figure, *_ = narcotl("diff", *states, "--format", "jsonl").rows
    assert isinstance(claim, dict)
    assert isinstance(figure, dict)
    new = {"actor": "cia", "stance": "acknowledges", "said": "1998", "gist": "some of it", "source": "book"}
    assert claim["changes"] == [
        {"part": "citation", "field": "positions[gary-webb alleges].source", "before": "book", "after": "film"},
        {"part": "citation", "field": "positions[gary-webb alleges].via", "before": None, "after": "book"},
        {"part": "position", "field": "positions[cia denies].said", "before": "1997", "after": "1997-05"},
        {"part": "position", "field": "positions", "before": None, "after": new},
    ]
    assert figure["changes"] == [{"part": "field", "field": "value", "before": 49800, "after": 50100}]


def test_a_difference_for_people_and_for_a_pull_request(states: tuple[str, str], narcotl: FrontDoor) -> None:
    answer = narcotl("diff", *states, "--format", "md")
    assert answer == Answer(1, golden("diff.md"))


def test_order_layout_and_comments_do_not_count(tmp_path: Path, narcotl: FrontDoor) -> None:
    one = write(tmp_path / "one", {"actors.yaml": ACTORS})
    turned = """\
# A comment.
- name: Gary Webb
  kind: person
  id: webb

- kind: agency
  id: cia
  name: >-
    Central Intelligence
    Agency
"""
    other = write(tmp_path / "other", {"actors.yaml": turned})
    assert narcotl("diff", one, other) == Answer(0, "Both say the same.\n")
    assert narcotl("diff", one, other, "--json") == Answer(0, "[]\n")


def test_what_is_broken_is_told(tmp_path: Path, narcotl: FrontDoor) -> None:
    one = write(tmp_path / "one", {"actors.yaml": ACTORS})
    other = write(tmp_path / "other", {"actors.yaml": ACTORS.replace("kind: person", "kind: parson")})
    answer = narcotl("diff", one, other, "--format", "{change} {id}")
    assert (answer.status, answer.out) == (1, "removed webb\n")
    assert answer.err == f"narcotl: {other} has 1 error; what is broken is not compared\n"


def test_revisions_of_a_repository(store: Path, commit: Committer, narcotl: FrontDoor) -> None:
    first = commit("Begin", FILES, "2020-01-01")
    git(store, "tag", "begun")
    commit("Go on", LATER, "2020-02-01")
    ids = ("--format", "{change} {id}", "--store", str(store))
    everything = narcotl("diff", "HEAD~1", "HEAD", *ids)
    assert everything.status == 1
    assert len(everything.out.splitlines()) == 5
    for before in ("HEAD~1", "begun", first, first[:9], "2020-01", "2020-01-15"):
        assert narcotl("diff", before, *ids) == everything, before
    assert narcotl("diff", "HEAD", *ids) == Answer(0, "")
    (store / "regions.yaml").write_text("- {id: peru, name: Perú, kind: country}\n", encoding="utf-8")
    assert narcotl("diff", "begun", "HEAD", *ids) == everything
    assert narcotl("diff", "HEAD", *ids) == Answer(1, "added peru\n")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("nonsense", "'nonsense' is neither a store nor a revision of"),
        ("--", "'--' is neither a store nor a revision of"),
        ("2019", "the history of"),
        ("HEAD~7", "'HEAD~7' is neither a store nor a revision of"),
    ],
)
def test_a_revision_that_is_none(store: Path, commit: Committer, narcotl: FrontDoor, asked: str, told: str) -> None:
    commit("Begin", FILES)
    answer = narcotl("diff", "--store", str(store), "--", asked)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(f"narcotl: {told}")


def test_a_store_that_was_not_there_yet(store: Path, commit: Committer, narcotl: FrontDoor) -> None:
    (store.parent / "README").write_text("a repository", encoding="utf-8")
    git(store.parent, "add", "README")
    git(store.parent, "commit", "--quiet", "--message", "Begin")
    commit("Add the store", FILES)
    answer = narcotl("diff", "HEAD~1", "--store", str(store))
    assert (answer.status, answer.out) == (2, "")
    assert "was not there yet at HEAD~1" in answer.err


def test_a_store_without_history(tmp_path: Path, narcotl: FrontDoor) -> None:
    store = write(tmp_path / "alone", FILES)
    answer = narcotl("diff", "HEAD", "--store", store)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == (
        f"narcotl: there is no store at HEAD, and the store {store} lies in no git repository\n"
        "Give a folder or a file, or a revision of the store's git repository: HEAD~3, a tag, a hash, a date.\n"
    )
