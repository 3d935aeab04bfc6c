"""Pages in a real browser: made once for each question, and watched for whatever they say or ask for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from tests.exports.hostile import ENTITIES, EVENTS
from tests.front_door import ask
from tests.web.hostile import FACTS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PageMaker: TypeAlias = Callable[..., Path]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> PageMaker:
    """Make the page for a question, once, and give its file."""
    pages: dict[tuple[str, ...], Path] = {}

    def make(*question: str) -> Path:
        if question not in pages:
            path = tmp_path_factory.mktemp("page") / "timeline.html"
            answer = ask("html", *question, "--output", str(path))
            assert (answer.status, answer.out) == (0, ""), answer.err
            pages[question] = path
        return pages[question]

    return make


@dataclass(slots=True)
class Viewer:
    """Opens pages, offline, and keeps what they say on the console and what they ask for.

    A page that is open already is led to another view by its address, as a reader would: opening takes longest.
    """

    browser: "Browser"
    heard: list[str] = field(default_factory=list)
    pages: dict[tuple[object, ...], "Page"] = field(default_factory=dict)

    def look(self, path: Path, view: str = "", *, size: tuple[int, int] = (1280, 800), **options: Any) -> "Page":
        """Open a page at a view: what stands after `#` in its address."""
        key = (path, size, *sorted(options.items()))
        if key not in self.pages:
            width, height = size
            context = self.browser.new_context(
                viewport={"width": width, "height": height}, offline=True, reduced_motion="reduce", **options
            )
            context.set_default_timeout(10_000)
            self.pages[key] = self.watched(context.new_page())
        page = self.pages[key]
        page.goto(f"{path.as_uri()}#{view}")
        return page

    def look_afresh(self, path: Path, view: str) -> "Page":
        """Open a page as whoever gets its address."""
        page = self.watched(self.browser.new_page(viewport={"width": 1280, "height": 800}, offline=True))
        page.goto(f"{path.as_uri()}#{view}")
        return page

    def watched(self, page: "Page") -> "Page":
        """Listen to a page."""
        page.on("console", lambda message: self.heard.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.heard.append(f"error: {error}"))
        page.on("dialog", lambda dialog: self.heard.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: self.asked_for(request.url))
        return page

    def asked_for(self, address: str) -> None:
        """Note a request, unless it is that for the page itself or the empty icon."""
        if not address.startswith(("file:", "data:,")):
            self.heard.append(f"request: {address}")


@pytest.fixture(scope="session")
def one_viewer(browser: "Browser") -> Viewer:
    """Give the one that opens pages for all tests."""
    return Viewer(browser)


@pytest.fixture
def viewer(one_viewer: Viewer) -> Iterator[Viewer]:
    """Give what opens pages; a page that says anything on the console or asks for anything fails the test."""
    one_viewer.heard.clear()
    yield one_viewer
    assert one_viewer.heard == []


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a store whose texts want to be run, and whose dates are all that dates can be."""
    import json

    path = tmp_path_factory.mktemp("hostile") / "store.jsonl"
    records = (*ENTITIES, *EVENTS, *FACTS)
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    return path
