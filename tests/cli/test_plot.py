"""Figures as charts: in a terminal, in a pipe and in files."""

import re
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.conftest import StoreMaker
from tests.front_door import Answer, FrontDoor, Terminal
from tests.golden_files import golden

SOURCES = "- {id: survey, type: report, title: The survey, issued: 2018, read: true}\n"
BASE = {
    "sources.yaml": SOURCES,
    "regions.yaml": "- {id: peru, name: Peru, kind: country}\n- {id: bolivia, name: Bolivia, kind: country}\n",
    "actors.yaml": "- {id: un, name: United Nations, kind: agency}\n- {id: us, name: United States, kind: agency}\n",
    "measures.yaml": "- {id: area, name: Area under coca, unit: ha, counts: land}\n",
}


def figure(name: str, region: str, year: str, amount: str, agency: str = "us") -> str:
    """Write a figure."""
    said = f"unit: ha, agency: {agency}, source: survey"
    return f'- {{id: {name}, measure: area, region: {region}, period: "{year}", {amount}, {said}}}\n'


FIGURES = (
    figure("a", "peru", "2013", 'value: 60000, op: "<~"')
    + figure("b", "peru", "2014", "value: 46500")
    + figure("c", "peru", "2015", "missing: withheld")
    + figure("d", "peru", "2016", "value: 44000")
    + figure("e", "peru", "2016", "low: 40000, high: 50000", "un")
    + figure("f", "bolivia", "2016/2017", "value: 31000")
    + figure("g", "bolivia", "XXXX", "value: 12000")
)


@pytest.fixture
def store(make_store: StoreMaker) -> str:
    """Give a store with figures of every sort."""
    return str(make_store({**BASE, "figures.yaml": FIGURES}))


def test_a_chart_in_a_pipe(store: str, narcotl: FrontDoor) -> None:
    assert narcotl("plot", "area", "--store", store) == Answer(0, golden("plot"))


def test_a_chart_without_unicode(store: str, narcotl_process: FrontDoor) -> None:
    answer = narcotl_process("plot", "area", "--store", store, env={"PYTHONIOENCODING": "ascii"})
    assert answer.status == 0
    assert answer.out.isascii()
    assert "o Peru, United States" in answer.out


def test_a_chart_in_a_terminal(store: str, narcotl_terminal: Terminal) -> None:
    answer = narcotl_terminal("plot", "area", "--store", store, columns=60)
    assert "\x1b[" in answer.out
    lines = re.sub(r"\x1b\[[0-9;]*m", "", answer.out).splitlines()
    assert max(map(len, lines)) == 60
    plain = narcotl_terminal("plot", "area", "--store", store, env={"NO_COLOR": "1"})
    assert "\x1b[" not in plain.out


def test_the_numbers_of_a_chart(store: str, narcotl: FrontDoor) -> None:
    assert narcotl("plot", "area", "--json", "--store", store) == narcotl(
        "compare", "area", "--unit", "ha", "--json", "--store", store
    )


def test_a_unit_that_is_asked_for(store: str, narcotl: FrontDoor) -> None:
    answer = narcotl("plot", "area", "--unit", "km2", "--region", "bolivia", "--store", store)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("Area under coca: region bolivia, km2\n")
    assert "310┤" in answer.out


def test_nothing_to_draw(store: str, narcotl: FrontDoor) -> None:
    answer = narcotl("plot", "area", "--region", "peru", "--during", "2015", "--store", store)
    assert answer == Answer(
        0,
        "",
        "narcotl: nothing to draw: no figure of 'Area under coca' that fits has a number and a date\n"
        "narcotl: Missing: United States, 2015 (withheld).\n"
        "narcotl: Sources: The survey.\n",
    )


@pytest.mark.parametrize("suffix", ["svg", "png", "html"])
def test_a_chart_for_documents(store: str, narcotl: FrontDoor, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"chart.{suffix}"
    assert narcotl("plot", "area", "--store", store, "-o", str(file)) == Answer(0, "")
    data = file.read_bytes()
    if suffix == "png":
        assert data.startswith(b"\x89PNG\r\n\x1a\n")
        return
    text = data.decode()
    for said in (
        "Area under coca",
        "ha",
        "Peru, United Nations",
        "Missing: Peru, United States, 2015 (withheld).",
        "The survey",
    ):
        assert said in text
    assert "https://" not in re.sub(r'xmlns(:\w+)?="[^"]*"', "", text)
    if suffix == "svg":
        assert ET.fromstring(text).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314 - our own


def test_figures_that_conflict_are_ringed(make_store: StoreMaker, narcotl: FrontDoor, tmp_path: Path) -> None:
    figures = figure("a", "peru", "2016", "value: 44000") + figure("b", "peru", "2016", "value: 64000", "un")
    store = str(make_store({**BASE, "figures.yaml": figures}))
    assert narcotl("plot", "area", "--store", store, "-o", str(tmp_path / "chart.svg")) == Answer(0, "")
    text = (tmp_path / "chart.svg").read_text(encoding="utf-8")
    assert text.count('stroke="#b3261e"') == 3, "two rings, and the line between"


@pytest.mark.parametrize("period", ["2016", "2016-05-03", "2016/2017", "2016/..", "/2016", "-0044", "Y17000"])
def test_every_known_period_has_a_place(
    make_store: StoreMaker, narcotl: FrontDoor, tmp_path: Path, period: str
) -> None:
    store = str(make_store({**BASE, "figures.yaml": figure("a", "peru", period, "value: 44000")}))
    assert narcotl("plot", "area", "--store", store).err == ""
    assert narcotl("plot", "area", "--store", store, "-o", str(tmp_path / "chart.svg")) == Answer(0, "")
    assert "NaN" not in (tmp_path / "chart.svg").read_text(encoding="utf-8")


def test_hostile_names_are_text(make_store: StoreMaker, narcotl: FrontDoor, tmp_path: Path) -> None:
    evil = "</script><script>alert(1)</script>\\e[2J\\u202E<b>"
    regions = f'- {{id: peru, name: "{evil}", kind: country}}\n- {{id: bolivia, name: Bolivia, kind: country}}\n'
    store = str(make_store({**BASE, "regions.yaml": regions, "figures.yaml": FIGURES}))
    assert "\x1b" not in narcotl("plot", "area", "--store", store).out
    for suffix in ("svg", "html"):
        file = tmp_path / f"chart.{suffix}"
        assert narcotl("plot", "area", "--store", store, "-o", str(file)).status == 0
        text = file.read_text(encoding="utf-8")
        assert "<script>" not in text
        assert "\x1b" not in text
        assert "\u202e" not in text


@pytest.mark.parametrize(("package", "option"), [("plotext", ()), ("altair", ("-o", "chart.svg"))])
def test_without_the_extra(
    store: str,
    narcotl: FrontDoor,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    package: str,
    option: tuple[str, ...],
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.chdir(tmp_path)
    answer = narcotl("plot", "area", "--store", store, *option)
    assert (answer.status, answer.out) == (2, "")
    assert f"needs {package}, which cannot be imported" in answer.err
    assert "pip install 'narcotl[" in answer.err
    assert list(tmp_path.glob("chart*")) == []
