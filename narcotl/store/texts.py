"""Read the texts of YAML that are more than words on a line: of several lines, in quotes, literal and folded.

Each function takes what stands between the sign that opens a value and the next key or dash, and the spaces with which
further lines of the value begin. What is rare or doubtful is left to libyaml.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

WORD: Final = r"[A-Za-z_][A-Za-z0-9_-]*+"
"""A key; with other letters it is none that a record has, and found only half as quickly."""
FIRST: Final = r"""(?:[^\x00- !"#%&'*,\-:>?@\[\]`{|}\x7f]|-[\w.])"""
"""How a text without quotes may begin; YAML has a few signs more, which libyaml reads."""
BLANK: Final = re.compile(r" *+(?:(?<= )#.*+)?+(?:\n *+(?:#.*+)?+)*+")
"""What may stand behind a value: spaces and a comment on its line, then empty lines and such of comments."""
SINGLE: Final = re.compile(r"((?:[^']++|'')*+)'")
DOUBLE: Final = re.compile(r'([^"\\]*+(?:\\(?s:.)[^"\\]*+)*+)"')
ESCAPE: Final = r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.)|\Z)"
MEANT: Final = dict(zip('0abtnvfre "/\\N_LP', '\0\a\b\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029', strict=True))
"""What escapes of one character stand for."""
LAST: Final = 0x10FFFF
HALVES: Final = range(0xD800, 0xE000)
"""Halves of characters, which are no text."""


class NotPlainError(Exception):
    """Something that only libyaml knows."""


def nothing(raw: str, _pad: str) -> None:
    """Read what stands behind a key that has no value on its line."""
    if raw and BLANK.fullmatch(raw) is None:
        raise NotPlainError


def remark(raw: str, pad: str) -> None:
    """Read what stands behind a key with a comment in place of a value."""
    nothing("".join(raw.partition("\n")[1:]), pad)


def plain(raw: str, pad: str = " ") -> str:
    """Read a text without quotes, which may be followed by a comment."""
    if "#" not in raw and ":" not in raw:
        lines = [line.strip(" ") for line in raw.split("\n")]
        if "" not in lines and raw.count(f"\n{pad}") == len(lines) - 1:
            return " ".join(lines)
    found: list[str] = []
    is_over = False
    for line in raw.split("\n"):
        text, hash_, _ = f" {line}".partition(" #")
        text = text.strip(" ")
        if text and (is_over or ": " in text or text[-1] == ":" or (found and not line.startswith(pad))):
            raise NotPlainError
        is_over = is_over or bool(hash_)
        found.append(text)
    while not found[-1]:
        found.pop()
    return unfolded(found)


def single(raw: str, _pad: str) -> str:
    """Read a text in single quotes."""
    if 0 < raw.find("'") + 1 == len(raw) and "\n" not in raw:
        return raw[:-1]
    return in_single(closed(raw, SINGLE))


def in_single(text: str) -> str:
    """Read what stands in single quotes."""
    if "\n" in text:
        first, *middle, last = text.split("\n")
        text = unfolded([first.rstrip(" "), *[begun(line).rstrip(" ") for line in middle], begun(last)])
    return text.replace("''", "'")


def double(raw: str, _pad: str) -> str:
    """Read a text in double quotes."""
    if 0 < raw.find('"') + 1 == len(raw) and "\\" not in raw and "\n" not in raw:
        return raw[:-1]
    return in_double(closed(raw, DOUBLE))


def in_double(text: str) -> str:
    """Read what stands in double quotes."""
    if "\n" in text:
        text = "".join(map(unfolded, continued(text.split("\n"))))
    return re.sub(ESCAPE, meant, text) if "\\" in text else text


def closed(raw: str, quoted: re.Pattern[str]) -> str:
    """Give what stands in quotes, if nothing follows but what may."""
    found = quoted.match(raw)
    if found is None or BLANK.fullmatch(raw, found.end()) is None:
        raise NotPlainError
    return found[1]


def begun(line: str) -> str:
    """Give a further line of a text in quotes without its indent; without one, it may be the end of a document."""
    if line and line[0] != " ":
        raise NotPlainError
    return line.lstrip(" ")


def continued(lines: Sequence[str]) -> Iterator[list[str]]:
    """Give the lines of a text in double quotes; where one ends with a backslash, the next one goes on at once."""
    found: list[str] = []
    for number, written in enumerate(lines):
        line = begun(written) if number else written
        if number < len(lines) - 1:
            if is_escaped(line):
                yield [*found, line[:-1]]
                found = []
                continue
            line = line.rstrip(" ")
            if is_escaped(line) or not (line or found or number == 0):
                raise NotPlainError
        found.append(line)
    yield found


def is_escaped(line: str) -> bool:
    """Tell whether the end of a line has a backslash before it that is not itself behind one."""
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def unfolded(lines: Sequence[str]) -> str:
    """Put lines together: one end of a line is a space, and of several the first is left out."""
    if "" not in lines[1:-1]:
        return " ".join(lines)
    found, ends = [lines[0]], 0
    for line in lines[1:-1]:
        if line:
            found += ("\n" * ends or " ", line)
        ends = 0 if line else ends + 1
    return "".join([*found, "\n" * ends or " ", lines[-1]])


def meant(escape: re.Match[str]) -> str:
    """Give the character that an escape in double quotes stands for."""
    *codes, letter = escape.groups()
    if letter:
        if letter not in MEANT:
            raise NotPlainError
        return MEANT[letter]
    code = int(next(filter(None, codes), "-1"), 16)
    if not 0 <= code <= LAST or code in HALVES:
        raise NotPlainError
    return chr(code)


def literal(raw: str, pad: str) -> str:
    """Read a text whose lines stand as they are."""
    lines, end = block(raw, pad)
    return "\n".join(lines) + end


def folded(raw: str, pad: str) -> str:
    """Read a text whose lines are put together."""
    lines, end = block(raw, pad)
    if any(line[:1] == " " for line in lines):
        raise NotPlainError
    return unfolded(lines) + end


def block(raw: str, pad: str) -> tuple[list[str], str]:
    """Give the lines of a literal or folded text without their indent, and how it ends."""
    header, *lines = raw.split("\n")
    indent = " " * (len(lines[0]) - len(lines[0].lstrip(" "))) if lines else ""
    if header not in ("", "-") or not indent.startswith(pad) or len(indent) == len(lines[0]):
        raise NotPlainError
    found: list[str] = []
    for number, line in enumerate(lines):
        if line.startswith(indent):
            if not (text := line[len(indent) :]).strip(" "):
                raise NotPlainError
            found.append(text)
        elif not line.strip(" "):
            found.append("")
        else:
            nothing("".join(f"\n{rest}" for rest in lines[number:]), pad)
            break
    while not found[-1]:
        found.pop()
    return found, "" if header else "\n"
