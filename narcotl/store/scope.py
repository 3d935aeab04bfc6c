"""What is learnt about one record while it is read: its problems and its references to others."""

from typing import TYPE_CHECKING

from narcotl.errors import Place, Problem
from narcotl.model.fields import Ref
from narcotl.store.nodes import Node, position

if TYPE_CHECKING:
    from narcotl.model.entry import Reference


class Scope:
    """Collects problems and references while one record is decoded."""

    __slots__ = ("broken", "column", "field", "file", "line", "problems", "record", "references")

    def __init__(self, file: str, line: int = 0, column: int = 0) -> None:
        """Begin a record; the line and column stand in for nodes that have none of their own."""
        self.file = file
        self.line = line
        self.column = column
        self.record = ""
        """The id of the record, as far as it is known."""
        self.field = ""
        self.broken = False
        self.problems: list[Problem] = []
        self.references: list[Reference] = []

    def place(self, node: object) -> Place:
        """Say where a node stands, or the record if the node does not know."""
        line, column = position(node)
        return Place(file=self.file, line=line or self.line, column=column or self.column)

    def problem(self, node: Node, message: str, hint: str = "", rule: str = "shape") -> None:
        """Note what is wrong with a node; the record cannot be kept."""
        self.broken = True
        length = len(node) if isinstance(node, str) else 1
        self.problems.append(
            Problem(place=self.place(node), message=message, hint=hint, rule=rule, length=max(1, length))
        )

    def refer(self, node: str, to: Ref) -> None:
        """Note a reference to another record, to be resolved when all are known."""
        line, column = position(node)
        named = str(node), self.field, to.listed, to.is_loose
        self.references.append((self.record, *named, line or self.line, column or self.column))
