"""Which words the records of a store have, how frequent they are, and which of them a misspelt word may mean."""

import json
import math
import re
from collections.abc import Iterable, Sequence

from narcotl.reports.ask import english
from narcotl.reports.ask.tokens import Token, is_of, stem
from narcotl.reports.ask.wanted import ASKING
from narcotl.reports.records import Records

FAMILY = "SELECT term, doc FROM terms WHERE term >= ? AND term < ? LIMIT 200"
FAMILIES = """
SELECT j.key, t.term, t.doc FROM json_each(?) j CROSS JOIN terms t
WHERE t.term >= json_extract(j.value, '$[0]') AND t.term < json_extract(j.value, '$[1]')
"""
BEGINNING = "SELECT term, doc FROM terms WHERE term >= ? AND term < ? LIMIT 4000"
NAMED = """
SELECT 1 FROM words JOIN records r ON r.number = words.rowid
WHERE words MATCH '{name linked} : ' || ? AND r.kind IN ('actor', 'region') LIMIT 1
"""
SHORTEST = 4
"""Shorter words are never taken for misspelt ones: too many are near them."""
SHORT = 5
"""Words up to this length must be nearer: `gold` is not `golden`."""
NEAR = 0.8
"""How near a word must be to one that is misspelt; for ordinary words nearer than for names."""
NEARER = 0.85
VOWELS = frozenset("aeiouy")
SOUNDS = tuple(
    (re.compile(written), heard)
    for written, heard in (
        ("ph", "f"),
        ("c(?=[eiy])|z", "s"),
        ("ck|[cq]", "k"),
        ("y", "i"),
        (r"(.)\1", r"\1"),
        ("e$", ""),
    )
)
LAST = "\U0010ffff"
"""What sorts behind every letter ..."""
NEXT = "\x01"
"""... and before each of them, though behind nothing; JSON in SQLite cannot hold a null character."""


class Vocabulary:
    """The words of one store."""

    def __init__(self, records: Records) -> None:
        """Look at the words of the full text."""
        self.records = records
        self.known: dict[str, dict[str, int]] = {}
        [(size,)] = records.table("SELECT value FROM meta WHERE key = 'records'")
        self.size = int(size)

    def frequency(self, form: str) -> int:
        """Count in how many records a form is, at most: a whole word, or with a star the beginning of one."""
        return sum(self.family(form).values())

    def family(self, form: str) -> dict[str, int]:
        """Give the words of the store that a form stands for, each with the number of records that have it."""
        if form not in self.known:
            begin, end = bounds(form)
            self.known[form] = {
                word: doc for word, doc in self.records.table(FAMILY, (begin, end)) if is_of(word, begin)
            }
        return self.known[form]

    def learn(self, forms: Iterable[str]) -> None:
        """Look up many forms at once."""
        unknown = [form for form in dict.fromkeys(forms) if form not in self.known]
        self.known |= {form: {} for form in unknown}
        ranges = [bounds(form) for form in unknown]
        for place, word, doc in self.records.table(FAMILIES, (json.dumps(ranges),)):
            if is_of(word, ranges[place][0]):
                self.known[unknown[place]][word] = doc

    def weight(self, number: int) -> float:
        """Say how telling a word is that so many records have: from one half to two."""
        rarity = math.log((self.size + 2) / (number + 1)) / math.log(self.size + 2)
        return round(0.5 + 1.5 * max(0.0, min(1.0, rarity)), 3)

    def corrected(self, token: Token) -> str | None:
        """Give the word of the store that a word which it does not have is probably meant to be."""
        from difflib import SequenceMatcher, get_close_matches

        word = token.folded
        if len(word) < SHORTEST or not word.isalpha():
            return None
        found = dict(self.records.table(BEGINNING, (word[0], word[0] + LAST)))
        if len(found) >= 4000:  # noqa: PLR2004 - as many as are read at a time
            found = dict(self.records.table(BEGINNING, (word[:2], word[:2] + LAST)))
        ordinary = {term for term in (*ASKING, *english.words(word[0])) if term[0] == word[0] and len(term) >= SHORTEST}
        near = get_close_matches(word, {*found, *ordinary}, 5, NEAR if len(word) > SHORT else NEARER)
        # What is written like a name is not taken for an ordinary word, and that is only a slip of the hand or the ear.
        ratios = {term: SequenceMatcher(None, word, term).ratio() for term in near}
        ratios |= {term: 1.0 for term in found if sound(term) == sound(word)}
        meant = [term for term in ratios if self.is_name(term) or (not token.is_capital and is_slip(word, term))]
        return min(meant, key=lambda term: (-ratios[term], -found.get(term, 0), term), default=None)

    def is_name(self, term: str) -> bool:
        """Say whether an actor or a region is called so."""
        return any(True for _ in self.records.table(NAMED, (f'"{term}"',)))


def bounds(form: str) -> tuple[str, str]:
    """Give the first word that belongs to a form, and the first one behind all of them."""
    begin = form.rstrip("*")
    return begin, begin + LAST if form.endswith("*") else begin + NEXT


def sound(word: str) -> str:
    """Write a word as it sounds, roughly: who writes coka means coca."""
    for written, heard in SOUNDS:
        word = written.sub(heard, word)
    return word


def is_slip(typed: str, meant: str) -> bool:
    """Say whether a word is another with a letter too few, too many or misheard, or with two that changed places."""
    if sound(typed) == sound(meant):
        return True
    short, long = sorted((typed, meant), key=len)
    if len(long) == len(short) + 1:
        return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
    apart = [place for place, (one, other) in enumerate(zip(typed, meant, strict=False)) if one != other]
    if len(long) > len(short) or not apart or apart[-1] - apart[0] > 1:
        return False
    first, last = apart[0], apart[-1]
    return (typed[first], typed[last]) == (meant[last], meant[first]) or (
        first == last and {typed[first], meant[first]} <= VOWELS
    )


def form_of(word: str) -> str:
    """Give the form under which a folded word is looked for: short words as they are, others in all their forms."""
    return f"{stem(word)}*" if len(word) >= SHORTEST else word


def quoted_form(form: str) -> str:
    """Write a form as the full-text index wants it."""
    return f'"{form.rstrip("*")}"{"*" if form.endswith("*") else ""}'


def any_of(forms: Sequence[str]) -> str:
    """Ask for any of these forms."""
    return " OR ".join(map(quoted_form, forms))
