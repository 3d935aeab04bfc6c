"""`narcotl export`: the store, or what filters leave of it, in the formats of other tools."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

from narcotl.cli.complain import complain
from narcotl.cli.declared import Argument, Option, OptionGroup
from narcotl.cli.options import Filters, Stores, Today
from narcotl.errors import UsageError
from narcotl.exports.material import Notes
from narcotl.exports.registry import EXPORTS, Shape, Target, loaded, target_named
from narcotl.library.chosen import Chosen
from narcotl.render.replacing import placing, replacing

if TYPE_CHECKING:
    from narcotl.exports.registry import FileExport, TextExport


class Destination(OptionGroup):
    """Where an export goes."""

    output: Annotated[
        Path | None,
        Option("--output", "-o", help="Write to this file, or this folder.", show_default=False),
    ] = None


def targets(incomplete: str) -> list[str]:
    """Complete a format."""
    return [target.value for target in Target if target.value.startswith(incomplete)]


def export(
    name: Annotated[str, Argument(help=f"One of: {', '.join(Target)}.", metavar="FORMAT", autocompletion=targets)],
    filters: Filters,
    today: Today,
    destination: Destination,
    stores: Stores,
) -> None:
    """Write the store in a format that other tools read.

    The filters choose among events, claims and figures; the places, actors, sources and measures that these name
    come along. What a format cannot hold is reported on standard error. As jsonl a store can be read back with --store.

    Example: narcotl export geojson --region andes --output andes.geojson
    """
    target = target_named(name)
    shape, output = EXPORTS[target].shape, destination.output
    if output is None and shape is not Shape.TEXT:
        raise UsageError(
            f"export {target.value} writes a {shape.value}, not a text", f"Name the {shape.value} with --output."
        )
    module = loaded(target)
    library = stores.open()
    chosen = Chosen(library.index, filters.asked(), today.day(), today.day() if today.as_of else None)
    notes = Notes()
    if shape is Shape.TEXT:
        pieces = cast("TextExport", module).text(chosen, notes)
        print_out(pieces) if output is None else put(pieces, output)
    elif output is not None:
        with placing(output, folder=shape is Shape.FOLDER) as path:
            cast("FileExport", module).write(chosen, notes, path)
    for line in notes.lines():
        complain(line)


def put(pieces: Iterator[str], path: Path) -> None:
    """Write a text to a file."""
    with replacing(path) as stream:
        stream.writelines(pieces)


def print_out(pieces: Iterator[str]) -> None:
    """Write a text to standard output: in UTF-8, whatever a terminal has, since the formats ask for it."""
    stream = sys.stdout
    if stream is None:
        raise UsageError("standard output is closed", "Name a file with --output.")
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8")
    stream.writelines(pieces)
    stream.flush()
