"""Chains of sources in full: the origin by name, who cites it, and what of it was read."""

from collections.abc import Iterable

from narcotl.reports import cells
from narcotl.reports.records import Records
from narcotl.reports.report import Row

READ = "SELECT id FROM records WHERE kind = 'source' AND status = 'read' AND id IN ({marks})"


def read_works(records: Records, citations: Iterable[Row]) -> frozenset[str]:
    """Give the ids of those works in chains that the authors of the store had in hand."""
    works = {link["id"] for citation in citations for link in (citation["source"], *citation.get("via", ()))}
    found = records.table(READ.format(marks=", ".join("?" * len(works))), sorted(works))
    return frozenset(work for (work,) in found)


def chain(citation: Row, read: frozenset[str]) -> str:
    """Write a chain: `Title (id), as cited in other, as cited in seed-002 (read), par. 3`."""
    links = [citation["source"], *citation.get("via", ())]
    marks = [" (read)" if link["id"] in read else "" for link in links]
    first = f"{cells.name(links[0])} ({links[0]['id']}{', read' if marks[0] else ''})"
    rest = [f"{link['id']}{mark}" for link, mark in zip(links[1:], marks[1:], strict=True)]
    where = f", {citation['locator']}" if citation.get("locator") else ""
    return ", as cited in ".join([first, *rest]) + where
