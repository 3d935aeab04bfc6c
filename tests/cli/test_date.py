"""How the command explains dates; what each form means is tested in tests/dates/."""

import json

from tests.front_door import Answer, FrontDoor

EARLY = """\
early 1980s

Read as    c. 1980\N{EN DASH}1983
EDTF       1980~/1983~
First day  1980-01-01
Last day   1983-12-31
Precision  interval, approximate
Note       early, mid and late are the years 0 to 3, 4 to 6 and 7 to 9 of a decade
"""


def test_a_card_for_one(narcotl: FrontDoor) -> None:
    assert narcotl("date", "early 1980s") == Answer(0, EARLY)


def test_a_list_for_several(narcotl: FrontDoor) -> None:
    answer = narcotl("date", "june 1989", "AD 79", "-f", "csv")
    assert answer == Answer(
        0,
        "input,date.edtf,date.text,date.earliest,date.latest\n"
        "june 1989,1989-06,June 1989,1989-06-01,1989-06-30\n"
        "AD 79,0079,AD 79,0079-01-01,0079-12-31\n",
    )


def test_one_bad_line_does_not_stop_the_rest(narcotl: FrontDoor) -> None:
    answer = narcotl("date", "-", "-f", "jsonl", stdin="june 1989\n10/11/1984\n198X")
    first, second, third = (json.loads(line) for line in answer.out.splitlines())
    assert (answer.status, answer.err) == (1, "")
    assert (first["input"], first["valid"], first["date"]["edtf"]) == ("june 1989", True, "1989-06")
    assert (second["input"], second["valid"]) == ("10/11/1984", False)
    assert "two days" in second["error"]
    assert (third["valid"], third["date"]["text"]) == (True, "1980s")


def test_json_of_a_date_has_all_its_parts(narcotl: FrontDoor) -> None:
    assert narcotl("date", "since 1985", "-f", "jsonl") == Answer(
        0,
        '{"input":"since 1985","valid":true,"date":{"edtf":"1985/..","text":"since 1985","earliest":"1985-01-01",'
        '"latest":null,"start":"known","end":"open","precision":"interval","approximate":false,"uncertain":false},'
        '"notices":[]}\n',
    )


def test_edtf_only(narcotl: FrontDoor) -> None:
    assert narcotl("date", "--edtf", "1984-06", "-f", "tsv").status == 0
    refused = narcotl("date", "--edtf", "june 1984")
    assert (refused.status, refused.out) == (1, "")


def test_today_can_be_another_day(narcotl: FrontDoor) -> None:
    answer = narcotl("date", "last 20 years", "--as-of", "2018-11-09", "-f", "csv")
    assert answer.out.splitlines()[1].startswith("last 20 years,1998-11-09/2018-11-09,")


def test_both_readings_of_a_date_are_shown(narcotl: FrontDoor) -> None:
    assert narcotl("timeline", "--since", "10/11/1984") == Answer(
        2,
        "",
        "narcotl: --since: '10/11/1984' can be two days: day or month first?\n"
        "Write 1984-10-11 (11 October) or 1984-11-10 (10 November).\n",
    )
