"""`narcotl import bibtex`: entries become sources, broken ones are refused alone, and our own come back."""

import json
from pathlib import Path
from typing import Any

from tests.front_door import ROOT, Answer, FrontDoor

ENTRIES = r"""
% Encoding: UTF-8
@string{foo = "Foo Journal"}
@preamble{"x"}
@Article{k1, author={M{\"u}ller, J{\'o}zef and {World Bank} and others}, journal=foo, year=1990, month=feb,
    title = "A {Title} of \emph{x}: 50% of $5 \& more", pages="1--3", doi={10.1/x}, abstract={y}}
@book{k1, title={the same key}}
@book{k2, title={unclosed}
@book{k3, title={On \TeX}, year={c. 1990}}
@book{k4, title={A}, subtitle={B}, date={1990-02-03/1991}}
@article{k5, title={ok}, year=90, entrysubtype={newspaper}}
@misc{k6, title={ok}, year=1990}
@misc{k7, title={C}, keywords={opium, webpage}, howpublished={\url{http://x.org/a\_b}}, urldate={2020-01-02}}
@book{k8, title={ok}, month= jan # "~10", year=1990}
@book{k9, title={ok}, title={ok}}
@book{k10, year={1990}}
@article{k11, title={D}, year=1990, month=12, day=3, entrysubtype={newspaper}, note={Seen. Flags: red.}}
@book{k12, title={E}, year=1990, month=13}
"""

BROKEN = "Unexpected block start: `@book`. Was still looking for field-value closing `,` or `}`"


def outcomes(answer: Answer) -> list[tuple[int, str, str | None]]:
    """Give the row, the outcome, and the id or the reason of each line of a report."""
    rows: Any = answer.json
    return [(row["row"], row["outcome"], row["reason"] or row["id"]) for row in rows]


def test_entries_become_sources(narcotl: FrontDoor, tmp_path: Path) -> None:
    answer = narcotl("import", "bibtex", "-", "--into", str(tmp_path / "new"), "--json", stdin=ENTRIES)
    assert outcomes(answer) == [
        (1, "taken", "k1"),
        (2, "refused", "line 7: the key 'k1' is that of an entry before"),
        (
            3,
            "refused",
            f"line 8: the entry is broken: {BROKEN}",
        ),
        (4, "taken", "k3"),
        (5, "taken", "k4"),
        (6, "refused", "'90' is not a date: a year has four digits"),
        (7, "refused", "'misc' is not one of the words of source-type"),
        (8, "taken", "k7"),
        (9, "refused", "its field month is put together with #"),
        (10, "refused", "line 15: a field comes twice: title"),
        (11, "refused", "it has no title"),
        (12, "taken", "k11"),
        (13, "refused", "'1990-13' is not a date: there is no month 13"),
    ]
    assert answer.err.startswith("narcotl: fields not taken: abstract\nnarcotl: 5 taken, 8 refused\n")
    lines = (tmp_path / "new" / "sources" / "imported-standard-input.jsonl").read_text(encoding="utf-8").splitlines()
    first, teacher, whole, page, news = map(json.loads, lines)
    assert first == {
        "kind": "source",
        "id": "k1",
        "type": "article-journal",
        "title": "A Title of x: 50% of $5 & more",
        "issued": "1990-02",
        "author": ["Józef Müller", "World Bank"],
        "flags": [],
        "note": "By others as well.",
        "container": "Foo Journal",
        "page": "1-3",
        "url": "https://doi.org/10.1/x",
    }
    assert (teacher["title"], teacher["issued"]) == (r"On \TeX", "1990~")
    assert (whole["title"], whole["issued"]) == ("A: B", "1990-02-03/1991")
    assert (page["type"], page["url"], page["accessed"]) == ("webpage", "http://x.org/a_b", "2020-01-02")
    assert (page["issued"], page["flags"]) == ("XXXX", ["undated"])
    assert (news["type"], news["issued"], news["note"]) == ("article-newspaper", "1990-12-03", "Seen. Flags: red.")
    assert narcotl("check", "--level", "warning", "--store", str(tmp_path / "new")) == Answer(0, "No problems.\n")


