"""How reports look: as tables and cards for people, and as JSON, CSV, TSV, Markdown and YAML for programs."""

from narcotl.render.output import Format, Shown
from narcotl.render.showing import show

__all__ = ["Format", "Shown", "show"]
