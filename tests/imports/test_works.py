"""Works of a bibliography in CSL JSON become sources, and our own come back."""

import json
from pathlib import Path
from typing import Any

from tests.front_door import ROOT, Answer, FrontDoor
from tests.imports.given import outcomes, written


def test_a_bibliography_of_ours_is_there_already(narcotl: FrontDoor, tmp_path: Path) -> None:
    file = written(tmp_path / "ours.json", narcotl("export", "csl-json").out)
    answer = narcotl("import", "csl-json", str(file), "--into", str(ROOT / "data"), "--dry-run", "--json")
    assert {outcome for _, outcome, _ in outcomes(answer)} == {"present"}
    fresh = narcotl("import", "csl-json", str(file), "--into", str(tmp_path / "new"), "--json")
    assert (fresh.status, {outcome for _, outcome, _ in outcomes(fresh)}) == (0, {"taken"})
    ours: Any = narcotl("source", "--json").json
    back: Any = narcotl("source", "--store", str(tmp_path / "new"), "--json").json
    kept = ("id", "type", "title", "publisher", "volume", "issue", "page", "url")
    assert [[row.get(key) for key in kept] for row in back] == [[row.get(key) for key in kept] for row in ours]
    assert narcotl("check", "--level", "warning", "--store", str(tmp_path / "new")).status == 0


def test_works_become_sources(narcotl: FrontDoor, store: Path) -> None:
    works = [
        {
            "id": "http://zotero.org/1",
            "type": "book",
            "title": "A <i>title</i>",
            "issued": {"date-parts": [["1972", 3], ["1973"]], "circa": True},
            "author": [{"given": "Frederick", "family": "Hitz"}, {"given": "Ann", "family": "Other"}],
            "DOI": "10.1/x",
            "abstract": "long",
        },
        {"id": "spoken", "type": "interview", "title": "B", "issued": {"raw": "circa 1946-1947"}},
        {"id": "when", "type": "book", "title": "C"},
        {"id": "what", "type": "patent", "title": "D"},
        {"id": "bad", "type": "book", "title": "E", "issued": {"raw": "12/00/63"}},
    ]
    asked = ("import", "csl-json", "-", "--into", str(store), "--json")
    answer = narcotl(*asked, stdin=json.dumps(works))
    assert [(row, outcome) for row, outcome, _ in outcomes(answer)] == [
        (1, "taken"),
        (2, "taken"),
        (3, "taken"),
        (4, "refused"),
        (5, "refused"),
    ]
    assert answer.err.startswith("narcotl: fields not taken: abstract\n")
    lines = (store / "sources" / "imported-standard-input.jsonl").read_text().splitlines()
    first, second, third = map(json.loads, lines)
    assert (first["title"], first["issued"], first["author"]) == ("A title", "1972-03~/1973~", ["hitz", "Ann Other"])
    assert (first["url"], second["issued"]) == ("https://doi.org/10.1/x", "1946~/1947~")
    assert (third["issued"], third["flags"]) == ("XXXX", ["undated"])
    assert narcotl("check", "--level", "warning", "--store", str(store)) == Answer(0, "No problems.\n")
    again = narcotl(*asked, stdin=json.dumps(works))
    assert [outcome for _, outcome, _ in outcomes(again)] == ["present"] * 3 + ["refused"] * 2
