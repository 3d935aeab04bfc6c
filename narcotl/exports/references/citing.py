"""What a record rests on, citation by citation, in the style that is wanted."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any, Final, Protocol

from narcotl.exports import bibtex, csl_json
from narcotl.exports.json_lines import compact
from narcotl.exports.references import apa, chicago
from narcotl.exports.references.pieces import Piece, ended, markdown, plain
from narcotl.exports.works import Work, completed
from narcotl.model.vocab.base import RecordKind
from narcotl.reports import cells
from narcotl.reports.report import Column, Report, Row, Tone, Width

CITABLE: Final = (
    RecordKind.EVENT,
    RecordKind.CLAIM,
    RecordKind.FIGURE,
    RecordKind.CORRECTION,
    RecordKind.SOURCE,
)
"""The kinds of record that rest on works, or are works."""


class Style(StrEnum):
    """The styles in which references are written."""

    CHICAGO = "chicago"
    APA = "apa"
    BIBTEX = "bibtex"
    CSL = "csl"


ENTRIES: Final = (Style.BIBTEX, Style.CSL)
"""The styles that are entries for each work, for programs that write references themselves."""


class Known(Protocol):
    """Where records are looked up."""

    def get(self, ids: Iterable[str], /) -> Sequence[Row]:
        """Give records by id."""


def references(known: Known, record: Row, style: Style) -> Iterator[Row]:
    """Give a row for each citation of a record, or with a style of entries for each work in its chains."""
    is_work = record["kind"] == RecordKind.SOURCE.value
    cited = [({"source": record}, None)] if is_work else [*citations(known, record)]
    links = [[one["source"], *(one.get("via") or ())] for one, _ in cited]
    ids = dict.fromkeys(link["id"] for chain in links for link in chain)
    works = {work.row["id"]: work for work in completed(known.get(ids), known.get)}
    if style in ENTRIES:
        yield from (entry(works[name], style) for name in ids if name in works)
        return
    seen = set()
    for (citation, said), chain in zip(cited, links, strict=True):
        held = [works[link["id"]] for link in chain if link["id"] in works]
        if held:
            row = reference(record, held, style, citation, said)
            if (said, row["text"]) not in seen:
                seen.add((said, row["text"]))
                yield row


def citations(known: Known, record: Row) -> Iterator[tuple[Row, str | None]]:
    """Give the citations of a record, each with who says what, where several speak."""
    for position in record.get("positions") or ():
        by = f"{cells.name(position['actor'])}: " if position.get("actor") else ""
        yield position, f"{by}{position['stance']}"
    for citation in (*(record.get("sources") or ()), *(record.get("basis") or ())):
        yield citation, None
    if record["kind"] == RecordKind.FIGURE.value:
        if record.get("source"):
            yield record, None
        else:
            inputs = [one["id"] for one in (record.get("derived") or {}).get("from") or ()]
            for figure in known.get(inputs):
                yield from ((one, f"computed from {cells.figure(figure)}") for one, _ in citations(known, figure))


def reference(record: Row, chain: list[Work], style: Style, citation: Row, said: str | None) -> Row:
    """Write one citation."""
    locator = str(citation.get("locator") or "")
    verb = "quoted in" if "quotes" in str(citation.get("link") or "") else "cited in"
    pieces = footnote(chain, locator, verb) if style is Style.CHICAGO else parenthesis(chain, locator)
    last = apa.reference(chain[-1]) if style is Style.APA else None
    whole = last if last and record["kind"] == RecordKind.SOURCE.value else pieces
    return {
        **identity(record),
        "style": style.value,
        "said": said,
        "text": plain(whole),
        "markdown": markdown(whole),
        "reference": plain(last) if last else None,
        "works": [{"id": work.row["id"], "name": work.row["title"], "read": work.row["read"]} for work in chain],
        "locator": locator or None,
    }


def identity(record: Row) -> dict[str, Any]:
    """Say for which record a reference is."""
    name = cells.figure(record) if record["kind"] == RecordKind.FIGURE.value else cells.title(record)
    return {"id": record["id"], "kind": record["kind"], "name": name}


def footnote(chain: list[Work], locator: str, verb: str) -> list[Piece]:
    """Write a chain as a footnote: each work, and where it is cited; the place is that in the last one."""
    pieces: list[Piece] = []
    for number, work in enumerate(chain, 1):
        pieces += [Piece(f", {verb} ")] if pieces else []
        pieces += chicago.note(work, locator if number == len(chain) else "")
    text = pieces[0].text
    return ended([pieces[0]._replace(text=f"{text[:1].upper()}{text[1:]}"), *pieces[1:]])


def parenthesis(chain: list[Work], locator: str) -> list[Piece]:
    """Write a chain as it stands in a text, in brackets."""
    pieces = [Piece("(")]
    for number, work in enumerate(chain, 1):
        pieces += [Piece(", as cited in ")] if number > 1 else []
        pieces += apa.in_text(work, dated=number == len(chain))
    return [*pieces, Piece(f", {apa.place(locator)})" if locator else ")")]


def entry(work: Work, style: Style) -> Row:
    """Write the entry of a work."""
    item = csl_json.item(work)
    return {
        **identity(work.row),
        "style": style.value,
        "said": None,
        "text": bibtex.entry(work).rstrip("\n") if style is Style.BIBTEX else compact(item),
        "markdown": None,
        "reference": None,
        "works": [{"id": work.row["id"], "name": work.row["title"], "read": work.row["read"]}],
        "locator": None,
        **({"item": item} if style is Style.CSL else {}),
    }


COLUMNS: Final = (
    Column(key="id", heading="Id", cell=lambda row: str(row["id"]), tone=Tone.ASIDE),
    Column(key="said", heading="Who", cell=lambda row: str(row["said"] or "")),
    Column(key="text", heading="Reference", cell=lambda row: str(row["text"]), least=24),
    Column(key="reference", heading="In the list", cell=lambda row: str(row["reference"] or ""), width=Width.WIDE),
)
FIELDS: Final = (
    *("id", "kind", "name", "style", "said", "text", "markdown", "reference", "locator", "item"),
    *("works", "works.id", "works.name", "works.read"),
)


def report(rows: Iterable[Row]) -> Report:
    """List references."""
    return Report(title="References", columns=COLUMNS, rows=rows)


def written(rows: Iterable[Row], style: Style) -> Iterator[str]:
    """Write references as they are pasted: a line each, with the list of works below; or one file of entries."""
    seen: dict[str, None] = {}
    for row in rows:
        if style in ENTRIES:
            if row["id"] not in seen:
                between = "\n" if style is Style.BIBTEX else ",\n"
                yield (between if seen else "[\n" if style is Style.CSL else "") + row["text"]
                yield "\n" if style is Style.BIBTEX else ""
            seen[row["id"]] = None
            continue
        yield f"{row['text']}\n"
        if row["reference"] and row["kind"] != RecordKind.SOURCE.value:
            seen[row["reference"]] = None
    if style is Style.CSL:
        yield "\n]\n" if seen else "[]\n"
    elif style is Style.APA and seen:
        yield "\n" + "".join(f"{text}\n" for text in sorted(seen, key=str.casefold))
