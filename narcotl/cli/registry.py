"""The commands by purpose, with what each is for: read without importing any of them."""

from keyword import iskeyword
from typing import NamedTuple


class Entry(NamedTuple):
    """A command: its name and one line about it."""

    name: str
    about: str

    @property
    def function(self) -> str:
        """The function that is the command; `import` is a word that Python keeps for itself."""
        return f"{self.name}_" if iskeyword(self.name) else self.name

    @property
    def module(self) -> str:
        """The module that holds the command as a function of the same name."""
        return f"narcotl.cli.commands.{self.function}"


PURPOSES: dict[str, tuple[Entry, ...]] = {
    "Ask": (
        Entry("timeline", "events in order of time"),
        Entry("event", "one event in full"),
        Entry("search", "records by their words, the best first"),
        Entry("ask", "a question in plain words"),
        Entry("facts", "what sources state: claims and figures together"),
        Entry("claims", "what is claimed, by whom, and who says no"),
        Entry("claim", "one claim in full: every position on it"),
        Entry("figures", "the numbers, with who counted what, where and when"),
        Entry("figure", "one figure in full: what it counts, and how it came about"),
        Entry("measures", "what the figures count, and what they do not"),
        Entry("corrections", "what is wrong in the sources, and what should stand there"),
        Entry("correction", "one correction in full"),
        Entry("gaps", "what the store does not know"),
        Entry("compare", "the figures of a measure side by side, and how they meet"),
        Entry("plot", "the figures of a measure as a chart, in the terminal or a file"),
        Entry("conflicts", "figures that conflict or miss each other, and claims set against claims"),
        Entry("actor", "the profile of an actor, or the list of all"),
        Entry("links", "who appears with an actor, how often and in which roles"),
        Entry("path", "the shortest chain of events, claims and offices that ties two actors"),
        Entry("region", "the profile of a region, or the list of all"),
        Entry("source", "the profile of a source, or the list of all"),
        Entry("cite", "references for footnotes, with the chain of sources"),
    ),
    "Count": (
        Entry("stats", "counts by year, decade, region, actor, topic, kind, status or source"),
        Entry("coverage", "which sources cover what, and what rests on one of them or on none"),
    ),
    "Look": (
        Entry("html", "one page to look at and to share: a timeline, cards, charts, a graph"),
        Entry("serve", "the same page in a browser on this machine"),
    ),
    "Understand": (
        Entry("date", "how a date is understood"),
        Entry("sql", "SQL, read only, over documented views"),
        Entry("vocab", "the words that records use, with their meanings"),
        Entry("schema", "the JSON Schema of a store, or of what commands print"),
    ),
    "Keep": (
        Entry("config", "every setting in force, and where it comes from"),
        Entry("init", "a store of one's own, to begin with"),
        Entry("new", "a record put into a store, by options or by questions"),
        Entry("edit", "a record in your editor, and what is wrong with it afterwards"),
        Entry("check", "every problem of a store"),
        Entry("diff", "what became of a store between two states, by meaning"),
        Entry("log", "how one record came to be what it is, from the history of its store"),
        Entry("fmt", "the files of a store in one order and layout"),
        Entry("rename", "another id for a record, wherever it is named"),
        Entry("duplicates", "records that are likely to be the same"),
        Entry("export", "the store, or a part of it, in the formats of other tools"),
        Entry("import", "what other tools hold, taken into a store"),
    ),
}
"""The commands in the order in which help shows them."""

COMMANDS: dict[str, Entry] = {entry.name: entry for entries in PURPOSES.values() for entry in entries}
"""Every command by its name."""
