"""How dates are shown to people: `26 November 1984`, `1980s`, `since the 1920s`, `c. 1950?`, `1863 or 1864`.

Everything here takes EDTF that has been read before, and so is in order.
"""

from typing import Final

from narcotl.dates.days import LAST_FOUR_DIGIT_YEAR
from narcotl.dates.moments import UNITS, Moment, bounds, long_year, split
from narcotl.dates.vocabulary import MONTHS, ORDINALS, SEASONS, Precision

DASH: Final = "\N{EN DASH}"
_FIRST_CODES: Final = {Precision.QUARTER: 33, Precision.THIRD: 37, Precision.HALF: 40}
_HEMISPHERES: Final = ("", "northern ", "southern ")
_PARTS_OF_YEAR: Final = ("early", "mid", "late")
_FIRST_PLAIN_YEAR: Final = 1000
_FIRST_SEASON: Final = 21


def shown(edtf: str) -> str:
    """Write an EDTF text as people write dates."""
    if edtf[0] in "[{":
        return _shown_set(edtf)
    first, slash, last = edtf.partition("/")
    return _shown_interval(first, last) if slash else _shown_date(edtf)


def _shown_set(edtf: str) -> str:
    word = "or" if edtf[0] == "[" else "and"
    members = edtf[1:-1].split(",")
    shown_members = [_shown_member(member, word) for member in members]
    if any("BC" in member for member in shown_members):
        shown_members = [f"AD {member}" if member.isdecimal() else member for member in shown_members]
    if len(members) == 1:
        ranged = DASH in shown_members[0]
        return f"{'one' if word == 'or' else 'all'} of {shown_members[0]}" if ranged else shown_members[0]
    return f"{', '.join(shown_members[:-1])} {word} {shown_members[-1]}"


def _shown_member(member: str, word: str) -> str:
    first, dots, last = member.partition("..")
    if not dots:
        return _shown_date(member)
    if not first:
        return f"{_shown_date(last)} {word} earlier"
    return _shown_interval(first, last) if last else f"{_shown_date(first)} {word} later"


def _shown_interval(first: str, last: str) -> str:
    if last == "..":
        return f"since {_the(_shown_date(first))}"
    if first == "..":
        return f"until {_the(_shown_date(last))}"
    if not first or not last:
        return _dashed(_shown_date(first) if first else "?", _shown_date(last) if last else "?")
    start, end = _taken(first), _taken(last)
    bodies = _body(start), _body(end)
    if _flags(start) != _flags(end) or any(DASH in body for body in bodies):
        return f"from {_shown_date(first)} to {_shown_date(last)}"
    return _flagged(_shortened(start, end) or _dashed(*bodies), start)


def _dashed(first: str, last: str) -> str:
    """Join two dates by a dash, which stands free where the dates are of several words."""
    free = " " in first.removeprefix("c. ") or " " in last
    return f"{first} {DASH} {last}" if free else f"{first}{DASH}{last}"


def _shortened(start: Moment, end: Moment) -> str:
    """Write an interval saying once what its ends share (June-July 1990, 12-15 March 1990), or nothing if no use."""
    plain = not any("X" in moment.text or moment.unit or moment.significant for moment in (start, end))
    if not plain or bool(start.month) != bool(end.month) or bool(start.day) != bool(end.day):
        return ""
    if not start.month:
        return _shortened_years(long_year(start), long_year(end))
    if start.year != end.year:
        return ""
    month = MONTHS[int(start.month) - 1]
    if not start.day:
        return f"{month}{DASH}{_body(end)}"
    if start.month == end.month:
        return f"{int(start.day)}{DASH}{_body(end)}"
    return f"{int(start.day)} {month} {DASH} {_body(end)}"


def _shortened_years(first: int, last: int) -> str:
    """Write a span of years saying once which era they are of: 200-101 BC, AD 14-37."""
    if last <= 0:
        return f"{1 - first}{DASH}{_year_name(last)}"
    names = _year_name(first), _year_name(last)
    if names[0].startswith("AD"):
        return f"{names[0]}{DASH}{last}"
    return _dashed(*names)


def _shown_date(text: str) -> str:
    moment = _taken(text)
    return _flagged(_body(moment), moment)


def _taken(text: str) -> Moment:
    moment = split(text)
    if moment is None:  # only if something unread was passed in
        raise ValueError(text)
    return moment


