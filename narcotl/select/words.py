"""Turn what a person types into a query of the full-text index, in which nothing is an operator by accident.

`"golden triangle"` is a phrase, `smuggl*` any word that begins so, `-heroin` a word that must not be there. Everything
else is a word: what the index would take for an operator stands in quotes, and what has no letter or digit is nothing.
"""

import re
import unicodedata
from typing import NamedTuple

from narcotl.errors import UsageError

_PART = re.compile(r'(?P<minus>-)?(?:"(?P<phrase>[^"]*)(?:"|$)|(?P<word>[^\s"]+))(?P<star>\*)?')
_MOST = 200
"""As many different words as anybody may ask for; a longer text asks for its first ones."""


class Words(NamedTuple):
    """What a text asks for, each part as the full-text index wants it: in quotes, perhaps with a star."""

    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()

    @property
    def match(self) -> str:
        """Write the query: every wanted word, and none of the others; empty if no word is wanted."""
        if not self.wanted:
            return ""
        wanted = " AND ".join(self.wanted)
        return f"({wanted}) NOT ({' OR '.join(self.unwanted)})" if self.unwanted else wanted


def words_of(text: str) -> Words:
    """Understand phrases, beginnings of words and words to leave out; whatever the text is, it means something."""
    wanted: dict[str, None] = {}
    unwanted: dict[str, None] = {}
    for found in _PART.finditer(_plain(text)):
        word = found["phrase"] if found["phrase"] is not None else found["word"]
        star = "*" if found["star"] or (found["word"] and word.endswith("*")) else ""
        if any(map(str.isalnum, word)):
            (unwanted if found["minus"] else wanted)[quoted(word.strip("*")) + star] = None
    return Words(wanted=tuple(wanted)[:_MOST], unwanted=tuple(unwanted)[:_MOST])


def match_all(text: str) -> str:
    """Ask for records that hold every word of a text; fails if there is none."""
    match = words_of(text).match
    if not match:
        raise UsageError(
            f"there is no word in '{text}'", "Give at least one word to look for, such as `--text hawala`."
        )
    return match


def quoted(text: str) -> str:
    """Write a text so that the index takes all of it for words that follow each other."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _plain(text: str) -> str:
    """Compose letters and their accents, straighten quotes, and put spaces for what is no text."""
    composed = unicodedata.normalize("NFC", text).translate({0x201C: '"', 0x201D: '"', 0xAB: '"', 0xBB: '"'})
    return "".join(letter if letter.isprintable() else " " for letter in composed)
