"""A format with braces is a template: one line a row."""

import pytest

from tests.front_door import Answer, FrontDoor

ONE = ("timeline", "--topic", "coca", "--status", "documented")


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("{date.text}  {title}", "26 November 1984  Workers are killed"),
        ("{id:12}|", "killings    |"),
        ("{id:<12}|{status:>12}|", "killings    |  documented|"),
        ("{id:3}", "killings"),
        ("{{{id}}} {regions}", "{killings} vraem"),
        ("{participants.actor.name}", "Contras; Central Intelligence Agency"),
        ("{date}", "1984-11-26"),
        (r"{id}\t{status}", "killings\tdocumented"),
        ("{summary}.", "."),
    ],
)
def test_a_line_for_each_row(template: str, line: str, small: str, narcotl: FrontDoor) -> None:
    assert narcotl(*ONE, "--format", template, "--store", small) == Answer(0, f"{line}\n")


def test_one_record(small: str, narcotl: FrontDoor) -> None:
    assert narcotl("event", "killings", "-f", "{id}: {title}", "--store", small).out == "killings: Workers are killed\n"


def test_control_characters_and_line_breaks_do_no_harm(tmp_path: object, narcotl: FrontDoor) -> None:
    store = f"{tmp_path}/regions.yaml"
    with open(store, "w", encoding="utf-8") as file:  # noqa: PTH123 - a store of one file
        file.write('regions:\n- {id: here, name: "A\\e[31m\\nB", kind: country}\n')
    answer = narcotl("region", "--format", "{name}|", "--store", store)
    assert answer.out == "A\\x1b[31m B|\n"


@pytest.mark.parametrize(
    ("template", "error"),
    [
        ("{titel}", "narcotl: records of the kind event have no field 'titel'\nDid you mean title?\n"),
        (
            "{id} {",
            (
                "narcotl: the template has a stray '{' at character 6: {id} {\n"
                "A field is written {title} or {title:40}; a brace of its own is doubled: {{ or }}.\n"
            ),
        ),
        (
            "jsn",
            (
                "narcotl: there is no format 'jsn'\n"
                "Did you mean json or jsonl? A template has fields in braces: '{date.text}  {title}'.\n"
            ),
        ),
    ],
)
def test_what_means_nothing(template: str, error: str, small: str, narcotl: FrontDoor) -> None:
    assert narcotl(*ONE, "--format", template, "--store", small) == Answer(2, "", error)


def test_formats_are_completed(narcotl_process: FrontDoor) -> None:
    env = {
        "_NARCOTL_COMPLETE": "complete_bash",
        "COMP_WORDS": "narcotl timeline --format j",
        "COMP_CWORD": "3",
    }
    assert narcotl_process(env=env).out.split() == ["json", "jsonl"]


@pytest.mark.parametrize("form", ["csv", "{id}"])
def test_two_forms_at_once(form: str, small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("timeline", "--json", "--format", form, "--store", small)
    assert answer == Answer(2, "", f"narcotl: --json and --format {form} ask for two forms\nLeave one of them out.\n")
    assert narcotl("timeline", "--json", "--format", "json", "--store", small).status == 0
