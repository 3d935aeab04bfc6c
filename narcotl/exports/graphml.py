"""GraphML: the network of actors for Gephi, yEd, Cytoscape and networkx, which writes it."""

from collections.abc import Iterator

import networkx as nx

from narcotl.exports.material import Material, Notes
from narcotl.exports.network import network
from narcotl.reports.harmless import clean


def text(material: Material, notes: Notes) -> Iterator[str]:
    """Give the graph line by line."""
    found = network(material, notes)
    graph = nx.Graph()
    for name, actor in found.actors.items():
        graph.add_node(name, label=clean(actor["name"]), type=actor["type"])
    for (one, other), tie in found.ties.items():
        graph.add_edge(
            one,
            other,
            weight=tie.weight,
            label=tie.label(),
            events=" ".join(tie.events),
            roles="; ".join(tie.roles),
            same=" ".join(tie.same),
            opposite=" ".join(tie.opposite),
            between=" ".join(tie.between),
        )
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    for line in nx.generate_graphml(graph):
        yield f"{line}\n"
