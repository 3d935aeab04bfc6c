"""Cards: one record in full, for people."""

from inline_snapshot import snapshot

from narcotl.reports.report import Card, Line
from tests.render.stage import BURMA, event_card, said

COLOR = {"TERM": "xterm-256color"}


def test_in_80_columns() -> None:
    assert said(event_card(), columns=80) == snapshot("""\
The CIA begins to arm the Nationalist Chinese troops that fled to north-eastern
Burma
burma-1950

Date          1950
Participants  CIA (supporter)
              Nationalist Chinese troops, who grew opium themselves later

Related
Date                Event                           Where  Status   Share
─────────────────────────────────────────────────────────────────────────
c. 9 November 2018  The ONDCP publishes its survey         planned      0

No figures.

- Corrected: the source says 1951; it was 1950.
""")


def test_in_40_columns_texts_stand_below_their_labels() -> None:
    assert said(event_card(), columns=40) == snapshot("""\
The CIA begins to arm the Nationalist
Chinese troops that fled to
north-eastern Burma
burma-1950

Date
  1950
Participants
  CIA (supporter)
  Nationalist Chinese troops, who grew
  opium themselves later

Related

c. 9 November 2018
  The ONDCP publishes its survey
  Status: planned
  Share: 0

No figures.

- Corrected: the source says 1951; it
was 1950.
""")


def test_on_a_pipe_lines_are_as_long_as_their_text() -> None:
    assert said(event_card()) == snapshot("""\
The CIA begins to arm the Nationalist Chinese troops that fled to north-eastern Burma
burma-1950

Date          1950
Participants  CIA (supporter)
              Nationalist Chinese troops, who grew opium themselves later

Related
Id           Date                Event                           Where  Status   Share
──────────────────────────────────────────────────────────────────────────────────────
survey-2018  c. 9 November 2018  The ONDCP publishes its survey         planned      0

No figures.

- Corrected: the source says 1951; it was 1950.
""")


def test_only_the_wanted_fields() -> None:
    assert said(event_card(), columns=80, fields=("id", "regions.name", "summary")) == snapshot("""\
id            burma-1950
regions.name  Shan State
summary
""")


def test_a_card_of_nothing_but_a_title() -> None:
    assert said(Card(title="Peru", record={}, lines=())) == "Peru\n"


def test_hostile_text_is_shown_and_not_obeyed() -> None:
    card = Card(
        title="\x1b[2Jtitle",
        record={**BURMA, "id": "\x1b]0;id\x07"},
        lines=(Line(label="\x9blabel", text="[bold]text[/bold]\u202e"),),
        notes=("\x1b[31mnote",),
    )
    assert said(card, columns=80) == snapshot("""\
\\x1b[2Jtitle
\\x1b]0;id\\x07

\\x9blabel  [bold]text[/bold]\\u202e

\\x1b[31mnote
""")
    assert "\x1b]" not in said(card, columns=80, env=COLOR)
