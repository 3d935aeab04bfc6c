"""Laws of answers: formats agree, exports load back, narrower questions find less, no command line ends badly."""

import csv
import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.front_door import ask
from tests.fuzz.strategies import ANSWERING
from tests.laws.stores import DATES_ASKED, PERIODS_ASKED, questions, stores, written

FIELDS = ["id", "title", "date.edtf", "status", "match"]


@given(st.data())
@settings(max_examples=25)
def test_every_format_shows_the_same_rows(data: st.DataObject) -> None:
    store = data.draw(stores())
    question = data.draw(questions(store))
    with written(store) as folder:

        def shown(form: str, *fields: str) -> str:
            where = ("--format", form, "--fields", ",".join(fields), "--store", str(folder))
            answer = ask("timeline", *question, *where)
            assert answer.status == 0
            return answer.out

        rows = [list(row.values()) for row in json.loads(shown("json", *FIELDS))]
        assert [list(json.loads(line).values()) for line in shown("jsonl", *FIELDS).splitlines()] == rows
        assert [list(row.values()) for row in yaml.safe_load(shown("yaml", *FIELDS))] == rows
        safe = [[f"'{cell}" if cell.startswith("=") else cell for cell in row] for row in rows]
        assert list(csv.reader(io.StringIO(shown("csv", *FIELDS)))) == [FIELDS, *safe]
        assert [line.split("\t") for line in shown("tsv", *FIELDS).splitlines()] == [FIELDS, *safe]
        ids = [row[0] for row in rows]
        for form in ("table", "md"):
            lines = [line.strip("| ") for line in shown(form, "id").splitlines()]
            assert [line for line in lines if line.startswith("event-")] == ids


@given(stores())
@settings(max_examples=25)
def test_what_is_exported_gives_the_store_back(store: dict[str, list[dict[str, object]]]) -> None:
    with written(store) as folder:
        exported = ask("export", "jsonl", "--store", str(folder))
        file = folder.parent / "exported.jsonl"
        assert ask("export", "jsonl", "--store", str(folder), "--output", str(file)).status == 0
        assert file.read_text(encoding="utf-8") == exported.out
        assert ask("check", "--store", str(file)).status == 0
        assert ask("export", "jsonl", "--store", str(file)) == exported
        assert ask("timeline", "--json", "--store", str(file)) == ask("timeline", "--json", "--store", str(folder))


@given(st.data())
@settings(max_examples=25)
def test_a_narrower_question_finds_no_more(data: st.DataObject) -> None:
    store = data.draw(stores())
    question = data.draw(questions(store).filter(lambda asked: "--limit" not in asked))
    more = data.draw(questions(store).filter(lambda asked: not {"--limit", "--since"} & {*asked}))
    ends = sorted(data.draw(st.lists(st.integers(1940, 2010), min_size=4, max_size=4)))
    with written(store) as folder:

        def hits(*asked: str) -> dict[str, str]:
            answer = ask("timeline", "--json", "--fields", "id,match", "--store", str(folder), *asked)
            assert answer.status == 0, answer.err
            return {row["id"]: row["match"] for row in json.loads(answer.out)}

        wide, narrow = (hits("--during", f"{ends[a]}/{ends[b]}") for a, b in ((0, 3), (1, 2)))
        assert narrow.keys() <= wide.keys()
        assert sure(narrow) <= sure(wide)
        assert hits("--since", str(ends[2])).keys() <= hits("--since", str(ends[1])).keys()
        assert hits("--until", str(ends[1])).keys() <= hits("--until", str(ends[2])).keys()
        plain, certain = hits(*question), hits(*question, "--certain")
        assert certain.keys() == sure(hits(*without_certain(question)))
        assert certain.keys() <= plain.keys()
        excluding = [*more, "--status", "not:reported"]
        assert hits(*excluding).keys() <= hits(*more).keys()


def sure(hits: dict[str, str]) -> set[str]:
    """Give the certain hits."""
    return {name for name, match in hits.items() if match == "certain"}


def without_certain(question: list[str]) -> list[str]:
    """Give a question that also asks for possible hits."""
    return [word for word in question if word != "--certain"]


OPTIONS = (
    *("--region", "--actor", "--since", "--until", "--during", "--date", "--topic", "--kind", "--status", "--source"),
    *("--text", "--certain", "--no-units", "--limit", "--sort", "--reverse", "--store", "--no-index", "--strict"),
    *("--format", "--json", "--fields", "--output", "--no-color", "--wide", "--as-of", "--edtf", "--help", "-r", "-f"),
)
TEXTS = st.text(st.characters(exclude_characters="\0"), max_size=12).filter(lambda text: "--install" not in text)
NO_EDITOR = {"EDITOR": "true", "VISUAL": "true"}
WORDS = st.one_of(
    st.sampled_from([*ANSWERING, *OPTIONS, *DATES_ASKED, *PERIODS_ASKED]),
    st.sampled_from(["peru", "cia", "not:cia", "seed-001", "laos-secret-war", "stance", "jsonl", "-", "--", ".", "/"]),
    st.sampled_from(["99999999999999999999", "-1", "0", "id", "date.edtf", "a.b.c", "csv", "md", "yaml", "tsv"]),
    st.sampled_from(
        ["x" * 5000, "'; DROP TABLE records; --", '"', "NEAR(a b)", "*", "%", "_", "\ud800", "é", "\uff41"]
    ),
    TEXTS,
)


@given(arguments=st.lists(WORDS, max_size=7), stdin=st.text(st.characters(codec="utf-8"), max_size=20))
@settings(max_examples=150)
def test_no_command_line_ends_in_a_traceback(arguments: list[str], stdin: str) -> None:
    with TemporaryDirectory() as folder:
        answer = ask(*arguments, stdin=stdin, cwd=Path(folder), env=NO_EDITOR)
    assert answer.status in {0, 1, 2, 3}
    assert "Traceback" not in answer.err
    assert answer.status in {0, 1} or answer.err.startswith("narcotl: "), "who refuses says why"


@given(command=st.sampled_from(ANSWERING), arguments=st.lists(WORDS, max_size=4))
@settings(max_examples=150)
def test_no_arguments_of_a_command_end_in_a_traceback(command: str, arguments: list[str]) -> None:
    with TemporaryDirectory() as folder:
        answer = ask(command, *arguments, cwd=Path(folder), env=NO_EDITOR)
    assert answer.status in {0, 1, 2, 3}
    assert "Traceback" not in answer.err
