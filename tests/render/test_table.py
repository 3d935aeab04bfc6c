"""Tables: readable at any width, never cut, the same without colour."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import external_file, snapshot
from rich.cells import cell_len

from narcotl.render import Format
from narcotl.reports.report import Column, Report, Tone
from tests.render.stage import BURMA, COLUMNS, EVENTS, LEGEND, PERU, SURVEY, event_card, said, texts, timeline

COLOR = {"TERM": "xterm-256color"}
PLAIN = "https://evil.example]"
LINKED = "\x1b]8;;https://evil.example\x1b\\https://evil.example\x1b]8;;\x1b\\]"
"""The only thing that a terminal may open: an address that stands in the text, as what it is."""


def words(text: str) -> set[str]:
    return set(text.split())


def test_in_80_columns() -> None:
    assert said(timeline(), columns=80) == snapshot("""\
Timeline of andes · 3 events
Date                Event                         Where       Status       Share
────────────────────────────────────────────────────────────────────────────────
1950                The CIA begins to arm the     Shan State  documented      -5
                    Nationalist Chinese troops
                    that fled to north-eastern
                    Burma
1990s               Peru lets suspected drug      Peru,       reported    1250.5
                    planes be shot down, under a  Valley of
                    policy co-written by the      the
                    CIA†                          Apurímac,
                                                  Ene and
                                                  Mantaro
c. 9 November 2018  The ONDCP publishes its                   planned          0
                    survey
† is corrected: the source says that the policy was written in 1995, but it was
written in 1994.
""")


def test_in_200_columns_with_the_columns_for_wide_terminals() -> None:
    assert said(timeline(), columns=200) == external_file("golden/timeline-200.txt")


def test_in_40_columns_rows_are_stacked() -> None:
    assert said(timeline(), columns=40) == snapshot("""\
Timeline of andes · 3 events

1950
  The CIA begins to arm the Nationalist
  Chinese troops that fled to
  north-eastern Burma
  Where: Shan State
  Status: documented
  Share: -5

1990s
  Peru lets suspected drug planes be
  shot down, under a policy co-written
  by the CIA†
  Where: Peru, Valley of the Apurímac,
  Ene and Mantaro
  Status: reported
  Share: 1250.5

c. 9 November 2018
  The ONDCP publishes its survey
  Status: planned
  Share: 0

† is corrected: the source says that the
policy was written in 1995, but it was
written in 1994.
""")


def test_in_20_columns() -> None:
    assert said(timeline([PERU]), columns=20) == snapshot("""\
Timeline of andes ·
1 event

1990s
  Peru lets
  suspected drug
  planes be shot
  down, under a
  policy co-written
  by the CIA†
  Where: Peru,
  Valley of the
  Apurímac, Ene and
  Mantaro
  Status: reported
  Share: 1250.5

† is corrected: the
source says that the
policy was written
in 1995, but it was
written in 1994.
""")


def test_on_a_pipe_a_line_is_a_row() -> None:
    assert said(timeline()) == external_file("golden/timeline-piped.txt")


def test_on_a_pipe_lines_in_a_cell_are_joined() -> None:
    assert said(texts("one\ntwo")) == "Texts · 1 row\nText\n────────\none; two\n"


def test_on_a_terminal_lines_in_a_cell_stay_lines() -> None:
    assert said(texts("one\ntwo"), columns=80) == "Texts · 1 row\nText\n────\none\ntwo\n"


def test_wide_shows_all_columns_of_a_table() -> None:
    assert "peru-1990s" not in said(timeline(), columns=100)
    assert "peru-1990s" in said(timeline(), columns=100, wide=True)
    assert "lines" not in said(timeline(), columns=300, wide=True)


def test_only_the_wanted_fields() -> None:
    assert said(timeline(), columns=80, fields=("id", "date.edtf", "regions.name")) == snapshot("""\
