"""Read records in ordinary YAML quickly: block and flow lists and mappings, and texts in whatever style.

That is a part of YAML, and nearly all that stores use of it. Of anything else (anchors, tags, tabs, odd indents ...)
nothing is said here, and libyaml reads the record. A test holds the two to the same meaning.

A record is split into what stands before its values, which many records have in common, and the values.
"""

import re
from typing import Any, Final

from narcotl.store.nodes import LINE, Read
from narcotl.store.outline import BETWEEN, Form, Outline, formed, learnt
from narcotl.store.texts import FIRST, WORD, NotPlainError

KEY: Final = rf"(?:{WORD}|\"{WORD}\"|'{WORD}'):"
VALUE: Final = rf"(?:(?={FIRST})|[^\n ])"
"""What begins a value: the first sign of a plain one, which is a part of it, or what opens another."""
BELOW: Final = rf" *+\n ++(?={FIRST})(?!{KEY}(?![^ \n]))"
"""The end of a line and the indent before a plain text that stands below its key."""
BEHIND: Final = rf"(?: ++{VALUE}|(?= *(?![^ \n]))(?:{BELOW})?)"
BEFORE: Final = re.compile(rf"(\n *+(?:- ++(?:{KEY}{BEHIND}|{VALUE})|{KEY}{BEHIND}))")
"""What stands before a value: the end of a line, indent, dash, key, and what opens the value."""
INDENT: Final = re.compile(r"[^\n]*(\n *)")
"""What follows the sign of a literal or folded text: its first end of a line and indent."""
BLOCKS: Final = ("|", ">")
BRACKETS: Final = ("[", "{")
QUOTES: Final = ("'", '"')
LONG: Final = 8192
"""A record that is so long hardly has the form of another."""
LONGEST: Final = LINE - 1
"""A longer record would have columns that do not fit into a spot."""


def record(text: str, margin: str = "") -> Read | None:
    """Read one item of a list, from the margin before its dash to the end of its last line; None if it is not plain."""
    if not text.startswith(f"{margin}- ") or "\t" in text or len(text) > LONGEST:
        return None
    if text[-1:] != "\n":
        if "|" in text or ">" in text:
            return None  # whether a literal text ends with the end of a line is seen there
        text += "\n"
    start, *parts = BEFORE.split(f"\n{text[:-1]}")
    if start:
        return None
    try:
        return filled(text, parts[::2], parts[1::2])
    except NotPlainError:
        pass
    skeleton, values = joined(parts)
    try:
        return filled(text, skeleton, values) if len(values) < len(parts) // 2 else None
    except NotPlainError:
        return None


def filled(text: str, skeleton: list[str], nodes: list[Any]) -> Read:
    """Read a record that was split; its values are replaced."""
    rows = text.count("\n")
    if len(text) < LONG:
        outline = formed(BETWEEN.join(skeleton)).outline(nodes, rows)
    else:
        form = Form(skeleton)
        outline = learnt(form, form.folds(nodes, rows - form.rows))
    if outline is None:
        raise NotPlainError
    for number, read, beside in outline.always:
        nodes[number] = read(nodes[number], beside)
    if outline.others:
        for number, read, beside in outline.folded if is_clear(text, outline) else outline.others:
            nodes[number] = read(nodes[number], beside)
    return Read(nodes, outline)


def is_clear(text: str, outline: Outline) -> bool:
    """Tell whether there are no comments, no spaces at the ends of lines, and no colons that end words but in keys."""
    if ("#" in text and " #" in text) or " \n" in text:
        return False
    # One character is found much more quickly than two.
    return text.count(":") == outline.keys or text.count(": ") + text.count(":\n") == outline.keys


def joined(parts: list[str]) -> tuple[list[str], list[str]]:
    """Put together what was split in the midst of a value, where one of its lines begins as with a key or a dash.

    If this is wrong, or not enough, then how the value is read tells.
    """
    skeleton: list[str] = []
    values: list[list[str]] = []
    left, indent = 0, ""
    for written, value in zip(parts[::2], parts[1::2], strict=True):
        if skeleton and skeleton[-1][-1:] in BLOCKS and not indent:
            found = INDENT.match(f"{values[-1][0]}{written}")
            indent = found[1] if found else ""
        if left or (indent and written.startswith(indent)):
            values[-1] += (written, value)
            left = unclosed(skeleton[-1][-1:], left, written + value)
            continue
        skeleton.append(written)
        values.append([value])
        left, indent = unclosed(written[-1:], 1, value), ""
    return skeleton, ["".join(found) for found in values]


def unclosed(opening: str, left: int, text: str) -> int:
    """Tell how much of what something opened is left to be closed after a text; roughly, since quotes hide brackets."""
    if opening in BRACKETS:
        return max(0, left + sum(map(text.count, "[{")) - sum(map(text.count, "]}")))
    if opening in QUOTES:
        return (left + text.count(opening) - text.count(f"\\{opening}")) % 2
    return 0
