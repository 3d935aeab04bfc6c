"""Fold a record of stores into its twin: all that it says goes over, and whatever named it names the twin."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from narcotl.editing.adding import line_of
from narcotl.editing.comments import comments, end_of_line
from narcotl.editing.files import Change
from narcotl.editing.formatting import Replacement, laid_out, tree_of
from narcotl.editing.page import Page, Splice, Written, page_of
from narcotl.editing.references import Spot, Spots, apart, pages_naming, renamed, spots
from narcotl.editing.spans import Listing, Mapping, Scalar
from narcotl.editing.uniting import Conflict, changed_fields, told, united, with_note
from narcotl.errors import NarcotlError, StoreError, UsageError
from narcotl.library.renaming import files_of, unknown
from narcotl.model.record import Record
from narcotl.reports.edits import shortened
from narcotl.store.decode import an, entry
from narcotl.store.layout import StoreFile
from narcotl.store.nodes import Node

_ITEM: Final = re.compile(r"(?:^|(?<=\n))[ \t]*-[ \t]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Merging:
    """What folding a record into another comes to."""

    changes: tuple[Change, ...]
    places: int
    """How many places named the record that goes."""
    conflicts: tuple[Conflict, ...]
    """What went into the note."""
    texts: tuple[Spot, ...]
    """Texts in which the id of the record that goes stands, and that are left."""


class ConflictError(NarcotlError):
    """Two records that say different things where only one can stand."""


def merge_records(stores: Sequence[Path], keep: str, drop: str, *, into_note: bool) -> Merging:
    """Find out what has to change; nothing is written yet. What conflicts is refused, or goes into the note."""
    if keep == drop:
        raise UsageError(f"{keep!r} is one record", "Name two.")
    listed = files_of(stores)
    before = pages_naming(listed, (keep, drop))
    named = spots(before, drop)
    for name in (keep, drop):
        only(spots(before, name), listed, name)
    said = apart(before, keep, drop)
    if said is not None:
        hint = f"If they are the same after all, take it out first. The reason given: {said.text}"
        raise UsageError(f"{shortened(str(said.place))}: {keep!r} and {drop!r} are said to be distinct", hint)
    after = pointed(before, named, keep, drop)
    stays, goes = (only(spots(after, name), listed, name) for name in (keep, drop))
    record, gone = decoded(*stays), decoded(*goes)
    if record.KIND is not gone.KIND:
        raise UsageError(f"{keep!r} is {an(record.KIND)}, and {drop!r} is {an(gone.KIND)}", "Name two of one kind.")
    whole = united(record, gone)
    made = whole.record
    if whole.conflicts:
        if not into_note:
            raise conflict(whole.conflicts, keep, drop)
        made = with_note(made, told(whole.conflicts, drop))
    final = [page.spliced(splices(page, stays, goes, made, keep)).after for page in after]
    changes = [
        Change(path=page.path, before=page.data, after=data)
        for page, data in zip(before, final, strict=True)
        if page.data != data
    ]
    # Both records come last: whoever is killed before can merge them once more, and then everything is done.
    both = [stays[0].path, goes[0].path]
    return Merging(
        changes=tuple(sorted(changes, key=lambda change: both.index(change.path) if change.path in both else -1)),
        places=named.places - 1,
        conflicts=whole.conflicts,
        texts=tuple(named.texts),
    )


def only(found: Spots, listed: Sequence[StoreFile], name: str) -> tuple[Page, Written]:
    """Give the one record that has an id."""
    if not found.own:
        raise unknown(listed, name)
    if len(found.own) > 1:
        places = " and ".join(f"{shortened(str(page.path))}:{record.node.line}" for page, record in found.own)
        raise UsageError(f"two records have the id {name!r}: {places}", "Rename one of them in its file first.")
    return found.own[0]


def pointed(pages: Sequence[Page], named: Spots, keep: str, drop: str) -> list[Page]:
    """Let whatever names the record that goes name the other one."""
    made = renamed(named, drop, keep)
    return [page_of(page.file, page.spliced(made[page.file]).after) if page.file in made else page for page in pages]


def decoded(page: Page, written: Written) -> Record:
    """Give a record; fails if it is broken, since what is broken cannot be united."""
    found = entry(written.kind, written.node, str(page.path))
    if found.record is None:
        first = found.problems[0]
        raise StoreError(f"{shortened(str(first.place))}: {first.message}", "Mend the record first.")
    return found.record


def conflict(conflicts: Sequence[Conflict], keep: str, drop: str) -> ConflictError:
    """Say what conflicts."""
    told = "; ".join(f"{one.field}: {one.kept} | {one.dropped}" for one in conflicts)
    hint = f"--into-note keeps what {keep} says, and puts the rest into its note. Nothing was changed."
    return ConflictError(f"{keep} and {drop} say different things: {told}", hint)


def splices(
    page: Page, stays: tuple[Page, Written], goes: tuple[Page, Written], made: Record, keep: str
) -> list[Splice]:
    """Give what changes in a page."""
    found: list[Splice] = []
    lost: list[str] = []
    own = [record for other, record in (stays, goes) if other is page]
    if goes[0] is page:
        found.append(removal(page, goes[1]))
    if not goes[0].is_lines:
        lost = [goes[0].text[one.start : one.end].strip() for one in comments(goes[0].text, goes[1].node)]
    if stays[0] is page:
        found += replacement(page, stays[1], decoded(*stays), made, lost)
    for record in page.records:
        if all(record.node is not one.node for one in own):
            found += doubled(page, record.node, keep)
    return found


def replacement(page: Page, written: Written, before: Record, after: Record, lost: Sequence[str]) -> list[Splice]:
    """Write the record that stays, with what the other one gave it."""
    changed = dict(changed_fields(before, after))
    if not changed and not lost:
        return []
    if page.is_lines:
        return [Splice(written.node.start, written.node.end, line_of(after).rstrip("\n"))]
    tree: dict[str, Any] = {key: value for key, value in as_tree(written.node).items() if key not in changed}
    tree |= {key: value for key, value in changed.items() if value is not None}
    splice = laid_out(page, written, Replacement(tree=tree, below=tuple(lost)))
    if splice is None:
        place = f"{shortened(str(page.path))}:{written.node.line}"
        hint = "Write it without anchors, and on a line of its own, first. Nothing was changed."
        raise UsageError(f"{place}: the record cannot be laid out anew", hint)
    return [splice]


def as_tree(node: Mapping) -> dict[str, Any]:
    """Give what a record holds."""
    return {str(key): tree_of(value) for key, value in node.items()}


def removal(page: Page, written: Written) -> Splice:
    """Take a record out of its list, with the comments that stand beside or inside it."""
    node = written.node
    listing = next((found for found in lists(page.top) if any(item is node for item in found)), None)
    if listing is not None and listing.flow:
        return out_of_brackets(listing, node)
    last = [] if page.is_lines else [one.end for one in comments(page.text, node)]
    end = end_of_line(page.text, max([node.end, *last]))
    start = page.text.rfind("\n", 0, node.start) + 1
    if not page.is_lines and not _ITEM.match(page.text[start : node.start]):
        # The dash stands on a line before.
        start = page.text.rfind("\n", 0, page.text.rindex("-", 0, node.start)) + 1
    return Splice(start, min(end + 1, len(page.text)), "")


def out_of_brackets(listing: Listing, node: Node) -> Splice:
    """Take an item out of a list in brackets, with one comma."""
    spans: list[Any] = [item for item in listing if isinstance(item, Scalar | Listing | Mapping)]
    place = next(place for place, item in enumerate(spans) if item is node)
    if place:
        return Splice(spans[place - 1].end, spans[place].end, "")
    return Splice(spans[0].start, spans[1].start if len(spans) > 1 else spans[0].end, "")


def doubled(page: Page, node: Node, keep: str) -> Iterator[Splice]:
    """Take out of lists what stands there twice, now that two names are one."""
    for listing in lists(node):
        seen: list[Any] = []
        for place, item in enumerate(listing):
            tree = tree_of(item)
            if tree in seen and keep in str(tree) and isinstance(item, Scalar | Listing | Mapping):
                before = listing[place - 1]
                gap = page.text[getattr(before, "end", item.start) : item.end]
                if "#" not in page.text[getattr(before, "end", item.start) : item.start] and gap:
                    yield Splice(item.end - len(gap), item.end, "")
            seen.append(tree)


def lists(node: Node) -> Iterator[Listing]:
    """Give every list below a node, and the node itself if it is one."""
    if isinstance(node, Listing):
        yield node
        for item in node:
            yield from lists(item)
    elif isinstance(node, Mapping):
        for value in node.values():
            yield from lists(value)
