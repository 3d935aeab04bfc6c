"""Have other processes read a large store, so that all processors of the machine make its index.

Files are cut into stretches. Each process reads one after the other and sends back the rows of its records; they are
written here, in the order of the files. What is not plain, and whatever goes wrong, is read again here and told.
"""

import marshal
import os
import signal
import sys
from collections import deque
from contextlib import suppress
from functools import partial
from itertools import islice
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self, TypeAlias

from narcotl.errors import UsageError
from narcotl.index.known import REMEMBERED
from narcotl.index.prepared import Prepared
from narcotl.model.entry import Entry, Made, Setting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from narcotl.errors import Problem
    from narcotl.index.build import Builder
    from narcotl.index.reading import Read, Stretch
    from narcotl.index.stamp import IndexedFile

MOST: Final = 4
"""More processes would make rows more quickly than one can write them."""
VARIABLE: Final = "NARCOTL_PROCESSES"
"""What says how many processes there may be; with 1, all is read here."""
NOTHING: Final = b""
"""The answer of a process that could not read a stretch."""

Rows: TypeAlias = tuple[int, list[str], list[tuple[str, int, list[Any]]]]
"""The number of the first record, the ids of all, and for each table its columns and the values of its rows."""


class UnfitError(Exception):
    """A stretch is not to be read by another process."""


class Worker(NamedTuple):
    """A process, and the line to it."""

    process: "BaseProcess"
    line: "Connection"


class Task(NamedTuple):
    """A stretch that a process reads."""

    worker: Worker
    file: "IndexedFile"
    stretch: "Stretch"


class Crew:
    """Processes that read ahead; none where they would not help."""

    def __init__(self, builder: "Builder", read: "Read", files: "Sequence[IndexedFile]") -> None:
        """Begin without any, with who writes down what is read, who reads, and which files."""
        self.builder = builder
        self.read = read
        self.files = files
        self.wanted = helpful()
        """How many processes there may be."""
        self.is_time = False
        self.workers: list[Worker] = []
        self.idle: deque[Worker] = deque()
        self.coming: Iterator[tuple[IndexedFile, Stretch]] = iter(())
        """What is to be read yet, and was given to nobody."""
        self.tasks: deque[Task] = deque()
        """What was given to somebody, in the order of the files."""
        self.number = 0
        """The last number that a record may get that is being read."""

    def __enter__(self) -> Self:
        """Give the crew."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Send the processes home, whatever they do."""
        for worker in self.workers:
            worker.line.close()
            worker.process.terminate()
            worker.process.join()

    def ahead(self, file: "IndexedFile", stretches: "Iterator[Stretch]") -> "Iterator[tuple[Stretch, Made | None]]":
        """Give the stretches of a file in their order, with what processes made of them; None: it is to be read here.

        What others name (places, actors, works) is read here, so that whoever reads what names it knows it. The
        processes begin after a stretch that had none of that.
        """
        for number, stretch in enumerate(stretches):
            if self.is_time and self.wanted:
                self.hire(file, number)
            made = self.made(file, stretch)
            if made is not None:
                yield stretch, made
                continue
            known = self.known()
            yield stretch, None
            self.is_time = self.known() == known

    def known(self) -> int:
        """Count what was read of what others name."""
        self.builder.write()
        known = self.builder.prepared.known
        return len(known.kinds) if known is not None else 0

    def hire(self, file: "IndexedFile", number: int) -> None:
        """Start the processes, which know what was read so far, and give them what comes from a stretch of a file on.

        There are none if that cannot be done safely.
        """
        import threading
        from multiprocessing import get_context

        wanted = self.wanted if threading.active_count() == 1 else 0
        self.wanted = 0
        # An interrupt is for this process, which sends the others home.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            context = get_context("fork")
            for _ in range(wanted):
                here, there = context.Pipe()
                others = [here, *(worker.line for worker in self.workers)]
                at_work = there, others, self.builder.prepared, self.read
                process = context.Process(target=work, args=at_work, daemon=True)
                with there:
                    process.start()
                self.workers.append(Worker(process, here))
        except OSError:
            pass  # there are as many as can be
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        self.idle += self.workers
        later = ((one, stretch) for one in self.files[self.files.index(file) :] for stretch in self.read.stretches(one))
        self.coming = islice(later, number, None)
        self.give()

    def give(self) -> None:
        """Give something to everybody who has nothing to do."""
        while self.idle and (found := next(self.coming, None)):
            worker = self.idle.popleft()
            first = max(self.number, self.builder.number) + 1
            self.number = first + found[1].most
            with suppress(OSError):
                worker.line.send((*found, first))
            self.tasks.append(Task(worker, *found))

    def made(self, file: "IndexedFile", stretch: "Stretch") -> Made | None:
        """Give what a process made of a stretch of a file; None if nobody was given it, or could not read it."""
        while self.tasks and self.tasks[0].file.position < file.position:
            self.taken()  # of a file that was read in another way
        if not self.tasks or self.tasks[0].file != file or self.tasks[0].stretch != stretch:
            return None
        rows = self.taken()
        again = partial(self.read.stretch, file, stretch)
        return Made(size=len(rows[1]), rows=rows, again=again) if rows is not None else None

    def taken(self) -> Rows | None:
        """Wait until the first thing is done that was given to somebody; give what was made, None if nothing was."""
        worker = self.tasks.popleft().worker
        made = NOTHING
        with suppress(EOFError, OSError):
            made = worker.line.recv_bytes()
        self.idle.append(worker)
        self.give()
        rows: Rows | None = marshal.loads(made) if made else None  # noqa: S302 - made by a process of our own
        return rows


def helpful() -> int:
    """Say how many processes help to read; 0 for none, as where a fork is not safe or not known."""
    if sys.platform != "linux":
        return 0
    wanted = os.environ.get(VARIABLE) or str(min(len(os.sched_getaffinity(0)), MOST))
    if not wanted.isdecimal() or wanted == "0":
        raise UsageError(f"{VARIABLE} is '{wanted}'", "Give the number of processes that may read a store: 1, 2 ...")
    return 0 if int(wanted) == 1 else int(wanted)


def work(line: "Connection", others: "list[Connection]", prepared: Prepared, read: "Read") -> None:
    """Read what comes over a line until it is closed; with the ends of lines that are not for this process."""
    for other in others:
        other.close()
    prepared.tables.clear()
    with suppress(EOFError, OSError):
        while True:
            line.send_bytes(answer(prepared, read, *line.recv()))


def answer(prepared: Prepared, read: "Read", file: "IndexedFile", stretch: "Stretch", first: int) -> bytes:
    """Make the rows of the records of a stretch, of which the first one gets a number."""
    try:
        return packed(prepared, file, first, read.stretch(file, stretch))
    except Exception:  # noqa: BLE001 - whatever is wrong is met again, and told, where the stretch is read instead
        prepared.tables.clear()
        return NOTHING


def packed(prepared: Prepared, file: "IndexedFile", first: int, found: "Iterable[Entry | Setting | Problem]") -> bytes:
    """Pack the rows of records; fails if there is anything else, or something that others name."""
    prepared.begin(str(file.path), file.root)
    ids: list[str] = []
    for number, item in enumerate(found, first):
        if not isinstance(item, Entry) or item.problems or item.record is None or item.record.KIND.value in REMEMBERED:
            raise UnfitError
        ids.append(item.record.id)
        prepared.add(number, item.record, item.references, item.json)
    if len(set(ids)) < len(ids):
        raise UnfitError
    return marshal.dumps((first, ids, list(prepared.taken_out())))
