"""Read the settings of a store that are words: its title, its licence, its topics, its synonyms."""

from collections.abc import Callable
from typing import Final

from narcotl.model.entry import Setting
from narcotl.model.vocab.rule import Rule
from narcotl.store.nodes import Node
from narcotl.store.scope import Scope

ABOUT: Final = {
    "title": "What the store is called, in one line.",
    "licence": "On which terms it may be used.",
    "topics": "The topics that events and claims carry, each with a few words for whoever writes the next one.",
    "synonyms": "For a word of the records, the words by which people ask for the same (`narcotl ask`).",
    "settings": "Whatever else other programs keep about the store; narcotl reads over it.",
}
"""What each of them is for; a list below one of these keys is read whole, and is no list of records."""


def is_text(node: Node) -> bool:
    """Tell whether a node is a text, or nothing."""
    return node is None or isinstance(node, str)


def is_list(node: Node) -> bool:
    """Tell whether a node is a list of texts."""
    return isinstance(node, list) and all(isinstance(part, str) for part in node)


def are_topics(node: Node) -> bool:
    """Tell whether a node is a list of topics, or says something about each."""
    return node is None or is_list(node) or (isinstance(node, dict) and all(map(is_text, node.values())))


def are_synonyms(node: Node) -> bool:
    """Tell whether a node gives a word or a list of words for each word."""
    return node is None or (
        isinstance(node, dict) and all(isinstance(part, str) or is_list(part) for part in node.values())
    )


FORMS: Final[dict[str, tuple[Callable[[Node], bool], str, str]]] = {
    "title": (is_text, "must be one text", 'Write `title: "..."`.'),
    "licence": (is_text, "must be one text", 'Write `licence: "..."`.'),
    "topics": (
        are_topics,
        "must name topics, each with a text about it",
        "Write `coca: the plant` on lines of their own.",
    ),
    "synonyms": (are_synonyms, "must give words for each word", "Write `coca: [leaf, bush]` on lines of their own."),
}
"""What each of them must be, how that is said, and the way out."""


def setting(key: str, node: Node, file: str) -> Setting:
    """Read a setting; one that is not understood says nothing."""
    known = FORMS.get(key)
    if known is None or known[0](node):
        return Setting(key=key, value=node)
    scope = Scope(file)
    scope.problem(node, f"`{key}` {known[1]}", known[2], rule=Rule.SETTING)
    return Setting(key=key, value=None, problems=tuple(scope.problems))
