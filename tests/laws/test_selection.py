"""What an index answers is what the records say, for every condition that can be built."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from narcotl.library.opened import Library, open_library
from narcotl.select.selection import Selection, Sort
from narcotl.select.where import About, All, Any, InRegion, Labelled, Not, Positioned, Where, WithActor, Within
from tests.laws.naive import CERTAIN, POSSIBLE, Naive, spans
from tests.laws.stores import ACTORS, KINDS, REGIONS, SOURCES, STATUSES, TOPICS, Store, ids, stores, written

ENDS = st.integers(1940, 2005).map(lambda year: year * 10_000 + 101)
LEAVES: st.SearchStrategy[Where] = st.one_of(
    st.sampled_from(ids("region", REGIONS)).map(InRegion),
    st.builds(WithActor, st.sampled_from(ids("actor", ACTORS)), st.booleans()),
    st.builds(Labelled, st.just("kind"), st.sampled_from(KINDS)),
    st.builds(Labelled, st.just("status"), st.sampled_from(STATUSES)),
    st.builds(Labelled, st.just("topic"), st.sampled_from(TOPICS)),
    st.builds(Labelled, st.just("source"), st.sampled_from(ids("source", SOURCES))),
    st.lists(ENDS, min_size=2, max_size=2).map(lambda ends: Within(min(ends), max(ends))),
    st.just(Within(19841126, 19841126)),
)
WHERES = st.recursive(
    LEAVES,
    lambda part: st.one_of(
        part.map(Not),
        st.lists(part, max_size=3).map(lambda parts: All(tuple(parts))),
        st.lists(part, min_size=1, max_size=3).map(lambda parts: Any(tuple(parts))),
    ),
    max_leaves=5,
)


OF_CLAIMS: st.SearchStrategy[Where] = st.one_of(
    st.builds(
        Positioned, st.sampled_from(ids("actor", ACTORS)), st.sampled_from(["", "asserts", "denies"]), st.booleans()
    ),
    st.sampled_from([*ids("actor", ACTORS), *ids("region", REGIONS), "event-0"]).map(About),
)


LIMITS = st.sampled_from([(0, 1), (0, 3), (0, 10_000), (300, 10_000)])


@contextmanager
def few_and_many(few: int, many: int) -> Iterator[None]:
    """Take so few records for few, and so many for many: of a small store nothing else would show all ways to ask."""
    with mock.patch("narcotl.index.condition.FEW", few), mock.patch("narcotl.index.condition.MANY", many):
        yield


def matches(library: Library, where: Where, *, certain: bool = False, kind: str = "event") -> dict[str, str]:
    """Give the records that meet a condition, each with how sure that is."""
    rows = library.index.select(kind, Selection(where=where, certain=certain))
    return {row["id"]: row["match"] for row in rows}


def known(where: Where, store: Store) -> bool:
    """Tell whether every region and actor that a condition names is in the store."""
    names = {record["id"] for file in ("regions.yaml", "actors.yaml") for record in store[file]}
    match where:
        case InRegion(name) | WithActor(name) | Positioned(name):
            return name in names
        case Not(part):
            return known(part, store)
        case All(parts) | Any(parts):
            return all(known(part, store) for part in parts)
        case _:
            return True


@given(store=stores(), wheres=st.lists(WHERES, min_size=3, max_size=8), limits=LIMITS)
def test_the_index_answers_what_the_records_say(store: Store, wheres: list[Where], limits: tuple[int, int]) -> None:
    naive = Naive(store)
    events = [event for name, records in store.items() if name.startswith("events") for event in records]
    with written(store) as folder, few_and_many(*limits):
        library = open_library([folder], cached=False)
        for where in (where for where in wheres if known(where, store)):
            answers = {event["id"]: naive.answer(where, event) for event in events}
            sure = {name: "certain" for name, answer in answers.items() if answer == CERTAIN}
            unsure = {name: "possible" for name, answer in answers.items() if answer == POSSIBLE}
            assert matches(library, where) == {**sure, **unsure}
            assert matches(library, where, certain=True) == sure
        library.close()


@given(store=stores(), parts=st.lists(OF_CLAIMS, min_size=2, max_size=6))
@settings(max_examples=40)
def test_claims_are_by_whom_and_about_what_the_records_say(store: Store, parts: list[Where]) -> None:
    naive = Naive(store)
    pairs = [make((one, other)) for one in parts for other in parts for make in (All, Any)]
    with written(store) as folder:
        library = open_library([folder], cached=False)
        for where in (where for where in (*parts, *map(Not, parts), *pairs) if known(where, store)):
            answers = {claim["id"]: naive.answer(where, claim) for claim in store["claims.yaml"]}
            sure = {name: "certain" for name, answer in answers.items() if answer == CERTAIN}
            unsure = {name: "possible" for name, answer in answers.items() if answer == POSSIBLE}
            assert matches(library, where, kind="claim") == {**sure, **unsure}
            assert matches(library, where, kind="claim", certain=True) == sure
        library.close()


@given(store=stores(), wheres=st.lists(WHERES, min_size=2, max_size=5), limits=LIMITS)
@settings(max_examples=30)
def test_a_limit_gives_the_first_of_all_and_knows_how_many_there_are(
    store: Store, wheres: list[Where], limits: tuple[int, int]
) -> None:
    with written(store) as folder, few_and_many(*limits):
        for where in (where for where in wheres if known(where, store)):
            index = open_library([folder]).index
            whole = list(index.select("event", Selection(where=where)))
            for limit in range(4):
                for sort in (Sort.DATE, Sort.NAME):
                    asked = Selection(where=where, limit=limit, sort=sort)
                    assert index.count("event", asked) == len(whole)
                    first = list(index.select("event", asked))
                    assert first == list(index.select("event", replace(asked, limit=None)))[:limit]
                    assert index.count("event", asked) == len(whole)
            index.close()


@given(store=stores(), one=WHERES, other=WHERES)
@settings(max_examples=30)
def test_not_and_or_are_de_morgans(store: Store, one: Where, other: Where) -> None:
    with written(store) as folder:
        library = open_library([folder], cached=False)
        assert matches(library, Not(All((one, other)))) == matches(library, Any((Not(one), Not(other))))
        assert matches(library, Not(Any((one, other)))) == matches(library, All((Not(one), Not(other))))
        assert matches(library, Not(Not(one))) == matches(library, one)
        library.close()


@given(store=stores())
@settings(max_examples=30)
def test_every_event_is_found_by_its_own_dates(store: Store) -> None:
    events = [event for name, records in store.items() if name.startswith("events") for event in records]
    with written(store) as folder:
        library = open_library([folder], cached=False)
        for event in events:
            for span in spans(event):
                assert event["id"] in matches(library, Within(*span))
        library.close()
