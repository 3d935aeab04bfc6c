"""Read a YAML file in pieces: each record that is plain quickly, any other by libyaml, and if need be all of it."""

from collections.abc import Iterator, Sequence
from functools import partial
from io import BytesIO
from typing import IO

from narcotl.errors import Place, Problem
from narcotl.store import cutting, plain_yaml, yaml_file
from narcotl.store.cutting import Piece
from narcotl.store.nodes import Draft, Item, Text


def items(stream: IO[bytes], file: str) -> Iterator[Draft | Item | Problem]:
    """Read a file; see `yaml_file.items`."""
    done = 0
    keys: dict[str, Text] = {}
    for piece in cutting.pieces(stream) if cutting.is_usual(stream) else ():
        if piece.key is not None and keys.setdefault(piece.key, piece.key) is not piece.key:
            break  # a key at the top that comes twice
        found = None if piece.margin is None else plain_yaml.record(piece.text, piece.margin)
        if found is not None:
            place = Place(file=file, line=piece.line, column=found.outline.column)
            yield Draft(found, place, piece.text, partial(alone, piece, file), piece.key)
            done += 1
        elif exact := alone(piece, file):
            yield from exact
            done += sum(not isinstance(item, Problem) for item in exact)
        else:
            break
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


def alone(piece: Piece, file: str) -> Sequence[Item | Problem]:
    """Read a piece by libyaml; nothing if it is not one whole piece, or has to do with others."""
    composer = yaml_file.Composer(BytesIO(piece.text.encode()), file, piece.line)
    found: list[Item | Problem] = []
    try:
        if piece.margin is not None:
            found = [(piece.key, node) for _, node in composer.only_item(len(piece.margin) + 1)]
            return [*composer.problems, *found] if found else []
        for item in yaml_file.walk(composer) if piece.key else ():
            found += (*composer.problems, item)
            composer.problems.clear()
    except yaml_file.BadYamlError:
        return []
    is_all = not composer.anchors and all(isinstance(one, Problem) or one[0] == piece.key for one in found)
    return [*found, *composer.problems] if is_all else []
