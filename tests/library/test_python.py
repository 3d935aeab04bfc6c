"""The Python interface gives what the commands give, as typed records and as the same JSON objects."""

import dataclasses
import html.parser
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import narcotl
from narcotl.library.answers import Answer, Found
from narcotl.library.filters import ClaimFilters, FigureFilters, Filters
from narcotl.library.store import Store
from narcotl.model.encode import to_json
from narcotl.model.records import RECORDS, Actor, Event, Record
from narcotl.select.asked import Asked
from tests.conftest import StoreMaker
from tests.front_door import ROOT, FrontDoor


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with narcotl.open(as_of="2026-11-22") as opened:
        yield opened


def asked(narcotl: FrontDoor, *arguments: str) -> Any:
    answer = narcotl(*arguments, "--json", "--as-of", "2026-11-22")
    assert answer.status == 0, answer.err
    return answer.json


LISTS: dict[str, tuple[Any, tuple[str, ...]]] = {
    "timeline": (
        lambda s: s.timeline(region="andes", since=1980),
        ("timeline", "--region", "andes", "--since", "1980"),
    ),
    "events by query": (lambda s: s.events("region:andes cocaine"), ("timeline", "region:andes cocaine")),
    "events with": (
        lambda s: s.events(actor=["cia", "dea"], together="contras", limit=3, reverse=True),
        ("timeline", "-a", "cia", "-a", "dea", "--with", "contras", "--limit", "3", "--reverse"),
    ),
    "events not": (
        lambda s: s.events(actor="cia", units=False, region=["laos", "not:north-laos"], certain=True),
        ("timeline", "-a", "cia", "--no-units", "-r", "laos", "-r", "not:north-laos", "--certain"),
    ),
    "events where": (
        lambda s: s.events(where=["region:peru", "region:laos"], during=["1980s", 1975], sort="name"),
        *(("timeline", "--where", "region:peru", "--where", "region:laos", "--during", "1980s", "--during", "1975"),),
    ),
    "claims": (lambda s: s.claims(by="Webb", contested=True), ("claims", "--by", "Webb", "--contested")),
    "figures": (
        lambda s: s.figures(measure="coca cultivation", unit="acre"),
        ("figures", "--measure", "coca cultivation", "--unit", "acre"),
    ),
    "facts": (lambda s: s.facts(region="herat"), ("facts", "--region", "herat")),
    "corrections": (lambda s: s.corrections(kind="wrong-date"), ("corrections", "--kind", "wrong-date")),
    "actors": (lambda s: s.actors(kind="agency", since="1980"), ("actor", "--kind", "agency", "--since", "1980")),
    "regions": (lambda s: s.regions(), ("region",)),
    "sources": (lambda s: s.sources(text="CIA"), ("source", "--text", "CIA")),
    "measures": (lambda s: s.measures(region="peru"), ("measures", "--region", "peru")),
    "search": (lambda s: s.search("coca", kinds="event,claim"), ("search", "coca", "--in", "event,claim")),
    "conflicts": (lambda s: s.conflicts(verdict="all"), ("conflicts", "--verdict", "all")),
    "gaps": (lambda s: s.gaps(region="peru"), ("gaps", "--region", "peru")),
    "links": (lambda s: s.links("contras"), ("links", "contras")),
    "stats": (
        lambda s: s.stats(["decade", "region"], of="claims"),
        ("stats", "--by", "decade", "--by", "region", "--of", "claims"),
    ),
    "ask": (
        lambda s: s.ask("how much coca did ONDCP count in Peru in 2017?"),
        ("ask", "how much coca did ONDCP count in Peru in 2017?"),
    ),
}


@pytest.mark.parametrize("name", list(LISTS))
def test_a_list_is_that_of_the_command(name: str, store: Store, narcotl: FrontDoor) -> None:
    ask, arguments = LISTS[name]
    if name == "events where":
        arguments = (*arguments, "--sort", "name")
    answer = ask(store)
    assert isinstance(answer, Answer)
    expected = asked(narcotl, *arguments)
    assert expected
    assert answer.rows == expected
    assert len(answer) == len(expected)
    if isinstance(answer, Found):
        assert [record.to_dict() for record in ask(store)] == expected
        assert [type(record) for record in answer] == [RECORDS[row["kind"]] for row in expected]
    else:
        assert list(ask(store)) == expected


