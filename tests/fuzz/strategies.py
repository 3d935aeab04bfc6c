"""What to throw at narcotl: whole stores, whole command lines, texts that are nearly dates, YAML, JSON or queries."""

import json
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

import yaml
from hypothesis import strategies as st

from narcotl.cli.registry import COMMANDS
from narcotl.dates import FuzzyDate
from narcotl.exports.registry import Target
from narcotl.model.fields import Ref
from narcotl.model.records import RECORDS
from narcotl.model.vocab.base import RecordKind
from narcotl.render import Format
from narcotl.select.query.syntax import FIELDS
from tests.dates.strategies import ANY_TEXTS, EDTF_TEXTS
from tests.fuzz.shapes import Field, Leaf, fields
from tests.laws.stores import DATES, DATES_ASKED, PERIODS_ASKED

FILES: Final = {kind: f"{kind.value}s" for kind in RecordKind}
"""The stem of the file of each kind."""
STEERING: Final = (
    "\x1b[31m",
    "\x1b]8;;http://evil.example\x07",
    "\x1b]52;c;AAAA\x07",
    "\x9b2J",
    "\u202e",
    "\u2028",
    "\0",
    "\t",
    "\r",
)
"""What a terminal or a reader of lines would act on."""
TEXTS: Final = st.one_of(
    st.sampled_from(["coca", "Peru", "[bold]x[/bold]", "=1+1", "<script>", "a|b", "NO", "~", "null", "1e5", "", " "]),
    st.sampled_from(["*a", "x" * 300]),
    st.sampled_from(STEERING),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
)
NUMBERS: Final = st.one_of(
    st.integers(-(10**6), 10**6).map(str),
    st.decimals(allow_nan=True, allow_infinity=True, places=3).map(str),
    st.sampled_from(["0", "-0", "1e300", "1e301", "1e999999999", "9" * 40, "0x1F", "1_000", "1.", ".5", "+5"]),
    st.sampled_from(["NaN", "sNaN", "Infinity"]),
)  # fmt: skip
FAR_DATES: Final = (
    "Y-170000002",
    "Y17E8",
    "Y3388E2S3",
    "9999-12-31",
    "-9999-01-01",
    "Y999999999999999999",
    "0000",
    "0000-00-00",
)


def ids(kind: RecordKind) -> list[str]:
    """Give the ids of the records of a kind, with one that no record has."""
    return [f"{kind.value}-{number}" for number in range(3)]


def leaves(leaf: Leaf) -> st.SearchStrategy[str]:
    """Draw a text for a leaf, mostly a good one."""
    if isinstance(leaf, Ref):
        return st.sampled_from([name for kind in sorted(leaf.kinds or RecordKind) for name in ids(kind)])
    good: dict[Any, st.SearchStrategy[str]] = {
        str: TEXTS,
        bool: st.sampled_from(["true", "false"]),
        Decimal: NUMBERS,
        FuzzyDate: st.one_of(st.sampled_from((*DATES, *FAR_DATES)), EDTF_TEXTS),
    }
    if issubclass(leaf, StrEnum):
        return st.sampled_from([str(word) for word in leaf])
    return good[leaf]


def holding(holds: Any) -> st.SearchStrategy[Any]:
    """Draw what a field holds."""
    if isinstance(holds, list):
        return st.lists(holding(holds[0]), max_size=2)
    return parts(holds) if isinstance(holds, tuple) else leaves(holds)


def parts(of: tuple[Field, ...]) -> st.SearchStrategy[dict[str, Any]]:
    """Draw a mapping of fields."""
    required = {field.key: holding(field.holds) for field in of if field.required}
    optional = {field.key: holding(field.holds) for field in of if not field.required}
    return st.fixed_dictionaries(required, optional=optional)


SHAPES: Final = {kind: tuple(field for field in fields(RECORDS[kind]) if field.key != "id") for kind in RecordKind}
ANYTHING: Final = st.recursive(
    st.one_of(st.none(), TEXTS, NUMBERS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)),
    max_leaves=6,
)
RECORD: Final = {kind: parts(SHAPES[kind]) for kind in RecordKind}


@st.composite
def records(draw: st.DrawFn, kind: RecordKind) -> list[Any]:
    """Draw the records of a kind: mostly such as the model wants, sometimes with something else in a field."""
    found = []
    for name in draw(st.lists(st.sampled_from(ids(kind)), max_size=3)):
        record: dict[str, Any] = {"id": name, **draw(RECORD[kind])}
        if kind is RecordKind.FIGURE and draw(st.booleans()):
            for key in draw(
                st.sampled_from([("low", "high", "missing"), ("value", "missing"), ("value", "low", "high")])
            ):
                record.pop(key, None)
        if draw(st.integers(0, 7)) == 0:
            record[draw(st.sampled_from([*record, "unknown"]))] = draw(ANYTHING)
        found.append(record)
    return found


