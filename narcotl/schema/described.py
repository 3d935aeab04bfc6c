"""What the model says of itself: the docstrings of classes, and of their fields, which Python itself forgets."""

import ast
import inspect
from itertools import pairwise
from typing import Any


def fields_of(cls: type[Any]) -> dict[str, str]:
    """Give the text that stands below each field of a class; nothing if the source is not at hand."""
    try:
        [tree] = ast.parse(inspect.getsource(cls)).body
    except (OSError, SyntaxError, ValueError):
        return {}
    found: dict[str, str] = {}
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    for field, below in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            text = below.value if isinstance(below, ast.Expr) else None
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                found[field.target.id] = plain(text.value)
    return found


def plain(text: str) -> str:
    """Put a docstring into one line."""
    return " ".join(inspect.cleandoc(text).split())
