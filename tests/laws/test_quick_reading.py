"""What is read quickly is what is read exactly: the same records, references, positions and problems."""

import json
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from narcotl.errors import Place, Problem
from narcotl.library.shipped import shipped_store
from narcotl.model.encode import to_json, to_text
from narcotl.model.entry import Entry, Setting
from narcotl.store import jsonl_file, yaml_file
from narcotl.store.layout import StoreFile, files
from narcotl.store.reader import read, understand
from narcotl.store.shaped import OFTEN

Read: TypeAlias = Entry | Setting | Problem

VALUES: tuple[Any, ...] = (
    *(None, "", "true", True, 5, 0.5, -3, 1e300, 10**20, "1984", "19", "198X", "nonsense", "asserts", "a\tb", "a: b"),
    *(
        [],
        {},
        ["x", "x"],
        [None],
        [["x"]],
        {"id": "peru"},
        {"id": "peru", "name": "Peru"},
        {"name": "Peru"},
        {"ref": "x"},
    ),
    *(
        {"edtf": "1984"},
        {"edtf": 5},
        [{"source": "seed-000", "via": ["seed-001"]}],
        "x" * 100_001,
        "Ünï\u2028code",
        "- x",
    ),
)
"""What may stand in place of any part of a record."""
KEYS = ("name", "kind", "type", "note", "match", "corrections", "polarity", "source", "via", "unknown", "id")


@cache
def shipped() -> dict[str, list[dict[str, Any]]]:
    """Give the records of the shipped store as JSON, by kind, the shorter first."""
    found: dict[str, list[dict[str, Any]]] = {}
    for file in files(shipped_store()):
        for item in read(file):
            if isinstance(item, Entry) and item.record is not None:
                found.setdefault(item.record.KIND.value, []).append(to_json(item.record))
    return {kind: sorted(records, key=lambda record: len(str(record))) for kind, records in found.items()}


@st.composite
def records(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """Draw a record of the shipped store, mostly with something changed."""
    kind = draw(st.sampled_from(sorted(shipped())))
    record = deepcopy(draw(st.sampled_from(shipped()[kind][:40])))
    for _ in range(draw(st.integers(0, 2))):
        part = draw(st.sampled_from([part for part in parts(record) if part]))
        key = draw(st.sampled_from(sorted(part) if isinstance(part, dict) else range(len(part))))
        match draw(st.sampled_from(["replace", "drop", "add"])):
            case "replace":
                part[key] = deepcopy(draw(st.sampled_from(VALUES)))
            case "drop":
                del part[key]
            case _ if isinstance(part, dict):
                part[draw(st.sampled_from(KEYS))] = deepcopy(draw(st.sampled_from(VALUES)))
            case _:
                part.append(deepcopy(draw(st.sampled_from(VALUES))))
    return kind, record


def parts(value: Any) -> Iterator[Any]:
    """Give every mapping and list of a record."""
    if isinstance(value, dict | list):
        yield value
        for part in value.values() if isinstance(value, dict) else value:
            yield from parts(part)


def exactly(file: StoreFile) -> Iterator[Read]:
    """Read a file as it would be read if nothing could be read quickly."""
    with file.path.open("rb") as stream:
        if file.path.suffix == ".jsonl":
            for number, line in enumerate(stream, 1):
                for item in jsonl_file.exactly(line, Place(file=str(file.path), line=number, column=1)):
                    yield item if isinstance(item, Problem) else understand(file, *item)
        else:
            for item in yaml_file.items(stream, str(file.path)):
                yield item if isinstance(item, Problem) else understand(file, *item)


def comparable(items: Iterator[Read]) -> list[object]:
    """Give what was read with all that is to be compared; in which order references come says nothing."""
    return [
        (item.record, item.record and item.record.place, sorted(map(str, item.references)), item.problems)
        if isinstance(item, Entry)
        else item
        for item in items
    ]


@given(st.lists(records(), min_size=1, max_size=3), st.sampled_from(["jsonl", "block", "flow"]))
def test_records_are_what_they_are_exactly(drawn: list[tuple[str, dict[str, Any]]], form: str) -> None:
    kind = drawn[0][0]
    found = [record for other, record in drawn if other == kind]
    with TemporaryDirectory() as folder:
        path = Path(folder) / ("file.jsonl" if form == "jsonl" else "file.yaml")
        if form == "jsonl":
            text = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in found)
        else:
            text = yaml.safe_dump(
                found, allow_unicode=True, sort_keys=False, default_flow_style=form == "flow", width=200
            )
        path.write_text(text, encoding="utf-8")
        for stated in (kind, None):
            file = StoreFile(path=path, kind=stated)
            quick = list(read(file))
            assert comparable(iter(quick)) == comparable(exactly(file))
            entries = [item for item in quick if isinstance(item, Entry) and item.record is not None and item.json]
            assert [item.json for item in entries] == [to_text(item.record) for item in entries if item.record]


@given(records(), st.sampled_from(["jsonl", "yaml", "folded.yaml"]))
@settings(max_examples=20)
def test_what_comes_often_is_read_and_written_as_what_comes_once(drawn: tuple[str, dict[str, Any]], form: str) -> None:
    kind, record = drawn
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"file.{form}"
        text = json.dumps(record, ensure_ascii=False)
        width = 40 if form == "folded.yaml" else 200
        whole = yaml.safe_dump([record], allow_unicode=True, sort_keys=False, width=width)
        path.write_text((f"{text}\n" if form == "jsonl" else whole) * (OFTEN + 2), encoding="utf-8")
        file = StoreFile(path=path, kind=kind)
        assert comparable(read(file)) == comparable(exactly(file))
        for item in read(file):
            if isinstance(item, Entry) and item.record is not None:
                assert item.json in ("", to_text(item.record))
