"""JSON and JSON Lines: standard, complete, streamed, and harmless on a terminal."""

import json
import math
import sys
from collections.abc import Iterator
from types import MappingProxyType
from typing import Any
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from narcotl.render import Format, Shown, show
from narcotl.reports.report import Report, Row
from tests.render.stage import BURMA, EVENTS, PERU, Stage, event_card, said, texts, timeline


def rows_of(words: st.SearchStrategy[str]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Make rows of every kind of value, with these texts."""
    scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | words
    values = st.recursive(scalars, lambda inner: st.lists(inner) | st.dictionaries(words, inner), max_leaves=12)
    return st.lists(st.dictionaries(words, values, max_size=4), max_size=4)


HARMLESS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.sampled_from(' \t\n\r\x1b\0"\\/'))
HIDDEN = [chr(code) for code in (0x7F, 0x9B, 0x85, 0x2028, 0x2029, 0x202A, 0x202E, 0x2066, 0x2069, 0xD800, 0xDFFF)]


def listed(rows: list[dict[str, Any]]) -> Report:
    return Report(title="", columns=(), rows=rows)


def test_a_list_is_an_array() -> None:
    assert said(timeline([PERU]), Format.JSON) == snapshot("""\
[
{"kind":"event","id":"peru-1990s","title":"Peru lets suspected drug planes be shot down, under a policy co-written by the CIA†","date":{"edtf":"199X","text":"1990s","earliest":"1990-01-01","latest":"1999-12-31"},"regions":[{"id":"peru","name":"Peru"},{"id":"vraem","name":"Valley of the Apurímac, Ene and Mantaro"}],"participants":[],"status":"reported","share":1250.5,"summary":null}
]
""")


def test_a_list_of_nothing() -> None:
    assert said(timeline([]), Format.JSON) == "[]\n"
    assert said(timeline([]), Format.JSONL) == ""


def test_lines_are_compact_objects() -> None:
    assert said(texts("Apurímac", "”\n"), Format.JSONL) == '{"text":"Apurímac"}\n{"text":"”\\n"}\n'


def test_a_card_is_one_object() -> None:
    assert json.loads(said(event_card(), Format.JSON)) == BURMA
    assert said(event_card(), Format.JSONL).count("\n") == 1
    assert json.loads(said(event_card(), Format.JSONL)) == BURMA


@given(rows_of(HARMLESS))
def test_it_is_an_array_with_a_record_a_line(rows: list[dict[str, Any]]) -> None:
    lines = said(listed(rows), Format.JSON).splitlines()
    assert [json.loads(line.rstrip(",")) for line in lines[1:-1]] == rows
    assert [lines[0], lines[-1]] == (["[", "]"] if rows else ["[]", "[]"])


@given(rows_of(st.text()), st.sampled_from(["utf-8", "ascii", "latin-1"]))
def test_it_means_what_the_rows_say(rows: list[dict[str, Any]], encoding: str) -> None:
    assert json.loads(said(listed(rows), Format.JSON, encoding=encoding)) == rows
    assert [json.loads(line) for line in said(listed(rows), Format.JSONL, encoding=encoding).splitlines()] == rows


@pytest.mark.parametrize("character", HIDDEN, ids=lambda character: f"U+{ord(character):04X}")
@pytest.mark.parametrize("form", [Format.JSON, Format.JSONL])
def test_what_a_terminal_would_act_on_is_escaped(form: Format, character: str) -> None:
    text = said(texts(f"a{character}b"), form)
    assert f"a\\u{ord(character):04x}b" in text
    assert f"a{character}b" in (json.loads(text)[0] if form is Format.JSON else json.loads(text))["text"]


def test_an_encoding_without_a_letter_gets_it_escaped() -> None:
    assert said(texts("Apurímac 😀"), Format.JSONL, encoding="ascii") == '{"text":"Apur\\u00edmac \\ud83d\\ude00"}\n'


@pytest.mark.parametrize("number", [math.inf, -math.inf, math.nan])
def test_what_is_no_number_is_null(number: float) -> None:
    assert json.loads(said(listed([{"a": [number, 1.5], "b": {"c": number}}]), Format.JSON)) == [
        {"a": [None, 1.5], "b": {"c": None}}
    ]


def test_every_mapping_is_an_object() -> None:
    row = MappingProxyType({"a": MappingProxyType({"b": (1, 2)})})
    report = Report(title="", columns=(), rows=[row])
    assert said(report, Format.JSONL) == '{"a":{"b":[1,2]}}\n'


def test_only_the_wanted_fields() -> None:
    fields = ("id", "date.earliest", "regions.name", "participants.actor.id", "summary.nothing")
    assert said(timeline([PERU, BURMA]), Format.JSON, fields=fields) == snapshot("""\
[
{"id":"peru-1990s","date.earliest":"1990-01-01","regions.name":["Peru","Valley of the Apurímac, Ene and Mantaro"],"participants.actor.id":[],"summary.nothing":null},
{"id":"burma-1950","date.earliest":"1950-01-01","regions.name":["Shan State"],"participants.actor.id":["cia"],"summary.nothing":null}
]
""")
    assert json.loads(said(event_card(), Format.JSONL, fields=("id", "regions.id"))) == {
        "id": "burma-1950",
        "regions.id": ["shan-state"],
    }


@pytest.mark.parametrize("form", [form for form in Format if form is not Format.TABLE])
def test_rows_are_written_as_they_come(form: Format) -> None:
    stage = Stage()
    seen: list[bool] = []

    def rows() -> Iterator[Row]:
        for row in EVENTS:
            seen.append(BURMA["id"] in stage.text)
            yield row

    with mock.patch.object(sys, "stdout", stage):
        show(timeline(rows()), Shown(format=form))
    assert seen == [False, True, True]


def test_a_failure_before_the_first_row_writes_nothing() -> None:
    def rows() -> Iterator[Row]:
        raise LookupError
        yield BURMA

    stage = Stage()
    with mock.patch.object(sys, "stdout", stage), pytest.raises(LookupError):
        show(timeline(rows()), Shown(format=Format.JSON))
    assert stage.text == ""
