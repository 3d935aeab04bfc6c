"""Count the positions on claims: for, against and between, after whoever took something back is heard."""

from collections.abc import Sequence
from dataclasses import dataclass

from narcotl.reports.records import Records

POSITIONS = """
SELECT record, part, actor, polarity, reverses, origin FROM positions
WHERE record IN ({marks}) ORDER BY record, sort, part
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How the positions on one claim stand."""

    supporting: int
    between: int
    opposing: int
    origins: int
    """How many independent origins there are: first links of the chains of sources."""

    @property
    def contested(self) -> bool:
        """Whether somebody is for it and somebody against it."""
        return bool(self.supporting and self.opposing)

    def __str__(self) -> str:
        """Write the tally in words."""
        counts = f"{self.supporting} for, {self.opposing} against, {self.between} between"
        origins = f"{self.origins} independent origin{'s' * (self.origins != 1)}"
        return f"{'contested' if self.contested else 'not contested'}: {counts}; {origins}"


def tallies(records: Records, claims: Sequence[str]) -> dict[str, Tally]:
    """Count the positions on each of these claims."""
    sql = POSITIONS.format(marks=", ".join("?" * len(claims)))
    positions: dict[str, list[tuple[str | None, str]]] = {}
    origins: dict[str, set[str]] = {}
    for claim, _, actor, polarity, reverses, origin in records.table(sql, claims):
        standing = positions.setdefault(claim, [])
        if reverses is not None:
            standing[:] = [position for position in standing if position[0] != reverses]
        standing.append((actor, polarity))
        origins.setdefault(claim, set()).add(origin)
    return {claim: tally(standing, len(origins[claim])) for claim, standing in positions.items()}


def tally(standing: Sequence[tuple[str | None, str]], origins: int) -> Tally:
    """Count positions by polarity."""
    counts = [sum(polarity == wanted for _, polarity in standing) for wanted in "+0-"]
    return Tally(supporting=counts[0], between=counts[1], opposing=counts[2], origins=origins)
