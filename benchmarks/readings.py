"""What it costs to read a store into a fresh index, from YAML and JSON Lines, and again after one file was edited."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.generate import Form, generate
from benchmarks.job import Job

THEME: Final = "fresh index"
FILES: Final = 100
YAML_UP_TO: Final = 100_000
"""Larger stores are measured as JSON Lines only: their YAML takes many minutes."""
STYLES: Final = {Form.DUMPED: "as PyYAML writes it", Form.YAML: "in JSON's style"}
FROM_YAML: Final = f"from YAML {STYLES[Form.DUMPED]}"
EDITED_UP_TO: Final = 10_000
"""Of larger ones no file of many is edited."""


def jobs(programs: dict[str, tuple[str, ...]], size: int, folder: Path, cache: Path) -> Iterator[Job]:
    """Read a store of a size, with no index to begin with."""
    times = 3 if size <= YAML_UP_TO else 1

    def forget() -> None:
        shutil.rmtree(cache, ignore_errors=True)

    def reading(name: str, store: Path, against: str, bar: float) -> Job:
        env = {"NARCOTL_CACHE_DIR": str(cache)}
        command = (*programs["narcotl"], "timeline", "--limit", "1", "--json", "--store", str(store))
        job = Job(theme=THEME, name=name, size=size, command=command, env=env, prepare=forget, times=times)
        return replaced(job, against, bar)

    for form, style in STYLES.items() if size <= YAML_UP_TO else ():
        store, drained = stored(folder, size, form), f"libyaml's events, {style}"
        yield Job(theme=THEME, name=drained, size=size, command=(*programs["drain"], str(store)), times=times)
        yield reading(f"from YAML {style}", store, drained, 3)
    yield reading("from JSON Lines", stored(folder, size, Form.JSONL), FROM_YAML, 0.25)
    if size <= EDITED_UP_TO:
        yield edited(programs, size, folder, times)


def replaced(job: Job, against: str, bar: float) -> Job:
    """Give a job its unit and its bar."""
    from dataclasses import replace

    return replace(job, against=against, bar=bar)


def edited(programs: dict[str, tuple[str, ...]], size: int, folder: Path, times: int) -> Job:
    """Read one file of many again."""
    store = folder / f"{Form.DUMPED}-files-{size}"
    if not store.exists():
        generate(store, size, Form.DUMPED, files=FILES)
    file = store / "events" / "part-0050.yaml"

    def edit() -> None:
        file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")

    command = (*programs["narcotl"], "timeline", "--limit", "1", "--json", "--store", str(store))
    name = f"one of {FILES} files edited"
    return Job(theme=THEME, name=name, size=size, command=command, prepare=edit, times=times, against=FROM_YAML)


def stored(folder: Path, size: int, form: Form) -> Path:
    """Give a store of a size, written unless it is there."""
    store = folder / f"{form}-{size}"
    if not store.exists():
        generate(store, size, form)
    return store
