"""The timeline: what it shows in each form, and of the shipped store."""

import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.conftest import StoreMaker
from tests.front_door import Answer, FrontDoor, Head, Terminal

PLANTERS = """\
Timeline: region peru · 3 events
Id         Date              Event               Where                 Who                                   Status
───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
eighties   1980s             Planters move       Peru                  Planters                              reported
killings   26 November 1984  Workers are killed  Valley of the rivers  Contras, Central Intelligence Agency  documented
interview  4 February 2015   Otárola speaks†     Peru                  Alberto Otárola                       planned
† office (certain): the president of Peru. Rather: head of the drug agency
"""
BURMA = (
    '[\n{"kind":"event","id":"burma-1950","title":"An alliance in the hills","summary":null,'
    '"date":{"edtf":"1950","text":"1950","earliest":"1950-01-01","latest":"1950-12-31","start":"known","end":"known",'
    '"precision":"year","approximate":false,"uncertain":false},'
    '"regions":[{"id":"northeast-myanmar","name":"north-eastern Burma"}],'
    '"participants":[{"actor":{"id":"cia","name":"Central Intelligence Agency"},"role":"lead"}],'
    '"kinds":["covert-operation"],"topics":["opium"],"status":"documented",'
    '"sources":[{"source":{"id":"book","name":"The book"},"via":[{"id":"seed-001","name":"A seed"}]}],'
    '"match":"certain"}\n]\n'
)


def test_a_table_in_a_pipe_is_whole(small: str, narcotl: FrontDoor) -> None:
    assert narcotl("timeline", "--region", "peru", "--store", small) == Answer(0, PLANTERS)


def test_a_table_marks_possible_hits_in_words(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("timeline", "--region", "golden triangle", "--kind", "law", "--store", small)
    assert "(possible) A law for all of Laos" in answer.out
    assert answer.out.endswith(
        "\n(possible): the date or place only overlaps what was asked; --certain leaves these out\n"
    )


def test_a_table_on_eighty_columns_cuts_no_word(small: str, narcotl_terminal: Terminal) -> None:
    answer = narcotl_terminal("timeline", "--store", small, "--no-color")
    assert all(len(line) <= 80 for line in answer.out.splitlines())
    for word in ("26 Nov 1984", "1960 and Dec", "Workers are killed", "documented", "disputed"):
        assert word in answer.out


def test_a_wide_terminal_shows_more(small: str, narcotl_terminal: Terminal) -> None:
    narrow, wide = (narcotl_terminal("timeline", "--store", small, "--no-color", columns=c) for c in (80, 160))
    assert "Central Intelligence Agency" not in narrow.out
    assert "Central Intelligence Agency" in wide.out


def test_json_is_one_array_of_whole_records(small: str, narcotl: FrontDoor) -> None:
    assert narcotl("timeline", "--region", "burma", "--certain", "--json", "--store", small) == Answer(0, BURMA)


def test_no_hit_is_an_answer(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("timeline", "--region", "vraem", "--topic", "opium", "--json", "--store", small)
    assert (answer.status, answer.out) == (0, "[]\n")
    assert narcotl("timeline", "--region", "vraem", "--topic", "opium", "--store", small).status == 0


CSV = """\
id,date,title,regions,participants.actor,participants.role,kinds,topics,status,sources.source,match
eighties,198X,Planters move,peru,planters,affected,crop-change,coca,reported,seed-001,certain
killings,1984-11-26,Workers are killed,vraem,contras; cia,perpetrator; accused,killing,coca,documented,seed-001,certain
interview,2015-02-04,Otárola speaks,peru,otarola,announcer,announcement,,planned,seed-001,certain
"""
MARKDOWN = """\
| Id | Date | Event | Where | Who | Status |
| --- | --- | --- | --- | --- | --- |
| killings | 26 November 1984 | Workers are killed | Valley of the rivers | \
Contras, Central Intelligence Agency | documented |
"""
YAML = """\
- id: killings
  date.edtf: '1984-11-26'
  regions.name:
  - Valley of the rivers
"""


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--region", "peru", "-f", "csv"), CSV),
        (("--region", "peru", "-f", "tsv"), CSV.replace(",", "\t")),
        (("--region", "vraem", "-f", "md"), MARKDOWN),
        (("--region", "vraem", "-f", "yaml", "--fields", "id,date.edtf,regions.name"), YAML),
        (("--region", "vraem", "-f", "jsonl", "--fields", "id,match"), '{"id":"killings","match":"certain"}\n'),
        (("-r", "vraem", "--json", "--fields", "id, status"), '[\n{"id":"killings","status":"documented"}\n]\n'),
    ],
)
def test_format(arguments: tuple[str, ...], expected: str, small: str, narcotl: FrontDoor) -> None:
    assert narcotl("timeline", *arguments, "--store", small) == Answer(0, expected)


