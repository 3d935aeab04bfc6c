"""The shipped store and the documents fit together: nothing is left out, and what is corrected stands there."""

from narcotl.model.correction import Correction
from narcotl.model.source import Source
from tests.corpus.documents import need_documents, numbers, unlinked
from tests.corpus.paragraphs import read
from tests.corpus.shipped import Shipped, citations

CHROME = {
    ("seed-000", 1): "the title of the page",
    ("seed-002", 103): "a link to another article",
    ("seed-002", 104): "the place where the references are printed",
    ("seed-002", 105): "a template for navigation",
    ("seed-002", 106): "the key by which the article is sorted, and its categories",
    ("seed-003", 24): "an invitation to comment",
}
"""The paragraphs that tell nothing, each with what it is."""


def test_every_paragraph_but_chrome_is_cited(shipped: Shipped) -> None:
    """That the record of a work says where the work is cited does not count as telling what is said there."""
    cited = {
        (citation.chain[-1], number)
        for record in shipped.records
        if not isinstance(record, Source)
        for citation in citations(record)
        for number in numbers(citation.locator or "")
    }
    left_out = {
        (name, number): paragraph[:80]
        for name, path in need_documents().items()
        for number, paragraph in enumerate(read(path), start=1)
        if (name, number) not in cited
    }
    assert {place: text for place, text in left_out.items() if place not in CHROME} == {}
    assert [place for place in CHROME if place not in left_out] == [], "no longer chrome: a record cites it"


def test_what_a_correction_corrects_stands_where_it_says(shipped: Shipped) -> None:
    documents = {name: read(path) for name, path in need_documents().items()}
    lost = []
    for correction in shipped.of(Correction):
        target = correction.target
        if target.source in documents and target.text:
            paragraphs = [documents[target.source][number - 1] for number in numbers(target.locator or "")]
            if not any(target.text in text or target.text in unlinked(text) for text in paragraphs):
                lost.append(f"{correction.id}: {target.text}")
    assert lost == []
