"""Without libyaml the store is read more slowly, and says the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from narcotl.errors import Problem
from narcotl.library.shipped import shipped_store
from narcotl.model.entry import Entry, Setting
from narcotl.store.layout import files
from narcotl.store.reader import read


def said(store: Path) -> Iterator[Entry | Setting | Problem]:
    for file in files(store):
        yield from read(file)


def test_the_loader_without_libyaml_gives_the_same_records(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = list(said(shipped_store()))
    monkeypatch.delattr(yaml, "CSafeLoader")
    assert list(said(shipped_store())) == quick
    assert len(quick) > 1000
