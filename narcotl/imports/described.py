"""What narcotl wrote into the description of an event, where another tool has only one field for all of it."""

import re
from typing import Final, NamedTuple

from narcotl.dates import FuzzyDate, parse_edtf
from narcotl.errors import DateError
from narcotl.imports.dates import DateReader

_LINE: Final = re.compile(r"(?P<label>Date|Date as written|Status): (?P<said>.*)")
_ASIDE: Final = re.compile(r" \([^()]*\)$")
READER: Final = DateReader()


class Described(NamedTuple):
    """A description taken apart; of another tool's it is the summary, and the rest is empty."""

    summary: str
    date: str = ""
    as_written: str = ""
    status: str = ""

    def agreed(self, written: str) -> str:
        """Give the date in EDTF: as it is described, if it has the very days that are written, else these."""
        return agreed(parse_edtf(written), self.date).edtf

    @property
    def unknown(self) -> str:
        """Give the date if it is said to be unknown, else nothing."""
        return "XXXX" if self.date and (told := reading(self.date)) is not None and told.undated else ""


def described(text: str) -> Described:
    """Take a description apart, if it has the lines that narcotl always writes."""
    lines = text.splitlines()
    found = [_LINE.fullmatch(line) for line in lines]
    said: dict[str, str] = {}
    for match in found:
        if match:
            said.setdefault(match["label"], match["said"])
    if "Date" not in said or "Status" not in said:
        return Described(text)
    first = next(number for number, match in enumerate(found) if match)
    status = said["Status"].partition(";")[0].strip()
    return Described("\n".join(lines[:first]).strip(), said["Date"], said.get("Date as written", ""), status)


def reading(shown: str) -> FuzzyDate | None:
    """Read a date as it is shown, with an aside behind it or without; None if it is none."""
    for text in (shown, _ASIDE.sub("", shown)):
        try:
            return READER.read(text)
        except DateError:
            continue
    return None


def agreed(date: FuzzyDate, shown: str) -> FuzzyDate:
    """Give the date that is shown, if it can be read and its known ends are those of the days; else these."""
    told = reading(shown) if shown else None
    if told is None or (told.earliest is None and told.latest is None):
        return date
    same = told.earliest in (None, date.earliest) and told.latest in (None, date.latest)
    return told if same else date
