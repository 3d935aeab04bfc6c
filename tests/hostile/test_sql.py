"""SQL by somebody who wants more than an answer: `narcotl sql` reads the views, and does nothing else."""

from pathlib import Path

import pytest

from tests.cli.test_sql import HARMFUL
from tests.front_door import FrontDoor
from tests.tried import Note

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n"
GREEDY = (
    "SELECT replace(hex(zeroblob(1000)), '0', hex(zeroblob(30000)))",
    "SELECT group_concat(a.body) FROM full_text a, full_text b, full_text c, full_text d",
)


@pytest.mark.parametrize("sql", [*HARMFUL, *GREEDY])
def test_refused(sql: str, narcotl: FrontDoor, tmp_path: Path, fresh_cache: Path, tried: Note) -> None:
    narcotl("sql", "SELECT 1")
    (index,) = fresh_cache.iterdir()
    before = index.read_bytes()
    answer = narcotl("sql", sql, "--timeout", "2", cwd=tmp_path)
    assert (answer.status, answer.out) == (2, "")
    assert index.read_bytes() == before, "the index is as it was"
    assert [file.name for file in tmp_path.iterdir()] == ["cache"], "no file was made"
    tried(f"`{sql}`", answer)


def test_endless(narcotl: FrontDoor, tried: Note) -> None:
    answer = narcotl("sql", ENDLESS, "--timeout", "0.1")
    assert (answer.status, answer.out) == (2, "")
    tried("counting without end, with `--timeout 0.1`", answer)
