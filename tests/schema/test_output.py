"""Everything that a command prints as JSON is as its schema says; a command without a schema fails here."""

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any

import jsonschema
import pytest

from narcotl.cli.registry import COMMANDS
from narcotl.reports.coverage import Thing
from narcotl.reports.shape import Either, Maybe, Object, Of, Several, Shape
from narcotl.reports.shapes import SHAPES
from narcotl.schema import OUTPUT_VERSION
from narcotl.schema.output import output_schema
from narcotl.select.tally import By
from tests.front_door import ROOT, FrontDoor

ANNOTATED = "--store data --store tests/schema/annotated"
"""The shipped store, and one that adds to it."""
HOMES = {"diff": "history", "log": "history"}
"""The packages of reports that are not in `narcotl.reports`."""
ONE_FILE = ROOT / "tests" / "editing" / "one-file.yaml"
ONE_ACTOR = ROOT / "tests" / "errors" / "distinct-gone" / "actors.yaml"
TWO_ACTORS = ROOT / "tests" / "errors" / "merge-records-distinct" / "actors.yaml"
TABLE = ROOT / "tests" / "imports" / "messy.csv"
ARGUMENTS: dict[str, tuple[str, ...]] = {
    "timeline": (
        "",
        "--region andes --since 1980",
        "--actor CIA",
        "--limit 3 --reverse",
        "--region golden-triangle",
        "--group-by region",
        "--beside peru --beside bolivia",
    ),
    "event": ("laos-secret-war", "peru-coca-rise-2017", f"dark-alliance-published {ANNOTATED}"),
    "search": ("coca", "smuggl*", "opium --in claim,figure", "hawala --limit 100", "nosuchword"),
    "ask": ("how much coca did ONDCP count in Peru in 2017? --explain", "who denied it?"),
    "facts": ("", "--region herat --text hawala"),
    "claims": ("", "--contested", "--by Webb", f"--tag question {ANNOTATED}"),
    "claim": ("cia-complicit-laos-opium", f"contra-cocaine-cia {ANNOTATED}"),
    "figures": ("", "--unit acre", "--measure coca-cultivation-area --region peru"),
    "figure": ("coca-peru-2017-ondcp", "coca-peru-2017-ondcp --unit acre", "coca-peru-2016-derived"),
    "measures": ("", "--region peru"),
    "corrections": ("", "--kind wrong-date"),
    "correction": ("correct-otarola-office",),
    "gaps": ("", "--region peru", "--kind single-origin"),
    "compare": (
        "coca-cultivation-area",
        "coca-cultivation-area --unit acre --all-pairs",
        "coca-cultivation-area --pairs",
    ),
    "plot": ("coca-cultivation-area", "laundered --unit usd"),
    "annotations": (ANNOTATED, f"{ANNOTATED} --tag press"),
    "annotate": ("webb --note x --into annotated --dry-run",),
    "conflicts": ("", "--verdict all"),
    "actor": ("", "cia", "cia --during 1980s --limit 2", "unodc", "mccoy", "--region andes", f"webb {ANNOTATED}"),
    "cite": (
        "cia-complicit-laos-opium laos-secret-war coca-peru-2017-ondcp",
        "laos-secret-war seed-003 --style apa",
        "laos-secret-war --style bibtex",
        "laos-secret-war --style csl",
    ),
    "links": ("cia", "contras"),
    "path": ("contras unodc", "webb unodc --avoid cia --limit 3"),
    "region": ("", "andes", "golden-triangle", "herat"),
    "source": ("", "seed-002", "ondcp-2018", "leary-csi"),
    "coverage": ("", *(f"--by {thing} --link any --limit 30" for thing in Thing), "--by actor --resting none"),
    "stats": (
        *("", "--by year --by topic", "--by region", "--by actor --by decade", "--of figures --by status"),
        *("--by source --of claims", "--by kind", "--by topic --by region"),
    ),
    "diff": ("data tests/errors/jsonl-duplicate-key", "data data"),
    "log": ("contra-cocaine-cia", "webb"),
    "date": ("1989", "1989 early-1980s 10/11/12", "XXXX"),
    "sql": (
        "--views",
        "@SELECT id, title FROM events LIMIT 3",
        "@SELECT kind, COUNT(*) AS n, 0.5 AS half FROM records GROUP BY 1",
    ),
    "vocab": ("", "stance"),
    "config": ("", "--limit 20"),
    "edit": ("laos-secret-war --dry-run",),
    "init": (f"{ROOT / 'tests' / 'nowhere'} --dry-run",),
    "new": (
        "region --name Cusco --kind city --part-of Peru --dry-run",
        "figure --measure coca-cultivation-area --region Peru --period 2017 --value 9 --source seed-001 --dry-run",
    ),
    "check": ("", "--silenced", "--rules", "--explain status", "--explain file"),
    "fmt": ("--check", "--diff"),
    "merge": (f"{ONE_FILE} --into {ROOT / 'data'} --dry-run",),
    "split": (f"{ONE_FILE} --into {ROOT / 'tests' / 'nowhere'} --dry-run",),
    "join": (f"{ROOT / 'data'} --to {ROOT / 'tests' / 'nowhere.yaml'} --dry-run",),
    "merge-records": ("kornbluh-1997 kornbluh-1997-copy --into-note --dry-run",),
    "duplicates": ("--at-least 60", "--at-least 60 --distinct"),
    "merge-files": (f"{ONE_ACTOR} {ONE_ACTOR} {TWO_ACTORS} --dry-run",),
    "distinct": ("nyt-2006-02-04 racematters-2006-02-04 --reason x --dry-run",),
    "rename": ("vraem vraem-valley --dry-run",),
    "import": (f"csv {TABLE} --into {ROOT / 'data'} --dry-run",),
    "schema": ("store", "output", "output timeline", "store --file events"),
}
"""What each command is asked; `@` begins one argument with spaces in it."""
NO_JSON = {"browse", "html", "serve"}
"""The commands whose answer is a page, or a screen."""
LINES = {"export": ("jsonl", "jsonl --region andes")}
"""The commands that print a record a line whatever they are asked."""