FULL: dict[str, tuple[Any, tuple[str, ...]]] = {
    "event": (lambda s: s.event("laos-secret-war"), ("event", "laos-secret-war")),
    "claim": (lambda s: s.claim("cia-complicit-laos-opium"), ("claim", "cia-complicit-laos-opium")),
    "figure": (
        lambda s: s.figure("coca-peru-2017-ondcp", unit="acre"),
        ("figure", "coca-peru-2017-ondcp", "--unit", "acre"),
    ),
    "correction": (lambda s: s.correction("correct-otarola-office"), ("correction", "correct-otarola-office")),
    "actor": (lambda s: s.actor("CIA", during="1980s"), ("actor", "CIA", "--during", "1980s")),
    "region": (lambda s: s.region("golden triangle"), ("region", "golden triangle")),
    "source": (lambda s: s.source("seed-003"), ("source", "seed-003")),
    "compare": (
        lambda s: s.compare("coca cultivation", region="bolivia", unit="acre", every=True),
        ("compare", "coca cultivation", "--region", "bolivia", "--unit", "acre", "--all-pairs"),
    ),
}
WITHOUT_DAY = ("event", "claim", "figure", "correction")


@pytest.mark.parametrize("name", list(FULL))
def test_one_in_full_is_that_of_the_command(name: str, store: Store, narcotl: FrontDoor) -> None:
    ask, arguments = FULL[name]
    full = ask(store)
    day = () if name in WITHOUT_DAY else ("--as-of", "2026-11-22")
    assert full.to_dict() == narcotl(*arguments, *day, "--json").json
    assert full.record.id in repr(full)
    assert full.title in repr(full)


def test_every_record_comes_back_as_it_was(store: Store) -> None:
    found: list[Record] = [
        *(*store.events(), *store.claims(), *store.figures(), *store.corrections()),
        *(*store.actors(), *store.regions(), *store.sources(), *store.measures()),
    ]
    stored = {name: text for name, text in store.library.index.table("SELECT id, json FROM records")}  # noqa: C416 - pairs
    assert {record.id for record in found} == set(stored)
    for record in found:
        assert to_json(record) == json.loads(stored[record.id])
        assert record.place.line
        assert Path(record.place.file).is_file()


def test_records_are_typed_values(store: Store) -> None:
    event = store.event("laos-secret-war").record
    assert isinstance(event, Event)
    assert (event.date.edtf, event.date.earliest) == ("1965/1975", (1965, 1, 1))
    assert event.participants[0].actor == "cia"
    assert event.to_dict()["regions"][0]["name"] == "northern Laos"
    actor = store.actor("CIA").record
    assert isinstance(actor, Actor)
    assert "CIA" in [alias.name for alias in actor.aliases]
    with pytest.raises(dataclasses.FrozenInstanceError):
        event.title = "Other"  # type: ignore[misc]  # that is the test
    made = dataclasses.replace(event, title="Other", printed=None)
    assert made.to_dict()["participants"][0] == {"actor": {"id": "cia"}, "role": "lead"}


def test_what_is_given_away_changes_nothing(store: Store) -> None:
    found = store.timeline(limit=1)
    found[0].to_dict()["regions"].clear()
    assert found[0].to_dict()["regions"]
    full = store.event("laos-secret-war")
    full.to_dict()["regions"].clear()
    assert full.to_dict()["regions"]


