"""The store that an installed narcotl came with is not changed: the next version would take the changes away."""

from pathlib import Path

import pytest

from tests.front_door import FrontDoor

FILES = {
    "regions.yaml": "- {name: Peru, id: peru, kind: country}\n- {id: chile, name: Chile, kind: country}\n",
    "actors.yaml": "- {id: agency, name: Agency, kind: agency}\n- {id: office, name: Office, kind: agency}\n",
}
CHANGING = {
    "edit": ("edit", "peru"),
    "new": ("new", "region", "--name", "Bolivia", "--kind", "country"),
    "rename": ("rename", "agency", "bureau"),
    "merge-records": ("merge-records", "agency", "office"),
    "distinct": ("distinct", "agency", "office", "--reason", "one is a part of the other"),
    "fmt": ("fmt",),
}


@pytest.mark.parametrize("command", CHANGING)
def test_it_is_left_alone(command: str, tmp_path: Path, narcotl: FrontDoor, monkeypatch: pytest.MonkeyPatch) -> None:
    store = tmp_path / "data"
    store.mkdir()
    for name, text in FILES.items():
        (store / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr("narcotl.library.shipped.PACKAGE", tmp_path)
    answer = narcotl(*CHANGING[command], env={"VISUAL": "false"})
    assert answer.status == 2
    assert answer.err.endswith(
        "narcotl: the store that narcotl ships with is not yours to change\n"
        "`narcotl init DIR` makes one of your own; --store names it.\n"
    )
    assert {file.name: file.read_text(encoding="utf-8") for file in store.iterdir()} == FILES