Timeline of andes · 3 events
id           date.edtf    regions.name
───────────────────────────────────────────────────────────────────────
burma-1950   1950         Shan State
peru-1990s   199X         Peru; Valley of the Apurímac, Ene and Mantaro
survey-2018  2018-11-09~
† is corrected: the source says that the policy was written in 1995, but it was
written in 1994.
""")


def test_a_list_of_nothing_says_so() -> None:
    assert said(timeline([]), columns=80) == "No event fits.\n"
    assert said(timeline([])) == "No event fits.\n"


def test_what_stands_below_a_table_may_speak_of_no_rows() -> None:
    report = Report(title="", columns=COLUMNS, rows=(), footer=lambda rows: [f"{len(rows)} undated"])
    assert said(report) == "Nothing found.\n0 undated\n"


@pytest.mark.parametrize("width", [*range(1, 60), 60, 61, 65, 70, 79, 80, 100, 109, 110, 120, 160, 240])
def test_nothing_is_lost_or_too_wide_at_any_width(width: int) -> None:
    text = said(timeline(), columns=width)
    assert all(cell_len(line) <= width for line in text.splitlines())
    joined = "".join(text.split())
    assert "…" not in joined
    if width >= 20:  # the longest words are whole
        assert words(BURMA["title"]) <= words(text)
        assert "reported" in words(text)
        assert words(LEGEND) <= words(text)


@given(st.lists(st.tuples(st.text(), st.text(), st.text()), min_size=1), st.integers(1, 200))
def test_no_text_is_too_wide_or_steers_the_terminal(rows: list[tuple[str, str, str]], width: int) -> None:
    columns = tuple(
        Column(key=str(place), heading=f"Heading {place}", cell=lambda row, place=place: row["cells"][place])  # type: ignore[misc]  # bound now
        for place in range(3)
    )
    report = Report(title="Any", columns=columns, rows=[{"cells": row} for row in rows])
    text = said(report, columns=width)
    widest = max((cell_len(character) for character in text), default=0)
    assert all(cell_len(line) <= max(width, widest) for line in text.split("\n"))
    assert all(character == "\n" or ord(character) >= 32 for character in text)
    assert all(line == line.rstrip() for line in text.split("\n"))


def test_hostile_text_is_shown_and_not_obeyed() -> None:
    hostile = (
        "\x1b[31mred\x1b[0m",
        "\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\",
        "\x1b]52;c;ZXZpbA==\x07",
        "\x9b2J \x00\x7f",
        "\u202egnp.exe\u2066",
        "[bold red]markup[/] [link=https://evil.example]x[/link] :smile:",
        "over\rwritten\ttab",
        "half \ud83d a character",
    )
    expected = snapshot("""\
