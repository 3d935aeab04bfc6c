"""What a file really is, by its first bytes: its name may say something else."""

import re
from typing import Final

from narcotl.errors import UsageError

_BINARY: Final = (
    (b"SQLite format 3\0", "sqlite", "an SQLite database"),
    (b"PAR1", "parquet", "a Parquet file"),
    (b"PK\x03\x04", "", "a ZIP archive, as spreadsheets in .xlsx and .ods are"),
    (b"\xd0\xcf\x11\xe0", "", "an old Microsoft Office file"),
    (b"\x1f\x8b", "", "compressed with gzip"),
    (b"%PDF-", "", "a PDF"),
    (b"\x89PNG", "", "a picture"),
    (b"\xff\xd8\xff", "", "a picture"),
)
_LFS: Final = b"version https://git-lfs.github.com/spec/"
_ANNEX: Final = re.compile(rb"(?:/annex/objects/|(?:\.\./)*\.git/annex/objects/)")
_TEXTS: Final = (
    (re.compile(r"<!doctype html|<html\b|<head\b|<body\b|<script\b", re.IGNORECASE), "", "HTML"),
    (re.compile(r"<\?xml|<[a-z]+[\s>]", re.IGNORECASE), "", "XML"),
    (re.compile(r"BEGIN:VCALENDAR", re.IGNORECASE), "ics", "an iCalendar file"),
    (
        re.compile(
            r"(?:/\*|//|['\"]use strict|(?:export|import|function|var|let|const)\s|"
            r"(?:window|module|self|globalThis)\.|[\w$.]+\s*=\s*[\[{(]|[\w$.]+\(\s*[\[{])"
        ),
        "",
        "JavaScript",
    ),
    (re.compile(r"@(?:comment|string|preamble|[a-z]+)\s*[{(]", re.IGNORECASE), "bibtex", "BibTeX"),
    (re.compile(r"\{\s*(?:\"|\})|\[\s*(?:\{|\[|\"|\])"), "json", "JSON"),
)
_JSON: Final = frozenset({"json", "jsonl", "timelinejs", "csl-json", "ftm"})


def check_bytes(data: bytes, wanted: str, name: str) -> None:
    """Fail if a file is something else than what is wanted, as far as its bytes tell before they are a text."""
    if not data.strip():
        raise UsageError(f"{name} is empty")
    if data.startswith(_LFS):
        raise UsageError(f"{name} is a Git LFS pointer, not the file itself", "Fetch it: git lfs pull.")
    if _ANNEX.match(data):
        raise UsageError(f"{name} is a git-annex pointer, not the file itself", "Fetch it: git annex get.")
    for start, format_, what in _BINARY:
        if data.startswith(start) and format_ != wanted:
            raise other(name, what, wanted, format_)
    for start, format_, what in _BINARY:
        if format_ == wanted and not data.startswith(start):
            raise UsageError(f"{name} is not {what}")


def check_text(text: str, wanted: str, name: str) -> None:
    """Fail if a text is plainly something else than what is wanted."""
    start = text.lstrip()[:2000]
    if not start:
        raise UsageError(f"{name} is empty")
    for pattern, format_, what in _TEXTS:
        if pattern.match(start):
            if format_ == wanted or (format_ == "json" and wanted in _JSON):
                return
            if what == "JavaScript" and wanted not in _JSON:
                continue  # a cell of a table may begin so
            raise other(name, what, wanted, format_)
    if wanted == "ics":
        raise UsageError(f"{name} is not an iCalendar file: it does not begin with BEGIN:VCALENDAR")


def other(name: str, what: str, wanted: str, format_: str) -> UsageError:
    """Say what a file is."""
    hint = f"Import it as what it is: narcotl import {format_}." if format_ else f"Save it as {wanted} first."
    return UsageError(f"{name} is {what}, not {wanted}", hint)
