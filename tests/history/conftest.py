"""A store in a git repository of its own, written commit by commit."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

import pytest


class Committer(Protocol):
    """Write files into a store and commit them."""

    def __call__(self, subject: str, files: Mapping[str, str | None], day: str = "2020-01-01") -> str:
        """Write each file (None takes it away), commit, and give the commit."""


def git(folder: Path, *arguments: str, day: str = "2020-01-01") -> str:
    """Run git as somebody, at noon of a day."""
    noon = f"{day}T12:00:00+00:00"
    who = {"GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org", "GIT_AUTHOR_DATE": noon}
    made = {"GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org", "GIT_COMMITTER_DATE": noon}
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    command = ["git", *arguments]
    run = subprocess.run(
        command, cwd=folder, env={**os.environ, **who, **made, **quiet}, capture_output=True, check=True
    )
    return run.stdout.decode().strip()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Give the folder of a store inside a repository."""
    folder = tmp_path / "repository" / "store"
    folder.mkdir(parents=True)
    git(folder.parent, "init", "--quiet", "--initial-branch", "main")
    return folder


@pytest.fixture
def commit(store: Path) -> Committer:
    """Write and commit."""

    def write(subject: str, files: Mapping[str, str | None], day: str = "2020-01-01") -> str:
        for name, text in files.items():
            path = store / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.unlink()
            else:
                path.write_text(text, encoding="utf-8")
        git(store, "add", "--all")
        git(store, "commit", "--quiet", "--allow-empty", "--message", subject, day=day)
        return git(store, "rev-parse", "HEAD")

    return write
