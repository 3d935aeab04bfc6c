"""What changes in files, line by line, as people review it."""

import difflib
from collections.abc import Iterator
from typing import Any, Final

from narcotl.editing.files import Change
from narcotl.reports.edits import shortened

CONTEXT: Final = 3
"""How many lines stand around what changes."""
NO_FILE: Final = "/dev/null"


def diff(change: Change) -> list[str]:
    """Write a change as a unified diff, without line ends; nothing if nothing changes."""
    old, new = (lines_of(data) for data in (change.before, change.after))
    name = shortened(str(change.path))
    ends = NO_FILE if change.before is None else name, NO_FILE if change.after is None else name
    start, tail = same_ends(old, new)
    if start == len(old) == len(new):
        return []
    # What is the same at both ends is most of a large file; only the middle is compared.
    first = max(0, start - CONTEXT)
    last = max(0, tail - CONTEXT)
    parts = old[first : len(old) - last], new[first : len(new) - last]
    found = list(difflib.unified_diff(*parts, *ends, n=CONTEXT, lineterm=""))
    return [moved(line, first) if line.startswith("@@ ") else line.rstrip("\r\n") for line in found]


def same_ends(old: list[str], new: list[str]) -> tuple[int, int]:
    """Count the lines that are the same at the beginning, and those at the end."""
    start = same(old, new)
    return start, same(old[start:][::-1], new[start:][::-1])


def same(one: list[str], other: list[str]) -> int:
    """Count the lines that two lists have in common at their beginning."""
    return next(
        (place for place, (mine, yours) in enumerate(zip(one, other, strict=False)) if mine != yours),
        min(len(one), len(other)),
    )


def moved(head: str, by: int) -> str:
    """Move the numbers in the head of a hunk down by some lines."""
    marks, before, after, end = head.split(" ", 3)
    return f"{marks} {shifted(before, by)} {shifted(after, by)} {end}"


def shifted(span: str, by: int) -> str:
    """Move one `-line,count`."""
    number, comma, count = span[1:].partition(",")
    return f"{span[0]}{int(number) + by}{comma}{count}"


def lines_of(data: bytes | None) -> list[str]:
    """Split a file at its line ends, and only there."""
    text = (data or b"").decode("utf-8", "replace")
    return [f"{line}\n" for line in text.split("\n")[:-1]] + ([last] if (last := text.rpartition("\n")[2]) else [])


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
