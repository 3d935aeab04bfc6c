"""EDTF as a pattern: it takes every date that narcotl reads, and refuses whatever does not have the shape of one.

A pattern cannot know that February has no 30th, or that an interval ends after it begins; `narcotl check` does.
"""

_MARK = "[?~%]?"
_MONTH = "(?:0[1-9X]|1[0-2X]|X[0-9X]|2[1-9]|3[0-9]|4[01])"
"""A month, also masked, or the code of a season, a quarter, a third or a half of a year."""
_DAY = "(?:0[1-9X]|[12X][0-9X]|3[01X])"
_YEAR = "(?:[0-9X]{4}|-(?!0000)[0-9X]{4}|Y-?(?:[1-9][0-9]{4,}|[1-9][0-9]*E[1-9][0-9]*))(?:S[1-9][0-9]?)?"
_PARTS = f"(?:-{_MARK}{_MONTH}{_MARK}(?:-{_MARK}{_DAY}{_MARK})?)?"
_DATE = f"{_MARK}{_YEAR}{_MARK}{_PARTS}"
_TIME = "T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:Z|[+-](?:[01][0-9]|2[0-3])(?::[0-5][0-9])?)?"
_TIMED = f"-?[0-9]{{4}}-{_MONTH}-{_DAY}{_TIME}"
_SIDE = rf"(?:{_DATE}|\.\.)?"
_RANGE = rf"{_DATE}(?:\.\.(?:{_DATE})?)?|\.\.{_DATE}"
_MEMBERS = f"(?:{_RANGE})(?:,(?:{_RANGE}))*"

PATTERN = (
    f"^(?:{_DATE}|{_TIMED}|{_DATE}/{_SIDE}|{_SIDE}/{_DATE}"
    rf"|\[{_MEMBERS}\]|\{{{_MEMBERS}\}})$"
)
"""The pattern, in the regular expressions that JSON Schema, JavaScript and Python share."""
