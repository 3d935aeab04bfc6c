"""What a store adds to another one: the same with every index, and gone without a trace when it is taken away."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.front_door import Answer, ask
from tests.laws.stores import ACTORS, SOURCES, Record, Store, content, ids, some, stores, titles, written

QUESTIONS = (
    *(
        ["timeline", "--json"],
        ["timeline", "--tag", "thesis", "--json"],
        ["claims", "--json"],
        ["claims", "--contested"],
    ),
    *(["source", "source-0", "--json"], ["actor", "actor-0", "--json"], ["annotations", "--json"], ["check"]),
    *(["search", "river", "--json"], ["stats", "--by", "tag"], ["export", "jsonl"]),
)


@st.composite
def annotations(draw: st.DrawFn, store: Store) -> list[Record]:
    """Draw annotations of records of a store, each with what its record can have."""
    targets = [str(record["id"]) for records in store.values() for record in records]
    speakers = [str(actor["id"]) for actor in store["actors.yaml"]][:ACTORS]
    found: list[Record] = []
    for place, target in enumerate(draw(st.lists(st.sampled_from(targets), max_size=5))):
        record: Record = {"id": f"annotation-{place}", "of": target, "note": draw(titles())}
        record["tags"] = draw(some(["thesis", "todo", "río"], 2))
        if target.startswith("claim"):
            stances = st.sampled_from(["denies", "asserts", "reports"])
            position = {"actor": draw(st.sampled_from(speakers)), "stance": draw(stances), "source": "source-0"}
            record["positions"] = [{**position, "said": draw(st.sampled_from(["1984", "198X"]))}]
        elif not target.startswith("figure"):
            record["sources"] = draw(some(ids("source", SOURCES), 2))
        found.append(record)
    return found


def answers(*folders: Path, options: tuple[str, ...] = ()) -> list[Answer]:
    """Ask some stores together."""
    stores_asked = [option for folder in folders for option in ("--store", str(folder))]
    return [ask(*question, *stores_asked, *options) for question in QUESTIONS]


@given(st.data())
@settings(max_examples=8)
def test_an_overlay_is_seen_whatever_changes(data: st.DataObject) -> None:
    store = data.draw(stores())
    with written(store) as folder:
        overlay = folder.parent / "mine"
        overlay.mkdir()
        file = overlay / "annotations.yaml"
        for _ in range(3):
            file.write_text(content(file.name, data.draw(annotations(store))), encoding="utf-8")
            asked = answers(folder, overlay)
            assert asked == answers(folder, overlay, options=("--no-index",))
            events = data.draw(
                st.sampled_from([name for name in store if name.startswith("events")] or ["claims.yaml"])
            )
            (folder / events).write_text(content(events, store[events][::-1]), encoding="utf-8")
            assert answers(folder, overlay) == answers(folder, overlay, options=("--no-index",))


@given(st.data())
@settings(max_examples=8)
def test_without_the_overlay_nothing_is_left_of_it(data: st.DataObject) -> None:
    store = data.draw(stores())
    with written(store) as folder:
        alone = answers(folder)
        overlay = folder.parent / "mine"
        overlay.mkdir()
        file = overlay / "annotations.yaml"
        file.write_text(content(file.name, data.draw(annotations(store))), encoding="utf-8")
        answers(folder, overlay)
        file.write_text("[]\n", encoding="utf-8")
        assert answers(folder, overlay) == alone
        assert answers(folder) == alone
