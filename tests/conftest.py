"""What all tests share: a fixed terminal, the front doors, small stores, and how long Hypothesis searches."""

import os
import signal
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

import pytest
import yaml
from hypothesis import HealthCheck, settings

from tests.browser import browser
from tests.front_door import (
    FrontDoor,
    Head,
    Talking,
    Terminal,
    ask,
    ask_head,
    ask_process,
    ask_talking,
    ask_terminal,
    fix_terminal,
)
from tests.tried import Note, noting

__all__ = ["browser"]
"""The fixtures that stand in modules of their own."""

fix_terminal(os.environ)
# What a shell starts in the background ignores Ctrl-C, and so would every process that the tests start and interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)

# A slow machine is no failure. `pytest --hypothesis-profile long` searches at leisure.
settings.register_profile("quick", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("quick"), derandomize=True, print_blob=True)
settings.register_profile("long", settings.get_profile("quick"), max_examples=20_000)
settings.load_profile("ci" if os.environ.get("CI") else "quick")


class StoreMaker(Protocol):
    """Write a store and give its directory."""

    def __call__(self, files: Mapping[str, object]) -> Path:
        """Write each file: a text as it is (its indentation taken away), records as YAML."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-errors", action="store_true", help="write what narcotl says now into tests/errors/")
    parser.addoption("--update-tried", action="store_true", help="write what happens now into tests/tried.json")


@pytest.fixture(scope="session", autouse=True)
def _private_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the indexes of all tests together, and away from the user's own."""
    os.environ["NARCOTL_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def fresh_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Start a test without any index, and give the directory where its own will lie."""
    cache = tmp_path / "cache"
    monkeypatch.setenv("NARCOTL_CACHE_DIR", str(cache))
    return cache


@pytest.fixture
def narcotl() -> FrontDoor:
    """Ask narcotl inside the process of the tests."""
    return ask


@pytest.fixture
def narcotl_process() -> FrontDoor:
    """Ask narcotl as a process between pipes."""
    return ask_process


@pytest.fixture
def narcotl_terminal() -> Terminal:
    """Ask narcotl as a process that writes to a terminal."""
    return ask_terminal


@pytest.fixture
def narcotl_talking() -> Talking:
    """Ask narcotl as a process on a terminal, where it asks back."""
    return ask_talking


@pytest.fixture
def narcotl_head() -> Head:
    """Ask narcotl as a process whose reader closes the pipe early."""
    return ask_head


@pytest.fixture
def tried(request: pytest.FixtureRequest) -> Note:
    """Note what a test tries and what happens, for docs/reliability.md."""
    return noting(request)


@pytest.fixture
def make_store(tmp_path: Path) -> StoreMaker:
    """Write small stores, each into a directory of its own."""

    def make(files: Mapping[str, object]) -> Path:
        directory = tmp_path / f"store-{len(list(tmp_path.glob('store-*'))) + 1}"
        for name, content in files.items():
            file = directory / name
            file.parent.mkdir(parents=True, exist_ok=True)
            text = (
                textwrap.dedent(content)
                if isinstance(content, str)
                else yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
            )
            file.write_text(text, encoding="utf-8")
        return directory

    return make
