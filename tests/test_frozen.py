"""Values: what a frozen dataclass does, without the cost of one at every start."""

import copy
import dataclasses
import pickle
import subprocess
import sys
from typing import Any

import pytest

from narcotl.dates import parse_edtf
from narcotl.errors import Place
from narcotl.frozen import Frozen


class Sample(Frozen):
    """A value with a field that is required and one that is not."""

    name: str
    number: int = 0

    @property
    def twice(self) -> int:
        """Give the number twice."""
        return 2 * self.number


class Larger(Sample):
    """A value that has the fields of another one."""

    more: tuple[str, ...] = ()


class Pair(Frozen, kw_only=False):
    """A value whose fields may be given in their order."""

    left: str
    right: int = 1


def test_fields_may_be_given_in_their_order_if_the_class_says_so() -> None:
    assert Pair("a", 2) == Pair(right=2, left="a")
    match Pair("a"):
        case Pair(left, right):
            assert (left, right) == ("a", 1)
    with pytest.raises(TypeError, match="Pair takes 2 fields by their order"):
        Pair("a", 2, 3)  # type: ignore[call-arg]  # what is refused
    with pytest.raises(TypeError, match="Sample takes 0 fields by their order"):
        Sample("a")  # type: ignore[call-arg]  # what is refused


def test_fields_are_given_by_name_or_have_their_default() -> None:
    assert (Sample(name="a").number, Sample(name="a", number=2).twice) == (0, 4)
    assert repr(Larger(name="a", more=("b",))) == "Larger(name='a', number=0, more=('b',))"


@pytest.mark.parametrize(
    ("given", "wrong"), [({}, "name"), ({"name": "a", "nmber": 1}, "nmber"), ({"nmber": 1, "number": 2}, "nmber")]
)
def test_what_is_missing_or_unknown_is_refused(given: dict[str, Any], wrong: str) -> None:
    with pytest.raises(TypeError, match=f"^Sample does not take, or lacks: {wrong}$"):
        Sample(**given)
    with pytest.raises(TypeError):
        Sample(name="a").but(nmber=1)


def test_it_equals_those_of_its_class_with_equal_fields() -> None:
    assert Sample(name="a") == Sample(name="a", number=0)
    assert len({Sample(name="a"), Sample(name="a"), Sample(name="b")}) == 2
    assert Sample(name="a") != Larger(name="a")
    assert Sample(name="a").but(number=3) == Sample(name="a", number=3)


def test_it_does_not_change() -> None:
    value = Sample(name="a")
    with pytest.raises(AttributeError, match="does not change"):
        value.name = "b"  # type: ignore[misc]  # what is refused
    with pytest.raises(AttributeError, match="does not change"):
        del value.name
    assert copy.copy(value) == copy.deepcopy(value) == pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own


def test_it_is_a_dataclass_to_whoever_asks() -> None:
    value = Larger(name="a", more=("b",))
    assert dataclasses.is_dataclass(value)
    assert dataclasses.asdict(value) == {"name": "a", "number": 0, "more": ("b",)}
    assert dataclasses.replace(value, number=5) == value.but(number=5)
    assert [(field.name, field.default is dataclasses.MISSING) for field in dataclasses.fields(Larger)] == [
        ("name", True),
        ("number", False),
        ("more", False),
    ]
    assert dataclasses.asdict(parse_edtf("1984-11"))["latest"] == (1984, 11, 30)
    assert dataclasses.asdict(Place(file="events.yaml")) == {"file": "events.yaml", "line": 0, "column": 0}


def test_declaring_one_does_not_import_what_python_looks_into_itself_with() -> None:
    code = (
        "import sys, narcotl.frozen, narcotl.errors, narcotl.dates; print({'dataclasses', 'inspect'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
