"""YAML: a list of mappings, or one mapping; dates and other texts that look like something else in quotes."""

import re
from collections.abc import Mapping
from typing import Final

import yaml

try:
    from yaml import CSafeDumper as _SafeDumper
except ImportError:
    from yaml import SafeDumper as _SafeDumper  # type: ignore[assignment]  # PyYAML may come without libyaml

from narcotl.render.output import Shown
from narcotl.render.page import Page
from narcotl.render.values import picked
from narcotl.reports.report import Card, Report

_LONE: Final = re.compile("[\ud800-\udfff]")
_UNBROKEN: Final = 2**31 - 1
_TEXT: Final = "tag:yaml.org,2002:str"
_HIDDEN: Final = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


class _Dumper(_SafeDumper):
    """Write values as they are, each where it stands."""

    def ignore_aliases(self, _data: object) -> bool:
        """Repeat what comes twice, instead of referring to it."""
        return True


def _text_node(dumper: _Dumper, value: str) -> yaml.Node:
    """Put a text that needs escapes in double quotes, where YAML has them; show half a character as an escape."""
    text = _LONE.sub(lambda match: f"\\u{ord(match[0]):04x}", value)
    return dumper.represent_scalar(_TEXT, text, style='"' if _HIDDEN.search(text) else None)


def _other_node(dumper: _Dumper, value: object) -> yaml.Node:
    """Write a mapping that is no dict as one, and what YAML has no words for as text."""
    return dumper.represent_dict(value) if isinstance(value, Mapping) else _text_node(dumper, str(value))


_Dumper.add_representer(str, _text_node)
_Dumper.add_multi_representer(str, _text_node)
_Dumper.add_multi_representer(object, _other_node)


def report(listed: Report, shown: Shown, page: Page) -> None:
    """Write a sequence, mapping by mapping as they come."""
    empty = True
    for row in listed.rows:
        page.write(_text([picked(row, shown.fields)], page))
        empty = False
    if empty:
        page.write("[]\n")


def card(one: Card, shown: Shown, page: Page) -> None:
    """Write one mapping."""
    page.write(_text(picked(one.record, shown.fields), page))


def _text(value: object, page: Page) -> str:
    text: str = yaml.dump(
        value, Dumper=_Dumper, sort_keys=False, allow_unicode=page.is_unicode, width=_UNBROKEN, default_flow_style=False
    )
    return _HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04X}", text)
