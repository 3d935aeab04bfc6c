"""`narcotl browse`: the list, its filters and its search, in terminals of any size."""

import pytest
from inline_snapshot import snapshot

from narcotl.errors import ExitStatus
from narcotl.select.asked import Asked
from narcotl.tui.found import Found
from tests.conftest import StoreMaker
from tests.front_door import Answer, FrontDoor
from tests.small_store import FILES
from tests.tui.hands import Hands, app, browse, follow, listed, press, screen, shown, write


def test_events_stand_beside_the_one_under_the_cursor(small: str) -> None:
    async def doing(hands: Hands) -> None:
        assert await press(hands, "down") == snapshot("""\
 Timeline · 2 of 10 events
 / to filter by a query, ? for help
 1950        An alliance in the hil…│ Two meetings
▌1960 and D… Two meetings           │ triangle-set
                                    │
                                    │ Date    1960 and December 1962
                                    │ Where   Golden Triangle
                                    │ Kind    meeting
                                    │ Status  reported
                                    │
                                    │ From here
                                    │ Kind    Go to            As
                                    │ ──────────────────────────────
                                    │ region  Golden Triangle  place
                                    │
                                    │ Sources
                                    │ Source                   Where in it  Confidence
                                    │ ────────────────────────────────────────────────
                                    │ A seed (seed-001, read)
                                    │
                                    │
 / Filter  s Search  f Events  ⌫ Back  c Cite  y JSON  o Open  ? Help  q Quit\
""")

    browse(doing, small, size=(100, 22), asked=Asked(limit=2))


def test_in_a_narrow_terminal_they_stand_above_it(small: str) -> None:
    async def doing(hands: Hands) -> None:
        assert screen(hands) == snapshot("""\
 Timeline · 2 of 10 events
 / to filter by a query, ? for help
▌1950             An alliance in the hills
 1960 and Decemb… Two meetings






────────────────────────────────────────────────────────────────────────────────
 An alliance in the hills
 burma-1950

 Date    1950
 Where   north-eastern Burma
 Lead    Central Intelligence Agency
 Kind    covert-operation                                                      ▁
 Topics  opium
 Status  documented

 From here
 Kind    Go to                        As
 / Filter  s Search  f Events  ⌫ Back  c Cite  y JSON  o Open  ? Help  q Quit\
""")

    browse(doing, small, size=(80, 24), asked=Asked(limit=2))


@pytest.mark.parametrize("size", [(20, 10), (3, 2), (300, 90)])
def test_no_terminal_is_too_small(small: str, size: tuple[int, int]) -> None:
    async def doing(hands: Hands) -> None:
        for keys in (("down",), ("enter", "down", "down", "enter"), ("question_mark", "escape"), ("slash", "p", "x")):
            assert len((await press(hands, *keys)).splitlines()) <= size[1]
        await hands.resize_terminal(80, 24)
        assert "no event holds" in await press(hands, "escape")

    browse(doing, small, size=size)


def test_the_filters_of_the_command_line_hold_as_well(small: str) -> None:
    async def doing(hands: Hands) -> None:
        assert listed(hands) == ["laos-law", "laos-war"]
        assert "Timeline · 2 of 4 events" in screen(hands)
        await press(hands, "slash")
        await write(hands, "topic:opium")
        assert listed(hands) == ["laos-law", "laos-war"]
        assert "Timeline · 2 of 3 events" in screen(hands)

    browse(doing, small, asked=Asked(region=("southeast-asia",), limit=2, reverse=True))


def test_of_a_long_list_only_what_is_visible_is_read(make_store: StoreMaker) -> None:
    line = (
        '{"id":"e%03d","title":"Event %d","date":"%d","regions":[],"kinds":["law"],"status":"reported","sources":["s"]}'
    )
    store = make_store(
        {
            "sources.yaml": "- {id: s, type: book, title: One, issued: 1990, read: true}\n",
            "events.jsonl": "".join(f"{line % (number, number, 1200 + number)}\n" for number in range(850)),
        }
    )

    async def doing(hands: Hands) -> None:
        rows = app(hands).listing.rows
        assert isinstance(rows, Found)
        assert [*rows.batches] == [0]
        assert "Event 849" in await press(hands, "end")
        assert [*rows.batches] == [0, 8]
        assert "Event 811" in await press(hands, "pageup")
        assert listed(hands) == [f"e{number:03}" for number in range(850)]
        assert rows[-1] == rows[849] == rows[848:][1]

    browse(doing, store, size=(60, 100))


def test_a_query_filters_while_it_is_typed(small: str) -> None:
    async def doing(hands: Hands) -> None:
        await press(hands, "slash")
        await write(hands, "topic:coca")
        assert listed(hands) == ["eighties", "killings"]
        await press(hands, "space", "minus", "k", "i", "l", "l", "e", "d")
        assert listed(hands) == ["eighties"]
        assert "Timeline · 1 event\n" in screen(hands)
        await press(hands, "enter")
        assert hands.app.focused is app(hands).listing
        await press(hands, "escape")
        assert len(listed(hands)) == 10

    browse(doing, small)


