"""Laying out changes no meaning, loses no comment, and is done once."""

import random
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from narcotl.editing.comments import has_hidden_comment
from narcotl.editing.form import understood
from narcotl.editing.formatting import formatted, tree_of
from narcotl.editing.page import Page, page_of, read
from narcotl.library.shipped import shipped_store
from narcotl.store.layout import FILE_KINDS, StoreFile, files
from tests.laws.stores import Record, Store, content, stores

COMMENT = re.compile(r"#c\d+")


def page(text: str, name: str = "actors.yaml") -> Page:
    """Make the page of a file of a store."""
    return page_of(StoreFile(path=Path("/store") / name, kind=FILE_KINDS[name.partition(".")[0]]), text.encode())


def after(text: str, name: str = "actors.yaml") -> str:
    """Lay out a file."""
    written = formatted(page(text, name)).change.after
    assert written is not None
    return written.decode()


def shuffled(record: object, chance: random.Random) -> object:
    """Put the fields of a record in any order."""
    if isinstance(record, dict):
        pairs = [(key, shuffled(value, chance)) for key, value in record.items()]
        chance.shuffle(pairs)
        return dict(pairs)
    return [shuffled(part, chance) for part in record] if isinstance(record, list) else record


def littered(text: str, chance: random.Random) -> str:
    """Put comments beside and between lines, wherever YAML takes them for comments."""
    expected = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - only texts
    lines = text.split("\n")
    for number in range(chance.randrange(12)):
        place = chance.randrange(len(lines))
        tried = list(lines)
        if chance.random() < 0.5:
            tried[place] += f"  #c{number}"
        else:
            tried.insert(place, " " * chance.randrange(8) + f"#c{number}")
        try:
            if yaml.load("\n".join(tried), Loader=yaml.CBaseLoader) == expected:  # noqa: S506 - as above
                lines = tried
        except yaml.YAMLError:
            pass
    return "\n".join(lines)


@given(
    stores(), st.randoms(use_true_random=False), st.sampled_from([True, False, None]), st.sampled_from([20, 60, 999])
)
def test_layout_changes_no_meaning(store: Store, chance: random.Random, flow: bool | None, width: int) -> None:  # noqa: FBT001 - drawn
    for name, records in store.items():
        kind = name.partition("/")[0].partition(".")[0]
        if name.endswith(".jsonl"):
            text = content(name, [dict(record) for record in records])
        else:
            mixed = [shuffled(record, chance) for record in records]
            text = yaml.safe_dump(mixed, default_flow_style=flow, width=width, sort_keys=False, allow_unicode=True)
            text = littered(text, chance)
        name = f"{kind}{Path(name).suffix}"  # noqa: PLW2901 - the same file, without its folder
        before = page(text, name)
        assert not before.problems
        written = after(text, name)
        again = page(written, name)
        assert [tree_of(one.node) for one in again.records] == [tree_of(one.node) for one in before.records]
        assert Counter(COMMENT.findall(written)) == Counter(COMMENT.findall(text))
        assert after(written, name) == written


def test_the_shipped_store_means_the_same() -> None:
    for file in files(shipped_store()):
        before = read(file)
        change = formatted(before).change
        again = page_of(file, change.after)
        for old, new in zip(before.records, again.records, strict=True):
            assert understood(old.kind, plain(old.node)).record == understood(new.kind, plain(new.node)).record
        assert formatted(again).change.after == change.after


def plain(node: object) -> Record:
    """Give the plain values of a record on a page."""
    found = tree_of(node)  # type: ignore[arg-type]  # a record of a page is a node
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("- {name: A, id: a}\n", "- id: a\n  name: A\n"),
        ("# top\n\n-   name: A # name\n    id: a\n\n# end", "# top\n\n- id: a\n  name: A  # name\n\n# end"),
        ("- id: a\n  # who\n  name: A\n  kind: person\n", "- id: a\n  # who\n  name: A\n  kind: person\n"),
        ("- name: A\n  # the id\n  id: a\n", "- # the id\n  id: a\n  name: A\n"),
        (
            "- id: a\n  aliases:\n    - B\n    # - C\n  name: A\n",
            "- id: a\n  name: A\n  aliases:\n    - B\n    # - C\n",
        ),
        (
            "- id: a\n  aliases: [B, # the first\n    C]  # both\n",
            "- id: a\n  aliases:  # both\n    - B  # the first\n    - C\n",
        ),
        ("- id: a\r\n  name: >-\r\n    A\r\n    B\r\n", "- id: a\r\n  name: A B\r\n"),
        ("- id: a\n  note: >- # why\n    A\n  name: A\n", "- id: a\n  note: >- # why\n    A\n  name: A\n"),
        ("- {id: a, aliases: &x [A]}\n- {name: B, id: b}\n", "- {id: a, aliases: &x [A]}\n- id: b\n  name: B\n"),
        ("actors:\n    - {name: A, id: a}\n", "actors:\n    - id: a\n      name: A\n"),
        ("[{name: A, id: a}]\n", "[{name: A, id: a}]\n"),
        ("- id: a\n  note:\n  name: A\n", "- id: a\n  name: A\n  note:\n"),
        ('- id: a\n  note: "1\\n2"\n', "- id: a\n  note: |-\n    1\n    2\n"),
        ("- id: a\n  what: x\n  name: A\n", "- id: a\n  name: A\n  what: x\n"),
        (
            "- id: a\n  offices: [{when: 1982, of: b, title: T}]\n",
            "- id: a\n  offices: [{of: b, title: T, when: 1982}]\n",
        ),
        ("- plain\n- [a]\n- id: a\n", "- plain\n- [a]\n- id: a\n"),
        ("", ""),
    ],
)
def test_layout(before: str, expected: str) -> None:
    assert after(before) == expected
    assert after(expected) == expected


def test_json_lines_keep_their_scalars() -> None:
    text = '{"type": "person", "name": "\\u00c4", "kind": "actor", "id": "a", "x": 1.50, "note": null}\r\n\n'
    expected = '{"kind":"actor","id":"a","name":"\\u00c4","type":"person","note":null,"x":1.50}\r\n\n'
    assert after(text, "actors.jsonl") == expected


def test_a_long_text_is_folded_and_a_long_list_broken() -> None:
    words = " ".join(["word"] * 40)
    text = f"- id: a\n  note: {words}\n  interests: [{', '.join(['interest'] * 20)}]\n"
    written = after(text)
    assert max(map(len, written.splitlines())) <= 128
    assert written.count(">-") == 1
    assert after(written) == written


def test_a_comment_behind_the_mark_of_a_text_is_seen() -> None:
    found = page("- id: a\n  note: |  # x\n    b\n").records[0].node
    assert has_hidden_comment("- id: a\n  note: |  # x\n    b\n", found)
