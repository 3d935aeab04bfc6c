"""Make a folder of a store that is one file, and one file of a folder: its records, comments and settings stay."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from narcotl.editing.adding import KEYS, line_of, sound
from narcotl.editing.files import Change, is_empty
from narcotl.editing.moving import Block, Pieces, indented, pieces
from narcotl.editing.page import LINES, read
from narcotl.editing.references import is_id
from narcotl.errors import StoreError, UsageError
from narcotl.model.record import Record
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.edits import shortened
from narcotl.store.decode import entry
from narcotl.store.layout import SETTINGS, SUFFIXES, StoreFile, files

SUFFIX = ".yaml"


class By(StrEnum):
    """What the files of a folder are made by."""

    KIND = "kind"
    DECADE = "decade"
    REGION = "region"


def split(file: Path, by: By, into: Path) -> tuple[Change, ...]:
    """Make the files of a folder of a store that is one file; nothing is written yet."""
    if not file.is_file():
        raise UsageError(f"{file} is no file", "Give a store that is one YAML or JSON Lines file.")
    if into.exists() and (not into.is_dir() or not is_empty(into)):
        raise UsageError(f"{into} is there already, with something in it", "Name a new folder.")
    [only] = files(file)
    found = pieces(sound(read(only)))
    parts: dict[str, list[str]] = {}
    if found.settings.strip():
        parts[SETTINGS + SUFFIX] = [found.settings]
    for block in found.blocks:
        parts.setdefault(home(block, by), []).append(block.text)
    return tuple(made(into.absolute() / name, texts) for name, texts in parts.items())


def home(block: Block, by: By) -> str:
    """Name the file for a record: events and figures by decade or region, all others by kind."""
    stem = KEYS[block.kind]
    if by is By.KIND or block.kind not in (RecordKind.EVENT, RecordKind.FIGURE):
        return stem + SUFFIX
    record: Any = entry(block.kind, block.node, "").record
    return f"{stem}/{decade(record) if by is By.DECADE else region(record)}{SUFFIX}"


def decade(record: Any) -> str:
    """Name the decade in which a record begins."""
    date = None if record is None else record.date if record.KIND is RecordKind.EVENT else record.period
    first = None if date is None else date.to_json()["earliest"] or date.to_json()["latest"]
    return "undated" if first is None else f"{int(first[: first.rindex('-', 0, first.rindex('-'))]) // 10 * 10}s"


def region(record: Any) -> str:
    """Name the first region of a record."""
    if record is None:
        return "nowhere"
    found = [placing.id for placing in record.regions] if record.KIND is RecordKind.EVENT else [record.region]
    return found[0] if found and is_id(found[0]) else "nowhere"


def made(path: Path, texts: Iterable[str]) -> Change:
    """Make a file of texts."""
    return Change(path=path, before=None, after="".join(texts).lstrip("\n").encode())


def join(folder: Path, output: Path) -> Change:
    """Make one file of a folder; nothing is written yet."""
    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder", "Give a store that is a folder.")
    if output.exists():
        raise UsageError(f"{output} is there already", "Name a new file.")
    if output.suffix not in SUFFIXES:
        raise UsageError(f"{output} cannot be a store", f"A store file ends in {', '.join(SUFFIXES)}.")
    found = [(file, pieces(sound(read(file)))) for file in files(folder)]
    every = [part for _, part in found]
    if output.suffix == LINES:
        if any(has_settings(part) for part in every):
            hint = "Name a file that ends in .yaml, or take store.yaml out first."
            raise UsageError("JSON Lines hold no settings, and this store has some", hint)
        lines = [line_of(decoded(file, block)) for file, part in found for block in part.blocks]
        return made(output.absolute(), lines)
    return made(output.absolute(), yaml_of(every))


def yaml_of(every: Sequence[Pieces]) -> Iterable[str]:
    """Write settings first, then the records of each kind below its key."""
    yield from (part.settings for part in every)
    for kind, key in KEYS.items():
        texts = [block.text for part in every for block in part.blocks if block.kind is kind]
        if texts:
            yield f"{key}:\n"
            yield from (indented(text, 2) for text in texts)


def has_settings(part: Pieces) -> bool:
    """Tell whether there is more than comments beside the records."""
    return any(line.strip() and not line.lstrip().startswith("#") for line in part.settings.split("\n"))


def decoded(file: StoreFile, block: Block) -> Record:
    """Give the record; one that is broken cannot be written as a line."""
    found = entry(block.kind, block.node, str(file.path))
    if found.record is None:
        first = found.problems[0]
        raise StoreError(f"{shortened(str(first.place))}: {first.message}", "Mend it first. Nothing was written.")
    return found.record
