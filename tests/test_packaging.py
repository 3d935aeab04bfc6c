"""What is built and installed: the wheel with its store, an empty environment, and the pins."""

import json
import os
import re
import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

from narcotl import __version__
from tests.front_door import ROOT, FrontDoor

WHEEL = f"narcotl-{__version__}-py3-none-any.whl"


def _files(folder: str) -> list[Path]:
    """List what git would keep of a folder of the repository."""
    files = [file for file in (ROOT / folder).rglob("*") if file.is_file() and file.parent.name != "__pycache__"]
    assert files, f"{folder}/ is not empty"
    return files


def _asked_for() -> list[str]:
    """Name the packages that pyproject.toml asks for, to run narcotl, for its extras, and to work on it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = [
        *project["dependencies"],
        *(name for extra in ("data", "export", "import", "dev") for name in extras[extra]),
    ]
    return [re.split(r"[<>=]", requirement)[0] for requirement in asked if not requirement.startswith("narcotl[")]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel with the build tool at hand: no network, and nothing left in the checkout."""
    directory = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(directory)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return directory / WHEEL


def test_wheel_holds_the_package_and_its_store_only(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name and ".data/" not in name}
        package = {str(file.relative_to(ROOT)) for file in _files("narcotl")}
        assert "narcotl/py.typed" in package
        assert names == {*package, *(f"narcotl/{file.relative_to(ROOT)}" for file in _files("data"))}
        for file in _files("data"):
            assert archive.read(f"narcotl/{file.relative_to(ROOT)}") == file.read_bytes()


def test_wheel_brings_the_manual_page_to_where_man_looks(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        page = f"narcotl-{__version__}.data/data/share/man/man1/narcotl.1"
        assert [name for name in archive.namelist() if ".data/" in name] == [page]
        assert archive.read(page) == (ROOT / "docs" / "man" / "narcotl.1").read_bytes()


def test_wheel_names_its_command_and_its_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        notes = f"narcotl-{__version__}.dist-info"
        assert archive.read(f"{notes}/entry_points.txt").decode() == (
            "[console_scripts]\nnarcotl = narcotl.cli.main:run\n"
        )
        assert archive.read(f"{notes}/licenses/LICENSE") == (ROOT / "LICENSE").read_bytes()


def test_what_the_wheel_holds_is_all_that_commands_read(wheel: Path, tmp_path: Path, narcotl: FrontDoor) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    environ = {**os.environ, "PYTHONPATH": str(tmp_path / "site"), "PYTHONSAFEPATH": "1"}

    def unpacked(*arguments: str) -> str:
        command = [sys.executable, *arguments]
        return subprocess.run(command, check=True, env=environ, cwd=tmp_path, capture_output=True, text=True).stdout

    assert unpacked("-c", "import narcotl; print(narcotl.__file__)").startswith(str(tmp_path))
    asked = ("timeline", "--region", "andes", "--json")
    assert json.loads(unpacked("-m", "narcotl", *asked)) == narcotl(*asked).json
    unpacked("-m", "narcotl", "init", "mine")
    assert unpacked("-m", "narcotl", "check", "--store", "mine") == "No problems.\n"
    unpacked("-m", "narcotl", "html", "--store", "mine", "--no-charts", "--output", "page.html")
    narcotl("html", "--store", "mine", "--no-charts", "--output", "same.html", cwd=tmp_path)
    assert (tmp_path / "page.html").read_bytes() == (tmp_path / "same.html").read_bytes()


@pytest.mark.install
def test_wheel_works_in_an_empty_environment(wheel: Path, tmp_path: Path, narcotl: FrontDoor) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    scripts = tmp_path / "venv" / "bin"
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environ["NARCOTL_CACHE_DIR"] = str(tmp_path / "cache")
    pip = [str(scripts / "pip"), "--disable-pip-version-check", "--quiet", "install"]
    subprocess.run([*pip, "--constraint", str(ROOT / "constraints.txt"), str(wheel)], check=True, env=environ)

    def installed(*arguments: str) -> str:
        command = [str(scripts / "narcotl"), *arguments]
        return subprocess.run(command, check=True, env=environ, cwd=tmp_path, capture_output=True, text=True).stdout

    assert installed("--version") == f"narcotl {__version__}\n"
    events = installed("timeline", "--region", "andes", "--json")
    assert json.loads(events) == narcotl("timeline", "--region", "andes", "--json").json


def test_pins_are_names_and_versions_only() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][0-9A-Za-z.]*", line)] == []
    assert lines == sorted(lines, key=str.upper)


def test_all_that_is_asked_for_is_pinned() -> None:
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {line.partition("==")[0].lower() for line in pins}
    assert {name.lower() for name in _asked_for()} - pinned == set()


def test_each_dependency_has_its_reason() -> None:
    reasons = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
    assert [name for name in _asked_for() if f"**{name}**" not in reasons] == []
