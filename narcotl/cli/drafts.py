"""The way of a new record: what was said, by options or when asked, then the check, then the file."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from narcotl.cli.answer import show
from narcotl.cli.complain import complain, shortened
from narcotl.cli.declared import Option, OptionGroup
from narcotl.cli.questions import Questions, can_be_asked, settled, tell
from narcotl.editing import files
from narcotl.editing.adding import written
from narcotl.errors import ExitStatus, UsageError
from narcotl.library.authoring.drafting import Draft, Said, as_written, assembled, drafted
from narcotl.library.authoring.facts import FORMS
from narcotl.library.authoring.field import Field
from narcotl.library.authoring.understanding import Understanding
from narcotl.library.opened import Library
from narcotl.model.vocab.base import RecordKind
from narcotl.render import Format, Shown
from narcotl.reports import new as reports


class Writing(OptionGroup):
    """How the record comes into the store."""

    set: Annotated[
        list[str] | None,
        Option(
            "--set", help="Any other field, in YAML: 'offices=[{of: cia, title: Director}]'.", metavar="FIELD=VALUE"
        ),
    ] = None
    file: Annotated[Path | None, Option("--file", help="The file of the store to put it in.", show_default=False)] = (
        None
    )
    dry_run: Annotated[bool, Option("--dry-run", help="Only show the record.")] = False
    no_input: Annotated[bool, Option("--no-input", help="Ask no questions, even on a terminal.")] = False


class Writer:
    """Makes one new record of a kind."""

    def __init__(self, kind: RecordKind, library: Library, stores: Sequence[Path], writing: Writing) -> None:
        """Take the stores, of which the last gets the record, and the library of all of them."""
        self.kind = kind
        self.form = FORMS[kind]
        self.library = library
        self.stores = stores
        self.writing = writing
        self.others = as_written(writing.set or ())

    def said(self, given: Mapping[str, Any], understanding: Understanding) -> Said:
        """Understand what was said by options; how is told where that is not what was said."""
        said: Said = {}
        for field in self.form:
            texts = given.get(field.parameter)
            for text in [] if texts is None else texts if isinstance(texts, list) else [str(texts)]:
                found = understanding.value(field, text)
                said.setdefault(field.name, []).append(found.value)
                if found.remark:
                    complain(f"--{field.name}: {found.remark}")
        return said

    def made(self, said: Said, understanding: Understanding) -> Draft | None:
        """Make the record, after asking for what is missing where somebody can be asked; None if it is given up."""
        missing = [field for field in self.form if field.required and field.name not in said and not self.is_set(field)]
        if missing and can_be_asked() and not self.writing.no_input:
            return self.asked(said, Questions(understanding))
        if missing:
            flags = ", ".join(f"--{field.name}" for field in missing)
            raise UsageError(
                f"a new {self.kind} needs {flags}", f"`narcotl new {self.kind} --help` says what they are."
            )
        draft = self.draft(said)
        for problem in draft.problems:
            complain(f"{problem.level}: {problem.message} [{problem.rule}]", problem.hint)
        return draft

    def is_set(self, field: Field) -> bool:
        """Tell whether --set says the field, or what it is a part of."""
        return field.path.split(".")[0] in self.others

    def asked(self, said: Said, questions: Questions) -> Draft | None:
        """Ask for what is missing, show the record and what is wrong with it, until it is settled."""
        drafts: list[Draft] = []

        def shown(said: Said) -> bool:
            draft = self.draft(said)
            drafts.append(draft)
            tell(written(draft.record).rstrip() if draft.record is not None else "This is no record yet.")
            for problem in draft.problems:
                tell(f"{problem.level}: {problem.message} [{problem.rule}]\n{problem.hint}".strip())
            return not draft.broken

        questions.missing([field for field in self.form if not self.is_set(field)], said)
        return drafts[-1] if settled(self.form, said, questions, shown) else None

    def draft(self, said: Said) -> Draft:
        """Make the record and judge it."""
        fields = assembled(self.kind, self.form, said, self.others)
        return drafted(self.library, self.stores, self.kind, fields, self.writing.file)

    def finish(self, draft: Draft | None, shown: Shown) -> int:
        """Write the record unless something is wrong with it, and show it."""
        if draft is None or draft.broken or draft.additions is None or draft.record is None:
            complain("nothing was written")
            return ExitStatus.NO
        standing = draft.additions.places[0]
        if not self.writing.dry_run:
            files.write(draft.additions.changes)
        if shown.format is Format.TABLE and shown.output is None:
            typer.echo(written(draft.record), nl=False)
        else:
            show(reports.new(draft.printed, standing, draft.problems, is_written=not self.writing.dry_run), shown)
        place = f"{shortened(str(standing.path))}:{standing.line}"
        complain(
            f"nothing was written (--dry-run); it would stand at {place}"
            if self.writing.dry_run
            else f"written to {place}"
        )
        return ExitStatus.ANSWERED
