"""The world around narcotl is not as it should be: streams, terminals, locales, clocks, folders."""

import re
from pathlib import Path
from typing import Final

import pytest

from tests.faults.processes import in_shell, names
from tests.front_door import Answer, FrontDoor, Terminal
from tests.tried import Note

ASKED: Final = ("timeline", "--region", "peru", "--since", "1950", "--format", "table")
FULL: Final = {
    "`--version`": ("--version",),
    "`--help`": ("--help",),
    "a table": ("timeline",),
    "JSON": ("timeline", "--json"),
    "JSON Lines": ("timeline", "--format", "jsonl"),
    "a card": ("actor", "cia"),
    "an export": ("export", "geojson"),
    "`check`": ("check", "--format", "json"),
    "`sql`": ("sql", "SELECT id FROM events"),
}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("what", FULL)
def test_full(what: str, tried: Note) -> None:
    answer = in_shell('$narcotl "$@" > /dev/full', *FULL[what])
    assert answer == Answer(
        3, "", "narcotl: cannot write the answer: No space left on device\nCheck where standard output goes.\n"
    )
    tried(f"{what} to a full device", answer)


@pytest.mark.parametrize("what", ["`--version`", "a table", "JSON"])
def test_closed(what: str, tried: Note) -> None:
    answer = in_shell('$narcotl "$@" >&-', *FULL[what])
    assert answer == Answer(
        3, "", "narcotl: standard output is closed\nSend it somewhere: a terminal, a pipe or a file.\n"
    )
    tried(f"{what} with standard output closed", answer)


def test_everything_closed(tried: Note) -> None:
    answer = in_shell("$narcotl timeline <&- >&- 2>&-")
    assert answer == Answer(3)
    tried("all three streams closed", answer)


@pytest.mark.parametrize(("how", "what"), [("2>&-", "closed"), ("2>/dev/full", "full")], ids=["closed", "full"])
def test_nobody_hears(how: str, what: str, narcotl: FrontDoor, tried: Note) -> None:
    arguments = ("timeline", "--limit", "3", "--format", "{id}")
    said = narcotl(*arguments)
    assert said.err.startswith("narcotl: 3 of ")
    answer = in_shell(f'$narcotl "$@" {how}', *arguments)
    assert answer == Answer(0, said.out)
    refused = in_shell(f"$narcotl timeline --nonsense {how}")
    assert refused == Answer(2)
    tried(f"standard error {what}", f"exit {answer.status}: the whole answer; bad usage: exit {refused.status}")


@pytest.mark.parametrize("command", ["date -", "sql -", "event -", "import jsonl - --into new"])
def test_no_input(command: str, tmp_path: Path, tried: Note) -> None:
    answer = in_shell(f"$narcotl {command} <&-", cwd=tmp_path)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("narcotl: standard input is closed\n")
    assert names(tmp_path) == []
    tried(f"`narcotl {command}` with standard input closed", answer)


@pytest.mark.parametrize("command", ["date -", "sql -", "event -"])
@pytest.mark.parametrize("how", ["strict", "surrogateescape"])
def test_input_that_is_no_text(command: str, how: str, tried: Note) -> None:
    answer = in_shell(f"printf 'per\\xfa\\n' | PYTHONIOENCODING=utf-8:{how} $narcotl {command}")
    assert (answer.status, answer.err.startswith("narcotl: standard input is not text in utf-8\n")) == (2, True)
    tried(f"`narcotl {command}` with bytes on standard input that are no text, read {how}", answer)


LOCALES: Final = {
    "LC_ALL=C": "LC_ALL=C",
    "LC_ALL=POSIX": "LC_ALL=POSIX",
    "a locale that nobody has": "LC_ALL=tlh_QX.bogus",
    "no locale at all": "-u LC_ALL -u LANG -u LC_CTYPE",
    "LC_ALL=C and only ASCII": "LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0",
    "Latin-1 on the streams": "PYTHONIOENCODING=latin-1",
}


@pytest.mark.parametrize("what", LOCALES)
def test_locales(what: str, many: Path, narcotl: FrontDoor, tried: Note) -> None:
    asked = ("timeline", "--limit", "2", "--store", str(many))
    reading = "iconv -f LATIN1 -t UTF-8" if "Latin-1" in what else "cat"
    shown, as_json = (
        in_shell(f'env {LOCALES[what]} $narcotl "$@" | {reading}', *asked, "--format", form)
        for form in ("table", "json")
    )
    for answer in (shown, as_json):
        assert (answer.status, answer.err) == (0, "narcotl: 2 of 400 shown; --limit cut the rest\n")
    assert as_json.json == narcotl(*asked, "--json").json
    accents = "accents as they are" if "río Apurímac" in shown.out else "accents as escapes"
    tried(what, f"exit {shown.status}; {accents}; JSON means the same")


