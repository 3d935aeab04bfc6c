"""Ask git about the repository that a store is kept in; nothing is ever written there."""

import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from narcotl.errors import UsageError

GIT: Final = (
    "git",
    "--no-pager",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "protocol.allow=never",
)
"""Nothing that a repository says may start a program or reach a network."""
PRETTY: Final = "%x01%H%x00%P%x00%an%x00%aI%x00%s%x00"
HEAD: Final = 5
"""How many fields that prints of a commit."""
NOBODY: Final = "0" * 40
"""The object of a file that is not there."""
MISSING: Final = "Install git; narcotl asks it for earlier states of a store."


class Commit(NamedTuple):
    """One commit."""

    id: str
    parents: int
    """How many it has: none for the first one, several for a merge."""
    author: str
    date: str
    """When it was written, as ISO 8601 has it."""
    subject: str


class Step(NamedTuple):
    """What a commit did, seen from one of its parents: the files that differ, each as an object."""

    commit: Commit
    before: dict[str, str]
    after: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """The repository that a store lies in."""

    root: Path
    path: str
    """The store in it, relative to its root, as git writes paths; empty if the store is all of it."""

    @property
    def pathspec(self) -> str:
        """The store as git takes paths, without magic."""
        return f":(literal){self.path}" if self.path else "."

    def ask(self, *arguments: str) -> bytes:
        """Run git, and give what it prints; fails with what git says."""
        answer = run(self.root, arguments)
        if answer.returncode:
            said = answer.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ").splitlines()
            raise UsageError(f"git: {said[0] if said else 'it failed'}", "Ask git about it in the folder of the store.")
        return answer.stdout

    def commit(self, revision: str) -> str | None:
        """Give the commit that a revision means: a hash, a branch, a tag, `HEAD~3`; None if git knows none."""
        found = run(self.root, ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"))
        return found.stdout.decode().strip() or None if found.returncode == 0 else None

    def last_before(self, moment: str) -> str | None:
        """Give the last commit on the branch until a moment, which is an ISO date with a time."""
        return self.ask("rev-list", "-1", f"--until={moment}", "HEAD").decode().strip() or None

    def is_shallow(self) -> bool:
        """Say whether the clone leaves out the beginning of the history."""
        return self.ask("rev-parse", "--is-shallow-repository").strip() == b"true"

    def steps(self) -> Iterator[Step]:
        """Give what each commit did to the files of the store, the newest first; a merge has a step for each parent."""
        if self.commit("HEAD") is None:
            return
        how = ("--topo-order", "--full-history", "-m", "--raw", "-z", "--no-abbrev", "--no-renames")
        told = self.ask("log", *how, f"--format={PRETTY}", "HEAD", "--", self.pathspec)
        for entry in told.decode("utf-8", "replace").split("\x01")[1:]:
            parts = entry.split("\0")
            commit, parents, author, date, subject = parts[:HEAD]
            raw = [part.lstrip("\n") for part in parts[HEAD:]]
            files = {
                raw[place + 1]: (None if head.split()[2] == NOBODY else head.split()[2], head.split()[3])
                for place, head in enumerate(raw[:-1])
                if head.startswith(":")
            }
            yield Step(
                commit=Commit(commit, len(parents.split()), author, date, subject),
                before={path: old for path, (old, _) in files.items() if old is not None},
                after={path: new for path, (_, new) in files.items() if new != NOBODY},
            )

    def blobs(self, commit: str) -> dict[str, str]:
        """Give the files of the store at a commit: path in the repository -> object; symbolic links are left out."""
        listed = self.ask("ls-tree", "-r", "-z", "--full-tree", commit, "--", self.path or ".").decode(
            "utf-8", "replace"
        )
        entries = (line.split("\t", 1) for line in listed.split("\0") if line)
        return {path: head.split()[2] for head, path in entries if head.startswith("100")}

    def contents(self, objects: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Give what objects hold, one after the other."""
        names = "".join(f"{name}\n" for name in dict.fromkeys(objects))
        if not names:
            return
        with tempfile.TemporaryFile() as given:
            given.write(names.encode())
            given.seek(0)
            with subprocess.Popen(  # noqa: S603 - git, with arguments of our own
                (*GIT, "cat-file", "--batch"), cwd=self.root, stdin=given, stdout=subprocess.PIPE, env=environment()
            ) as process:
                stream = process.stdout
                while stream is not None and (head := stream.readline().split()):
                    yield head[0].decode(), stream.read(int(head[2]))
                    stream.read(1)

    def extract(self, commit: str, folder: Path) -> Path:
        """Write the store as it was at a commit into a folder, and give its path there; fails if it was not there."""
        blobs = self.blobs(commit)
        if not blobs:
            raise UsageError(f"there was no store at {commit}")
        # Not `git archive`, which runs the filters that a repository may name.
        paths: dict[str, list[str]] = {}
        for path, blob in blobs.items():
            paths.setdefault(blob, []).append(path)
        for blob, data in self.contents(paths):
            for path in paths[blob]:
                file = folder / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
        return folder / self.path


def environment() -> dict[str, str]:
    """Give the environment of git: in its own language, without locks and questions."""
    return {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}


def run(folder: Path, arguments: Sequence[str]) -> "subprocess.CompletedProcess[bytes]":
    """Run git in a folder."""
    try:
        command = (*GIT, *arguments)
        return subprocess.run(command, cwd=folder, capture_output=True, env=environment(), check=False)  # noqa: S603 - git; what was typed stands after --end-of-options or as a path
    except FileNotFoundError:
        raise UsageError("git is not installed", MISSING) from None


def repository(store: Path) -> Repository:
    """Find the repository that a store lies in; fails if it lies in none."""
    path = Path(os.path.realpath(store))
    folder = path if path.is_dir() else path.parent
    found = run(folder, ("rev-parse", "--show-toplevel"))
    if found.returncode:
        said = found.stderr.decode("utf-8", "replace")
        if "dubious ownership" in said:
            raise UsageError(f"git does not trust the owner of {folder}", "See `git help config` on safe.directory.")
        raise UsageError(f"the store {store} lies in no git repository", "Name two folders or files to compare them.")
    root = Path(os.path.realpath(os.fsdecode(found.stdout.rstrip(b"\n"))))
    relative = path.relative_to(root).as_posix()
    return Repository(root=root, path="" if relative == "." else relative)
