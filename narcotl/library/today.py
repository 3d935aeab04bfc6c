"""What day it is, for dates such as "last 20 years"."""

import time
from typing import TYPE_CHECKING

from narcotl.errors import UsageError

if TYPE_CHECKING:
    from narcotl.dates import Day


def today(as_of: str | None = None, name: str = "as_of") -> "Day":
    """Give the day that counts as today: the one that is named, or that of the clock."""
    if as_of is None:
        now = time.localtime()
        return now.tm_year, now.tm_mon, now.tm_mday
    from narcotl.dates import parse

    found = parse(as_of)
    if found.earliest is None or found.earliest != found.latest:
        raise UsageError(f"{name} needs one day, not '{as_of}'", "Write it as 2018-11-09.")
    return found.earliest
