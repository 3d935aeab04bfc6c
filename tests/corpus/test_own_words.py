"""The shipped store tells facts in its own words: no eight words in a row are those of a document."""

import re
from collections.abc import Iterator

from narcotl.model.entities import Actor, Region
from narcotl.model.record import Record
from narcotl.model.source import Source
from tests.corpus.documents import need_documents, prose
from tests.corpus.shipped import Shipped, parts

RUN = 8

OWN = frozenset(
    {"title", "summary", "gist", "proposition", "note", "says", "should_be", "does_not_claim", "awaiting", "counts"}
)
"""The fields that hold prose; what a source wrote itself stands in `as_written`, `hedge` and the like."""

QUOTED = re.compile(r'"[^"]*"|“[^”]*”')


def words(text: str) -> list[str]:
    """Give the words of a text: lower case, without punctuation."""
    return re.findall(r"\w+", re.sub("['\u2019]", "", text.lower()))


def runs(sequence: list[str]) -> Iterator[tuple[str, ...]]:
    """Give every run of eight words."""
    return (tuple(sequence[at : at + RUN]) for at in range(len(sequence) - RUN + 1))


def own_prose(record: Record) -> Iterator[str]:
    """Give the sentences that the store says itself; the title of a source is its author's."""
    for name, text in parts(record):
        if name in OWN and isinstance(text, str) and not (name == "title" and isinstance(record, Source)):
            yield text


def official_names(shipped: Shipped) -> re.Pattern[str]:
    """Find the long names that can only be written as they are: of actors, of regions, of works."""
    bearers: list[Actor | Region] = [*shipped.of(Actor), *shipped.of(Region)]
    names = {record.name for record in bearers} | {alias.name for record in bearers for alias in record.aliases}
    names |= {source.title for source in shipped.of(Source)}
    long = sorted((" ".join(words(name)) for name in names if len(words(name)) > 3), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(long)})\b")


def test_no_eight_words_in_a_row_are_those_of_a_document(shipped: Shipped) -> None:
    theirs = {run for path in need_documents().values() for run in runs(words(prose(path)))}
    names = official_names(shipped)
    copied = [
        f"{record.id}: {' '.join(run)}"
        for record in shipped.records
        for text in own_prose(record)
        for piece in QUOTED.split(text)
        for stretch in names.split(" ".join(words(piece)))
        for run in runs(stretch.split())
        if run in theirs
    ]
    assert copied == []
