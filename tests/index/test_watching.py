"""Whoever looks is told how far the making of an index is, and may stop it at any time; nothing is left of it then."""

import io
from pathlib import Path

import pytest

from narcotl.cli.progress import PATIENCE, WIPE, Bar
from narcotl.index import watch as watching
from narcotl.index.watch import Watch
from narcotl.library.opened import open_library
from tests.conftest import StoreMaker

REGIONS = "".join(f"- {{id: region-{number}, name: Region {number}, kind: country}}\n" for number in range(1000))


class Noting(Watch):
    """Notes all that it is told."""

    def __init__(self) -> None:
        self.whole = self.done = self.concluded = 0

    def begin(self, size: int) -> None:
        self.whole = size

    def read(self, size: int) -> None:
        self.done += size

    def conclude(self) -> None:
        self.concluded += 1


class Impatient(Noting):
    """Presses Ctrl-C while files are read, or while conclusions are drawn."""

    def __init__(self, *, reading: bool) -> None:
        super().__init__()
        self.reading = reading

    def read(self, size: int) -> None:
        self.done += size
        if self.reading:
            raise KeyboardInterrupt

    def conclude(self) -> None:
        raise KeyboardInterrupt


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let SQLite ask often enough for a small store."""
    monkeypatch.setattr(watching, "STEPS", 1000)


@pytest.mark.usefixtures("fresh_cache", "often")
def test_bytes_are_counted_and_conclusions_told(make_store: StoreMaker) -> None:
    store = make_store({"regions.yaml": REGIONS, "actors.jsonl": '{"id": "cia", "name": "CIA", "kind": "agency"}\n'})
    noting = Noting()
    open_library([store], watch=noting).close()
    assert noting.whole == noting.done == sum(file.stat().st_size for file in store.iterdir())
    assert noting.concluded > 10
    (store / "regions.yaml").write_text("[]\n", encoding="utf-8")
    again = Noting()
    open_library([store], watch=again).close()
    assert again.whole == len("[]\n")
    ready = Noting()
    open_library([store], watch=ready).close()
    assert ready.whole == ready.concluded == 0


@pytest.mark.usefixtures("often")
@pytest.mark.parametrize("reading", [True, False])
@pytest.mark.parametrize("cached", [True, False])
@pytest.mark.parametrize("mending", [True, False])
def test_an_interrupt_leaves_what_was_there(
    make_store: StoreMaker, fresh_cache: Path, *, reading: bool, cached: bool, mending: bool
) -> None:
    store = make_store({"regions.yaml": REGIONS})
    if mending:
        open_library([store]).close()
        (store / "regions.yaml").write_text(REGIONS.replace("Region 7", "Land 7"), encoding="utf-8")
    before = {file: file.read_bytes() for file in fresh_cache.glob("*")}
    with pytest.raises(KeyboardInterrupt):
        open_library([store], cached=cached, watch=Impatient(reading=reading))
    assert {file: file.read_bytes() for file in fresh_cache.glob("*")} == before
    library = open_library([store], cached=cached)
    assert (
        library.resolve("Land 7" if mending else "Region 7", library.index.get(["region-7"])[0]["kind"]) == "region-7"
    )
    library.close()


def drawn(*steps: tuple[float, int]) -> str:
    """Draw a bar for a store of a hundred bytes: at each time so many more of them are read, and then conclude."""
    now = [0.0]
    stream = io.StringIO()
    bar = Bar(stream, lambda: now[0])
    bar.begin(100)
    for when, size in steps:
        now[0] = when
        bar.read(size)
    now[0] += 1
    if steps:
        bar.conclude()
    bar.clear()
    return stream.getvalue()


def test_the_bar_grows_and_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = drawn((PATIENCE + 0.1, 25), (PATIENCE + 0.11, 5), (PATIENCE + 0.5, 20))
    assert shown.split(WIPE) == [
        "",
        "##########..............................  25% reading the store",
        "####################....................  50% reading the store",
        "######################################## 100% making its index",
        "",
    ]


def test_in_a_narrow_terminal_the_bar_is_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    assert max(map(len, drawn((2.0, 50), (3.0, 50)).split(WIPE))) <= 30


def test_what_is_quick_shows_no_bar() -> None:
    assert drawn() == ""
