"""The documents say what is so: their commands run, their links lead somewhere, and nothing is left out."""

import re
from pathlib import Path

import pytest

from narcotl.cli.registry import COMMANDS
from tests.console import Block, blocks, missing_tools, run, said, shows
from tests.front_door import ROOT, FrontDoor

PAGES = sorted((ROOT / "docs").rglob("*.md"))
SHOWN = [ROOT / "README.md", *PAGES]
LINKED = [
    *SHOWN,
    *(ROOT / name for name in ("CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "tests/errors/README.md")),
]

_LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?P<target>[^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} +(?P<text>.+?) *#*$", re.MULTILINE)
_FENCED = re.compile(r"^(?P<fence>```+).*?^(?P=fence)$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`(?P<command>narcotl [^`]+)`")
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")


def _named(block: Block) -> str:
    return f"{block.file.relative_to(ROOT)}:{block.line}"


@pytest.mark.parametrize("document", SHOWN, ids=lambda file: str(file.relative_to(ROOT)))
def test_console_blocks(document: Path, tmp_path: Path, subtests: pytest.Subtests) -> None:
    for block in blocks(document):  # one after the other: later ones use what earlier ones made
        with subtests.test(f"line {block.line}"):
            run_block(block, tmp_path)


def run_block(block: Block, desk: Path) -> None:
    """Run the commands of a block, and compare what they show."""
    for step in block.steps():
        if missing := missing_tools(step.command):
            pytest.skip(f"this machine has no {missing[0]}, which the block calls")
        answer = run(step.command, desk, on_terminal=block.on_terminal)
        assert answer.status == block.status, f"{_named(block)}: {step.command}\n{said(answer)}"
        if block.checked and not shows(step.output, answer):
            assert said(answer) == f"{step.output}\n", f"{_named(block)}: {step.command}"


README_COMMANDS = [found["command"] for found in _INLINE.finditer((ROOT / "README.md").read_text(encoding="utf-8"))]


@pytest.mark.parametrize("command", README_COMMANDS)
def test_what_the_readme_proposes_has_an_answer(command: str, tmp_path: Path) -> None:
    answer = run(command, tmp_path)
    assert answer.status == 0, answer.err
    assert answer.out or list(tmp_path.iterdir()), "it prints something, or writes a file"


def test_every_command_and_option_is_documented(narcotl: FrontDoor) -> None:
    text = "\n".join(file.read_text(encoding="utf-8") for file in PAGES)
    commands = list(COMMANDS)
    overview = narcotl("--help").out
    assert [name for name in commands if not re.search(rf"^  {name} ", overview, re.MULTILINE)] == []
    missing = [f"narcotl {name}" for name in commands if not re.search(rf"\bnarcotl {name}\b", text)]
    for name in commands:
        options = _OPTION.findall(narcotl(name, "--help", env={"COLUMNS": "200"}).out)
        missing += [
            f"narcotl {name} {option}" for option in sorted({*options}) if not re.search(rf"{option}(?![\w-])", text)
        ]
    assert missing == []


def _anchors(file: Path) -> set[str]:
    """Give the anchors that a page has by its headings, as they are made when it is shown."""
    text = _FENCED.sub("", file.read_text(encoding="utf-8"))
    headings = (re.sub(r"[^\w\- ]", "", found["text"].lower()) for found in _HEADING.finditer(text))
    return {heading.replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("file", LINKED, ids=lambda file: str(file.relative_to(ROOT)))
def test_links_lead_somewhere(file: Path) -> None:
    text = _FENCED.sub("", file.read_text(encoding="utf-8"))
    broken = []
    for target in (found["target"] for found in _LINK.finditer(text)):
        path, _, anchor = target.partition("#")
        page = (file.parent / path) if path else file
        is_inside = not re.match(r"[a-z]+:", target)
        if is_inside and (not page.exists() or (anchor and anchor not in _anchors(page))):
            broken.append(target)
    assert broken == []


def test_the_two_commands_of_the_readme_are_recipes() -> None:
    shown = [line for block in blocks(ROOT / "README.md", "sh") for line in block.lines]
    assert [line for line in shown if line.startswith("make ")] == ["make timeline", "make test"]
    recipes = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(r"^timeline: .*\.installed$", recipes, re.MULTILINE)
    assert re.search(r"^test: .*\.dev$", recipes, re.MULTILINE)
    checks = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    called = [line.partition(" ||")[0] for line in checks if line.startswith("make ")]
    assert called == ["make readers", "make test", "make lint"]
