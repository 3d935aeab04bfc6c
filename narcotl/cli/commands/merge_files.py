"""`narcotl merge-files`: what two branches made of one file, united record by record, as a merge driver of git."""

import codecs
from pathlib import Path
from typing import Annotated

from narcotl.cli.answer import show
from narcotl.cli.complain import complain
from narcotl.cli.declared import Argument, Option
from narcotl.cli.edited import DryRun
from narcotl.cli.options import Output
from narcotl.editing.files import Change, contents, write
from narcotl.errors import ExitStatus, UsageError
from narcotl.history.branches import Sides, merged
from narcotl.library.formatting import kind_of
from narcotl.reports import merge_files as reports
from narcotl.store.layout import SUFFIXES, StoreFile


def merge_files(
    base: Annotated[Path, Argument(help="The file before both (%O to git).", metavar="BASE")],
    ours: Annotated[Path, Argument(help="Our version, which gets the outcome (%A).", metavar="OURS")],
    theirs: Annotated[Path, Argument(help="The other version (%B).", metavar="THEIRS")],
    output: Output,
    path: Annotated[
        Path | None, Option("--path", help="Where the file belongs (%P): that says what it holds.", metavar="FILE")
    ] = None,
    dry_run: DryRun = False,
) -> int:
    """Unite what two branches made of one file of a store: record by record, and within one field by field.

    It is meant for git, as a merge driver. Where both changed one field, both versions are left between the marks of a
    conflict, and the exit status is 1; what is no sound file of a store is merged line by line, as git does.

    Example: narcotl init notes && cd notes && narcotl merge-files regions.yaml regions.yaml regions.yaml
    """
    shown = output.shown(added=reports.FIELDS)
    place = path or ours
    if place.suffix not in SUFFIXES:
        raise UsageError(f"{place} is no file of a store", "Say with --path where it belongs, as git does: --path %P.")
    data = Sides(*(needed(one) for one in (ours, base, theirs)))
    found = merged(StoreFile(path=place, kind=kind_of(place)), data)
    mark = codecs.BOM_UTF8 if data.ours.startswith(codecs.BOM_UTF8) else b""
    show(reports.merge_files(found.rows), shown)
    change = Change(path=ours, before=data.ours, after=mark + found.text.encode())
    if dry_run:
        complain("nothing was written (--dry-run)")
    else:
        write([change])
    if found.conflicts:
        complain(f"{found.conflicts} conflict{'s' * (found.conflicts > 1)} in {place}")
    return ExitStatus.NO if found.conflicts else ExitStatus.ANSWERED


def needed(path: Path) -> bytes:
    """Read a file that must be there."""
    found = contents(path)
    if found is None:
        raise UsageError(f"there is no file {path}", "Git names three that there are: %O %A %B.")
    return found
