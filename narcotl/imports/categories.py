"""Sort the labels of other tools: those that are words for a kind of event, and the rest, which are topics."""

from collections.abc import Iterable

from narcotl.model.vocab.event import EventKind
from narcotl.select.fold import fold

KINDS = {fold(kind.value): kind.value for kind in EventKind}


def sorted_words(labels: Iterable[str]) -> tuple[list[str], list[str]]:
    """Give the kinds and the topics among labels."""
    found = list(labels)
    kinds = [KINDS[fold(label)] for label in found if fold(label) in KINDS]
    return kinds, [label for label in found if fold(label) not in KINDS]
