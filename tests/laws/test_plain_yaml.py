"""Ordinary YAML, in whatever style a person or a program writes it, is read quickly, and as libyaml reads it."""

import json
import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from narcotl.errors import Problem
from narcotl.library.shipped import shipped_store
from narcotl.model.encode import to_json
from narcotl.model.entry import Entry
from narcotl.store import pieces, yaml_file
from narcotl.store.layout import files
from narcotl.store.nodes import Draft, Node, Spotted, SpottedItems, place_of, position
from narcotl.store.reader import read
from tests.laws.written import Indented, as_texts, by_hand, dumped, mixed, safe_dump, written

STYLES: dict[str, Callable[[Any], str]] = {
    "PyYAML's own": safe_dump(),
    "PyYAML's own, in ASCII": safe_dump(allow_unicode=False),
    "keys in order": safe_dump(sort_keys=True),
    "lines of 40 characters": safe_dump(width=40),
    "lines of 120 characters": safe_dump(width=120),
    "no line broken": safe_dump(width=10**6),
    "indented by four": safe_dump(indent=4),
    "lists further to the right": safe_dump(Dumper=Indented),
    "innermost lists and mappings in brackets": safe_dump(default_flow_style=None),
    "single quotes everywhere": safe_dump(default_style="'"),
    "double quotes everywhere": safe_dump(default_style='"', allow_unicode=False),
    "literal texts": safe_dump(default_style="|"),
    "folded texts": safe_dump(default_style=">"),
    "JSON a line": lambda found: "".join(f"- {json.dumps(one)}\n" for one in found),
    "JSON a field": lambda found: "".join(
        "- {}\n".format("\n  ".join(f"{key}: {json.dumps(part)}" for key, part in one.items())) for one in found
    ),
    "ruamel.yaml's, a long word below its key": lambda found: re.sub(
        r"(?m)^( *)(-? *)(url|name|measure): (\w\S{9,})$", r"\1\2\3: \n\1    \4", safe_dump(width=10**6)(found)
    ),
    "lines that end in CR LF, behind a byte order mark": lambda found: (
        "\ufeff" + safe_dump()(found).replace("\n", "\r\n")
    ),
    "below keys": lambda found: yaml.safe_dump({"events": found[3:], "title": "x", "claims": found[:3]}, width=60),
    "below keys, to the right": lambda found: "---\nevents:\n  " + safe_dump()(found).replace("\n", "\n  "),
    "comments and empty lines": lambda found: (
        safe_dump()(found)
        .replace("\n  sources:\n", "\n\n  # who says so: they\n  sources:  # these\n")
        .replace("\n  status: reported\n", "\n  status: reported  # as it seems\n")
        .replace("\n- ", "\n\n# the next one\n- ")
    ),
}
"""How people and programs write records."""


def agree(quick: Node, exact: Node, draft: Draft, spot: int = 0) -> None:
    """Hold a node that was read quickly to the one that libyaml gives, in value and in place."""
    if isinstance(quick, Spotted) and isinstance(exact, dict):
        assert list(quick) == list(exact) == list(quick.spots)
        for key, part in quick.items():
            agree(part, exact[key], draft, quick.spots[key])
    elif isinstance(quick, SpottedItems) and isinstance(exact, list):
        assert len(quick) == len(exact) == len(quick.spots)
        for part, other, at in zip(quick, exact, quick.spots, strict=True):
            agree(part, other, draft, at)
    else:
        assert quick == exact
        assert exact is None or place_of(spot, draft.place.line) == position(exact)


def is_quick(text: str) -> bool:
    """Tell whether all records of a file are read quickly; hold what is read to what libyaml reads."""
    raw = text.encode()
    exact = list(yaml_file.items(BytesIO(raw), "file"))
    quick = list(pieces.items(BytesIO(raw), "file"))
    assert len(quick) == len(exact)
    for found, item in zip(quick, exact, strict=True):
        if not isinstance(found, Draft):
            assert found == item
            continue
        assert not isinstance(item, Problem)
        assert item[0] == found.key
        assert position(item[0]) == position(found.key)
        assert (found.place.line, found.place.column) == position(item[1])
        agree(found.node, item[1], found)
        assert list(found.exact()) == [item]
    return all(isinstance(found, Draft) or (not isinstance(found, Problem) and found[0] == "title") for found in quick)


@given(st.one_of(mixed(), written(), by_hand(), dumped()))
def test_whatever_is_written_is_read_as_libyaml_reads_it(text: str) -> None:
    is_quick(text)


@pytest.mark.parametrize("style", STYLES)
def test_ordinary_styles_are_read_quickly(style: str) -> None:
    assert is_quick(STYLES[style](shipped()))


@cache
def shipped() -> list[Any]:
    """Give some records of the shipped store."""
    items = (item for file in files(shipped_store()) for item in read(file))
    found = [as_texts(to_json(item.record)) for item in items if isinstance(item, Entry) and item.record is not None]
    return found[::40]
