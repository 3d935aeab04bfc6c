"""Why a search finds nothing: a word that the store does not have and words near it, or the filter that leaves none."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from narcotl.model.vocab.base import RecordKind
from narcotl.reports.nothing import option, said, there
from narcotl.reports.records import Records
from narcotl.select.fold import fold
from narcotl.select.sql import conditions
from narcotl.select.where import All
from narcotl.select.words import Words

if TYPE_CHECKING:
    from narcotl.reports.search import Search

TERMS = "SELECT term, doc FROM terms WHERE term >= ? AND term < ? LIMIT 4000"
NEAR, MOST = 0.75, 3
"""How near a word must be to be proposed, from 0 to 1, and how many are."""
LAST = "\U0010ffff"
"""What sorts behind every letter."""


def unfound(records: Records, asked: "Search") -> str:
    """Say in one line why no record is found."""
    if not asked.words.match:
        return ""
    return missing(records, asked) or filtered(records, asked) or apart(records, asked)


def missing(records: Records, asked: "Search") -> str:
    """Name the words that no record of the store holds, each with the words near it that some have."""
    return "; ".join(
        f"no record holds {part}" + (f"; near it: {near}" if (near := ", ".join(proposals(records, part))) else "")
        for part in asked.words.wanted
        if not count(records, everywhere(asked, Words(wanted=(part,))))
    )


def filtered(records: Records, asked: "Search") -> str:
    """Say which filter leaves none of the records that hold the words, and how many there are without it."""
    if not count(records, everywhere(asked, asked.words)):
        return ""
    selection, parts = asked.selection, list(conditions(asked.selection.where))
    without = {
        option(part): asked._replace(selection=selection.but(where=All((*parts[:place], *parts[place + 1 :]))))
        for place, part in enumerate(parts)
    }
    without |= {"--in": asked._replace(kinds=list(RecordKind))} if len(asked.kinds) < len(RecordKind) else {}
    without |= {"--certain": asked._replace(selection=selection.but(certain=False))} if selection.certain else {}
    counts = {name: number for name, one in without.items() if (number := count(records, one))}
    of_kinds = f" {' or '.join(asked.kinds)}" if "--in" in without else " record"
    text = f"no{of_kinds} with these words" + (f" {said(records, parts)}" if parts else "")
    if not counts:
        return f"{text}; without any filter {there(count(records, everywhere(asked, asked.words)))}"
    return "; ".join([text, *(f"without {name} {there(number)}" for name, number in counts.items())])


def apart(records: Records, asked: "Search") -> str:
    """Say in how many records each word is, where no record holds all of them or none is without the unwanted ones."""
    wanted = Words(wanted=asked.words.wanted)
    if count(records, everywhere(asked, wanted)):
        return f"every record with these words also holds {' or '.join(asked.words.unwanted)}"
    each = ", ".join(
        f"{part} in {count(records, everywhere(asked, Words(wanted=(part,))))}" for part in asked.words.wanted
    )
    return f"no record holds all of them: {each}"


def everywhere(asked: "Search", words: Words) -> "Search":
    """Search for words in all records."""
    selection = asked.selection.but(where=All(()), certain=False)
    return asked._replace(words=words, kinds=list(RecordKind), selection=selection)


def count(records: Records, asked: "Search") -> int:
    """Count what a search finds."""
    from narcotl.reports.search import count as found

    return found(records, asked)


def proposals(records: Records, part: str) -> Iterator[str]:
    """Give the words of the store that are near to those of a part, the nearest first, each with its frequency."""
    from difflib import get_close_matches

    for word in fold(part.strip('"*')).split():
        known = dict(records.table(TERMS, (word[0], word[0] + LAST)))
        if word not in known:
            yield from (f"{near} ({known[near]})" for near in get_close_matches(word, known, MOST, NEAR))
