"""What the tests of the corpus share: the shipped store, read once."""

import pytest

from tests.corpus.shipped import Shipped, read_shipped


@pytest.fixture(scope="session")
def shipped() -> Shipped:
    """Give the shipped store."""
    return read_shipped()
