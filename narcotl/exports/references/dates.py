"""Dates of works in words: the American way of Chicago, and the year first of APA."""

from narcotl.dates import Day
from narcotl.dates.vocabulary import MONTHS
from narcotl.exports.times import Span, span_of
from narcotl.exports.works import is_plain
from narcotl.reports.report import Row


def american(date: Row) -> str:
    """Write a date as `November 9, 2018`; nothing if it is not known at all."""
    span = span_of(date)
    if span.date.undated:
        return ""
    if not is_plain(span):
        return bounded(span, date)
    return flagged(day_words(span, span.first or (0, 0, 0)), date)


def year_first(date: Row) -> str:
    """Write a date as `2018, November 9`; `n.d.` if it is not known at all."""
    span = span_of(date)
    if span.date.undated:
        return "n.d."
    if not is_plain(span) or span.first is None:
        return bounded(span, date)
    year, month, day = span.first
    parts = [str(year), f"{MONTHS[month - 1]} {day}", MONTHS[month - 1]]
    words = {"year": parts[:1], "month": [parts[0], parts[2]]}.get(span.date.precision.value, parts[:2])
    return flagged(", ".join(words), date)


def year(date: Row) -> str:
    """Write only the year, as text that names a work does; `n.d.` if it is not known."""
    span = span_of(date)
    if span.date.undated:
        return "n.d."
    years = [str(bound[0]) for bound in (span.first, span.last) if bound]
    if len(years) == 1:
        return f"by {years[0]}" if span.first is None else f"{years[0]} or later"
    return flagged("\N{EN DASH}".join(dict.fromkeys(years)), date) or str(date["text"])


def bounded(span: Span, date: Row) -> str:
    """Write a date that is no single year, month or day: of one with an unknown end, the end that is known."""
    if span.first is None and span.last is not None:
        return f"by {day_words(span, span.last)}"
    if span.last is None and span.first is not None:
        return f"{day_words(span, span.first)} or later"
    return str(date["text"])


def day_words(span: Span, day: Day) -> str:
    """Write a day, with as much of it as the date tells."""
    year, month, number = day
    month_name = MONTHS[month - 1]
    return {1: str(year), 2: f"{month_name} {year}"}.get(span.parts, f"{month_name} {number}, {year}")


def flagged(text: str, date: Row) -> str:
    """Say that a date is about right, or doubtful."""
    text = f"ca. {text}" if date["approximate"] and text else text
    return f"[{text}?]" if date["uncertain"] and text else text
