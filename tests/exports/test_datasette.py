"""The SQLite export in Datasette, which people open it with: facets and full text over HTTP."""

import json
import re
import subprocess
import sys
import urllib.parse
import urllib.request
from collections import Counter
from collections.abc import Iterator
from typing import IO, Any

import pytest

from narcotl.exports.registry import Target
from tests.exports.conftest import Exporter, Record
from tests.front_door import PATIENCE


@pytest.fixture(scope="module")
def datasette(exported: Exporter) -> Iterator[str]:
    """Serve the export of the shipped store on this machine alone, and give its address."""
    command = [sys.executable, "-W", "ignore", "-m", "datasette", "serve", str(exported(Target.SQLITE))]
    with subprocess.Popen(
        [*command, "--host", "127.0.0.1", "--port", "0"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield address(process.stderr)
        finally:
            process.terminate()
            process.communicate(timeout=PATIENCE)


def address(said: IO[str] | None) -> str:
    """Read where the server listens, which it says as soon as it does."""
    assert said is not None
    found = (re.search(r"running on (http://127\.0\.0\.1:\d+)", line) for line in said)
    return next(match[1] for match in found if match)


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
