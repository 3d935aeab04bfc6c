"""Write into the settings of a store that some of its records look alike and are not the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from narcotl.editing.files import Change
from narcotl.editing.page import read
from narcotl.editing.references import Reason, apart, pages_naming, spots
from narcotl.editing.settings import item, settings_file, with_settings
from narcotl.errors import UsageError
from narcotl.library.renaming import files_of, unknown
from narcotl.store.checks import CHECK
from narcotl.store.decode import an

PAIR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What telling records apart comes to."""

    changes: tuple[Change, ...]
    known: Reason | None
    """Why they are not the same, if a store says so already; then nothing changes."""


def tell_apart(stores: Sequence[Path], records: Sequence[str], reason: str) -> Telling:
    """Find out what has to be written into the settings of the last store; nothing is written yet."""
    names = list(dict.fromkeys(records))
    if len(names) < PAIR:
        raise UsageError("it takes two records to be distinct", "Name all that look alike.")
    if not reason.strip():
        raise UsageError("what is distinct needs a reason", "Say how one knows, for whoever wonders later.")
    listed = files_of(stores)
    pages = pages_naming(listed, names)
    kinds = {}
    for name in names:
        own = spots(pages, name).own
        if not own:
            raise unknown(listed, name)
        kinds[name] = own[0][1].kind
    first = names[0]
    for name in names:
        if kinds[name] is not kinds[first]:
            message = f"{first!r} is {an(kinds[first])}, and {name!r} is {an(kinds[name])}"
            raise UsageError(message, "Nobody takes them for one. Name records of one kind.")
    pairs = [(one, other) for place, one in enumerate(names) for other in names[place + 1 :]]
    known = [apart(pages, *pair) for pair in pairs]
    if all(known):
        return Telling(changes=(), known=known[0])
    page = read(settings_file(stores[-1]))
    said = item((CHECK, "distinct"), {"records": names, "reason": reason.strip()})
    after = with_settings(page, [said])
    return Telling(changes=(Change(path=page.path, before=page.data, after=after.data),), known=None)
