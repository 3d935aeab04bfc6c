"""`narcotl import`: what other tools hold, taken into a store."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

from narcotl.cli.answer import show
from narcotl.cli.complain import complain
from narcotl.cli.declared import Argument, Option
from narcotl.cli.options import Output
from narcotl.cli.reading import Reading
from narcotl.errors import ExitStatus, Problem, UsageError
from narcotl.imports import mapping as mappings
from narcotl.imports.events import EventMaker
from narcotl.imports.item import Contents
from narcotl.imports.names import Names, Nothing, slug
from narcotl.imports.placing import check_target, lines_of, put
from narcotl.imports.registry import Origin, origin_named
from narcotl.imports.taking import Line, Outcome, Taking
from narcotl.library.opened import Library, open_beside, open_library
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.edits import shortened
from narcotl.reports.taken import FIELDS, taken


def formats(incomplete: str) -> list[str]:
    """Complete a format."""
    return [origin.value for origin in Origin if origin.value.startswith(incomplete)]


def import_(
    name: Annotated[str, Argument(help=f"One of: {', '.join(Origin)}.", metavar="FORMAT", autocompletion=formats)],
    file: Annotated[Path, Argument(help="The file; - is standard input.", metavar="FILE")],
    into: Annotated[Path, Option("--into", help="The store: a folder, or a file of JSON Lines.")],
    reading: Reading,
    output: Output,
    dry_run: Annotated[bool, Option("--dry-run", help="Only show what would come.")] = False,
) -> int:
    """Import the data of another tool into a store; a date that cannot be read is refused, never guessed.

    Rows become events, and records that narcotl exported as jsonl stay what they are. Names are those of actors and
    regions of the store, or new ones. Nothing is imported twice. The exit status is 1 if a row was refused.

    Example: narcotl export jsonl | narcotl import jsonl - --into store --dry-run
    """
    origin = origin_named(name)
    shown = output.shown(added=FIELDS)
    found, title = reading.contents(origin, file)
    library = open_library((into,)) if check_target(into) else None
    stem = slug(Path(title).stem) or "file"
    taking = started(library, reading, title, stem)
    columns = mapping_of(found, reading, title)
    taking.add(found, columns)
    taking.judge(lambda records: judged(records, into if library is not None else None))
    records = [line.record for line in taking.written()]
    files = put(records, into, stem) if records and not dry_run else []
    show(taken([row_of(line) for line in taking.told()]), shown)
    unused = [column for column in found.columns if columns and column not in columns.values()]
    for remark in (*found.remarks, *([f"columns not taken: {', '.join(unused)}"] if unused else [])):
        complain(remark)
    complain(told(taking.told(), dry_run=dry_run))
    for path in files:
        complain(f"written to {shortened(str(path))}")
    return ExitStatus.NO if any(line.outcome is Outcome.REFUSED for line in taking.lines) else ExitStatus.ANSWERED


def started(library: Library | None, reading: Reading, title: str, stem: str) -> Taking:
    """Make ready what takes the rows: the file itself is their source, unless another one is named."""
    names = Names(library.index if library is not None else Nothing())
    new = None
    if reading.source is not None:
        if library is None:
            raise UsageError("an empty store has no sources", "Leave out --source.")
        source = library.resolve(reading.source, RecordKind.SOURCE)
    else:
        source = f"imported-{stem}"
        if not names.known.named(source, RecordKind.SOURCE):
            new = {
                "kind": "source",
                "id": source,
                "type": "dataset",
                "title": title,
                "issued": "XXXX",
                "read": True,
                "flags": ["undated"],
            }
    return Taking(EventMaker(names, reading.dates(), source, reading.separator), new)


def mapping_of(found: Contents, reading: Reading, title: str) -> dict[str, str]:
    """Give the column of each field; none is needed where there are no rows."""
    if not found.columns:
        return {}
    return mappings.complete(mappings.from_options(reading.map or (), reading.mapping), found.columns, title)


def judged(records: Sequence[dict[str, Any]], store: Path | None) -> Iterable[Problem]:
    """Check records beside those of the store, before any is written there."""
    if not records:
        return []
    with TemporaryDirectory(prefix="narcotl-") as folder:
        path = Path(folder) / "imported.jsonl"
        path.write_bytes(lines_of(records))
        library = open_library((path,), cached=False) if store is None else open_beside((store,), path)
        try:
            return [problem for problem in library.problems() if problem.place.file == str(path)]
        finally:
            library.close()


def row_of(line: Line) -> dict[str, Any]:
    """Give what is told of a row as JSON has it."""
    record = line.record
    date = record.get("date")
    name = record.get("title") or record.get("name") or record.get("proposition") or line.title
    return {
        "row": line.number,
        "outcome": line.outcome.value,
        "kind": record.get("kind"),
        "id": record.get("id"),
        "date": date.get("edtf") if isinstance(date, dict) else date,
        "name": name or None,
        "reason": line.reason or None,
        "hint": line.hint or None,
    }


def told(lines: Sequence[Line], *, dry_run: bool) -> str:
    """Say in one line what became of all rows."""
    counts = Counter(line.outcome for line in lines)
    words = {
        Outcome.TAKEN: "taken",
        Outcome.CREATED: "created for them",
        Outcome.PRESENT: "there already",
        Outcome.REFUSED: "refused",
    }
    parts = {outcome: f"{counts[outcome]} {word}" for outcome, word in words.items() if counts[outcome]}
    if different := sum(line.is_different for line in lines):
        parts[Outcome.PRESENT] += f" ({different} different, and not changed)"
    text = ", ".join(parts.values()) or "nothing"
    return f"{text}; nothing was written (--dry-run)" if dry_run else text
