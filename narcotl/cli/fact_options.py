"""The options that only claims or only figures take, beside those that all lists share."""

from typing import Annotated

from narcotl.cli import complete
from narcotl.cli.declared import Option, OptionGroup
from narcotl.cli.options import Several, alternatives
from narcotl.select.asked import Asked


class ClaimFilters(OptionGroup):
    """Which claims: who took which position on them, and what they are about."""

    stance: Annotated[
        Several,
        Option(
            "--stance", help="With a position of this stance: alleges, denies, ...", autocompletion=complete.stances
        ),
    ] = None
    by: Annotated[
        Several,
        Option(
            "--by",
            help="On which this actor took a position (of that --stance).",
            autocompletion=complete.actors,
        ),
    ] = None
    about: Annotated[Several, Option("--about", help="About this event, actor, region or figure.", metavar="NAME")] = (
        None
    )
    contested: Annotated[bool, Option("--contested", help="With somebody for and somebody against it.")] = False

    def add(self, asked: Asked) -> Asked:
        """Add what is asked of claims."""
        return asked.but(
            stance=tuple(self.stance or ()),
            by=tuple(self.by or ()),
            about=tuple(self.about or ()),
            contested=self.contested,
        )

    def title(self, title: str) -> str:
        """Add to the title of a list what is asked of claims."""
        named = {"stance": self.stance, "by": self.by, "about": self.about}
        return added(title, named, ("contested",) if self.contested else ())


class FigureFilters(OptionGroup):
    """Which figures: of what, whose and when published."""

    measure: Annotated[
        Several,
        Option("--measure", help="Of this measure, by id, name or a word for it.", autocompletion=complete.measures),
    ] = None
    agency: Annotated[
        Several, Option("--agency", help="Of this agency or its units.", autocompletion=complete.actors)
    ] = None
    vintage: Annotated[
        Several, Option("--vintage", help="Published on this date or in this range.", metavar="DATE")
    ] = None

    def add(self, asked: Asked) -> Asked:
        """Add what is asked of figures."""
        return asked.but(
            measure=tuple(self.measure or ()),
            agency=tuple(self.agency or ()),
            vintage=tuple(self.vintage or ()),
        )

    def title(self, title: str) -> str:
        """Add to the title of a list what is asked of figures."""
        return added(title, {"measure": self.measure, "agency": self.agency, "vintage": self.vintage})


class OfMeasure(OptionGroup):
    """Which figures of a measure that is named already."""

    agency: Annotated[
        Several, Option("--agency", help="Of this agency or its units.", autocompletion=complete.actors)
    ] = None
    vintage: Annotated[
        Several, Option("--vintage", help="Published on this date or in this range.", metavar="DATE")
    ] = None
    unit: Annotated[
        str | None, Option("--unit", help="Convert to this unit where there is an exact factor.", metavar="UNIT")
    ] = None

    def add(self, asked: Asked, measure: str) -> Asked:
        """Add what is asked of figures."""
        return asked.but(measure=(measure,), agency=tuple(self.agency or ()), vintage=tuple(self.vintage or ()))


def added(title: str, named: dict[str, Several], alone: tuple[str, ...] = ()) -> str:
    """Add options and their values to a title."""
    parts = [f"{name} {alternatives(values)}" for name, values in named.items() if values] + list(alone)
    return f"{title}{', ' if ': ' in title else ': '}{', '.join(parts)}" if parts else title
