"""The small store of the commands serves the browser as well."""

from tests.cli.conftest import small

__all__ = ["small"]
