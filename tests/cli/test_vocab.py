"""The words of the closed vocabularies."""

import json

from narcotl.model.vocab.words import VOCABULARIES
from tests.front_door import Answer, FrontDoor


def test_one_vocabulary(narcotl: FrontDoor) -> None:
    assert narcotl("vocab", "scope", "-f", "tsv") == Answer(
        0, "vocabulary\tword\tmeaning\nscope\tfull\tall of it\nscope\tpartial\ta part of it\n"
    )


def test_stances_have_a_polarity(narcotl: FrontDoor) -> None:
    rows = {row["word"]: row["polarity"] for row in json.loads(narcotl("vocab", "stance", "--json").out)}
    assert (rows["asserts"], rows["reports"], rows["denies"]) == ("+", "0", "-")


def test_every_word_has_a_meaning(narcotl: FrontDoor) -> None:
    rows = json.loads(narcotl("vocab", "--json").out)
    assert {row["vocabulary"] for row in rows} == set(VOCABULARIES)
    assert all(row["meaning"] for row in rows)


def test_a_table_of_stances_shows_the_polarity(narcotl: FrontDoor) -> None:
    lines = narcotl("vocab", "stance").out.splitlines()
    assert lines[1].split() == ["Vocabulary", "Word", "+", "0", "-", "Meaning"]
    shown = {line.split()[1]: line.split()[2] for line in lines[3:]}
    assert (shown["asserts"], shown["reports"], shown["denies"]) == ("+", "0", "-")
    assert "+ 0 -" not in narcotl("vocab").out
