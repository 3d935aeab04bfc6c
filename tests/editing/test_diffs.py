"""A diff leads from one text to the other, as `patch` would."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from narcotl.editing.diffs import diff
from narcotl.editing.files import Change

LINES = st.lists(st.sampled_from(["a", "b", "c", "- id: x", ""]), max_size=40)


def applied(old: list[str], patch: list[str]) -> list[str]:
    """Apply a unified diff to lines."""
    made: list[str] = []
    place = 0
    for line in patch[2:]:
        if line.startswith("@@ -"):
            start, _, count = line[4:].split(" ")[0].partition(",")
            begin = int(start) - (count != "0")
            made += old[place:begin]
            place = begin
        elif line[0] == "+":
            made.append(line[1:])
        else:
            assert old[place] == line[1:]
            made += [line[1:]] * (line[0] == " ")
            place += 1
    return made + old[place:]


@given(LINES, LINES)
def test_a_diff_leads_to_the_new_text(old: list[str], new: list[str]) -> None:
    before, after = ("".join(f"{line}\n" for line in lines).encode() for lines in (old, new))
    found = diff(Change(path=Path("/x"), before=before, after=after))
    assert bool(found) == (old != new)
    assert applied(old, found) == new


def test_many_changes_in_a_large_file_take_no_time() -> None:
    old = [f"line {number}" for number in range(100_000)]
    new = [line if number % 40 else f"other {number}" for number, line in enumerate(old)]
    before, after = ("".join(f"{line}\n" for line in lines).encode() for lines in (old, new))
    found = diff(Change(path=Path("/x"), before=before, after=after))
    assert sum(line.startswith("-line") for line in found) == 2500
    assert applied(old, found) == new
