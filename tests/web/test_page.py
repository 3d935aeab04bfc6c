"""The page in a browser: what it shows, how it is filtered and shared, by hand, by keyboard, on a phone, on paper."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.front_door import FrontDoor
from tests.web.conftest import PageMaker, Viewer

if TYPE_CHECKING:
    from playwright.sync_api import Page

CARD = "#panel .card"


def titles(page: "Page") -> list[str]:
    """Read the list of events."""
    return page.locator("#list .title").all_text_contents()


def expected(narcotl: FrontDoor, *question: str) -> list[str]:
    rows: Any = narcotl("timeline", *question, "--json").json
    return [row["title"] for row in rows]


@pytest.mark.parametrize(
    ("view", "question"),
    [
        ("", ()),
        ("region=golden-triangle", ("--region", "golden-triangle")),
        ("region=golden-triangle&certain=1", ("--region", "golden-triangle", "--certain")),
        ("region=peru&region=bolivia", ("--region", "peru", "--region", "bolivia")),
        ("actor=cia&topic=opium", ("--actor", "cia", "--topic", "opium")),
        ("status=alleged&status=disputed", ("--status", "alleged", "--status", "disputed")),
        ("q=hawala", ("--text", "hawala")),
    ],
)
def test_a_view_finds_what_the_command_finds(
    viewer: Viewer, made: PageMaker, narcotl: FrontDoor, view: str, question: tuple[str, ...]
) -> None:
    page = viewer.look(made("--no-charts"), f"view=list&{view}")
    assert titles(page) == expected(narcotl, *question)


def test_filters_change_the_address_and_the_address_gives_the_view(viewer: Viewer, made: PageMaker) -> None:
    page = viewer.look(made("--no-charts"))
    page.get_by_label("Region", exact=True).select_option("andes")
    page.get_by_label("Topic").select_option("coca")
    page.get_by_label("Words").fill("Bolivia")
    page.get_by_role("button", name="Take away the filter “Bolivia”").wait_for()
    page.get_by_label("Lanes by").select_option("actor")
    page.get_by_label("Closer").click()
    page.locator(".mark").first.click()
    expect(page).to_have_url(re.compile("at="))
    address = page.evaluate("location.hash.slice(1)")
    assert [part.partition("=")[0] for part in address.split("&")] == ["region", "topic", "q", "lanes", "at", "event"]

    def seen(one: "Page") -> list[Any]:
        marks = """[...document.querySelectorAll(".mark")].map((mark) => {
          const { x, y } = mark.querySelector(".touch").getBoundingClientRect();
          return [mark.ariaLabel, mark.getAttribute("class"), Math.round(x), Math.round(y)];
        })"""
        return [one.locator("#count").inner_text(), one.locator(f"{CARD} h2").inner_text(), one.evaluate(marks)]

    assert seen(viewer.look_afresh(made("--no-charts"), address)) == seen(page)
    page.go_back()
    page.locator("#panel").wait_for(state="hidden")
    page.get_by_role("button", name="Clear all").click()
    assert page.locator("#count").inner_text().startswith("153 events")


def test_a_card_has_claims_positions_figures_chains_and_corrections(viewer: Viewer, made: PageMaker) -> None:
    page = viewer.look(made("--no-charts"), "event=laos-secret-war")
    card = page.locator(CARD)
    assert card.locator("h2").inner_text() == "CIA-led paramilitary operation in Laos"
    assert card.locator("h3").all_inner_texts() == ["Claims about it 12", "Figures 3", "Sources 2"]
    claim = card.locator("[data-claim=cia-complicit-laos-opium]")
    assert "2 for, 2 against, 1 between" in claim.locator(".tally").inner_text()
    assert claim.locator(".positions .stance.for").count() == 3, (
        "whoever alleges twice is counted once, and drawn twice"
    )
    assert claim.locator(".positions .stance.against").count() == 2
    chain = card.locator(".chains li").first.inner_text()
    assert "Interview with Alfred McCoy (9 November 1991) as cited in CIA transnational" in chain
    page.get_by_role("button", name="northern Laos").click()
    page.get_by_text("Region: northern Laos").wait_for()
    corrected = viewer.look(made("--no-charts"), "event=contra-cocaine-flights").locator(CARD)
    assert corrected.locator(".corrections").count() >= 1


def test_every_way_through_the_timeline_is_open_to_the_keyboard(viewer: Viewer, made: PageMaker) -> None:
    page = viewer.look(made("--no-charts"), "region=laos")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('mark')"):
            break
    first = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert first.endswith(("documented", "reported", "possible"))
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") != first
    before = page.evaluate("document.activeElement.dataset.lane")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.lane") != before
    name = page.evaluate("document.activeElement.dataset.id")
    page.keyboard.press("+")
    expect(page).to_have_url(re.compile("at="))
    assert page.evaluate("document.activeElement.dataset.id") == name, "the drawing keeps the focus"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "card-title"
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()
    assert page.evaluate("document.activeElement.dataset.id") == name, "and gets it back from the card"


def years(address: str) -> tuple[float, float]:
    """Read the window of time from the address of a view."""
    [(begin, end)] = re.findall(r"at=([\d.]+?)\.\.([\d.]+)", address)
    return float(begin), float(end)


def test_a_hand_moves_and_zooms_the_timeline_and_does_not_open_cards_by_it(viewer: Viewer, made: PageMaker) -> None:
    page = viewer.look(made("--no-charts"), "lanes=none&at=1980..1990")

    def window(wanted: Callable[[float, float], bool]) -> tuple[float, float]:
        """Wait until the address, which follows a hand a little later, tells of such a window, and give it."""
        page.wait_for_url(lambda address: wanted(*years(address)))
        return years(page.url)

    mark = page.locator(".mark .touch").first.bounding_box()
    assert mark is not None
    x, y = mark["x"] + 20, mark["y"] + 10
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 200, y, steps=4)
    page.mouse.up()
    moved = window(lambda begin, end: begin > 1980.5 and end - begin == pytest.approx(10, abs=0.01))
    assert page.locator("#panel").is_hidden(), "it follows the hand, and nothing else"
    page.mouse.move(640, 400)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    closer = window(lambda begin, end: end - begin < 5)
    assert moved[0] < closer[0] < closer[1] < moved[1], "around the pointer"
    page.keyboard.down("Shift")
    page.mouse.wheel(0, 200)
    page.keyboard.up("Shift")
    window(lambda begin, _end: begin > closer[0])
    page.locator("#overview").click(position={"x": 1, "y": 10})
    window(lambda begin, _end: begin < 1960)  # the strip leads there
    page.get_by_role("button", name="Whole time").click()
    expect(page.locator("#overview .window")).to_be_hidden()
    expect(page).to_have_url(re.compile("#lanes=none$"))


def test_landmarks_and_names_for_screen_readers(viewer: Viewer, made: PageMaker) -> None:
    page = viewer.look(made("--no-charts"), "event=laos-secret-war")
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "heading-list"
    for role in ("banner", "navigation", "search", "main", "complementary", "contentinfo"):
        assert page.get_by_role(role).count() == 1, role
    assert page.get_by_role("complementary").get_attribute("aria-labelledby") == "card-title"
    assert page.get_by_role("status").inner_text().startswith("153 events")
    nameless = """[...document.querySelectorAll("button, select, input")]
      .filter((one) => !one.labels?.length && !one.ariaLabel && !one.textContent.trim()).length"""
    assert page.evaluate(nameless) == 0
    assert page.evaluate("document.documentElement.lang") == "en"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_enough_contrast(viewer: Viewer, made: PageMaker, scheme: str) -> None:
    page = viewer.look(made(), "view=figures&event=laos-secret-war", color_scheme=scheme)
    page.locator(".chart svg").first.wait_for()
    dim = [found for view in VIEWS for found in faint(page, view)]
    assert dim == []


VIEWS = ("timeline", "list", "claims", "figures", "network")
FAINT = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8").partition("\n")[2]


def faint(page: "Page", view: str) -> list[str]:
    """Give the texts of a view whose contrast is below 4.5 to 1."""
    found: list[str] = page.evaluate(FAINT, view)
    return found


def test_a_phone_shows_everything_without_moving_sideways(viewer: Viewer, made: PageMaker) -> None:
    page = viewer.look(made(), size=(390, 844), has_touch=True, is_mobile=True)
    for view in VIEWS:
        page.locator(f"nav [data-view={view}]").click()
        page.locator(f"#view-{view}").wait_for()
        if view == "figures":
            page.locator(".chart svg").first.wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, view
    page.locator("nav [data-view=timeline]").click()
    page.get_by_role("button", name="Filters").tap()
    page.get_by_label("Region", exact=True).select_option("laos")
    page.get_by_text("3 of 153 events").wait_for()
    page.locator(".mark").first.tap()
    box = page.locator("#panel").bounding_box()
    assert box == {"x": 0, "y": 0, "width": 390, "height": 844}
    assert page.evaluate("document.querySelector('#panel').scrollWidth") <= 390
    assert page.evaluate("document.querySelector('main').inert"), "what the card covers cannot be reached with Tab"
    page.get_by_label("Close the card").tap()
    assert not page.evaluate("document.querySelector('main').inert")


def test_charts_draw_each_agency_and_mark_conflicts_without_eval(viewer: Viewer, made: PageMaker) -> None:
    page = viewer.look(made(), "view=figures")
    page.locator(".chart svg").first.wait_for()
    chart = page.locator("figure", has_text="Afghanistan, persons")
    chart.scroll_into_view_if_needed()
    chart.locator("svg").wait_for()
    assert chart.locator(".chart-hint").inner_text() == "A ring and a dashed line mark figures that conflict."
    lines = page.locator("figure", has_text="Peru, ha").first.locator(".mark-line path")
    assert lines.count() >= 2, "a year that nobody gives ends a line"
    assert "computed" in (chart.locator("svg").text_content() or "")
    assert "40,000 persons" in (chart.locator("[role=graphics-document]").get_attribute("aria-label") or "")


def test_a_screen_reader_hears_events_and_no_drawing(viewer: Viewer, made: PageMaker) -> None:
    heard = viewer.look(made("--no-charts"), "event=laos-secret-war").locator("body").aria_snapshot()
    timeline = heard.partition('- group "Timeline of events":\n')[2].splitlines()
    assert timeline[0].lstrip().startswith("- 'button \"c. 1972: The CIA is said to intimidate McCoy")
    assert 'complementary "CIA-led paramilitary operation in Laos"' in heard
    assert "Contested 2 for, 2 against, 1 between" in heard


def test_who_with_whom(viewer: Viewer, made: PageMaker) -> None:
    page = viewer.look(made("--no-charts"), "view=network&region=peru")
    page.locator("[data-actor=peru-gov]").first.wait_for()
    page.locator("[data-actor=peru-gov]").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#view=network&region=peru&actor=peru-gov"
    assert page.locator(".node.asked").get_attribute("data-actor") == "peru-gov"
    page.locator("summary", has_text="as a table").click()
    assert page.locator("#network tbody tr").count() > 3


def test_paper_shows_the_list_and_the_open_card(viewer: Viewer, made: PageMaker) -> None:
    page = viewer.look(made("--no-charts"), "region=laos&event=laos-secret-war")
    page.emulate_media(media="print")
    page.locator("#list .event").first.wait_for()
    assert len(titles(page)) == page.locator("#list .event").count() == 3
    assert page.locator("#view-timeline").is_hidden()
    assert page.locator("form").is_hidden()
    assert page.locator(CARD).is_visible()
    assert page.locator(f"{CARD} details:not([open])").count() == 0, "nothing can be unfolded on paper"
    page.emulate_media(media="screen")
    expect(page.locator(f"{CARD} details[open]")).to_have_count(0)


def test_hostile_texts_are_texts(viewer: Viewer, made: PageMaker, hostile: Any) -> None:
    file = made("--store", str(hostile))
    scripts = "[...document.querySelectorAll('[href]')].filter((one) => /^javascript/i.test(one.href)).length"
    page = viewer.look(file, "event=text-1")
    for view in ("lanes=actor", "view=list", "view=claims", "view=figures", "view=network", "event=text-1"):
        page = viewer.look(file, view)
        page.wait_for_load_state("networkidle")
        assert page.locator("img, iframe, object, embed, body script:not([type])").count() == 0
        assert page.evaluate(scripts) == 0
    assert "<script>alert(1)</script>" in page.locator(f"{CARD} h2").inner_text()
    assert "<svg onload=alert(2)>" in page.locator(f"{CARD} .claim h4").inner_text()
    odd = viewer.look(file, "region=%3Cscript%3E&event=__proto__&at=NaN..1&view=constructor&q=%00%22%3E&lanes=x")
    assert odd.locator("#count").inner_text().startswith("0 of 25 events")


def test_dates_are_drawn_as_what_they_are(viewer: Viewer, made: PageMaker, hostile: Any) -> None:
    page = viewer.look(
        made("--store", str(hostile), "--since", "1900", "--until", "2030"),
        "lanes=none&at=1984..1996",
        size=(1280, 1300),
    )
    page.locator(".mark").first.wait_for()

    def bar(name: str) -> Any:
        return page.locator(f".mark[data-id={name}]")

    assert bar("text-0").locator(".bar").count() == 0, "a day is a point"
    assert bar("season").locator(".bar").get_attribute("mask") is None
    page.goto(page.url.replace("&at=1984..1996", ""))
    assert bar("decade").locator(".bar").get_attribute("mask") == "url(#fade-lr)"
    assert bar("about").locator(".bar").get_attribute("mask") == "url(#fade-lr)"
    assert bar("open-end").locator(".bar").get_attribute("mask") == "url(#fade-r)"
    assert bar("open-end").locator(".bar-end").count() == 1
    assert bar("open-start").locator(".bar").get_attribute("mask") == "url(#fade-l)"
    assert bar("unknown-end").locator(".aside").text_content() == "?"


def test_five_thousand_events_stay_at_hand(viewer: Viewer, made: PageMaker, tmp_path: Any) -> None:
    store = tmp_path / "large.jsonl"
    store.write_text("\n".join(json.dumps(record) for record in large(5000)), encoding="utf-8")
    page = viewer.look(made("--store", str(store), "--no-charts"))
    page.locator(".mark").first.wait_for()
    assert page.locator(".mark").count() < 400, "only what can be seen is drawn"
    slowest = page.evaluate(
        """async () => {
          const times = [];
          for (let turn = 0; turn < 8; turn += 1) {
            const from = performance.now();
            document.getElementById(turn % 2 ? "further" : "closer").click();
            await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
            times.push(performance.now() - from);
          }
          return times.sort((a, b) => a - b)[4];
        }"""
    )
    page.get_by_label("Words").fill("number 4999")
    page.get_by_text("1 of 5,000 events").wait_for()
    print(f"zooming through 5,000 events: {slowest:.0f} ms")  # noqa: T201 - for who wants to know; no limit is set


def large(count: int) -> list[dict[str, Any]]:
    """Make a store of so many events, spread over seventy years and thirty places."""
    places = [{"kind": "region", "id": f"place-{one}", "name": f"Place {one}", "type": "country"} for one in range(30)]
    work = {"kind": "source", "id": "work", "type": "book", "title": "Work", "issued": "2020", "read": True}
    events = [
        {
            "kind": "event",
            "id": f"event-{number}",
            "title": f"Something happens that is the number {number} of many",
            "date": f"{1950 + number * 7 % 70}-{1 + number % 12:02d}-{1 + number % 28:02d}",
            "regions": [f"place-{number % 30}"],
            "kinds": ["meeting"],
            "topics": ["heroin"],
            "status": "reported",
            "sources": ["work"],
        }
        for number in range(count)
    ]
    return [*places, work, *events]
