"""Read what a store says about its own checking: one silence that is broken takes no other down."""

from typing import Any

from narcotl.model.checks import Check, Silence
from narcotl.model.entry import Setting
from narcotl.model.vocab.rule import Rule
from narcotl.store.decode import decoder
from narcotl.store.nodes import Node
from narcotl.store.scope import Scope

CHECK = "check"
"""The key of `store.yaml` below which it stands."""


def checks(node: Node, file: str) -> Setting:
    """Read the whole of it; what is kept is what is right, and each silence knows its line and column."""
    scope = Scope(file)
    if not isinstance(node, dict):
        scope.problem(node, "`check` must be a mapping with `silence` and `tolerance`", rule=Rule.SETTING)
        return Setting(key=CHECK, value={}, problems=tuple(scope.problems))
    here = scope.place(node)
    scope.line, scope.column = here.line, here.column
    listed = node.get("silence")
    found = decoder(Check)({key: part for key, part in node.items() if key != "silence"}, scope)
    kept: dict[str, Any] = {"silence": []}
    if isinstance(found, Check) and found.tolerance is not None:
        if found.tolerance >= 0:
            kept["tolerance"] = str(found.tolerance)
        else:
            scope.problem(node["tolerance"], "a tolerance is not below 0", "It is in percent.", rule=Rule.SETTING)
    problems = list(scope.problems)
    for item in listed if isinstance(listed, list) else [] if listed is None else [listed]:
        part = Scope(file, here.line, here.column)
        silence = silence_of(item, part)
        problems += part.problems
        if silence is not None:
            kept["silence"].append(silence)
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
    return {
        "rule": silence.rule.value,
        "records": list(silence.records),
        "reason": silence.reason,
        "line": here.line,
        "column": here.column,
    }
