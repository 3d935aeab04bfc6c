"""Templates: each row as one line of the user's own, such as `{date.text}  {title:40}`."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple, TypeAlias

from narcotl.errors import UsageError
from narcotl.render.escapes import fit
from narcotl.render.output import Shown
from narcotl.render.page import Page
from narcotl.render.values import pick, text_of
from narcotl.render.wrap import width_of
from narcotl.reports.report import Card, Report, Row

_TOKEN: Final = re.compile(
    r"(?P<brace>\{\{|\}\})|\{(?P<path>[^{}:]+)(?::(?P<side>[<>]?)(?P<width>\d{1,4}))?\}|(?P<escape>\\[nt\\])|(?P<stray>[{}])"
)
_LITERAL: Final = {"{{": "{", "}}": "}", r"\n": "\n", r"\t": "\t", r"\\": "\\"}


class Place(NamedTuple):
    """Where a value goes: its path, the least characters it fills, and whether it stands at their right."""

    path: str
    width: int = 0
    right: bool = False


Template: TypeAlias = tuple[str | Place, ...]


def parse(text: str) -> Template:
    r"""Understand `{path}`, `{path:40}`, `{path:>8}`; `{{` and `}}` are braces, `\t` and `\n` a tab and a new line."""
    return tuple(_parts(text))


def _parts(text: str) -> Iterator[str | Place]:
    start = 0
    for found in _TOKEN.finditer(text):
        if found["stray"]:
            hint = "A field is written {title} or {title:40}; a brace of its own is doubled: {{ or }}."
            raise UsageError(f"the template has a stray '{found[0]}' at character {found.start() + 1}: {text}", hint)
        yield text[start : found.start()]
        if found["path"]:
            yield Place(found["path"].strip(), int(found["width"] or 0), found["side"] == ">")
        else:
            yield _LITERAL[found[0]]
        start = found.end()
    yield text[start:]


def paths(template: Template) -> tuple[str, ...]:
    """List the fields that a template shows."""
    return tuple(part.path for part in template if isinstance(part, Place))


def report(listed: Report, shown: Shown, page: Page) -> None:
    """Write the rows as they come."""
    for row in listed.rows:
        _write(row, shown, page)


def card(one: Card, shown: Shown, page: Page) -> None:
    """Write the record."""
    _write(one.record, shown, page)


def _write(row: Row, shown: Shown, page: Page) -> None:
    parts = (part if isinstance(part, str) else _filled(row, part, page) for part in shown.template)
    page.write("".join(parts) + "\n")


def _filled(row: Row, place: Place, page: Page) -> str:
    text = fit(text_of(pick(row, place.path)), page).replace("\n", " ")
    space = " " * max(0, place.width - width_of(text))
    return space + text if place.right else text + space
