"""The one entrance for what people type: EDTF as it is, anything else through the grammar."""

from typing import Final

from narcotl.dates.days import Day, year_text
from narcotl.dates.edtf import parse_edtf
from narcotl.dates.model import FuzzyDate
from narcotl.dates.show import shown
from narcotl.dates.vocabulary import Precision
from narcotl.errors import DateError
from narcotl.frozen import Frozen

_EDTF_SIGNS: Final = "0123456789XYES.,?~%+-/[]{}"
_YEAR_AND_TWO_DIGITS: Final = 7
_FIRST_SOUTHERN: Final = 29


class Explanation(Frozen):
    """How a typed date is understood."""

    text: str
    """What was typed."""
    date: FuzzyDate
    conventions: tuple[str, ...] = ()
    """The conventions that the reading rests on, in words: where autumn begins, what early means."""
    notices: tuple[str, ...] = ()
    """What could have been meant instead, in words."""
    ranged: bool = False
    """Whether two ends were typed, or an open one, so that it cannot be the bound of something else."""


def parse(text: str, *, today: Day | None = None) -> FuzzyDate:
    """Read what a person typed, EDTF included; raise DateError with what is missing if it is not one date.

    `today` is needed for relative words only (last year, 20 years ago).
    """
    return explain(text, today=today).date


def explain(text: str, *, today: Day | None = None, strict: bool = False) -> Explanation:
    """Read a date and tell how it was understood; `strict` takes EDTF only."""
    if strict:
        return _explained(text, parse_edtf(text))
    typed = _tidied(text.strip())
    try:
        date = parse_edtf(typed)
    except DateError as error:
        return _compiled(text, today, error)
    _refuse_double_meaning(typed, date)
    return _explained(text, date)


def _tidied(text: str) -> str:
    """Put EDTF typed with spaces or small letters into its one form: [1667, 1668] and y12345."""
    close = "".join(text.split()).upper()
    marked = close[:1] in ("[", "{", "Y") or "/" in close
    return close if marked and not close.strip(_EDTF_SIGNS) else text


def _refuse_double_meaning(typed: str, date: FuzzyDate) -> None:
    """Raise DateError for EDTF that people also write for something else.

    1921-24 is a range of years to them and a season in EDTF (1984-24 can only be a season); ?-1985 is 1986 BC in EDTF.
    """
    codes = (Precision.SEASON, Precision.QUARTER, Precision.THIRD, Precision.HALF)
    bare = typed.removesuffix("?")
    if date.precision in codes and len(bare) == _YEAR_AND_TWO_DIGITS and bare[2:4] < bare[5:]:
        raise DateError(
            f"'{typed}' can be a range of years or {date.text}",
            f"Write {bare[:4]}/{bare[:2]}{bare[5:]} for the years, or '{date.text}'.",
        )
    if typed[:2] == "?-":
        raise DateError(
            f"'{typed}' can have an unknown start or be {date.text}", f"Write /{typed[2:]} or '{date.text}'."
        )


def _compiled(text: str, today: Day | None, error: DateError) -> Explanation:
    """Read what is not EDTF; `error` says why it is not."""
    bare = text.strip()
    if len(bare) == _YEAR_AND_TWO_DIGITS and bare[4] == "-" and bare[2:4] >= bare[5:]:
        raise error  # 1985-13: no range, for it would go backwards
    from narcotl.dates.human import understood

    span = understood(text, today, error)
    date = span.date
    return Explanation(
        text=text,
        date=date,
        conventions=span.conventions + _season_months(date),
        notices=span.notices,
        ranged=span.ranged,
    )


def _explained(text: str, date: FuzzyDate) -> Explanation:
    return Explanation(text=text, date=date, conventions=_season_months(date), ranged="/" in date.edtf)


def _season_months(date: FuzzyDate) -> tuple[str, ...]:
    """Say which months a season has."""
    if date.precision is not Precision.SEASON or date.earliest is None or date.latest is None or "X" in date.edtf:
        return ()
    months = "/".join(f"{year_text(year)}-{month:02d}" for year, month, _ in (date.earliest, date.latest))
    code = int(date.edtf.strip("?~%").rpartition("-")[2].strip("?~%"))
    half = "southern" if code >= _FIRST_SOUTHERN else "northern"
    return (f"{half} seasons, by whole months: {shown(months)}",)
