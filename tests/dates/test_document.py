"""The tables of docs/dates.md say what is so."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from narcotl.dates import parse, parse_edtf
from narcotl.errors import DateError

DOCUMENT = Path(__file__).parents[2] / "docs" / "dates.md"
CODE = re.compile("`([^`]+)`")


def rows(heading: str) -> Iterator[list[str]]:
    """Give the cells of the first table below a heading."""
    below = DOCUMENT.read_text(encoding="utf-8").split(f"# {heading}\n")[1]
    lines = iter(below.splitlines())
    for line in lines:
        if line.startswith("|---"):
            break
    for line in lines:
        if not line.startswith("|"):
            return
        yield [cell.strip() for cell in line.strip("|").split(" | ")]


def shown() -> Iterator[tuple[str, str]]:
    """Give each form with what it is shown as, where the row names one for each."""
    for forms, texts, _ in rows("What EDTF means here"):
        edtf = CODE.findall(forms)
        if forms == ", ".join(f"`{form}`" for form in edtf) and len(edtf) == texts.count(", ") + 1:
            yield from zip(edtf, texts.split(", "), strict=True)


def typed() -> Iterator[tuple[str, str]]:
    """Give each phrase with its EDTF, where the row names one for each group of phrases."""
    for phrases, forms, *_ in rows("What people type"):
        groups = phrases.split("; ")
        edtf = CODE.findall(forms)
        if forms == "; ".join(f"`{form}`" for form in edtf) and len(edtf) == len(groups):
            for group, form in zip(groups, edtf, strict=True):
                yield from ((phrase, form) for phrase in re.split(r", (?!\d{4}(?:,|$))", group))


def refused() -> Iterator[str]:
    """Give the phrases that are refused."""
    for phrases, _ in rows("What is refused"):
        yield from phrases.split(", ")


@pytest.mark.parametrize(("edtf", "text"), list(shown()))
def test_a_form_is_shown_as_documented(edtf: str, text: str) -> None:
    assert parse_edtf(edtf).text == text


# `possibly` stands for `possibly 1950`: one word of a list whose last phrase is whole.
@pytest.mark.parametrize(("text", "edtf"), [(text, edtf) for text, edtf in typed() if any(map(str.isdigit, text))])
def test_a_phrase_means_what_is_documented(text: str, edtf: str) -> None:
    assert parse(text).edtf == edtf


@pytest.mark.parametrize("text", list(refused()))
def test_a_phrase_is_refused_as_documented(text: str) -> None:
    with pytest.raises(DateError):
        parse(text)


def test_most_rows_are_checked() -> None:
    assert len(list(shown())) > 20
    assert len(list(typed())) > 20
    assert len(list(refused())) > 20
