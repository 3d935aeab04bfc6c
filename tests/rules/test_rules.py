"""The rules of `narcotl check`: every one is explained, and every example does what is said of it."""

import re
from pathlib import Path
from typing import Any

import pytest

from narcotl.model.vocab.rule import Rule
from narcotl.reports.rules import EXPLAINED
from tests.front_door import ROOT, Answer, FrontDoor

BASE = ROOT / "tests" / "rules" / "base.yaml"
WITHOUT_EXAMPLE = {Rule.FILE, Rule.ENCODING, Rule.JSON}
"""These are about bytes, which no example can show."""
NAMED = re.compile(r'rule=(?:Rule\.(?P<member>[A-Z_]+)|"(?P<text>[a-z-]+)")')


def found(narcotl: FrontDoor, folder: Path, text: str) -> list[tuple[str, str]]:
    file = folder / "example.yaml"
    file.write_text(text, encoding="utf-8")
    rows: Any = narcotl("check", "--json", "--store", str(BASE), "--store", str(file)).json
    return [(row["rule"], row["level"]) for row in rows if row["file"] == str(file)]


def test_every_rule_is_explained() -> None:
    assert list(EXPLAINED) == list(Rule)
    assert {rule for rule in Rule if not EXPLAINED[rule].wrong} == WITHOUT_EXAMPLE


@pytest.mark.parametrize("rule", [rule for rule in Rule if rule not in WITHOUT_EXAMPLE])
def test_an_example_breaks_its_rule_and_no_other(rule: Rule, narcotl: FrontDoor, tmp_path: Path) -> None:
    wrong = [one for one in found(narcotl, tmp_path, EXPLAINED[rule].wrong) if one[0] != Rule.UNUSED_RECORD]
    expected = [] if rule is Rule.UNUSED_RECORD else [(rule.value, rule.level.value)]
    assert list(dict.fromkeys(wrong)) == expected


@pytest.mark.parametrize("rule", [rule for rule in Rule if rule not in WITHOUT_EXAMPLE])
def test_the_example_is_right_as_it_should_be(rule: Rule, narcotl: FrontDoor, tmp_path: Path) -> None:
    right = found(narcotl, tmp_path, EXPLAINED[rule].right)
    assert [one for one in right if one[0] not in (Rule.UNUSED_RECORD, Rule.UNUSED_SILENCE)] == []


def test_whatever_is_found_is_found_by_a_rule() -> None:
    code = "\n".join(file.read_text(encoding="utf-8") for file in sorted((ROOT / "narcotl").rglob("*.py")))
    used = {Rule[one["member"]].value if one["member"] else one["text"] for one in NAMED.finditer(code)}
    assert used <= set(Rule)


def test_the_rules_are_listed(narcotl: FrontDoor) -> None:
    rows: Any = narcotl("check", "--rules", "--json").json
    assert [(row["rule"], row["level"], row["meaning"]) for row in rows] == [
        (rule.value, rule.level.value, rule.meaning) for rule in Rule
    ]


def test_a_rule_is_explained_to_people(narcotl: FrontDoor) -> None:
    answer = narcotl("check", "--explain", "unreachable-region")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.splitlines() == [
        "unreachable-region",
        "",
        "Asks        A smaller place lies in a larger one.",
        "Level       note",
        f"Why         {EXPLAINED[Rule.UNREACHABLE_REGION].why}",
        "Wrong       regions:",
        "            - {id: cusco, name: Cusco, kind: city}",
        "Right       regions:",
        "            - {id: cusco, name: Cusco, kind: city, part_of: [peru]}",
        "Silence it  check:",
        "              silence:",
        "                - rule: unreachable-region",
        "                  records: [an-id, another-id]    # or all",
        "                  reason: why the store means it",
    ]


def test_a_rule_that_nobody_knows_is_told_with_the_nearest(narcotl: FrontDoor) -> None:
    assert narcotl("check", "--explain", "anachronisms") == Answer(
        1, "", "narcotl: there is no rule 'anachronisms'\nDid you mean anachronism?\n"
    )
