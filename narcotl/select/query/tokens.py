"""Cut a query into tokens: parentheses, operators, fields, words, quoted texts and the names of saved queries."""

from collections.abc import Iterator
from enum import Enum, auto
from typing import Final, NamedTuple

from narcotl.errors import Excerpt, UsageError, meant
from narcotl.select.query.syntax import FIELDS

QUOTES: Final = {'"': '"', "\N{LEFT DOUBLE QUOTATION MARK}": "\N{RIGHT DOUBLE QUOTATION MARK}"}
"""What opens a quoted text, and what closes it."""
_APOSTROPHE: Final = "'"
_ENDS_A_WORD: Final = frozenset("()" + "".join(QUOTES))


class Kind(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    FIELD = auto()
    WORD = auto()
    QUOTED = auto()
    SAVED = auto()
    END = auto()


OPERATORS: Final = {"AND": Kind.AND, "OR": Kind.OR, "NOT": Kind.NOT}


class Token(NamedTuple):
    """A piece of a query: what it is, what it says, and where it stands."""

    kind: Kind
    value: str
    place: Excerpt


class Tokens:
    """Cuts one query."""

    def __init__(self, text: str) -> None:
        """Begin at the start of a text."""
        self.text = text
        self.position = 0

    def __iter__(self) -> Iterator[Token]:
        """Give the tokens, the last of which is the end."""
        while self.position < len(self.text):
            letter = self.text[self.position]
            if letter.isspace():
                self.position += 1
            elif letter in "()":
                yield self.taken(Kind.OPEN if letter == "(" else Kind.CLOSE, letter, 1)
            elif letter == "-" and not self.ends_at(self.position + 1):
                yield self.taken(Kind.NOT, letter, 1)
            elif self.closing() >= 0:
                yield self.quoted()
            else:
                yield from self.word()
        yield Token(Kind.END, "", self.excerpt(1))

    def excerpt(self, length: int) -> Excerpt:
        """Mark what stands at the present position."""
        return Excerpt(self.text, self.position, length)

    def taken(self, kind: Kind, value: str, length: int) -> Token:
        """Make a token of the next letters and step over them."""
        token = Token(kind, value, self.excerpt(length))
        self.position += length
        return token

    def ends_at(self, position: int) -> bool:
        """Tell whether no word goes on here: a space or the end."""
        return position >= len(self.text) or self.text[position].isspace()

    def closing(self) -> int:
        """Find the end of the quoted text that begins here; -1 if none does."""
        letter = self.text[self.position]
        if letter == _APOSTROPHE:
            # An apostrophe opens a quotation only if another one ends it: '80s is a word.
            end = self.text.find(letter, self.position + 1)
            while end >= 0 and not (self.ends_at(end + 1) or self.text[end + 1] == ")"):
                end = self.text.find(letter, end + 1)
            return end
        if letter not in QUOTES:
            return -1
        end = self.text.find(QUOTES[letter], self.position + 1)
        if end < 0:
            raise UsageError("a quoted text has no end", f"Close it with {QUOTES[letter]}.").at(self.excerpt(1))
        return end

    def quoted(self) -> Token:
        """Take a quoted text."""
        end = self.closing()
        inside = self.text[self.position + 1 : end]
        token = self.taken(Kind.QUOTED, inside, end + 1 - self.position)
        if not inside.strip():
            raise UsageError("there is nothing in the quotes", "Put a name or words there.").at(token.place)
        return token

    def word(self) -> Iterator[Token]:
        """Take a word: an operator, a saved query, a field with what follows it, or just a word."""
        raw = self.raw()
        name, colon, _ = raw.partition(":")
        if raw in OPERATORS:
            yield self.taken(OPERATORS[raw], raw, len(raw))
        elif raw.startswith("@") and len(raw) > 1:
            yield self.taken(Kind.SAVED, raw[1:], len(raw))
        elif colon and name.replace("-", "").replace("_", "").isalpha():
            yield self.field(name)
            yield from self.value(name)
        else:
            yield self.taken(Kind.WORD, raw, len(raw))

    def raw(self) -> str:
        """Look at the letters up to the next space, parenthesis or quotation mark."""
        end = self.position + 1
        while not self.ends_at(end) and self.text[end] not in _ENDS_A_WORD:
            end += 1
        return self.text[self.position : end]

    def field(self, name: str) -> Token:
        """Take the name of a field with its colon."""
        if name.lower() not in FIELDS:
            hint = meant(name, list(FIELDS), "Words with a colon in them want quotes.")
            error = UsageError(f"there is no field '{name}'", hint)
            raise error.at(self.excerpt(len(name)))
        return self.taken(Kind.FIELD, name.lower(), len(name) + 1)

    def value(self, field: str) -> Iterator[Token]:
        """Take the value that stands right behind a field; a parenthesis there is left for the parser."""
        if self.ends_at(self.position) or self.text[self.position] == ")":
            hint = f'Write it right behind the colon, of several words in quotes: {field}:"several words".'
            raise UsageError(f"expected a value after '{field}:'", hint).at(self.excerpt(1))
        if self.text[self.position] == "(":
            return
        if self.closing() >= 0:
            yield self.quoted()
        else:
            raw = self.raw()
            yield self.taken(Kind.WORD, raw, len(raw))
