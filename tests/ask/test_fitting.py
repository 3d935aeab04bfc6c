"""The weights of `narcotl ask` can be learned: on few questions, since all of them take a minute."""

from itertools import islice

from narcotl.library.opened import open_library
from narcotl.reports.ask import weights
from tests.ask import fitting
from tests.ask.scoring import read


def test_what_is_learned_answers_what_it_is_learned_from() -> None:
    library = open_library()
    asked = list(islice((question for question in read("tenth.yaml") if not question.nothing), 25))
    cases = [fitting.case(library, question) for question in asked]
    library.close()
    worth, _ = fitted = fitting.fitted({"tenth": cases})
    learned = sum(fitting.is_right(one, fitting.ordered(one, worth)) for one in cases)
    nothing = sum(fitting.is_right(one, fitting.ordered(one, {})) for one in cases)
    assert learned >= 23 > nothing
    module: dict[str, object] = {}
    exec(fitting.written(*fitted), module)  # noqa: S102 - it is a module that is written here
    assert module["OF_SIGNS"] == {key: round(worth[key], 2) for key in weights.OF_SIGNS if key in worth}


def test_every_weight_is_of_a_sign_that_records_show() -> None:
    library = open_library()
    shown = {
        key
        for question in islice(read("tenth.yaml"), 0, None, 10)
        for signs in fitting.case(library, question).signs
        for key in signs
    }
    library.close()
    common = {key for key, value in weights.OF_SIGNS.items() if abs(value) > 1.5} - {"nobody gives the number"}
    assert {"fits what is asked", "holds the words"} <= shown
    assert shown <= {*weights.OF_SIGNS, *weights.OF_A_KIND} | {key for key in shown if " for " in key}
    assert common & shown