def test_a_mistake_in_a_query_is_shown_in_its_place(small: str) -> None:
    async def doing(hands: Hands) -> None:
        await press(hands, "slash")
        await write(hands, "war region:atlantis")
        assert screen(hands).split("\n")[1:5] == snapshot(
            [
                " war region:atlantis",
                "            ^^^^^^^^",
                " no region is called 'atlantis'",
                " `narcotl region` lists them all.",
            ]
        )
        assert len(listed(hands)) == 10
        await press(hands, "enter")
        assert hands.app.focused is not app(hands).listing
        await press(hands, "ctrl+w")
        assert "expected a value after 'region:'" in screen(hands)
        await press(hands, "ctrl+u")
        await write(hands, "war")
        assert listed(hands) == ["laos-war"]
        assert not app(hands).query_one("#wrong").display

    browse(doing, small)


def test_a_list_without_events_says_why(small: str) -> None:
    async def doing(hands: Hands) -> None:
        await press(hands, "slash")
        text = await write(hands, "zebra")
        assert 'no event holds the words "zebra"' in text
        assert app(hands).record.card is None
        for key in ("enter", "down", "enter", "c", "y", "o", "f"):
            await press(hands, key)

    browse(doing, small)


def test_words_are_searched_in_records_of_every_kind(small: str) -> None:
    async def doing(hands: Hands) -> None:
        await press(hands, "s")
        text = await write(hands, "opium")
        assert "Search: opium · 4 records" in text
        assert listed(hands)[0] == "agency-knew"
        await press(hands, "enter")
        assert shown(hands) == "agency-knew"
        await press(hands, "escape")
        assert len(listed(hands)) == 10
        assert "Timeline · 10 events" in screen(hands)
        await press(hands, "s")
        assert "Search: opium · 4 records" in screen(hands)
        assert "There is no word to look for" in await press(hands, "ctrl+u")

    browse(doing, small)


def test_an_actor_a_region_or_a_source_chooses_the_events(small: str) -> None:
    async def doing(hands: Hands) -> None:
        await press(hands, "f")
        assert len(listed(hands)) == 10
        await follow(hands, "book")
        await press(hands, "f")
        assert listed(hands) == ["burma-1950"]

    browse(doing, small)


def test_the_store_is_read_again(make_store: StoreMaker) -> None:
    store = make_store(dict(FILES))

    async def doing(hands: Hands) -> None:
        file = store / "events.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace("A secret war", "An open war"), encoding="utf-8")
        assert "An open war" in await press(hands, "r")
        file.unlink()
        (store / "sources.yaml").write_text("- {", encoding="utf-8")
        await press(hands, "r")
        assert "Timeline · 0 events" in screen(hands)

    browse(doing, store)


def test_hostile_text_is_shown_and_does_nothing(make_store: StoreMaker) -> None:
    evil = r"[red]bold[/red] [@click=app.quit]x[/] \e[31m \a \u202e <b> {x}"
    events = (
        f'- {{id: a, title: "{evil}", summary: "{evil}\\n{evil}", date: 1990, regions: [], kinds: [law], '
        f"status: reported, sources: [s]}}\n"
    )
    store = make_store(
        {
            "sources.yaml": f'- {{id: s, type: book, title: "{evil}", issued: 1990, read: true}}\n',
            "events.yaml": events,
        }
    )

    async def doing(hands: Hands) -> None:
        text = screen(hands)
        assert r"[red]bold[/red] [@click=app.quit]x[/]" in text
        assert not {*text} & {"\x1b", "\x07", "\u202e"}
        for keys in (("enter", "down", "enter"), ("c",), ("y",), ("s", "x"), ("enter", "escape", "slash", "[", "x")):
            assert not {*await press(hands, *keys)} & {"\x1b", "\x07", "\u202e"}

    browse(doing, store)


def test_a_store_with_errors_is_shown_and_they_are_told(make_store: StoreMaker) -> None:
    store = make_store({**FILES, "figures.yaml": "- {id: nothing}\n"})

    async def doing(hands: Hands) -> None:
        assert len(listed(hands)) == 10
        text = " ".join(screen(hands).split())
        assert "The store has" in text
        assert "narcotl check" in text

    browse(doing, store)


def test_help_names_every_key(small: str) -> None:
    async def doing(hands: Hands) -> None:
        text = await press(hands, "question_mark")
        for key, about in (("Backspace, [", "back to the record before"), ("region:", "placed there")):
            assert f" {key:<15}{about}" in text
        assert "«words»" in text
        await press(hands, "q")
        assert hands.app.is_running
        assert "Timeline · 10 events" in screen(hands)

    browse(doing, small, size=(120, 80))


def test_outside_a_terminal_it_is_refused(narcotl: FrontDoor) -> None:
    assert narcotl("browse") == snapshot(
        Answer(
            status=ExitStatus.USAGE,
            err="""\
narcotl: browse needs a terminal for its input and its output
`narcotl timeline` prints the same events anywhere.
""",
        )
    )
