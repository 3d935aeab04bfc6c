"""Tell whether a file is still as it was when it was indexed, without reading it where that is possible."""

import os
import stat
from pathlib import Path
from typing import NamedTuple

SETTLED_NS = 2_000_000_000
"""A file younger than this when it was read may change again within the clock's resolution: look at its content."""
BLOCK = 2**18
"""How many bytes are digested at a time."""


class IndexedFile(NamedTuple):
    """A file of a store, with its place among the others."""

    path: Path
    root: str
    """The folder or file that was given as the store."""
    kind: str | None
    position: int
    """Its number in the order of reading."""


class Stamp(NamedTuple):
    """What a file looked like from outside (`status`), and a digest of what it held."""

    status: str
    digest: str


def status(path: str) -> str:
    """Describe a file from outside: size, times of change (of content, of anything), inode; `-` if it is not there."""
    try:
        found = os.stat(path)  # noqa: PTH116 - the plain call: this runs at every start
    except OSError:
        return "-"
    return f"{found.st_size}:{found.st_mtime_ns}:{found.st_ctime_ns}:{found.st_ino}:{found.st_dev}"


def size(path: str) -> int:
    """Give the size of a file in bytes; 0 if it is not there."""
    return int(status(path).partition(":")[0].replace("-", "0"))


def take(path: str, now_ns: int) -> Stamp:
    """Stamp a file that is about to be read; one too young to be trusted by its time is marked with `?`."""
    seen = status(path)
    young = seen != "-" and now_ns - max(map(int, seen.split(":")[1:3])) < SETTLED_NS
    return Stamp(status=f"{seen}?" if young else seen, digest=digest(path))


def unchanged(path: str, stamp: Stamp) -> bool:
    """Say whether a file still holds what it held when it was stamped."""
    seen = status(path)
    if seen == stamp.status:
        return True
    if seen == stamp.status.removesuffix("?") or seen.split(":")[0] == stamp.status.split(":")[0]:
        return digest(path) == stamp.digest
    return False


def digest(path: str) -> str:
    """Digest the content of a file; empty if it cannot be read, or is a pipe or a device, which might never end."""
    try:
        # What `hashlib` gives, without OpenSSL, which takes longer to load than a small store to digest.
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b

    seen = blake2b(digest_size=16)
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - as above
            return ""
        with open(path, "rb") as stream:  # noqa: PTH123 - as above
            while block := stream.read(BLOCK):
                seen.update(block)
    except OSError:
        return ""
    return seen.hexdigest()
