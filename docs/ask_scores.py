"""Write the scores of `narcotl ask` into docs/ask.md; cog runs this."""

import os
import tempfile

import cog

from narcotl.library.opened import open_library
from tests.ask.scoring import more_questions, questions, score

_PLACE = tempfile.TemporaryDirectory()


def scores() -> None:
    """Write a table of the questions that were tuned on, of those of the third round and of those held back."""
    os.environ["NARCOTL_CACHE_DIR"] = _PLACE.name
    asked = list(questions())
    library = open_library()
    cog.outl("| questions | right |\n|---|---|")
    rounds = {
        "tuned on": [question for question in asked if not question.is_held_back],
        "third round, tuned on as well": list(more_questions()),
        "held back": [question for question in asked if question.is_held_back],
    }
    for name, ones in rounds.items():
        cog.outl(f"| {name} | {score(library, ones)[0]} |")
    library.close()
