"""What importing the dates must not cost: they are imported at every start of narcotl."""

import subprocess
import sys

import pytest

PROBE = """
import dataclasses, enum, functools, re, sys, typing

compiled = []
real = re.compile
re.compile = lambda *args: compiled.append(args) or real(*args)
before = set(sys.modules)
{run}
print(sorted(set(sys.modules) - before), compiled)
"""
HEAVY = ["datetime", "dateutil", "decimal", "fractions", "calendar", "narcotl.dates.human"]


def loaded_by(run: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", PROBE.format(run=run)], capture_output=True, text=True, check=True
    ).stdout


def test_importing_the_dates_compiles_no_pattern() -> None:
    assert loaded_by("import narcotl.dates").endswith(" []\n")


@pytest.mark.parametrize("heavy", HEAVY)
def test_neither_importing_nor_reading_edtf_loads_what_is_heavy(heavy: str) -> None:
    run = "import narcotl.dates; narcotl.dates.parse('1984-11-26'); narcotl.dates.parse('192X/..').to_json()"
    assert f"'{heavy}'" not in loaded_by(run)


def test_words_load_the_grammar_and_only_today_loads_dateutil() -> None:
    assert "'narcotl.dates.human'" in loaded_by("import narcotl.dates; narcotl.dates.parse('june 1990')")
    assert "'dateutil'" not in loaded_by("import narcotl.dates; narcotl.dates.parse('june 1990')")
    assert "'dateutil'" in loaded_by("import narcotl.dates; narcotl.dates.parse('last year', today=(2026, 11, 22))")
