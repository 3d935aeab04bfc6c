"""What is made of the texts of a record at once is what is made of its lists and mappings."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
import yaml

from narcotl.library.shipped import shipped_store
from narcotl.model.encode import to_json
from narcotl.model.entry import Entry
from narcotl.model.record import Record
from narcotl.model.records import RECORDS, Event
from narcotl.store import plain_yaml, shaped
from narcotl.store.layout import files
from narcotl.store.reader import read
from narcotl.store.woven import planned

STYLES: dict[str, Callable[[Any], str]] = {
    "as PyYAML writes them": lambda one: yaml.safe_dump([one], sort_keys=False, width=60),
    "all in lines": lambda one: yaml.safe_dump([one], sort_keys=False, default_flow_style=False, width=10**6),
    "innermost lists and mappings in brackets": lambda one: yaml.safe_dump([one], default_flow_style=None),
}


@cache
def shipped() -> list[Record]:
    """Give some records of the shipped store, of all kinds."""
    found = [item.record for file in files(shipped_store()) for item in read(file) if isinstance(item, Entry)]
    return [record for record in found if record is not None][::5]


def told(record: Record) -> Any:
    """Write a record as a store has it."""
    found = short(to_json(record))
    found.pop("kind")
    if "type" in found and record.KIND.value != "source":
        found["kind"] = found.pop("type")
    return found


def short(value: Any) -> Any:
    """Write ids and dates as people do."""
    if isinstance(value, dict):
        only = "edtf" if "edtf" in value else next(iter(value)) if value.keys() in ({"id"}, {"ref"}) else None
        return value[only] if only else {key: short(part) for key, part in value.items() if part is not None}
    return [short(part) for part in value] if isinstance(value, list) else value


@pytest.mark.parametrize("style", STYLES)
def test_the_two_make_the_same(style: str) -> None:
    for record in shipped():
        cls = RECORDS[record.KIND]
        text = STYLES[style](told(record))
        taken, again = plain_yaml.record(text), plain_yaml.record(text)
        assert taken is not None
        assert again is not None
        plan = planned(cls, taken.outline)
        if text.startswith("- {"):
            assert plan is None
            continue
        assert plan is not None
        found: list[Any] = []
        expected: list[Any] = []
        made = plan.weave(taken.texts, taken.outline.spots, found, record.place, plan.numbers)
        assert made == shaped.shapes(cls, spotted=True).made(again.node, expected, record.place)
        assert made[0] == record
        assert sorted(found) == sorted(expected)


REFUSED = {
    "a key without a value": "- id: x\n  title:\n",
    "an unknown key": "- id: x\n  colour: red\n",
    "a mapping in place of a text": "- id: x\n  title:\n    de: x\n",
    "a list in place of a text": "- id: x\n  title:\n  - x\n",
    "a mapping in place of a word of a list": "- id: x\n  kinds:\n  - law: x\n",
    "something needed is lacking": "- id: x\n  title: x\n",
    "a kind that is stated": "- kind: event\n  id: x\n  title: x\n",
    "no mapping": "- x\n",
}
"""Events that are looked at more closely."""


@pytest.mark.parametrize("what", REFUSED)
def test_what_a_class_does_not_have_is_not_planned(what: str) -> None:
    taken = plain_yaml.record(REFUSED[what])
    assert taken is None or planned(Event, taken.outline) is None
