"""Why a text that no rule reads is no date, and what to write instead."""

from typing import Final, TypeAlias

from narcotl.dates.human.phrases import phrase
from narcotl.dates.human.words import (
    COUNTS,
    FILLERS,
    MARKS,
    MONTH_NUMBERS,
    ORDINALS,
    PARTS,
    SEASON_CODES,
    SEPARATORS,
    WEEKDAY_NUMBERS,
    Words,
)
from narcotl.dates.refusals import LONGEST_EXCERPT, not_a_date
from narcotl.errors import DateError

_FORMS: Final = "Write 1989, june 1989, 26 November 1984, 1980s, 1965-1975, since 1989, or EDTF (docs/dates.md)."
_VAGUE: Final = {
    "day": "12 June 1989",
    "month": "June 1989",
    "year": "1989",
    "decade": "1980s",
    "century": "19th century",
}
_DECADES: Final = {
    "twenties": "1920",
    "thirties": "1930",
    "forties": "1940",
    "fifties": "1950",
    "sixties": "1960",
    "seventies": "1970",
    "eighties": "1980",
    "nineties": "1990",
    "noughties": "2000",
    "aughts": "2000",
}
"""Decades as people say them, each as that of the last hundred years."""
_HALVES: Final = frozenset(
    {"since", "until", "before", "after", "between", "from", "by", "circa", "perhaps", "asof", "to", "through"}
    | {"onwards", "later", "earlier", "either", "both"}
)
_JOINTS: Final = SEPARATORS | {"and", "or"}
_OTHERS: Final = frozenset(
    {"ad", "bc", "ago", "a", "an", "some", "of", "on", "the", "q", "h", "fy", "past", "present", "now", "date"}
    | {"last", "next", "previous", "this", "current", "today", "tomorrow", "yesterday", "undated", "unknown"}
    | {"crop", "harvest", "season", "fiscal", "half", "quarter", "third", "northern", "southern"}
    | {"day", "week", "month", "year", "decade", "century"}
    | {"days", "weeks", "months", "years", "decades", "centuries"}
)
_WORDS: Final = (
    _HALVES | _JOINTS | _OTHERS | FILLERS | frozenset((*COUNTS, *MARKS, *MONTH_NUMBERS, *ORDINALS, *PARTS))
) | frozenset((*SEASON_CODES, *WEEKDAY_NUMBERS))
_SIGNS: Final = frozenset("-/.,?~%'()")
_Why: TypeAlias = tuple[str, str] | None
_SEE_STRICT: Final = ("", "")
_YEAR_DIGITS: Final = 4
_DECADE_DIGITS: Final = 2
_MONTH_AND_YEAR_DIGITS: Final = 6
_DAY_DIGITS: Final = 8
_HIGHEST_DAY: Final = 31


def refusal(text: str, words: Words, strict: DateError) -> DateError:
    """Say what a text lacks to be a date; `strict` is what the reader of EDTF said of it."""
    if not words:
        return DateError("the date is empty", _FORMS)
    reasons = (
        _time_of_day,
        _odd_digits,
        _number,
        _spoken,
        _one_end,
        _like_edtf,
        _sentence,
        _vague,
        _half,
        _weekday,
        _yearless,
    )
    for reason in reasons:
        why = reason(text, words)
        if why is not None:
            return strict if why == _SEE_STRICT else not_a_date(text, *why)
    return not_a_date(text, "narcotl cannot read it", _FORMS)


def _time_of_day(_: str, words: Words) -> _Why:
    if ":" in words or words in (("noon",), ("midnight",)):
        return "it is or has a time of day", "Write the day: 1984-11-26 or 26 November 1984."
    return None


def _odd_digits(text: str, _: Words) -> _Why:
    if any(letter.isnumeric() and not letter.isascii() for letter in text):
        return "it has digits other than 0 to 9", "Type the digits 0 to 9."
    return None


