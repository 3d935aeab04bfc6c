"""Export of the whole store."""

import json
from pathlib import Path

from tests.front_door import FrontDoor


def test_every_record_comes_in_the_order_of_the_store(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("export", "jsonl", "--store", small)
    assert (answer.status, answer.err) == (0, "")
    kinds = [json.loads(line)["kind"] for line in answer.out.splitlines()]
    order = ["region", "actor", "source", "measure", "event", "claim", "figure", "correction"]
    assert kinds == sorted(kinds, key=order.index)
    assert [kinds.count(kind) for kind in order] == [9, 6, 2, 1, 10, 1, 2, 1]


def test_the_shipped_store_loads_back(narcotl: FrontDoor, tmp_path: Path) -> None:
    file = tmp_path / "store.jsonl"
    assert narcotl("export", "jsonl", "--output", str(file)).status == 0
    exported = file.read_text(encoding="utf-8")
    assert narcotl("export", "jsonl", "--store", str(file)).out == exported
    assert narcotl("timeline", "--json", "--store", str(file)) == narcotl("timeline", "--json")
    assert narcotl("check", "--store", str(file)).status == 0
