"""Write the scores of `narcotl ask` into docs/ask.md; cog runs this."""

import os
import tempfile

import cog

from narcotl.library.opened import open_library
from tests.ask.scoring import (
    everyday_questions,
    fourth_questions,
    last_questions,
    later_questions,
    more_questions,
    questions,
    score,
    strangers_questions,
    unseen_questions,
)

_PLACE = tempfile.TemporaryDirectory()


def scores() -> None:
    """Write a table of the questions of each round, those that were tuned on first."""
    os.environ["NARCOTL_CACHE_DIR"] = _PLACE.name
    asked, fourth = list(questions()), list(fourth_questions())
    library = open_library()
    cog.outl("| questions | right |\n|---|---|")
    rounds = {
        "first and second round, tuned on": [question for question in asked if not question.is_held_back],
        "third round, tuned on": list(more_questions()),
        "fourth round, tuned on": [question for question in fourth if not question.is_held_back],
        "fifth and sixth round, tuned on": list(later_questions()),
        "first and second round, held back until the eighth": [question for question in asked if question.is_held_back],
        "fourth round, held back until the eighth": [question for question in fourth if question.is_held_back],
        "seventh round, tuned on": list(last_questions()),
        "eighth round, of somebody else, tuned on": list(strangers_questions()),
        "ninth round, of somebody else: 78 when asked once, and a little tuned on since": list(unseen_questions()),
        "questions in everyday words, tuned on": list(everyday_questions()),
    }
    for name, ones in rounds.items():
        cog.outl(f"| {name} | {score(library, ones)[0]} |")
    library.close()
