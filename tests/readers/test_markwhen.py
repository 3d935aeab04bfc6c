"""What the parser of Markwhen reads in the export for it."""

import datetime as dt
from pathlib import Path

from narcotl.exports.registry import Target
from tests.conftest import StoreMaker
from tests.exports.conftest import Exporter, Record
from tests.exports.hostile import EVENTS
from tests.readers.conftest import Markwhen

MARKUP = (
    "!id and !other.start are no ids",
    "The cell's name is 'C'!A0",
    "And so on ..end",
    "// no comment",
    "/* no comment */",
    "[x] not done",
    "Some 50% of it, not 10% done",
    "10%",
    "every day for 5 weeks: no series",
    "1990/now: another entry",
    "key: value",
    "group Section",
    "section Group",
    "end",
    "endGroup",
    "# Heading #tag @who",
    "![image](http://example.org/image.png) [Lima](location)",
    "tomorrow: now",
    "--- name: x",
)
"""Titles in which a reader of Markwhen may find something to act on."""

LIKE = str.maketrans(
    {
        "\N{FULLWIDTH NUMBER SIGN}": "#",
        "\N{FULLWIDTH COMMERCIAL AT}": "@",
        "\N{FULLWIDTH LEFT SQUARE BRACKET}": "[",
        "\N{FULLWIDTH RIGHT SQUARE BRACKET}": "]",
        "\N{FULLWIDTH LESS-THAN SIGN}": "<",
        "\N{FULLWIDTH GREATER-THAN SIGN}": ">",
        "\N{MODIFIER LETTER GRAVE ACCENT}": "`",
        "\N{FULLWIDTH EXCLAMATION MARK}": "!",
        "\N{FULLWIDTH PERCENT SIGN}": "%",
        "\N{ONE DOT LEADER}": ".",
        "\N{FULLWIDTH SOLIDUS}": "/",
    }
)
"""The letters that stand for those which Markwhen acts on."""


def test_every_event_with_a_date_is_an_event(
    markwhen: Markwhen, exported: Exporter, records: dict[str, list[Record]]
) -> None:
    document, events = markwhen(exported(Target.MARKWHEN))
    assert document == {"header": {"title": "narcotl", "timezone": "UTC"}, "complaints": []}
    dated = {event["id"]: event for event in records["event"] if event["date"]["earliest"] or event["date"]["latest"]}
    assert sorted(event["id"] for event in events) == sorted(dated)
    for found in events:
        event = dated[found["id"]]
        assert found["title"].translate(LIKE) == event["title"]
        words = dict.fromkeys((event["status"], *event["kinds"], *event["topics"]))
        assert found["tags"] == [word.replace("-", "_") for word in words]
        assert found["progress"] == []
        date = event["date"]
        if date["earliest"]:
            assert found["first"].startswith(f"{date['earliest']}T00:00:00")
        if date["earliest"] and date["latest"]:
            after = dt.date.fromisoformat(date["latest"]) + dt.timedelta(days=1)
            assert found["after"].startswith(f"{after}T00:00:00")


def test_fuzzy_dates_are_the_days_that_they_may_be(markwhen: Markwhen, exported: Exporter, hostile: Path) -> None:
    document, events = markwhen(exported(Target.MARKWHEN, "--store", str(hostile)))
    assert document["complaints"] == []
    days = {event["id"]: (event["first"][:10], event["after"].partition("T")[0]) for event in events}
    assert {event["id"] for event in EVENTS} - days.keys() == {"bc", "far-past", "far-future", "undated"}
    now = days.pop("open-end")
    assert now[0] == "1989-01-01"
    assert {name: found for name, found in days.items() if not name.startswith("text-")} == {
        "open-start": ("1985-01-01", "1986-01-01"),
        "early": ("0079-08-24", "0079-08-25"),
        "several": ("1863-01-01", "1866-01-01"),
        "about": ("1950-01-01", "1951-01-01"),
        "decade": ("1980-01-01", "1990-01-01"),
        "doubtful": ("1984-11-01", "1984-12-01"),
        "season": ("1990-09-01", "1990-12-01"),
        "unknown-end": ("2015-11-01", "2015-12-01"),
        "last-day": ("9999-12-31", "+010000-01-01"),
    }


def test_hostile_texts_stay_titles_and_lines(markwhen: Markwhen, exported: Exporter, hostile: Path) -> None:
    _, events = markwhen(exported(Target.MARKWHEN, "--store", str(hostile)))
    plain = {event["id"]: " ".join(event["title"].split()) for event in EVENTS}
    for found in events:
        if plain[found["id"]].isprintable():
            assert found["title"].translate(LIKE) == plain[found["id"]]
        assert found["tags"] == ["reported", "meeting", "heroin"]
        labels = [line.partition(":")[0] for line in found["lines"][1:]]
        assert labels == ["Date", "Status", "Where", "Who", "Source"]


def test_nothing_in_a_title_is_markup(markwhen: Markwhen, make_store: StoreMaker, exported: Exporter) -> None:
    store = make_store(
        {
            "regions.yaml": [{"id": "here", "name": "Here", "type": "area"}],
            "sources.yaml": [{"id": "work", "type": "book", "title": "A book", "issued": "1990", "read": True}],
            "events.yaml": [
                {
                    "id": f"event-{number:02}",
                    "title": title,
                    "summary": title,
                    "date": "1990",
                    "regions": ["here"],
                    "kinds": ["meeting"],
                    "status": "documented",
                    "sources": ["work"],
                }
                for number, title in enumerate(MARKUP)
            ],
        }
    )
    document, events = markwhen(exported(Target.MARKWHEN, "--store", str(store)))
    assert document["complaints"] == []
    assert [event["title"].translate(LIKE) for event in events] == list(MARKUP)
    assert {tuple(event["tags"]) for event in events} == {("documented", "meeting")}
    assert {tuple(event["progress"]) for event in events} == {()}
    assert {len(event["lines"]) for event in events} == {5}
