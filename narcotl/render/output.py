"""How the user wants an answer shown: one frozen value, made once from the shared options."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from narcotl.frozen import Frozen

if TYPE_CHECKING:
    from narcotl.render.template import Template


class Format(StrEnum):
    """The formats in which every command can answer."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MD = "md"
    YAML = "yaml"


class Shown(Frozen):
    """What the shared options of output say."""

    format: Format = Format.TABLE
    fields: tuple[str, ...] = ()
    """The paths to show, such as `id` or `regions.name`; none means what the report itself shows."""
    template: "Template" = ()
    """What a line of the user's own holds, instead of a format; empty if there is none."""
    output: Path | None = None
    """The file to write; none means standard output."""
    color: bool = True
    wide: bool = False
    """Whether a table shows its wide columns however narrow the terminal is."""
    pager: bool = False
    """Whether what is longer than the screen of a terminal goes through a pager."""
