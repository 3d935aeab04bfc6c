"""The words that people use for what a store calls otherwise: kept in the store, under `synonyms` in store.yaml."""

import json

from narcotl.reports.ask.tokens import stem, tokens
from narcotl.reports.records import Records
from narcotl.select.fold import fold

SYNONYMS = "SELECT value FROM settings WHERE key = 'synonyms'"
BEGINNING = 3
"""Words are sorted by so many letters, which no stem lacks, so that few have to be cut to their stems."""


class Synonyms:
    """For the stem of each word that people use: the words of the store that say the same."""

    def __init__(self, records: Records) -> None:
        """Sort the words that people use by how they begin."""
        self.listed: dict[str, list[tuple[str, str]]] = {}
        self.known: dict[str, tuple[str, ...]] = {}
        for (text,) in records.table(SYNONYMS):
            listed = json.loads(text)
            for ours, theirs in listed.items() if isinstance(listed, dict) else ():
                for word in theirs if isinstance(theirs, list) else [theirs]:
                    written = str(word)
                    begin = written[:BEGINNING]
                    folded = begin.lower() if begin.isascii() and begin.isalnum() else fold(written)[:BEGINNING]
                    self.listed.setdefault(folded, []).append((written, str(ours)))

    def of(self, key: str) -> tuple[str, ...]:
        """Give the words of the store for the stems of a word or a phrase; none if it is not listed."""
        for word, ours in self.listed.pop(key[:BEGINNING], ()):
            listed = " ".join(stem(token.folded) for token in tokens(word))
            self.known[listed] = tuple(dict.fromkeys([*self.known.get(listed, ()), ours]))
        return self.known.get(key, ())
