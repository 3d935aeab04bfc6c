"""What questions to a large store cost: the same few statements and rows, and no walk through all records."""

import time
from pathlib import Path
from unittest import mock

import pytest

from benchmarks.generate import Form, generate
from tests.front_door import ask
from tests.index.counting import counted

SMALL, LARGE = 300, 3_000
"""Events; there are a fifth as many claims and figures."""
NARROW: tuple[tuple[str, ...], ...] = (
    ("timeline", "--region", "state-1-3", "--during", "1980s"),
    ("timeline", "--region", "land-1", "--actor", "person-7", "--during", "1980s"),
    ("timeline", "--region", "state-1-3", "--actor", "person-7"),
    ("timeline", "--region", "state-1-3", "--certain", "--limit", "50"),
    ("timeline", "--region", "land-1", "--during", "1980s", "--limit", "50"),
    ("timeline", "--actor", "not:agency-0", "--actor", "person-7"),
    ("timeline", "--date", "1984-11-26", "--limit", "50"),
    ("timeline", "--topic", "opium", "--status", "disputed", "--limit", "50"),
    ("timeline", "--source", "work-3", "--limit", "50"),
    ("timeline", "--on", "11-26", "--limit", "50"),
    ("timeline", "--limit", "50"),
    ("figures", "--region", "land-1", "--during", "1980s", "--limit", "50"),
    ("figures", "--measure", "planted", "--agency", "agency-3", "--limit", "50"),
    ("claims", "--by", "person-7", "--limit", "50"),
    ("claims", "--about", "event-2090"),
    ("event", "event-7"),
    ("search", "person", "--limit", "20"),
)
WHOLE: tuple[tuple[str, ...], ...] = (
    ("stats",),
    ("stats", "--by", "topic"),
    ("stats", "--by", "year,region"),
    ("region", "--limit", "50"),
    ("actor", "--limit", "50"),
)
"""What counts every event."""
NOT_RECORDS = (
    *("SCAN s", "SCAN v", "SCAN CONSTANT ROW", "SCAN files", "SCAN found", "SCAN counted", "SCAN words", "SCAN f"),
    *("SCAN (subquery", "SCAN meta", "SCAN problems"),
)
"""Small tables, what a query makes for itself, and the full text, which is not walked through in spite of the word."""


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """Make a small store and a large one, and their indexes."""
    folder = tmp_path_factory.mktemp("generated")
    found = {size: folder / str(size) for size in (SMALL, LARGE)}
    later = time.time_ns() + 10_000_000_000
    for size, store in found.items():
        generate(store, size, Form.JSONL)
        # What was written just now would be read again, in case that it is written once more.
        with mock.patch("time.time_ns", return_value=later):
            assert ask("timeline", "--limit", "1", "--json", "--store", str(store)).status == 0
    return found


def asking(question: tuple[str, ...], store: Path) -> tuple[str, ...]:
    return (*question, "--json", "--store", str(store))


@pytest.mark.parametrize("question", NARROW, ids=" ".join)
def test_no_question_walks_through_all_records(question: tuple[str, ...], stores: dict[int, Path]) -> None:
    with counted() as cost:
        answer = ask(*asking(question, stores[LARGE]))
    assert answer.status == 0
    assert answer.json, "something is found"
    for statement, steps in cost.plans():
        walks = [step for step in steps if step.startswith("SCAN") and not step.startswith(NOT_RECORDS)]
        assert walks == [], statement


@pytest.mark.parametrize("question", WHOLE, ids=" ".join)
def test_what_counts_everything_reads_indexes_in_order(question: tuple[str, ...], stores: dict[int, Path]) -> None:
    with counted() as cost:
        answer = ask(*asking(question, stores[LARGE]))
    assert answer.json, "something is found"
    made = ("MATERIALIZE ", "CO-ROUTINE ", "SETUP ", "RECURSIVE STEP")
    for statement, steps in cost.plans():
        own = {step.split()[1] for step in steps if step.startswith(made)} | {"b", "c", "d", "t", "parts"}
        walks = [step for step in steps if step.startswith("SCAN") and step.split()[1] not in own]
        assert [step for step in walks if not step.startswith((*NOT_RECORDS, "SCAN region_reach"))] == [], statement
    assert cost.texts <= 150, "50 entities, and the first and the last event of each"
    assert len(cost.statements) <= 25


@pytest.mark.parametrize("question", NARROW, ids=" ".join)
def test_with_an_index_no_file_of_the_store_is_opened(question: tuple[str, ...], stores: dict[int, Path]) -> None:
    with counted() as cost:
        ask(*asking(question, stores[LARGE]))
    assert [path for path in cost.opened if str(stores[LARGE]) in path] == []
    assert len(cost.connections) == 1


@pytest.mark.parametrize("question", [asked for asked in NARROW if "--limit" in asked], ids=" ".join)
def test_a_limit_bounds_statements_and_texts(question: tuple[str, ...], stores: dict[int, Path]) -> None:
    limit = int(question[question.index("--limit") + 1])
    with counted() as cost:
        ask(*asking(question, stores[LARGE]))
    assert cost.texts <= limit
    assert len(cost.statements) <= 20 + (limit if question[0] == "search" else 0)


@pytest.mark.parametrize(
    "question",
    [
        ("event", "event-7"),
        ("timeline", "--limit", "50"),
        ("timeline", "--region", "province-1-3-2", "--during", "1984"),
        ("timeline", "--actor", "agency-0", "--region", "province-1-3-2", "--limit", "50"),
    ],
    ids=" ".join,
)
def test_ten_times_as_many_records_are_no_more_work(question: tuple[str, ...], stores: dict[int, Path]) -> None:
    steps = {}
    for size, store in stores.items():
        with counted() as cost:
            ask(*asking(question, store))
        steps[size] = cost.steps
    assert steps[LARGE] < 3 * steps[SMALL] + 1000


@pytest.mark.parametrize(
    "question", ["What did Agency 2 do about opium in Land 3 in 1984?", "Who was arrested in State 1.3 in the 1980s?"]
)
def test_a_question_in_plain_words_looks_at_few_records(question: str, stores: dict[int, Path]) -> None:
    with counted() as cost:
        answer = ask(*asking(("ask", question), stores[LARGE]))
    assert answer.json, "something is found"
    assert len(cost.statements) <= 80
    assert cost.rows <= 5_000
    assert cost.texts <= 20, "only the answers are read as a whole"
