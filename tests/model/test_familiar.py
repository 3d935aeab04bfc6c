"""The paths of fields that are known without the classes of records."""

import pytest

from narcotl.model.familiar import FAMILIAR, is_familiar
from narcotl.model.paths import paths_of
from narcotl.model.vocab.base import RecordKind


@pytest.mark.parametrize("kind", FAMILIAR)
def test_what_is_familiar_exists(kind: RecordKind) -> None:
    assert FAMILIAR[kind] <= {*paths_of(kind)}


def test_what_is_not_familiar_may_exist_all_the_same() -> None:
    assert is_familiar("date.text", RecordKind.EVENT)
    assert not is_familiar("proposition", RecordKind.EVENT)
    assert not is_familiar("id", RecordKind.ANNOTATION)
    assert "id" in paths_of(RecordKind.ANNOTATION)
