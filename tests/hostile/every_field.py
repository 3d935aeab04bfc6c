"""A store in which every text of every field of every kind of record is hostile, made from the model itself."""

import json
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from narcotl.dates import FuzzyDate
from narcotl.model.fields import Ref
from narcotl.model.records import RECORDS
from narcotl.model.vocab.base import RecordKind
from tests.fuzz.shapes import fields

STEERING: Final = {
    "CSI": "\x1b[7;31m",
    "CSI of one character": "\x9b7m",
    "OSC 0, a title": "\x1b]0;title\x07",
    "OSC 8, a link": "\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\",
    "OSC 52, the clipboard": "\x1b]52;c;ZXZpbA==\x07",
    "overrides of direction": "\u202eevil\u202c\u2066\u2069",
    "back over the line": "\b\b\b\x7f\r",
    "NUL": "\0",
    "line separators": "\x85\u2028\u2029",
}
"""What a terminal would act on, by name."""
MARKUP: Final = "[bold red]loud[/] <script>alert(1)</script> =1+1"


def hostile_store(file: Path, text: str) -> None:
    """Write a store with a record of each kind, all of whose fields are filled, each text with this one."""
    lines = [json.dumps({"kind": kind.value, **record(kind, text)}) for kind in RecordKind]
    file.write_text("\n".join(lines), encoding="utf-8")


def record(kind: RecordKind, text: str) -> dict[str, Any]:
    """Fill every field of a record; where two fields exclude each other, one is left out."""
    made = {field.key: filled(field.holds, f"{kind} {field.key} {text}") for field in fields(RECORDS[kind])}
    made["id"] = f"{kind}-1"
    if "kind" in made:
        made["type"] = made.pop("kind")
    for key in ("low", "high", "missing"):
        made.pop(key, None)
    if kind in (RecordKind.REGION, RecordKind.ACTOR, RecordKind.SOURCE):  # nothing is a part of itself
        made.pop("part_of", None)
    return made


def filled(holds: Any, text: str) -> Any:
    """Fill what a field holds."""
    if isinstance(holds, list):
        return [filled(holds[0], text)]
    if isinstance(holds, tuple):
        return {field.key: filled(field.holds, text) for field in holds}
    if isinstance(holds, Ref):
        return text if holds.loose else f"{min(holds.kinds, default=RecordKind.EVENT)}-1"
    if issubclass(holds, StrEnum):
        return next(iter(holds)).value
    return {str: text, bool: "true", Decimal: "1", FuzzyDate: "1984"}[holds]
