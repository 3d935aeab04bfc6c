"""What YAML allows and no store needs: refused in one place, without running anything, and without much memory."""

import json
from pathlib import Path

import pytest

from tests.front_door import FrontDoor
from tests.tried import Note

NINE = ", ".join(["*{}"] * 9)


def bomb() -> str:
    """Write nine levels of nine aliases each, which unfold to 387 million texts."""
    levels = "".join(
        f"  {name}: &{name} [{NINE.format(*[before] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    return f"- id: peru\n  a: &a [{', '.join('x' * 9)}]\n{levels}"


REFUSED = {
    "an alias bomb: 0.5 kB that unfold to 387 million texts": bomb(),
    "an alias inside what it stands for": "- &peru {id: peru, name: Peru, kind: country, part_of: [*peru]}\n",
    "100,000 lists in each other": "- " + "[" * 100_000,
    "100,000 lists in each other, by dashes": "- " * 100_000 + "x\n",
    "2,000 mappings in each other": "".join("  " * depth + "a:\n" for depth in range(2_000)),
    "`!!python/object/apply:os.system`": "- !!python/object/apply:os.system ['touch run']\n",
    "`!!python/object/new:subprocess.Popen`": "- !!python/object/new:subprocess.Popen {args: [touch, run]}\n",
    "`!!python/name:os.system`": "- {id: peru, name: !!python/name:os.system '', kind: country}\n",
    "`!!binary`": "- {id: peru, name: !!binary UGVydQ==, kind: country}\n",
    "a tag of one's own": "- !country {id: peru, name: Peru, kind: country}\n",
    "a tag that a directive names": "%TAG ! tag:evil.example,2000:\n---\n- !x {id: peru, name: Peru, kind: country}\n",
    "a version of YAML to come": "%YAML 3.0\n---\n[]\n",
    "20,000 lists that are not closed": "- id: a\n" + "".join(f"  a{number}: [x,\n" for number in range(20_000)),
    "100,000 empty lines and an open list": "- id: a\n" + "\n" * 100_000 + "  name: [\n",
    "a text of 5 million characters": f"- {{id: peru, name: {'x' * 5_000_000}, kind: country}}\n",
    "a key of a million characters": f"- id: peru\n  name: Peru\n  kind: country\n  ? {'k' * 1_000_000}\n  : 1\n",
    "a key of a million characters, at the top": f"? {'k' * 1_000_000}\n: 1\n",
    "a key that comes twice": "- {id: peru, name: Peru, name: Pero, kind: country}\n",
    "a key at the top that comes twice": "regions: []\nregions: []\n",
    "a list for a key": "- {id: peru, name: Peru, kind: country, ? [a, b] : 1}\n",
    "a merge key": "- &one {id: peru, name: Peru, kind: country}\n- {<<: *one, id: two, name: Two}\n",
    "a second document": "[]\n---\n[]\n",
    "a text in place of a list": "hello\n",
    "nothing but `~`": "~\n",
    "nothing but an alias": "*peru\n",
    "`!!python/object` around all records": "!!python/object:os.system\nregions: []\n",
    "`!!python/tuple` around the records of a kind": "regions: !!python/tuple []\n",
}  # fmt: skip

LINE = {"id": "peru", "name": "Peru", "kind": "country"}
LINES_REFUSED = {
    "JSON Lines: 100,000 lists in each other": "[" * 100_000 + "\n",
    "JSON Lines: 100,000 objects in each other": '{"a":' * 100_000 + "\n",
    "JSON Lines: a field nested 900 levels deep": f'{{"id": "a", "kind": "country", "name": {"[" * 900}{"]" * 900}}}\n',
    "JSON Lines: a key that comes twice": '{"id": "peru", "id": "peru", "name": "Peru", "kind": "country"}\n',
    "JSON Lines: a list of records in a line": json.dumps([LINE]) + "\n",
    "JSON Lines: a text of 5 million characters": json.dumps({**LINE, "name": "x" * 5_000_000}) + "\n",
}


@pytest.mark.parametrize("what", REFUSED)
def test_refused(what: str, narcotl: FrontDoor, tmp_path: Path, tried: Note) -> None:
    (tmp_path / "regions.yaml").write_text(REFUSED[what], encoding="utf-8")
    answer = narcotl("check", "--store", ".", cwd=tmp_path)
    assert (answer.status, answer.err) == (1, "")
    assert answer.out.startswith("regions.yaml:")
    assert len(answer.out) < 2_000, "a clear answer is a short one"
    assert [file.name for file in tmp_path.iterdir()] == ["regions.yaml"], "nothing was run"
    tried(what, answer)


@pytest.mark.parametrize("what", LINES_REFUSED)
def test_lines_refused(what: str, narcotl: FrontDoor, tmp_path: Path, tried: Note) -> None:
    good = json.dumps({**LINE, "id": "next"})
    (tmp_path / "regions.jsonl").write_text(LINES_REFUSED[what] + good, encoding="utf-8")
    answer = narcotl("check", "--store", ".", cwd=tmp_path)
    assert (answer.status, answer.err) == (1, "")
    assert answer.out.startswith("regions.jsonl:1")
    assert len(answer.out) < 2_000
    assert "next\n" in narcotl("region", "--store", ".", "--format", "{id}", cwd=tmp_path).out, "the next line is read"
    tried(what, answer)


def test_anchors(narcotl: FrontDoor, tmp_path: Path, tried: Note) -> None:
    text = "- {id: peru, name: Peru, kind: &kind country}\n- {id: chile, name: Chile, kind: *kind}\n"
    (tmp_path / "regions.yaml").write_text(text, encoding="utf-8")
    assert (
        narcotl("region", "--store", ".", "--format", "{id} {kind}", cwd=tmp_path).out == "chile region\nperu region\n"
    )
    tried("an anchor and its alias", narcotl("check", "--store", ".", cwd=tmp_path))
