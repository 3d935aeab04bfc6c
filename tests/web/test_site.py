"""The site of the documents: it is whole, asks nobody for anything, and can be searched from the disk."""

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.front_door import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FETCHING = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src", "video": "src"}
"""The elements that make a browser fetch something, and where they say what."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site: strictly, so that a dead link, a dead anchor or a page that is not in its menu fails."""
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder


class Fetched(HTMLParser):
    """Collect what a page has a browser fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.addresses += [value or "" for name, value in attrs if FETCHING.get(tag) == name]


def test_every_document_is_a_page(site: Path) -> None:
    documents = {str(file.relative_to(ROOT / "docs").with_suffix("")) for file in (ROOT / "docs").rglob("*.md")}
    pages = {str(file.relative_to(site).with_suffix("")) for file in site.rglob("*.html")}
    assert pages == documents | {"404", "index", "contributing", "changelog", "security"}


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        fetched = Fetched()
        fetched.feed(page.read_text(encoding="utf-8"))
        assert [one for one in fetched.addresses if re.match(r"[a-z]+:|//", one) and not one.startswith("data:")] == []
    for style in site.rglob("*.css"):
        assert re.findall(r"url\(['\"]?(?:https?:)?//", style.read_text(encoding="utf-8")) == []


def test_what_only_generators_read_is_on_no_page(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "<!-- [[[" not in text, page.name
        assert "console terminal" not in text, page.name
    assert not list(site.rglob("*.py"))


def test_it_can_be_searched_from_the_disk_without_a_network(site: Path, browser: "Browser") -> None:
    asked: list[str] = []
    heard: list[str] = []
    page = browser.new_page(offline=True, viewport={"width": 1280, "height": 800})
    page.set_default_timeout(10_000)
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.goto((site / "howto" / "teacher.html").as_uri())
    page.locator(".md-search__input").click()
    page.keyboard.type("hawala")
    page.locator(".md-search-result__link").first.wait_for(state="attached")
    found = page.locator(".md-search-result__link").all()
    assert any("commands.html" in (link.get_attribute("href") or "") for link in found)
    assert [address for address in asked if not address.startswith(("file:", "data:"))] == []
    assert heard == []
    page.close()
