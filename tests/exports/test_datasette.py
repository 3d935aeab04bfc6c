"""The SQLite export in Datasette, which people open it with: facets and full text over HTTP."""

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from narcotl.exports.registry import Target
from tests.exports.conftest import Exporter, Record
from tests.front_door import PATIENCE


@pytest.fixture(scope="module")
def datasette(exported: Exporter) -> Iterator[str]:
    """Serve the export of the shipped store on this machine alone, and give its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-W", "ignore", "-m", "datasette", "serve", str(exported(Target.SQLITE))]
    with subprocess.Popen(
        [*command, "--host", "127.0.0.1", "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield ready(f"http://127.0.0.1:{port}")
        finally:
            process.terminate()
            process.wait(PATIENCE)


def ready(address: str) -> str:
    """Wait until somebody answers."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            ask(f"{address}/-/versions.json")
        except (urllib.error.URLError, ConnectionError):
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return address


def ask(address: str, **query: str) -> Any:
    with urllib.request.urlopen(f"{address}?{urllib.parse.urlencode(query)}", timeout=PATIENCE) as answer:  # noqa: S310 - our own address
        return json.loads(answer.read())


def test_facets_count_what_is_there(datasette: str, records: dict[str, list[Record]]) -> None:
    answer = ask(f"{datasette}/narcotl/events.json", _facet="status", _facet_array="topics", _facet_size="max")
    facets = answer["facet_results"]
    found = {
        name: {result["value"]: result["count"] for result in facet["results"]}
        for name, facet in (facets.get("results") or facets).items()
    }
    events = records["event"]
    assert found["status"] == Counter(event["status"] for event in events)
    assert found["topics"].items() <= Counter(topic for event in events for topic in event["topics"]).items()


def test_a_search_finds_events_by_their_words(datasette: str, records: dict[str, list[Record]]) -> None:
    answer = ask(f"{datasette}/narcotl/events.json", _search="noriega", _shape="objects", _size="max")
    held = {
        event["id"]
        for event in records["event"]
        if "noriega" in " ".join(filter(None, (event["title"], event.get("summary"), event.get("note")))).lower()
    }
    assert {row["id"] for row in answer["rows"]} == held != set()


def test_references_show_the_names_of_records(datasette: str) -> None:
    path = f"{datasette}/narcotl/event_regions.json"
    answer = ask(path, event__exact="laos-secret-war", _labels="on", _shape="objects")
    assert [row["region"]["label"] for row in answer["rows"]] == ["northern Laos", "Laos"]
