"""A page knows where everything in a file stands, and changes nothing that it is not told to."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narcotl.editing.page import Page, Splice, page_of, read
from narcotl.editing.spans import Listing, Mapping, Scalar
from narcotl.library.shipped import shipped_store
from narcotl.store.layout import StoreFile, files

AWKWARD = """\
# before\r
- &a {id: one, name: "Ünï \\"quoted\\"", note: 'it''s'}  # beside\r
\r
- id: two   # two\r
  note: >-\r
    folded 😀 text\r
    goes on\r
\r
  # inside\r
  aliases: [x, *b , "y"]\r
- {id: three, aliases: &b [z]}\r
# after"""


def yaml(text: str, kind: str | None = "event") -> Page:
    """Make a page of YAML."""
    return page_of(StoreFile(path=Path("/store/events.yaml"), kind=kind), text.encode())


def scalars(node: object) -> list[Scalar]:
    """Give every scalar below a node."""
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Mapping):
        return [found for pair in node.items() for part in pair for found in scalars(part)]
    return [found for part in node for found in scalars(part)] if isinstance(node, Listing) else []


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_each_scalar_is_where_the_page_says(mark: str, newline: str) -> None:
    text = AWKWARD.replace("*b ", "w").replace("\r\n", newline)
    page = yaml(mark + text)
    assert page.problems == ()
    assert [str(record.node["id"]) for record in page.records] == ["one", "two", "three"]
    plain = [found for found in scalars(page.top) if not found.style]
    assert [page.text[found.start : found.end] for found in plain] == plain
    written = [page.text[found.start : found.end] for found in scalars(page.top) if found.style]
    assert written == ['"Ünï \\"quoted\\""', "'it''s'", f">-{newline}    folded 😀 text{newline}    goes on", '"y"']
    ends = [page.text[record.node.start : record.node.end] for record in page.records]
    assert ends[0] == "{id: one, name: \"Ünï \\\"quoted\\\"\", note: 'it''s'}"
    assert ends[1].startswith("id: two")
    assert ends[1].endswith('aliases: [x, w, "y"]')
    assert [page.line_of(record.node.start) for record in page.records] == [record.node.line for record in page.records]
    assert page.spliced(()).after == page.data
    place = page.records[2].node["id"]
    assert isinstance(place, Scalar)
    changed = page.spliced([Splice(place.start, place.end, "four")]).after
    assert page.data is not None
    assert changed == page.data.replace(b"three", b"four")


def test_an_alias_before_its_anchor_is_a_problem() -> None:
    assert [str(problem) for problem in yaml(AWKWARD).problems] == [
        "/store/events.yaml:10:16: the alias '*b' has no anchor before it"
    ]


@pytest.mark.parametrize(
    "text",
    ["- {id: a, id: b}", "- !x {id: a}", "- [", "--- 1", "- a: 1\n--- \n- b: 2\n", "\t- a"],
)
def test_what_a_store_refuses_has_no_records(text: str) -> None:
    page = yaml(text)
    assert page.records == ()
    assert page.problems


@given(st.binary(max_size=60) | st.text("ab:-#[]{}&*!|>'\"%@`,? \n\t\r\\", max_size=60).map(str.encode))
def test_no_bytes_are_too_odd(data: bytes) -> None:
    for name in ("events.yaml", "events.jsonl"):
        page = page_of(StoreFile(path=Path("/store") / name, kind="event"), data)
        if not page.problems:
            assert page.spliced(()).after == data


@given(
    st.lists(
        st.dictionaries(
            st.text(max_size=5),
            st.recursive(
                st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
                lambda parts: st.lists(parts, max_size=3) | st.dictionaries(st.text(max_size=3), parts, max_size=3),
                max_leaves=6,
            ),
            max_size=4,
        ),
        max_size=3,
    ),
    st.booleans(),
)
def test_json_lines_have_spans(records: list[dict[str, object]], escaped: bool) -> None:  # noqa: FBT001 - drawn
    text = "".join(f"{json.dumps(record, ensure_ascii=escaped)}\n" for record in records)
    file = StoreFile(path=Path("/store/events.jsonl"), kind="event")
    page = page_of(file, text.encode(errors="replace"))
    assert [json.loads(page.text[found.node.start : found.node.end]) for found in page.records] == [
        json.loads(line) for line in page.text.split("\n")[:-1]
    ] or "nan" in page.text.lower()
    for found in page.records:
        for part in scalars(found.node):
            raw = page.text[part.start : part.end]
            assert str(part) == (json.loads(raw) if raw.startswith('"') else raw)


def test_the_shipped_store_has_spans() -> None:
    for file in files(shipped_store()):
        page = read(file)
        assert page.problems == ()
        for found in scalars(page.top):
            if not found.style and "\n" not in page.text[found.start : found.end]:
                assert page.text[found.start : found.end] == found
