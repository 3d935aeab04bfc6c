"""Questions to a ready index: some that about fifty records answer at any size, and one of each other kind of query."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.job import Job
from benchmarks.starts import BASE

THEME: Final = "ready index"
FIFTY: Final = ("--limit", "50", "--json")
SMALLEST: Final = 300
LARGE: Final = 100_000
QUESTIONS: Final[dict[str, tuple[str, ...]]] = {
    "region and decade, all hits": ("timeline", "--region", "state-1-3", "--during", "1980s", *FIFTY),
    "region, actor, decade": ("timeline", "--region", "land-1", "--actor", "person-9", "--during", "1980s", *FIFTY),
    "region, common actor, decade": ("timeline", "-r", "land-1", "-a", "agency-0", "--during", "1980s", *FIFTY),
    "topic and status": ("timeline", "--topic", "opium", "--status", "disputed", *FIFTY),
    "one day": ("timeline", "--date", "1984-11-26", *FIFTY),
    "first fifty": ("timeline", *FIFTY),
    "table": ("timeline", "--region", "state-1-3", "--during", "1980s", "--limit", "50"),
    "words in events": ("timeline", "--text", "cocaine ceguko", *FIFTY),
    "one event": ("event", "event-77", "--json"),
    "actor": ("actor", "person-9", *FIFTY),
    "figures": ("figures", "--region", "state-1-3", "--during", "1980s", *FIFTY),
    "claims of an actor": ("claims", "--by", "person-9", *FIFTY),
    "search, a rare word": ("search", "ceguko", *FIFTY),
    "search, a frequent word": ("search", "opium", *FIFTY),
    "ask": ("ask", "What did Agency 2 do about opium in Land 3 in 1984?", "--json"),
    "ask, one name": ("ask", "Who was arrested in State 1.3 in the 1980s?", "--json"),
    "counts by decade": ("stats", "--json"),
    "counts by topic": ("stats", "--by", "topic", "--json"),
    "all regions": ("region", *FIFTY),
    "SQL": ("sql", "SELECT id, title FROM events WHERE id = 'event-77'", "--json"),
}
OF_FIFTY: Final[dict[str, dict[int, tuple[str, ...]]]] = {
    "region and time, 50 hits": {
        300: ("--region", "land-1", "--during", "1970/2019"),
        10_000: ("--region", "state-1-3", "--during", "1980/1992"),
        100_000: ("--region", "province-1-3-2", "--during", "1980/1985"),
        1_000_000: ("--region", "province-1-3-2", "--during", "1984-11"),
    },
    "region, actor and time, 50 hits": {
        300: ("--region", "land-1", "--actor", "agency-0", "--during", "1950/2019"),
        10_000: ("--region", "land-1", "--actor", "agency-0", "--during", "1984/1985"),
        100_000: ("--region", "state-1-3", "--actor", "agency-0", "--during", "1984/1987"),
        1_000_000: ("--region", "province-1-3-2", "--actor", "agency-0", "--during", "1985/1987"),
    },
}
"""By the least size of a store for which they ask: the larger the store, the narrower the question."""
JSON_LISTS: Final = frozenset((*OF_FIFTY, "first fifty", "words in events", "claims of an actor"))


def jobs(narcotl: tuple[str, ...], size: int, store: Path) -> Iterator[Job]:
    """Ask a store of a size."""
    fifty = {
        name: ("timeline", *narrower[max(least for least in narrower if least <= max(size, SMALLEST))], *FIFTY)
        for name, narrower in OF_FIFTY.items()
    }
    for name, question in {**fifty, **QUESTIONS}.items():
        command = (*narcotl, *question, "--store", str(store))
        yield Job(theme=THEME, name=name, size=size, command=command, against=BASE, bar=bar(name, size))
    line = f"narcotl timeline --store {store} --actor person-12"
    env = {"_NARCOTL_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": "5"}
    yield Job(theme=THEME, name="completion", size=size, command=narcotl, env=env, against=BASE, bar=1.3)


def bar(name: str, size: int) -> float:
    """Give the most that a question may cost; 0 where nothing is asked of it."""
    if name == "table":
        return 2.2
    if name in JSON_LISTS:
        return 1.3 if size <= SMALLEST else 1.4
    return 1.6 if name.startswith(("search", "ask")) and size <= LARGE else 0
