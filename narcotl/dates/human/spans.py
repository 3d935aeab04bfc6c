"""What a phrase compiles to: EDTF in the making, with what was understood on the way."""

from narcotl.dates.edtf import parse_edtf
from narcotl.dates.model import FuzzyDate
from narcotl.frozen import Frozen

OPEN = ".."
UNKNOWN = ""
UNDATED = "XXXX"


class Span(Frozen):
    """A date under construction, from its first EDTF date to its last."""

    first: str
    """An EDTF date, `..` for an open start, nothing for an unknown one."""
    last: str
    ranged: bool = False
    """Whether two ends were typed, or an open one, rather than one period such as `early 1980s`."""
    members: tuple[str, ...] = ()
    """The members of a set, if it is one; `first` and `last` are its brackets then."""
    conventions: tuple[str, ...] = ()
    """Which conventions were applied, in words."""
    notices: tuple[str, ...] = ()
    """What may not be what was meant, in words."""

    @property
    def edtf(self) -> str:
        """Write the span as EDTF."""
        if self.members:
            return f"{self.first}{','.join(self.members)}{self.last}"
        return self.first if self.first == self.last else f"{self.first}/{self.last}"

    @property
    def date(self) -> FuzzyDate:
        """Read the span, which checks that its days exist and that it does not end before it begins."""
        return parse_edtf(self.edtf)

    @property
    def single(self) -> bool:
        """Tell whether it is one period, of which one can say since, until, before and after."""
        return not self.ranged and not self.members and self.first != UNDATED

    def marked(self, mark: str) -> "Span":
        """Make what is known of it approximate (`~`) or uncertain (`?`)."""
        if self.members:
            return self.but(members=tuple(_marked(member, mark) for member in self.members))
        return self.but(first=_marked(self.first, mark), last=_marked(self.last, mark))

    def noted(self, *others: "Span") -> "Span":
        """Add the conventions and notices of the parts that it was made of."""
        return self.but(
            conventions=tuple(dict.fromkeys(note for span in (self, *others) for note in span.conventions)),
            notices=tuple(dict.fromkeys(note for span in (self, *others) for note in span.notices)),
        )


def one(edtf: str, *, convention: str = "", notice: str = "") -> Span:
    """Make the span of a single EDTF date."""
    return two(edtf, edtf, convention=convention, notice=notice)


def two(first: str, last: str, *, convention: str = "", notice: str = "") -> Span:
    """Make the span of one period that EDTF can only write as an interval."""
    return Span(
        first=first,
        last=last,
        conventions=(convention,) if convention else (),
        notices=(notice,) if notice else (),
    )


def _marked(edtf: str, mark: str) -> str:
    """Add a mark to the end of a date, or to both ends of a range in a set."""
    if edtf in (OPEN, UNKNOWN):
        return edtf
    first, dots, last = edtf.partition("..")
    if dots:
        return f"{_marked(first, mark)}..{_marked(last, mark)}"
    if edtf[-1] not in "?~%":
        return edtf + mark
    return edtf if edtf[-1] in (mark, "%") else edtf[:-1] + "%"
