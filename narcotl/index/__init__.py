"""The index: a disposable SQLite copy of a store that answers questions quickly."""
