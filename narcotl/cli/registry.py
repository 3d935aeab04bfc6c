"""The commands by purpose, with what each is for: read without importing any of them."""

from keyword import iskeyword
from typing import NamedTuple


class Entry(NamedTuple):
    """A command: its name and one line about it."""

    name: str
    about: str

    @property
    def function(self) -> str:
        """The function that is the command; `import` is a word that Python keeps for itself, and has no hyphens."""
        name = self.name.replace("-", "_")
        return f"{name}_" if iskeyword(name) else name

    @property
    def module(self) -> str:
        """The module that holds the command as a function of the same name."""
        return f"narcotl.cli.commands.{self.function}"


PURPOSES: dict[str, tuple[Entry, ...]] = {
    "Ask": (
        Entry("timeline", "events in order of time"),
        Entry("search", "records by their words, the best first"),
        Entry("ask", "a question in plain words"),
        Entry("facts", "what sources state: claims and figures together"),
        Entry("claims", "what is claimed, by whom, and who says no"),
        Entry("figures", "the numbers, with who counted what, where and when"),
        Entry("corrections", "what is wrong in the sources, and what should stand there"),
    ),
    "Read in full": (
        Entry("event", "one event in full"),
        Entry("claim", "one claim in full: every position on it"),
        Entry("figure", "one figure in full: what it counts, and how it came about"),
        Entry("correction", "one correction in full"),
        Entry("annotations", "what stores add to records of others: notes, tags, positions"),
        Entry("actor", "the profile of an actor, or the list of all"),
        Entry("region", "the profile of a region, or the list of all"),
        Entry("source", "the profile of a source, or the list of all"),
    ),
    "Compare": (
        Entry("compare", "the figures of a measure side by side, and how they meet"),
        Entry("conflicts", "figures at odds or without a partner, claims against claims"),
        Entry("links", "who appears with an actor, how often and in which roles"),
        Entry("path", "the shortest chain of events and claims that ties two actors"),
        Entry("stats", "counts by year, region, actor, topic, kind, status or source"),
        Entry("coverage", "which sources cover what, and what rests on one or on none"),
        Entry("gaps", "what the store does not know"),
    ),
    "Look": (
        Entry("browse", "the store on the whole terminal, to look around in"),
        Entry("plot", "the figures of a measure as a chart, in the terminal or a file"),
        Entry("html", "a page to look at and to share: timeline, cards, charts, graph"),
        Entry("serve", "the same page in a browser on this machine"),
    ),
    "Hand on": (
        Entry("cite", "references for footnotes, with the chain of sources"),
        Entry("export", "the store, or a part of it, in the formats of other tools"),
    ),
    "Understand": (
        Entry("date", "how a date is understood"),
        Entry("measures", "what the figures count, and what they do not"),
        Entry("vocab", "the words that records use, with their meanings"),
        Entry("schema", "the JSON Schema of a store, or of what commands print"),
        Entry("sql", "read-only SQL over documented views"),
        Entry("config", "every setting in force, and where it comes from"),
    ),
    "Write": (
        Entry("init", "a small store of your own, to begin with"),
        Entry("new", "a new record, from options or by questions and answers"),
        Entry("edit", "a record in your editor, and what is wrong with it afterwards"),
        Entry("annotate", "notes, tags or a position on a record of another store"),
        Entry("import", "the data of other tools, taken into a store"),
    ),
    "Rearrange": (
        Entry("rename", "a new id for a record, wherever it is named"),
        Entry("merge-records", "two records made one"),
        Entry("merge", "two stores made one"),
        Entry("merge-files", "two branches of a file made one, for git"),
        Entry("split", "a store of one file made a folder"),
        Entry("join", "a store of one folder made a file"),
        Entry("fmt", "the files of a store in one order and layout"),
    ),
    "Check": (
        Entry("check", "every problem of a store"),
        Entry("duplicates", "records that are likely to be the same"),
        Entry("distinct", "records that look alike and are not the same"),
        Entry("diff", "what became of a store between two states, by meaning"),
        Entry("log", "how one record came to be what it is, from the store's history"),
    ),
}
"""The commands in the order in which help shows them."""

COMMANDS: dict[str, Entry] = {entry.name: entry for entries in PURPOSES.values() for entry in entries}
"""Every command by its name."""
