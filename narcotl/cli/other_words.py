"""Words that people know from other programs, and what of narcotl does the same."""

from collections.abc import Iterable
from typing import Final

COMMANDS: Final = {
    **dict.fromkeys(("events", "list", "ls", "chronology"), "timeline"),
    **dict.fromkeys(("actors", "people", "persons", "who", "groups", "organisations", "organizations"), "actor"),
    **dict.fromkeys(("regions", "places", "countries", "where"), "region"),
    **dict.fromkeys(("sources", "works", "literature"), "source"),
    **dict.fromkeys(("bibliography", "references", "footnotes"), "cite"),
    **dict.fromkeys(("find", "grep", "query"), "search"),
    **dict.fromkeys(("show", "view", "get"), "event"),
    **dict.fromkeys(("map", "geojson"), "export geojson"),
    **dict.fromkeys(("graph", "network"), "links"),
    **dict.fromkeys(("chart", "draw"), "plot"),
    **dict.fromkeys(("count", "counts", "summary"), "stats"),
    **dict.fromkeys(("contradictions", "disputes"), "conflicts"),
    **dict.fromkeys(("contested",), "claims --contested"),
    **dict.fromkeys(("errata", "mistakes"), "corrections"),
    **dict.fromkeys(("validate", "lint", "doctor"), "check"),
    **dict.fromkeys(("history",), "log"),
    **dict.fromkeys(("add", "create"), "new"),
    **dict.fromkeys(("web", "page", "site"), "html"),
    **dict.fromkeys(("glossary", "words", "vocabulary"), "vocab"),
    **dict.fromkeys(("topics",), "stats --by topic"),
    **dict.fromkeys(("statements", "quotes"), "facts"),
    **dict.fromkeys(("format",), "fmt"),
    **dict.fromkeys(("tui", "interactive"), "browse"),
}
"""What to run for a command that other programs have."""

OPTIONS: Final = {
    **dict.fromkeys(("from", "after", "start", "begin"), "--since"),
    **dict.fromkeys(("to", "before", "end"), "--until"),
    **dict.fromkeys(("year", "years", "decade", "period", "time", "between", "when"), "--during"),
    **dict.fromkeys(("place", "country", "location", "area"), "--region"),
    **dict.fromkeys(("who", "person", "people", "name"), "--actor"),
    **dict.fromkeys(("speaker", "says"), "--by"),
    **dict.fromkeys(("theme", "subject", "category"), "--topic"),
    **dict.fromkeys(("type",), "--kind"),
    **dict.fromkeys(("cols", "columns", "select", "keys"), "--fields"),
    **dict.fromkeys(("order", "order-by", "sort-by"), "--sort"),
    **dict.fromkeys(("desc", "descending"), "--reverse"),
    **dict.fromkeys(("max", "head", "top", "first", "number"), "--limit"),
    **dict.fromkeys(("out", "save"), "--output"),
    **{name: f"--format {name}" for name in ("csv", "tsv", "md", "yaml", "jsonl", "table")},
    **dict.fromkeys(("markdown",), "--format md"),
    **dict.fromkeys(("template",), "--format '{title}'"),
    **dict.fromkeys(("grep", "word", "words", "search", "contains"), "--text"),
    **dict.fromkeys(("query", "filter"), "--where"),
    **dict.fromkeys(("exact", "sure", "strictly"), "--certain"),
    **dict.fromkeys(("full", "all", "long", "verbose"), "--wide"),
    **dict.fromkeys(("db", "data", "file", "path"), "--store"),
    **dict.fromkeys(("exclude", "without"), "--actor not:NAME"),
}
"""What to give for an option that other programs have; only what the command at hand takes is proposed."""

LISTS: Final = {
    "event": "timeline",
    "claim": "claims",
    "figure": "figures",
    "correction": "corrections",
    "compare": "measures",
    "plot": "measures",
    "links": "actor",
    "path": "actor",
}
"""For a command that needs a name, the command that lists such names."""


def option(written: str, known: Iterable[str]) -> str:
    """Give the option that does what is meant by another one, among those that are known; empty if none does."""
    proposed = OPTIONS.get(written.lstrip("-").lower(), "")
    return proposed if proposed.split(" ")[0] in set(known) else ""
