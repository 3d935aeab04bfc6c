"""JSON Schemas (2020-12) of a store and of the output, made from the model and from the shapes of reports."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"

OUTPUT_VERSION = 1
"""The version of the promise in docs/json.md; what would change it is said there."""
