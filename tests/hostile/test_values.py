"""Values that no record can have, and more problems than anybody reads."""

from pathlib import Path

import pytest

from tests.front_door import Answer, FrontDoor
from tests.tried import Note

REGION = "- {{id: peru, name: Peru, kind: country, lat: {}, lon: 1}}\n"
NUMBERS = {
    "a whole number of ten thousand digits": "9" * 10_000,
    "a fraction of ten thousand digits": f"0.{'1' * 10_000}",
    "`NaN`": "NaN",
    "`.nan`": ".nan",
    "`sNaN`": "sNaN",
    "`-inf`": "-inf",
    "`1e400`": "1e400",
    "`1e999999999`": "1e999999999",
    "`1e-999999999`": "1e-999999999",
    "`0x1F`": "0x1F",
    "`1_000`": "1_000",
    "digits of another script": "١٢",
    "a full width number": "\uff11\uff12",
}
EVENT = "- {{id: one, title: One, date: {}, regions: [], kinds: [law], status: reported, sources: []}}\n"
DATES_REFUSED = {
    "the 30th of February": "2000-02-30",
    "the 29th of February 1900": "1900-02-29",
    "month 13": "2000-13",
    "a year of twenty digits": "Y99999999999999999999",
    "a year of ten thousand digits": f"Y{'9' * 10_000}",
    "a year to the power of itself": "Y9E999999999",
    "a set that no bracket closes": '"{1984,1985"',
    "an interval that ends before it begins": "1985/1984",
    "today": "today",
}
DATES_READ = {
    "the year 400,000 before our era": "Y-400000",
    "the last day of the last year of four digits": "9999-12-31",
    "a set of ten thousand dates": "{" + ",".join(["1984"] * 10_000) + "}",
}


@pytest.mark.parametrize("what", NUMBERS)
def test_no_number(what: str, narcotl: FrontDoor, tmp_path: Path, tried: Note) -> None:
    (tmp_path / "regions.yaml").write_text(REGION.format(NUMBERS[what]), encoding="utf-8")
    answer = narcotl("check", "--store", ".", cwd=tmp_path)
    assert (answer.status, answer.err) == (1, "")
    assert "is not a number" in answer.out
    assert len(answer.out) < 1_000
    tried(what, answer)


@pytest.mark.parametrize("what", DATES_REFUSED)
def test_no_date(what: str, narcotl: FrontDoor, tmp_path: Path, tried: Note) -> None:
    (tmp_path / "events.yaml").write_text(EVENT.format(DATES_REFUSED[what]), encoding="utf-8")
    answer = narcotl("check", "--store", ".", cwd=tmp_path)
    assert (answer.status, answer.err) == (1, "")
    assert len(answer.out) < 1_000
    tried(what, answer)


@pytest.mark.parametrize("what", DATES_READ)
def test_far_dates(what: str, narcotl: FrontDoor, tmp_path: Path, tried: Note) -> None:
    (tmp_path / "events.yaml").write_text(EVENT.format(f'"{DATES_READ[what]}"'), encoding="utf-8")
    answer = narcotl("check", "--store", ".", cwd=tmp_path)
    assert answer == Answer(0, "No problems.\n")
    shown = narcotl("timeline", "--store", ".", "--format", "{date.edtf}", cwd=tmp_path)
    assert shown == Answer(0, f"{DATES_READ[what]}\n")
    tried(what, answer)


TYPED = {
    "ten thousand digits": "9" * 10_000,
    "ten thousand words": "since " * 10_000,
    "a hundred thousand brackets": "[" * 100_000,
    "a hundred thousand commas in a set": "{" + "," * 100_000 + "}",
    "the year 10^999999999": "Y1E999999999",
    "control characters": "\x1b[2J1984\x07",
}


@pytest.mark.parametrize("what", TYPED)
def test_typed_dates(what: str, narcotl: FrontDoor, tried: Note) -> None:
    answer = narcotl("date", TYPED[what])
    assert answer.status == 1
    assert len(answer.out + answer.err) < 1_000 + len(TYPED[what])
    assert all(line.isprintable() for line in (answer.out + answer.err).splitlines())
    tried(f"`narcotl date`: {what}", answer)


def test_many_problems(narcotl: FrontDoor, tmp_path: Path, tried: Note) -> None:
    (tmp_path / "regions.yaml").write_text("- 1\n" * 20_000, encoding="utf-8")
    answer = narcotl("check", "--store", ".", cwd=tmp_path)
    assert answer.status == 1
    assert answer.out.count("a region must be a mapping") == 100
    assert answer.err == "narcotl: 100 of 20000 problems shown; --limit 20000 shows them all\n"
    tried("twenty thousand problems", answer)
