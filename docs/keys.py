"""Write the keys of `narcotl browse` into its document, from the bindings themselves."""

import cog

from narcotl.tui.keys import GROUPS, written


def keys() -> None:
    """Write a table for each place where keys work."""
    for title, bindings in GROUPS:
        cog.outl(f"\n**{title}**\n\n| key | what it does |\n|---|---|")
        for binding in bindings:
            cog.outl(f"| {written(binding)} | {binding.tooltip} |")
    cog.outl("")
