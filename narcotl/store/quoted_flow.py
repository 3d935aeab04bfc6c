"""Read flow lists of texts in double quotes, and of mappings of such, without a look at each character.

So programs write lists (it is JSON as well), and so most lists of a large store are written. That all quotes are those
that begin and end a text is found by counting them; of anything else nothing is said here.
"""

import re
from functools import lru_cache
from typing import Final

from narcotl.store.nodes import Spotted, SpottedItems
from narcotl.store.texts import WORD

KEYWORD: Final = re.compile(WORD)
TEXTS: Final = '["', '"]', '", "'
"""How a list of texts begins and ends, and what stands between two of them."""
MAPPINGS: Final = '[{"', '"}]', '"}, {"'
PAIRS: Final = '", "'
VALUE: Final = '": "'
QUOTES_OF_A_TEXT: Final = 2
QUOTES_OF_A_PAIR: Final = 4


def items(text: str, start: int) -> SpottedItems | None:
    """Read a list that begins at a spot; None if it is not one like that."""
    if "\\" in text or "\n" in text:
        return None
    if text[:2] == TEXTS[0] and text[-2:] == TEXTS[1]:
        return texts(text, start)
    if text[:3] == MAPPINGS[0] and text[-3:] == MAPPINGS[1]:
        return mappings(text, start)
    return None


def empty() -> SpottedItems:
    """Give a list without items."""
    found = SpottedItems()
    found.spots = ()
    return found


def texts(text: str, start: int) -> SpottedItems | None:
    """Read a list of texts."""
    parts = text[2:-2].split(TEXTS[2])
    if text.count('"') != QUOTES_OF_A_TEXT * len(parts):
        return None
    found = SpottedItems(parts)
    at = start + 1
    spots = found.spots = []
    for one in parts:
        spots.append(at)
        at += len(one) + 4
    return found


def mappings(text: str, start: int) -> SpottedItems | None:
    """Read a list of mappings, all of whose values are texts."""
    found = SpottedItems()
    spots = found.spots = []
    pairs, at = 0, start + 1
    for one in text[3:-3].split(MAPPINGS[2]):
        fields = Spotted()
        places = fields.spots = {}
        spots.append(at)
        for pair in one.split(PAIRS):
            key, between, value = pair.partition(VALUE)
            if not between or key in fields or not is_key(key):
                return None
            fields[key] = value
            places[key] = at + len(key) + 5
            at += len(pair) + 4
            pairs += 1
        found.append(fields)
        at += 2
    return found if text.count('"') == QUOTES_OF_A_PAIR * pairs else None


@lru_cache(maxsize=1024)
def is_key(text: str) -> bool:
    """Tell whether a text is a plain key."""
    return KEYWORD.fullmatch(text) is not None
