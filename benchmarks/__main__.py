"""Measure what narcotl costs: start-up, questions to stores of several sizes, fresh indexes, and its peers.

CPU time of child processes in interleaved rounds; `python -m benchmarks --help` says what can be chosen.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks import peers, questions, readings, starts
from benchmarks.generate import Form
from benchmarks.job import Job, measured
from benchmarks.report import chart, merged, raw, table

SIZES: Final = (300, 10_000)
THEMES: Final = (starts.THEME, questions.THEME, readings.THEME, peers.THEME)
SETTLED: Final = 2.1
"""Seconds after which a file is taken by its time of change."""


def main() -> int:
    """Measure and print; the exit status is 1 if a bar is missed."""
    asked = options()
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"):  # what only some machines have set
        os.environ.pop(name, None)
    with tempfile.TemporaryDirectory() as name:
        folder = asked.folder or Path(name)
        os.environ.update(NARCOTL_CACHE_DIR=str(folder / "cache"), COLUMNS="80", PYTHONPYCACHEPREFIX=name)
        os.environ.update(XDG_CONFIG_HOME=name)
        found = raw(measured(list(jobs(asked.themes, asked.sizes, folder)), asked.rounds, told))
    print("\n".join(table(found["results"])))
    if asked.output and asked.output.exists():
        found = merged(json.loads(asked.output.read_text(encoding="utf-8")), found)
    if asked.output:
        asked.output.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    if asked.chart:
        chart(found["results"], asked.chart, questions.THEME)
    return int(any(one["bar"] and one["ratio"] and one["ratio"] > one["bar"] for one in found["results"]))


def options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=numbers, default=SIZES, help="events in the stores: 300,10000")
    parser.add_argument("--rounds", type=int, default=7, help="how often each program is run")
    parser.add_argument("--themes", type=lambda text: text.split(","), default=THEMES, help=", ".join(THEMES))
    parser.add_argument("--folder", type=Path, help="where the stores and their indexes are kept for the next time")
    parser.add_argument("--output", type=Path, help="write what was measured, as JSON; what it has of other runs stays")
    parser.add_argument("--chart", type=Path, help="draw the questions by size, as SVG")
    return parser.parse_args()


def numbers(text: str) -> tuple[int, ...]:
    """Read the sizes."""
    return tuple(int(part) for part in text.split(","))


def jobs(themes: tuple[str, ...], sizes: tuple[int, ...], folder: Path) -> Iterator[Job]:
    """Write programs and stores, warm them up, and give what is to be run."""
    folder.mkdir(parents=True, exist_ok=True)
    programs = starts.written(folder)
    starting = list(starts.jobs(programs))
    yield from warm(starting if starts.THEME in themes else [job for job in starting if job.name == starts.BASE])
    for size in sizes:
        store = readings.stored(folder, size, Form.JSONL)
        if readings.THEME in themes:
            yield from readings.jobs(programs, size, folder, folder / f"fresh-{size}")
        if questions.THEME in themes:
            time.sleep(SETTLED)
            told(f"the index of {size:,} events")
            yield from warm(list(questions.jobs(programs["narcotl"], size, store)))
        if peers.THEME in themes:
            yield from peers.jobs(size, store, folder, told)


def warm(found: list[Job]) -> list[Job]:
    """Run each once: modules are compiled and indexes are built."""
    for job in found:
        subprocess.run(job.command, env={**os.environ, **job.env}, capture_output=True, check=True)
    return found


def told(text: str) -> None:
    """Say on standard error how far it is."""
    print(text, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
