"""What changes in files, line by line, as people review it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from narcotl.editing.files import Change
from narcotl.reports.edits import shortened

CONTEXT: Final = 3
"""How many lines stand around what changes."""
NO_FILE: Final = "/dev/null"
AHEAD: Final = 60
"""How many lines ahead it is sought where two texts go on alike."""
SURE: Final = 2
"""How many lines must be alike for that."""


class Difference(NamedTuple):
    """Lines of the old text, from `start` to before `end`, in whose place those of the new one come."""

    start: int
    end: int
    begin: int
    stop: int


def diff(change: Change) -> list[str]:
    """Write a change as a unified diff, without line ends; nothing if nothing changes."""
    old, new = (lines_of(data) for data in (change.before, change.after))
    name = shortened(str(change.path))
    found = list(grouped(differences(old, new)))
    if not found:
        return []
    before, after = NO_FILE if change.before is None else name, NO_FILE if change.after is None else name
    return [f"--- {before}", f"+++ {after}", *(line for hunk in found for line in written(hunk, old, new))]


def differences(old: Sequence[str], new: Sequence[str]) -> Iterator[Difference]:
    """Give the places where two texts differ, from top to bottom, in time that grows with their length.

    Where they differ, the nearest place is sought at which they go on alike; `difflib` would compare all with all.
    """
    one = other = 0
    while one < len(old) or other < len(new):
        if one < len(old) and other < len(new) and old[one] == new[other]:
            one, other = one + 1, other + 1
            continue
        gone, come = alike_again(old[one : one + AHEAD], new[other : other + AHEAD])
        yield Difference(one, one + gone, other, other + come)
        one, other = one + gone, other + come


def alike_again(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """Count the lines to skip in each of two texts until they go on alike; all, if they never do."""
    for far in range(1, len(old) + len(new)):
        for gone in range(max(0, far - len(new)), min(far, len(old)) + 1):
            here, there = old[gone : gone + SURE], new[far - gone : far - gone + SURE]
            if here and here == there:
                return gone, far - gone
    return len(old), len(new)


def grouped(found: Iterable[Difference]) -> Iterator[list[Difference]]:
    """Put differences together whose surroundings touch; neighbours become one."""
    hunk: list[Difference] = []
    for one in found:
        if hunk and one.start - hunk[-1].end > 2 * CONTEXT:
            yield hunk
            hunk = []
        if hunk and hunk[-1].end == one.start:
            hunk[-1] = Difference(hunk[-1].start, one.end, hunk[-1].begin, one.stop)
        else:
            hunk.append(one)
    if hunk:
        yield hunk


def written(hunk: Sequence[Difference], old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """Write differences that stand together, with the lines around them."""
    start, end = max(0, hunk[0].start - CONTEXT), min(len(old), hunk[-1].end + CONTEXT)
    begin = hunk[0].begin - (hunk[0].start - start)
    stop = hunk[-1].stop + (end - hunk[-1].end)
    yield f"@@ -{span(start, end)} +{span(begin, stop)} @@"
    place = start
    for one in hunk:
        yield from (f" {line}" for line in old[place : one.start])
        yield from (f"-{line}" for line in old[one.start : one.end])
        yield from (f"+{line}" for line in new[one.begin : one.stop])
        place = one.end
    yield from (f" {line}" for line in old[place:end])


def span(start: int, end: int) -> str:
    """Write which lines a hunk is about, as `patch` reads it."""
    if end - start == 1:
        return str(start + 1)
    return f"{start + (end > start)},{end - start}"


def lines_of(data: bytes | None) -> list[str]:
    """Split a file at its line ends, and only there."""
    found = (data or b"").decode("utf-8", "replace").split("\n")
    return [line.rstrip("\r") for line in (found if found[-1] else found[:-1])]


def row(change: Change, *, with_diff: bool = True) -> dict[str, Any]:
    """Give what changes in a file as JSON has it."""
    lines = diff(change)
    body = lines[2:]
    outcome = "made" if change.before is None else "removed" if change.after is None else "changed"
    found: dict[str, Any] = {
        "file": str(change.path),
        "outcome": outcome if change.before != change.after else "unchanged",
        "added": sum(line.startswith("+") for line in body),
        "removed": sum(line.startswith("-") for line in body),
        "reason": None,
    }
    return {**found, "diff": "".join(f"{line}\n" for line in lines)} if with_diff else found


def patch(changes: Iterator[Change]) -> Iterator[str]:
    """Give the lines of the diffs of several files."""
    for change in changes:
        yield from diff(change)
