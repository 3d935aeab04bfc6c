"""Read a YAML file piece by piece: each record that is plain quickly, any other by libyaml, and if need be all of it.

A piece is one item of the list at the top of a file. What libyaml says of a piece alone is what it says of it in the
file, unless it is not one whole item, or names or repeats something elsewhere (anchors): then libyaml reads the file.
"""

import re
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import IO, Final

from narcotl.errors import Place, Problem
from narcotl.store import plain_yaml, yaml_file
from narcotl.store.nodes import Draft, Item

BLOCK: Final = 2**20
"""How many bytes are read at a time."""
DASH: Final = "\n- "
"""Where one item of a list at the top of a file ends and the next begins."""
HEAD: Final = re.compile(r"(?: *(?:#.*)?\n)*")
UNUSUAL: Final = re.compile("[^\n\t -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Characters that YAML forbids, or takes for the end of a line, or of the text."""
PRINTABLE: Final = bytes([*b"\t\n", *range(ord(" "), ord("~") + 1)])
"""The ASCII among all others."""


def items(stream: IO[bytes], file: str) -> Iterator[Draft | Item | Problem]:
    """Read a file; see `yaml_file.items`."""
    done = 0
    for text, line in pieces(stream) if is_usual(stream) else ():
        found = plain_yaml.record(text)
        if found is not None:
            yield Draft(
                found.node, Place(file=file, line=line, column=found.column), text, partial(alone, text, line, file)
            )
        elif exact := list(alone(text, line, file)):
            yield from exact
        else:
            break
        done += 1
    else:
        if done:
            return
    stream.seek(0)
    yield from after(done, yaml_file.items(stream, file))


def after(done: int, items: Iterator[Item | Problem]) -> Iterator[Item | Problem]:
    """Leave out the items that were given before, and what was said of them, but never why a file ends early."""
    last = None
    for last in items:
        if done == 0:
            yield last
        elif not isinstance(last, Problem):
            done -= 1
    if done and last is not None:
        yield last


def is_usual(stream: IO[bytes]) -> bool:
    """Tell whether a file is a list of UTF-8 text without unusual characters; leave it at its beginning."""
    rest = b""
    try:
        while block := stream.read(BLOCK):
            whole, newline, rest = (rest + block).rpartition(b"\n")
            if has_unusual(whole + newline):
                return False
        return not has_unusual(rest)
    except UnicodeDecodeError:
        return False
    finally:
        stream.seek(0)


def has_unusual(text: bytes) -> bool:
    """Tell whether there are unusual characters in a text; fails if it is not UTF-8."""
    return bool(text.translate(None, PRINTABLE)) and UNUSUAL.search(text.decode()) is not None


def pieces(stream: IO[bytes]) -> Iterator[tuple[str, int]]:
    """Cut a file into the items of the list at its top, each with its line; leave out what stands before the first."""
    line = 1
    rest = b""
    while block := stream.read(BLOCK):
        rest += block
        cut = rest.rfind(DASH.encode()) + 1
        if cut:
            yield from cut_at_dashes(rest[:cut].decode(), line)
            line += rest.count(b"\n", 0, cut)
            rest = rest[cut:]
    yield from cut_at_dashes(rest.decode(), line)


def cut_at_dashes(text: str, line: int) -> Iterator[tuple[str, int]]:
    """Cut lines into items; only the last one of a file may end without the end of a line."""
    if line == 1 and (head := HEAD.match(text)):
        line, text = line + head[0].count("\n"), text[head.end() :]
    *others, last = text.split(DASH)
    dash = ""
    for other in others:
        yield f"{dash}{other}\n", line
        line += other.count("\n") + 1
        dash = "- "
    yield dash + last, line


def alone(text: str, line: int, file: str) -> Iterator[Item | Problem]:
    """Read an item by libyaml; nothing if it is not one whole item, or has to do with others."""
    composer = yaml_file.Composer(BytesIO(text.encode()), file, line)
    try:
        found = composer.only_item()
    except yaml_file.BadYamlError:
        return iter(())
    return iter((*composer.problems, *found) if found else ())
