"""The file that is given, or standard input, with what was said about how to read it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from narcotl.errors import UsageError, did_you_mean, nearest

_HEAD: Final = 4096
RECORDS: Final = "records"
"""The table in which narcotl writes every record whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A file, which is read when it is asked for."""

    name: str
    """What messages call it."""
    path: Path | None = None
    """Where it is; none is standard input, whose bytes stand in `data`."""
    data: bytes = b""
    encoding: str | None = None
    delimiter: str | None = None
    table: str | None = None
    types: Mapping[str, str] = field(default_factory=dict)
    """What entries of a bibliography are, by their own words for it."""

    def whole(self) -> bytes:
        """Read all of it; fails if it cannot be read."""
        return self._read(-1)

    def head(self) -> bytes:
        """Read its beginning; fails if it cannot be read."""
        return self._read(_HEAD)

    def _read(self, size: int) -> bytes:
        if self.path is None:
            return self.data if size < 0 else self.data[:size]
        try:
            with self.path.open("rb") as stream:
                return stream.read(size)
        except OSError as error:
            raise UsageError(f"cannot read {self.path}: {error.strerror}", "Name a file.") from None


def file_in(folder: Path, table: str | None, suffix: str) -> Path:
    """Give the file of a table in a folder that holds one for each; fails if it has none of this name."""
    path = folder / f"{table or RECORDS}.{suffix}"
    if path.is_file():
        return path
    names = sorted(file.stem for file in folder.glob(f"*.{suffix}"))
    if not names:
        raise UsageError(f"{folder} has no files that end in .{suffix}", "Name a file.")
    raise UsageError(f"{folder} has no table '{table or RECORDS}'", hint_of(names, table or ""))


def hint_of(names: list[str], wanted: str = "") -> str:
    """Tell how to choose among tables, or which one may be meant."""
    return did_you_mean(nearest(wanted, names), f"Name one with --table; there are: {', '.join(names)}.")
