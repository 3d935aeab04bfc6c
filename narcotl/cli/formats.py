"""Understand what `--format` and `--fields` name, and refuse what does not exist with what does."""

from collections.abc import Iterable, Sequence

from narcotl.errors import UsageError, choice, did_you_mean, meant, nearest
from narcotl.model.vocab.base import RecordKind
from narcotl.render import Format


def known_format(name: str) -> Format:
    """Give the format of this name; fails with near matches."""
    if name in list(Format):
        return Format(name)
    template = "A template has fields in braces: '{date.text}  {title}'."
    raise UsageError(f"there is no format '{name}'", meant(name, list(Format), template))


def check_fields(fields: Sequence[str], kind: RecordKind | None, added: Iterable[str]) -> None:
    """Refuse fields that do not exist, with those that do; rows that are no records have the added ones only."""
    from narcotl.model.familiar import is_familiar

    left = {field for field in fields if kind is None or not is_familiar(field, kind)}
    known: list[str] = []
    for path in added:
        if not left:
            return
        left.discard(path)
        known.append(path)
    if left and kind is not None:
        from narcotl.model.paths import paths_of  # with the classes of all records, which cost half of an answer

        known = [*paths_of(kind), *known]
    for field in fields:
        if field in left and field not in known:
            top = sorted({path.split(".")[0] for path in known})
            hint = did_you_mean(nearest(field, known, 3), choice((*top, "and what lies below them")))
            rows = f"records of the kind {kind}" if kind is not None else "the rows of this list"
            raise UsageError(f"{rows} have no field '{field}'", hint)