def _number(_: str, words: Words) -> _Why:
    """Explain a number on its own, and a decade without its century."""
    word = "" if words[2:] or (words[1:] and words[0] != "'") else words[-1]
    digits = word.removesuffix("s").removesuffix("'")
    if not digits.isdecimal() or not digits.isascii():
        return None
    if word != digits:
        near = f"19{digits}s" if len(digits) == _DECADE_DIGITS and digits.endswith("0") else "1980s"
        return "a decade has four digits, the last one 0", f"Write it with its century: {near}."
    if len(digits) == _MONTH_AND_YEAR_DIGITS:
        return "it may be a month or a year", f"Write {digits[:4]}-{digits[4:]} or Y{digits}."
    if len(digits) == _DAY_DIGITS:
        return "it may be a day or a year", f"Write {digits[:4]}-{digits[4:6]}-{digits[6:]} or Y{digits}."
    if len(digits) < _YEAR_DIGITS:
        return "a year has four digits", f"Write all four, 1989, or the era: AD {digits}, {digits} BC."
    return "a year has four digits", "Write 1989; in EDTF a longer year begins with Y: Y12345."


def _spoken(_: str, words: Words) -> _Why:
    """Explain a decade in words, which may be one of any century."""
    ends_in_ten = words[-1].endswith("0s") and words[-1][:-1].isdecimal() and len(words[-1]) == len("90s")
    digits = f"19{words[-1][:-1]}" if ends_in_ten else _DECADES.get(words[-1])
    if digits is None or any(word not in PARTS and word not in FILLERS and word != "the" for word in words[:-1]):
        return None
    part = " ".join([*(word for word in words[:-1] if word in PARTS), f"{digits}s"])
    return "the decade may be one of any century", f"Write it with its century: {part}."


def _like_edtf(text: str, _: Words) -> _Why:
    """Leave to the reader of EDTF what has its signs and no others."""
    edtf = text.strip().upper()
    signs = any(sign in edtf for sign in "/[{X~%Y") or edtf[4:5] == "-"
    return _SEE_STRICT if signs and not edtf.strip("0123456789XYESTZ:+-/.,?~%[]{} ") else None


def _sentence(_: str, words: Words) -> _Why:
    """Explain names, and sentences with a date somewhere in them."""
    strange = [word for word in words if word not in _WORDS and not word[0].isdecimal() and word not in _SIGNS]
    if not strange:
        return None
    if any(word[0].isdecimal() for word in words):
        return "it says more than a date", "Write the date alone: 1989, june 1989, 26 November 1984."
    return "it names no day, month or year", "Periods known by a name are not dates here: write their years, 1965-1975."


def _vague(_: str, words: Words) -> _Why:
    unit = words[-1]
    if unit in _VAGUE and not any(word[0].isdecimal() for word in words):
        return f"which {unit}?", f"Write it with its year: {_VAGUE[unit]}."
    return None


def _one_end(_: str, words: Words) -> _Why:
    """Explain a range that lacks an end."""
    if words[0] in ("-", "to", "and", "or") or words[-1] in _JOINTS or (words[0] == "between" and "and" not in words):
        return "one end is missing", "Write 1965-1975; since 1965 and until 1975 have one end only."
    return None


def _half(text: str, words: Words) -> _Why:
    """Explain a phrase that lacks its date."""
    if all(word in _HALVES or word in FILLERS or word in PARTS or word in MARKS or word in _OTHERS for word in words):
        whole = _completed(text, words)
        return "it is half a phrase", f"Say the rest: {whole}." if whole else _FORMS
    return None


def _weekday(_: str, words: Words) -> _Why:
    if all(word in WEEKDAY_NUMBERS for word in words):
        return "a weekday is not enough", "Write the day: 26 November 1984."
    return None


def _yearless(text: str, words: Words) -> _Why:
    """Explain a month, season or part of the year that has no year, or one of two digits."""
    if words[-1].isdecimal() and (int(words[-1]) > _HIGHEST_DAY or "'" in words) and len(words[-1]) < _YEAR_DIGITS:
        return "its year does not have four digits", "Write the year in full: 1989."
    whole = _completed(text, words)
    if whole is None:
        return None
    return "it has no year", f"Add the year: {whole}." if whole else _FORMS


def _completed(text: str, words: Words) -> str | None:
    """Write the text with a year added, as an example of what to write; None if no year makes it a date.

    Nothing is written if the text is too long for that, or if that year does not have the day.
    """
    try:
        if phrase((*words, "1989")) is None:
            return None
    except DateError:
        return ""
    return f"{' '.join(text.split())} 1989" if len(text) <= LONGEST_EXCERPT and text.isprintable() else ""
