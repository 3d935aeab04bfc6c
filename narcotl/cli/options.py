"""The options that commands share, written once: which records, from which stores, shown how."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from narcotl.cli import complete
from narcotl.cli.complain import complain
from narcotl.cli.configuration import saved_queries, settings
from narcotl.cli.declared import Argument, Option, OptionGroup
from narcotl.cli.formats import check_fields, known_format
from narcotl.cli.progress import progress
from narcotl.errors import UsageError
from narcotl.library.opened import Library, open_library
from narcotl.library.today import today
from narcotl.model.vocab.base import RecordKind
from narcotl.plural import counted
from narcotl.render import Format, Shown
from narcotl.select.selection import Sort

if TYPE_CHECKING:
    from narcotl.dates import Day
    from narcotl.render.template import Template
    from narcotl.reports.report import Report
    from narcotl.select.asked import Asked
    from narcotl.select.query.syntax import Tree

Several = list[str] | None
YEAR = 4
"""So many digits are a year: 1980, 1980s."""


class Stores(OptionGroup):
    """Which stores are asked."""

    store: Annotated[
        list[Path] | None,
        Option(
            "--store",
            help="A store: a folder or file; repeat to merge several.",
            readable=False,  # what cannot be read is an error of the store, whichever way it was named
            show_default=False,
        ),
    ] = None
    no_index: Annotated[bool, Option("--no-index", help="Read the store itself; keep no index.")] = False
    strict: Annotated[bool, Option("--strict", help="Refuse a store that has errors.")] = False

    def open(self, *, quiet: bool = False) -> Library:
        """Open the stores; that some records are broken is told on standard error, unless it is the question."""
        with progress() as watch:
            library = open_library(tuple(self.store or ()), cached=not self.no_index, strict=self.strict, watch=watch)
        if not quiet and (count := library.count_errors()):
            from shlex import join

            named = [part for path in self.store or () for part in ("--store", str(path))]
            complain(f"the store has {counted(count, 'error')}; `{join(['narcotl', 'check', *named])}` lists them")
        return library


class Output(OptionGroup):
    """How the answer is shown."""

    format: Annotated[
        str,
        Option(
            "--format",
            "-f",
            help="The form of the answer, or a template of a line: '{date.text}  {title}'.",
            metavar=f"[{'|'.join(Format)}|TEMPLATE]",
            autocompletion=complete.formats,
        ),
    ] = Format.TABLE.value
    json: Annotated[bool, Option("--json", help="Short for --format json.")] = False
    fields: Annotated[
        str, Option("--fields", help="Only these fields, by path: id,title,date.earliest.", show_default=False)
    ] = ""
    output: Annotated[Path | None, Option("--output", "-o", help="Write to this file.", show_default=False)] = None
    no_color: Annotated[bool, Option("--no-color", help="No colour.")] = False
    wide: Annotated[bool, Option("--wide", help="Every column and note, whole, on any terminal.")] = False
    no_pager: Annotated[bool, Option("--no-pager", help="No pager for what is longer than the screen.")] = False

    def shown(self, kind: RecordKind | None = None, added: Iterable[str] = ()) -> Shown:
        """Give the choice as renderers want it; fields that records of this kind do not have are refused."""
        fields = tuple(field.strip() for field in self.fields.split(",") if field.strip())
        template: Template = ()
        wanted = list(fields)
        form = self.form()
        if "{" in form:
            from narcotl.render.template import parse, paths

            template = parse(form)
            wanted += paths(template)
        if wanted and (kind is not None or added):
            check_fields(wanted, kind, added)
        return Shown(
            format=Format.JSONL if template else known_format(form),
            fields=fields,
            template=template,
            output=self.output,
            color=not self.no_color,
            wide=self.wide,
            pager=not self.no_pager,
        )

    def form(self) -> str:
        """Name the form of the answer; `--json` beside another one is refused, unless a configuration says it."""
        if not self.json or self.format in (Format.TABLE, Format.JSON):
            return Format.JSON.value if self.json else self.format
        if any(setting.key == "format" and setting.value == self.format for setting in settings()):
            return Format.JSON.value
        raise UsageError(f"--json and --format {self.format} ask for two forms", "Leave one of them out.")


class Today(OptionGroup):
    """What day it is, for dates such as "last 20 years"."""

    as_of: Annotated[
        str | None, Option("--as-of", help="Treat this day as today.", metavar="DATE", show_default=False)
    ] = None

    def day(self) -> "Day":
        """Give the day that counts as today."""
        return today(self.as_of, "--as-of")


class Filters(OptionGroup):
    """Which records: values of one option are alternatives, different options come together."""

    region: Annotated[
        Several,
        Option(
            "--region",
            "-r",
            help="Placed there; repeat for 'or'; not:NAME leaves out.",
            autocompletion=complete.regions,
        ),
    ] = None
    actor: Annotated[
        Several,
        Option(
            "--actor", "-a", help="Involving this actor, its units or office holders.", autocompletion=complete.actors
        ),
    ] = None
    together: Annotated[
        Several,
        Option("--with", help="Also involving this actor; repeat to require several.", autocompletion=complete.actors),
    ] = None
    since: Annotated[str | None, Option("--since", help="From the first day of this date on.", metavar="DATE")] = None
    until: Annotated[str | None, Option("--until", help="Up to the last day of this date.", metavar="DATE")] = None
    during: Annotated[
        Several, Option("--during", help="Overlapping this date or range: 1980s, 1965-1975.", metavar="DATE")
    ] = None
    date: Annotated[Several, Option("--date", help="What was in force on this date.", metavar="DATE")] = None
    on: Annotated[Several, Option("--on", help="On this day of any year: 06-01, 'june 1', today.", metavar="DAY")] = (
        None
    )
    topic: Annotated[Several, Option("--topic", help="On this topic.", autocompletion=complete.topics)] = None
    kind: Annotated[Several, Option("--kind", help="Of this kind.", autocompletion=complete.kinds)] = None
    status: Annotated[Several, Option("--status", help="With this status.", autocompletion=complete.statuses)] = None
    tag: Annotated[Several, Option("--tag", help="With this tag of an annotation.", autocompletion=complete.tags)] = (
        None
    )
    source: Annotated[
        Several,
        Option("--source", help="Resting on this source, anywhere in a chain.", autocompletion=complete.sources),
    ] = None
    text: Annotated[Several, Option("--text", help="Containing all these words.")] = None
    where: Annotated[
        Several,
        Option("--where", help="Meeting this query: 'region:peru (hawala OR opium)', @saved.", metavar="QUERY"),
    ] = None
    certain: Annotated[bool, Option("--certain", help="Only hits that are certain in date and place.")] = False
    no_units: Annotated[bool, Option("--no-units", help="Leave out an actor's units and office holders.")] = False
    limit: Annotated[int | None, Option("--limit", help="Show at most this many.", metavar="N")] = None
    sort: Annotated[Sort, Option("--sort", help="Sort by this.")] = Sort.DATE
    reverse: Annotated[bool, Option("--reverse", help="Reverse the order.")] = False

    def asked(self) -> "Asked":
        """Give the options as the selection wants them."""
        from narcotl.select.asked import Asked

        return Asked(
            region=tuple(self.region or ()),
            actor=tuple(self.actor or ()),
            together=tuple(self.together or ()),
            since=self.since,
            until=self.until,
            during=tuple(self.during or ()),
            date=tuple(self.date or ()),
            on=tuple(self.on or ()),
            topic=tuple(self.topic or ()),
            kind=tuple(self.kind or ()),
            status=tuple(self.status or ()),
            tag=tuple(self.tag or ()),
            source=tuple(self.source or ()),
            text=tuple(self.text or ()),
            where=queries(self.where or (), self.typed()),
            certain=self.certain,
            units=not self.no_units,
            limit=self.limit,
            sort=self.sort,
            reverse=self.reverse,
        )

    def typed(self) -> str:
        """Give the query that stands without an option, where a command takes one."""
        return ""

    def title(self, what: str) -> str:
        """Name a list by what was asked for."""
        parts = [
            f"with {' and '.join(value)}"
            if name == "together"
            else f"{name} {value if isinstance(value, str) else alternatives(value)}"
            for name in (
                "region",
                "actor",
                "together",
                "since",
                "until",
                "during",
                "date",
                "on",
                "topic",
                "kind",
                "status",
                "tag",
                "source",
                "text",
            )
            if (value := getattr(self, name))
        ]
        parts += filter(None, [" or ".join(self.where or ()), self.typed()])
        return ": ".join([what, ", ".join(parts)]) if parts else what

    def listing(self, library: Library, kind: RecordKind, today: "Day") -> "Report":
        """List all entities of a kind: kind, status and words choose among them, the rest among their events."""
        from narcotl.library.questions import entities

        return entities(library, self.asked(), kind, today)


class QueryFilters(Filters):
    """The shared filters of a command without a name, which takes a query in its place."""

    query: Annotated[
        Several,
        Argument(
            help="A query, such as 'region:andes (opium OR coca) -status:alleged'; --where is the same.",
            metavar="[QUERY]...",
            show_default=False,
        ),
    ] = None

    def asked(self) -> "Asked":
        """Give the options as the selection wants them; that a year among the words is one of them is told."""
        for word in self.typed().split():
            if word.rstrip("s").isdecimal() and len(word.rstrip("s")) == YEAR:
                complain(f"'{word}' is looked for as a word; date:{word} or --during {word} asks for the time")
        return Filters.asked(self)

    def typed(self) -> str:
        """Give the query that stands without an option."""
        return " ".join(self.query or ())


def alternatives(values: Sequence[str]) -> str:
    """Write the values of an option in words: those of which any will do, and those that are left out."""
    from narcotl.select.asked import EXCLUDE

    wanted = [value for value in values if not value.startswith(EXCLUDE)]
    excluded = [value.removeprefix(EXCLUDE) for value in values if value.startswith(EXCLUDE)]
    return ", ".join([*([" or ".join(wanted)] if wanted else []), *(f"not {value}" for value in excluded)])


def queries(alternatives: Sequence[str], typed: str) -> tuple["Tree", ...]:
    """Read the queries of `--where`, of which any will do, and the one that stands without an option."""
    if not alternatives and not typed:
        return ()
    from narcotl.library import filters

    saved = saved_queries() if any("@" in text for text in (*alternatives, typed)) else {}
    return filters.queries(alternatives, typed, saved)
