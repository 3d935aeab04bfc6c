"""The views of sources, of the chains that lead to them, and of corrections."""

from typing import Final

from narcotl.index.views.shape import FILE, ID, SORT, Column, View, dated, named, of_kind, plain, reference, stated
from narcotl.select.kinds import ANY_KIND

POSTED: Final = (
    "main.headings h CROSS JOIN main.posted p ON p.heading = h.heading JOIN main.records r ON r.number = p.number "
    f"WHERE h.facet = '{{facet}}' AND h.kind IN {ANY_KIND}"
)
"""The records that bear words of a facet, word by word."""
SOURCES: Final = (
    View(
        "sources",
        "works that say something",
        of_kind("source"),
        (
            ID,
            Column("type", "r.type", "book, report, interview, ..."),
            Column("title", "r.name", "its title"),
            *dated("issued", "when it came out"),
            stated("container", "the journal, newspaper, book or site that it appeared in"),
            stated("publisher", "who published it"),
            stated("url", "where it is to be found"),
            stated("read", "1 if the authors of the store had it in hand"),
            stated("outside", "1 if it was only looked up to check the material"),
            *named("json_extract(r.json, '$.part_of.id')", "part_of", "the work that it is a part of"),
            SORT,
            *FILE,
        ),
    ),
    View(
        "source_authors",
        "who wrote a source",
        "main.records r, json_each(r.json, '$.author') i LEFT JOIN main.records a ON a.id = COALESCE("
        "json_extract(i.value, '$.ref'), json_extract(i.value, '$.id')) WHERE r.kind = 'source'",
        (
            Column("source", "r.id", "the source (id)"),
            Column("actor", "a.id", "the author, if there is a record (id)"),
            Column("name", "COALESCE(a.name, json_extract(i.value, '$.ref'))", "the author by name"),
        ),
    ),
    View(
        "citations",
        "on which chain of sources a record rests; one row a chain",
        "main.citations c JOIN main.records r ON r.id = c.record",
        (
            Column("record", "c.record", "what rests on it (id)"),
            Column("kind", "r.kind", "the kind of that record"),
            Column("part", "c.part", "the position of a claim that rests on it; null for the record"),
            *reference("c", "origin", "origin", "the first link: who says so"),
            Column("last", "c.last", "the last link, which was in hand (id)"),
            Column("chain", "c.chain", "all links, from the origin to the last (ids, with spaces between)"),
            *plain("where in the work in hand", "locator", table="c"),
            *plain("how sure the citation is", "confidence", table="c"),
        ),
    ),
    View(
        "record_sources",
        "every source that is anywhere in a chain of a record",
        POSTED.format(facet="source"),
        (
            Column("record", "r.id", "what rests on it (id)"),
            Column("kind", "r.kind", "the kind of that record"),
            *reference("h", "value", "source", "the source"),
        ),
    ),
    View(
        "corrections",
        "what is wrong in a source or a record",
        of_kind("correction"),
        (
            ID,
            Column("type", "r.type", "wrong-name, arithmetic, ..."),
            stated("says", "what stands there"),
            stated("should_be", "what should"),
            stated("certainty", "certain, probable, suspected"),
            *named("json_extract(r.json, '$.target.source.id')", "source", "the source that is wrong"),
            stated("wording", "its wording", "target.text"),
            *FILE,
        ),
    ),
    View(
        "corrected",
        "on which records a correction is shown",
        "main.corrected c JOIN main.records r ON r.id = c.target",
        (
            Column("record", "c.target", "the record (id)"),
            Column("kind", "r.kind", "its kind"),
            Column("correction", "c.record", "the correction (id)"),
        ),
    ),
    View(
        "annotations",
        "what is added to records, mostly by another store",
        of_kind("annotation"),
        (
            ID,
            *named("json_extract(r.json, '$.of.id')", "record", "the record that is annotated"),
            stated("note", "what is said"),
            stated("by", "who says so"),
            *dated("made", "when it was written"),
            stated("layer", "the store that it is from, if it is not the first one"),
            *FILE,
        ),
    ),
    View(
        "record_tags",
        "the tags that records bear by annotations",
        POSTED.format(facet="tag"),
        (
            Column("record", "r.id", "the record (id)"),
            Column("kind", "r.kind", "its kind"),
            Column("tag", "h.value", "the tag"),
        ),
    ),
)