def test_a_file_gets_the_answer_whole(small: str, narcotl: FrontDoor, tmp_path: Path) -> None:
    file = tmp_path / "andes.csv"
    file.write_text("an older answer", encoding="utf-8")
    assert narcotl("timeline", "-r", "peru", "-f", "csv", "-o", str(file), "--store", small) == Answer(0)
    assert file.read_text(encoding="utf-8") == CSV
    assert list(tmp_path.iterdir()) == [file]


def test_a_refused_question_leaves_the_file_alone(small: str, narcotl: FrontDoor, tmp_path: Path) -> None:
    file = tmp_path / "andes.csv"
    file.write_text("an older answer", encoding="utf-8")
    assert narcotl("timeline", "-r", "atlantis", "-o", str(file), "--store", small).status == 1
    assert file.read_text(encoding="utf-8") == "an older answer"


def test_a_closed_pipe_ends_quietly(narcotl_head: Head) -> None:
    for form in ("table", "json", "csv"):
        answer = narcotl_head("timeline", "--format", form, lines=1)
        assert (answer.status, answer.err) == (0, "")


@pytest.mark.skipif(not shutil.which("jq"), reason="this machine has no jq")
def test_titles_by_way_of_jq(small: str) -> None:
    command = f"narcotl timeline --region peru --json --store '{small}' | jq -r '.[].title'"
    path = f"{sysconfig.get_path('scripts')}:/usr/local/bin:/usr/bin:/bin"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], env={"PATH": path}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "Planters move\nWorkers are killed\nOtárola speaks\n")


def test_merged_stores_answer_as_one(small: str, narcotl: FrontDoor, make_store: StoreMaker) -> None:
    other = make_store(
        {
            "events.yaml": """\
            - {id: more, title: More, date: 1999, regions: [peru], kinds: [law], status: reported, sources: [seed-001]}
            """
        }
    )
    answer = narcotl("timeline", "-r", "peru", "--store", small, "--store", str(other), "-f", "csv", "--fields", "id")
    assert answer == Answer(0, "id\neighties\nkillings\nmore\ninterview\n")


def test_a_store_named_twice_is_read_once(small: str, narcotl: FrontDoor) -> None:
    once = narcotl("timeline", "--store", small)
    assert narcotl("timeline", "--store", small, "--store", small) == once
    assert narcotl("timeline", "--store", small, "--store", f"{small}/events.yaml") == once


def test_the_store_of_the_environment(small: str, narcotl: FrontDoor) -> None:
    asked = ("timeline", "-r", "peru", "-f", "csv")
    assert narcotl(*asked, env={"NARCOTL_STORE": small}) == Answer(0, CSV)


BROKEN = """\
- {id: good, title: Good, date: 1999, regions: [], kinds: [law], status: reported, sources: [work]}
- {id: bad, title: Bad, date: 99, regions: [], kinds: [law], status: reported, sources: [work]}
"""
WORK = "- {id: work, type: report, title: A work, issued: 2000, read: true}\n"


