"""The readers that npm installs (`make readers`): Markwhen and yaml-language-server in Node.js, others in a page."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from tests.exports.conftest import exported, hostile, records

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["exported", "hostile", "records"]

HERE = Path(__file__).parent

Markwhen: TypeAlias = Callable[[Path], tuple[dict[str, Any], list[dict[str, Any]]]]


@pytest.fixture(scope="session")
def _installed() -> None:
    """Skip what reads with packages of npm, unless each of them is there in the version that is wanted."""
    wanted = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    for name, version in wanted.items():
        package = HERE / "node_modules" / name / "package.json"
        if not package.is_file() or json.loads(package.read_text(encoding="utf-8"))["version"] != version:
            pytest.skip(f"{name} {version} is not installed: make readers")


@pytest.fixture(scope="session")
def markwhen(_installed: None) -> Markwhen:
    """Give what the parser of Markwhen says of a file: the header with complaints, and the events."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("no Node.js on this machine: apt-get install nodejs")

    def read(path: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        script = [node, str(HERE / "markwhen.mjs"), str(path)]
        done = subprocess.run(script, capture_output=True, text=True, encoding="utf-8", check=False)
        assert (done.returncode, done.stderr) == (0, "")
        document, *events = map(json.loads, done.stdout.split("\n")[:-1])
        return document, events

    return read


@pytest.fixture(scope="session")
def _language_server(_installed: None) -> list[str]:
    """Give the command that starts yaml-language-server."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("no Node.js on this machine: apt-get install nodejs")
    server = HERE / "node_modules" / "yaml-language-server"
    [program] = json.loads((server / "package.json").read_text(encoding="utf-8"))["bin"].values()
    return [node, str(server / program), "--stdio"]


@dataclass(frozen=True, slots=True)
class Opened:
    """A page and what was heard of it."""

    page: "Page"
    heard: list[str] = field(default_factory=list)

    def asked_for(self, address: str) -> None:
        """Note a request, unless it is for one of the files of the page."""
        if not address.startswith("file:"):
            self.heard.append(f"request: {address}")


@pytest.fixture(scope="session")
def _opened(_installed: None, browser: "Browser") -> "Iterator[Opened]":
    """Open the page once, offline: Mermaid alone is three megabytes."""
    context = browser.new_context(offline=True, reduced_motion="reduce")
    opened = Opened(context.new_page())
    opened.page.on("console", lambda message: opened.heard.append(f"{message.type}: {message.text}"))
    opened.page.on("pageerror", lambda error: opened.heard.append(f"error: {error}"))
    opened.page.on("dialog", lambda dialog: opened.heard.append(f"dialog: {dialog.message}"))
    opened.page.on("request", lambda request: opened.asked_for(request.url))
    opened.page.goto((HERE / "page.html").as_uri())
    yield opened
    context.close()


@pytest.fixture
def page(_opened: Opened) -> "Iterator[Page]":
    """Give the page with TimelineJS and Mermaid; whatever goes wrong in it or is asked of a server fails the test."""
    _opened.heard.clear()
    yield _opened.page
    assert _opened.heard == []
