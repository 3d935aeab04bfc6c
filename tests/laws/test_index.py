"""An index changes no answer: fresh, stale, mended, damaged or absent, it says what the store says."""

import json
import random
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.front_door import Answer, ask
from tests.laws.stores import Record, Store, content, questions, stores, written

EVENTS = ("events.yaml", "events/a.yaml", "events/b.jsonl")
ADDED: Record = {
    "id": "event-new",
    "title": "river law",
    "date": "198X",
    "regions": ["region-0"],
    "kinds": ["law"],
    "status": "reported",
    "sources": ["source-0"],
    "participants": [{"actor": "actor-0", "role": "lead"}],
}


def answers(folder: Path, asked: list[list[str]], *options: str) -> list[Answer]:
    """Ask a store a few questions, its problems and its whole content."""
    where = ("--store", str(folder), *options)
    commands = [*(["timeline", "--json", *question] for question in asked), ["export", "jsonl"], ["check"]]
    commands += [["actor", "actor-0", "--json"], ["region", "region-0", "--json"], ["source", "source-0", "--json"]]
    commands += [["region", "--json"], ["actor", "aktor"]]
    return [ask(*command, *where) for command in commands]


@given(st.data())
@settings(max_examples=25)
def test_with_an_index_and_without(data: st.DataObject) -> None:
    store = data.draw(stores())
    asked = data.draw(st.lists(questions(store), min_size=1, max_size=4))
    with written(store) as folder:
        without = answers(folder, asked, "--no-index")
        assert answers(folder, asked) == without, "made"
        assert answers(folder, asked) == without, "found"


def edit(draw: Any, folder: Path, store: Store) -> None:
    """Change a store as people do: edit, swap, add, remove, rename."""
    present = [name for name in EVENTS if (folder / name).exists()]
    absent = [name for name in EVENTS if name not in present]
    change = draw(st.sampled_from(["same size", "drop", "add", "remove", "rename", "region", "break", "touch"]))
    if change == "region":
        (folder / "regions.yaml").write_text(content("regions.yaml", store["regions.yaml"][::-1]), encoding="utf-8")
    elif change == "add" and absent:
        store[absent[0]] = [ADDED]
        (folder / absent[0]).parent.mkdir(exist_ok=True)
        (folder / absent[0]).write_text(content(absent[0], [ADDED]), encoding="utf-8")
    elif present:
        name = draw(st.sampled_from(present))
        file = folder / name
        text = file.read_text(encoding="utf-8")
        if change == "same size":
            file.write_text(text.replace("1984", "1985").replace("river", "ocean"), encoding="utf-8")
        elif change == "drop":
            file.write_text(content(name, [json.loads(json.dumps(event)) for event in store[name][1:]]), "utf-8")
        elif change == "remove":
            file.unlink()
        elif change == "rename" and absent and file.suffix == Path(absent[0]).suffix:
            (folder / absent[0]).parent.mkdir(exist_ok=True)
            file.rename(folder / absent[0])
            store[absent[0]] = store[name]
        elif change == "break":
            file.write_text(text.replace('"status": "', '"status": "un', 1), encoding="utf-8")
        else:
            file.touch()


@given(st.data())
@settings(max_examples=20)
def test_after_every_change(data: st.DataObject) -> None:
    store = data.draw(stores())
    asked = data.draw(st.lists(questions(store), min_size=1, max_size=3))
    with written(store) as folder:
        answers(folder, asked)
        for _ in range(data.draw(st.integers(1, 3))):
            edit(data.draw, folder, store)
            assert answers(folder, asked) == answers(folder, asked, "--no-index")


@given(store=stores(), seed=st.integers(0, 10_000))
@settings(max_examples=15)
def test_with_a_damaged_index(store: Store, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    with written(store) as folder:
        good = answers(folder, [[]])
        for index in (folder.parent / "cache").iterdir():
            damage(index, chance)
        assert answers(folder, [[]]) == good


def damage(index: Path, chance: random.Random) -> None:
    """Cut a file, or overwrite whole pages of it."""
    raw = bytearray(index.read_bytes())
    if chance.random() < 0.3:
        del raw[chance.randrange(len(raw)) :]
    else:
        for page in range(chance.randrange(2), len(raw) // 4096, chance.randrange(1, 4)):
            raw[page * 4096 : (page + 1) * 4096] = b"\xff" * 4096
    index.write_bytes(raw)
