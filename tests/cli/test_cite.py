"""`narcotl cite`: references as the manuals have them, each with its chain."""

import json
from pathlib import Path
from typing import Any

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_string

from tests.conftest import StoreMaker
from tests.front_door import Answer, FrontDoor

BOOK = {"type": "book", "read": True}
WORKS: list[dict[str, object]] = [
    # The works with which the manuals and their own sites show how it is done.
    {
        **BOOK,
        "id": "schiltz",
        "title": "Music and Riddle Culture in the Renaissance",
        "author": ["schiltz-k"],
        "publisher": "Cambridge University Press",
        "issued": "2015",
    },
    {
        **BOOK,
        "id": "bowan",
        "title": "Sounds of Liberty",
        "author": ["Kate Bowan", "Paul A. Pickering"],
        "publisher": "Manchester University Press",
        "issued": "2017",
    },
    {
        "id": "satterfield",
        "type": "article-journal",
        "title": "Livy and the Pax Deum",
        "author": ["Susan Satterfield"],
        "container": "Classical Philology",
        "volume": "111",
        "issue": "2",
        "issued": "2016-04",
        "page": "165-176",
    },
    {
        "id": "mead",
        "type": "article-magazine",
        "title": "The Prophet of Dystopia",
        "author": ["Rebecca Mead"],
        "container": "New Yorker",
        "issued": "2017-04-17",
    },
    {
        "id": "carey",
        "type": "article-newspaper",
        "title": "Can we get better at forgetting?",
        "author": ["carey-b"],
        "container": "The New York Times",
        "issued": "2019-03-22",
        "url": "https://example.org/f",
    },
    {
        "id": "nih",
        "type": "webpage",
        "title": "Anxiety disorders",
        "author": ["nimh"],
        "publisher": "U.S. Department of Health",
        "issued": "2018-07",
        "url": "https://example.org/a",
    },
    {"id": "lyon", **BOOK, "title": "Lyon's book", "author": ["lyon-a", "lyon-b", "lyon-c"], "issued": "2014"},
    {"id": "rabbitt", "type": "book", "title": "Old", "author": ["rabbitt-p"], "issued": "1982"},
    {"id": "allport", "type": "book", "title": "Diary", "author": ["allport-g"], "issued": "XXXX"},
    {
        "id": "zukofsky",
        "type": "webpage",
        "title": 'On "Objects"',
        "author": [],
        "issued": "1931?",
        "container": "Poetry",
    },
]
PEOPLE = {
    "schiltz-k": "Katelijne Schiltz",
    "carey-b": "Benedict Carey",
    "lyon-a": "Ann Lyon",
    "lyon-b": "Bea van der Beek",
    "lyon-c": "Jean-Luc St Clair Jr.",
    "rabbitt-p": "Patrick Rabbitt",
    "allport-g": "Gordon W. Allport",
}
ON_OBJECTS = "“On \N{LEFT SINGLE QUOTATION MARK}Objects,\N{RIGHT SINGLE QUOTATION MARK}”"
LYON = "quoted in Ann Lyon et al., Lyon's book (2014)"
EVENT = {"title": "An event", "date": "1950", "regions": [], "kinds": [], "status": "reported"}


@pytest.fixture
def manuals(make_store: StoreMaker) -> Path:
    """Write a store of works that the manuals cite."""
    people = [{"id": key, "name": name, "kind": "person"} for key, name in PEOPLE.items()]
    body = {"id": "nimh", "name": "National Institute of Mental Health", "kind": "agency"}
    chain = {"source": "rabbitt", "via": ["lyon"], "locator": "p. 78"}
    diary = {"source": "allport", "via": ["zukofsky", "lyon"], "link": "quotes", "locator": "par. 2-3"}
    return make_store(
        {
            "actors.yaml": [*people, body],
            "sources.yaml": WORKS,
            "events.yaml": [
                {"id": "chained", **EVENT, "sources": [chain, diary, chain]},
                {"id": "bare", **EVENT, "sources": []},
            ],
        }
    )


@pytest.mark.parametrize(
    ("work", "note"),
    [
        (
            "schiltz",
            "Katelijne Schiltz, Music and Riddle Culture in the Renaissance (Cambridge University Press, 2015).",
        ),
        ("bowan", "Kate Bowan and Paul A. Pickering, Sounds of Liberty (Manchester University Press, 2017)."),
        (
            "satterfield",
            "Susan Satterfield, “Livy and the Pax Deum,” Classical Philology 111, no. 2 (April 2016): 165-176.",
        ),
        ("mead", "Rebecca Mead, “The Prophet of Dystopia,” New Yorker, April 17, 2017."),
        (
            "carey",
            "Benedict Carey, “Can we get better at forgetting?,” The New York Times, March 22, 2019, https://example.org/f.",
        ),
        ("lyon", "Ann Lyon et al., Lyon's book (2014)."),
        ("zukofsky", f"{ON_OBJECTS} Poetry, [1931?]."),
    ],
)
def test_chicago_is_as_its_manual_says(narcotl: FrontDoor, manuals: Path, work: str, note: str) -> None:
    assert narcotl("cite", work, "--store", str(manuals)) == Answer(0, f"{note}\n")


