"""`narcotl duplicates`: twins are found with the reason, and what only looks alike is not."""

import sys
from typing import Any

import pytest

from narcotl.reports.duplicates import likeness
from tests.conftest import StoreMaker
from tests.front_door import Answer, FrontDoor

ACTORS = """\
- {id: cia, name: Central Intelligence Agency, kind: agency, aliases: [CIA, the Agency]}
- {id: agency, name: The Central Inteligence Agency, kind: office}
- {id: cia-peru, name: CIA, kind: office, part_of: [cia]}
- {id: hitz, name: Frederick Hitz, kind: person}
- {id: f-hitz, name: F. Hitz, kind: person}
- {id: iraq-mod, name: Ministry of Defence of Iraq, kind: agency}
- {id: iran-mod, name: Ministry of Defence of Iran, kind: agency}
- {id: unit-1, name: Battalion 1, kind: military}
- {id: unit-2, name: Battalion 2, kind: military}
- {id: hitz-street, name: Frederick Hitz, kind: company}
"""
REGIONS = """\
- {id: sea, name: Southeast Asia, kind: subregion}
- {id: swa, name: Southwest Asia, kind: subregion}
- {id: vraem, name: Valle de los Ríos, kind: valley}
- {id: vrae, name: valle de los rios, kind: area}
"""
SOURCES = """\
- {id: a, type: book, title: "The Politics of Heroin", author: [McCoy], issued: 1991, url: "https://www.example.org/a/"}
- {id: b, type: book, title: "Politics of Heroine, The", author: [McCoy], issued: 1991}
- {id: c, type: book, title: Another one altogether, issued: 2001, url: "http://example.org/a"}
- {id: d, type: report, title: World Drug Report 2007, issued: 2007}
- {id: e, type: report, title: World Drug Report 2008, issued: 2008}
- {id: f, type: book, title: The politics of heroin, author: [Somebody Else], issued: 1999}
"""
EVENTS = """\
- {id: one, title: Workers are killed, date: 1984-11-26, regions: [vraem], kinds: [killing], status: documented,
   sources: [a], participants: [{actor: hitz, role: lead}]}
- {id: two, title: A massacre, date: 1984-11-26, regions: [vraem], kinds: [killing], status: documented,
   sources: [b], participants: [{actor: hitz, role: lead}]}
- {id: three, title: A law is made, date: 1984-11-26, regions: [sea], kinds: [law], status: documented, sources: [a]}
- {id: four, title: A law is made in the valley, date: 1984, regions: [vraem], kinds: [law], status: documented,
   sources: [a]}
- {id: five, title: A law is made in that valley, date: 1984, regions: [vraem], kinds: [law], status: documented,
   sources: [a]}
"""
FILES = {"actors.yaml": ACTORS, "regions.yaml": REGIONS, "sources.yaml": SOURCES, "events.yaml": EVENTS}


def test_twins_are_found_with_the_reason(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    found: Any = narcotl("duplicates", "--store", str(make_store(FILES)), "--json", "--at-least", "70").json
    told = [(row["kind"], row["one"]["id"], row["other"]["id"], row["score"], row["reasons"]) for row in found]
    assert told == [
        ("source", "a", "b", 100, ["titles 97% alike", "the same author", "both of 1991"]),
        ("source", "a", "c", 98, ["the same url"]),
        ("region", "vrae", "vraem", 95, ["both are called valle de los rios"]),
        ("actor", "agency", "cia", 93, ["The Central Inteligence Agency ~ Central Intelligence Agency"]),
        ("event", "five", "four", 92, ["both on 1984", "the same places", "titles 88% alike"]),
        ("actor", "f-hitz", "hitz", 90, ["F. Hitz ~ Frederick Hitz"]),
        ("event", "one", "two", 85, ["both on 1984-11-26", "the same places", "the same actors", "titles 23% alike"]),
    ]


def test_kinds_scores_and_limits(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = str(make_store(FILES))
    assert narcotl("duplicates", "--store", store, "--kind", "actor", "-f", "{one.id} {other.id}").out == (
        "agency cia\nf-hitz hitz\n"
    )
    answer = narcotl("duplicates", "--store", store, "--limit", "1", "-f", "tsv", "--fields", "score,one.id")
    assert answer == Answer(0, "score\tone.id\n100\ta\n", "narcotl: 1 of 7 shown; --limit cut the rest\n")
    empty = narcotl("duplicates", "--store", str(make_store({"regions.yaml": REGIONS.splitlines()[0]})))
    assert (empty.status, empty.out) == (0, "No two records look alike.\n")


def test_the_shipped_store_has_few(narcotl: FrontDoor) -> None:
    found: Any = narcotl("duplicates", "--json").json
    assert len(found) < 20
    assert ("kornbluh-1997", "kornbluh-1997-copy") in [(row["one"]["id"], row["other"]["id"]) for row in found]


def test_without_the_extra(narcotl: FrontDoor, make_store: StoreMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    likeness.ratios.cache_clear()
    assert narcotl("duplicates", "--store", str(make_store(FILES))) == Answer(
        2,
        "",
        "narcotl: narcotl duplicates needs rapidfuzz, which cannot be imported: "
        "import of rapidfuzz halted; None in sys.modules\n"
        "Install it along with narcotl: pip install 'narcotl[author]'.\n",
    )


def test_events_whose_dates_may_be_one(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    event = "- {id: %s, title: %s, date: %s, regions: [%s], kinds: [], status: reported, sources: [a]}\n"
    events = (
        ("one", "Police enter Chapare", "1988-37~", "sea"),
        ("two", "Police enter the Chapare", "1988", "sea"),
        ("later", "Police enter the Chapare", "1991", "sea"),
        ("elsewhere", "Police enter the Chapare", "1988-03", "vrae"),
        ("else", "Farmers leave the Chapare", "1988-02", "sea"),
    )
    store = make_store({**FILES, "events.yaml": "".join(event % one for one in events)})
    found: Any = narcotl("duplicates", "--store", str(store), "--kind", "event", "--json").json
    assert [(row["one"]["id"], row["other"]["id"], row["score"], row["reasons"]) for row in found] == [
        ("one", "two", 90, ["1988 and 1988-37~ may be one date", "common places", "titles 100% alike"])
    ]
