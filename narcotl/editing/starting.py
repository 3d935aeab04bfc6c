"""Start a store: a folder with a few invented records, comments that say what they are, and schemas for editors."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from narcotl.editing.files import Change, is_empty
from narcotl.errors import UsageError

TEMPLATES = Path(__file__).parent / "first_store"
SCHEMAS = "schema"
"""The folder beside the records in which editors find the schemas; no file of a store is called so."""
TITLE = "{title}"
UNTITLED = "A store of one's own"


def first_files(folder: Path, title: str, schemas: Mapping[str, Any]) -> list[Change]:
    """Give the files of a new store, with the schema of each by its name; fails if there is anything in the folder."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is no folder", "Name a new folder.")
    if folder.is_dir() and not is_empty(folder):
        raise UsageError(f"{folder} is not empty", "Name a new folder; `narcotl new` adds records to a store.")
    if not title.isprintable():
        raise UsageError("a title is one line of text", "Leave out control characters.")
    records = [(template.name, template.read_text(encoding="utf-8")) for template in sorted(TEMPLATES.glob("*.yaml"))]
    quoted = json.dumps(title or UNTITLED, ensure_ascii=False)
    texts = {folder / name: text.replace(TITLE, quoted) for name, text in records}
    for name, schema in schemas.items():
        texts[folder / SCHEMAS / f"{name}.json"] = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
    return [Change(path=path, before=None, after=text.encode()) for path, text in texts.items()]
