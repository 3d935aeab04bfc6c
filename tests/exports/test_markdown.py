"""The Markdown report, read by a parser of CommonMark."""

import re
from pathlib import Path

from markdown_it import MarkdownIt

from narcotl.exports.registry import Target
from tests.exports.conftest import Exporter, Record

MARK = re.compile(r"\[\^(\d+)\](?!:)")
NOTE = re.compile(r"^\[\^(\d+)\]: ", re.MULTILINE)


def html(path: Path) -> str:
    return str(MarkdownIt("commonmark", {"html": True}).enable("table").render(path.read_text(encoding="utf-8")))


def test_every_record_and_source_is_told(exported: Exporter, records: dict[str, list[Record]]) -> None:
    text = exported(Target.MARKDOWN).read_text(encoding="utf-8")
    page = html(exported(Target.MARKDOWN))
    counts = [len(re.findall("^- ", part, re.MULTILINE)) for part in re.split("^## .*$", text, flags=re.MULTILINE)[1:]]
    assert counts == [len(records[kind]) for kind in ("event", "claim", "figure", "correction")]
    assert page.count("<h2>") == 4
    notes = NOTE.findall(text)
    assert [int(number) for number in notes] == list(range(1, len(notes) + 1))
    assert set(MARK.findall(text)) == set(notes)
    assert "<strong>1965\N{EN DASH}1975</strong>: CIA-led paramilitary operation in Laos" in page


def test_texts_are_no_markup(exported: Exporter, hostile: Path) -> None:
    page = html(exported(Target.MARKDOWN, "--store", str(hostile)))
    assert set(re.findall(r"<(\w+)", page)) <= {"h1", "h2", "ul", "li", "p", "strong", "em", "br"}
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "[link](javascript:alert(1)) `code` **bold** | cell [^1] #tag @who" in page
    assert "\x1b" not in page
