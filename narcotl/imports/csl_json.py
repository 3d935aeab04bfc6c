"""CSL-JSON, as Zotero and Pandoc write it: each work as a source."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from narcotl.dates import parse_edtf
from narcotl.errors import DateError, UsageError
from narcotl.imports.dates import DateReader
from narcotl.imports.item import Contents, Item, RefusedError, Sort
from narcotl.imports.objects import loaded
from narcotl.imports.plain import plain_text
from narcotl.imports.timelinejs import point
from narcotl.imports.works import identity, refused, remarks_read
from narcotl.model.vocab.source import SourceType

_SAME: Final = {
    "container-title": "container",
    "publisher": "publisher",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "ISBN": "isbn",
    "URL": "url",
}
_USED: Final = frozenset({*_SAME, "id", "note", "type", "genre", "title", "author", "issued", "accessed", "DOI"})
_TYPES: Final = frozenset(kind.value for kind in SourceType)
_ENDS: Final = 2


def read(text: str, name: str, types: Mapping[str, str]) -> Contents:
    """Read an array of works; `types` are words of ours for theirs."""
    found = loaded(text, name)
    if not isinstance(found, list):
        raise UsageError(f"{name} is no bibliography in CSL-JSON: it is no array of works")
    unused = dict.fromkeys(key for work in found if isinstance(work, dict) for key in work if key not in _USED)
    remarks = [f"fields not taken: {', '.join(unused)}"] if unused else []
    return Contents(list(items(found, types)), remarks=tuple(remarks))


def items(works: list[Any], types: Mapping[str, str]) -> Iterator[Item]:
    """Give each work as a source."""
    for number, work in enumerate(works, 1):
        try:
            yield Item(number, source(work, types), Sort.SOURCE)
        except (RefusedError, DateError) as error:
            title = work.get("title") if isinstance(work, dict) else None
            yield Item(number, {"title": str(title or "")}, Sort.SOURCE, error)


def source(work: Any, types: Mapping[str, str]) -> dict[str, Any]:
    """Make the record of a work."""
    if not isinstance(work, dict):
        raise RefusedError("it is no object")
    title = " ".join(plain_text(str(work.get("title") or "")).split())
    if not title:
        raise RefusedError("it has no title")
    if not isinstance(work.get("author") or [], list):
        raise RefusedError("its authors are no list")
    said = remarks_read(plain_text(str(work.get("note") or "")))
    issued = said.pop("issued", "") or dated(work.get("issued"))
    record: dict[str, Any] = {
        "kind": "source",
        "id": identity(str(work.get("id") or ""), title, work),
        "type": type_of(work, types),
        "title": title,
        "issued": issued or "XXXX",
        "author": [name for name in map(author, work.get("author") or ()) if name],
        "flags": [] if issued else ["undated"],
        **{key: part for key, part in said.items() if part},
    }
    record |= {ours: plain_text(str(work[csl])) for csl, ours in _SAME.items() if work.get(csl)}
    if work.get("DOI"):
        record.setdefault("url", f"https://doi.org/{work['DOI']}")
    if accessed := dated(work.get("accessed")):
        record["accessed"] = accessed
    return record


def type_of(work: dict[str, Any], types: Mapping[str, str]) -> str:
    """Give the type of a work: the genre, where that is a word of ours, else what was said, else the type of CSL."""
    said = types.get(str(work.get("type")).lower())
    for word in (work.get("genre"), said, work.get("type")):
        if isinstance(word, str) and word in _TYPES:
            return word
    raise refused(str(work.get("type")))


def author(name: Any) -> str:
    """Write the name of an author in one piece."""
    if not isinstance(name, dict):
        return plain_text(str(name))
    parts = (name.get(key) for key in ("given", "dropping-particle", "non-dropping-particle", "family", "suffix"))
    return plain_text(str(name.get("literal") or " ".join(str(part) for part in parts if part)))


def dated(value: Any) -> str:
    """Give a date in EDTF; nothing if there is none."""
    if not isinstance(value, dict):
        return ""
    ends = value.get("date-parts")
    if not ends:
        told = str(value.get("raw") or value.get("literal") or "")
        return DateReader().read(told).edtf if told else ""
    if not isinstance(ends, list) or len(ends) > _ENDS or not all(isinstance(end, list) for end in ends):
        raise RefusedError("its date has parts that cannot be read")
    if value.get("season"):
        raise RefusedError("its date has a season", "Write the months.")
    days = [point(dict(zip(("year", "month", "day"), end, strict=False))) for end in ends]
    mark = "~" if value.get("circa") else ""
    return parse_edtf("/".join(f"{day}{mark}" for day in days if day)).edtf if any(days) else ""
