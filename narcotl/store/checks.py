"""Read what a store says about its own checking: one silence that is broken takes no other down."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from narcotl.errors import Place
from narcotl.model.checks import Check, Distinction, Silence
from narcotl.model.entry import Setting
from narcotl.model.vocab.rule import Rule
from narcotl.store.decode import decoder
from narcotl.store.nodes import Node
from narcotl.store.scope import Scope

CHECK = "check"
"""The key of `store.yaml` below which it stands."""
PAIR: Final = 2


def checks(node: Node, file: str) -> Setting:
    """Read the whole of it; what is kept is what is right, and each part of a list knows its line and column."""
    scope = Scope(file)
    if not isinstance(node, dict):
        message = f"`check` must be a mapping with {', '.join(f'`{key}`' for key in LISTS)} and `tolerance`"
        scope.problem(node, message, rule=Rule.SETTING)
        return Setting(key=CHECK, value={}, problems=tuple(scope.problems))
    here = scope.place(node)
    scope.line, scope.column = here.line, here.column
    found = decoder(Check)({key: part for key, part in node.items() if key not in LISTS}, scope)
    kept: dict[str, Any] = {key: [] for key in LISTS}
    if isinstance(found, Check) and found.tolerance is not None:
        if found.tolerance >= 0:
            kept["tolerance"] = str(found.tolerance)
        else:
            scope.problem(node["tolerance"], "a tolerance is not below 0", "It is in percent.", rule=Rule.SETTING)
    problems = list(scope.problems)
    for key, read in LISTS.items():
        listed = node.get(key)
        for item in listed if isinstance(listed, list) else [] if listed is None else [listed]:
            part = Scope(file, here.line, here.column)
            one = read(item, part)
            problems += part.problems
            if one is not None:
                kept[key].append(one)
    return Setting(key=CHECK, value=kept, problems=tuple(problems))


def silence_of(node: Node, scope: Scope) -> dict[str, Any] | None:
    """Read one silence; None if it cannot be taken."""
    here = scope.place(node)
    scope.line, scope.column = here.line, here.column
    silence = decoder(Silence)(node, scope)
    if not isinstance(silence, Silence):
        return None
    if not silence.rule.silenceable:
        hint = "What breaks it is missing from answers, or wrong in them: mend it."
        scope.problem(node, f"the rule '{silence.rule}' cannot be silenced", hint, rule=Rule.SETTING)
        return None
    if not silence.reason.strip():
        scope.problem(node, "a silence needs its reason", "Say why the store means it.", rule=Rule.SETTING)
        return None
    return {"rule": silence.rule.value, **said(silence.records, silence.reason, here)}


def distinct_of(node: Node, scope: Scope) -> dict[str, Any] | None:
    """Read which records are not the same; None if it cannot be taken."""
    here = scope.place(node)
    scope.line, scope.column = here.line, here.column
    distinct = decoder(Distinction)(node, scope)
    if not isinstance(distinct, Distinction):
        return None
    if len(set(distinct.records)) < PAIR:
        hint = "Name all that look alike: `records: [one, another]`."
        scope.problem(node, "it takes two records to be distinct", hint, rule=Rule.SETTING)
        return None
    if not distinct.reason.strip():
        scope.problem(node, "what is distinct needs a reason", "Say how one knows.", rule=Rule.SETTING)
        return None
    return said(distinct.records, distinct.reason, here)


def said(records: Sequence[str], reason: str, place: Place) -> dict[str, Any]:
    """Write down what is said of records, and where."""
    return {"records": list(records), "reason": reason, "line": place.line, "column": place.column}


LISTS: Final[dict[str, Callable[[Node, Scope], dict[str, Any] | None]]] = {
    "silence": silence_of,
    "distinct": distinct_of,
}
"""The lists below it, with what reads an item."""
