"""Everything in the shipped store is cited, down to the paragraph of something that was read."""

from narcotl.model.claim import Claim
from narcotl.model.correction import Correction
from narcotl.model.figure import Figure
from narcotl.model.source import Source
from tests.corpus.documents import LOCATOR, PARAGRAPHS, need_documents, numbers
from tests.corpus.paragraphs import read
from tests.corpus.shipped import Shipped, citations


def test_the_store_reads_without_a_problem(shipped: Shipped) -> None:
    assert [str(problem) for problem in shipped.problems] == []


def test_every_reference_finds_its_record(shipped: Shipped) -> None:
    lost = [
        f"{field} in line {line}: {target}"
        for _, target, field, _, loose, line, _ in shipped.references
        if not loose and target not in shipped.by_id
    ]
    assert lost == []


def test_no_id_is_used_twice(shipped: Shipped) -> None:
    ids = [record.id for record in shipped.records]
    assert sorted({name for name in ids if ids.count(name) > 1}) == []


def test_every_record_cites(shipped: Shipped) -> None:
    """The five documents and what was looked up outside them are where chains end; a derived figure has its formula."""
    silent = [
        record.id
        for record in shipped.records
        if not citations(record)
        and not (isinstance(record, Source) and (record.id in PARAGRAPHS or record.outside))
        and not (isinstance(record, Figure) and record.derived and record.note)
    ]
    assert silent == []


def test_every_position_and_every_correction_rests_on_something(shipped: Shipped) -> None:
    assert [claim.id for claim in shipped.of(Claim) if not claim.positions] == []
    assert [correction.id for correction in shipped.of(Correction) if not correction.basis] == []


def test_every_chain_ends_in_something_that_was_read(shipped: Shipped) -> None:
    read_ones = {source.id for source in shipped.of(Source) if source.read}
    unread = [
        f"{record.id}: {' > '.join(citation.chain)}"
        for record in shipped.records
        for citation in citations(record)
        if citation.chain[-1] not in read_ones
    ]
    assert unread == []


def test_every_citation_says_where(shipped: Shipped) -> None:
    nowhere = [
        f"{record.id}: {' > '.join(citation.chain)}"
        for record in shipped.records
        for citation in citations(record)
        if not citation.locator
    ]
    assert nowhere == []


def test_every_locator_into_a_document_names_paragraphs_that_exist(shipped: Shipped) -> None:
    wrong = [
        f"{record.id}: {citation.chain[-1]} {citation.locator}"
        for record in shipped.records
        for citation in citations(record)
        if citation.chain[-1] in PARAGRAPHS and not points(citation.locator or "", PARAGRAPHS[citation.chain[-1]])
    ]
    assert wrong == []


def points(locator: str, last: int) -> bool:
    """Tell whether a locator names at least one paragraph, every span forwards, and none past the last."""
    spans = [(int(first), int(end or first)) for first, end in LOCATOR.findall(locator)]
    return bool(spans) and all(first <= end for first, end in spans) and numbers(locator) <= set(range(1, last + 1))


def test_the_documents_have_as_many_paragraphs_as_the_locators_assume() -> None:
    assert {name: len(read(path)) for name, path in need_documents().items()} == PARAGRAPHS
