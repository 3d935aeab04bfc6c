"""What each filter keeps, on a store small enough to see it; a question mark marks a possible hit."""

import shlex

import pytest

from narcotl.select.where import About, All, InRegion, Published, Saying, Within, conjunction
from tests.front_door import FrontDoor
from tests.small_store import hits

EVERYTHING = (
    "burma-1950 triangle-set laos-war laos-law eighties killings inquiry memoir interview undated"  # in order of time
)
CASES = {
    "": EVERYTHING,
    # Places: inside is certain, shared ground is possible, a container is no hit.
    "--region 'golden triangle'": "burma-1950 triangle-set laos-war laos-law?",
    "--region 'golden triangle' --certain": "burma-1950 triangle-set laos-war",
    "--region golden-triangle": "burma-1950 triangle-set laos-war laos-law?",
    "--region myanmar": "burma-1950 triangle-set?",
    "--region laos": "triangle-set? laos-war laos-law",
    "--region north-laos": "laos-war",
    "--region andes": "eighties killings interview undated",
    "--region peru": "eighties killings interview",
    "--region vraem": "killings",
    "--region 'southeast asia'": "burma-1950 triangle-set laos-war laos-law",
    # Names: aliases, case, accents, misspellings.
    "--region Burma": "burma-1950 triangle-set?",
    "--region VRAEM": "killings",
    "--region GOLDEN_TRIANGLE": "burma-1950 triangle-set laos-war laos-law?",
    "--actor Otárola": "interview",
    "--actor otarola": "interview",
    "--actor 'ALBERTO OTAROLA'": "interview",
    "--actor Otarolla": "interview",
    "--actor 'the agency' --region peru": "killings",
    # Actors: with their units, and office holders during their office only.
    "--actor CIA": "burma-1950 laos-war killings inquiry",
    "--actor CIA --no-units": "burma-1950 laos-war killings",
    "--actor cia-ig": "inquiry",
    "--actor cia-ig --no-units": "",
    "--actor hitz": "inquiry memoir",
    # Or within an option, and between options, exclusion.
    "--region peru --region laos": "triangle-set? laos-war laos-law eighties killings interview",
    "--region peru,laos": "triangle-set? laos-war laos-law eighties killings interview",
    "--region 'Peru, golden triangle'": "burma-1950 triangle-set laos-war laos-law? eighties killings interview",
    "'region:peru,laos status:documented'": "laos-war killings",
    "--region peru --actor cia": "killings",
    "--topic opium,coca --status not:documented,alleged": "eighties",
    "--actor cia --actor not:contras": "burma-1950 laos-war inquiry",
    "--actor not:cia": "triangle-set laos-law eighties memoir interview undated",
    "--region not:andes": "burma-1950 triangle-set laos-war laos-law inquiry memoir",
    "--region not:'golden triangle'": "laos-law? eighties killings inquiry memoir interview undated",
    "--region not:'golden triangle' --certain": "eighties killings inquiry memoir interview undated",
    "--region laos --region not:north-laos": "triangle-set? laos-law",
    "--topic opium": "burma-1950 laos-war laos-law",
    "--topic opium --topic coca": "burma-1950 laos-war laos-law eighties killings",
    "--topic opium --topic not:heroin": "burma-1950 laos-law",
    "--kind war --kind killing": "laos-war killings",
    "--status documented --kind report": "inquiry",
    "--status alleged --status disputed": "laos-law undated",
    "--source book": "burma-1950",
    "--source 'The book'": "burma-1950",
    "--source not:book --region myanmar": "triangle-set?",
    "--text 'SECRET war'": "laos-war",
    "--text otarola": "interview",
    "--text law --text secret": "laos-war laos-law",
    # Dates: overlap is enough, inside is certain, sets and alternatives by their members.
    "--during 1980s": "eighties killings undated?",
    "--during 1980s --certain": "eighties killings",
    "--since 'june 1989'": "eighties? inquiry memoir interview undated?",
    "--until 1950": "burma-1950 undated?",
    "--until 1949": "undated?",
    "--since 1984-11-26 --until 1984-11-26": "eighties? killings undated?",
    "--date 1984-11-26": "eighties? killings undated?",
    "--date 1984-11-27": "eighties? undated?",
    "--date 1984": "eighties? killings undated?",
    "--during 1961": "laos-war? undated?",
    "--during 1962": "triangle-set? laos-war? undated?",
    "--during 1960-1962 --certain": "triangle-set",
    "--during 1955 --during 2001": "laos-war? memoir undated?",
    "--during 1955": "laos-war? undated?",
    "--during 1965-1975 --certain": "laos-law",
    "--during 1955-1975 --certain": "triangle-set laos-war laos-law",
    "--during '[1950,1998]'": "burma-1950 inquiry undated?",
    "--during 1971": "laos-war? laos-law undated?",
    "--during 'last 20 years' --as-of 2018-11-09": "memoir interview undated?",
    # Order and number.
    "--limit 0": "",
    "--region peru --reverse": "interview killings eighties",
    "--region peru --sort name": "interview eighties killings",
    "--region peru --sort status --reverse": "eighties interview killings",
}


@pytest.mark.parametrize(("question", "expected"), CASES.items(), ids=CASES)
def test_filter(question: str, expected: str, small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("timeline", *shlex.split(question), "--store", small, "--format", "tsv", "--fields", "id,match")
    assert (answer.status, answer.out) == (0, hits(*expected.split()).out)


def test_a_limit_cuts_and_says_so(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("timeline", "--limit", "2", "--store", small, "--format", "tsv", "--fields", "id,match")
    assert answer.out == hits("burma-1950", "triangle-set").out
    assert answer.err == "narcotl: 2 of 10 shown; --limit cut the rest\n"


def test_conditions_of_different_kinds_are_never_the_same() -> None:
    days = 19910101, 19911231
    assert conjunction((Within(*days), Published(*days), Within(*days))) == All((Within(*days), Published(*days)))
    assert All((Within(*days),)) != All((Published(*days),))
    assert {InRegion("peru"), About("peru"), Saying("peru")} == {Saying("peru"), About("peru"), InRegion("peru")}
    assert len({InRegion("peru"), About("peru"), Saying("peru")}) == 3
