"""The small store, written once for all tests of commands."""

import pytest

from tests.evidence_store import EVIDENCE
from tests.small_store import FILES


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the folder of the small store."""
    folder = tmp_path_factory.mktemp("small")
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return str(folder)


@pytest.fixture(scope="session")
def disputed(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the folder of the small store of disputes."""
    folder = tmp_path_factory.mktemp("disputed")
    for name, text in EVIDENCE.items():
        (folder / name).write_text(text, encoding="utf-8")
    return str(folder)
