"""The schema of a store takes what narcotl reads, as an editor sees it, and refuses what narcotl refuses."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import jsonschema
import pytest
import yaml
from hypothesis import given

from narcotl.dates import parse_edtf
from narcotl.errors import DateError
from narcotl.model.records import RECORDS
from narcotl.model.vocab.words import Stance
from narcotl.schema.edtf import PATTERN
from narcotl.schema.store import store_schema
from narcotl.store.layout import FILE_KINDS, files
from tests.conftest import StoreMaker
from tests.dates.strategies import EDTF_LIKE, EDTF_TEXTS
from tests.front_door import ROOT, FrontDoor

FLOAT = r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"


class Editor(yaml.SafeLoader if not yaml.__with_libyaml__ else yaml.CSafeLoader):  # type: ignore[misc]  # either base
    """Reads YAML as yaml-language-server does, by the core schema of YAML 1.2: numbers, truths and nothing."""

    yaml_implicit_resolvers: ClassVar[Any] = {}


for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", FLOAT, list("-+.0123456789")),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), _first)
Editor.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


def shipped() -> Iterator[Any]:
    for file in files(ROOT / "data"):
        name = next((stem for stem, kind in FILE_KINDS.items() if kind == file.kind), "store")
        yield pytest.param(name, file.path, id=str(file.path.relative_to(ROOT)))


def wrong(schema: dict[str, Any], value: object) -> list[str]:
    return [f"{e.json_path}: {e.message[:300]}" for e in jsonschema.Draft202012Validator(schema).iter_errors(value)]


@pytest.mark.parametrize("name", [None, "store", *FILE_KINDS])
def test_the_schema_is_one(name: str | None) -> None:
    schema = store_schema(name)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(("name", "path"), list(shipped()))
@pytest.mark.parametrize("loader", [Editor, getattr(yaml, "CBaseLoader", yaml.BaseLoader)], ids=["editor", "narcotl"])
def test_the_shipped_store_is_as_its_schema_says(name: str, path: Path, loader: Any) -> None:
    with path.open(encoding="utf-8") as stream:
        content = yaml.load(stream, loader)  # noqa: S506 - both loaders make plain values only
    assert content
    assert wrong(store_schema(name), content) == []


def test_the_shipped_store_in_one_file_is_as_its_schema_says() -> None:
    whole: dict[str, Any] = {}
    for file in files(ROOT / "data"):
        name = next((stem for stem, kind in FILE_KINDS.items() if kind == file.kind), None)
        content = yaml.load(file.path.read_text(encoding="utf-8"), Editor)  # noqa: S506 - a safe loader
        if name is None:
            whole |= content
        else:
            whole.setdefault(name, []).extend(content)
    assert sorted(whole) == sorted({*FILE_KINDS, "title", "licence", "topics", "check", "synonyms"} & {*whole})
    assert wrong(store_schema(), whole) == []


def test_exported_records_are_as_the_schema_of_a_store_says(narcotl: FrontDoor) -> None:
    schema = store_schema()
    of_kind = {
        kind.value: jsonschema.Draft202012Validator({"$ref": f"#/$defs/{kind}", "$defs": schema["$defs"]})
        for kind in RECORDS
    }
    # The shipped store has no annotations; these are of one beside it.
    stores = ("--store", "data", "--store", "tests/schema/annotated")
    rows: list[Any] = narcotl("export", "jsonl", *stores).rows
    assert {row["kind"] for row in rows} == set(of_kind)
    assert [row["id"] for row in rows if not of_kind[row["kind"]].is_valid(row)] == []


EVENT = "{id: e, title: T, date: 1989, regions: [r], kinds: [war], status: reported, sources: [s]}"
FIGURE = "{id: f, measure: m, region: r, period: 2017, value: 5, unit: ha, source: s}"
BROKEN = {
    "unknown field": ("events", EVENT.replace("title", "titel")),
    "no title": ("events", EVENT.replace("title: T, ", "")),
    "no date": ("events", EVENT.replace("1989", "")),
    "a date in words": ("events", EVENT.replace("1989", "June 1989")),
    "a date with slashes": ("events", EVENT.replace("1989", "06/01/1989")),
    "a month that is none": ("events", EVENT.replace("1989", "1989-13")),
    "two digits of a year": ("events", EVENT.replace("1989", "'89'")),
    "a word that is none": ("events", EVENT.replace("war", "wars")),
    "a status that is none": ("events", EVENT.replace("reported", "certain")),
    "a field of a source": ("events", EVENT.replace("[s]", "[{source: s, page: 3}]")),
    "a citation without a source": ("events", EVENT.replace("[s]", "[{locator: p. 3}]")),
    "a mapping for a text": ("events", EVENT.replace("title: T", "title: {en: T}")),
    "another kind": ("events", EVENT.replace("id: e", "id: e, kind: claim")),
    "no record": ("events", "laos-secret-war"),
    "no id": ("actors", "{name: A, kind: agency}"),
    "an actor of no kind": ("actors", "{id: a, name: A, kind: spy}"),
    "the kind of another record": ("actors", "{id: a, name: A, kind: actor}"),
    "neither true nor false": ("sources", "{id: s, type: book, title: T, issued: 1989, read: maybe}"),
    "no position": ("claims", "{id: c, proposition: P}"),
    "a stance that is none": ("claims", "{id: c, proposition: P, positions: [{stance: says, source: s}]}"),
    "a position of nobody": ("claims", "{id: c, proposition: P, positions: [{actor: a, stance: denies}]}"),
    "no number": ("figures", FIGURE.replace("value: 5, ", "")),
    "two numbers": ("figures", FIGURE.replace("value: 5", "value: 5, missing: unknown")),
    "no digits": ("figures", FIGURE.replace("value: 5", "value: about five")),
    "digits in groups": ("figures", FIGURE.replace("value: 5", "value: '49,800'")),
    "a unit that is none": ("figures", FIGURE.replace("ha", "hectares")),
    "stated by nobody": ("figures", FIGURE.replace(", source: s", "")),
    "a target of nothing known": ("corrections", "{id: c, target: {page: 3}, kind: spelling, says: x, should_be: y}"),
}


@pytest.mark.parametrize(("file", "record"), BROKEN.values(), ids=list(BROKEN))
def test_a_broken_record_is_refused(file: str, record: str, make_store: StoreMaker, narcotl: FrontDoor) -> None:
    text = f"- {record}\n"
    assert wrong(store_schema(file), yaml.load(text, Editor))  # noqa: S506 - a safe loader
    if "hectares" not in record:  # a unit is told by the schema alone
        problems: Any = narcotl("check", "--json", "--store", str(make_store({f"{file}.yaml": text}))).json
        assert [one for one in problems if one["rule"] != "reference"]


@pytest.mark.parametrize(
    ("file", "record"),
    [
        ("events", EVENT),
        ("events", EVENT.replace("date: 1989", "date: -0043")),
        ("events", EVENT.replace("title: T", "title: 1984").replace("id: e", "id: 1984")),
        ("events", EVENT.replace("[r]", "r").replace("[war]", "war")),
        ("events", EVENT.replace("[r]", "[{id: r, geo_precision: area}]").replace("[s]", "[{source: s, via: [t]}]")),
        ("events", EVENT.replace("id: e", "id: e, kind: event, summary: , match: certain")),
        ("actors", "{id: a, kind: actor, type: agency, name: A, part_of: [{id: b, when: 1989/..}]}"),
        ("figures", FIGURE.replace("value: 5", "low: 5, high: 7.5, op: ~")),
        ("figures", FIGURE.replace("value: 5", "value: '5e3'")),
        ("figures", "{id: f, measure: m, region: r, period: 2017, unit: ha, missing: unknown}"),
    ],
)
def test_what_narcotl_reads_is_taken(file: str, record: str, make_store: StoreMaker, narcotl: FrontDoor) -> None:
    text = f"- {record}\n"
    problems: Any = narcotl("check", "--json", "--store", str(make_store({f"{file}.yaml": text}))).json
    assert [one for one in problems if one["rule"] in ("shape", "yaml", "required", "vocabulary", "date")] == []
    assert wrong(store_schema(file), yaml.load(text, Editor)) == []  # noqa: S506 - a safe loader


def test_words_come_with_their_meaning_and_fields_with_their_docstring(narcotl: FrontDoor) -> None:
    schema: Any = narcotl("schema", "store", "--file", "claims").json
    stance = schema["$defs"]["word-stance"]
    assert dict(zip(stance["enum"], stance["enumDescriptions"], strict=True)) == {
        word.value: word.meaning for word in Stance
    }
    position = schema["$defs"]["Position"]
    assert position["properties"]["interest"]["description"] == "What the actor stands to gain or lose by it."
    assert position["required"] == ["stance", "source"]
    assert "A proposition that somebody asserts" in schema["$defs"]["claim"]["description"]
    assert json.dumps(schema["properties"]) == '{"claims": {"type": "array", "items": {"$ref": "#/$defs/claim"}}}'


@given(EDTF_TEXTS)
def test_the_pattern_takes_every_date(text: str) -> None:
    assert re.search(PATTERN, text)


@given(EDTF_LIKE)
def test_the_pattern_refuses_no_date(text: str) -> None:
    try:
        parse_edtf(text)
    except DateError:
        return
    assert re.search(PATTERN, text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "89", "198", "19891", "1989-13", "1989-1", "1989-6-1", "1989-06-41", "June 1989", "1980s", "06/01/1989"),
        *(
            "1989-06-01T25:00:00",
            "1989/1990/1991",
            "[1989",
            "{1989]",
            "..",
            "/",
            "Y1989",
            "-0000",
            "1989-20",
            "c. 1989",
        ),
    ],
)
def test_the_pattern_refuses_what_is_no_date(text: str) -> None:
    assert not re.search(PATTERN, text)
