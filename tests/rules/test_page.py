"""What docs/checking.md proposes to copy works: the settings, the hook of pre-commit, the step of a workflow."""

import shlex
from pathlib import Path
from typing import Any

import yaml

from tests.console import blocks
from tests.front_door import ROOT, FrontDoor

PAGE = ROOT / "docs" / "checking.md"
PROPOSED = [yaml.load("\n".join(block.lines), yaml.BaseLoader) for block in blocks(PAGE, "yaml")]  # noqa: S506 - texts only
SOURCES = "- {id: book, type: book, title: A book, issued: 1991}\n"
EVENT = (
    "- {id: raid-1990, title: A raid, date: 1990, regions: [], kinds: [seizure], status: reported, sources: [book]}\n"
)


def store(folder: Path, settings: Any = None) -> None:
    history = folder / "history"
    history.mkdir()
    (history / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    (history / "events.yaml").write_text(EVENT, encoding="utf-8")
    if settings is not None:
        (history / "store.yaml").write_text(yaml.safe_dump(settings), encoding="utf-8")


def block(key: str) -> Any:
    [found] = [content for content in PROPOSED if key in content]
    return found


def test_the_settings_are_taken(narcotl: FrontDoor, tmp_path: Path) -> None:
    tolerance, silence = (content for content in PROPOSED if "check" in content)
    store(tmp_path, {"check": tolerance["check"] | silence["check"]})
    answer = narcotl("check", "--store", "history", cwd=tmp_path)
    assert (answer.status, answer.out) == (0, "No problems.\n")
    assert answer.err.startswith("narcotl: 1 silenced by the store")


def test_the_hooks_of_pre_commit_run(narcotl: FrontDoor, tmp_path: Path) -> None:
    offered = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    entries = {hook["id"]: shlex.split(hook["entry"]) for hook in offered}
    store(tmp_path)
    answers = {}
    for used in block("repos")["repos"][0]["hooks"]:
        program, *words = entries.pop(used["id"])
        assert program == "narcotl"
        answers[used["id"]] = narcotl(*words, *used["args"], cwd=tmp_path)
    assert not entries, "each is shown"
    assert (answers["narcotl-fmt"].status, answers["narcotl-check"].status) == (0, 1)
    assert "[unread-source]" in answers["narcotl-check"].out


def test_the_step_of_the_workflow_runs(narcotl: FrontDoor, tmp_path: Path) -> None:
    steps: list[dict[str, str]] = block("jobs")["jobs"]["check"]["steps"]
    store(tmp_path)
    program, *arguments = shlex.split(steps[-1]["run"])
    answer = narcotl(*arguments, cwd=tmp_path)
    assert (program, answer.status) == ("narcotl", 0)
    assert answer.out.startswith("::warning file=history/events.yaml,line=1,col=3,")