def test_a_bibliography_of_ours_comes_back(narcotl: FrontDoor, tmp_path: Path) -> None:
    exported = narcotl("export", "bibtex").out
    answer = narcotl("import", "bibtex", "-", "--into", str(ROOT / "data"), "--dry-run", "--json", stdin=exported)
    assert {reason for _, _, reason in outcomes(answer)} == {"the store has a record with this id"}
    fresh = narcotl("import", "bibtex", "-", "--into", str(tmp_path / "new"), "--json", stdin=exported)
    assert {outcome for _, outcome, _ in outcomes(fresh)} == {"taken"}
    lost = {"author", "part_of", "cites", "interests", "reliability", "outside", "sources", "corrections"}
    ours: Any = narcotl("source", "--fields", "id", "--json").json
    for row in ours:
        (before,) = lines(narcotl("source", row["id"], "--json"))
        (after,) = lines(narcotl("source", row["id"], "--store", str(tmp_path / "new"), "--json"))
        for key in before.keys() - lost - {"resting", "falling", "container"}:
            assert after.get(key) == before[key], (row["id"], key)


def lines(answer: Answer) -> list[dict[str, Any]]:
    """Give the records of an answer."""
    found: Any = answer.json
    return [found]


def test_what_holds_no_entries_is_said(narcotl: FrontDoor, tmp_path: Path) -> None:
    answer = narcotl("import", "bibtex", "-", "--into", str(tmp_path / "new"), stdin="Dear all, no entries here.\n")
    assert (answer.status, answer.err) == (
        2,
        "narcotl: standard input holds no entries of BibTeX\nAn entry is @book{key, title = {...}, year = 1990}.\n",
    )


ZOTERO = """\
@misc{noauthor_page_nodate, title = {A {Web} page}, url = {http://example.org/~x/y_z}, urldate = {2021-02-03}}
@phdthesis{roe_1999, author = {Roe, Richard}, year = {1999}, title = {A Thesis}, file = {Full:/x.pdf:application/pdf}}
@misc{seen_2001, title = {Seen}, year = {2001}, keywords = {broadcast, drugs}}
@Comment{jabref-meta: databaseType:biblatex;}
"""


def test_what_an_entry_is_can_be_said(narcotl: FrontDoor, tmp_path: Path) -> None:
    asked = ("import", "bibtex", "-", "--into", str(tmp_path / "new"), "--json")
    refused: Any = narcotl(*asked, "--dry-run", stdin=ZOTERO).json
    assert [(row["outcome"], row["reason"]) for row in refused] == [
        ("refused", "'misc' is not one of the words of source-type"),
        ("refused", "'phdthesis' is not one of the words of source-type"),
        ("taken", None),
    ]
    assert refused[0]["hint"].startswith("Say what it is: --type misc=WORD")
    assert narcotl(*asked, "--type", "@misc=webpage,phdthesis=book", stdin=ZOTERO).status == 0
    found: Any = narcotl("source", "--store", str(tmp_path / "new"), "--json").json
    assert sorted((row["title"], row["type"]) for row in found) == [
        ("A Thesis", "book"),
        ("A Web page", "webpage"),
        ("Seen", "broadcast"),
    ]
    work = json.dumps([{"id": "x", "type": "thesis", "title": "Another", "issued": {"date-parts": [[1998]]}}])
    csl = ("import", "csl-json", "-", "--into", str(tmp_path / "new"))
    assert narcotl(*csl, stdin=work).status == 1
    assert narcotl(*csl, "--type", "thesis=book", stdin=work).status == 0
    for said, why in (
        ("misc", "'misc' does not say what an entry is"),
        ("misc=page", "'page' is not one of the words of source-type"),
    ):
        assert narcotl(*asked, "--type", said, stdin=ZOTERO).err.splitlines()[0] == f"narcotl: {why}"
    table = ("import", "csv", "-", "--into", "x", "--type", "misc=book")
    assert narcotl(*table, stdin="a,b\n").err.splitlines()[0] == "narcotl: csv holds no bibliography"