def _flags(moment: Moment) -> tuple[bool, bool]:
    """Tell whether to say that a date is approximate, and that it is uncertain: `early 2001` says the first itself."""
    both = "%" in moment.marks
    return (both or "~" in moment.marks) and not _is_third(moment), both or "?" in moment.marks


def _flagged(body: str, moment: Moment) -> str:
    approximate, uncertain = _flags(moment)
    return f"{'c. ' if approximate else ''}{body}{'?' if uncertain else ''}"


def _is_third(moment: Moment) -> bool:
    return moment.unit > 0 and UNITS[moment.unit][0] is Precision.THIRD


def _body(moment: Moment) -> str:
    """Write a date without saying how sure it is."""
    if moment.undated:
        return "date unknown"
    if _is_irregular(moment):
        return _hull(moment)
    year = _year_body(moment)
    if moment.unit:
        return _unit_body(moment, year)
    if not moment.month:
        return year
    if moment.month == "XX":
        return f"a {'day' if moment.day else 'month'} in {_the(year)}"
    month = _in_year(MONTHS[int(moment.month) - 1], year)
    if not moment.day:
        return month
    return f"a day in {month}" if moment.day == "XX" else f"{int(moment.day)} {month}"


def _is_irregular(moment: Moment) -> bool:
    """Tell whether some digits are masked and others to their right, or beside them, are not: `1X84`, `1984-1X`."""
    parts = (moment.month, moment.day)
    partly = any("X" in part and part != "XX" for part in parts)
    return partly or "X" in moment.year.rstrip("X") or (moment.month == "XX" and moment.day not in ("", "XX"))


def _hull(moment: Moment) -> str:
    """Write the first and the last day, month or year that fit an irregular mask."""
    first, last = bounds(moment)
    kept = 3 if moment.day else 2 if moment.month else 1
    return f"between {_day_name(*first[:kept])} and {_day_name(*last[:kept])} ({moment.text})"


def _day_name(year: int, month: int = 0, day: int = 0) -> str:
    return " ".join(
        part for part in (str(day) if day else "", MONTHS[month - 1] if month else "", _year_name(year)) if part
    )


def _year_name(year: int) -> str:
    """Write a year: 1984, AD 79, 44 BC."""
    if year <= 0:
        return f"{1 - year} BC"
    return str(year) if _FIRST_PLAIN_YEAR <= year <= LAST_FOUR_DIGIT_YEAR else f"AD {year}"


def _year_body(moment: Moment) -> str:
    """Write the year, decade or wider span of a date."""
    if "X" not in moment.year:
        name = _year_name(long_year(moment))
        return f"{name} ({_span_of_years(moment)})" if moment.significant else name
    if moment.year == "XXXX":
        return "year unknown"
    decade = moment.year.endswith("X") and moment.year[-2] != "X" and moment.year[0] not in "-0"
    return f"{moment.year[:-1]}0s" if decade else _span_of_years(moment)


def _span_of_years(moment: Moment) -> str:
    year_only = _taken(f"{moment.year}{f'S{moment.significant}' if moment.significant else ''}")
    (first, _, _), (last, _, _) = bounds(year_only)
    return _shortened_years(first, last)


def _unit_body(moment: Moment, year: str) -> str:
    """Write a season, quarter, third or half of a year."""
    kind, first_month, months = UNITS[moment.unit]
    if kind is not Precision.SEASON:
        number = moment.unit - _FIRST_CODES[kind]
        early = kind is Precision.THIRD and ("~" in moment.marks or "%" in moment.marks)
        part = _PARTS_OF_YEAR[number] if early else f"{ORDINALS[number]} {kind}"
        if "X" in moment.year:
            return _in_year(f"{part} {'in' if early else 'of'} a year", year)
        return f"{part} {year}" if early else f"{part} of {year}"
    hemisphere, season = divmod(moment.unit - _FIRST_SEASON, len(SEASONS))
    name = f"{_HEMISPHERES[hemisphere]}{SEASONS[season]}"
    if first_month + months > 13 and year.isdecimal():  # noqa: PLR2004 - it runs into the next January
        following = str(int(year) + 1)
        return f"{name} {year}{DASH}{following if following.endswith('00') else following[-2:]}"
    return _in_year(name, year)


def _in_year(part: str, year: str) -> str:
    """Put a part of the year before a year, a decade, a longer span or an unknown year."""
    if year == "year unknown":
        return f"{part}, {year}"
    return f"{part} in {_the(year)}" if DASH in year or year.endswith("s") else f"{part} {year}"


def _the(year: str) -> str:
    return f"the {year}" if year.endswith("0s") and " " not in year else year
