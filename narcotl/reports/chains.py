"""Chains of sources in full: the origin by name, who cites it, and what of it was read."""

from collections.abc import Iterable, Mapping

from narcotl.reports import cells
from narcotl.reports.records import Records
from narcotl.reports.report import Row, Works
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


def works(citation: Row) -> Works:
    """Give the ids of a chain, which name its works where it is written."""
    return [(link["id"], link["id"]) for link in (citation["source"], *citation.get("via", ())) if link]


def linking(text: str) -> Works:
    """Give the ids of a chain that is written already: each stands behind a bracket or those words."""
    parts = text.replace(" (", "\n(").replace(", as cited in ", "\n(").split("\n(")[1:]
    ids = [part.split(" ")[0].rstrip(",)") for part in parts]
    return [(known, known) for known in ids]


def work(reference: Row | None) -> Works:
    """Give the ways to write one source: by its name, or by its id where there is little room."""
    return [(cells.name(reference), reference["id"]), (reference["id"],) * 2] if reference else []


def titled(row: Row) -> Works:
    """Name a source by its title; any other record names none."""
    return [(str(row["title"]), row["id"])] if row["kind"] == "source" else ()


def addresses(records: Records, ids: Iterable[str]) -> Mapping[str, str]:
    """Find where sources can be read: at their own address, or where that is archived."""
    found = {row["id"]: row.get("url") or row.get("archive_url") for row in records.get(list(ids))}
    return {known: address for known, address in found.items() if address}


def chain(citation: Row, read: frozenset[str]) -> str:
    """Write a chain and where in its last work the words stand."""
    where = f", {citation['locator']}" if citation.get("locator") else ""
    return linked(citation, read) + where
