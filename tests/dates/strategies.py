"""Where the laws get their dates from: EDTF of every form, and texts that may be anything."""

from hypothesis import strategies as st

from narcotl.dates import FuzzyDate, parse_edtf
from narcotl.errors import DateError

_MARKS = st.sampled_from(["", "", "", "~", "?", "%"])
_DIGITS = "0123456789"


def _is_date(text: str) -> bool:
    try:
        parse_edtf(text)
    except DateError:
        return False
    return True


def _masked(digits: str, masks: str) -> str:
    return "".join("X" if mask == "X" else digit for digit, mask in zip(digits, masks, strict=False))


YEARS = st.one_of(
    st.integers(1900, 2030).map(str),
    st.integers(0, 9999).map("{:04d}".format),
    st.integers(1, 9999).map("-{:04d}".format),
    st.builds(
        _masked, st.integers(0, 9999).map("{:04d}".format), st.sampled_from(["0XXX", "00XX", "000X", "XXXX", "0X00"])
    ),
)
LONG_YEARS = st.one_of(
    st.integers(10_000, 9 * 10**14).map("Y{}".format),
    st.integers(10_000, 9 * 10**14).map("Y-{}".format),
    st.builds("Y{}E{}".format, st.integers(1, 9), st.integers(4, 14)),
    st.builds("{:04d}S{}".format, st.integers(1000, 9999), st.integers(1, 4)),
)
MONTHS = st.one_of(st.integers(1, 12).map("{:02d}".format), st.sampled_from(["XX", "0X", "1X", "X1"]))
UNITS = st.integers(21, 41).map(str)
DAYS = st.one_of(st.integers(1, 31).map("{:02d}".format), st.sampled_from(["XX", "0X", "1X", "2X", "3X", "X9"]))
SINGLE_TEXTS = st.one_of(
    st.builds("{}{}".format, YEARS, _MARKS),
    st.builds("{}{}".format, LONG_YEARS, _MARKS),
    st.builds("{}{}-{}{}{}".format, YEARS, _MARKS, _MARKS, MONTHS, _MARKS),
    st.builds("{}-{}{}".format, YEARS, UNITS, _MARKS),
    st.builds("{}{}-{}-{}{}{}".format, YEARS, _MARKS, MONTHS, _MARKS, DAYS, _MARKS),
).filter(_is_date)
INTERVAL_TEXTS = st.builds(
    "{}/{}".format,
    st.one_of(SINGLE_TEXTS, st.sampled_from(["", ".."])),
    st.one_of(SINGLE_TEXTS, st.sampled_from(["", ".."])),
).filter(_is_date)
MEMBER_TEXTS = st.one_of(SINGLE_TEXTS, INTERVAL_TEXTS.map(lambda text: text.replace("..", "").replace("/", "..")))
SET_TEXTS = st.builds(
    lambda brackets, members: f"{brackets[0]}{','.join(members)}{brackets[1]}",
    st.sampled_from(["[]", "{}"]),
    st.lists(MEMBER_TEXTS, min_size=1, max_size=3),
).filter(_is_date)
EDTF_TEXTS = st.one_of(SINGLE_TEXTS, INTERVAL_TEXTS, SET_TEXTS)


def dates() -> st.SearchStrategy[FuzzyDate]:
    """Make dates of every form; many of them meet, since years of our time come often."""
    return EDTF_TEXTS.map(parse_edtf)


_TYPED = [
    *(
        "in",
        "the",
        "of",
        "since",
        "from",
        "until",
        "before",
        "after",
        "between",
        "and",
        "or",
        "to",
        "as",
        "onwards",
        "later",
    ),
    *(
        "circa",
        "perhaps",
        "early",
        "mid",
        "late",
        "end",
        "first",
        "second",
        "third",
        "half",
        "quarter",
        "q",
        "2",
        "two",
    ),
    *("spring", "winter", "southern", "june", "may", "mon", "monday", "26", "26th", "12", "31", "1", "0"),
    *(
        "1980s",
        "80s",
        "1980's",
        "19th",
        "century",
        "decade",
        "year",
        "month",
        "day",
        "a",
        "some",
        "unknown",
        "fy",
        "harvest",
    ),
    *("last", "this", "past", "ago", "20", "today", "yesterday", "present"),
    *("1989", "1990", "1995", "96", "45", "44", "500", "12,000", "bc", "ad", "y12345", "12:30"),
    *("198X", "1984-11", "1984-11-26", "26/11/1984", "10/11/1984"),
    *("-", "/", ",", ".", "?", "~"),
]
WORDS = st.lists(st.sampled_from(_TYPED), max_size=8).map(" ".join)
EDTF_LIKE = st.text(alphabet="0123456789XYEST:Z+-/.,?~%[]{} ", max_size=30)
ANY_TEXTS = st.one_of(WORDS, EDTF_LIKE, EDTF_TEXTS, st.text(max_size=40), st.text(alphabet=_DIGITS, max_size=40))
