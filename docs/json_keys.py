"""Write every key of the JSON that commands print into the documents, from the published schema."""

from collections.abc import Iterator
from typing import Any, Final

import cog

from narcotl.reports.shapes import SHAPES
from narcotl.schema.output import output_schema

Schema = dict[str, Any]
COMMAND: Final = "command-"
WORD: Final = "word-"
NAMES: Final = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "object": "an object",
}
PLURALS: Final = {"an object": "objects", "text": "texts", "whole number": "whole numbers"}
"""What types are called here."""


def keys() -> None:
    """Write what each command prints, then the values that they share."""
    told: dict[str, Schema] = output_schema("", SHAPES)["$defs"]
    for name, schema in told.items():
        if name.startswith(COMMAND):
            section(f"narcotl {name.removeprefix(COMMAND)}", schema)
    cog.outl("\n# Values")
    for name, schema in told.items():
        if not name.startswith((COMMAND, WORD)):
            section(name, schema)
    cog.outl("")


def section(heading: str, schema: Schema) -> None:
    """Write one answer or one value."""
    cog.outl(f"\n## {heading}")
    for number, form in enumerate(forms(schema)):
        begin = "or" if number else "prints" if heading.startswith("narcotl ") else "is"
        cog.outl(f"\n{begin.capitalize()} {summary(form)}.")
        if rows := list(table("", form.get("items", form))):
            cog.outl("\n| key | holds | |\n|---|---|---|\n" + "\n".join(rows))


def forms(schema: Schema) -> Iterator[Schema]:
    """Give the forms that a value may have, those of the items of an array apart."""
    for form in schema.get("anyOf", [schema]):
        for item in form.get("items", {}).get("anyOf", ()):
            yield {"type": "array", "items": item}
        if "anyOf" not in form.get("items", {}):
            yield form


def table(path: str, schema: Schema) -> Iterator[str]:
    """Write a row for each key, those of objects inside under their paths; keys that are always there in bold."""
    for key, value in schema.get("properties", {}).items():
        name = f"{path}{key}"
        shown = f"**`{name}`**" if key in schema.get("required", ()) else f"`{name}`"
        yield f"| {shown} | {summary(value)} | {escaped(value.get('description', ''))} |"
        for form in forms(value):
            yield from table(f"{name}.", form.get("items", form))


def summary(schema: Schema) -> str:
    """Say in a few words what a value is."""
    if "$ref" in schema:
        return linked(schema["$ref"].removeprefix("#/$defs/"))
    if "const" in schema:
        return f"`{schema['const']}`"
    if "enum" in schema:
        return ", ".join(f"`{word}`" for word in schema["enum"])
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(map(summary, schema["anyOf"])))
    kinds = schema.get("type", "anything")
    if isinstance(kinds, list):
        return " or ".join(named(kind) for kind in kinds)
    if kinds == "array":
        item = summary(schema.get("items", {}))
        return f"an array of {PLURALS.get(item, item)}"
    return named(kinds)


def named(kind: str) -> str:
    """Name a type."""
    return NAMES.get(kind, kind)


def linked(name: str) -> str:
    """Lead to where a value is told."""
    if name.startswith(WORD):
        vocabulary = name.removeprefix(WORD)
        return f"a word of [{vocabulary}](vocabulary.md#{vocabulary})"
    return f"[{name}](#{name.lower()})"


def escaped(text: str) -> str:
    """Write a text so that it stays in its cell."""
    return text.replace("|", "\\|").replace("<", "&lt;")
