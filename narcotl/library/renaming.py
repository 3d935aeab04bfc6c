"""Give a record of stores another id, in every file that names it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from narcotl.editing.files import Change
from narcotl.editing.page import Page, Splice
from narcotl.editing.references import Spot, check_id, pages_naming, renamed, spelled, spots
from narcotl.editing.spans import Scalar
from narcotl.errors import UnknownNameError, UsageError, did_you_mean, nearest
from narcotl.reports.edits import shortened
from narcotl.store.layout import StoreFile, files


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """What renaming a record comes to."""

    changes: tuple[Change, ...]
    places: int
    """How many places name the record."""
    texts: tuple[Spot, ...]
    """Texts in which the old id stands as well, and that are left as they are."""


def rename(stores: Sequence[Path], old: str, new: str) -> Renaming:
    """Find out what has to change; nothing is written yet."""
    check_id(new)
    if old == new:
        raise UsageError(f"{old!r} is the same id", "Give two different ones.")
    listed = files_of(stores)
    pages = pages_naming(listed, (old, new))
    taken = spots(pages, new)
    if taken.own:
        page, record = taken.own[0]
        where = f"{shortened(str(page.path))}:{record.node.line}"
        raise UsageError(f"the id {new!r} is taken by the {record.kind} at {where}", "Choose another one.")
    found = spots(pages, old)
    if not found.own:
        raise unknown(listed, old)
    splices = renamed(found, old, new)
    for page, record in found.own:
        scalar = record.node["id"]
        if isinstance(scalar, Scalar):
            splices.setdefault(page.file, []).append(Splice(scalar.start, scalar.end, spelled(page, scalar, new)))
    # Whoever is killed before the record itself is renamed can rename it once more, and then everything is done.
    owners = [page for page, _ in found.own]
    ordered = [*(page for page in pages if page not in owners), *owners]
    return Renaming(changes=spliced(ordered, splices), places=found.places, texts=tuple(found.texts))


def files_of(stores: Sequence[Path]) -> list[StoreFile]:
    """Give the files of stores, each once."""
    return list({file.path: file for store in stores for file in files(store)}.values())


def spliced(pages: Sequence[Page], splices: dict[StoreFile, list[Splice]]) -> tuple[Change, ...]:
    """Make the changes of the pages that have splices."""
    return tuple(page.spliced(splices[page.file]) for page in pages if page.file in splices)


def unknown(listed: Sequence[StoreFile], name: str) -> UnknownNameError:
    """Say that no record has an id, with near ones."""
    ids = [str(record.node.get("id")) for page in pages_naming(listed, (" ",)) for record in page.records]
    hint = did_you_mean(nearest(name, ids, 3), "`narcotl search` finds records by their words.")
    return UnknownNameError(f"no record has the id {name!r}", hint)
