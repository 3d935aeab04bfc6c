"""What starting costs, against the bare interpreter and a Typer program of two commands."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.job import Job

TWO_COMMANDS: Final = '''
import typer

app = typer.Typer()


@app.command()
def hello(name: str, formal: bool = False) -> None:
    """Greet somebody."""
    print("Good day" if formal else "Hello", name)


@app.command()
def goodbye(name: str) -> None:
    """Part from somebody."""
    print("Goodbye", name)


app()
'''
NARCOTL: Final = "from narcotl.cli.main import run\n\nrun()\n"
DRAIN: Final = """
import pathlib
import sys

import yaml

for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.yaml")):
    with path.open("rb") as file:
        for _ in yaml.parse(file, Loader=yaml.CSafeLoader):
            pass
"""
"""What reading YAML costs at least: libyaml's events, looked at by nobody."""
CONFIGURATION: Final = "config.toml"
"""A file of settings, which is read at each start."""
THEME: Final = "start-up"
BASE: Final = "two commands"


def written(folder: Path) -> dict[str, tuple[str, ...]]:
    """Write the programs into a folder, and give the command of each."""
    programs = {"nothing": "", "typer": TWO_COMMANDS, "narcotl": NARCOTL, "drain": DRAIN}
    for name, text in programs.items():
        (folder / f"start_{name}.py").write_text(text, encoding="utf-8")
    (folder / CONFIGURATION).write_text("[defaults]\nlimit = 50\n", encoding="utf-8")
    return {name: (sys.executable, str(folder / f"start_{name}.py")) for name in programs}


def jobs(programs: dict[str, tuple[str, ...]]) -> Iterator[Job]:
    """Start each program; the store is the shipped one."""
    narcotl = programs["narcotl"]
    yield Job(theme=THEME, name="bare interpreter", command=programs["nothing"])
    yield Job(theme=THEME, name=BASE, command=(*programs["typer"], "hello", "you"))
    yield Job(theme=THEME, name="two commands, --help", command=(*programs["typer"], "--help"))
    version = (*narcotl, "--version")
    yield Job(theme=THEME, name="--version", command=version, against="bare interpreter", bar=2)
    yield Job(theme=THEME, name="--help", command=(*narcotl, "--help"), against="two commands, --help", bar=1.5)
    json = (*narcotl, "timeline", "--region", "andes", "--json")
    yield Job(theme=THEME, name="Andean timeline, JSON", command=json, against=BASE, bar=1.3)
    configured = {"NARCOTL_CONFIG": str(Path(narcotl[-1]).with_name(CONFIGURATION))}
    yield Job(theme=THEME, name="the same, with a configuration", command=json, env=configured, against=BASE)
    yield Job(theme=THEME, name="Andean timeline, table", command=json[:-1], against=BASE, bar=2.2)
    yield Job(theme=THEME, name="actor CIA, JSON", command=(*narcotl, "actor", "CIA", "--json"), against=BASE)
