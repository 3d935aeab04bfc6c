"""Unite what two branches of a repository made of one file of a store: record by record, and within one field by field.

Git does it line by line, and two records that were added in one place are a conflict to it, although they have nothing
to do with each other. Here a record is one thing, so that what remains is where both changed the same field.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, NamedTuple

from narcotl.editing.adding import line_of
from narcotl.editing.form import understood
from narcotl.editing.formatting import Replacement, laid_out, tree_of
from narcotl.editing.page import Page, page_of
from narcotl.errors import UsageError
from narcotl.history.git import run
from narcotl.history.segments import Segment, segments
from narcotl.history.three_ways import CLASH, clashes, fields
from narcotl.reports.report import Row
from narcotl.store.layout import StoreFile

OURS, BASE, MIDDLE, THEIRS = "<<<<<<<", "|||||||", "=======", ">>>>>>>"
"""How git marks the parts of a conflict."""
MOST: Final = 127
"""Up to here the exit status of `git merge-file` is a number of conflicts."""


class Sides(NamedTuple):
    """The three versions of a file, or what stands in one place of them."""

    ours: Any
    base: Any
    theirs: Any


@dataclass(slots=True)
class United:
    """What uniting comes to."""

    text: str = ""
    rows: list[Row] = field(default_factory=list)
    conflicts: int = 0

    def tell(self, segment: Segment, outcome: str, keys: Sequence[str] = ()) -> None:
        """Note what became of a record that the other branch has changed."""
        kind = segment.written.kind.value if segment.written else None
        self.rows.append({"outcome": outcome, "kind": kind, "id": segment.id, "fields": list(keys)})

    def conflict(self, ours: str, theirs: str) -> None:
        """Write both versions, as git does."""
        self.conflicts += 1
        self.text += f"{OURS} ours\n{closed(ours)}{MIDDLE}\n{closed(theirs)}{THEIRS} theirs\n"


def merged(file: StoreFile, data: Sides) -> United:
    """Unite three versions of a file; nothing is written yet."""
    pages = Sides(*(page_of(file, version) for version in data))
    cut = Sides(*(segments(page) for page in pages))
    found = None if None in cut else by_record(pages, cut)
    if found is not None and not found.conflicts:
        after = page_of(file, found.text.encode())
        ids = [record.node.get("id") for record in after.records]
        if after.problems or len(ids) != len(set(map(str, ids))):
            found = None
    if found is None:
        text, conflicts = by_line(Sides(*(page.text for page in pages)))
        found = United(text=text, conflicts=conflicts)
    return found


def by_line(texts: Sides, *, base: bool = False) -> tuple[str, int]:
    """Let git unite three texts line by line; give the outcome, and how many conflicts there are."""
    with TemporaryDirectory(prefix="narcotl-") as folder:
        names = [Path(folder) / name for name in ("ours", "base", "theirs")]
        for path, text in zip(names, texts, strict=True):
            path.write_bytes(text.encode())
        options = ("--diff3",) if base else ()
        labels = [part for path in names for part in ("-L", path.name)]
        answer = run(Path(folder), ("merge-file", "-p", *options, *labels, *map(str, names)))
    if answer.returncode > MOST:
        raise UsageError(f"git: {answer.stderr.decode('utf-8', 'replace').strip()}", "Merge the file by hand.")
    return answer.stdout.decode(), answer.returncode


def by_record(pages: Sides, cut: Sides) -> United:
    """Unite three files: git finds what belongs together, a record being one line to it."""
    text, _ = by_line(Sides(*("".join(map(encoded, side)) for side in cut)), base=True)
    known = {encoded(segment): segment for side in (cut.theirs, cut.base, cut.ours) for segment in side}
    found = United()
    old = {segment.id: segment for segment in cut.ours if segment.id is not None}
    kept: set[str] = set()
    for hunk in hunks(text):
        if isinstance(hunk, str):
            segment = known[hunk]
            found.text += segment.text
            if segment.id is not None:
                kept.add(segment.id)
                if segment.id not in old or old[segment.id].text != segment.text:
                    found.tell(segment, "taken")
        else:
            kept |= resolve(pages, Sides(*([known[line] for line in side] for side in hunk)), found)
    for name in old.keys() - kept:
        found.tell(old[name], "removed")
    return found


def encoded(segment: Segment) -> str:
    """Write a segment as one line."""
    return json.dumps([segment.id, segment.text]) + "\n"


def hunks(text: str) -> Iterator[str | Sides]:
    """Give the lines of what git has united, and each conflict with its three sides."""
    sides: Sides | None = None
    here: list[str] = []
    for line in text.splitlines(keepends=True):
        if line.startswith(OURS):
            sides = Sides([], [], [])
            here = sides.ours
        elif sides is not None and line.startswith((BASE, MIDDLE)):
            here = sides.base if line.startswith(BASE) else sides.theirs
        elif sides is not None and line.startswith(THEIRS):
            yield sides
            sides = None
        elif sides is not None:
            here.append(line)
        else:
            yield line


def resolve(pages: Sides, hunk: Sides, found: United) -> set[str]:
    """Unite what stands in one place of three files: records by their ids, if there is nothing else.

    Gives the ids of all of them; what became of each is told.
    """
    sides = Sides(*(with_lines(side) for side in hunk))
    if any(side is None for side in sides):
        found.conflict(*("".join(one.text for one in side) for side in (hunk.ours, hunk.theirs)))
        return {segment.id for side in hunk for segment in side if segment.id is not None}
    names = {name for side in sides for name in side}
    for name in dict.fromkeys((*sides.ours, *sides.theirs, *sides.base)):
        record(pages, Sides(*(side.get(name) for side in sides)), found)
    return names


def with_lines(side: Sequence[Segment]) -> dict[str, Segment] | None:
    """Give the records of a side by id, each with the lines above it; None if there are lines without a record."""
    found: dict[str, Segment] = {}
    above = ""
    for segment in side:
        if segment.id is None:
            above += segment.text
        else:
            found[segment.id] = segment._replace(text=above + segment.text, start=segment.start - len(above))
            above = ""
    if above.strip():
        return None
    return found


def record(pages: Sides, versions: Sides, found: United) -> None:
    """Unite three versions of one record, any of which may be missing."""
    ours, base, theirs = (None if one is None else one.text.strip("\n") for one in versions)
    if theirs in (ours, base):
        found.text += closed(versions.ours.text) if versions.ours else ""
    elif ours == base:
        found.text += closed(versions.theirs.text) if versions.theirs else ""
        found.tell(versions.theirs or versions.ours, "taken" if versions.theirs else "removed")
    elif versions.ours is None or versions.theirs is None:
        found.tell(versions.ours or versions.theirs, "conflict")
        found.conflict(ours or "", theirs or "")
    else:
        both(pages, versions, found)


def both(pages: Sides, versions: Sides, found: United) -> None:
    """Unite two versions of a record field by field."""
    trees = [tree_of(one.written.node) if one else {} for one in versions]
    ours, base, theirs = ({str(key): value for key, value in tree.items()} for tree in trees)  # type: ignore[union-attr]  # records are mappings
    tree = fields(base, ours, theirs)
    text = None if tree is CLASH else written(pages.ours, versions, tree)
    if text is None:
        found.tell(versions.ours, "conflict", list(clashes(base, ours, theirs)))
        found.conflict(versions.ours.text, versions.theirs.text)
    else:
        found.tell(versions.ours, "united", [key for key in tree if tree[key] != ours.get(key)])
        found.text += text


def written(page: Page, versions: Sides, tree: dict[str, Any]) -> str | None:
    """Write a record of our file with other content; its comments stay, and those of the other version come below."""
    segment: Segment = versions.ours
    if segment.written is None:
        return None
    if page.is_lines:
        made = understood(segment.written.kind, tree).record
        return None if made is None else line_of(made)
    lines = (line.strip() for line in versions.theirs.text.splitlines())
    new = tuple(line for line in lines if line.startswith("#") and line not in segment.text)
    splice = laid_out(page, segment.written, Replacement(tree=tree, below=new))
    if splice is None:
        return None
    text = segment.text
    return text[: splice.start - segment.start] + splice.text + text[splice.end - segment.start :]


def closed(text: str) -> str:
    """Give a text that ends in the end of a line."""
    return text if not text or text.endswith("\n") else f"{text}\n"
