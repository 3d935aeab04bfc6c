"""What must hold of the comparison of any two stores."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given

from tests.front_door import ask
from tests.laws.stores import Store, stores, written

MIRRORED = {"added": "removed", "removed": "added", "renamed": "renamed", "changed": "changed"}


def told(*arguments: str) -> list[dict[str, object]]:
    """Compare two stores; what only one way round can be called revised counts as added and removed."""
    answer = ask("diff", *arguments, "--json")
    rows: list[dict[str, object]] = json.loads(answer.out)
    assert answer.status == bool(rows)
    return rows


@given(stores())
def test_a_store_says_what_its_export_says(store: Store) -> None:
    with written(store) as folder, TemporaryDirectory() as place:
        file = Path(place) / "export.jsonl"
        assert ask("export", "jsonl", "--output", str(file), "--store", str(folder)).status == 0
        assert told(str(folder), str(file)) == []


@given(stores(), stores())
def test_the_other_way_round_it_is_the_other_way_round(one: Store, other: Store) -> None:
    with written(one) as before, written(other) as after:
        there = {(row["id"], row["change"], row["was"]) for row in told(str(before), str(after))}
        back = told(str(after), str(before))
    turned = {
        (row["was"] or row["id"], MIRRORED[str(row["change"])], row["id"] if row["was"] else None) for row in back
    }
    assert turned == there
