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

    DUMPED = "dumped"
    """YAML as PyYAML writes it, and so most programs do: in blocks, with lines of 80 characters."""
    YAML = "yaml"
    """YAML in JSON's style: a line for each field, all texts in quotes, lists and mappings in brackets."""
    JSONL = "jsonl"

    @property
    def suffix(self) -> str:
        """Give the suffix of files that are so written."""
        return ".jsonl" if self is Form.JSONL else ".yaml"


def main() -> None:
    """Write a store as the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the store is written")
    parser.add_argument("--size", type=int, default=300, help="how many events it has")
    parser.add_argument(
        "--form",
        type=Form,
        default=Form.DUMPED,
        choices=list(Form),
        help="YAML as PyYAML writes it, or in JSON's style, or JSON Lines",
    )
    parser.add_argument("--seed", type=int, default=1, help="another seed gives another store")
    parser.add_argument("--files", type=int, default=1, help="over how many files the events are spread")
    asked = parser.parse_args()
    generate(asked.folder, asked.size, asked.form, seed=asked.seed, files=asked.files)


def generate(folder: Path, size: int, form: Form = Form.DUMPED, *, seed: int = 1, files: int = 1) -> None:
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
        write(folder / f"{name}{form.suffix}", records, form)
    events = drawn.events()
    if files == 1:
        write(folder / f"events{form.suffix}", events, form)
        return
    (folder / "events").mkdir(exist_ok=True)
    for place in range(files):
        write(folder / "events" / f"part-{place:04}{form.suffix}", portion(events, place, size, files), form)


def portion(events: Iterator[Record], place: int, size: int, files: int) -> Iterator[Record]:
    """Take the events of one file of several."""
    for _ in range(size * (place + 1) // files - size * place // files):
        yield next(events)


def write(path: Path, records: Iterable[Record], form: Form) -> None:
    """Write records, one after the other."""
    written = {Form.DUMPED: dumped, Form.YAML: in_json_style, Form.JSONL: in_a_line}[form]
    with path.open("w", encoding="utf-8") as file:
        file.writelines(map(written, records))


def dumped(record: Record) -> str:
    """Write a record as PyYAML does."""
    import yaml

    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    return str(yaml.dump([record], Dumper=dumper, sort_keys=False, allow_unicode=True))


def in_json_style(record: Record) -> str:
    """Write a record as YAML with a line for each field, and what is inside in brackets."""
    lines = [f"{name}: {json.dumps(value)}" for name, value in record.items()]
    return "- " + "\n  ".join(lines) + "\n"


def in_a_line(record: Record) -> str:
    """Write a record as JSON."""
    return json.dumps(record) + "\n"


if __name__ == "__main__":
    main()
