"""`narcotl init`: a store of one's own."""

from pathlib import Path
from typing import Annotated

from narcotl.cli.answer import show
from narcotl.cli.complain import complain
from narcotl.cli.declared import Argument, Option
from narcotl.cli.options import Output
from narcotl.editing.files import write
from narcotl.editing.starting import first_files
from narcotl.reports import init as reports
from narcotl.schema.store import store_schema
from narcotl.store.layout import FILE_KINDS, SETTINGS


def init(
    folder: Annotated[Path, Argument(help="A new or empty folder.", metavar="DIR")],
    output: Output,
    title: Annotated[str, Option("--title", help="The title of the store.", show_default=False)] = "",
    dry_run: Annotated[bool, Option("--dry-run", help="Only say what would be written.")] = False,
) -> None:
    """Make a small store that runs at once: invented records with comments, and schemas by which editors complete it.

    Example: narcotl init history --dry-run
    """
    schemas = {name: store_schema(name) for name in (SETTINGS, *FILE_KINDS)}
    changes = first_files(folder, title, schemas)
    shown = output.shown(added=reports.FIELDS)
    if not dry_run:
        write(changes)
    show(reports.init((change.path, change.after or b"") for change in changes), shown)
    said = "nothing was written (--dry-run)" if dry_run else f"try: narcotl timeline --store {folder}"
    complain(said)
