"""The store: YAML and JSON Lines files, read into typed records and problems."""
