"""What formats of bibliographies have in common."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from narcotl.errors import DateError, UsageError, meant
from narcotl.imports.dates import DateReader
from narcotl.imports.item import RefusedError
from narcotl.imports.names import digest, slug
from narcotl.model.vocab.source import SourceFlag, SourceType

_SHORT: Final = 40
WAS_READ: Final = "Read for this store."
_REMARKS: Final = re.compile(
    r"(?:Issued: (?P<issued>[^.]*(?:\. [0-9][^.]*)?)\.(?: |$))?"
    r"(?:Flags: (?P<flags>[a-z, -]+)\.(?: |$))?(?P<read>Read for this store\.(?: |$))?"
    r"(?P<note>.*?)(?:(?:^|(?<= ))Archived at (?P<archive_url>https?://\S+)\.)?",
    re.DOTALL,
)
"""The note of a work as narcotl writes it: what no field of a bibliography holds, in this order."""


def identity(given: str, title: str, work: Mapping[str, Any]) -> str:
    """Give the id of a work: the one that it has if that is written as ids are, else one made of its content."""
    if given and slug(given) == given and not given.replace("-", "").isdecimal():
        return given
    return f"{slug(title)[:_SHORT].strip('-') or 'source'}-{digest(json.dumps(work, sort_keys=True))}"


def types_named(options: Sequence[str]) -> dict[str, str]:
    """Give our word for each type of a bibliography that options name; fails with near words."""
    found = {}
    for pair in (pair for option in options for pair in option.split(",")):
        theirs, equals, ours = (part.strip() for part in pair.partition("="))
        if not equals or not theirs or not ours:
            raise UsageError(f"'{pair}' does not say what an entry is", "Write --type misc=webpage,thesis=book.")
        if ours not in list(SourceType):
            raise UsageError(f"'{ours}' is not one of the words of source-type", meant(ours, list(SourceType)))
        found[theirs.removeprefix("@").lower()] = ours
    return found


def refused(theirs: str) -> RefusedError:
    """Say that nobody knows what an entry is."""
    hint = f"Say what it is: --type {theirs}=WORD; `narcotl vocab source-type` explains the words."
    return RefusedError(f"'{theirs}' is not one of the words of source-type", hint)


def remarks_read(note: str) -> dict[str, Any]:
    """Take apart the note of a work, where narcotl wrote it; another note stays whole."""
    found = _REMARKS.fullmatch(note)
    if found is None:
        return {"note": note}
    said = {name: found[name] for name in ("issued", "archive_url") if found[name]}
    flags = [flag.strip() for flag in (found["flags"] or "").split(",") if flag.strip()]
    try:
        issued = DateReader().read(said["issued"]).edtf if "issued" in said else ""
    except DateError:
        return {"note": note}
    if not all(flag in list(SourceFlag) for flag in flags):
        return {"note": note}
    record: dict[str, Any] = {**said, "flags": flags, "note": found["note"].strip()}
    record |= {"issued": issued} if issued else {}
    record |= {"read": True} if found["read"] else {}
    return {key: value for key, value in record.items() if value}
