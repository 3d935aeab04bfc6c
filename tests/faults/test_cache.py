"""Whatever is wrong with the folder of the index, the answer is the same, and nothing is left lying about."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

from tests.faults.processes import in_shell, names
from tests.front_door import Answer, FrontDoor
from tests.hostile.unprivileged import ask_unprivileged
from tests.tried import Note

SAME: Final = "exit 0: the right answer"
HOMELESS: Final = "env -u HOME -u NARCOTL_CACHE_DIR -u XDG_CACHE_HOME -u XDG_CONFIG_HOME -u NARCOTL_CONFIG"
NO_FOLDER: Final = {
    "a file": "touch",
    "a link to itself": "ln -s cache",
    "a link to nothing": "ln -s gone",
    "a pipe": "mkfifo",
}


def test_read_only(asked: tuple[str, ...], right: Answer, tmp_path: Path, tried: Note) -> None:
    cache = tmp_path / "cache"
    cache.mkdir(mode=0o500)
    assert ask_unprivileged(*asked, cwd=tmp_path, env={"NARCOTL_CACHE_DIR": str(cache)}) == right
    assert names(cache) == []
    tried("a cache folder that may not be written", SAME)


def test_closed(asked: tuple[str, ...], right: Answer, tmp_path: Path, tried: Note) -> None:
    cache = tmp_path / "cache"
    cache.mkdir(mode=0)
    assert ask_unprivileged(*asked, cwd=tmp_path, env={"NARCOTL_CACHE_DIR": str(cache)}) == right
    tried("a cache folder that may not even be entered", SAME)


def test_full(asked: tuple[str, ...], right: Answer, narcotl: FrontDoor, tmp_path: Path, tried: Note) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(cache)]
    if not shutil.which("mount") or subprocess.run(mounting, capture_output=True, check=False).returncode:
        pytest.skip("a small file system can be mounted by root only")
    try:
        assert narcotl(*asked, env={"NARCOTL_CACHE_DIR": str(cache)}) == right
        left = names(cache)
        free = os.statvfs(cache)
        (cache / "everything").write_bytes(b"\0" * free.f_bavail * free.f_frsize)
        assert narcotl(*asked, env={"NARCOTL_CACHE_DIR": str(cache)}) == right
    finally:
        subprocess.run(["umount", str(cache)], check=True)
    assert left == []
    tried("a cache folder on a file system of 64 kB, empty and full", f"{SAME}; files left there: {len(left)}")


def test_no_large_files(asked: tuple[str, ...], right: Answer, tmp_path: Path, tried: Note) -> None:
    cache = tmp_path / "cache"
    answer = in_shell('ulimit -f 16; $narcotl "$@"', *asked, env={"NARCOTL_CACHE_DIR": str(cache)})
    assert answer == right
    assert names(cache) == []
    tried("a limit of 16 kB for each file (`ulimit -f`)", f"{SAME}; files left there: {len(names(cache))}")


@pytest.mark.parametrize(
    "name", ["with spaces", "señor Ωmega 資料", "a?b#c%20d&e=f;g", "file:x?mode=memory", "-rf", "'\"\\"]
)
def test_odd_names(
    name: str, asked: tuple[str, ...], right: Answer, narcotl: FrontDoor, tmp_path: Path, tried: Note
) -> None:
    cache = tmp_path / name / "cache"
    for _ in range(2):
        assert narcotl(*asked, env={"NARCOTL_CACHE_DIR": str(cache)}) == right
    (index,) = names(cache)
    assert index.endswith(".sqlite")
    assert names(tmp_path) == [name]
    tried(f"a cache folder below `{name}`", f"{SAME}; indexes there: 1")


@pytest.mark.parametrize("what", NO_FOLDER)
def test_no_folder(
    what: str, asked: tuple[str, ...], right: Answer, narcotl: FrontDoor, tmp_path: Path, tried: Note
) -> None:
    subprocess.run([*NO_FOLDER[what].split(), "cache"], cwd=tmp_path, check=True)
    assert narcotl(*asked, env={"NARCOTL_CACHE_DIR": str(tmp_path / "cache")}) == right
    tried(f"{what} where the cache folder should be", SAME)


def test_no_home(asked: tuple[str, ...], right: Answer, tmp_path: Path, tried: Note) -> None:
    (tmp_path / "file").touch()
    assert in_shell(f'{HOMELESS} HOME="$PWD/file" $narcotl "$@"', *asked, cwd=tmp_path) == right
    assert names(tmp_path) == ["file"]
    tried("a home that is no folder", SAME)


def test_nobody(asked: tuple[str, ...], right: Answer, tmp_path: Path, tried: Note) -> None:
    if os.geteuid() != 0 or not shutil.which("setpriv"):
        pytest.skip("only root can become somebody without a name, with setpriv")
    # Whoever it is may still read the Python that runs here.
    keeping = "--inh-caps=+dac_override,+dac_read_search --ambient-caps=+dac_override,+dac_read_search"
    becoming = f"setpriv --reuid=54321 --regid=54321 --clear-groups {keeping}"
    assert in_shell(f'{HOMELESS} {becoming} $narcotl "$@"', *asked, cwd=tmp_path) == right
    assert names(tmp_path) == []
    tried("no HOME, and no entry in the list of users, as in many containers", SAME)


def test_read_only_store(many: Path, right: Answer, tmp_path: Path, tried: Note) -> None:
    store = tmp_path / "store"
    shutil.copytree(many, store)
    before = [(file, file.stat().st_mtime_ns) for file in sorted(store.rglob("*"))]
    for folder in (store / "events", store):
        folder.chmod(0o500)
    asked = ("timeline", "--region", "peru", "--since", "1950", "--store", str(store), "--format", "jsonl")
    env = {"NARCOTL_CACHE_DIR": str(tmp_path / "cache")}
    answers = [ask_unprivileged(*asked, cwd=tmp_path, env=env) for _ in range(2)]
    for folder in (store, store / "events"):
        folder.chmod(0o700)
    assert answers == [right, right]
    assert [(file, file.stat().st_mtime_ns) for file in sorted(store.rglob("*"))] == before
    tried("a store that may not be written", f"{SAME}; nothing in the store is new or changed")