Texts · 8 rows
Text
───────────────────────────────────────────────────────────────
\\x1b[31mred\\x1b[0m
\\x1b]8;;https://evil.example\\x1b\\link\\x1b]8;;\\x1b\\
\\x1b]52;c;ZXZpbA==\\x07
\\x9b2J \\x00\\x7f
\\u202egnp.exe\\u2066
[bold red]markup[/] [link=https://evil.example]x[/link] :smile:
over\\x0dwritten tab
half \\ud83d a character
""")
    assert said(texts(*hostile)) == expected
    assert said(texts(*hostile), columns=80) == expected
    colored = said(texts(*hostile), columns=80, env=COLOR)
    assert uncolored(colored).replace(LINKED, PLAIN) == expected
    assert uncolored(said(texts(*hostile), columns=80, env={**COLOR, "FORCE_HYPERLINK": "0"})) == expected


def uncolored(text: str) -> str:
    for code in ("1", "2", "36", "0"):
        text = text.replace(f"\x1b[{code}m", "")
    return re.sub(r"\]8;id=\d+;", "]8;;", text)


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_color_changes_nothing_but_color(width: int) -> None:
    for shown in (timeline(), event_card()):
        colored = said(shown, columns=width, env=COLOR)
        assert "\x1b[36m" in colored
        assert uncolored(colored) == said(shown, columns=width)


def test_colors() -> None:
    assert said(timeline([SURVEY]), columns=80, env=COLOR).replace("\x1b", "␛") == snapshot("""\
␛[1mTimeline of andes · 1 event␛[0m
␛[2mDate              ␛[0m  ␛[2mEvent                         ␛[0m  ␛[2mWhere␛[0m  ␛[2mStatus ␛[0m  ␛[2mShare␛[0m
␛[2m─────────────────────────────────────────────────────────────────────────␛[0m
␛[36mc. 9 November 2018␛[0m  ␛[1mThe ONDCP publishes its survey␛[0m         planned      0
""")


@pytest.mark.parametrize(
    ("env", "options"),
    [
        ({"NO_COLOR": "1"}, {}),
        ({"TERM": "dumb"}, {}),
        ({}, {"color": False}),
    ],
)
def test_without_color_no_code_is_written(env: dict[str, str], options: dict[str, Any]) -> None:
    forced = {**COLOR, "FORCE_COLOR": "1", "TTY_COMPATIBLE": "1", **env}
    assert "\x1b" not in said(timeline(), columns=80, env=forced, **options)


def test_a_pipe_gets_no_color_even_if_forced() -> None:
    assert "\x1b" not in said(timeline(), env={**COLOR, "FORCE_COLOR": "1"})


def test_an_empty_no_color_counts_for_nothing() -> None:
    assert "\x1b" in said(timeline(), columns=80, env={**COLOR, "NO_COLOR": ""})


def test_numbers_are_aligned_right() -> None:
    column = Column(key="n", heading="Number", cell=lambda row: str(row["n"]), tone=Tone.NUMBER)
    report = Report(title="", columns=(column,), rows=[{"n": 5}, {"n": 12345678}])
    assert said(report) == "2 rows\n  Number\n────────\n       5\n12345678\n"


def test_short_columns_stay_whole_while_others_wrap() -> None:
    assert "c. 9 November 2018" in said(timeline(), columns=80)


def test_a_long_word_is_broken_at_a_hyphen() -> None:
    address = "https://example.org/a-very-long-address/that-no-terminal/of-this-width/can-show-in-one-line-of-its-own"
    lines = said(texts(address), columns=60).splitlines()[3:]
    assert "".join(lines) == address
    assert all(line.endswith(("-", "/")) for line in lines[:-1])


def test_a_no_break_space_holds() -> None:
    assert "26\N{NO-BREAK SPACE}November" in said(texts("26\N{NO-BREAK SPACE}November " * 10), columns=61)


def test_letters_of_double_width_are_measured_so() -> None:
    assert said(texts("麻薬", "x"), columns=80) == "Texts · 2 rows\nText\n────\n麻薬\nx\n"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_an_encoding_without_a_character_gets_another(encoding: str) -> None:
    row = {**PERU, "title": "“Peru” \N{EN DASH} a policy… 麻"}
    text = said(timeline([row]), columns=160, encoding=encoding)
    assert '"Peru" - a policy... \\u9ebb' in text
    assert "\n-----" in text
    assert ("Apur\\xedmac" in text) == (encoding == "ascii")
    assert all(len(line) <= 160 for line in text.splitlines())
    assert uncolored(said(timeline([row]), columns=160, encoding=encoding, env=COLOR)) == text


def test_the_number_of_rows_stands_in_the_title() -> None:
    assert said(timeline([BURMA])).startswith("Timeline of andes · 1 event\n")
    assert said(timeline(EVENTS)).startswith("Timeline of andes · 3 events\n")


def test_a_wide_format_cannot_be_asked_into_a_narrow_terminal() -> None:
    text = said(timeline([PERU]), columns=80, wide=True)
    assert all(len(line) <= 80 for line in text.splitlines())
    assert "peru-1990s" in text


def test_the_format_of_tables_is_the_usual_one() -> None:
    assert said(timeline()) == said(timeline(), Format.TABLE)


def test_a_list_may_have_nothing_to_say_of_no_rows() -> None:
    assert said(Report(title="Claims", columns=COLUMNS, rows=(), empty="")) == ""
