"""One period in words: a decade, a century, a season, the middle of a year, a fiscal year, a harvest year."""

from typing import Final

from narcotl.dates.days import DECEMBER, month_length, year_text
from narcotl.dates.human.calendar_dates import calendar_date, is_year
from narcotl.dates.human.spans import UNDATED, Span, one, two
from narcotl.dates.human.words import FILLERS, PARTS, SEASON_CODES, Words, ordinal
from narcotl.dates.refusals import not_a_date
from narcotl.dates.vocabulary import Precision
from narcotl.errors import DateError

_HEMISPHERES: Final = {"northern": 4, "southern": 8}
_WRAPPING_SEASONS: Final = frozenset({24, 28, 30})
_CENTURIES: Final = 100
_YEAR_DIGITS: Final = 4
_ABBREVIATED: Final = 2
_FIRST_FISCAL_YEAR, _FIRST_OCTOBER_YEAR = 1844, 1977
_CUTS: Final = {
    # Where early, mid and late begin and end in a period, in years or in days from its first.
    Precision.DECADE: ((0, 3), (4, 6), (7, 9)),
    Precision.CENTURY: ((0, 33), (34, 66), (67, 99)),
    Precision.MONTH: ((0, 9), (10, 19), (20, 30)),
}
_HALVES: Final = {
    Precision.DECADE: ((0, 4), (5, 9)),
    Precision.CENTURY: ((0, 49), (50, 99)),
    Precision.MONTH: ((0, 14), (15, 30)),
}
_CUT_CONVENTIONS: Final = {
    Precision.YEAR: "early, mid and late are the thirds of a year, four months each",
    Precision.MONTH: "early, mid and late are the days 1 to 10, 11 to 20 and 21 to the end of a month",
    Precision.DECADE: "early, mid and late are the years 0 to 3, 4 to 6 and 7 to 9 of a decade",
    Precision.CENTURY: "early, mid and late are the years 0 to 33, 34 to 66 and 67 to 99 of a century",
}


def period(words: Words) -> Span | None:
    """Read one period, or return None if the words are none; raise DateError if its days do not exist."""
    words = without_fillers(tuple(word for word in words if word != ","))
    rules = (calendar_date, _decade, _century, _season, _fraction, _cut, _fiscal_year, _harvest_year, _unspecified)
    return next((span for rule in rules if (span := rule(words))), None)


def without_fillers(words: Words) -> Words:
    """Drop the leading words that add nothing: in, during, sometime in, the year."""
    while words[1:] and (words[0] in FILLERS or (words[0] == "year" and is_year(words[1]))):
        words = words[1:]
    return words


def _decade(words: Words) -> Span | None:
    """Read 1980s; 1900s and 2000s could also be centuries, and say so."""
    match words[1:] if words[:1] == ("decade",) else words:
        case (word,) if word[4:] in ("s", "'s") and word[:4].isdecimal() and word[3] == "0":
            notice = f"{word[:4]}s is read as the decade {word[:4]}-{word[:3]}9; the century is {word[:2]}XX"
            return one(f"{word[:3]}X", notice=notice if word[2] == "0" else "")
    return None


def _century(words: Words) -> Span | None:
    """Read 19th century and 2nd century BC."""
    match words:
        case (word, "century", *era) if 0 < ordinal(word) < _CENTURIES and era in ([], ["ad"], ["bc"]):
            number, name = ordinal(word), f"the {word} century"
        case _:
            return None
    if era == ["bc"]:
        first, last = number * 100, number * 100 - 99
        convention = f"{name} BC is {first} to {last} BC"
        return two(year_text(1 - first), year_text(1 - last), convention=convention)
    if number == 1:
        return two("0001", "0099", convention=f"{name} is AD 1 to 99")
    return one(f"{number - 1:02d}XX", convention=f"{name} is {number - 1}00 to {number - 1}99")


def _season(words: Words) -> Span | None:
    """Read spring 2001, winter 2001-02, southern summer 2001."""
    shift = _HEMISPHERES.get(words[0], 0) if words else 0
    match words[1:] if shift else words:
        case (season, year) if season in SEASON_CODES and is_year(year):
            return one(f"{year}-{SEASON_CODES[season] + shift}")
        case (season, *years) if season in SEASON_CODES and SEASON_CODES[season] + shift in _WRAPPING_SEASONS:
            first = _first_of_two_years("".join(years))
            return one(f"{first}-{SEASON_CODES[season] + shift}") if first else None
    return None


def _first_of_two_years(text: str) -> str:
    """Read 1995/96, 1995-96 or 1995/1996 and give the first year; nothing if the second is not the next one."""
    first, _, second = text.replace("-", "/").partition("/")
    if not is_year(first) or not first.isdecimal():
        return ""
    following = f"{int(first) + 1:04d}"
    return first if second in (following, following[-2:]) else ""


def _fraction(words: Words) -> Span | None:
    """Read Q2 2001, second quarter of 2001, first third of 2001, first half of 1990 or of the 1980s."""
    match words:
        case ("q" | "h" as letter, number, *rest) if number.isdecimal():
            return _nth("quarter" if letter == "q" else "half", int(number[:2]), tuple(rest))
        case (year, "q" | "h" as letter, number) if number.isdecimal():
            return _nth("quarter" if letter == "q" else "half", int(number[:2]), (year,))
        case (number, "quarter" | "third" | "half" as part, *rest) if ordinal(number):
            return _nth(part, ordinal(number), tuple(rest))
    return None


