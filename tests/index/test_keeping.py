"""When the index is kept and when it is mended: what is counted is the files that are read."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from narcotl.errors import Problem
from narcotl.index.cache import connect
from narcotl.index.stamp import IndexedFile
from narcotl.library.opened import Reader, open_library
from narcotl.model.entry import Entry, Setting
from narcotl.store.layout import files
from tests.conftest import StoreMaker

FILES = {
    "regions.yaml": "- {id: peru, name: Peru, kind: country}\n",
    "actors/a.yaml": "- {id: cia, name: CIA, kind: agency}\n",
    "actors/b.yaml": "- {id: dea, name: DEA, kind: agency}\n",
}


class Noting(Reader):
    """Reads files, and notes which."""

    def __init__(self, noted: list[str]) -> None:
        """Note the names of files in a list."""
        super().__init__()
        self.noted = noted

    def __call__(self, file: IndexedFile) -> Iterator[Entry | Setting | Problem]:
        """Read one file."""
        self.noted.append(file.path.name)
        return super().__call__(file)


def names(store: Path, noted: list[str]) -> list[str]:
    """Give the ids of all records of a store, and note which files are read for that."""
    listed = [
        IndexedFile(path=file.path, root=str(store), kind=file.kind, position=position)
        for position, file in enumerate(files(store))
    ]
    connection = connect(listed, Noting(noted))
    sql = "SELECT r.id FROM records r JOIN files f ON f.path = r.path ORDER BY f.position"
    found = [row[0] for row in connection.execute(sql)]
    connection.close()
    return found


@pytest.mark.usefixtures("fresh_cache")
def test_only_what_changed_is_read_again(make_store: StoreMaker) -> None:
    store, noted = make_store(FILES), list[str]()
    assert names(store, noted) == ["peru", "cia", "dea"]
    assert noted == ["regions.yaml", "a.yaml", "b.yaml"]
    noted.clear()
    assert names(store, noted) == ["peru", "cia", "dea"]
    assert noted == []
    (store / "actors/b.yaml").write_text("- {id: dia, name: DIA, kind: agency}\n", encoding="utf-8")
    assert names(store, noted) == ["peru", "cia", "dia"]
    assert noted == ["b.yaml"]
    noted.clear()
    (store / "actors/a.yaml").unlink()
    assert names(store, noted) == ["peru", "dia"]
    assert noted == []
    (store / "actors/b.yaml").rename(store / "actors/z.yaml")
    (store / "actors/c.yaml").write_text("- {id: fbi, name: FBI, kind: agency}\n", encoding="utf-8")
    assert names(store, noted) == ["peru", "fbi", "dia"]
    assert sorted(noted) == ["c.yaml", "z.yaml"]


@pytest.mark.usefixtures("fresh_cache")
def test_a_file_that_was_only_touched_is_not_read(make_store: StoreMaker) -> None:
    store, noted = make_store(FILES), list[str]()
    names(store, noted)
    noted.clear()
    os.utime(store / "regions.yaml", (1, 1))
    assert names(store, noted) == ["peru", "cia", "dea"]
    assert noted == []


@pytest.mark.usefixtures("fresh_cache")
def test_of_two_records_with_one_id_the_first_stays_first(make_store: StoreMaker) -> None:
    store = make_store(FILES)
    open_library([store]).close()
    (store / "actors/0.yaml").write_text("- {id: cia, name: Another, kind: agency}\n", encoding="utf-8")
    library = open_library([store])
    assert [row["name"] for row in library.index.get(["cia"])] == ["Another"]
    assert library.count_errors() == 1
    library.close()
    (store / "actors/0.yaml").unlink()
    library = open_library([store])
    assert [row["name"] for row in library.index.get(["cia"])] == ["CIA"]
    assert library.count_errors() == 0
    library.close()


def test_without_an_index_nothing_is_kept(make_store: StoreMaker, fresh_cache: Path) -> None:
    open_library([make_store(FILES)], cached=False).close()
    assert not fresh_cache.exists()
