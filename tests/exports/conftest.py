"""What tests of exports share: each format of the whole shipped store, made once, and the records that are in it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from narcotl.exports.registry import Target
from tests.exports.hostile import ENTITIES, EVENTS
from tests.front_door import ask

Record: TypeAlias = dict[str, Any]
Exporter: TypeAlias = Callable[..., Path]


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Exporter:
    """Export the shipped store, or another one, once for each way of asking, and give the path of what came."""
    made: dict[tuple[str, ...], Path] = {}

    def export(target: Target, *arguments: str) -> Path:
        asked = (target.value, *arguments)
        if asked not in made:
            path = tmp_path_factory.mktemp("export") / f"narcotl.{target.value}"
            answer = ask("export", *asked, "--output", str(path))
            assert (answer.status, answer.out) == (0, ""), answer.err
            made[asked] = path
        return made[asked]

    return export


@pytest.fixture(scope="session")
def records(exported: Exporter) -> dict[str, list[Record]]:
    """Give the records of the shipped store by kind."""
    found: dict[str, list[Record]] = {}
    for line in exported(Target.JSONL).read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        found.setdefault(record["kind"], []).append(record)
    return found


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a store whose texts want to be run, and whose dates few formats have."""
    path = tmp_path_factory.mktemp("hostile") / "store.jsonl"
    path.write_text("".join(f"{json.dumps(record)}\n" for record in (*ENTITIES, *EVENTS)), encoding="utf-8")
    return path
