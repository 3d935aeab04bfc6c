"""Count the positions on claims: for, against and between, after whoever took something back is heard."""

from collections.abc import Sequence
from typing import NamedTuple

from narcotl.plural import counted
from narcotl.reports.records import Records
from narcotl.reports.report import Row
from narcotl.select.batches import marks

COUNTS = """
SELECT p.record,
    COUNT(DISTINCT CASE WHEN p.stands = 1 AND p.polarity = '+' THEN COALESCE(p.actor, p.origin) END),
    COUNT(DISTINCT CASE WHEN p.stands = 1 AND p.polarity = '0' THEN COALESCE(p.actor, p.origin) END),
    COUNT(DISTINCT CASE WHEN p.stands = 1 AND p.polarity = '-' THEN COALESCE(p.actor, p.origin) END),
    COUNT(DISTINCT COALESCE(w.whole, p.origin))
FROM positions p LEFT JOIN wholes w ON w.source = p.origin
WHERE p.record IN ({marks}) GROUP BY p.record
"""


class Tally(NamedTuple):
    """How the positions on one claim stand: who is for it, between and against it, each speaker once."""

    supporting: int = 0
    between: int = 0
    opposing: int = 0
    origins: int = 0
    """How many independent origins there are: first links of the chains of sources, parts of one work being one."""

    @property
    def contested(self) -> bool:
        """Whether somebody is for it and somebody against it."""
        return bool(self.supporting and self.opposing)

    def __str__(self) -> str:
        """Write the tally in words."""
        counts = f"{self.supporting} for, {self.opposing} against, {self.between} between"
        origins = f"{counted(self.origins, 'independent origin')}"
        return f"{'contested' if self.contested else 'not contested'}: {counts}; {origins}"

    def to_json(self) -> Row:
        """Give the tally as the object that JSON prints."""
        return {
            "for": self.supporting,
            "against": self.opposing,
            "between": self.between,
            "origins": self.origins,
            "contested": self.contested,
            "text": str(self),
        }


def tallies(records: Records, claims: Sequence[str]) -> dict[str, Tally]:
    """Count the positions on each of these claims; what was taken back counts as an origin and nowhere else."""
    if not claims:
        return {}
    rows = records.table(COUNTS.format(marks=marks(claims)), claims)
    return {claim: Tally(*counts) for claim, *counts in rows}
