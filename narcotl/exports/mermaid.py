"""Mermaid: the network of actors as a diagram that GitHub and many editors draw."""

import re
from collections.abc import Iterator
from typing import Final

from narcotl.exports.material import Material, Notes
from narcotl.exports.network import network
from narcotl.reports.harmless import clean

MOST_EDGES: Final = 500
MOST_TEXT: Final = 50_000
"""What Mermaid draws unless its page is told to draw more; a diagram cannot raise either."""
_MARKUP: Final = re.compile(r"[^\w ,.:()/'+\-]|(?<=^)[+\-]|(?<=^\d)[.)]|(?<=^\d\d)[.)]|(?<=^\d{4})[.)]")
"""What could be markup: all but letters and the commonest marks, and what would begin a list."""


def text(material: Material, notes: Notes) -> Iterator[str]:
    """Give the diagram, an actor or a tie a line."""
    found = network(material, notes)
    if len(found.ties) > MOST_EDGES:
        notes.remark(
            f"{len(found.ties)} ties: Mermaid draws {MOST_EDGES} unless `maxEdges` is raised where it is shown; "
            "filters make fewer"
        )
    numbers = {name: f"n{number}" for number, name in enumerate(found.actors, 1)}
    size = 0
    for line in (
        "graph LR\n",
        *(f'  {numbers[name]}["{label(actor["name"])}"]\n' for name, actor in found.actors.items()),
        *(
            f'  {numbers[one]} ---|"{label(tie.label())}"| {numbers[other]}\n'
            for (one, other), tie in found.ties.items()
        ),
    ):
        size += len(line)
        yield line
    if size > MOST_TEXT:
        notes.remark(f"{size:,} characters: Mermaid draws {MOST_TEXT:,} unless `maxTextSize` is raised as well")


def label(text: str) -> str:
    """Write a text so that nothing in it is markup: other characters by their number."""
    return _MARKUP.sub(lambda found: f"#{ord(found[0])};", " ".join(clean(text).split()))
