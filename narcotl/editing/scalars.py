"""Write one text as a YAML scalar: bare where every reader of YAML takes it for the same text, else in quotes."""

import re
from typing import Final

HIDDEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""What is written as an escape: a terminal or an editor acts on it, or YAML does not have it."""

_BARE: Final = re.compile(
    r"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`=~]|-(?=[\w.]))(?:(?:(?<=\S)#|:(?=\S)|[^#:])*(?:(?<=\S)[^\s:]|[^\s#:]))?"
)
_BARE_IN_FLOW: Final = re.compile(
    r"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`=~]|-(?=[\w.]))(?:(?:(?<=\S)#|(?<=\w):(?=[\w/])|[^#:?,\[\]{}])*(?:(?<=\S)[^\s:?,\[\]{}]|[^\s#:?,\[\]{}]))?"
)
_OTHERWISE: Final = re.compile(r"yes|no|on|off|y|n|null|nan|inf|\.nan|[-+]?\.inf|---.*|\.\.\..*", re.IGNORECASE)
"""What other readers of YAML take for something else; `true` and numbers are what they look like."""


def inline(text: str, *, flow: bool) -> str:
    """Write a text in one line, as it can stand in a list or mapping in brackets or not."""
    return text if is_bare(text, flow=flow) else quoted(text)


def is_bare(text: str, *, flow: bool) -> bool:
    """Tell whether a text can stand without quotes."""
    pattern = _BARE_IN_FLOW if flow else _BARE
    return bool(pattern.fullmatch(text)) and not HIDDEN.search(text) and not _OTHERWISE.fullmatch(text)


def quoted(text: str) -> str:
    """Write a text in double quotes."""
    body = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{HIDDEN.sub(escape, body)}"'


def escape(found: re.Match[str]) -> str:
    """Write one character as an escape."""
    number = ord(found[0])
    return f"\\x{number:02x}" if number <= 0xFF else f"\\u{number:04x}"  # noqa: PLR2004 - what \x can say


def can_fold(text: str) -> bool:
    """Tell whether a text can be broken at its spaces and read back the same."""
    return " " in text and text == " ".join(text.split()) and not HIDDEN.search(text)


def can_stand_as_lines(text: str) -> bool:
    """Tell whether a text of several lines can stand line by line below its key and be read back the same."""
    lines = text.split("\n")
    plain = all(line == line.rstrip() and not HIDDEN.search(line) for line in lines)
    return len(lines) > 1 and plain and bool(lines[0]) and lines[0][0] != " " and bool(lines[-1])


def wrapped(words: list[str], width: int) -> list[str]:
    """Set words in lines of at most so many characters; a longer word has a line of its own."""
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