def test_a_broken_record_takes_no_other_down(narcotl: FrontDoor, make_store: StoreMaker) -> None:
    store = str(make_store({"events.yaml": BROKEN, "sources.yaml": WORK}))
    asked = ("timeline", "--store", store, "-f", "csv", "--fields", "id")
    note = f"narcotl: the store has 1 error; `narcotl check --store {store}` lists them\n"
    assert narcotl(*asked) == Answer(0, "id\ngood\n", note)
    strict = Answer(3, "", "narcotl: the store has 1 error\n`narcotl check` lists them.\n")
    assert narcotl(*asked, "--strict") == strict


def test_the_shipped_timeline_opens_in_burma_and_closes_with_the_survey(narcotl: FrontDoor) -> None:
    rows = narcotl("timeline", "--fields", "date.edtf,title", "-f", "tsv").out.splitlines()[1:]
    assert rows[0] == "1950\tThe CIA takes drug lords in north-eastern Burma as allies against communist China"
    assert rows[-1] == "2018-11\tThe ONDCP publishes its survey of coca and cocaine in Peru and Bolivia"


def test_a_decade_stands_before_its_years(narcotl: FrontDoor) -> None:
    dates = narcotl("timeline", "--fields", "date.edtf", "-f", "tsv").out.splitlines()[1:]
    decades = {date for date in dates if re.fullmatch(r"\d{3}X", date)}
    assert "198X" in decades
    for decade in decades:
        exact = rf"{decade[:3]}\d(-\d\d)*"
        assert max(place for place, date in enumerate(dates) if date == decade) < min(
            (place for place, date in enumerate(dates) if re.fullmatch(exact, date)), default=len(dates)
        )


def test_golden_triangle_in_the_shipped_store(narcotl: FrontDoor) -> None:
    def found(*options: str) -> set[str]:
        asked = ("timeline", "--region", "golden triangle", *options, "--fields", "id,match", "-f", "tsv")
        return set(narcotl(*asked).out.splitlines()[1:])

    assert {"burma-cia-alliance-1950\tcertain", "laos-secret-war\tcertain", "cia-lets-opium-pass\tpossible"} <= found()
    assert found("--certain") == {row for row in found() if row.endswith("\tcertain")}


HEAVY = (
    *("typer", "rich", "yaml", "dateutil", "dataclasses", "inspect", "narcotl.store.reader", "narcotl.store.decode"),
    *("narcotl.model.records", "decimal"),
)
LISTED = """
import sys
from narcotl.cli.main import main
status = main(sys.argv[1:])
print(*sorted(sys.modules), sep=" ", file=sys.stderr)
sys.exit(status)
"""


@pytest.mark.parametrize(
    ("asked", "most"),
    [
        (("timeline", "--region", "andes", "--json"), 62),
        (("timeline", "--during", "1980s", "-f", "jsonl"), 81),
        (("timeline", "--json", "--fields", "id,date.text,regions.name,match"), 63),
        (("actor", "CIA", "--json"), 69),
        (("event", "laos-secret-war", "--json"), 64),
        (("claims", "--by", "CIA", "--json"), 65),
        (("stats", "--json"), 74),
        (("gaps", "--json"), 73),
        (("search", "opium", "--json"), 64),
        (("ask", "who denied that the CIA knew?", "--json"), 105),
    ],
)
def test_json_with_a_valid_index_imports_little(asked: tuple[str, ...], most: int, narcotl_process: FrontDoor) -> None:
    assert narcotl_process("timeline", "--json").status == 0
    done = subprocess.run([sys.executable, "-c", LISTED, *asked], capture_output=True, text=True, check=True)
    loaded = done.stderr.splitlines()[-1].split()
    assert "narcotl.index.query" in loaded
    # Each module is about two thousandths of what the answer costs.
    assert len([name for name in loaded if name.startswith("narcotl")]) <= most
    assert [name for name in HEAVY if name in loaded] == []
