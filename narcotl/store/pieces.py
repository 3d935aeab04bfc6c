"""Read a YAML file in pieces: each record that is plain quickly, any other by libyaml, and if need be all of it."""

from collections.abc import Iterator, Sequence
from functools import partial
from io import BytesIO
from typing import IO

from narcotl.errors import Place, Problem
from narcotl.model.entry import Made
from narcotl.store import cutting, plain_yaml, yaml_file
from narcotl.store.cutting import Piece, Stretch
from narcotl.store.nodes import Draft, Item, Text
from narcotl.store.stretches import Ahead, here


class TornError(Exception):
    """A piece of a file has to do with others, and libyaml reads all of it."""


def items(stream: IO[bytes], file: str, ahead: Ahead[Stretch] = here) -> Iterator[Draft | Item | Problem | Made]:
    """Read a file; see `yaml_file.items`."""
    done = 0
    try:
        for stretch, made in ahead(stretches(stream)):
            for item in of_stretch(stretch, file) if made is None else (made,):
                yield item
                done += item.size if isinstance(item, Made) else not isinstance(item, Problem)
        if done:
            return
    except TornError:
        pass
    stream.seek(0)
    yield from after(done, yaml_file.items(stream, file))


def stretches(stream: IO[bytes]) -> Iterator[Stretch]:
    """Cut a file into stretches; fails if it cannot be cut."""
    if not cutting.is_usual(stream):
        raise TornError
    keys: dict[str, Text] = {}
    for stretch in cutting.stretches(stream):
        if stretch.key is not None and keys.setdefault(stretch.key, stretch.key) is not stretch.key:
            raise TornError  # a key at the top that comes twice
        yield stretch


def of_stretch(stretch: Stretch, file: str) -> Iterator[Draft | Item | Problem]:
    """Read a stretch piece by piece; fails where one cannot be read by itself."""
    for piece in cutting.pieces(stretch):
        found = None if piece.margin is None else plain_yaml.record(piece.text, piece.margin)
        if found is not None:
            place = Place(file=file, line=piece.line, column=found.outline.column)
            yield Draft(found, place, piece.text, partial(alone, piece, file), piece.key)
        elif exact := alone(piece, file):
            yield from exact
        else:
            raise TornError


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
