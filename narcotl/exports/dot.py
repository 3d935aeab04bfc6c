"""DOT: the network of actors for Graphviz."""

from collections.abc import Iterator

from narcotl.exports.material import Material, Notes
from narcotl.exports.network import network
from narcotl.reports.harmless import clean


def text(material: Material, notes: Notes) -> Iterator[str]:
    """Give the graph, an actor or a tie a line."""
    found = network(material, notes)
    yield 'graph narcotl {\n  graph [overlap=false];\n  node [shape=box, fontname="sans-serif"];\n'
    for name, actor in found.actors.items():
        yield f"  {quoted(name)} [label={quoted(actor['name'])}, class={quoted(actor['type'])}];\n"
    for (one, other), tie in found.ties.items():
        yield (
            f"  {quoted(one)} -- {quoted(other)} "
            f"[weight={tie.weight}, penwidth={min(tie.weight, 10)}, tooltip={quoted(tie.label())}];\n"
        )
    yield "}\n"


def quoted(text: str) -> str:
    """Write a text in quotes, in which nothing is an escape of Graphviz; on one line."""
    plain = " ".join(clean(text).split())
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
