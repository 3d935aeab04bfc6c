"""From typed text to words: what is the same to a reader becomes the same here."""

import re
import unicodedata
from functools import cache
from typing import Final

from narcotl.dates.days import year_text
from narcotl.dates.vocabulary import MONTHS, SEASONS, WEEKDAYS
from narcotl.errors import DateError

Words = tuple[str, ...]

MONTH_NUMBERS: Final = {
    name.lower()[:length]: number for number, name in enumerate(MONTHS, 1) for length in (len(name), 3)
} | {"sept": 9}
WEEKDAY_NUMBERS: Final = {
    name.lower()[:length]: number for number, name in enumerate(WEEKDAYS) for length in (len(name), 3)
} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
SEASON_CODES: Final = {name: code for code, name in enumerate(SEASONS, 21)}
PARTS: Final = {"early": 0, "mid": 1, "late": 2}
COUNTS: Final = {
    name: count
    for count, name in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
} | {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_ORDINAL_NAMES: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS: Final = {name: number for number, name in enumerate(_ORDINAL_NAMES.split(), 1)}
SEPARATORS: Final = frozenset({"-", "to", "until", "through"})
_JOINTS: Final = SEPARATORS | {"and", "or"}
MARKS: Final = {"circa": "~", "perhaps": "?", "~": "~", "?": "?", "%": "%"}
FILLERS: Final = frozenset({"in", "during", "throughout", "on", "at", "sometime", "within"})

_SAME: Final = {
    "ad": ("ce",),
    "autumn": ("fall",),
    "bc": ("bce",),
    "circa": ("c", "ca", "about", "around", "approx", "approximately", "roughly"),
    "early": ("beginning", "start"),
    "late": ("end",),
    "mid": ("middle",),
    "onwards": ("onward",),
    "perhaps": ("possibly", "probably", "maybe"),
    "until": ("till",),
}
_SYNONYMS: Final = {other: word for word, others in _SAME.items() for other in others}
_PHRASES: Final = {
    ("as", "of"): "asof",
    ("no", "later", "than"): "until",
    ("not", "later", "than"): "until",
    ("no", "earlier", "than"): "since",
    ("not", "earlier", "than"): "since",
    ("prior", "to"): "before",
    ("up", "to"): "until",
    ("up", "until"): "until",
    ("twenty", "-", "first"): "21st",
}
_PLAIN_LETTERS: Final = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-") | dict.fromkeys("\u2018\u2019\u02bc\u2032", "'")
)
_ERAS: Final = (("b.c.e.", "bce"), ("b.c.", "bc"), ("a.d.", "ad"), ("c.e.", "ce"))


def ordinal(word: str) -> int:
    """Read 26th or first as a number; 0 if the word is neither."""
    digits = word[:-2] if word[-2:] in ("st", "nd", "rd", "th") else ""
    return int(digits) if digits.isdecimal() else ORDINALS.get(word, 0)


def normalised(text: str) -> str:
    """Make one text of all that look the same: NFC, plain spaces, dashes and apostrophes, no capitals."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_PLAIN_LETTERS).lower().split())


def words_of(text: str) -> Words:
    """Split a normalised text into words, numbers and signs, with one word for each meaning."""
    for written, meant in _ERAS:
        text = text.replace(written, meant)
    found = (_in_capitals(word) for word in _word_pattern().findall(text))
    words = tuple(_SYNONYMS.get(word, word) for word in _joined(tuple(found)))
    return _with_eras(tuple(word for place, word in enumerate(words) if not _is_idle(words, place)))


def _in_capitals(word: str) -> str:
    """Write 198x and y12345 as EDTF does."""
    edtf = len(word) > 1 and ((word[-1] == "x" and word[0].isdecimal()) or (word[0] == "y" and word[-1].isdecimal()))
    return word.upper() if edtf else word


@cache
def _word_pattern() -> re.Pattern[str]:
    """Make the pattern of a word: every repetition is of one kind of letter, so that it cannot backtrack far."""
    return re.compile(
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])"  # a day in ISO 8601
        r"|[0-9]{4}-(?:0[1-9]|1[0-2])(?![0-9/.-])"  # a month in ISO 8601
        r"|[0-9]{1,4}/[0-9]{1,2}/[0-9]{1,4}(?![0-9])"  # a day in numbers
        r"|[0-9]{1,4}\.[0-9]{1,2}\.[0-9]{1,4}(?![0-9])"
        r"|[0-9]{1,4}-[0-9]{1,2}-[0-9]{1,4}(?![0-9])"
        r"|(?:[0-9]{3}x|[0-9]{2}xx|y-?[0-9]+(?:e[0-9]+)?)(?![0-9a-z])"  # a decade, century or long year in EDTF
        r"|[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])"
        r"|[0-9]+(?:'?s|st|nd|rd|th)(?![0-9a-z])"
        r"|[0-9]+|[a-z]+|\S",
        re.ASCII,
    )


def _joined(words: Words) -> Words:
    """Put the phrases that mean one thing into one word each."""
    for phrase, word in _PHRASES.items():
        place = 0
        while phrase[0] in words[place:]:
            place = words.index(phrase[0], place)
            if words[place : place + len(phrase)] == phrase:
                words = (*words[:place], word, *words[place + len(phrase) :])
            place += 1
    return words


def _is_idle(words: Words, place: int) -> bool:
    """Tell whether a word adds nothing: an article, `of`, the dot of an abbreviation, the hyphen of mid-1980s."""
    word, following = words[place], words[place + 1 : place + 2]
    before = words[place - 1] if place else ""
    if word == ".":
        return before.isalpha()
    if word == "-":
        between_words = before == "to" or following == ("to",)
        return between_words or (before in PARTS and bool(following) and following[0] not in PARTS)
    return word in ("the", "of") and bool(following)


def _with_eras(words: Words) -> Words:
    """Turn numbers with BC or AD into EDTF years: 44 BC is -0043, AD 79 is 0079, 500-400 BC is both BC."""
    done: list[str] = []
    for place, word in enumerate(words):
        number = word.replace(",", "")
        after = words[place + 1 : place + 4]
        if not number.isdecimal():
            done.append(word)
        elif after[:1] == ("bc",) or (_shares_era(words[:place]) and after[2:] == ("bc",) and after[0] in _JOINTS):
            done.append(_year_of_era(number, -1))
        elif after[:1] == ("ad",):
            done.append(_year_of_era(number, 1))
        elif done and done[-1] == "ad":
            done[-1] = _year_of_era(number, 1)
        else:
            done.append(word)
    return _without_used_eras(tuple(done))


def _shares_era(before: Words) -> bool:
    """Tell whether a number may have its era from the next one: 500-400 BC, but not June 1990 or 44 BC."""
    return not before or not (before[-1][0].isdecimal() or before[-1] in MONTH_NUMBERS or before[-1] in SEASON_CODES)


def _without_used_eras(words: Words) -> Words:
    """Drop the BC and AD that a year before them has taken up."""
    return tuple(
        word
        for place, word in enumerate(words)
        if word not in ("ad", "bc") or not place or not words[place - 1][-1].isdecimal()
    )


def _year_of_era(number: str, sign: int) -> str:
    year = int(number)
    if year == 0:
        raise DateError("there is no year 0 in BC and AD", "Write 1 BC or AD 1; in EDTF 0000 is 1 BC.")
    return year_text(year if sign > 0 else 1 - year)
