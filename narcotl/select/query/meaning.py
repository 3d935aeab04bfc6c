"""What a query means: the same conditions that the shared options make."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import assert_never

from narcotl.errors import NarcotlError, UnknownNameError, UsageError
from narcotl.select.conditions import Conditions
from narcotl.select.query.syntax import Either, Every, Negated, Term, Tree, terms
from narcotl.select.where import Not, Saying, Where, conjunction, disjunction
from narcotl.select.words import match_all, words_of

BOUNDS = ("since", "until")
MOST_WORDS = 4
"""How many words behind a name are looked at, in case they belong to it."""


def meaning(tree: Tree, conditions: Conditions) -> Where:
    """Turn a tree into conditions; errors say where in the query they arise."""
    match tree:
        case Term():
            return alone(tree, conditions)
        case Negated(part):
            inner = meaning(part, conditions)
            return inner.part if isinstance(inner, Not) else Not(inner)
        case Either(parts):
            return disjunction(meaning(part, conditions) for part in parts)
        case Every(parts):
            return conjunction(together(parts, conditions))
        case _:
            assert_never(tree)


def together(parts: tuple[Tree, ...], conditions: Conditions) -> Iterator[Where]:
    """Give the meanings of parts that must all hold.

    Words make one text, since and until one period; a stance goes with whoever is asked to have taken it.
    """
    words = [part for part in parts if isinstance(part, Term) and part.field == "text"]
    bounds = [part for part in parts if isinstance(part, Term) and part.field in BOUNDS]
    stances = [part for part in parts if plain(part, "stance")] if any(plain(part, "by") for part in parts) else []
    if stances:
        for part in stances:
            meaning(part, conditions)
        chosen = tuple(dict.fromkeys(term.value for part in stances for term in terms(part)))
        conditions = conditions.but(stances=chosen)
    for part in parts:
        if part in words:
            if part is words[0]:
                yield saying(words)
        elif part in bounds:
            if part is bounds[0]:
                yield from between(bounds, conditions)
        elif part not in stances:
            yield meaning(part, conditions)


def plain(tree: Tree, field: str) -> bool:
    """Tell whether a part is one value of a field, or several of which any will do."""
    parts = tree.parts if isinstance(tree, Either) else (tree,)
    return all(isinstance(part, Term) and part.field == field for part in parts)


def alone(term: Term, conditions: Conditions) -> Where:
    """Give the meaning of one term."""
    if term.field == "text":
        return saying([term])
    try:
        if term.field in BOUNDS:
            return conditions.between(**{term.field: term.value})
        return conditions.of(term.field, term.value)
    except UnknownNameError as error:
        if longer := longer_name(term, conditions):
            error.hint = f'A name of several words stands in quotes: {term.field}:"{longer}".'
        raise error.at(term.place) from None
    except NarcotlError as error:
        raise error.at(term.place) from None


def longer_name(term: Term, conditions: Conditions) -> str:
    """Find the name that a value without quotes and the words behind it make together; empty if they make none."""
    place = term.place
    behind = [] if term.quoted else re.findall(r"[^\s()\":]+", place.text[place.start + place.length :])[:MOST_WORDS]
    for number in range(1, len(behind) + 1):
        name = " ".join((term.value, *behind[:number]))
        with suppress(NarcotlError):
            conditions.of(term.field, name)
            return name
    return ""


def saying(words: Iterable[Term]) -> Where:
    """Ask for all of these words and phrases in one text."""
    texts = []
    for term in words:
        text = '"{}"'.format(term.value.replace('"', " ")) if term.quoted else term.value
        if not words_of(text).wanted:
            error = UsageError(f"there is no word in '{term.value}'", "A word has letters or digits.")
            raise error.at(term.place)
        texts.append(text)
    return Saying(match_all(" ".join(texts)))


def between(bounds: Iterable[Term], conditions: Conditions) -> Iterator[Where]:
    """Make one period of since and until; a bound that is given again makes another one."""
    given: dict[str, str] = {}
    for term in bounds:
        alone(term, conditions)
        if term.field in given:
            yield conditions.between(**given)
            given = {}
        given[term.field] = term.value
        try:
            conditions.between(**given)
        except NarcotlError as error:
            raise error.at(term.place) from None
    yield conditions.between(**given)


def split(tree: Tree, own: frozenset[str]) -> tuple[Tree | None, Tree | None]:
    """Divide a query into what it asks in some fields, and what in all others; each part must be one or the other."""
    parts = tree.parts if isinstance(tree, Every) else (tree,)
    mine: list[Tree] = []
    rest: list[Tree] = []
    for part in parts:
        fields = {term.field for term in terms(part)}
        if fields <= own:
            mine.append(part)
        elif fields & own:
            odd = next(term for term in terms(part) if term.field in own)
            error = UsageError(
                f"here '{odd.field}:' is asked of what is listed, and the conditions beside it of its events",
                f"Join {' and '.join(sorted(own))} to other conditions with AND only.",
            )
            raise error.at(odd.place)
        else:
            rest.append(part)
    return joined(mine), joined(rest)


def joined(parts: list[Tree]) -> Tree | None:
    """Join parts that must all hold; None if there are none."""
    return Every(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None
