"""The edges of the program: what it does where the world is not as it should be."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import StoreMaker
from tests.front_door import FrontDoor

ASKED = ("timeline", "--region", "peru", "--format", "csv", "--fields", "id")
FOUND = "id\neighties\nkillings\ninterview\n"


def python(code: str, *arguments: str, stdout: str = "/dev/null") -> tuple[int, str]:
    """Run a piece of Python, and give its exit status and what it says on standard error."""
    with Path(stdout).open("w", encoding="utf-8") as stream:
        command = [sys.executable, "-c", code, *arguments]
        done = subprocess.run(command, stdout=stream, stderr=subprocess.PIPE, text=True, check=False)
    return done.returncode, done.stderr


RUN = "from narcotl.cli.main import run; run()"


def test_the_version_costs_no_import(narcotl: FrontDoor) -> None:
    code = "import sys; before = {*sys.modules}; from narcotl.cli.main import main; main(['--version'])\n"
    code += "print(*sorted({*sys.modules} - before), file=sys.stderr)"
    assert python(code) == (0, "gc narcotl narcotl.cli narcotl.cli.main\n")
    assert narcotl("--version").status == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_told(narcotl: FrontDoor) -> None:
    for arguments in (("--version",), ("timeline", "--json"), ("timeline",)):
        assert python(RUN, *arguments, stdout="/dev/full") == (
            3,
            "narcotl: cannot write the answer: No space left on device\nCheck where standard output goes.\n",
        )
    answer = narcotl("timeline", "--output", "/dev/full")
    assert (answer.status, answer.out) == (2, "")
    assert "No space left on device" in answer.err


def test_an_argument_that_is_no_text(narcotl: FrontDoor) -> None:
    answer = narcotl("timeline", "--region", os.fsdecode(b"per\xfa"))
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(r"narcotl: the argument 'per\udcfa' is not text")


def test_a_store_whose_name_is_no_text(narcotl: FrontDoor, tmp_path: Path) -> None:
    store = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff"))
    try:
        store.mkdir()
    except OSError:
        pytest.skip("this file system wants names in UTF-8")
    (store / "regions.yaml").write_text("[]\n", encoding="utf-8")
    answer = narcotl("region", env={"NARCOTL_STORE": str(store)})
    assert (answer.status, answer.out) == (3, "")
    assert "is not UTF-8" in answer.err


def test_a_cache_that_cannot_be_written(small: str, narcotl: FrontDoor, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    answer = narcotl(*ASKED, "--store", small, env={"NARCOTL_CACHE_DIR": str(tmp_path / "file" / "cache")})
    assert (answer.status, answer.out, answer.err) == (0, FOUND, "")


def test_rubbish_in_the_cache(small: str, narcotl: FrontDoor, fresh_cache: Path) -> None:
    assert narcotl(*ASKED, "--store", small).out == FOUND
    (index,) = fresh_cache.iterdir()
    for rubbish in (b"", b"rubbish", index.read_bytes()[:5000], index.read_bytes()[:-4096]):
        index.write_bytes(rubbish)
        answer = narcotl(*ASKED, "--store", small)
        assert (answer.status, answer.out, answer.err) == (0, FOUND, "")
    assert len(list(fresh_cache.iterdir())) == 1, "nothing is left over"


def test_an_edit_within_the_same_moment_and_of_the_same_size(
    narcotl: FrontDoor, make_store: StoreMaker, fresh_cache: Path
) -> None:
    store = make_store({"regions.yaml": "- {id: peru, name: Peru, kind: country}\n"})
    file = store / "regions.yaml"
    before = file.stat()
    asked = ("region", "--store", str(store), "-f", "csv", "--fields", "name")
    assert narcotl(*asked).out == "name\nPeru\n"
    file.write_text("- {id: peru, name: Pero, kind: country}\n", encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert narcotl(*asked).out == "name\nPero\n"
    assert any(fresh_cache.iterdir())


def test_large_numbers_and_long_texts(small: str, narcotl: FrontDoor) -> None:
    assert narcotl(*ASKED, "--store", small, "--limit", "9" * 30).out == FOUND
    assert narcotl("timeline", "--text", "x" * 50_000, "--store", small).status == 0
    assert narcotl("actor", "x" * 50_000, "--store", small).status == 1
    assert narcotl("date", "9" * 10_000).status == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_store_that_may_not_be_read(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = make_store({"regions.yaml": "[]\n"})
    store.chmod(0)
    answer = narcotl("region", "--store", str(store))
    store.chmod(0o700)
    assert (answer.status, answer.out) == (3, "")
    assert "Permission denied" in answer.err
