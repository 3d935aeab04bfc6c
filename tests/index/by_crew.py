"""Make the index of a store with other processes, which read stretches of some kilobytes, and print what it holds.

Run as a process of its own, since a test may be one of several threads, and then no process is forked.
"""

import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from narcotl.index import cache, crew
from narcotl.model.entry import Made
from narcotl.store import cutting, jsonl_file
from tests.index.held import order, tables


def main(store: str, stretch: str, *killed: str) -> None:
    """Print the tables, how many stretches others made or could not, and whether anybody is left."""
    cache.LARGE = 0  # type: ignore[misc]  # small stores are quicker to make
    for module in (cutting, jsonl_file):
        module.STRETCH = int(stretch)  # type: ignore[attr-defined]
    told = {"made": 0, "not made": 0}
    made, hire = crew.Crew.made, crew.Crew.hire

    def noted(self: crew.Crew, *stretch: Any) -> Made | None:
        found = made(self, *stretch)
        told["not made" if found is None else "made"] += bool(self.workers)
        return found

    def hired(self: crew.Crew, *stretch: Any) -> None:
        hire(self, *stretch)
        for number in killed:
            os.kill(self.workers[int(number)].process.pid or 0, signal.SIGKILL)

    crew.Crew.made = noted  # type: ignore[method-assign, assignment]
    crew.Crew.hire = hired  # type: ignore[method-assign, assignment]
    held = tables(Path(store), cached=False)
    try:
        os.waitpid(-1, os.WNOHANG)
        told["left"] = 1
    except ChildProcessError:
        told["left"] = 0
    sys.stdout.write(json.dumps({"held": held, "order": order(Path(store)), **told}))


if __name__ == "__main__":
    main(*sys.argv[1:])
