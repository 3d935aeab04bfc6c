"""Exports of sources, read back by Pybtex, bibtexparser and citeproc-py, and turned back from TeX by pylatexenc."""

import json
import re
from pathlib import Path
from typing import Any

from bibtexparser.entrypoint import parse_file as parse_bibtex
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_file
from pylatexenc.latex2text import LatexNodes2Text

from narcotl.dates.vocabulary import MONTHS
from narcotl.exports.registry import Target
from tests.exports.conftest import Exporter, Record
from tests.exports.hostile import TEXTS

CSL_TYPES = frozenset(
    {
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "book",
        "broadcast",
        "chapter",
        "dataset",
        "document",
        "entry-encyclopedia",
        "hearing",
        "interview",
        "motion_picture",
        "post-weblog",
        "report",
        "webpage",
    }
)
"""The types of CSL 1.0.2 of which the store has some."""
CSL_KEYS = re.compile(
    "id|type|title|genre|author|container-title|publisher|volume|issue|page|ISBN|URL|issued|accessed|note"
)


def shown(tex: str) -> str:
    """Give what TeX makes of a text; pylatexenc does not know the names of braces, and has an accent for a caret."""
    named = tex.replace(r"\textbraceleft{}", r"\{").replace(r"\textbraceright{}", r"\}")
    return str(LatexNodes2Text(math_mode="verbatim").latex_to_text(named)).replace("\u02c6", "^")


def test_bibtex_has_every_source(exported: Exporter, records: dict[str, list[Record]]) -> None:
    path = exported(Target.BIBTEX)
    parsed = parse_bibtex(str(path))
    assert parsed.failed_blocks == []
    sources = {source["id"]: source for source in records["source"]}
    assert [entry.key for entry in parsed.entries] == sorted(sources)
    entries = parse_file(str(path), bib_format="bibtex").entries
    assert list(entries) == sorted(sources)
    for name, entry in entries.items():
        assert shown(entry.fields["title"]) == sources[name]["title"].replace("--", "\N{EN DASH}")
        assert entry.fields.get("url", "") == (sources[name].get("url") or "")
        assert len(entry.persons.get("author", ())) == len(sources[name]["author"])


def test_bibtex_has_dates_as_far_as_they_are_known(exported: Exporter, records: dict[str, list[Record]]) -> None:
    entries = parse_file(str(exported(Target.BIBTEX)), bib_format="bibtex").entries
    for source in records["source"]:
        date, fields = source["issued"], entries[source["id"]].fields
        plain = date["precision"] in ("year", "month", "day") and date["earliest"] and date["latest"]
        assert ("year" in fields) == bool(plain), source["id"]
        if plain:
            year, month, day = date["earliest"].split("-")
            assert fields["year"] == year
            assert fields.get("month") == (None if date["precision"] == "year" else MONTHS[int(month) - 1])
            assert fields.get("day") == (str(int(day)) if date["precision"] == "day" else None)
        if not plain or date["approximate"] or date["uncertain"]:
            assert f"Issued: {date['text']}".rstrip(".") in shown(fields["note"])


def test_bibtex_tells_people_from_bodies(exported: Exporter) -> None:
    entries = parse_file(str(exported(Target.BIBTEX)), bib_format="bibtex").entries
    ross = entries["abc-blotter-2007-04-03"].persons["author"][0]
    assert (ross.first_names, ross.last_names) == (["Brian"], ["Ross"])
    body = entries["ailf-2004"].persons["author"][0]
    assert (body.first_names, body.last_names) == ([], ["{American Immigration Law Foundation}"])


def test_tex_acts_on_no_text(exported: Exporter, hostile: Path) -> None:
    path = exported(Target.BIBTEX, "--store", str(hostile))
    (entry,) = parse_file(str(path), bib_format="bibtex").entries.values()
    assert shown(entry.fields["title"]) == TEXTS[2]
    assert [str(person) for person in entry.persons["author"]][1] == r"{A and B, Inc. \textbraceleft{}x}"
    commands = set(re.findall(r"\\[a-zA-Z]+", path.read_text(encoding="utf-8")))
    assert commands == {
        r"\textbackslash",
        r"\textbraceleft",
        r"\textbraceright",
        r"\textasciitilde",
        r"\textasciicircum",
    }
    assert "\x1b" not in path.read_text(encoding="utf-8")


def items(path: Path) -> list[dict[str, Any]]:
    found = json.loads(path.read_text(encoding="utf-8"))
    assert isinstance(found, list)
    return found


def test_csl_json_has_every_source_in_its_own_words(exported: Exporter, records: dict[str, list[Record]]) -> None:
    found = {item["id"]: item for item in items(exported(Target.CSL_JSON))}
    assert list(found) == sorted(source["id"] for source in records["source"])
    assert {item["type"] for item in found.values()} <= CSL_TYPES
    assert all(CSL_KEYS.fullmatch(key) for item in found.values() for key in item)
    for source in records["source"]:
        item, date = found[source["id"]], source["issued"]
        assert (item["title"], item["genre"]) == (source["title"], source["type"])
        if date["precision"] == "day":
            assert item["issued"]["date-parts"] == [[int(part) for part in date["earliest"].split("-")]]
        if date["edtf"] == "XXXX":
            assert "issued" not in item


def test_csl_json_is_cited_by_a_citation_processor(exported: Exporter) -> None:
    source = CiteProcJSON(items(exported(Target.CSL_JSON)))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    bibliography.register(Citation([CitationItem("abc-blotter-2007-04-03")]))
    (text,) = (str(entry) for entry in bibliography.bibliography())
    assert "ABC News Exclusive" in text
    assert "2007" in text


def test_csl_json_says_what_is_only_about_right(exported: Exporter, hostile: Path) -> None:
    (item,) = items(exported(Target.CSL_JSON, "--store", str(hostile)))
    assert item["issued"] == {"date-parts": [[1984]], "circa": True}
    assert item["title"] == TEXTS[2]
