"""Put texts into the lists and mappings that an outline tells of: step by step, or, if that is done often, at once."""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any, Final, NamedTuple, TypeAlias

from narcotl.store.nodes import Spotted, SpottedItems

Put: TypeAlias = Callable[[list[Any], Sequence[int]], Any]
"""Puts texts, and their spots if those differ from one to the next, into lists and mappings; gives the outermost."""

OFTEN: Final = 50
"""What came so often is worth a function: to compile it costs as much as to go through the steps so often."""


class Step(NamedTuple):
    """How a list or mapping is made of texts, and of lists and mappings that were made before it."""

    keys: tuple[str, ...] | None
    """None: a list."""
    numbers: tuple[int, ...]
    """Those of the texts, from 0, and after them those of the steps."""
    spots: Any
    """The spots of what it holds, by key or in order; None if they differ from one to the next."""


class Assembly:
    """Makes what some steps make."""

    __slots__ = ("picks", "put", "steps", "texts", "uses")

    put: Put

    def __init__(self, texts: int, steps: Sequence[Step]) -> None:
        """Take the steps, and how many texts there are."""
        self.texts = texts
        self.steps = steps
        self.picks = [(step.keys, picked(step.numbers), step.spots) for step in steps]
        self.uses = 0
        self.put = self.by_steps

    def by_steps(self, nodes: list[Any], spots: Sequence[int]) -> Any:
        """Make each list and mapping, and keep it for the next ones."""
        self.uses += 1
        if self.uses == OFTEN and self.steps:
            self.put = compiled(self.texts, self.steps)
        node = nodes[0] if nodes else None
        for keys, pick, fixed in self.picks:
            # That there are as many keys as values is seen to before; to ask zip for it doubles the cost.
            if keys is None:
                node = SpottedItems(pick(nodes))
                node.spots = fixed or pick(spots)
            else:
                node = Spotted(zip(keys, pick(nodes)))  # noqa: B905 - see above
                node.spots = fixed or dict(zip(keys, pick(spots)))  # noqa: B905 - see above
            nodes.append(node)
        return node


def picked(numbers: Sequence[int]) -> Callable[[Sequence[Any]], Any]:
    """Give what picks the values with some numbers."""
    first = numbers[0] if numbers else 0
    if len(numbers) != 1 and tuple(numbers) != tuple(range(first, first + len(numbers))):
        return itemgetter(*numbers)
    return itemgetter(slice(first, first + len(numbers)))


def compiled(texts: int, steps: Sequence[Step]) -> Put:
    """Make a function of plain statements, one for each list and mapping."""
    names: dict[str, Any] = {"List": SpottedItems, "Mapping": Spotted}
    lines = ["def put(nodes, spots):"]
    for number, (keys, numbers, spots) in enumerate(steps, texts):
        values = [f"nodes[{one}]" if one < texts else f"made_{one}" for one in numbers]
        lines.append(f"    made_{number} = {'List' if keys is None else 'Mapping'}({display(keys, values)})")
        if spots is None:
            where = display(keys, [f"spots[{one}]" for one in numbers])
        else:
            where = f"spots_{number}"
            names[where] = spots
        lines.append(f"    made_{number}.spots = {where}")
    exec("\n".join([*lines, f"    return made_{number}"]), names)  # noqa: S102 - made of numbers and of words
    put: Put = names["put"]
    return put


def display(keys: Sequence[str] | None, values: Sequence[str]) -> str:
    """Write a tuple or a dictionary of expressions."""
    if keys is None:
        return f"({''.join(f'{value}, ' for value in values)})"
    return f"{{{', '.join(f'{key!r}: {value}' for key, value in zip(keys, values, strict=True))}}}"
