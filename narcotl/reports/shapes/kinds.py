"""The heads of records of any kind."""

from narcotl.reports.shape import TEXT, Either, Keys, Object, Of, Several, Word

KIND = Word("record-kind")
HEAD: Keys = {"id": TEXT, "kind": KIND, "name": TEXT}
"""A record of any kind, by id, kind and name."""
NAMED_WITH_KIND = Several(Object(HEAD))
KINDS = ("region", "actor", "source", "measure", "event", "claim", "figure", "correction", "annotation")


def full(kind: str, keys: Keys) -> Either:
    """Print one record as an object, and several as an array of such objects."""
    one = Of(kind, keys)
    return Either((one, Several(one)))
