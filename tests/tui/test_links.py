"""From record to record, and out of the browser: links, the clipboard, addresses."""

import json
import webbrowser

import pytest

from narcotl.tui.listing import Listing
from narcotl.tui.record import Record
from tests.conftest import StoreMaker
from tests.front_door import FrontDoor
from tests.tui.hands import Hands, app, browse, follow, press, screen, settled, shown


def test_links_lead_on_and_back(small: str) -> None:
    async def doing(hands: Hands) -> None:
        await press(hands, "home", "enter", "down")
        assert shown(hands) == "burma-1950"
        await press(hands, "enter")
        assert shown(hands) == "cia"
        assert "The Agency knew of the opium." in screen(hands)
        await follow(hands, "agency-knew")
        await follow(hands, "laos-war")
        await press(hands, "backspace", "backspace")
        assert shown(hands) == "cia"
        await press(hands, "right_square_bracket")
        assert shown(hands) == "agency-knew"
        await press(hands, *["left_square_bracket"] * 5)
        assert shown(hands) == "burma-1950"
        await press(hands, "left", "down", "down")
        assert shown(hands) == "laos-war"
        await press(hands, "backspace")
        assert shown(hands) == "burma-1950"

    browse(doing, small)


def test_each_kind_of_record_leads_to_those_that_it_names(small: str) -> None:
    async def doing(hands: Hands) -> None:
        ways = (
            ("killings", "vraem", "peru", "coca-2013", "coca-area", "coca-2014", "seed-001", "office", "interview"),
            ("burma-1950", "book", "agency-knew", "planters", "eighties", "seed-001"),
        )
        for first, *others in ways:
            app(hands).trail.go(first, passing=False)
            app(hands).show_record()
            for name in others:
                await follow(hands, name)

    browse(doing, small, size=(120, 60))


def test_a_click_chooses_a_record_and_follows_a_link(small: str) -> None:
    async def doing(hands: Hands) -> None:
        await hands.click(Listing, offset=(3, 2))
        await settled(hands)
        assert shown(hands) == "laos-war"
        record = app(hands).record
        link = next(link for link in record.links if link.name == "cia")
        await hands.click(Record, offset=(5, link.first))
        await settled(hands)
        assert shown(hands) == "cia"

    browse(doing, small, size=(120, 60))


def test_what_is_copied_is_what_the_commands_print(small: str, narcotl: FrontDoor) -> None:
    async def doing(hands: Hands) -> None:
        await press(hands, "y")
        assert json.loads(hands.app.clipboard) == narcotl("event", "burma-1950", "--store", small, "--json").json
        assert "JSON was sent to the clipboard" in screen(hands)
        await press(hands, "c")
        assert hands.app.clipboard == narcotl("cite", "burma-1950", "--store", small).out
        await follow(hands, "cia")
        await press(hands, "c")
        assert "This record cites nothing" in screen(hands)

    browse(doing, small)


class Visited(webbrowser.BaseBrowser):
    """A web browser that only notes what it is to open."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:  # noqa: ARG002, FBT001, FBT002 - as it is called
        self.urls.append(url)
        return True


@pytest.fixture
def visited(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    browser = Visited()
    monkeypatch.setattr(webbrowser, "_tryorder", ["visited"])
    monkeypatch.setattr(webbrowser, "_browsers", {"visited": [None, browser]})
    return browser.urls


def test_only_addresses_on_the_web_are_opened(make_store: StoreMaker, visited: list[str]) -> None:
    store = make_store(
        {
            "regions.yaml": "- {id: peru, name: Peru, kind: country}\n",
            "sources.yaml": """\
                - {id: one, type: book, title: One, issued: 1990, read: true, url: "https://one.example/a"}
                - {id: two, type: book, title: Two, issued: 1991, read: true, url: "file:///etc/passwd",
                   archive_url: "http://two.example/"}
                - {id: three, type: book, title: Three, issued: 1992, read: true, url: "javascript:alert(1)"}
                """,
            "events.yaml": """\
                - {id: a, title: First, date: 1990, regions: [peru], kinds: [law], status: reported, sources: [one]}
                - {id: b, title: Second, date: 1991, regions: [], kinds: [law], status: reported, sources: [one, two]}
                - {id: c, title: Third, date: 1992, regions: [peru], kinds: [law], status: reported, sources: [three]}
                """,
        }
    )

    async def doing(hands: Hands) -> None:
        await press(hands, "o")
        assert visited == ["https://one.example/a"]
        await press(hands, "down", "o")
        assert "file:" not in screen(hands)
        await press(hands, "down", "enter")
        assert visited[1:] == ["http://two.example/"]
        await press(hands, "down")
        assert "No source of this record has an address" in await press(hands, "o")
        assert len(visited) == 2

    browse(doing, store)
