"""Write the scores of `narcotl ask` into docs/ask.md; cog runs this."""

import os
import tempfile

import cog

from narcotl.library.opened import open_library
from tests.ask.scoring import questions, score

_PLACE = tempfile.TemporaryDirectory()


def scores() -> None:
    """Write a table of the questions that were tuned on and of those that were held back."""
    os.environ["NARCOTL_CACHE_DIR"] = _PLACE.name
    asked = list(questions())
    library = open_library()
    cog.outl("| questions | right |\n|---|---|")
    for name, held_back in (("tuned on", False), ("held back", True)):
        cog.outl(f"| {name} | {score(library, [q for q in asked if q.is_held_back is held_back])[0]} |")
    library.close()
