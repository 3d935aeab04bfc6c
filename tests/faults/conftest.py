"""A store that takes a moment to index, and what it answers."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.front_door import Answer, ask

EVENTS = 400


def event(number: int) -> dict[str, Any]:
    """Make one of many events."""
    return {
        "id": f"event-{number:04}",
        "title": f"Event {number} of the río Apurímac",
        "date": f"{1900 + number % 100}",
        "regions": ["peru"],
        "kinds": ["law"],
        "status": "reported",
        "sources": ["work"],
    }


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a store of some hundred events in several files."""
    folder = tmp_path_factory.mktemp("many")
    (folder / "events").mkdir()
    (folder / "regions.yaml").write_text("- {id: peru, name: Perú, kind: country}\n", encoding="utf-8")
    work = "- {id: work, type: report, title: A work, issued: 2000, read: true}\n"
    (folder / "sources.yaml").write_text(work, encoding="utf-8")
    for part in range(4):
        rows = [json.dumps(event(number)) + "\n" for number in range(part, EVENTS, 4)]
        (folder / "events" / f"{part}.jsonl").write_text("".join(rows), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def asked(many: Path) -> tuple[str, ...]:
    """Give a question to it."""
    return ("timeline", "--region", "peru", "--since", "1950", "--store", str(many), "--format", "jsonl")


@pytest.fixture(scope="session")
def right(asked: tuple[str, ...]) -> Answer:
    """Give the answer, found without an index."""
    answer = ask(*asked, "--no-index")
    assert (answer.status, answer.out.count("\n"), answer.err) == (0, EVENTS // 2, "")
    return answer
