"""Search for what breaks narcotl, for so many minutes: `make fuzz ARGS=5`. What is found becomes a test."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, Phase, settings

from tests.front_door import fix_terminal

AT_ONCE = 200
"""How many examples are tried before the clock is looked at."""
LOOSE = settings(
    max_examples=AT_ONCE,
    deadline=None,
    database=None,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)


def main(arguments: list[str]) -> int:
    """Give each target its share of the time; the status is 1 if anything was found."""
    minutes, names = float(arguments[0] if arguments else 1), arguments[1:]
    with tempfile.TemporaryDirectory() as cache:
        fix_terminal(os.environ)
        os.environ["NARCOTL_CACHE_DIR"] = cache
        from tests.fuzz.targets import TARGETS  # here, since Typer reads the terminal when it is imported

        targets = [target for target in TARGETS if not names or target.__name__ in names]
        found = [searched(target, 60 * minutes / len(targets)) for target in targets]
    return int(any(found))


def searched(target: Callable[[], Any], seconds: float) -> bool:
    """Search one target and say what came of it; tell whether it was broken."""
    end, rounds = time.monotonic() + seconds, 0
    search = LOOSE(target)
    while time.monotonic() < end:
        rounds += 1
        try:
            search()
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is a find
            import traceback

            traceback.print_exception(error)
            sys.stdout.write(f"{target.__name__}: BROKEN after {rounds} rounds of {AT_ONCE}\n")
            return True
    sys.stdout.write(f"{target.__name__}: {rounds * AT_ONCE} examples, nothing found\n")
    sys.stdout.flush()
    return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
