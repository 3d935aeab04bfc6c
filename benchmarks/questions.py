"""Questions to a ready index: each kind of query, about fifty hits of any number of records."""

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
    "region and decade": ("timeline", "--region", "state-1-3", "--during", "1980s", *FIFTY),
    "region, actor and decade": ("timeline", "--region", "land-1", "--actor", "person-9", "--during", "1980s", *FIFTY),
    "region, common actor, decade": ("timeline", "-r", "land-1", "-a", "agency-0", "--during", "1980s", *FIFTY),
    "topic and status": ("timeline", "--topic", "opium", "--status", "disputed", *FIFTY),
    "one day": ("timeline", "--date", "1984-11-26", *FIFTY),
    "first fifty": ("timeline", *FIFTY),
    "table": ("timeline", "--region", "state-1-3", "--during", "1980s", "--limit", "50"),
    "words in events": ("timeline", "--text", "cocaine zixa", *FIFTY),
    "one event": ("event", "event-77", "--json"),
    "actor": ("actor", "person-9", *FIFTY),
    "figures": ("figures", "--region", "state-1-3", "--during", "1980s", *FIFTY),
    "claims of an actor": ("claims", "--by", "person-9", *FIFTY),
    "search, a rare word": ("search", "ceguko", *FIFTY),
    "search, a frequent word": ("search", "opium", *FIFTY),
    "ask": ("ask", "What did Agency 2 do about opium in Land 3 in 1984?", "--json"),
    "ask, one name": ("ask", "Who was arrested in State 1.3 in the 1980s?", "--json"),
    "SQL": ("sql", "SELECT id, title FROM events WHERE id = 'event-77'", "--json"),
}
JSON_LISTS: Final = frozenset(tuple(QUESTIONS)[:6]) | {"words in events", "figures", "claims of an actor"}


def jobs(narcotl: tuple[str, ...], size: int, store: Path) -> Iterator[Job]:
    """Ask a store of a size."""
    for name, question in QUESTIONS.items():
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