def test_an_answer_is_a_lazy_sequence(store: Store) -> None:
    calls: list[str] = []
    found = store.timeline(region="andes")
    make = found._make
    found._make = lambda: (calls.append("asked"), make())[1]  # type: ignore[func-returns-value]  # for its effect
    assert (repr(found), calls) == ("<Found>", [])
    first = next(iter(found))
    assert calls == ["asked"]
    assert (found[0], found[-1] in found, len(found[:3])) == (first, True, 3)
    assert found.index(first) == 0
    assert [record.id for record in reversed(found)] == [record.id for record in found][::-1]
    assert calls == ["asked"] * 2
    assert repr(found) == f"<Found of {len(found)}>"
    assert len(calls) == 2
    assert store.timeline(limit=0).rows == []


def test_the_filters_are_those_of_the_commands() -> None:
    known = {field.name for field in dataclasses.fields(Asked)}
    assert {*Filters.__annotations__, *ClaimFilters.__annotations__, *FigureFilters.__annotations__} == known


def test_sql_answers_and_leaves_the_store_open(store: Store) -> None:
    rows = store.sql("SELECT id, title FROM events WHERE id = 'laos-secret-war'").rows
    assert rows == [{"id": "laos-secret-war", "title": "CIA-led paramilitary operation in Laos"}]
    with pytest.raises(narcotl.UsageError):
        len(store.sql("DELETE FROM events"))
    assert len(store.timeline(limit=2)) == 2


def test_errors_are_those_of_narcotl(store: Store) -> None:
    with pytest.raises(narcotl.UnknownNameError, match="no region is called 'atlantis'") as caught:
        store.timeline(region="atlantis")
    assert caught.value.hint
    with pytest.raises(narcotl.DateError):
        store.timeline(since="soon or later")
    with pytest.raises(narcotl.UsageError, match="there is no order 'size'"):
        store.timeline(sort="size")
    with pytest.raises(narcotl.UsageError, match="there is no dimension 'colour'"):
        store.stats("colour")
    with pytest.raises(TypeError, match="colour"):
        store.timeline(colour="red")  # type: ignore[call-arg]  # that is the test
    with pytest.raises(narcotl.StoreError, match="there is no store"):
        narcotl.open("/nowhere/at/all")
    with pytest.raises(narcotl.UsageError, match="as_of needs one day"):
        narcotl.open(as_of="1980s")
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        narcotl.nothing  # type: ignore[attr-defined]  # noqa: B018 - that is the test


def test_a_closed_store_says_so() -> None:
    store = narcotl.open()
    waiting = store.timeline()
    assert len(store.timeline(limit=1)) == 1
    store.close()
    store.close()
    for use in (store.timeline, waiting.__len__, lambda: store.actor("CIA"), store.check):
        with pytest.raises(narcotl.UsageError, match="the store is closed"):
            use()


def test_a_store_belongs_to_its_thread(store: Store) -> None:
    said: list[str] = []

    def use() -> None:
        try:
            store.timeline()
        except narcotl.UsageError as error:
            said.append(error.message)
        with narcotl.open() as own:
            said.append(str(len(own.timeline(limit=2))))

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert said == ["a store belongs to the thread that opened it", "2"]


def test_stores_are_merged_and_checked(make_store: StoreMaker) -> None:
    one = make_store({"regions.yaml": "- {id: here, name: Here, kind: country}"})
    two = make_store({"regions.yaml": "- {id: there, name: There, kind: areas}\n- {id: beyond, name: B, kind: sea}"})
    with narcotl.open(one, str(two), cached=False) as store:
        assert [region.id for region in store.regions()] == ["beyond", "here"]
        [problem] = store.check()
        assert "'areas' is not one of the words" in problem.message
    with pytest.raises(narcotl.StoreError, match="the store has 1 error"):
        narcotl.open(two, strict=True)


HOSTILE = "<script>alert('x')</script> & <img src=x onerror=y>"


