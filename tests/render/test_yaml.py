"""YAML: what `yaml.safe_load` reads back as it was, with dates as texts."""

import subprocess
import sys
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from narcotl.render import Format
from narcotl.reports.report import Report
from tests.render.stage import BURMA, PERU, event_card, said, texts, timeline
from tests.render.test_json import HIDDEN

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
ROWS = st.lists(st.dictionaries(TEXTS, st.none() | st.booleans() | st.integers() | TEXTS | st.lists(TEXTS)))


def test_a_list_is_a_sequence() -> None:
    assert said(timeline([PERU]), Format.YAML) == snapshot("""\
- kind: event
  id: peru-1990s
  title: Peru lets suspected drug planes be shot down, under a policy co-written by the CIA†
  date:
    edtf: 199X
    text: 1990s
    earliest: '1990-01-01'
    latest: '1999-12-31'
  regions:
  - id: peru
    name: Peru
  - id: vraem
    name: Valley of the Apurímac, Ene and Mantaro
  participants: []
  status: reported
  share: 1250.5
  summary: null
""")


def test_a_list_of_nothing() -> None:
    assert yaml.safe_load(said(timeline([]), Format.YAML)) == []


def test_a_card_is_a_mapping() -> None:
    assert yaml.safe_load(said(event_card(), Format.YAML)) == BURMA


def test_only_the_wanted_fields() -> None:
    assert said(timeline(), Format.YAML, fields=("id", "date.edtf")) == snapshot("""\
- id: burma-1950
  date.edtf: '1950'
- id: peru-1990s
  date.edtf: 199X
- id: survey-2018
  date.edtf: 2018-11-09~
""")


def test_what_comes_twice_is_written_twice() -> None:
    reference = {"id": "peru"}
    report = Report(title="", columns=(), rows=[{"a": reference, "b": reference}])
    assert said(report, Format.YAML) == "- a:\n    id: peru\n  b:\n    id: peru\n"


@given(ROWS, st.sampled_from(["utf-8", "ascii", "latin-1"]))
def test_it_reads_back_as_it_was(rows: list[dict[str, Any]], encoding: str) -> None:
    report = Report(title="", columns=(), rows=rows)
    assert yaml.safe_load(said(report, Format.YAML, encoding=encoding)) == rows


@pytest.mark.parametrize("character", HIDDEN, ids=lambda character: f"U+{ord(character):04X}")
def test_what_a_terminal_would_act_on_is_escaped(character: str) -> None:
    text = said(texts(f"a{character}b"), Format.YAML)
    assert character not in text
    assert yaml.safe_load(text)[0]["text"] in (f"a{character}b", f"a\\u{ord(character):04x}b")


def test_without_libyaml_it_says_the_same() -> None:
    program = (
        "import sys; sys.modules['yaml._yaml'] = sys.modules['yaml.cyaml'] = None\n"
        "from narcotl.render import Format, Shown, show\n"
        "from tests.render.stage import timeline\n"
        "show(timeline(), Shown(format=Format.YAML))\n"
        "import yaml; assert not hasattr(yaml, 'CSafeDumper')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert yaml.safe_load(done.stdout) == yaml.safe_load(said(timeline(), Format.YAML))


def test_every_mapping_is_a_mapping() -> None:
    report = Report(title="", columns=(), rows=[MappingProxyType({"a": MappingProxyType({"b": (1, Decimal("2.50"))})})])
    assert said(report, Format.YAML) == "- a:\n    b:\n    - 1\n    - '2.50'\n"
