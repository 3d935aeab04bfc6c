"""The export for FollowTheMoney, validated by its own library; that one needs ICU, so the tests run where it is."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from narcotl.exports.registry import Target
from tests.exports.conftest import Exporter, Record
from tests.front_door import ask

ftm = pytest.importorskip("followthemoney", reason="followthemoney is not installed: pip install 'narcotl[ftm-check]'")


def entities(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def check(made: list[dict[str, Any]]) -> None:
    """Have the library validate each entity, clean nothing from any value, and find every link's other end."""
    proxies = {entity["id"]: ftm.model.get_proxy(entity, cleaned=False) for entity in made}
    assert len(proxies) == len(made)
    for entity in made:
        proxy = proxies[entity["id"]]
        proxy.schema.validate(entity)
        for name, values in entity["properties"].items():
            prop = proxy.schema.get(name)
            assert prop is not None, (entity["id"], name)
            assert [prop.type.clean(value, proxy=proxy) for value in values] == values, (entity["id"], name)
            if prop.range is not None:
                assert all(proxies[value].schema.is_a(prop.range) for value in values), (entity["id"], name)


def test_the_library_takes_every_entity(exported: Exporter, records: dict[str, list[Record]]) -> None:
    made = entities(exported(Target.FTM))
    check(made)
    counts = Counter(entity["schema"] for entity in made)
    assert counts["Event"] == len(records["event"])
    assert counts["Article"] + counts["Document"] == len(records["source"])
    assert counts["Person"] == sum(actor["type"] == "person" for actor in records["actor"])
    bodies = ("Person", "PublicBody", "Company", "Organization", "LegalEntity")
    assert sum(counts[schema] for schema in bodies) == len(records["actor"])
    assert counts["Occupancy"] + counts["UnknownLink"] >= sum(len(actor["offices"]) for actor in records["actor"])


def test_entities_keep_the_ids_and_dates_of_the_store(exported: Exporter) -> None:
    made = {entity["id"]: entity for entity in entities(exported(Target.FTM))}
    war = made["laos-secret-war"]["properties"]
    assert (war["startDate"], war["endDate"]) == (["1965"], ["1975"])
    assert "cia" in war["involved"]
    assert made["cia"]["schema"] == "PublicBody"
    assert made["abc-blotter-2007-04-03"]["properties"]["publishedAt"] == ["2007-04-03"]


def test_hostile_texts_are_valid_and_what_does_not_fit_is_counted(hostile: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.ftm"
    answer = ask("export", "ftm", "--store", str(hostile), "-o", str(path))
    check(entities(path))
    assert "1 address left out: FollowTheMoney takes only those of the web" in answer.err
    assert "outside the years 1000 to 2999 left out: FollowTheMoney has no such dates" in answer.err
