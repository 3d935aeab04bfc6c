"""The targets of the fuzzer hold for a handful of examples; `make fuzz` tries many more."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import settings

from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.__name__)
def test_a_handful(target: Callable[[], Any]) -> None:
    settings(max_examples=10)(target)()