@pytest.mark.parametrize(
    ("work", "entry"),
    [
        ("schiltz", "Schiltz, K. (2015). Music and Riddle Culture in the Renaissance. Cambridge University Press."),
        (
            "satterfield",
            "Susan Satterfield. (2016, April). Livy and the Pax Deum. Classical Philology, 111(2), 165-176.",
        ),
        (
            "carey",
            "Carey, B. (2019, March 22). Can we get better at forgetting? The New York Times. https://example.org/f",
        ),
        (
            "nih",
            "National Institute of Mental Health. (2018, July). Anxiety disorders. U.S. Department of Health. https://example.org/a",
        ),
        ("lyon", "Lyon, A., van der Beek, B., & St Clair, J.-L., Jr. (2014). Lyon's book."),
        ("allport", "Allport, G. W. (n.d.). Diary."),
        ("zukofsky", 'On "Objects". (1931?). Poetry.'),
    ],
)
def test_apa_is_as_its_manual_says(narcotl: FrontDoor, manuals: Path, work: str, entry: str) -> None:
    assert narcotl("cite", work, "--style", "apa", "--store", str(manuals)) == Answer(0, f"{entry}\n")


def test_a_chain_is_cited_down_to_the_work_in_hand(narcotl: FrontDoor, manuals: Path) -> None:
    asked = ("cite", "chained", "--store", str(manuals))
    assert narcotl(*asked).out.splitlines() == [
        "Patrick Rabbitt, Old (1982), cited in Ann Lyon et al., Lyon's book (2014), 78.",
        f"Gordon W. Allport, Diary (n.d.), quoted in {ON_OBJECTS} Poetry, [1931?], {LYON}, par. 2-3.",
    ]
    assert narcotl(*asked, "--style", "apa").out.splitlines() == [
        "(Rabbitt, 1982, as cited in Lyon et al., 2014, p. 78)",
        f"(Allport, as cited in {ON_OBJECTS} 1931?, as cited in Lyon et al., 2014, paras. 2-3)",
        "",
        "Lyon, A., van der Beek, B., & St Clair, J.-L., Jr. (2014). Lyon's book.",
    ]
    assert narcotl(*asked, "--format", "{markdown}").out.startswith("Patrick Rabbitt, *Old* (1982), cited in Ann Lyon")
    rows: Any = narcotl(*asked, "--json").json
    assert [work["id"] for work in rows[1]["works"]] == ["allport", "zukofsky", "lyon"]
    assert [work["read"] for work in rows[1]["works"]] == [False, False, True]
    assert rows[1]["locator"] == "par. 2-3"


def test_entries_are_read_by_the_programs_that_write_references(narcotl: FrontDoor, manuals: Path) -> None:
    asked = ("cite", "chained", "lyon", "--store", str(manuals), "--style")
    entries = parse_string(narcotl(*asked, "bibtex").out, "bibtex").entries
    assert list(entries) == ["rabbitt", "lyon", "allport", "zukofsky"]
    items = json.loads(narcotl(*asked, "csl").out)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    bibliography.register(Citation([CitationItem("rabbitt")]))
    assert "Patrick Rabbitt" in str(bibliography.bibliography()[0])
    rows: Any = narcotl(*asked, "csl", "--json").json
    assert [row["item"]["id"] for row in rows] == [*entries, "lyon"]


def test_ids_come_from_standard_input_and_what_is_none_is_told(narcotl: FrontDoor, manuals: Path) -> None:
    answer = narcotl("cite", "-", "--store", str(manuals), stdin="bare\nmead\nnobody\n")
    assert answer == Answer(
        1,
        "Rebecca Mead, “The Prophet of Dystopia,” New Yorker, April 17, 2017.\n",
        "narcotl: 'bare' cites nothing\n`narcotl event bare` shows what there is of it.\n"
        "narcotl: no event, claim, figure, correction or source is called 'nobody'\n"
        "`narcotl search` finds records by their words.\n",
    )
    assert narcotl("cite", "bare", "--style", "csl", "--store", str(manuals)).out == "[]\n"


def test_a_claim_is_cited_for_each_who_speaks_and_a_computed_figure_by_its_inputs(narcotl: FrontDoor) -> None:
    rows: Any = narcotl("cite", "cia-complicit-laos-opium", "--json").json
    assert {row["said"] for row in rows} >= {"Alfred W. McCoy: alleges", "William M. Leary: denies"}
    figures: Any = narcotl("figures", "--json").json
    computed = next(row for row in figures if row.get("derived") and not row.get("source"))
    assert narcotl("cite", computed["id"]).status == 0


def test_hostile_works_are_harmless(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    title = "A *b* [c](javascript:d) <e>"
    works = [
        {
            "id": "w",
            "type": "book",
            "title": title,
            "author": [],
            "issued": "1990",
            "read": True,
            "url": 'http://x/"<y>',
        }
    ]
    store = make_store({"sources.yaml": works})
    text = narcotl("cite", "w", "--format", "{markdown}", "--store", str(store)).out
    assert text == '*A \\*b\\* \\[c\\](javascript:d) \\<e\\>* (1990), http\\://x/"\\<y\\>.\n'


def test_every_record_of_the_store_can_be_cited(narcotl: FrontDoor) -> None:
    records = [json.loads(line) for line in narcotl("export", "jsonl").out.splitlines()]
    ids = [one["id"] for one in records if one["kind"] in ("event", "claim", "figure", "correction", "source")]
    for style in ("chicago", "apa", "bibtex", "csl"):
        answer = narcotl("cite", "-", "--style", style, stdin="\n".join(ids))
        assert (answer.status, answer.err) == (0, "")
        assert not {
            mark for mark in (", ,", ",,", "..", "()", "None", "  (") if style == "chicago" and mark in answer.out
        }
