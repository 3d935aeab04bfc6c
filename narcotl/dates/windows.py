"""Windows of time: what --since, --until, --during and --date ask for, together."""

from narcotl.dates.days import ENDLESS_FUTURE, ENDLESS_PAST, Day, day_number, day_text
from narcotl.dates.reading import Explanation, explain
from narcotl.dates.refusals import excerpt
from narcotl.errors import DateError
from narcotl.frozen import Frozen


class Window(Frozen):
    """The days from one to another, both included; None is endless."""

    earliest: Day | None = None
    latest: Day | None = None

    def span(self) -> tuple[int, int]:
        """Give the window as a closed interval of day numbers, as `FuzzyDate.spans` gives dates."""
        first = ENDLESS_PAST if self.earliest is None else day_number(self.earliest)
        last = ENDLESS_FUTURE if self.latest is None else day_number(self.latest)
        return first, last

    def meets(self, other: "Window") -> "Window":
        """Narrow the window by another; what is left may be empty."""
        starts = [day for day in (self.earliest, other.earliest) if day is not None]
        ends = [day for day in (self.latest, other.latest) if day is not None]
        return Window(earliest=max(starts, default=None), latest=min(ends, default=None))

    @property
    def is_empty(self) -> bool:
        """Tell whether no day lies in the window."""
        first, last = self.span()
        return first > last


def period(
    *,
    since: str | None = None,
    until: str | None = None,
    during: str | None = None,
    on: str | None = None,
    today: Day | None = None,
) -> Window:
    """Make one window of the options; those that are given must all hold.

    `since` begins with the first day of its period and `until` ends with the last of its. Raise DateError for what is
    no date, for a range where one period is wanted, for a set, and if no day is left.
    """
    window = Window()
    if since is not None:
        window = window.meets(Window(earliest=_one_period("--since", since, today).date.earliest))
    if until is not None:
        window = window.meets(Window(latest=_one_period("--until", until, today).date.latest))
    for option, text in (("--during", during), ("--date", on)):
        if text is not None:
            date = _read(option, text, today).date
            window = window.meets(Window(earliest=date.earliest, latest=date.latest))
    if window.is_empty:
        raise _empty(window, {"--since": since, "--until": until, "--during": during, "--date": on})
    return window


def _read(option: str, text: str, today: Day | None) -> Explanation:
    """Read the value of an option, which its errors name."""
    try:
        found = explain(text, today=today)
    except DateError as error:
        raise DateError(f"{option}: {error.message}", error.hint) from error
    if found.date.members:
        raise DateError(
            f"{option} takes one period, and {excerpt(text)} is several", f"Give {option} once for each of them."
        )
    if found.date.undated:
        raise DateError(f"{option} takes a date, and {excerpt(text)} is none", "Leave the option out.")
    return found


def _one_period(option: str, text: str, today: Day | None) -> Explanation:
    """Read what a bound takes: one period, of which the first or the last day counts."""
    found = _read(option, text, today)
    if found.ranged:
        raise DateError(f"{option} takes one period, and {excerpt(text)} is a range", f"Use --during {excerpt(text)}.")
    return found


def _empty(window: Window, options: dict[str, str | None]) -> DateError:
    """Make the error for options that leave no day."""
    given = " and ".join(f"{option} {excerpt(text)}" for option, text in options.items() if text is not None)
    first, last = (day_text(day) if day else "" for day in (window.earliest, window.latest))
    return DateError(f"{given} leave no day", f"They ask for days from {first} and to {last}; swap them or drop one.")
