"""Decode the records that nothing is wrong with, by functions compiled from the dataclasses of the model.

Nearly all records of a store are in order, and to find that out costs a fraction of saying exactly what is not. What
the functions do not expect makes them give up, and then `decode` looks at the record. A test holds the two to the same
records and references.
"""

from typing import TYPE_CHECKING, Any, Final

from narcotl.errors import Place
from narcotl.model.entry import Entry
from narcotl.model.record import Record
from narcotl.model.records import RECORDS
from narcotl.model.vocab.base import RecordKind
from narcotl.store.compiler import keys_of
from narcotl.store.nodes import LINE, Read
from narcotl.store.scalars import MAX_TEXT
from narcotl.store.shaped import shapes

if TYPE_CHECKING:
    from narcotl.store.compiler import Found

UNSURE: Final = (KeyError, TypeError, AttributeError, ValueError)
"""What comes of unexpected nodes: a word that is none, a list in place of a text, a date that does not read ..."""


def entry(kind: RecordKind, read: dict[str, Any] | Read, place: Place, text: str = "") -> Entry | None:
    """Decode one record, or give None if that is not easy; what was read is used up.

    The text is that of a record that knows where in it its values begin, from the line and column of the place on.
    """
    if len(text) > MAX_TEXT:
        return None  # nobody asks again how long a text in it is
    cls = RECORDS[kind]
    found: Found = []
    try:
        plan = read.outline.form.plan(cls, read.outline) if isinstance(read, Read) else None
        if plan is not None and isinstance(read, Read):
            weave, numbers = plan
            record, json = weave(read.texts, read.outline.spots, found, place, numbers)
        else:
            node: Any = read.node if isinstance(read, Read) else read
            if "kind" in node:
                take_kind(cls, node)
            record, json = shapes(cls, spotted=bool(text)).made(node, found, place)
    except UNSURE:
        return None
    if cls.flaws is not Record.flaws and any(True for _ in record.flaws()):
        return None
    name, line, column = record.id, place.line, place.column
    # In full, since an unpacking or a call of `place_of` for each is dear.
    if not text:
        references = [(name, target, field, kinds, loose, line, column) for target, field, kinds, loose, _ in found]
    else:
        references = [
            (name, target, field, kinds, loose, line + spot // LINE, spot % LINE)
            for target, field, kinds, loose, spot in found
        ]
    return Entry(record=record, references=references, json=json)


def take_kind(cls: type[Record], node: dict[str, Any]) -> None:
    """Undo what JSON output does to kinds, as `decode.own_kind` does."""
    has_kind = "kind" in keys_of(cls)
    if has_kind and "type" not in node:
        return
    if node.pop("kind") != cls.KIND.value:
        raise KeyError("kind")
    if has_kind:
        node["kind"] = node.pop("type")