@st.composite
def stores(draw: st.DrawFn) -> dict[str, bytes]:
    """Draw a whole store: its files, as bytes."""
    store = {}
    for kind in RecordKind:
        listed = draw(records(kind))
        form = draw(st.sampled_from(["json", "yaml", "jsonl", "none"]))
        if form == "jsonl":
            text = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in listed)
            store[f"{FILES[kind]}.jsonl"] = text.encode()
        elif form != "none":
            text = (
                json.dumps(listed, ensure_ascii=False) if form == "json" else yaml.safe_dump(listed, allow_unicode=True)
            )
            store[f"{FILES[kind]}.yaml"] = text.encode()
    return store or {"events.yaml": b""}


PIECES: Final = (
    *("- ", "\n", "  ", "id: ", "name: ", "kind: country", "peru", ": ", "? ", "{", "}", "[", "]", ", ", "&a ", "*a"),
    *("<<: *a", "---\n", "...\n", "%YAML 1.1\n", "%TAG ! x:\n", "!!str ", "!!python/name:os.system ", "!x ", "|\n"),
    *(">-\n", "'", '"', "\\", "#", "\t", "\r\n", "\r", "\ufeff", "\0", "\x85", "\u2028", "é", "null", "~"),
    *("regions:\n", "events: ", "store: ", "\\ud800", "\\x00"),
)
YAML_TEXTS: Final = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=40).map("".join)
JSON_PIECES: Final = (
    *'{}[]",:',
    '"id"',
    '"name"',
    '"kind"',
    '"country"',
    "\n",
    "\\ud83c",
    "\\u0000",
    "1e999",
    "NaN",
    "-0",
    "true",
    "null",
    " ",
)
JSON_TEXTS: Final = st.lists(st.one_of(st.sampled_from(JSON_PIECES), st.text(max_size=4)), max_size=30).map("".join)


@st.composite
def damaged(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> bytes:
    """Draw a text as bytes, some of them exchanged, or in another encoding."""
    content = draw(texts)
    raw = content.encode(
        draw(st.sampled_from(["utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le"])), "surrogatepass"
    )
    for _ in range(draw(st.integers(0, 2))):
        place = draw(st.integers(0, len(raw)))
        raw = raw[:place] + draw(st.binary(max_size=3)) + raw[place + draw(st.integers(0, 2)) :]
    return raw


QUERIES: Final = st.lists(
    st.one_of(
        st.sampled_from([f"{name}:" for name in FIELDS]),
        st.sampled_from(["(", ")", " ", "AND", "OR", "NOT", "-", '"', "@", "@saved", "not:", "1984", "peru", "cia"]),
        ANY_TEXTS,
        TEXTS,
    ),
    max_size=10,
).map(" ".join)  # fmt: skip

VALUES: Final = st.one_of(
    st.sampled_from([*Format, *Target, *DATES_ASKED, *PERIODS_ASKED]),
    st.sampled_from(["peru", "cia", "not:cia", "event-0", "stance", "-", ".", "id", "date.edtf", "id,title"]),
    st.sampled_from(["{id:9}", "{", "0", "-1", "3"]),
    TEXTS,
    QUERIES,
    ANY_TEXTS,
)  # fmt: skip
ENDLESS: Final = frozenset({"browse", "serve"})
"""Commands that wait for a person."""
ANSWERING: Final = sorted(set(COMMANDS) - ENDLESS)


def options(command: str) -> list[str]:
    """Give the options that a command has, by the names that it takes."""
    from narcotl.cli.app import load

    found = [
        name
        for parameter in load(command).params
        for name in (*parameter.opts, *parameter.secondary_opts)
        if name.startswith("-")
    ]
    return found or ["--help"]


@st.composite
def command_lines(draw: st.DrawFn) -> list[str]:
    """Draw a command line: a command, options that it has, and values."""
    command = draw(st.sampled_from(ANSWERING))
    words = [command]
    known = st.sampled_from(options(command))
    for _ in range(draw(st.integers(0, 4))):
        words += draw(st.one_of(st.tuples(known, VALUES), st.tuples(known), st.tuples(VALUES)))
    return [word for word in words if "\0" not in word and "--install" not in word and word != "--output"]