@cache
def validator(command: str) -> Any:
    """Make what checks the output of a command."""
    schema = output_schema(command, {command: SHAPES[command]})
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def split(arguments: str) -> list[str]:
    return [arguments[1:]] if arguments.startswith("@") else arguments.split()


def wrong(command: str, value: object) -> list[str]:
    """Say where a value is not as the schema of the command says."""
    return [f"{error.json_path}: {error.message[:300]}" for error in validator(command).iter_errors(value)]


def test_every_command_that_prints_json_has_a_shape_and_is_asked() -> None:
    assert sorted({*SHAPES, *NO_JSON}) == sorted(COMMANDS)
    assert sorted({**ARGUMENTS, **LINES}) == sorted(SHAPES)


@pytest.mark.parametrize(
    ("command", "arguments"), [(command, asked) for command, several in ARGUMENTS.items() for asked in several]
)
def test_json_is_as_the_schema_says(command: str, arguments: str, narcotl: FrontDoor) -> None:
    form = () if command == "schema" else ("--json",)
    answer = narcotl(command, *split(arguments), *form)
    assert answer.status in (0, 1), answer.err
    assert wrong(command, answer.json) == []


@pytest.mark.parametrize(
    ("command", "arguments"), [(name, asked) for name, several in LINES.items() for asked in several]
)
def test_lines_are_as_the_schema_says(command: str, arguments: str, narcotl: FrontDoor) -> None:
    rows = narcotl(command, *arguments.split()).rows
    assert len(rows) > 100
    assert wrong(command, rows) == []


def test_a_record_with_a_key_more_or_less_is_not_as_the_schema_says(narcotl: FrontDoor) -> None:
    rows: Any = narcotl("timeline", "--limit", "1", "--json").json
    assert wrong("timeline", rows) == []
    assert wrong("timeline", [{**rows[0], "surprise": 1}])
    assert wrong("timeline", [{key: value for key, value in rows[0].items() if key != "match"}])
    assert wrong("timeline", [{**rows[0], "date": rows[0]["date"]["edtf"]}])
    assert wrong("timeline", [{**rows[0], "status": "certain"}])


def test_the_schema_of_all_commands_holds_that_of_each(narcotl: FrontDoor) -> None:
    schema: Any = narcotl("schema", "output").json
    jsonschema.Draft202012Validator.check_schema(schema)
    assert [one["$ref"] for one in schema["anyOf"]] == [f"#/$defs/command-{name}" for name in SHAPES]
    rows: Any = json.loads(narcotl("timeline", "--limit", "2", "--json").out)
    one = {**schema, "anyOf": [{"$ref": "#/$defs/command-timeline"}]}
    assert list(jsonschema.Draft202012Validator(one).iter_errors(rows)) == []


def test_an_unknown_command_or_file_is_told_with_the_nearest_one(narcotl: FrontDoor) -> None:
    answer = narcotl("schema", "output", "timelin")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == "narcotl: there is no command 'timelin'\nDid you mean timeline?\n"
    answer = narcotl("schema", "store", "--file", "event")
    assert (answer.status, answer.err) == (1, "narcotl: there is no file of a store 'event'\nDid you mean events?\n")


def keys_of(shape: Shape) -> Iterator[str]:
    """Give the keys that a command adds to records, or has in objects of its own."""
    match shape:
        case Of(keys=keys) | Object(keys=keys):
            yield from (key.removesuffix("?") for key in keys)
        case Several(item=inner) | Maybe(shape=inner):
            yield from keys_of(inner)
        case Either(shapes=shapes):
            for one in shapes:
                yield from keys_of(one)
        case _:
            pass


@pytest.mark.parametrize("command", list(SHAPES))
def test_the_promise_is_told_in_words(command: str) -> None:
    page = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    [section] = re.findall(rf"^## narcotl {command}$(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    alike = {
        "region": "actor",
        "source": "actor",
        "facts": "claims",
        "claim": "claims",
        "compare": "conflicts",
        "plot": "conflicts",
    }.get(command)
    if alike:
        section += re.findall(rf"^## narcotl {alike}$(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)[0]
    assert [key for key in keys_of(SHAPES[command]) if f"`{key}`" not in section and key not in list(By)] == []
    assert f"**version {OUTPUT_VERSION}**" in page


def paths_in(schema: Any, definitions: Any, prefix: str = "") -> Iterator[str]:
    """Give every path that a schema has."""
    if "$ref" in schema:
        schema = definitions[schema["$ref"].removeprefix("#/$defs/")]
    for inner in (*schema.get("anyOf", ()), *([schema["items"]] if "items" in schema else [])):
        yield from paths_in(inner, definitions, prefix)
    for key, inner in schema.get("properties", {}).items():
        yield prefix + key
        yield from paths_in(inner, definitions, f"{prefix}{key}.")


@pytest.mark.parametrize("command", list(SHAPES))
def test_what_fields_can_name_is_in_the_schema(command: str) -> None:
    # The fields in `corrections` are those that the card of one adds.
    page = {"correction": "corrections", "corrections": "none"}.get(command, command)
    try:
        fields = getattr(import_module(f"narcotl.{HOMES.get(command, 'reports')}.{page}"), "FIELDS", ())
    except ModuleNotFoundError:
        fields = ()
    schema = output_schema(command, {command: SHAPES[command]})
    assert {str(field) for field in fields} - {*paths_in(schema, schema["$defs"])} == set()
