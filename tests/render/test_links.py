"""Addresses of sources are links on a terminal that takes them, and harmless everywhere."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narcotl.render.linking import linked
from narcotl.render.links import LONGEST, target
from narcotl.render.wrap import wrapped
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


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "ftp://example.org", "xhttps://a"])
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


WORKS = (
    ("source", "--limit", "8"),
    ("event", "laos-secret-war"),
    ("claim", "cia-complicit-laos-opium"),
    ("claims", "--by", "webb"),
    ("search", "mccoy"),
    ("actor", "mccoy"),
    ("path", "cia", "noriega"),
    ("figures", "--limit", "12"),
)


@pytest.mark.parametrize("question", WORKS, ids=" ".join)
def test_works_lead_to_their_addresses_in_tables(question: tuple[str, ...], narcotl_terminal: Terminal) -> None:
    linked, plain = (narcotl_terminal(*question, env={"FORCE_HYPERLINK": take}).out for take in "10")
    assert links(linked)
    assert re.sub(r"\x1b\]8;[^\x1b]*\x1b\\", "", linked).split() == plain.split()
    bare = [re.sub(r"\x1b(\]8;[^\x1b]*\x1b\\|\[[0-9;]*m)", "", text) for text in (linked, plain)]
    assert bare[0] == bare[1]


def test_only_a_name_is_a_link_and_no_space_beside_it(narcotl_terminal: Terminal, make_store: StoreMaker) -> None:
    works = [
        {"id": name, "type": "book", "title": f"Title of {name}", "issued": "1999", "url": url}
        for name, url in (("good", "https://example.org/good"), ("bad", "javascript:alert(1)"), ("none", "file:///etc"))
    ]
    store = make_store({"sources.yaml": works})
    assert links(narcotl_terminal("source", "--store", str(store)).out) == [
        ("https://example.org/good", "Title of good")
    ]


def test_an_address_in_any_cell_is_a_link(narcotl_terminal: Terminal) -> None:
    sql = "SELECT 'see http://example.org/a, or (https://example.org/b_(c)).' AS text, 'http://' AS none"
    assert [leads for leads, _ in links(narcotl_terminal("sql", sql).out)] == [
        "http://example.org/a",
        "https://example.org/b_(c",
    ]


@given(st.text(alphabet="ab c\n-漢", max_size=40), st.integers(2, 12), st.sampled_from(["a", "ab", "b c", "漢"]))
def test_pieces_are_the_lines_again(text: str, width: int, part: str) -> None:
    lines = wrapped(text, width)
    pieces = linked(text, lines, [(part, "https://example.org")])
    assert ["".join(piece for piece, _ in line) for line in pieces] == lines
    assert {leads for line in pieces for _, leads in line} <= {"", "https://example.org"}


def test_the_addresses_of_references_are_links(narcotl_terminal: Terminal, make_store: StoreMaker) -> None:
    store = source(make_store, url="https://example.org/a?b=c")
    for style in ("chicago", "apa", "bibtex", "csl"):
        answer = narcotl_terminal("cite", "work", "--style", style, "--store", str(store))
        assert ("https://example.org/a?b=c",) * 2 in links(answer.out)
        plain = narcotl_terminal("cite", "work", "--style", style, "--store", str(store), env={"TERM": "dumb"})
        assert "\x1b" not in plain.out
        assert "https://example.org/a?b=c" in plain.out


@pytest.mark.parametrize("end", ["\N{HORIZONTAL ELLIPSIS}", "..."])
def test_an_address_that_is_cut_is_no_link(end: str) -> None:
    line = f"see http://example.org/a-lo{end} and more"
    assert linked(line, [line]) == [[(line, "")]]
    whole = "see http://example.org/a. And {http://example.org/b},"
    assert [part for part in linked(whole, [whole])[0] if part[1]] == [
        ("http://example.org/a",) * 2,
        ("http://example.org/b",) * 2,
    ]
