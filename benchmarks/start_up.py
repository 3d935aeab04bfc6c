"""Measure what starting narcotl costs, against the bare interpreter and a Typer program of two commands.

CPU time of child processes, user and system, medians of interleaved runs: what else the machine does shows little.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

TWO_COMMANDS = '''
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
NARCOTL = "from narcotl.cli.main import run\n\nrun()\n"
COMPLETING = {"_NARCOTL_COMPLETE": "complete_bash", "COMP_WORDS": "narcotl timeline --region an", "COMP_CWORD": "3"}
JSON = ("timeline", "--region", "andes", "--json")
TABLE = ("timeline", "--region", "andes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """One program to start: by what it is measured, and the most that it may cost against that."""

    name: str
    program: str
    arguments: tuple[str, ...] = ()
    against: str = ""
    bar: float = 0
    goal: float = 0
    """The narrower bar, for a store of any size."""
    completing: bool = False


STARTS = (
    Start(name="bare interpreter", program="nothing"),
    Start(name="two commands", program="typer", arguments=("hello", "you")),
    Start(name="two commands, --help", program="typer", arguments=("--help",)),
    Start(name="--version", program="narcotl", arguments=("--version",), against="bare interpreter", goal=2),
    Start(name="--help", program="narcotl", arguments=("--help",), against="two commands, --help", goal=1.5),
    Start(name="timeline, JSON", program="narcotl", arguments=JSON, against="two commands", bar=1.4, goal=1.3),
    Start(name="timeline, table", program="narcotl", arguments=TABLE, against="two commands", bar=2.3, goal=2.2),
    Start(name="actor CIA, JSON", program="narcotl", arguments=("actor", "CIA", "--json"), against="two commands"),
    Start(name="completion", program="narcotl", against="two commands", goal=1.3, completing=True),
)


def main() -> int:
    """Measure and print; the exit status is 1 if a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=21, help="how often each program is started")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        programs = written(Path(folder))
        environment = {**os.environ, "NARCOTL_CACHE_DIR": folder, "COLUMNS": "80", "PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        costs: dict[str, list[float]] = {start.name: [] for start in STARTS}
        for round_ in range(runs + 1):
            for start in STARTS:
                cost = cpu(start, programs[start.program], environment)
                # The first round compiles modules and builds the index.
                if round_:
                    costs[start.name].append(cost)
    return report(costs)


def written(folder: Path) -> dict[str, Path]:
    """Write the programs."""
    programs = {"nothing": "", "typer": TWO_COMMANDS, "narcotl": NARCOTL}
    for name, text in programs.items():
        (folder / f"start_{name}.py").write_text(text, encoding="utf-8")
    return {name: folder / f"start_{name}.py" for name in programs}


def cpu(start: Start, program: Path, environment: dict[str, str]) -> float:
    """Start a program once and give its CPU time in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, str(program), *start.arguments],
        env={**environment, **(COMPLETING if start.completing else {})},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def report(costs: dict[str, list[float]]) -> int:
    """Print the table and give the exit status."""
    medians = {name: statistics.median(found) for name, found in costs.items()}
    print(f"{'program':22}{'CPU, ms':>9}{'ratio':>8}{'at most':>9}{'goal':>6}   against")
    missed = 0
    for start in STARTS:
        line = f"{start.name:22}{medians[start.name] * 1000:9.1f}"
        if start.against:
            pairs = zip(costs[start.name], costs[start.against], strict=True)
            ratio = statistics.median(one / other for one, other in pairs)
            bars = "".join(f"{bar or '':>{width}}" for bar, width in ((start.bar, 9), (start.goal, 6)))
            line += f"{ratio:8.2f}{bars}   {start.against}"
            missed += bool(start.bar and ratio > start.bar)
        print(line)
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
