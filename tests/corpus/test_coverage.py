"""The shipped store and the documents fit together: nothing is left out, and what is corrected stands there."""

from narcotl.model.claim import Claim
from narcotl.model.correction import Correction
from narcotl.model.event import Event
from narcotl.model.figure import Figure
from tests.corpus.documents import need_documents, numbers, unlinked
from tests.corpus.paragraphs import read
from tests.corpus.shipped import Shipped, citations

CHROME = {
    ("seed-000", 1): "the title of the page",
    ("seed-002", 103): "a link to another article",
    ("seed-002", 104): "the place where the references are printed",
    ("seed-002", 105): "a template for navigation",
    ("seed-002", 106): "the key by which the article is sorted, and its categories",
    ("seed-003", 6): "an advertisement",
    ("seed-003", 22): "a line about the author, told in his record",
    ("seed-003", 23): "the advertisement again",
    ("seed-003", 24): "an invitation to comment",
}
"""The paragraphs that tell nothing, each with what it is."""


def test_every_paragraph_but_chrome_is_told(shipped: Shipped) -> None:
    """An event, a claim or a figure tells it; that an actor or a work is named there is not enough."""
    told = {
        (citation.chain[-1], number)
        for record in (*shipped.of(Event), *shipped.of(Claim), *shipped.of(Figure))
        for citation in citations(record)
        for number in numbers(citation.locator or "")
    }
    left_out = {
        (name, number): paragraph[:80]
        for name, path in need_documents().items()
        for number, paragraph in enumerate(read(path), start=1)
        if (name, number) not in told
    }
    assert {place: text for place, text in left_out.items() if place not in CHROME} == {}
    assert [place for place in CHROME if place not in left_out] == [], "no longer chrome: a record tells it"


def test_what_a_correction_corrects_stands_where_it_says(shipped: Shipped) -> None:
    documents = {name: read(path) for name, path in need_documents().items()}
    lost = []
    for correction in shipped.of(Correction):
        target = correction.target
        if target.source in documents and target.text:
            named = numbers(target.locator or "")
            paragraphs = [text for number, text in enumerate(documents[target.source], start=1) if number in named]
            if not any(target.text in text or target.text in unlinked(text) for text in paragraphs):
                lost.append(f"{correction.id}: {target.text}")
    assert lost == []
