"""Who is not named but described: the doctor, the watchdog, the general; records of theirs fit the word a little."""

from collections.abc import Sized
from typing import Final

from narcotl.reports.records import Records

RARE: Final = 300
"""Words that more records have describe nobody in particular."""
FEW: Final = 6
"""As many actors may be meant by one word."""
DESCRIBED: Final = 0.5
"""How much of the fit of an actor its records get."""
_ACTORS: Final = "SELECT number, id FROM records WHERE kind = 'actor' AND number IN ({marks})"
_THEIRS: Final = """
SELECT i.actor, r.number FROM involvements i JOIN records r ON r.id = i.record
WHERE i.actor IN ({marks}) AND r.kind <> 'actor' LIMIT 400
"""


def with_described(records: Records, fits: dict[int, float]) -> dict[int, float]:
    """Add the records of the actors that a word describes."""
    if not 0 < len(fits) <= RARE:
        return fits
    actors = {actor: number for number, actor in records.table(_ACTORS.format(marks=marks(fits)), tuple(fits))}
    if not 0 < len(actors) <= FEW:
        return fits
    found = dict(fits)
    for actor, number in records.table(_THEIRS.format(marks=marks(actors)), tuple(actors)):
        found[number] = max(found.get(number, 0.0), DESCRIBED * fits[actors[actor]])
    return found


def marks(values: Sized) -> str:
    """Write as many question marks."""
    return ", ".join("?" * len(values))
