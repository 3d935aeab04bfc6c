"""Stopped at any moment, by Ctrl-C or by force: nothing is corrupt afterwards, and Ctrl-C leaves nothing behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import pytest

from tests.faults.processes import names, sound, stopped
from tests.front_door import PATIENCE, Answer, FrontDoor
from tests.tried import Note

MOMENTS: Final = tuple(0.005 * 1.25**number for number in range(40))
"""Seconds after its start at which a process is stopped; once it has ended before, that is enough."""
FEW, TOO_LATE = 3, 2.0
"""On a busy machine a signal comes late, and narcotl may have ended before; a little later may still be in time."""
WHEN: Final = "5 ms after its start, and again and again, each time a quarter later, until it was done before"


def test_killed_at_every_stage(
    asked: tuple[str, ...], right: Answer, narcotl: FrontDoor, fresh_cache: Path, tried: Note
) -> None:
    killed = 0
    for moment in MOMENTS:
        for index in fresh_cache.glob("*.sqlite"):
            index.unlink()
        answer = stopped(signal.SIGKILL, moment, *asked, env={"NARCOTL_CACHE_DIR": str(fresh_cache)})
        assert answer.status in {-signal.SIGKILL, 0}
        assert right.out.startswith(answer.out)
        assert all(sound(index) for index in fresh_cache.glob("*.sqlite")), "what is in its place is whole"
        if answer != right:
            killed += 1
        elif killed > FEW or moment > TOO_LATE:
            break
    assert narcotl(*asked) == right
    assert killed > FEW
    left = [name for name in names(fresh_cache) if not name.endswith(".sqlite")]
    hours_ago = time.time() - 7200
    for name in left:
        os.utime(fresh_cache / name, (hours_ago, hours_ago))
    for index in fresh_cache.glob("*.sqlite"):
        index.unlink()
    assert narcotl(*asked) == right
    (index,) = fresh_cache.iterdir()
    assert sound(index)
    happened = "no index was ever broken; the next answer was right; what the killed left was swept up an hour later"
    tried(f"killed (SIGKILL) {WHEN}", happened)


@pytest.mark.parametrize("how", ["without an index", "with an index"])
def test_interrupted(
    how: str, asked: tuple[str, ...], right: Answer, narcotl: FrontDoor, fresh_cache: Path, tried: Note
) -> None:
    if how == "with an index":
        narcotl(*asked)
    statuses = set()
    for moment in MOMENTS:
        if how == "without an index":
            for index in fresh_cache.glob("*"):
                index.unlink()
        answer = stopped(signal.SIGINT, moment, *asked, env={"NARCOTL_CACHE_DIR": str(fresh_cache)})
        assert "Traceback" not in answer.err
        assert all(name.endswith(".sqlite") for name in names(fresh_cache)), "no debris"
        if answer != right:
            statuses.add(answer.status)
        elif statuses or moment > TOO_LATE:
            break
    assert statuses == {130}
    assert narcotl(*asked) == right
    tried(f"Ctrl-C {WHEN}; {how}", "exit 130, without a traceback, and without a file left over")


COUNTING: Final = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT {} FROM n"


def test_interrupted_in_sql(narcotl: FrontDoor, tried: Note) -> None:
    narcotl("sql", "SELECT 1")
    env = {"NARCOTL_CACHE_DIR": os.environ["NARCOTL_CACHE_DIR"]}
    answer = stopped(signal.SIGINT, 0.5, "sql", COUNTING.format("COUNT(*)"), "--timeout", "50", env=env)
    assert (answer.status, answer.out) == (130, "")
    tried("Ctrl-C while SQLite counts to infinity", f"exit {answer.status}")


def test_interrupted_while_it_writes_a_file(narcotl: FrontDoor, tmp_path: Path, tried: Note) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text("as before", encoding="utf-8")
    narcotl("sql", "SELECT 1")
    env = {"NARCOTL_CACHE_DIR": os.environ["NARCOTL_CACHE_DIR"]}
    arguments = ("sql", COUNTING.format("i"), "--timeout", "50", "--format", "jsonl", "--output", str(file))
    answer = stopped(signal.SIGINT, 0.7, *arguments, env=env)
    assert answer.status == 130
    assert names(tmp_path) == ["rows.jsonl"]
    assert file.read_text(encoding="utf-8") == "as before"
    tried(
        "Ctrl-C while `--output` writes a file",
        f"exit {answer.status}; the file is as it was before, and nothing lies beside it",
    )


LOST = """
import sys, weakref
from narcotl.cli import main

class Thing: pass

def answered():
    thing = Thing()
    def gone(_): raise KeyboardInterrupt
    kept = weakref.ref(thing, gone)
    del thing
    while True: pass

main.answered = answered
main.run()
"""


def test_an_interrupt_inside_a_callback_of_python_is_not_lost() -> None:
    done = subprocess.run([sys.executable, "-c", LOST], capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


IN_A_CLASS = """
from narcotl.cli import main

class Named:
    def __set_name__(self, owner, name): raise KeyboardInterrupt

def answer(arguments):
    class Made:
        field = Named()

main.answer = answer
main.run()
"""


def test_an_interrupt_while_a_class_is_made_is_one() -> None:
    command = [sys.executable, "-c", IN_A_CLASS]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


IN_A_COMPILATION = """
import sys
from narcotl.cli import main

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == "unicodedata":
            sys.meta_path.remove(self)
            raise KeyboardInterrupt

def answer(arguments):
    sys.modules.pop("unicodedata", None)
    sys.meta_path.insert(0, Interrupting())
    compile(r"'\\N{BULLET}'", "module", "eval")

main.answer = answer
main.run()
"""


def test_an_interrupt_while_a_module_is_compiled_is_one() -> None:
    command = [sys.executable, "-c", IN_A_COMPILATION]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
