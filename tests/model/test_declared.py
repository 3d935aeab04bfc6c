"""Records: what a frozen dataclass of Python does, without functions compiled for each class."""

import copy
import dataclasses
import pickle
import subprocess
import sys
from typing import Any

import pytest

from narcotl.errors import Place
from narcotl.model.records import NOWHERE, RECORDS, Citation, Figure, Placing, Region, Value
from tests.conftest import StoreMaker


def test_fields_are_given_by_name_or_have_their_default() -> None:
    citation = Citation(source="a", via=("b",))
    assert (citation.chain, citation.note) == (("a", "b"), None)
    assert repr(Placing(id="peru", note="n")) == (
        "Placing(id='peru', geo_precision=None, as_written=None, by=None, rank=None, correction=None, note='n')"
    )


@pytest.mark.parametrize(
    ("given", "wrong"), [({}, "lacks id"), ({"id": "peru", "ntoe": "n", "bye": 1}, "does not take bye, ntoe")]
)
def test_what_is_missing_or_unknown_is_refused(given: dict[str, Any], wrong: str) -> None:
    with pytest.raises(TypeError, match=f"^Placing {wrong}$"):
        Placing(**given)


def test_a_value_equals_those_of_its_class_with_equal_fields() -> None:
    assert len({Placing(id="peru"), Placing(id="peru", note=None), Placing(id="cuba")}) == 2
    assert Placing(id="peru") != Citation(source="peru")


def test_where_a_record_stands_makes_no_difference() -> None:
    region: Any = Region
    first, other = (region(id="peru", name="Peru", kind="country", place=Place(file=file)) for file in ("a", "b"))
    assert first == other
    assert hash(first) == hash(other)
    assert "file" not in repr(first)


def test_a_value_does_not_change_and_is_copied_whole() -> None:
    placing = Placing(id="peru", note="n")
    with pytest.raises(dataclasses.FrozenInstanceError, match="'id'"):
        placing.id = "cuba"  # type: ignore[misc]  # what is refused
    with pytest.raises(dataclasses.FrozenInstanceError, match="'id'"):
        del placing.id
    copies = copy.copy(placing), copy.deepcopy(placing), pickle.loads(pickle.dumps(placing))  # noqa: S301 - our own
    assert set(copies) == {placing}
    assert dataclasses.replace(placing, note=None) == Placing(id="peru")
    assert dataclasses.asdict(placing)["note"] == "n"


def test_every_class_of_the_model_says_what_its_fields_are() -> None:
    classes = [*RECORDS.values(), *Value.__subclasses__()]
    assert [
        (cls, field.name) for cls in classes for field in dataclasses.fields(cls) if isinstance(field.type, str)
    ] == []
    assert [cls for cls in classes if hasattr(object.__new__(cls), "__dict__")] == []


def test_what_was_declared_is_a_dataclass_to_whoever_asks() -> None:
    told = {field.name: (field.default, field.compare, dict(field.metadata)) for field in dataclasses.fields(Figure)}
    assert told["id"] == (dataclasses.MISSING, True, {})
    assert told["place"] == (NOWHERE, False, {})
    assert told["citation"] == (None, True, {"flat": True})
    assert [field.name for field in dataclasses.fields(Figure)] == [field.name for field in Figure.FIELDS]


def test_a_small_index_is_made_without_what_python_looks_into_itself_with(make_store: StoreMaker) -> None:
    store = make_store({"regions.yaml": "- {id: peru, name: Peru, kind: country}\n"})
    code = (
        f"import sys; from narcotl.cli.main import main; main(['region', '--json', '--store', {str(store)!r}])\n"
        "print({'dataclasses', 'inspect', 'ast', 'signal', 'yaml', 'multiprocessing'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "set()"
