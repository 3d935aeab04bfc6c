"""What Mermaid itself draws of the export for it, in a browser."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from narcotl.exports.registry import Target
from tests.exports.conftest import Exporter, Record
from tests.exports.hostile import EVENTS, TEXTS
from tests.exports.test_networks import pairs

if TYPE_CHECKING:
    from playwright.sync_api import Page


def drawn(page: "Page", path: Path, **limits: int) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate("drawn", [path.read_text(encoding="utf-8"), limits])
    return found


def test_every_actor_is_a_box_and_every_tie_a_line(
    page: "Page", exported: Exporter, records: dict[str, list[Record]]
) -> None:
    found = drawn(page, exported(Target.MERMAID), maxEdges=5000, maxTextSize=5_000_000)
    ties = pairs(records)
    names = {actor["id"]: actor["name"] for actor in records["actor"]}
    tied = sorted({name for pair in ties for name in pair})
    ids = {f"n{number}": name for number, name in enumerate(tied, 1)}
    assert dict(found["boxes"]) == {number: names[name] for number, name in ids.items()}
    assert len(found["boxes"]) == len(ids)
    assert sorted((ids[one], ids[other]) for one, other, _ in found["lines"]) == sorted(ties)
    assert found["paths"] == len(ties)
    for one, other, label in found["lines"]:
        assert sum(int(part.split()[0]) for part in label.split(", ")) >= ties[ids[one], ids[other]]


def test_hostile_names_are_drawn_as_they_are(page: "Page", exported: Exporter, hostile: Path) -> None:
    found = drawn(page, exported(Target.MERMAID, "--store", str(hostile)))
    assert found == {
        "boxes": [["n1", TEXTS[3]], ["n2", TEXTS[7]]],
        "lines": [["n1", "n2", f"{len(EVENTS)} events"]],
        "paths": 1,
        "elements": 0,
    }
