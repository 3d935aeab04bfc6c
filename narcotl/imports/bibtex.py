"""BibTeX and BibLaTeX: each entry as a source; read by bibtexparser, which goes on after an entry that is broken."""

import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names
from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, ParsingFailedBlock

from narcotl.dates import parse_edtf
from narcotl.errors import DateError, UsageError
from narcotl.imports.dates import DateReader
from narcotl.imports.item import Contents, Item, RefusedError, Sort
from narcotl.imports.tex import shown
from narcotl.imports.works import identity, refused, remarks_read
from narcotl.model.vocab.source import SourceType

logging.getLogger("bibtexparser").addHandler(logging.NullHandler())  # what it says of broken entries, the report says

TYPES: Final = {
    "article": SourceType.ARTICLE_JOURNAL,
    "book": SourceType.BOOK,
    "collection": SourceType.BOOK,
    "booklet": SourceType.BOOK,
    "inbook": SourceType.CHAPTER,
    "incollection": SourceType.CHAPTER,
    "inreference": SourceType.ENTRY_ENCYCLOPEDIA,
    "techreport": SourceType.REPORT,
    "report": SourceType.REPORT,
    "dataset": SourceType.DATASET,
    "movie": SourceType.MOTION_PICTURE,
    "video": SourceType.MOTION_PICTURE,
    "online": SourceType.WEBPAGE,
    "electronic": SourceType.WEBPAGE,
    "www": SourceType.WEBPAGE,
}
"""Our types for those of BibTeX and BibLaTeX, as far as one of ours is the same."""
_SUBTYPES: Final = {"magazine": SourceType.ARTICLE_MAGAZINE, "newspaper": SourceType.ARTICLE_NEWSPAPER}
_SAME: Final = {
    "container": ("journal", "journaltitle", "booktitle"),
    "publisher": ("publisher", "institution", "organization", "school"),
    "volume": ("volume",),
    "issue": ("number", "issue"),
    "isbn": ("isbn",),
}
_USED: Final = frozenset(
    {"title", "subtitle", "author", "date", "year", "month", "day", "pages", "url", "urldate", "doi", "howpublished"}
    | {"keywords", "entrysubtype", "note", *(name for names in _SAME.values() for name in names)}
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ADDRESS: Final = re.compile(r"(?:\\url\{)?(?P<url>https?://[^\s{}]+)\}?")


def read(text: str, name: str, types: Mapping[str, str]) -> Contents:
    """Read the entries; what is between them is a comment. `types` are words of ours for theirs."""
    library = parse_string(text)
    blocks = [block for block in library.blocks if isinstance(block, Entry | ParsingFailedBlock)]
    if not blocks:
        raise UsageError(f"{name} holds no entries of BibTeX", "An entry is @book{key, title = {...}, year = 1990}.")
    return Contents(items(blocks, types), remarks=unused(library))


def unused(library: Library) -> tuple[str, ...]:
    """Name the fields that a source has no place for."""
    names = dict.fromkeys(field.key.lower() for entry in library.entries for field in entry.fields)
    left = [name for name in names if name not in _USED]
    return (f"fields not taken: {', '.join(left)}",) if left else ()


def items(blocks: list[Any], types: Mapping[str, str]) -> Iterator[Item]:
    """Give each entry as a source."""
    for number, block in enumerate(blocks, 1):
        title = ""
        try:
            entry = checked(block)
            fields = {field.key.lower(): field for field in entry.fields}
            title = shown(str(fields["title"].value)) if "title" in fields else ""
            values = {name: value(name, field) for name, field in fields.items() if name in _USED}
            yield Item(number, source(entry, values, types), Sort.SOURCE)
        except (RefusedError, DateError) as error:
            yield Item(number, {"title": title}, Sort.SOURCE, error)


def checked(block: Any) -> Entry:
    """Give an entry; fails with what is wrong if it is none."""
    line = (block.start_line or 0) + 1
    if isinstance(block, DuplicateBlockKeyBlock):
        raise RefusedError(f"line {line}: the key '{block.key}' is that of an entry before")
    if isinstance(block, DuplicateFieldKeyBlock):
        raise RefusedError(f"line {line}: a field comes twice: {', '.join(sorted(block.duplicate_keys))}")
    if isinstance(block, ParsingFailedBlock):
        raise RefusedError(f"line {line}: the entry is broken: {reason(block.error)}")
    assert isinstance(block, Entry)  # noqa: S101 - the only other kind of block that was kept
    return block


def reason(error: Exception) -> str:
    """Say why an entry cannot be read, in one line."""
    return " ".join((getattr(error, "abort_reason", "") or str(error) or type(error).__name__).split())


def value(name: str, field: Any) -> str:
    """Give the text of a field; one that is put together of pieces is refused, since it has not been."""
    text = str(field.value)
    if field.enclosing == "no-enclosing" and "#" in text:
        raise RefusedError(f"its field {name} is put together with #", "Write it in one piece.")
    return text


def source(entry: Entry, fields: dict[str, str], types: Mapping[str, str]) -> dict[str, Any]:
    """Make the record of an entry."""
    title = ": ".join(filter(None, (shown(fields.get(name, "")) for name in ("title", "subtitle"))))
    if not title:
        raise RefusedError("it has no title")
    said = remarks_read(shown(fields.get("note", "")))
    issued = said.pop("issued", "") or date(fields)
    names, others = authors(fields.get("author", ""))
    record: dict[str, Any] = {
        "kind": "source",
        "id": identity(entry.key, title, fields),
        "type": type_of(entry, fields, types).value,
        "title": title,
        "issued": issued or "XXXX",
        "author": names,
        "flags": [] if issued else ["undated"],
        **{key: part for key, part in said.items() if part},
    }
    if others:
        record["note"] = " ".join(filter(None, (record.get("note"), "By others as well.")))
    for ours, theirs in _SAME.items():
        if found := next((shown(fields[name]) for name in theirs if fields.get(name)), ""):
            record[ours] = found
    if fields.get("pages"):
        record["page"] = shown(fields["pages"].replace("--", "-"))
    record |= place(fields)
    if fields.get("urldate"):
        record["accessed"] = parse_edtf(fields["urldate"]).edtf
    return record


def place(fields: dict[str, str]) -> dict[str, str]:
    """Give the address, and what `howpublished` says besides: where a work appeared that is no article."""
    how = fields.get("howpublished", "")
    address = _ADDRESS.fullmatch(how.strip())
    url = fields.get("url") or (address["url"] if address else "")
    url = url.replace("\\", "")  # an address has no commands: what is there protects it from TeX
    if not url and fields.get("doi"):
        url = f"https://doi.org/{fields['doi'].removeprefix('https://doi.org/')}"
    found = {"url": url} if url else {}
    if how and not address and not any(fields.get(name) for name in _SAME["container"]):
        found["container"] = shown(how)
    return found


def type_of(entry: Entry, fields: dict[str, str], types: Mapping[str, str]) -> SourceType:
    """Give the type: a word of ours among the keywords, as narcotl writes it, else what was said, else the entry's."""
    for keyword in fields.get("keywords", "").split(","):
        word = shown(keyword)
        if word in list(SourceType):
            return SourceType(word)
    kind = entry.entry_type.lower()
    if kind in types:
        return SourceType(types[kind])
    found = _SUBTYPES.get(fields.get("entrysubtype", "").lower()) if kind == "article" else None
    if found is None and kind not in TYPES:
        raise refused(kind)
    return found or TYPES[kind]


def authors(field: str) -> tuple[list[str], bool]:
    """Give the authors, each with the first name first, and whether there are others."""
    found = []
    for name in split_multiple_persons_names(" ".join(field.split())):
        parts = parse_single_name_into_parts(name, strict=False)
        found.append(shown(" ".join((*parts.first, *parts.von, *parts.last, *parts.jr))))
    return [name for name in found if name and name != "others"], "others" in found


def date(fields: dict[str, str]) -> str:
    """Give the date in EDTF: that of BibLaTeX, which is such, else year, month and day; nothing if there is none."""
    if fields.get("date"):
        return parse_edtf(fields["date"]).edtf
    year, month, day = (shown(fields.get(name, "")) for name in ("year", "month", "day"))
    if not year:
        return ""
    if not month:
        return DateReader().read(year).edtf
    number = _MONTHS.index(month[:3].lower()) + 1 if month[:3].lower() in _MONTHS else 0
    number = int(month) if month.isdecimal() else number
    if not number or not year.isdecimal() or (day and not day.isdecimal()):
        raise RefusedError(f"'{' '.join(filter(None, (day, month, year)))}' is not a date that can be read")
    return parse_edtf(f"{int(year):04d}-{number:02d}" + (f"-{int(day):02d}" if day else "")).edtf
