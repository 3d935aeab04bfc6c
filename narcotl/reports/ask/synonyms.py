"""The words that people use for what a store calls otherwise: kept in the store, under `synonyms` in store.yaml."""

import json

from narcotl.reports.ask.tokens import stem, tokens
from narcotl.reports.records import Records

SYNONYMS = "SELECT value FROM settings WHERE key = 'synonyms'"


def synonyms(records: Records) -> dict[str, tuple[str, ...]]:
    """Give, for the stem of each word that people use, the words of the store that say the same."""
    found: dict[str, tuple[str, ...]] = {}
    for (text,) in records.table(SYNONYMS):
        listed = json.loads(text)
        for ours, theirs in listed.items() if isinstance(listed, dict) else ():
            for word in theirs if isinstance(theirs, list) else [theirs]:
                key = " ".join(stem(token.folded) for token in tokens(str(word)))
                found[key] = tuple(dict.fromkeys([*found.get(key, ()), str(ours)]))
    return found
