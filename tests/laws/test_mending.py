"""An index that was mended holds what a fresh one holds: every table, and the problems of every rule."""

from copy import deepcopy
from typing import Any
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.index.held import tables
from tests.laws.stores import Record, Store, content, stores, written

AMOUNTS: tuple[tuple[str, Record], ...] = (
    ("100", {}),
    ("120", {"change": {"pct": "20", "from": "1980"}}),
    ("40", {"also_written": [{"value": "100", "unit": "acre"}]}),
)
"""Figures: a value, and what else is said of it."""
MORE: dict[str, list[Record]] = {
    "measures.yaml": [
        {"id": "measure-0", "name": "planted", "unit": "ha"},
        {"id": "measure-1", "name": "share", "unit": "percent", "nature": "share"},
    ],
    "figures.yaml": [
        {
            "id": f"figure-{place}",
            "measure": "measure-0",
            "region": "region-0",
            "period": str(1980 + place),
            "value": value,
            "unit": "ha",
            "agency": "actor-0",
            "source": "source-0",
            **more,
        }
        for place, (value, more) in enumerate(AMOUNTS)
    ],
    "corrections.yaml": [
        {
            "id": "correction-0",
            "target": {"source": "source-0", "text": "x"},
            "kind": "source-older-than-fact",
            "says": "a",
            "should_be": "b",
            "basis": ["source-1"],
            "certainty": "certain",
            "applies_to": ["event-0", "actor-0"],
        },
        {
            "id": "correction-1",
            "target": {"entity": "claim-0", "field": "proposition"},
            "kind": "arithmetic",
            "says": "a",
            "should_be": "b",
            "basis": ["source-1"],
            "certainty": "certain",
            "applies_to": ["figure-1", "claim-0"],
        },
    ],
    "annotations.yaml": [
        {
            "id": f"annotation-{place}",
            "of": target,
            "note": "mine",
            "tags": ["read"],
            **({"positions": [{"stance": "denies", "source": "source-1"}]} if target == "claim-0" else {}),
        }
        for place, target in enumerate(["region-0", "claim-0", "event-0", "figure-0"])
    ],
}
"""What stores have beside what is drawn at random: enough for every rule to look at."""
IDS = ("region-0", "region-1", "actor-0", "actor-1", "source-0", "source-1", "event-0", "event-1", "claim-0", "nowhere")
WORDS: dict[str, tuple[str, ...]] = {
    "date": ("1984-11-26", "1985", "2001", "198X", "[1960,1984]", "nonsense"),
    "period": ("1980", "1981", "2003"),
    "issued": ("1960", "1999", "XXXX"),
    "status": ("documented", "disputed", "nonsense"),
    "value": ("100", "120", "247.1", "-3"),
    "unit": ("ha", "acre", "hectar"),
    "read": ("true", "false"),
    "name": ("River", "Señor", "ocean"),
    "title": ("river law", "law"),
    "kind": ("country", "city", "agency"),
    "stance": ("asserts", "denies", "alleges"),
    "actor": IDS,
    "region": IDS,
    "regions": IDS,
    "source": IDS,
    "sources": IDS,
    "event": IDS,
    "of": IDS,
    "part_of": IDS,
    "applies_to": IDS,
    "measure": ("measure-0", "measure-1", "region-0"),
}
"""What the fields that rules look at may be changed to."""
SILENCES = (
    "title: A store\n",
    "check:\n  distinct:\n  - {records: [event-0, event-0-1], reason: meant}\n",
    "check:\n  silence:\n  - {rule: anachronism, records: all, reason: meant}\n",
    "check:\n  tolerance: 30\n  silence:\n  - {rule: duplicate-event, records: [event-1, event-2], reason: meant}\n",
)


def parts(value: Any) -> list[Record]:
    """Give every mapping in a record."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return ([value] if isinstance(value, dict) else []) + [found for part in inner for found in parts(part)]


def change(draw: Any, records: list[Record]) -> list[Record]:
    """Change the records of a file as people do, well and badly."""
    found = deepcopy(records)
    match draw(st.sampled_from(["set", "set", "set", "drop", "twin", "turn"])):
        case "drop" if found:
            del found[draw(st.integers(0, len(found) - 1))]
        case "twin" if found:
            twin = deepcopy(draw(st.sampled_from(found)))
            found.append({**twin, "id": f"{twin['id']}-{draw(st.integers(1, 2))}"})
        case "turn":
            found.reverse()
        case _ if found:
            part = draw(st.sampled_from(parts(draw(st.sampled_from(found)))))
            if keys := sorted(part.keys() & WORDS.keys()):
                key = draw(st.sampled_from(keys))
                word = draw(st.sampled_from(WORDS[key]))
                part[key] = [word] if isinstance(part[key], list) else word
        case _:
            pass
    return found


@given(st.data())
@settings(max_examples=40)
def test_a_mended_index_holds_what_a_fresh_one_holds(data: st.DataObject) -> None:
    store: Store = {**data.draw(stores()), **deepcopy(MORE)}
    with written(store) as folder:
        (folder / "store.yaml").write_text(SILENCES[0], encoding="utf-8")
        assert tables(folder, cached=True) == tables(folder, cached=False)
        for _ in range(data.draw(st.integers(1, 4))):
            name = data.draw(st.sampled_from([*store, "store.yaml"]))
            if name == "store.yaml":
                text = data.draw(st.sampled_from(SILENCES))
            else:
                store[name] = change(data.draw, store[name])
                text = content(name, store[name])
            (folder / name).write_text(text, encoding="utf-8")
            mended, fresh = tables(folder, cached=True), tables(folder, cached=False)
            for table, held in fresh.items():
                assert mended[table] == held, table


@given(stores())
@settings(max_examples=10)
def test_headings_that_are_not_remembered_are_looked_up(store: Store) -> None:
    with written({**store, **deepcopy(MORE)}) as folder:
        usual = tables(folder, cached=False)
        with mock.patch("narcotl.index.headings.MOST", 3):
            assert tables(folder, cached=False) == usual
