"""Ask a person for a new record, field by field, on a terminal; what is understood is shown before it is kept."""

import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any

import typer

from narcotl.errors import NarcotlError, choice
from narcotl.library.authoring.drafting import Said
from narcotl.library.authoring.field import Field, Sort
from narcotl.library.authoring.understanding import Understanding
from narcotl.render.excerpt import visible

LIST_THEM = "?"
"""What lists the words that an answer can be."""
SOUND = "Write it? [Y/n, or a field to change]"
BROKEN = "Which field shall change? [Enter gives up]"
YES, NO = ("y", "yes"), ("n", "no")


def can_be_asked() -> bool:
    """Tell whether somebody sits at both ends of a conversation."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


class Questions:
    """Asks for fields until what is said can be understood."""

    def __init__(self, understanding: Understanding) -> None:
        """Take what understands the answers."""
        self.understanding = understanding
        self.offered: Sequence[str] = ()

    def missing(self, form: Iterable[Field], said: Said) -> None:
        """Ask for everything that is needed, and for what is usual, unless it has been said."""
        tell("Enter leaves out what is not needed, ? lists words, Ctrl-C ends it all.")
        for field in form:
            needless = any(said.get(name) for name in field.unless if name != field.name)
            if (field.required or field.usual) and not said.get(field.name) and not needless:
                said[field.name] = self.field(field)

    def field(self, field: Field) -> list[Any]:
        """Ask for one field, and for more of the same where there can be several."""
        values: list[Any] = []
        while True:
            needed = field.required and not values
            value = self.answer(field, needed=needed, more=bool(values))
            if value is None:
                return values
            values.append(value)
            if not field.several:
                return values

    def answer(self, field: Field, *, needed: bool, more: bool) -> Any:
        """Ask once, and again until the answer is understood; None if nothing is said and nothing is needed."""
        label = f"another {field.name}" if more else f"{field.name}: {field.about.rstrip('.')}"
        while True:
            text = read(label[:1].upper() + label[1:])
            text = self.offered[int(text) - 1] if text.isdecimal() and 0 < int(text) <= len(self.offered) else text
            self.offered = ()
            if not text and not needed:
                return None
            if text == LIST_THEM:
                tell(self.listing(field))
            elif text:
                try:
                    found = self.understanding.value(field, text)
                except NarcotlError as error:
                    self.explain(field, text, error)
                    continue
                if not found.remark:
                    return found.value
                tell(f"= {found.remark}")
                if field.sort is not Sort.DATE or agreed("Is that right?"):
                    return found.value

    def explain(self, field: Field, text: str, error: NarcotlError) -> None:
        """Say what is wrong with an answer, and number what may have been meant."""
        tell(error.message)
        self.offered = self.understanding.near(field, text)
        for number, name in enumerate(self.offered, 1):
            tell(f"{number}  {name}")
        if error.hint and not self.offered:
            tell(error.hint)

    def listing(self, field: Field) -> str:
        """Say what an answer can be."""
        words = self.understanding.words(field)
        return "\n".join(words) if words else field.about


def tell(text: str) -> None:
    """Say something to whoever answers."""
    for line in text.split("\n"):
        typer.echo(f"  {visible(line)}", err=True)


def read(label: str) -> str:
    """Read one line; the end of input ends it all."""
    question = f"{visible(label)}: "
    if sys.stdout.isatty():
        with suppress(ImportError):
            import readline  # noqa: F401 - its import lets the line be edited
        try:
            return input(question).strip()
        except EOFError:
            raise typer.Abort from None
    # The answer goes elsewhere, and input() would write the question there.
    sys.stderr.write(question)
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise typer.Abort
    return line.strip()


def agreed(question: str) -> bool:
    """Ask for yes or no; Enter is yes."""
    while True:
        text = read(f"{question} [Y/n]").lower()
        if text in NO:
            return False
        if not text or text in YES:
            return True


def settled(form: Sequence[Field], said: Said, questions: Questions, draft: Callable[[Said], bool]) -> bool:
    """Show the record until it is to be written, is given up, or a field is said anew; tell whether to write it."""
    sound = draft(said)
    while True:
        text = read(SOUND if sound else BROKEN)
        if text.lower() in NO or (not sound and not text):
            return False
        if sound and (not text or text.lower() in YES):
            return True
        chosen = [field for field in form if field.name == text.removeprefix("--")]
        if not chosen:
            tell(choice(field.name for field in form))
            continue
        said[chosen[0].name] = questions.field(chosen[0])
        sound = draft(said)