class Tags(html.parser.HTMLParser):
    """Collects the tags and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not attrs
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_a_notebook_shows_texts_as_texts(make_store: StoreMaker) -> None:
    regions = json.dumps([{"id": "here", "name": HOSTILE, "kind": "area", "note": HOSTILE, "aliases": [HOSTILE]}])
    with narcotl.open(make_store({"regions.yaml": regions})) as store:
        for page in (store.regions()._repr_html_(), store.region("here")._repr_html_()):
            seen = Tags(page)
            assert seen.tags <= {"p", "strong", "em", "table", "thead", "tbody", "tr", "th", "td", "br"}
            assert HOSTILE in seen.texts
        assert "No event fits" in store.timeline()._repr_html_()


def test_a_notebook_shows_the_first_rows_and_says_how_many_more(store: Store) -> None:
    page = store.claims()._repr_html_()
    assert page.count("<tr>") == 61
    assert f"<p>{len(store.claims()) - 60} more.</p>" in page


def test_frames_have_nested_keys_as_columns(store: Store) -> None:
    polars = pytest.importorskip("polars")
    frame = store.figures(region="peru").to_polars()
    assert isinstance(frame, polars.DataFrame)
    rows = store.figures(region="peru").rows
    assert frame["id"].to_list() == [row["id"] for row in rows]
    assert frame["period.earliest"].to_list() == [row["period"]["earliest"] for row in rows]
    assert store.timeline().to_polars().height == len(store.timeline())


def test_frames_of_pandas(store: Store) -> None:
    pandas = pytest.importorskip("pandas")
    frame = store.figures(region="peru").to_pandas()
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame["period.edtf"]) == [row["period"]["edtf"] for row in store.figures(region="peru").rows]


@pytest.mark.parametrize("package", ["pandas", "polars"])
def test_a_missing_package_is_named(package: str, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(narcotl.NarcotlError, match=f"{package} cannot be imported") as caught:
        getattr(store.timeline(), f"to_{package}")()
    assert caught.value.hint == f"Install it: pip install {package}."


def test_import_narcotl_imports_nothing_else() -> None:
    code = "import sys; before = {*sys.modules}; import narcotl; print(*sorted({*sys.modules} - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "narcotl\n"
    assert {"open", "Store", "NarcotlError"} <= {*dir(narcotl)}


PROGRAM = """
import narcotl
from narcotl.model.records import Actor, Event, Figure, Region

with narcotl.open(as_of="2018-11-09") as store:
    events: list[Event] = list(store.timeline(region=["andes", "not:peru"], since=1980, certain=True))
    title: str = events[0].title
    edtf: str = store.timeline()[0].date.edtf
    several = store.timeline()[:3]
    reveal_type(several)
    reveal_type(store.actor("CIA").record)
    figures: list[Figure] = [*store.figures(measure="coca-cultivation-area", unit="ha")]
    wrong: list[Region] = list(store.timeline())
    store.timeline(regions="andes")
    store.timeline(limit="three")
    answers = store.ask("who denied it?").rows
    reveal_type(answers)
    problems = store.check()
    print(problems[0].place.line, store.title)
"""


def test_a_program_of_a_user_is_type_checked(tmp_path: Path) -> None:
    file = tmp_path / "program.py"
    file.write_text(PROGRAM, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-error-summary", "--hide-error-context"]
    cache = f"--cache-dir={tmp_path / 'cache'}"
    done = subprocess.run(
        [*command, cache, str(file)], capture_output=True, text=True, check=False, cwd=ROOT, timeout=300
    )
    said = [line.partition("program.py:")[2].partition(": ") for line in done.stdout.splitlines()]
    said = [found for found in said if "defined in" not in found[2]]
    lines = {PROGRAM.splitlines()[int(number) - 1].strip(): text for number, _, text in said}
    assert {line: text.split("[")[-1] if text.startswith("error") else text for line, text in lines.items()} == {
        "reveal_type(several)": 'note: Revealed type is "typing.Sequence[narcotl.model.event.Event]"',
        'reveal_type(store.actor("CIA").record)': 'note: Revealed type is "narcotl.model.entities.Actor"',
        "wrong: list[Region] = list(store.timeline())": "arg-type]",
        'store.timeline(regions="andes")': "call-arg]",
        'store.timeline(limit="three")': "arg-type]",
        "reveal_type(answers)": 'note: Revealed type is "list[typing.Mapping[str, Any]]"',
        "print(problems[0].place.line, store.title)": "attr-defined]",
    }
