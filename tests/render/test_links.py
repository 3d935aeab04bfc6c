"""Addresses of sources are links on a terminal that takes them, and harmless everywhere."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narcotl.render.links import LONGEST, target
from tests.conftest import StoreMaker
from tests.front_door import Terminal

LINK = re.compile(
    r"\x1b\]8;id=\d+;(?P<address>[^\x1b]*)\x1b\\(?P<text>[^\x1b]*|(?:\x1b\[[0-9;]*m[^\x1b]*)+)\x1b\]8;;\x1b\\"
)


def source(make_store: StoreMaker, **fields: str) -> Path:
    """Write a store with one source."""
    return make_store({"sources.yaml": [{"id": "work", "type": "book", "title": "A work", "issued": "1999", **fields}]})


def links(text: str) -> list[tuple[str, str]]:
    """Find the links that a terminal gets: where they lead, and on which text they stand."""
    return [(found["address"], found["text"]) for found in LINK.finditer(text)]


def test_the_addresses_of_a_source_are_links(narcotl_terminal: Terminal, make_store: StoreMaker) -> None:
    store = source(make_store, url="https://example.org/a?b=c;d", archive_url="http://example.com/%41")
    assert links(narcotl_terminal("source", "work", "--store", str(store)).out) == [
        ("https://example.org/a?b=c;d", "https://example.org/a?b=c;d"),
        ("http://example.com/%41", "http://example.com/%41"),
    ]


def test_an_address_that_is_broken_into_lines_is_one_link(narcotl_terminal: Terminal, make_store: StoreMaker) -> None:
    address = "https://example.org/" + "a-long-way/" * 9
    answer = narcotl_terminal("source", "work", "--store", str(source(make_store, url=address)))
    found = links(answer.out)
    assert len(found) > 1
    assert {leads for leads, _ in found} == {address}
    assert "".join(text for _, text in found) == address
    assert len(set(re.findall(r"\]8;id=(\d+)", answer.out))) == 1


@pytest.mark.parametrize(
    ("arguments", "env"),
    [
        ((), {"NO_COLOR": "1"}),
        ((), {"TERM": "dumb"}),
        ((), {"TERM": "linux"}),
        ((), {"FORCE_HYPERLINK": "0"}),
        (("--no-color",), {}),
        (("--json",), {}),
    ],
)
def test_no_link_where_none_is_wanted_or_known(
    arguments: tuple[str, ...], env: dict[str, str], narcotl_terminal: Terminal, make_store: StoreMaker
) -> None:
    store = source(make_store, url="https://example.org")
    answer = narcotl_terminal("source", "work", "--store", str(store), *arguments, env=env)
    assert "https://example.org" in answer.out
    assert "\x1b]" not in answer.out


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "ftp://example.org", "x https://a.b"])
def test_only_addresses_of_the_web_are_links(address: str, narcotl_terminal: Terminal, make_store: StoreMaker) -> None:
    answer = narcotl_terminal("source", "work", "--store", str(source(make_store, url=address)))
    assert address in answer.out
    assert "\x1b]" not in answer.out


def test_a_pager_that_may_not_know_links_gets_none(narcotl_terminal: Terminal, make_store: StoreMaker) -> None:
    store = source(make_store, url="https://example.org")
    answer = narcotl_terminal("source", "work", "--store", str(store), env={"NARCOTL_PAGER": "more"})
    assert "\x1b]" not in answer.out


@given(st.text(max_size=60), st.sampled_from(["https://", "HTTP://", ""]))
def test_whatever_an_address_holds_it_ends_where_we_end_it(text: str, scheme: str) -> None:
    safe = target(scheme + text)
    assert safe == "" or (safe.isascii() and safe.isprintable() and " " not in safe)
    assert target(safe) == safe


def test_an_address_longer_than_terminals_take_is_no_link() -> None:
    assert target("https://example.org/" + "a" * LONGEST) == ""
