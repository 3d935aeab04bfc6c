"""A job: a program that is run now and then, what it costs, and the most that it may cost against another one."""

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One program, and by what it is measured."""

    theme: str
    name: str
    command: tuple[str, ...]
    size: int = 0
    """How many events the store has; 0: there is no store."""
    env: Mapping[str, str] = field(default_factory=dict)
    prepare: Callable[[], None] | None = None
    """What is done before each run, and not measured."""
    against: str = ""
    """The name of the job whose cost is the unit; of the same size, or of none."""
    bar: float = 0
    """The most that the cost may be, in that unit."""
    times: int = 0
    """How often it is run at most; 0: in every round."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a program cost once: seconds of processor and of the clock, and KiB of memory."""

    cpu: float
    wall: float
    memory: int


@dataclass(frozen=True, slots=True)
class Result:
    """What a job cost in all rounds."""

    job: Job
    runs: tuple[Run, ...]
    ratio: float | None
    """The median of its costs by those of its unit in the same rounds."""

    @property
    def cpu(self) -> float:
        """Give the median of the seconds of processor."""
        return median(run.cpu for run in self.runs)

    @property
    def is_missed(self) -> bool:
        """Say whether the bar is missed."""
        return bool(self.job.bar and self.ratio is not None and self.ratio > self.job.bar)

    def to_json(self) -> dict[str, Any]:
        """Give everything that was measured."""
        return {
            "theme": self.job.theme,
            "name": self.job.name,
            "size": self.job.size,
            "against": self.job.against,
            "bar": self.job.bar,
            "ratio": self.ratio and round(self.ratio, 3),
            "cpu": [round(run.cpu, 4) for run in self.runs],
            "wall": [round(run.wall, 4) for run in self.runs],
            "memory": max(run.memory for run in self.runs),
        }


def measured(jobs: Sequence[Job], rounds: int, told: Callable[[str], None]) -> list[Result]:
    """Run jobs round by round, so that what else the machine does falls on all of them alike.

    Where its unit is a program without a store, it is run again just before a job: the two share their luck.
    """
    found: list[list[Run]] = [[] for _ in jobs]
    beside: list[list[Run]] = [[] for _ in jobs]
    for number in range(rounds):
        told(f"round {number + 1} of {rounds}")
        for job, runs, units in zip(jobs, found, beside, strict=True):
            if job.times and number >= job.times:
                continue
            place = unit(job, jobs)
            if place is not None:
                units.append(found[place][-1] if jobs[place].size else run(jobs[place]))
            runs.append(run(job))
    return [Result(job, tuple(runs), ratio(runs, units)) for job, runs, units in zip(jobs, found, beside, strict=True)]


def unit(job: Job, jobs: Sequence[Job]) -> int | None:
    """Find the job whose cost is the unit of another, which stands before it."""
    return next(
        (place for place, one in enumerate(jobs) if one.name == job.against and one.size in (job.size, 0)), None
    )


def ratio(runs: Sequence[Run], units: Sequence[Run]) -> float | None:
    """Give the median of costs by their units."""
    return median(one.cpu / other.cpu for one, other in zip(runs, units, strict=True)) if units else None


def run(job: Job) -> Run:
    """Run a program once; what it prints is thrown away, and that it fails is an error."""
    if job.prepare:
        job.prepare()
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        before = time.perf_counter()
        process = subprocess.Popen(job.command, env={**os.environ, **job.env}, stdout=nowhere, stderr=nowhere)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - before
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, job.command)
    return Run(cpu=usage.ru_utime + usage.ru_stime, wall=wall, memory=usage.ru_maxrss)