def _nth(part: str, number: int, words: Words) -> Span | None:
    """Take a quarter, third or half of a year, or a half of a month, decade or century."""
    code, count = {"quarter": (33, 4), "third": (37, 3), "half": (40, 2)}[part]
    whole = _one_date(words)
    if whole is None or not 1 <= number <= count:
        return None
    unit = whole.date.precision
    if unit is Precision.YEAR:
        return one(f"{whole.first}-{code + number - 1}").noted(whole)
    return _slice(whole, _HALVES[unit][number - 1], "") if part == "half" and unit in _HALVES else None


def _cut(words: Words) -> Span | None:
    """Read early, mid and late: of a year, a month, a decade or a century."""
    whole = _one_date(words[1:]) if words[1:] and words[0] in PARTS else None
    if whole is None or whole.date.precision not in _CUT_CONVENTIONS:
        return None
    part, unit = PARTS[words[0]], whole.date.precision
    cut = one(f"{whole.first}-{37 + part}~") if unit is Precision.YEAR else _slice(whole, _CUTS[unit][part], "~")
    return cut.noted(whole).but(conventions=(_CUT_CONVENTIONS[unit],))


def _one_date(words: Words) -> Span | None:
    """Read what can be cut or looked into: a year, a decade, a century, or a month of one year."""
    whole = period(words)
    if whole is None or whole.first != whole.last or ("X" in whole.first and "-" in whole.first):
        return None
    return whole


def _slice(whole: Span, offsets: tuple[int, int], mark: str) -> Span:
    """Take the years of a decade or century, or the days of a month, from one offset to another."""
    earliest = whole.date.earliest
    if earliest is None:  # only an undated or open span has no first day, and neither has a precision to cut
        raise ValueError(whole.edtf)
    year, month, _ = earliest
    if whole.date.precision is Precision.MONTH:
        first, last = (min(1 + offset, month_length(year, month)) for offset in offsets)
        return two(f"{whole.first}-{first:02d}{mark}", f"{whole.first}-{last:02d}{mark}").noted(whole)
    return two(*(f"{year + offset:04d}{mark}" for offset in offsets)).noted(whole)


def _fiscal_year(words: Words) -> Span | None:
    """Read FY 1977: the fiscal year of the United States."""
    match words:
        case ("fy", year) | ("fiscal", year) | ("fiscal", "year", year) if year.isdecimal():
            if len(year) != _YEAR_DIGITS:
                raise not_a_date(" ".join(words), "its year does not have four digits", "Write FY 1977.")
            if int(year) < _FIRST_FISCAL_YEAR:
                raise not_a_date(
                    " ".join(words),
                    f"fiscal years are known from {_FIRST_FISCAL_YEAR} on",
                    "Write its first and last month.",
                )
        case _:
            return None
    begun = int(year) - 1
    if int(year) >= _FIRST_OCTOBER_YEAR:
        convention = "fiscal years are those of the United States: since FY 1977 from October to September"
        return two(f"{begun:04d}-10", f"{year}-09", convention=convention)
    convention = "fiscal years are those of the United States: to FY 1976 from July to June"
    return two(f"{begun:04d}-07", f"{year}-06", convention=convention)


def _harvest_year(words: Words) -> Span | None:
    """Read 1995/96, harvest year 1995/96 and harvest year 1995."""
    match words:
        case ("harvest" | "crop", "year" | "season", year) if is_year(year):
            return one(f"{year}~", convention="a harvest year is about the year that names it")
        case ("harvest" | "crop", "year" | "season", *years):
            first = _first_of_two_years("".join(years))
        case (year, "/", second) if is_year(year) and year.isdecimal() and len(second) == _ABBREVIATED:
            first = _first_of_two_years("".join(words))
            if second.isdecimal() and 1 <= int(second) <= DECEMBER:
                raise DateError(
                    f"'{year}/{second}' can be a month or two years",
                    f"Write {year}-{second} for the month"
                    + (f", {year}/{int(year) + 1} for the years." if first else "."),
                )
            if not first:
                raise not_a_date(f"{year}/{second}", "its second year is not the next one", "Write 1995/1997.")
        case _:
            return None
    convention = "a harvest year is about the two years that name it"
    return two(f"{first}~", f"{int(first) + 1:04d}~", convention=convention) if first else None


def _unspecified(words: Words) -> Span | None:
    """Read a day in November 1984, a month in 1984, date unknown."""
    match words:
        case ("undated",) | ("unknown",) | ("no", "date") | ("date", "unknown") | ("unknown", "date"):
            return one(UNDATED)
        case ("a" | "some", "day" | "month" as unit, *rest):
            whole = _one_date(tuple(rest))
        case _:
            return None
    if whole is None:
        return None
    known = whole.date.precision
    if known is Precision.MONTH and unit == "day":
        return one(f"{whole.first}-XX").noted(whole)
    if known in (Precision.YEAR, Precision.DECADE, Precision.CENTURY):
        return one(f"{whole.first}-XX{'-XX' if unit == 'day' else ''}").noted(whole)
    return None
