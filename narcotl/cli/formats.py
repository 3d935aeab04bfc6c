"""Understand what `--format` and `--fields` name, and refuse what does not exist with what does."""

from collections.abc import Sequence

from narcotl.errors import UsageError
from narcotl.model.vocab.base import RecordKind
from narcotl.render import Format


def known_format(name: str) -> Format:
    """Give the format of this name; fails with near matches."""
    if name in list(Format):
        return Format(name)
    from difflib import get_close_matches

    near = get_close_matches(name.lower(), list(Format), 2, 0.5)
    hint = f"Did you mean {' or '.join(near)}? " if near else f"There are: {', '.join(Format)}. "
    raise UsageError(f"there is no format '{name}'", hint + "A template has fields in braces: '{date.text}  {title}'.")


def check_fields(fields: Sequence[str], kind: RecordKind | None, added: Sequence[str]) -> None:
    """Refuse fields that do not exist, with those that do; rows that are no records have the added ones only."""
    from difflib import get_close_matches

    from narcotl.model.paths import paths_of

    known = (*(paths_of(kind) if kind is not None else ()), *added)
    for field in fields:
        if field not in known:
            near = get_close_matches(field, known, 3)
            top = ", ".join(sorted({path.split(".")[0] for path in known}))
            hint = f"Did you mean {' or '.join(near)}?" if near else f"There are: {top}, and what lies below them."
            rows = f"records of the kind {kind}" if kind is not None else "the rows of this list"
            raise UsageError(f"{rows} have no field '{field}'", hint)
