"""Say what is wrong with SQL, and where: SQLite gives a message, and this finds the place and near names."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Final

from narcotl.errors import Excerpt, UsageError, did_you_mean, nearest
from narcotl.index import views

_MOST_TRIES: Final = 40
_NEAR: Final = re.compile(r'near "(?P<token>.*)": syntax error', re.DOTALL)
_NO_TABLE: Final = re.compile(r"no such table: (?P<name>.*)", re.DOTALL)
_NO_COLUMN: Final = re.compile(r"no such column: (?P<name>.*)", re.DOTALL)
_NO_FUNCTION: Final = re.compile(r"(?:no such function: (?P<name>.*)|not authorized to use function: (?P<denied>.*))")
_DENIED: Final = re.compile(r"access to (?P<name>[^.]+)\.\S* is prohibited", re.DOTALL)
_NO_TOKEN: Final = re.compile(r'unrecognized token: "(?P<token>.*)"', re.DOTALL)
_BINDING: Final = "Incorrect number of bindings"
_CHANGING: Final = re.compile("not authorized|cannot modify .*", re.DOTALL)
_SEVERAL: Final = "execute one statement at a time"
_LISTED: Final = "`narcotl sql --views` lists the views and their columns."
_PLACEHOLDER: Final = "\x01"
"""A character that no SQL token begins with."""


def explained(error: Exception, sql: str, connection: sqlite3.Connection) -> UsageError:
    """Make an error of what SQLite says."""
    text = str(error)
    if _SEVERAL in text:
        return UsageError("only a single SELECT runs, and here are several statements", "Ask one after the other.")
    if found := _NEAR.fullmatch(text):
        wrong = UsageError(
            f"SQL is not understood near '{found['token']}'",
            "How a SELECT is written: https://sqlite.org/lang_select.html",
        )
        return placed(wrong, failing(connection, sql, found["token"]))
    if text == "incomplete input":
        return UsageError("the SQL is not complete", "Something is to follow.").at(Excerpt(sql, len(sql.rstrip()), 1))
    if found := _NO_TABLE.fullmatch(text) or _DENIED.fullmatch(text):
        return no_view(found["name"].rpartition(".")[2], sql)
    if found := _NO_COLUMN.fullmatch(text):
        name = found["name"].rpartition(".")[2]
        wrong = UsageError(f"there is no column '{found['name']}'", near(name, columns(sql)))
        return placed(wrong, occurrence(sql, found["name"]) or occurrence(sql, name))
    if found := _NO_FUNCTION.fullmatch(text):
        from narcotl.index.asking import FUNCTIONS

        name = found["name"] or found["denied"]
        hint = near(name, FUNCTIONS, "docs/sql.md lists the functions that there are.")
        return placed(UsageError(f"there is no function '{name}'", hint), occurrence(sql, name))
    if found := _NO_TOKEN.fullmatch(text):
        token = found["token"]
        wrong = UsageError(f"SQL is not understood at '{token}'", "Perhaps a quotation mark is missing.")
        return placed(wrong, Excerpt(sql, sql.find(token), len(token)) if token in sql else None)
    if text.startswith(_BINDING):
        return UsageError(
            "the SQL has parameters, and nothing is given for them", "Write values in place of ? or :name."
        )
    if _CHANGING.fullmatch(text):
        return UsageError("only a single SELECT over the views runs", _LISTED)
    return UsageError(f"SQL cannot be answered: {text}", _LISTED)


def no_view(name: str, sql: str) -> UsageError:
    """Say that there is no view of a name; a table of the index may have it."""
    if name in views.VIEWS:
        place = occurrence(sql, f"main.{name}")
        return placed(UsageError(f"only the view '{name}' can be read", "Leave the name of the database out."), place)
    return placed(UsageError(f"there is no view '{name}'", near(name, views.VIEWS)), occurrence(sql, name))


def placed(error: UsageError, place: Excerpt | None) -> UsageError:
    """Say where an error is, if that is known."""
    return error.at(place) if place is not None else error


def near(name: str, known: Iterable[str], then: str = _LISTED) -> str:
    """Propose names that are spelt nearly alike."""
    return did_you_mean(nearest(name, sorted(set(known)), 3), then=then)


def columns(sql: str) -> Iterator[str]:
    """Give the columns of the views that a query names; of all views if it names none."""
    words = set(re.findall(r"\w+", sql.lower()))
    named = [view for view in views.VIEWS.values() if view.name in words] or list(views.VIEWS.values())
    for view in named:
        yield from (column.name for column in view.columns)


def occurrence(sql: str, name: str) -> Excerpt | None:
    """Find a name where it stands as a word of its own."""
    found = re.search(rf"(?<![\w.]){re.escape(name)}(?!\w)", sql, re.IGNORECASE)
    return Excerpt(sql, found.start(), len(name)) if found else None


def failing(connection: sqlite3.Connection, sql: str, token: str) -> Excerpt | None:
    """Find which of several equal tokens SQLite stumbled over.

    A token that cannot be read, put in place of one behind it, changes nothing: the last place where it does is it.
    """
    places = [found.start() for found in re.finditer(re.escape(token), sql)]
    whole = complaint(connection, sql)
    last = None
    for start in places[:_MOST_TRIES]:
        if complaint(connection, sql[:start] + _PLACEHOLDER + sql[start + len(token) :]) != whole:
            last = start
    return Excerpt(sql, last, len(token)) if last is not None else None


def complaint(connection: sqlite3.Connection, sql: str) -> str:
    """Give the message of SQLite about a text that it cannot run."""
    try:
        connection.execute(sql)
    except (sqlite3.Error, sqlite3.Warning) as error:
        return str(error)
    return ""
