"""Make a tree of the tokens of a query, by recursive descent: OR binds least, then AND (which may be left out), NOT.

either   = every { OR every }
every    = negation { [AND] negation }
negation = { NOT | - } primary
primary  = ( either ) | FIELD value | FIELD ( either of values ) | word | "text" | @saved
"""

from collections.abc import Mapping
from typing import Final

from narcotl.errors import Excerpt, NarcotlError, UnknownNameError, UsageError, choice, did_you_mean, nearest
from narcotl.select.query.syntax import Either, Every, Negated, Term, Tree
from narcotl.select.query.tokens import OPERATORS, Kind, Token, Tokens

LONGEST: Final = 10_000
"""The most letters of a query."""
DEEPEST: Final = 40
"""The most parentheses, negations and saved queries inside each other."""
MOST_TERMS: Final = 200
"""The most conditions of a query, those of saved queries included: SQLite takes no more of any depth."""

SIMPLIFY: Final = "Leave some out, or ask in several steps."


def parse(text: str, saved: Mapping[str, str] | None = None) -> Tree:
    """Read a query, in which `@name` stands for a saved one; fails with the place of what is wrong."""
    return Parser(saved or {}).parsed(text)


class Parser:
    """Reads one query, and the saved ones that it names."""

    def __init__(self, saved: Mapping[str, str]) -> None:
        """Know the saved queries."""
        self.saved = saved
        self.opened: list[str] = []
        """The saved queries that are being read, the outermost first."""
        self.told = False
        """Whether an error says in which of them it arose: the innermost is enough."""
        self.depth = 0
        self.terms = 0
        self.field: str | None = None
        """The field whose values stand in the parentheses that are being read."""
        self.tokens: list[Token] = []
        self.place = 0

    def parsed(self, text: str) -> Tree:
        """Read one text to its end."""
        if len(text) > LONGEST:
            raise UsageError(f"a query may have {LONGEST:,} letters, and this one has {len(text):,}", SIMPLIFY)
        outer = self.tokens, self.place, self.field
        self.tokens, self.place, self.field = list(Tokens(text)), 0, None
        if self.next().kind is Kind.END:
            raise UsageError("the query is empty", "Give words or conditions, such as region:andes.")
        tree = self.either()
        if self.next().kind is not Kind.END:
            raise UsageError("this parenthesis closes nothing", "Take it out, or open one.").at(self.next().place)
        self.tokens, self.place, self.field = outer
        return tree

    def next(self) -> Token:
        """Look at the next token."""
        return self.tokens[self.place]

    def take(self) -> Token:
        """Step over the next token and give it."""
        self.place += 1
        return self.tokens[self.place - 1]

    def deeper(self, place: Excerpt) -> None:
        """Go one level down; fails if that is too deep."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise UsageError(f"the query is more than {DEEPEST} levels deep", SIMPLIFY).at(place)

    def either(self) -> Tree:
        """Read parts joined by OR."""
        parts = [self.every()]
        while self.next().kind is Kind.OR:
            self.take()
            parts.append(self.every())
        flat = [inner for part in parts for inner in (part.parts if isinstance(part, Either) else (part,))]
        return Either(tuple(flat)) if len(flat) > 1 else flat[0]

    def every(self) -> Tree:
        """Read parts joined by AND or by nothing."""
        parts = [self.negation()]
        while self.next().kind not in (Kind.OR, Kind.CLOSE, Kind.END):
            if self.next().kind is Kind.AND:
                self.take()
            parts.append(self.negation())
        flat = [inner for part in parts for inner in (part.parts if isinstance(part, Every) else (part,))]
        return Every(tuple(flat)) if len(flat) > 1 else flat[0]

    def negation(self) -> Tree:
        """Read a part with the NOT or minus before it."""
        if self.next().kind is not Kind.NOT:
            return self.primary()
        self.deeper(self.take().place)
        part = self.negation()
        self.depth -= 1
        return part.part if isinstance(part, Negated) else Negated(part)

    def primary(self) -> Tree:
        """Read parentheses, a field with its value, words or a saved query."""
        token = self.next()
        match token.kind:
            case Kind.OPEN:
                return self.group()
            case Kind.FIELD:
                return self.of_field()
            case Kind.WORD | Kind.QUOTED:
                return self.term(self.field or "text", token)
            case Kind.SAVED:
                return self.expanded(self.take())
            case _:
                raise unexpected(token)

    def group(self) -> Tree:
        """Read what stands in parentheses."""
        opening = self.take()
        self.deeper(opening.place)
        tree = self.either()
        if self.next().kind is not Kind.CLOSE:
            raise UsageError("this parenthesis is never closed", "Add a ) where it ends.").at(opening.place)
        self.take()
        self.depth -= 1
        return tree

    def of_field(self) -> Tree:
        """Read a field, with one value or with several in parentheses."""
        token = self.take()
        if self.field is not None:
            error = UsageError(
                f"'{token.value}:' stands in the parentheses of '{self.field}:'",
                f"Close them first; they hold values of {self.field} only.",
            )
            raise error.at(token.place)
        if self.next().kind is not Kind.OPEN:
            return self.term(token.value, self.next(), token.place.start)
        self.field = token.value
        tree = self.group()
        self.field = None
        return tree

    def term(self, field: str, token: Token, start: int | None = None) -> Term:
        """Take the value of a field; `start` is where the field itself begins."""
        self.take()
        self.terms += 1
        if self.terms > MOST_TERMS:
            raise UsageError(f"the query has more than {MOST_TERMS} conditions", SIMPLIFY).at(token.place)
        if start is None and token.kind is Kind.WORD and (word := token.value.upper()) in OPERATORS:
            hint = f'Write {word} for the operator, or "{token.value}" in quotes for the word.'
            raise UsageError(f"'{token.value}' can be a word or an operator", hint).at(token.place)
        return Term(field, token.value, token.kind is Kind.QUOTED, token.place)

    def expanded(self, token: Token) -> Tree:
        """Read a saved query in place of its name."""
        if token.value not in self.saved:
            raise unknown_query(token.value, self.saved).at(token.place)
        if token.value in self.opened:
            circle = " in ".join(f"@{name}" for name in (token.value, *reversed(self.opened)))
            raise UsageError(f"the saved query @{token.value} is part of itself", f"It stands {circle}.").at(
                token.place
            )
        if self.field is not None:
            hint = f"The parentheses of {self.field}: hold values only."
            raise UsageError("a saved query is no value", hint).at(token.place)
        self.deeper(token.place)
        self.opened.append(token.value)
        try:
            tree = self.parsed(self.saved[token.value])
        except NarcotlError as error:
            if not self.told:
                self.told = True
                error.message = f"in the saved query @{token.value}: {error.message}"
            raise error.at(token.place) from None
        self.opened.pop()
        self.depth -= 1
        return tree


def unexpected(token: Token) -> UsageError:
    """Say what was expected where there is something else."""
    hint = "A condition is a word, a text in quotes, a field with its value (region:peru), or several in parentheses."
    if token.kind is Kind.END:
        return UsageError("expected a condition, and the query ends", hint).at(token.place)
    return UsageError(f"expected a condition, and there is '{token.value}'", hint).at(token.place)


def unknown_query(name: str, saved: Mapping[str, str]) -> UnknownNameError:
    """Say that no query is saved under a name, with near ones."""
    listing = choice(f"@{other}" for other in saved) if saved else "None is saved."
    near = [f"@{other}" for other in nearest(name, saved)]
    hint = did_you_mean(near, listing, "Queries are saved in the configuration.")
    return UnknownNameError(f"no query is saved as '{name}'", hint)
