"""What is written as YAML is read as the same by every reader of YAML."""

import json
import string

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from narcotl.editing.adding import line_of, written
from narcotl.editing.form import understood
from narcotl.editing.layout import Plain, one_line, record_lines
from narcotl.editing.scalars import inline
from narcotl.library.shipped import shipped_store
from narcotl.model.entry import Entry
from narcotl.model.record import Record
from narcotl.model.vocab.base import RecordKind
from narcotl.store.layout import FILE_KINDS, files
from narcotl.store.reader import read
from tests.laws.stores import stores

TEXTS = st.one_of(
    st.text(max_size=60),
    st.text(string.ascii_letters + " :#-?,[]{}'\"&*!|>%@`~=<.\n\t\\/", max_size=200),
)
LOADERS = (yaml.BaseLoader, yaml.CBaseLoader)


def tree() -> st.SearchStrategy[Plain]:
    """Draw what a record may be made of."""
    keys = st.text(string.ascii_lowercase + "_", min_size=1, max_size=12) | st.just("positions")
    return st.recursive(
        TEXTS,
        lambda parts: st.lists(parts, max_size=5) | st.dictionaries(keys, parts, max_size=5),
        max_leaves=12,
    )


@given(TEXTS)
@example("a #")
@example("#")
@example("2003?")
@example("a: b")
@example("x:")
@example("a,b")
@example("-")
@example("---")
@example("http://example.org/?a=b&c")
@example("\U0001f600 \ufeff")
@example("<<")
@example("=")
def test_a_text_in_one_line_is_read_back(text: str) -> None:
    for loader in LOADERS:
        assert yaml.load(f"k: {inline(text, flow=False)}\n", Loader=loader) == {"k": text}  # noqa: S506 - only texts
        assert yaml.load(f"[{inline(text, flow=True)}]\n", Loader=loader) == [text]  # noqa: S506 - as above
        assert yaml.load(f"{{k: {inline(text, flow=True)}, l: m}}", Loader=loader) == {"k": text, "l": "m"}  # noqa: S506 - as above


@given(st.dictionaries(st.text(string.ascii_lowercase, min_size=1, max_size=9), tree(), min_size=1, max_size=6))
def test_a_tree_is_read_back(fields: dict[str, Plain]) -> None:
    text = "\n".join(record_lines(fields, 0)) + "\n"
    for loader in LOADERS:
        assert yaml.load(text, Loader=loader) == fields  # noqa: S506 - only texts
    assert yaml.load(one_line(fields), Loader=yaml.CBaseLoader) == fields  # noqa: S506 - as above


def again(record: Record) -> Record | None:
    """Read back what is written of a record."""
    [fields] = yaml.load(written(record), Loader=yaml.CBaseLoader)  # noqa: S506 - only texts
    return understood(record.KIND, fields).record


@given(stores())
def test_a_record_is_read_back(store: dict[str, list[dict[str, object]]]) -> None:
    for name, records in store.items():
        for fields in records:
            record = understood(RecordKind(FILE_KINDS[name.partition("/")[0].partition(".")[0]]), fields).record
            assert record is not None
            assert again(record) == record
            assert understood(record.KIND, json.loads(line_of(record))).record == record


def test_the_shipped_store_is_read_back() -> None:
    entries = [entry for file in files(shipped_store()) for entry in read(file) if isinstance(entry, Entry)]
    for entry in entries:
        assert entry.record is not None
        assert again(entry.record) == entry.record
        assert understood(entry.record.KIND, json.loads(line_of(entry.record))).record == entry.record
    assert len(entries) > 500
