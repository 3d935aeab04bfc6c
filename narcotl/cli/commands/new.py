"""`narcotl new`: a record of one's own words, checked before anything is written."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any

from narcotl.cli.complete import of_field
from narcotl.cli.declared import Option
from narcotl.cli.drafts import Writer, Writing
from narcotl.cli.options import Output, Stores, Today
from narcotl.library.authoring.facts import FORMS
from narcotl.library.authoring.field import Field
from narcotl.library.authoring.understanding import Understanding
from narcotl.library.opened import stores_from_environment
from narcotl.library.shipped import writable
from narcotl.model.paths import paths_of
from narcotl.model.vocab.base import RecordKind
from narcotl.reports.new import FIELDS

GROUPS: dict[str, Any] = {"writing": Writing, "today": Today, "output": Output, "stores": Stores}
EXAMPLES = {
    RecordKind.EVENT: "--title 'A raid in Lima' --date 'dec 20, 1989' --region Lima --kind seizure --status reported "
    "--source seed-001",
    RecordKind.CLAIM: "--proposition 'The raid was staged.' --by CIA --stance denies --source seed-001",
    RecordKind.FIGURE: "--measure coca-cultivation-area --region Peru --period 2014 --value 42900 --source seed-001",
    RecordKind.ACTOR: "--name 'Port police' --kind agency --part-of peru-gov",
    RecordKind.REGION: "--name Cusco --kind city --part-of Peru",
    RecordKind.SOURCE: "--title 'A survey' --type report --issued 'march 1990' --author UNODC --read",
    RecordKind.MEASURE: "--name 'Boats seized' --unit count",
    RecordKind.CORRECTION: "--source seed-001 --kind spelling --says Pery --should-be Peru --basis seed-001 "
    "--certainty certain",
    RecordKind.ANNOTATION: "--of contra-cocaine-cia --note 'Read the memoir as well.' --tag thesis",
}
"""What each command is shown with."""


def new(kind: RecordKind, given: dict[str, Any], writing: Writing, today: Today, output: Output, stores: Stores) -> int:
    """Put a new record into a store: an event, claim, figure, actor, region, source, measure, correction or annotation.

    What the options leave open is asked for on a terminal. Names, dates and words are read as everywhere, and
    the record is checked before anything is written. Of several stores, the last one gets it.

    Example: narcotl new region --name Cusco --kind city --part-of Peru --dry-run
    """
    paths = tuple(stores.store or stores_from_environment())
    if not writing.dry_run:
        writable(paths[-1])
    shown = output.shown(added=[*FIELDS, *(f"record.{path}" for path in paths_of(kind))])
    library = stores.open()
    understanding = Understanding(library, today.day())
    writer = Writer(kind, library, paths, writing)
    said = writer.said(given, understanding)
    return writer.finish(writer.made(said, understanding), shown)


def command(kind: RecordKind) -> Callable[..., int]:
    """Make the command for a kind, with an option for each field that may be said of it."""

    def run(**values: Any) -> int:
        groups = {name: values.pop(name) for name in GROUPS}
        return new(kind, values, **groups)

    options = {field.parameter: option(field) for field in FORMS[kind]} | GROUPS
    run.__doc__ = f"Put a new {kind} into a store.\n\nExample: narcotl new {kind} {EXAMPLES[kind]} --dry-run"
    run.__annotations__ = {**options, "return": int}
    run.__signature__ = inspect.Signature(  # type: ignore[attr-defined]  # read by inspect.signature
        [
            inspect.Parameter(
                name,
                inspect.Parameter.KEYWORD_ONLY,
                annotation=annotation,
                default=inspect.Parameter.empty if name in GROUPS else None,
            )
            for name, annotation in options.items()
        ]
    )
    return run


def option(field: Field) -> Any:
    """Make the option of a field."""
    taken = Option(
        f"--{field.name}",
        help=field.about + (" Needed." if field.required else ""),
        show_default=False,
        autocompletion=of_field(field),
    )
    return Annotated[list[str] | None if field.several else bool | None if field.is_truth else str | None, taken]


SUBCOMMANDS = {kind.value: command(kind) for kind in FORMS}
"""The command for each kind of record."""
