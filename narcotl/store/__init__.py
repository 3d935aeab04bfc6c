"""The store: YAML and JSON Lines files, read into typed records and problems."""

from narcotl.store.layout import StoreFile, files
from narcotl.store.reader import read

__all__ = ["StoreFile", "files", "read"]