@pytest.mark.parametrize(
    "zone", ["Pacific/Kiritimati", "Etc/GMT+12", "nonsense/nowhere", ":/etc/passwd", "", "A" * 5000]
)
def test_time_zones(zone: str, many: Path, narcotl: FrontDoor, narcotl_process: FrontDoor, tried: Note) -> None:
    asked = ("timeline", "--since", "1990", "--store", str(many), "--json")
    answer = narcotl_process(*asked, env={"TZ": zone})
    assert answer == narcotl(*asked)
    relative = narcotl_process("date", "last 20 years", env={"TZ": zone})
    assert (relative.status, relative.err) == (0, "")
    tried(f"TZ={zone if len(zone) < 30 else 'five thousand letters'}", f"exit {answer.status}: the same answer")


SCREENS: Final = {
    "a dumb terminal": (80, {"TERM": "dumb"}),
    "a terminal that nobody knows": (80, {"TERM": "nonsense"}),
    "TERM empty": (80, {"TERM": ""}),
    "20 columns": (20, {}),
    "1 column": (1, {}),
    "a terminal that does not know its width": (0, {}),
    "COLUMNS=20": (80, {"COLUMNS": "20"}),
    "COLUMNS=-5": (80, {"COLUMNS": "-5"}),
    "COLUMNS=many": (80, {"COLUMNS": "many"}),
    "NO_COLOR": (80, {"NO_COLOR": "1"}),
}


@pytest.mark.parametrize("what", SCREENS)
def test_terminals(what: str, narcotl_terminal: Terminal, tried: Note) -> None:
    columns, env = SCREENS[what]
    widest, colored = 0, False
    for asked in (("timeline", "--region", "peru"), ("actor", "cia")):
        answer = narcotl_terminal(*asked, columns=columns, env=env)
        assert (answer.status, answer.err) == (0, "")
        colored |= "\x1b[" in answer.out
        widest = max([widest, *map(len, plain(answer.out).splitlines())])
    width = int(env["COLUMNS"]) if env.get("COLUMNS", "").isdecimal() else columns or 80
    assert widest <= max(width, 20), "lines keep within the screen, but for words that are longer"
    tried(
        what,
        f"exit 0; {'colours' if colored else 'no colours'}; lines of at most {'20' if width <= 20 else '80'} columns",
    )


def plain(text: str) -> str:
    """Take colours and links out of what a terminal showed."""
    return re.sub(r"\x1b\[[0-9;]*m|\x1b\][^\x1b]*\x1b\\", "", text)


def test_no_terminal(many: Path, tried: Note) -> None:
    answer = in_shell('setsid -w $narcotl timeline --limit 1 --store "$@" < /dev/null | cat', str(many))
    assert (answer.status, answer.out.count("\n")) == (0, 4)
    tried("a process without a terminal of its own (`setsid`)", answer)


def test_no_current_folder(many: Path, tmp_path: Path, tried: Note) -> None:
    command = "mkdir gone; cd gone; rmdir ../gone; $narcotl timeline --limit 1 --format '{id}' --store \"$@\""
    answer = in_shell(command, str(many), cwd=tmp_path)
    assert (answer.status, answer.out) == (0, "event-0000\n")
    tried("a current folder that was removed", answer)


def test_a_store_in_no_current_folder(tmp_path: Path, tried: Note) -> None:
    answer = in_shell("mkdir gone; cd gone; rmdir ../gone; $narcotl timeline --store .", cwd=tmp_path)
    assert (answer.status, answer.out) == (3, "")
    tried("a store named `.` in a current folder that was removed", answer)


def test_check_in_no_current_folder(tmp_path: Path, tried: Note) -> None:
    (tmp_path / "regions.yaml").write_text("- {id: peru}\n", encoding="utf-8")
    command = 'mkdir gone; cd gone; rmdir ../gone; $narcotl check --store "$@"'
    answer = in_shell(command, str(tmp_path), cwd=tmp_path)
    assert (answer.status, answer.err) == (1, "")
    seen = Answer(answer.status, answer.out.splitlines()[0].replace(str(tmp_path), "..."))
    tried("`narcotl check` of another folder, in a current folder that was removed", seen)


def test_few_files_open(many: Path, tried: Note) -> None:
    answer = in_shell("ulimit -n 8; $narcotl timeline --limit 1 --format '{id}' --store \"$@\"", str(many))
    assert (answer.status, answer.out.count("\n")) == (0, 1)
    tried("a limit of 8 open files (`ulimit -n`)", answer)
