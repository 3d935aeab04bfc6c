"""What the profiles of actors and regions share: what they are asked for, and how long their lists are."""

from collections.abc import Sequence
from typing import Any

from narcotl.frozen import Frozen
from narcotl.reports.records import Records
from narcotl.reports.report import Line, Report, Row
from narcotl.select.selection import ALL, Selection
from narcotl.select.where import All, Where

USUAL = 10
"""How many rows of each list a terminal shows where no limit is given; every other form has them all."""

LONG, FEW = 66, 38
"""More characters than a line has room for beside its label, and how many names take where others are only counted."""


class Scope(Frozen):
    """Which records a profile takes in."""

    selection: Selection = ALL
    units: bool = True
    """Whether an actor stands for its units and officers as well."""
    options: str = ""
    """The filters as they are typed, for the commands that list what a profile leaves out."""

    def found(self, records: Records, kind: str, also: Where) -> list[Row]:
        """Give the records of a kind that are in scope and meet one more condition."""
        return list(records.select(kind, self.whole(also)))

    def whole(self, also: Where) -> Selection:
        """Ask for what is in scope and meets one more condition, however much it is."""
        return self.selection.but(where=All((also, self.selection.where)), limit=None)

    def listed(self, report: Report, command: str) -> Report:
        """Let a terminal show the first rows of a list, and name the command that lists all of them."""
        rest = " ".join(filter(None, (f"narcotl {command}", self.options)))
        most = USUAL if self.selection.limit is None else None
        return report.but(most=most, rest=rest)

    def cut(self, lists: dict[str, Any]) -> dict[str, Any]:
        """Keep the first of each list where there is a limit."""
        return {name: values[: self.selection.limit] for name, values in lists.items()}

    def told(self, lists: dict[str, Any]) -> tuple[str, ...]:
        """Say what a limit keeps back."""
        most = self.selection.limit
        return tuple(
            f"{name.replace('_', ' ')}: {most} of {len(values)} shown; --limit cut the rest"
            for name, values in lists.items()
            if most is not None and len(values) > most
        )


def contested_first(claims: Sequence[Row]) -> list[Row]:
    """Order claims: the contested ones first, then those with most positions."""
    return sorted(claims, key=lambda claim: (not claim["tally"]["contested"], -len(claim["positions"])))


def names(row: Row) -> list[Line]:
    """Write the other names of a place or an actor, the misspelt ones apart."""
    right = [alias["name"] for alias in row["aliases"] if not alias.get("error")]
    wrong = [alias["name"] for alias in row["aliases"] if alias.get("error")]
    pairs = (("Also called", right), ("Misspelt as", wrong), ("Interests", row.get("interests", ())))
    return [naming(label, found) for label, found in pairs if found]


def naming(label: str, found: Sequence[str]) -> Line:
    """Name several things; where there is little room, as many as a line holds, and the number of the others."""
    text, kept = "; ".join(found), 1
    while kept < len(found) and len("; ".join(found[: kept + 1])) <= FEW:
        kept += 1
    more = len(found) - kept
    brief = f"{'; '.join(found[:kept])} and {more} more (--wide names them)" if more > 1 and len(text) > LONG else ""
    return Line(label=label, text=text, brief=brief)


def quoted(name: str) -> str:
    """Write an id as a shell takes it."""
    import shlex

    return shlex.quote(name)
