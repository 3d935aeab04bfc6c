"""Markdown: tables and pages that GitHub shows as they are meant, with nothing in them to act on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import external_file, snapshot

from narcotl.render import Format
from narcotl.reports.report import Card
from tests.render.stage import event_card, said, texts, timeline


def test_a_list_is_a_table() -> None:
    assert said(timeline(), Format.MD) == external_file("golden/timeline-md.txt")


def test_a_list_of_nothing_has_headings() -> None:
    assert said(timeline([]), Format.MD) == snapshot("""\
| Id | Date | Event | Where | Status | Share |
| --- | --- | --- | --- | --- | ---: |
""")


def test_a_card_is_a_page() -> None:
    assert said(event_card(), Format.MD) == snapshot("""\
# The CIA begins to arm the Nationalist Chinese troops that fled to north-eastern Burma

- **Id:** burma-1950
- **Date:** 1950
- **Participants:** CIA (supporter)<br>Nationalist Chinese troops, who grew opium themselves later

## Related

| Id | Date | Event | Where | Status | Share |
| --- | --- | --- | --- | --- | ---: |
| survey-2018 | c. 9 November 2018 | The ONDCP publishes its survey |  | planned | 0 |

## Figures

No figures.

\\- Corrected: the source says 1951; it was 1950.
""")


def test_only_the_wanted_fields() -> None:
    assert said(timeline(), Format.MD, fields=("id", "regions.id")) == snapshot("""\
| id | regions.id |
| --- | --- |
| burma-1950 | shan-state |
| peru-1990s | peru; vraem |
| survey-2018 |  |

† is corrected: the source says that the policy was written in 1995, but it was written in 1994.
""")
    assert said(event_card(), Format.MD, fields=("id", "regions.id")) == snapshot("""\
- **id:** burma-1950
- **regions.id:** shan-state
""")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a|b", "a\\|b"),
        ("two\nlines", "two<br>lines"),
        ("<script>alert(1)</script>", "\\<script>alert(1)\\</script>"),
        ("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"),
        ("*bold* _too_ snake_case `code` \\", "\\*bold\\* \\_too\\_ snake_case \\`code\\` \\\\"),
        ("&lt;b&gt; AT&T", "\\&lt;b\\&gt; AT&T"),
        ("\x1b[31m\u202e", "\\\\x1b\\[31m\\\\u202e"),
    ],
)
def test_markup_in_a_text_is_text(text: str, expected: str) -> None:
    assert said(texts(text), Format.MD).splitlines()[2] == f"| {expected} |"


@given(st.lists(st.text(), min_size=1))
def test_every_row_is_a_line_that_no_cell_breaks(values: list[str]) -> None:
    lines = said(texts(*values), Format.MD).split("\n")
    assert lines[-1] == ""
    assert len(lines) == len(values) + 3
    assert all(line.replace("\\\\", "").replace("\\|", "").count("|") == 2 for line in lines[:-1])


def test_a_page_of_nothing_but_a_title() -> None:
    assert said(Card(title="# Peru", record={}, lines=()), Format.MD) == "# # Peru\n"
