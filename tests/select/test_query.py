"""A query means what the options mean; whatever is typed, it is understood or refused with its place."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narcotl.errors import Excerpt, NarcotlError
from narcotl.library.opened import Library, open_library
from narcotl.model.vocab.base import RecordKind
from narcotl.select.asked import Asked
from narcotl.select.query.parser import DEEPEST, LONGEST, MOST_TERMS, parse
from narcotl.select.query.syntax import FIELDS, Either, Every, Negated, Term, Tree
from narcotl.select.selection import Selection
from narcotl.select.where import EVERYTHING

TODAY = (2026, 11, 22)
VALUES = {
    "region": ("peru", "Bolivia", "golden-triangle", "Andes"),
    "actor": ("cia", "State Department", "contras"),
    "source": ("seed-002", "seed-003"),
    "topic": ("opium", "coca", "cocaine"),
    "kind": ("policy", "seizure"),
    "status": ("alleged", "reported", "documented"),
    "text": ("hawala", "CIA", "opium trade", "smuggl*", '"golden triangle"'),
    "during": ("1980s", "1965-1975", "june 1989", "[1989,1991]"),
    "date": ("1989", "1990-01"),
    "on": ("06-01", "december 20", "today"),
}
SINGLE = {"since": ("1980", "june 1985"), "until": ("2001", "1995-06")}


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library()


def selection(library: Library, asked: Asked, kind: RecordKind = RecordKind.EVENT) -> Selection:
    return library.selection(asked, kind, TODAY)


def asked_by(query: str) -> Asked:
    return Asked(where=(parse(query),))


def typed(field: str, value: str) -> str:
    """Write a value of an option as a query has it: several words of text in parentheses, other values in quotes."""
    if field == "text":
        return f"text:({value})"
    return f'{field}:"{value}"' if re.search(r"[\s(]", value) else f"{field}:{value}"


def as_query(flags: dict[str, list[str]]) -> str:
    """Write options as one query: values of one option are alternatives, different options come together."""
    parts = []
    for field, values in flags.items():
        kept = [typed(field, value) for value in values if not value.startswith("not:")]
        parts += [f"({' OR '.join(kept)})"] if kept else []
        parts += [f"-{typed(field, value[4:])}" for value in values if value.startswith("not:")]
    return " ".join(parts)


@st.composite
def flag_sets(draw: st.DrawFn) -> dict[str, list[str]]:
    order = (*list(VALUES)[:7], *SINGLE, *list(VALUES)[7:])
    found: dict[str, list[str]] = {}
    for field in order:
        if draw(st.integers(0, 3)):
            continue
        if field in SINGLE:
            found[field] = [draw(st.sampled_from(SINGLE[field]))]
        else:
            value = st.tuples(st.sampled_from(("", "", "not:")), st.sampled_from(VALUES[field])).map("".join)
            found[field] = draw(st.lists(value, min_size=1, max_size=3, unique=True))
    return found


@given(flags=flag_sets().filter(bool))
def test_flags_and_query_make_one_selection(library: Library, flags: dict[str, list[str]]) -> None:
    options = {name: values[0] if name in SINGLE else tuple(values) for name, values in flags.items()}
    assert selection(library, asked_by(as_query(flags))) == selection(library, Asked(**options))  # type: ignore[arg-type]  # each has its own type


@given(flags=flag_sets().filter(lambda flags: len(flags) > 1), data=st.data())
def test_the_order_of_conditions_does_not_matter(
    library: Library, flags: dict[str, list[str]], data: st.DataObject
) -> None:
    shuffled = dict(data.draw(st.permutations(list(flags.items()))))
    answers = [
        [(row["id"], row["match"]) for row in library.index.select("event", selection(library, asked_by(query)))]
        for query in (as_query(flags), as_query(shuffled))
    ]
    assert answers[0] == answers[1]


@pytest.mark.parametrize(
    ("query", "options"),
    [
        ("by:leary stance:denies", {"by": ("leary",), "stance": ("denies",)}),
        ("stance:(denies OR disputes) by:leary", {"by": ("leary",), "stance": ("denies", "disputes")}),
        ("stance:denies", {"stance": ("denies",)}),
        ("about:cia", {"about": ("cia",)}),
    ],
)
def test_queries_of_claims(library: Library, query: str, options: dict[str, tuple[str, ...]]) -> None:
    of_options = selection(library, Asked(**options), RecordKind.CLAIM)  # type: ignore[arg-type]  # as above
    assert selection(library, asked_by(query), RecordKind.CLAIM) == of_options


def test_queries_of_figures(library: Library) -> None:
    query = asked_by("measure:coca-cultivation-area agency:ondcp vintage:2018")
    options = Asked(measure=("coca-cultivation-area",), agency=("ondcp",), vintage=("2018",))
    assert selection(library, query, RecordKind.FIGURE) == selection(library, options, RecordKind.FIGURE)


def shape(tree: Tree) -> str:
    """Write a tree with all its parentheses."""
    match tree:
        case Term(field, value):
            return value if field == "text" else f"{field}:{value}"
        case Negated(part):
            return f"NOT {shape(part)}"
        case Every(parts):
            return f"({' AND '.join(map(shape, parts))})"
        case Either(parts):
            return f"({' OR '.join(map(shape, parts))})"


@pytest.mark.parametrize(
    ("query", "read"),
    [
        ("a", "a"),
        ("a b c", "(a AND b AND c)"),
        ("a AND b OR c d", "((a AND b) OR (c AND d))"),
        ("a OR b OR c", "(a OR b OR c)"),
        ("a (b OR c)", "(a AND (b OR c))"),
        ("NOT a b", "(NOT a AND b)"),
        ("-a OR -b", "(NOT a OR NOT b)"),
        ("-(a b)", "NOT (a AND b)"),
        ("- -a", "(- AND NOT a)"),
        ("NOT NOT a", "a"),
        ("--a", "a"),
        ("(((a)))", "a"),
        ("a AND -b", "(a AND NOT b)"),
        ("region:peru", "region:peru"),
        ("Region:peru", "region:peru"),
        ("region:(peru OR bolivia)", "(region:peru OR region:bolivia)"),
        ("region:(peru -vraem)", "(region:peru AND NOT region:vraem)"),
        ("-topic:opium", "NOT topic:opium"),
        ('actor:"State Department"', "actor:State Department"),
        ("actor:'State Department' x", "(actor:State Department AND x)"),
        ("actor:“State Department”", "actor:State Department"),
        ("date:-0043", "date:-0043"),
        ("'80s d'Aubuisson", "('80s AND d'Aubuisson)"),
        ("state-dept", "state-dept"),
        ('10:30 "http://x"', "(10:30 AND http://x)"),
        ('"OR" "and"', "(OR AND and)"),
        ("actor:or", "actor:or"),
    ],
)
def test_how_a_query_is_read(query: str, read: str) -> None:
    assert shape(parse(query)) == read


def test_saved_queries_stand_in_parentheses_of_their_own() -> None:
    saved = {"one": "a OR b", "two": "@one -c"}
    assert shape(parse("x @two", saved)) == "(x AND (a OR b) AND NOT c)"


PIECES = (
    "(",
    ")",
    "-",
    '"',
    "'",
    ":",
    " ",
    "@a",
    "@",
    "*",
    " AND ",
    " OR ",
    " NOT ",
    "region:",
    "on:",
    "x",
    "é",
    "\0",
    "until:",
)
WILD = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@given(query=st.text(max_size=80) | WILD)
def test_anything_is_understood_or_refused(library: Library, query: str) -> None:
    place = Excerpt("", 0, 1)
    try:
        found = selection(library, Asked(where=(parse(query, {"a": "opium"}),)))
        list(library.index.select("event", found))
    except NarcotlError as error:
        place = error.excerpt or place
    assert 0 <= place.start <= len(place.text)
    assert place.length > 0


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("(" * (DEEPEST + 1), f"more than {DEEPEST} levels deep"),
        ("-" * 5000 + "a", f"more than {DEEPEST} levels deep"),
        ("NOT " * 2000 + "a", f"more than {DEEPEST} levels deep"),
        ("a" * (LONGEST + 1), "a query may have 10,000 letters"),
        ("a " * (MOST_TERMS + 1), f"more than {MOST_TERMS} conditions"),
        ("region:peru OR " * 600 + "a", f"more than {MOST_TERMS} conditions"),
    ],
)
def test_hostile_queries_are_refused(query: str, message: str) -> None:
    with pytest.raises(NarcotlError, match=message):
        parse(query)


def test_the_longest_query_can_be_answered(library: Library) -> None:
    joined = " OR ".join(["region:peru", "-actor:cia"] * (MOST_TERMS // 2))
    nested = "(" * (DEEPEST - 1) + joined + ")" * (DEEPEST - 1)
    assert list(library.index.select("event", selection(library, asked_by(nested))))


def test_every_field_means_something(library: Library) -> None:
    values = {**{name: values[0] for name, values in (*VALUES.items(), *SINGLE.items())}, "by": "cia", "about": "cia"}
    values |= {"stance": "denies", "measure": "deaths", "agency": "ondcp", "vintage": "2018"}
    # Nothing in the shipped store is annotated, so that no tag means anything.
    assert set(values) == set(FIELDS) - {"tag"}
    for field, value in values.items():
        assert selection(library, asked_by(f'{field}:"{value}"')).where != EVERYTHING
