"""The page as a file: what it holds, what its policy allows, and that nothing in it leads elsewhere."""

import json
import re
import sys
from base64 import b64encode
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from narcotl.web.charts import bundled
from narcotl.web.document import asset
from narcotl.web.modules import EXPORT, IMPORT, joined
from tests.front_door import ROOT, FrontDoor, Terminal
from tests.web.conftest import PageMaker

ASSETS = sorted((ROOT / "narcotl" / "web" / "page").iterdir())
MODULES = [file for file in ASSETS if file.suffix == ".js"]
SCRIPT = re.compile(r"<script(?P<kind>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)


def records(file: Path) -> Any:
    """Read the records of a page."""
    [found] = re.findall(r'<script type="application/json" id="records">(.*?)</script>', file.read_text("utf-8"))
    return json.loads(found)


def rules(file: Path) -> dict[str, str]:
    """Read the policy of a page."""
    [found] = re.findall(r'http-equiv="Content-Security-Policy" content="(.*?)"', file.read_text("utf-8"))
    return dict(rule.split(" ", 1) for rule in unescape(found).split("; "))


def digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize("options", [(), ("--no-charts",)])
def test_the_policy_allows_the_texts_of_the_page_and_nothing_else(made: PageMaker, options: tuple[str, ...]) -> None:
    file = made(*options)
    text = file.read_text("utf-8")
    scripts = [found["text"] for found in SCRIPT.finditer(text) if "json" not in found["kind"]]
    styles = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    found = rules(file)
    assert sorted(found.pop("script-src").split()) == sorted(map(digest, scripts))
    assert sorted(found.pop("style-src").split()) == sorted(map(digest, styles))
    assert len(scripts) == 2 - len(options)
    assert found == {
        "default-src": "'none'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "default",
    }
    assert " style=" not in SCRIPT.sub("", text), "the policy forbids them"
    assert re.findall(r"<(?:link|img|iframe|base|object)[^>]*>", SCRIPT.sub("", text)) == [
        '<link rel="icon" href="data:,">'
    ]


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.name)
def test_modules_are_small_and_make_no_markup_of_text(file: Path) -> None:
    text = file.read_text("utf-8")
    assert text.startswith("// "), "what it is for"
    assert len(text.splitlines()) < 300
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|fetch\(", text)
    assert len(re.findall(r"^import ", text, re.MULTILINE)) == len(IMPORT.findall(text))
    assert len(re.findall(r"^export ", text, re.MULTILINE)) == len(EXPORT.findall(text))
    for found in IMPORT.finditer(text):
        exported = {name["name"] for name in EXPORT.finditer(asset(f"{found['module']}.js"))}
        assert {name.strip() for name in found["names"].split(",")} <= exported


def test_every_module_is_in_the_page() -> None:
    text = joined({file.stem: file.read_text("utf-8") for file in MODULES}, "main")
    assert [file.stem for file in MODULES if f"const ${file.stem} = " not in text] == []
    assert "import {" not in text
    assert "export " not in text


def test_modules_come_after_those_that_they_import() -> None:
    modules = {
        "main": 'import { one } from "./one.js";\nimport { other } from "./other.js";\none(other);',
        "one": 'import { other } from "./other.js";\nexport function one() { return other; }',
        "other": "export const other = 1;",
    }
    assert joined(modules, "main") == (
        "const $other = (() => {\nconst other = 1;\nreturn { other };\n})();\n"
        "const $one = (() => {\nconst { other } = $other;\nfunction one() { return other; }\nreturn { one };\n})();\n"
        "const $main = (() => {\nconst { one } = $one;\nconst { other } = $other;\none(other);\nreturn {  };\n})();"
    )


def test_no_text_ends_a_script_early() -> None:
    class Converter:
        def javascript_bundle(self, _snippet: str) -> str:
            return "a = '</script>'; b = '<!--';\r\n"

    assert bundled(Converter()) == "a = '<\\/script>'; b = '<\\!--';\n"


def test_the_page_holds_what_commands_print(made: PageMaker, narcotl: FrontDoor) -> None:
    held = records(made("--no-charts"))
    for command, key in (("timeline", "events"), ("claims", "claims"), ("figures", "figures")):
        rows: Any = narcotl(command, "--json").json
        printed = {row["id"]: {**row, "match": None} for row in rows}
        assert {row["id"]: {**row, "match": None} for row in held[key]} == printed
    conflicts: Any = narcotl("conflicts", "--verdict", "conflict", "--json").json
    figures = {(row["one"]["id"], row["other"]["id"]) for row in conflicts if row["of"] == "figure"}
    assert {(row["one"]["id"], row["other"]["id"]) for row in held["pairs"] if row["verdict"] == "conflict"} == figures


def test_an_event_brings_along_what_its_card_shows(made: PageMaker) -> None:
    held = records(made("--region", "laos", "--certain", "--no-charts"))
    whole = records(made("--no-charts"))
    assert held["asked"] == "region laos"
    known = {
        row["id"] for kind in ("claims", "figures", "actors", "regions", "sources", "measures") for row in held[kind]
    }
    events = {row["id"]: row for row in held["events"]}
    assert "laos-secret-war" in events
    about = [row for row in whole["claims"] if events.keys() & {one["id"] for one in row["about"].get("event", ())}]
    assert about
    assert {row["id"] for row in about} <= known
    for row in events.values():
        assert {one["id"] for key in ("claims", "figures", "regions") for one in row.get(key, ())} <= known
        assert {link["id"] for one in row["sources"] for link in (one["source"], *one.get("via", ()))} <= known


@pytest.mark.parametrize("kind", ["events", "claims", "figures"])
def test_a_region_and_an_actor_reach_in_the_page_what_they_do_in_commands(
    made: PageMaker, narcotl: FrontDoor, kind: str
) -> None:
    held = records(made("--no-charts"))
    command = "timeline" if kind == "events" else kind
    for field, names in (
        ("region", ("andes", "laos", "golden-triangle", "asia")),
        ("actor", ("cia", "un", "unodc", "us-gov")),
    ):
        for name in names:
            rows: Any = narcotl(command, f"--{field}", name, "--json").json
            sure, perhaps = held["reach"][kind][field].get(name, ([], []))
            assert {held[kind][one]["id"] for one in sure} == {row["id"] for row in rows if row["match"] == "certain"}
            assert {held[kind][one]["id"] for one in perhaps} == {
                row["id"] for row in rows if row["match"] == "possible"
            }


def test_the_same_store_gives_the_same_page(narcotl: FrontDoor, made: PageMaker) -> None:
    assert narcotl("html").out == made().read_text("utf-8")


def test_order_limit_and_charts(made: PageMaker) -> None:
    last = records(made("--sort", "id", "--reverse", "--limit", "5", "--no-charts"))
    assert len(last["events"]) == 5
    assert [row["date"]["earliest"] for row in last["events"]] == sorted(
        row["date"]["earliest"] for row in last["events"]
    )
    few = made("--region", "laos", "--no-charts").stat().st_size
    assert few < 600_000
    assert made().stat().st_size - made("--no-charts").stat().st_size > 800_000


def test_where_the_page_goes(narcotl: FrontDoor, narcotl_terminal: Terminal, tmp_path: Path) -> None:
    answer = narcotl("html", "--region", "vraem", "--no-charts", "-o", str(tmp_path / "page.html"))
    assert (answer.status, answer.out) == (0, "")
    assert re.fullmatch(rf"narcotl: {tmp_path}/page.html is written: 0\.\d MB\n", answer.err)
    refused = narcotl_terminal("html")
    assert (refused.status, refused.out) == (2, "")
    assert refused.err == "narcotl: a page is nothing for a terminal\nName a file: --output timeline.html.\n"


def test_a_page_without_events_says_which_filter_left_none(narcotl: FrontDoor) -> None:
    answer = narcotl("html", "--region", "vraem", "--text", "hawala", "--no-charts")
    assert answer.status == 0
    assert answer.err.startswith("narcotl: there are no events on the page: ")
    assert "hawala" in answer.err


def test_without_the_extra_there_is_a_page_without_charts(
    narcotl: FrontDoor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "altair", None)
    answer = narcotl("html", "-o", str(tmp_path / "page.html"))
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == (
        "narcotl: a chart needs altair, which cannot be imported: import of altair halted; None in sys.modules\n"
        "Install it along with narcotl: pip install 'narcotl[html]'. Or leave the charts out: --no-charts.\n"
    )
    assert not list(tmp_path.iterdir())
    assert narcotl("html", "--no-charts", "-o", str(tmp_path / "page.html")).status == 0
