"""`narcotl annotate`: a note, tags, positions or sources of one's own on a record of somebody else's store."""

import inspect
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Annotated, Any

from narcotl.cli.commands.new import GROUPS, new, option
from narcotl.cli.declared import Argument, Option
from narcotl.cli.options import Stores
from narcotl.editing.files import is_empty
from narcotl.errors import UsageError
from narcotl.library.authoring.facts import ANNOTATION
from narcotl.library.opened import stores_from_environment
from narcotl.model.vocab.base import RecordKind

BEGINNING = "# What is added to records of other stores; see `narcotl annotate --help`.\n"


def annotate(**values: Any) -> int:
    """Add a note, tags, a position or sources to a record, in a store of your own beside the one that holds it.

    The record itself stays as it is: `--store BASE --store MINE` shows both together, and says what is from where. The
    store is made if it is not there; the annotation is checked beside the base before anything is written.

    Example: narcotl annotate contra-cocaine-cia --note "Read the memoir as well." --tag thesis --into mine --dry-run
    """
    groups = {name: values.pop(name) for name in GROUPS}
    into: Path = values.pop("into")
    stores: Stores = groups.pop("stores")
    base = tuple(path for path in stores.store or stores_from_environment() if path.resolve() != into.resolve())
    if not base:
        raise UsageError("an annotation stands in another store than its record", "Name the base with --store.")
    with begun(into):
        return new(RecordKind.ANNOTATION, values, **groups, stores=stores.but(store=[*base, into]))


@contextmanager
def begun(store: Path) -> Iterator[None]:
    """Begin a store where there is none or an empty folder, and take it away again if it is still empty in the end."""
    is_there = store.exists()
    if is_there and not (store.is_dir() and is_empty(store)):
        yield
        return
    if store.suffix and not is_there:
        raise UsageError(f"there is no store {store}", "Name a folder; it is made if it is not there.")
    file = store / "annotations.yaml"
    try:
        try:
            store.mkdir(exist_ok=True)
            file.write_text(BEGINNING, encoding="utf-8")
        except OSError as error:
            raise UsageError(f"cannot make {store}: {error.strerror}", "Name another folder with --into.") from None
        yield
    finally:
        with suppress(OSError):
            # On a full disk, or after Ctrl-C, the beginning may not have come that far.
            if not file.exists() or BEGINNING.startswith(file.read_text(encoding="utf-8")):
                file.unlink(missing_ok=True)
                if not is_there:
                    store.rmdir()


PARAMETERS: dict[str, Any] = {
    "of": Annotated[str, Argument(help="The id of a record, or what it is called.", metavar="ID")],
    "into": Annotated[Path, Option("--into", help="Your own store, which gets the annotation.")],
    **{field.parameter: option(field) for field in ANNOTATION if field.name != "of"},
    **GROUPS,
}
annotate.__annotations__ = {**PARAMETERS, "return": int}
annotate.__signature__ = inspect.Signature(  # type: ignore[attr-defined]  # read by inspect.signature
    [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            annotation=annotation,
            default=inspect.Parameter.empty if name in ("of", "into", *GROUPS) else None,
        )
        for name, annotation in PARAMETERS.items()
    ]
)
