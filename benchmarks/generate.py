"""Write an invented store of any size: the same size and seed give the same bytes, and memory stays flat."""

import argparse
import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

from benchmarks.happenings import Happenings
from benchmarks.world import Record, actors, measures, regions, sources


class Form(StrEnum):
    """How the records are written."""

    YAML = "yaml"
    JSONL = "jsonl"


def main() -> None:
    """Write a store as the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the store is written")
    parser.add_argument("--size", type=int, default=300, help="how many events it has")
    parser.add_argument("--form", type=Form, default=Form.YAML, choices=list(Form), help="yaml or jsonl")
    parser.add_argument("--seed", type=int, default=1, help="another seed gives another store")
    parser.add_argument("--files", type=int, default=1, help="over how many files the events are spread")
    asked = parser.parse_args()
    generate(asked.folder, asked.size, asked.form, seed=asked.seed, files=asked.files)


def generate(folder: Path, size: int, form: Form = Form.YAML, *, seed: int = 1, files: int = 1) -> None:
    """Write a store with so many events, a tenth as many claims and figures, and who and what they name."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = Happenings(size, seed)
    found: dict[str, Iterable[Record]] = {
        "regions": regions(),
        "actors": actors(size),
        "sources": sources(size, drawn.wording),
        "measures": measures(),
        "claims": drawn.claims(),
        "figures": drawn.figures(),
    }
    for name, records in found.items():
        write(folder / f"{name}.{form}", records, form)
    events = drawn.events()
    if files == 1:
        write(folder / f"events.{form}", events, form)
        return
    (folder / "events").mkdir(exist_ok=True)
    for place in range(files):
        write(folder / "events" / f"part-{place:04}.{form}", portion(events, place, size, files), form)


def portion(events: Iterator[Record], place: int, size: int, files: int) -> Iterator[Record]:
    """Take the events of one file of several."""
    for _ in range(size * (place + 1) // files - size * place // files):
        yield next(events)


def write(path: Path, records: Iterable[Record], form: Form) -> None:
    """Write records, one after the other."""
    with path.open("w", encoding="utf-8") as file:
        for record in records:
            file.write(json.dumps(record) + "\n" if form is Form.JSONL else yaml(record))


def yaml(record: Record) -> str:
    """Write a record as YAML as people do: a line for each field, what is inside in braces."""
    lines = [f"{name}: {json.dumps(value)}" for name, value in record.items()]
    return "- " + "\n  ".join(lines) + "\n"


if __name__ == "__main__":
    main()
