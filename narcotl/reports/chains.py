"""Chains of sources in full: the origin by name, who cites it, and what of it was read."""

from collections.abc import Iterable

from narcotl.reports import cells
from narcotl.reports.records import Records
from narcotl.reports.report import Row
from narcotl.select.batches import marks

READ = "SELECT id FROM records WHERE kind = 'source' AND status = 'read' AND id IN ({marks})"


def read_works(records: Records, citations: Iterable[Row]) -> frozenset[str]:
    """Give the ids of those works in chains that the authors of the store had in hand."""
    works = {link["id"] for citation in citations for link in (citation["source"], *citation.get("via", ()))}
    found = records.table(READ.format(marks=marks(works)), sorted(works))
    return frozenset(work for (work,) in found)


def linked(citation: Row, read: frozenset[str] = frozenset()) -> str:
    """Write a chain: `Title (id), as cited in other, as cited in seed-002 (read)`."""
    origin = citation["source"]
    first = f"{cells.name(origin)} ({origin['id']}{', read' if origin['id'] in read else ''})"
    rest = [f"{link['id']}{' (read)' if link['id'] in read else ''}" for link in citation.get("via", ())]
    layer = f" [{citation['layer']}]" if citation.get("layer") else ""
    return ", as cited in ".join([first, *rest]) + layer


def chain(citation: Row, read: frozenset[str]) -> str:
    """Write a chain and where in its last work the words stand."""
    where = f", {citation['locator']}" if citation.get("locator") else ""
    return linked(citation, read) + where
