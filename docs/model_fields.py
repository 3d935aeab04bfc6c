"""Write the fields of every record and the words of every vocabulary into the documents, from the model itself."""

import dataclasses
import typing
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

import cog

from narcotl.dates import FuzzyDate
from narcotl.model.record import HIDDEN, Value
from narcotl.model.records import RECORDS
from narcotl.model.vocab.claim import Stance
from narcotl.model.vocab.words import VOCABULARIES
from narcotl.schema.described import fields_of, plain
from narcotl.schema.store import parts_of
from narcotl.schema.types import Kind, kind_of, vocabulary_of

PLAIN: Final = {FuzzyDate: "[date](dates.md)", Decimal: "number", int: "whole number", bool: "yes or no", str: "text"}
Field = tuple[str, str, str, bool]
"""The name of a field, what it holds, what it says, and whether it must be there."""


def records() -> None:
    """Write the fields of each kind of record, then those of the parts that records are made of."""
    seen: dict[str, type[Any]] = {}
    for kind, cls in RECORDS.items():
        written(f"## {kind.value.capitalize()}", cls)
        seen |= {part.__name__: part for part in parts_of(cls) if issubclass(part, Value)}
    cog.outl("\n## Parts of records")
    for name, part in sorted(seen.items()):
        written(f"### {name}", part)
    cog.outl("")


def written(heading: str, cls: type[Any]) -> None:
    """Write one table of fields: those that must be there in bold."""
    cog.outl(f"\n{heading}\n\n{plain(cls.__doc__ or '')}")
    if short := getattr(cls, "SHORT", ""):
        cog.outl(f"A bare text stands for its `{short}`.")
    cog.outl("\n| field | holds | |\n|---|---|---|")
    for name, holds, about, must in fields(cls):
        cog.outl(f"| {f'**`{name}`**' if must else f'`{name}`'} | {holds} | {about} |")


def fields(cls: type[Any]) -> Iterator[Field]:
    """Give the fields of a class; those of a part that is written flat stand among them."""
    told = fields_of(cls)
    hints = typing.get_type_hints(cls, include_extras=True)
    ordered = sorted(dataclasses.fields(cls), key=lambda field: field.name != "id")
    for field in ordered:
        if field.name in HIDDEN:
            continue
        must = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        kind = kind_of(hints[field.name])
        if field.metadata.get("flat"):
            yield from ((name, holds, about, must and needed) for name, holds, about, needed in fields(kind.hint))
            continue
        yield field.name.rstrip("_"), holds(kind), told.get(field.name, "").replace("|", "\\|"), must


def holds(kind: Kind) -> str:
    """Say what a field holds: an id, a word, a part, a text; several of them."""
    if kind.ref is not None:
        named = " or ".join(kind.ref.listed.split()) or "record"
        what = f"id of {named}" + (", or a name" if kind.ref.loose else "")
    elif vocabulary := vocabulary_of(kind.hint):
        what = f"word of [{vocabulary}](vocabulary.md#{vocabulary})"
    else:
        what = PLAIN.get(kind.hint) or f"[{kind.hint.__name__}](#{kind.hint.__name__.lower()})"
    return f"list: {what}" if kind.several else what


def vocabularies() -> None:
    """Write every word of every vocabulary with its meaning."""
    for name, words in VOCABULARIES.items():
        sign = words is Stance
        cog.outl(
            f"\n## {name}\n\n| word | {'for or against | ' if sign else ''}meaning |\n|---|{'---|' if sign else ''}---|"
        )
        for word in words:
            polarity = f"`{word.polarity.value}` | " if isinstance(word, Stance) else ""
            cog.outl(f"| `{word.value}` | {polarity}{word.meaning.replace('|', chr(92) + '|')} |")
    cog.outl("")
