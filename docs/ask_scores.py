"""Write the scores of `narcotl ask` into docs/ask.md; cog runs this."""

import os
import tempfile

import cog

from narcotl.library.opened import open_library
from tests.ask.scoring import fourth_questions, questions, read, score

_PLACE = tempfile.TemporaryDirectory()


def scores() -> None:
    """Write a table of the questions of each round, those that were tuned on first."""
    os.environ["NARCOTL_CACHE_DIR"] = _PLACE.name
    asked, fourth = list(questions()), list(fourth_questions())
    library = open_library()
    cog.outl("| questions | right |\n|---|---|")
    rounds = {
        "twelfth round, of somebody else, **unseen**: 205 when asked once": list(read("twelfth.yaml")),
        "eighth round, of somebody else": list(read("eighth.yaml")),
        "ninth round, of somebody else": list(read("ninth.yaml")),
        "tenth round, of somebody else": list(read("tenth.yaml")),
        "eleventh round, of somebody else, a third and more without an answer": list(read("eleventh.yaml")),
        "first and second round": [question for question in asked if not question.is_held_back],
        "first and second round, held back until the eighth": [question for question in asked if question.is_held_back],
        "third round": list(read("more.yaml")),
        "fourth round": fourth,
        "fifth and sixth round": [*read("fifth.yaml"), *read("sixth.yaml")],
        "seventh round": list(read("seventh.yaml")),
        "in everyday words": list(read("everyday.yaml")),
    }
    for name, ones in rounds.items():
        cog.outl(f"| {name} | {score(library, ones)[0]} |")
    library.close()
