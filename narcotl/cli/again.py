"""Write the filters of a command line as they would be typed for another command."""

import shlex

from narcotl.cli.options import Filters

NAMES = (
    *("region", "actor", "with", "since", "until", "during", "date", "on"),
    *("topic", "kind", "status", "tag", "source", "text", "where"),
)
"""The options that filter, by the names that users type."""


def again(filters: Filters) -> str:
    """Write the filters that are given; how many rows are wanted in which order is left out."""
    words: list[str] = []
    for name in NAMES:
        value = getattr(filters, "together" if name == "with" else name)
        for one in [value] if isinstance(value, str) else value or ():
            words += [f"--{name}", shlex.quote(one)]
    words += ["--certain"] * filters.certain + ["--no-units"] * filters.no_units
    return " ".join(words)
