"""Understand what people say of a new record: dates, names, words, chains of sources."""

from typing import TYPE_CHECKING, Any, NamedTuple, cast

from narcotl.errors import UnknownNameError, UsageError, did_you_mean, meant, nearest
from narcotl.library.authoring.field import Field, Sort
from narcotl.library.opened import Library
from narcotl.model.units import UNITS
from narcotl.model.vocab.base import RecordKind, Word
from narcotl.model.vocab.event import Role
from narcotl.model.vocab.words import VOCABULARIES

if TYPE_CHECKING:
    from collections.abc import Callable

    from narcotl.dates import Day

PLAIN = "name:"
"""What stands before a name that is to stay one."""
SUBJECTS = (RecordKind.EVENT, RecordKind.ACTOR, RecordKind.FIGURE, RecordKind.REGION)


class Understood(NamedTuple):
    """What something means that was said, as a store has it."""

    value: Any
    remark: str = ""
    """How it was understood, where that is not what was said."""


class Understanding:
    """Understands what is said beside the records of a store."""

    def __init__(self, library: Library, today: "Day") -> None:
        """Take the store in which names are looked up, and the day from which "last year" is counted."""
        self.library = library
        self.today = today
        self.by_sort: dict[Sort, Callable[[Field, str], Understood]] = {
            Sort.TEXT: lambda _, text: Understood(text),
            Sort.DATE: self.date,
            Sort.WORD: lambda field, text: Understood(word(text, cast("type[Word]", field.of))),
            Sort.NAME: self.name,
            Sort.AUTHOR: self.author,
            Sort.PARTICIPANT: self.participant,
            Sort.CITATION: self.citation,
            Sort.SUBJECT: self.subject,
            Sort.UNIT: lambda _, text: Understood(one_of(text, sorted(UNITS), "the units")),
            Sort.TOPIC: self.topic,
            Sort.TRUTH: lambda _, text: Understood(one_of(text, ("true", "false"), "true and false")),
        }

    def value(self, field: Field, text: str) -> Understood:
        """Understand what is said in a field; fails with a way out."""
        if not text.strip():
            raise UsageError(f"--{field.name} is empty", "Leave it out, or say something.")
        return self.by_sort[field.sort](field, text.strip())

    def words(self, field: Field) -> list[str]:
        """List what can be said in a field, with meanings, where that is a short list."""
        if field.sort is Sort.WORD:
            return [f"{word.value}  {word.meaning}" for word in cast("type[Word]", field.of)]
        if field.sort is Sort.PARTICIPANT:
            return [f"NAME={role.value}  {role.meaning}" for role in Role]
        if field.sort is Sort.UNIT:
            return sorted(UNITS)
        return sorted(self.library.words(RecordKind.EVENT, "topic")) if field.sort is Sort.TOPIC else []

    def near(self, field: Field, text: str) -> list[str]:
        """Give what may have been meant by something that is not known."""
        match field.sort:
            case Sort.WORD:
                return nearest(text, [word.value for word in cast("type[Word]", field.of)], 3)
            case Sort.NAME if len(field.of) == 1:
                return self.library.index.near(text, cast("tuple[RecordKind]", field.of)[0])
            case Sort.NAME:
                return self.library.index.near(text)
            case _:
                return []

    def date(self, _field: Field, text: str) -> Understood:
        """Understand a date."""
        from narcotl.dates import explain

        found = explain(text, today=self.today)
        remark = f"'{text}' is {found.date.edtf}: {found.date.text}" if found.date.edtf != text else ""
        return Understood(found.date.edtf, "; ".join([remark, *found.notices]) if remark else "")

    def name(self, field: Field, text: str) -> Understood:
        """Understand the name of a record."""
        kinds = cast("tuple[RecordKind, ...]", field.of)
        found = self.library.resolve(text, kinds[0]) if len(kinds) == 1 else any_record(self.library, text)
        return Understood(found, f"'{text}' is {found}" if found != text else "")

    def author(self, _field: Field, text: str) -> Understood:
        """Understand the name of an author, who need not have a record."""
        plain = text.removeprefix(PLAIN).strip()
        found = self.library.index.named(plain, RecordKind.ACTOR) if plain == text else []
        if len(found) == 1:
            return Understood(found[0][0], f"'{text}' is {found[0][0]}" if found[0][0] != text else "")
        return Understood(plain, f"no actor is called '{plain}'; it stays a plain name" if plain == text else "")

    def participant(self, _field: Field, text: str) -> Understood:
        """Understand a participant and the role."""
        name, has_role, role = (part.strip() for part in text.rpartition("=")) if "=" in text else (text, "", "")
        said = {"role": word(role, Role)} if has_role else {}
        if name.startswith(PLAIN):
            return Understood({"name": name.removeprefix(PLAIN).strip(), **said})
        try:
            found = self.library.resolve(name, RecordKind.ACTOR)
        except UnknownNameError as error:
            raise UnknownNameError(error.message, f"{error.hint} `{PLAIN}{name}` keeps it as a plain name.") from None
        return Understood({"actor": found, **said}, f"'{name}' is {found}" if found != name else "")

    def citation(self, _field: Field, text: str) -> Understood:
        """Understand a chain of sources, from the origin to the work in hand, and where in that it stands."""
        chain, _, locator = (part.strip() for part in text.partition(" @ "))
        works = [self.library.resolve(work.strip(), RecordKind.SOURCE) for work in chain.split(" > ")]
        said: dict[str, Any] = {"source": works[0]}
        said |= {"via": works[1:]} if works[1:] else {}
        said |= {"locator": locator} if locator else {}
        return Understood(said, f"'{chain}' is {' > '.join(works)}" if " > ".join(works) != chain else "")

    def subject(self, _field: Field, text: str) -> Understood:
        """Understand what a claim is about."""
        found = self.library.resolve_any(text, SUBJECTS)
        [(_, kind)] = self.library.index.named(found)
        return Understood({kind: [found]}, f"'{text}' is the {kind} {found}" if found != text else "")

    def topic(self, _field: Field, text: str) -> Understood:
        """Take a topic; that it is a new one is told, with near ones."""
        known = self.library.words(RecordKind.EVENT, "topic")
        if text in known:
            return Understood(text)
        near = nearest(text, sorted(known))
        return Understood(text, f"the topic '{text}' is new" + (f"; near: {', '.join(near)}" if near else ""))


def any_record(library: Library, text: str) -> str:
    """Give the id of the record of any kind that has this id, or else of the only one that is called so."""
    found = library.index.named(text)
    if len(found) == 1:
        return found[0][0]
    if found:
        ids = ", ".join(record for record, _ in found)
        raise UsageError(f"{len(found)} records are called '{text}'", f"Say which: {ids}.")
    hint = did_you_mean(library.index.near(text), "`narcotl search` finds records by their words.")
    raise UnknownNameError(f"no record is called '{text}'", hint)


def word(text: str, vocabulary: type[Word]) -> str:
    """Give a word of a vocabulary; fails with near ones."""
    name = next(name for name, listed in VOCABULARIES.items() if listed is vocabulary)
    return one_of(
        text, [word.value for word in vocabulary], f"the words of {name}", f"`narcotl vocab {name}` explains them."
    )


def one_of(text: str, words: "list[str] | tuple[str, ...]", what: str, more: str = "") -> str:
    """Give one of these words; fails with near ones."""
    plain = text.lower() if text.lower() in words else text
    if plain in words:
        return plain
    raise UsageError(f"'{text}' is not one of {what}", meant(text, words, more))
