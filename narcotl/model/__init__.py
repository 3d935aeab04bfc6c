"""The records: frozen dataclasses whose fields, types and docstrings are the schema of a store."""
