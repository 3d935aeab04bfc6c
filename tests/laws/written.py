"""Texts that are YAML in many styles, or look as if they were."""

import json
from collections.abc import Callable
from functools import cache
from typing import Any

import yaml
from hypothesis import strategies as st

ODD = (
    *("- ", "\n- ", "\n- ", "\n  ", "\n  a: ", "\n  b: ", "\n    - ", "\n    ", "a: b", "c: ", "#", " # c", "[", "]"),
    *("{", "}", ", ", ",", "'", '"', ">-", "\n  s: >-\n    text", "|", "&a ", "*a", "é", "\t", "\n---\n", "\n...\n"),
    *(": ", ":", "-", "~", "?", "!x ", "%", " ", "word", "two words", "1984", "-0043", "'q'", '"d"', "[a, b]", "\r"),
    *("{a: b, c: d}", "[{a: b}, {c: 'd'}]", "\n\n", "\u2028", "\x85", "\ufeff", "\x01", "\\", "<<: ", "...", "(x)"),
    *("a:b", "//", '"a\\n"', "\n    # deep", "\n# top", "\n     more", "x ", "]\n", "}\n", "  k: v\n", "- k: v\n"),
)
"""Pieces of YAML, plain and not."""
PLAIN = (
    *(
        "  a: b\n",
        "  c: two words\n",
        "  d: [x, y]\n",
        "  e: {f: g, h: 'i'}\n",
        "  l:\n    - m: n\n      o: p\n    - q\n",
    ),
    *("  s: >-\n    text one\n    two\n", '  t: "q # z"\n', "# c\n", "\n", "  n:\n", "  m:\n  - a\n  - b\n"),
)
"""Lines of plain records."""
QUOTED = (
    *('"', '", "', '": "', '{"', '"}', '"}, {"', "a", "b c", '"a"', '{"a": "b"}', '"a": "b"', '"c": "d"', "', '"),
    *(", ", "{", "}", "[", "]", ": ", "\\", '""', "é", ",", '"a-b": ""', "'e'", '"a" : "b"'),
    *('"1": "x"', '{"a": "b", "c'),
)
"""Parts of lists whose texts stand in quotes."""
WORDS = (
    *(
        "coca",
        "it's",
        "par. 3",
        "1984",
        "-0043",
        "198X",
        "~",
        "true",
        "a:b",
        "http://x.org/a?b#c",
        "x: y",
        "a #b",
        "#c",
    ),
    *(
        'say "so"',
        "'q'",
        "é",
        "naïve",
        "日本",
        "🌿",
        "-",
        "- x",
        "key: v",
        "[a]",
        "{b",
        "*",
        "&a",
        "!t",
        "%",
        "@",
        "`",
        "|",
    ),
    *(
        ">",
        "? x",
        ",",
        "a, b",
        "\\",
        "\\n",
        "\n",
        "\n\n",
        "\n ",
        " ",
        "  ",
        "\t",
        "\x07",
        "\xa0",
        "\u2028",
        "\x85",
        ":",
        "x:",
    ),
    *("---", "...", "<<", "=", "null", "0x1F", "a longer word that is cut where the line ends", "peru", "cia", "2003?"),
)
"""Parts of texts, harmless and not."""
COMMENTS = ("# c", "  # c: d", "    # - x", "#", "", "  ", "      # 'q", '  # "q')
"""Lines without content."""
TOPS = (
    *(
        "events:\n",
        "events: # c\n\n# d\n",
        "actors:\n",
        "title: A store\n",
        "topics:\n  a: b\n",
        "regions: [{id: x}]\n",
        "x: |\n  a\n",
    ),
    *(
        "empty:\n",
        "check:\n  - a: b\n",
        "claims: &a\n",
        "'quoted': x\n",
        "sources: !t\n",
        "figures:\n- id: x\n",
        "z: 'a\nb: c'\n",
    ),
)
"""What stands at the top of a file."""
LITERALS = ("|", ">", "|-", ">-", "|+", ">2", "| # c")
KEYS = ("id", "title", "summary", "container-title", "a_b", "URL", "note", "regions", "kinds")
ODD_KEYS = (*KEYS, "é", "1", "x y", "a:b", "k" * 120)
SIGNS = (
    ":",
    " ",
    "\n",
    "'",
    '"',
    "\\",
    "#",
    "-",
    ",",
    "[",
    "]",
    "{",
    "}",
    "&",
    "*",
    "|",
    ">",
    "?",
    "!",
    "\t",
    "\r",
    "a",
    "  ",
)
"""What a mutation puts anywhere."""


class Indented(yaml.SafeDumper):
    """Writes lists further to the right than their keys."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002, ARG002 - as there
        """Indent."""
        super().increase_indent(flow, False)  # noqa: FBT003 - as there


def safe_dump(**options: Any) -> Callable[[Any], str]:
    """Give how PyYAML writes records."""
    asked = {"Dumper": yaml.SafeDumper, "sort_keys": False, "allow_unicode": True, **options}
    return lambda found: str(yaml.dump(found, **asked))


@cache
def texts() -> st.SearchStrategy[str]:
    """Draw a text: words, or words with what is odd between them."""
    plain = st.lists(
        st.sampled_from(("coca", "of", "Peru", "Bolivia", "traffickers", "in", "1984", "(so)")), max_size=30
    )
    return st.one_of(
        plain.map(" ".join),
        st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join),
        st.lists(st.sampled_from(WORDS), max_size=4).map("".join),
    )


@cache
def keys() -> st.SearchStrategy[str]:
    """Draw a key, mostly an ordinary one."""
    return st.one_of(*[st.sampled_from(KEYS)] * 30, st.sampled_from(ODD_KEYS))


@cache
def nodes() -> st.SearchStrategy[Any]:
    """Draw what a record may hold; lists that begin in each other are rare."""
    leaves = st.one_of(texts(), st.integers(-9, 3000), st.booleans(), st.none())
    mappings = st.dictionaries(keys(), st.one_of(leaves, st.lists(leaves, max_size=3)), max_size=3)
    usual = st.one_of(leaves, mappings, st.lists(leaves, max_size=3), st.lists(mappings, max_size=3))
    odd = st.recursive(leaves, lambda parts: st.one_of(st.lists(parts, max_size=3), st.dictionaries(keys(), parts)))
    return st.one_of(usual, usual, usual, usual, odd)


@cache
def records() -> st.SearchStrategy[list[dict[str, Any]]]:
    """Draw records."""
    return st.lists(st.dictionaries(keys(), nodes(), min_size=1, max_size=5), min_size=1, max_size=3)


@st.composite
def dumped(draw: st.DrawFn) -> str:
    """Draw YAML as PyYAML writes it."""
    style = draw(st.sampled_from([None, None, None, None, "'", '"', "|", ">"]))
    found = draw(records())
    write = safe_dump(
        Dumper=draw(st.sampled_from([yaml.SafeDumper, Indented])),
        width=draw(st.sampled_from([20, 40, 80, 120, 10**6])),
        allow_unicode=draw(st.booleans()),
        sort_keys=draw(st.booleans()),
        indent=draw(st.sampled_from([None, None, 2, 4])),
        default_flow_style=draw(st.sampled_from([False, False, False, None])),
        default_style=style,
    )
    # With a style of its own each number and truth would have a tag.
    text = write(found if style is None else as_texts(found))
    if draw(st.integers(0, 9)) > 0:
        return text
    lines = safe_dump(default_flow_style=True, width=40)
    return "".join(f"- {lines(one)[:-1]}\n".replace("\n", "\n  ").removesuffix("  ") for one in found)


@st.composite
def written(draw: st.DrawFn) -> str:
    """Draw YAML with what people add: comments, empty lines, literal texts, changes anywhere."""
    lines = draw(st.one_of(dumped(), by_hand())).split("\n")
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(lines)))
        lines.insert(at, draw(st.sampled_from(COMMENTS)))
    for _ in range(draw(st.integers(0, 1))):
        at = draw(st.integers(0, len(lines) - 1))
        lines[at] += draw(st.sampled_from((" # so", " #", "  ", " #: x", "#")))
    text = draw(whole("\n".join(lines)))
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 2]))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(SIGNS)) + text[at + draw(st.integers(0, 2)) :]
    return text


@st.composite
def whole(draw: st.DrawFn, text: str) -> str:
    """Draw a file that holds records: a list, or mappings of lists."""
    match draw(st.sampled_from(["list", "list", "key", "right", "keys", "document"])):
        case "key":
            text = f"{draw(st.sampled_from(TOPS))}{text}"
        case "right":
            text = f"{draw(st.sampled_from(TOPS))}{text}".replace("\n", "\n  ")
        case "keys":
            text = "".join(draw(st.sampled_from((*TOPS, text, text))) for _ in range(4))
        case "document":
            text = f"# c\n---\n{text}"
    ends = draw(st.sampled_from(["\n", "\n", "\n", "\r\n"]))
    return draw(st.sampled_from(["", "", "", "\ufeff"])) + text.replace("\n", ends)


@st.composite
def by_hand(draw: st.DrawFn) -> str:
    """Draw a record as a person writes it, each value in a style of its own."""
    found = []
    for number in range(draw(st.integers(1, 5))):
        key = "- id" if number == 0 else f"  {draw(st.sampled_from(KEYS))}{number}"
        found.append(f"{key}:{draw(st.sampled_from((' ', ' ', ' ', '  ')))}{draw(values())}\n")
    return "".join(found)


@cache
def values() -> st.SearchStrategy[str]:
    """Draw a value as it stands behind a key at a margin of two."""
    parts = st.lists(st.sampled_from(WORDS[:30]), min_size=1, max_size=4)
    glue = st.sampled_from((" ", " ", "\n    ", "\n    ", "\n   ", "\n\n    ", " \n    ", "\n  "))
    lines = st.tuples(parts, glue).map(lambda drawn: drawn[1].join(drawn[0]))
    block = st.tuples(st.sampled_from(LITERALS), lines).map(lambda drawn: f"{drawn[0]}\n    {drawn[1]}")
    flows = st.tuples(parts, st.sampled_from((", ", ",\n    ", " , ", ": ", ", a: "))).map(
        lambda drawn: drawn[1].join(drawn[0])
    )
    return st.one_of(
        lines,
        lines.map(lambda text: f"'{text}'"),
        lines.map(lambda text: f'"{text}"'),
        block,
        flows.map(lambda text: f"[{text}]"),
        flows.map(lambda text: f"{{a: {text}}}"),
        st.sampled_from(
            ("", "# c", "\n    - a\n    - b", "\n  - a: b\n    c: d", "\n    a: b", "\n    more", "[]", "{}")
        ),
        nodes().map(json.dumps),
    )


def mixed() -> st.SearchStrategy[str]:
    """Draw what may look like YAML: a few records, cut and mixed with odd pieces, or such pieces alone."""
    records = st.lists(st.sampled_from(PLAIN), max_size=6).map(lambda lines: "- id: x\n" + "".join(lines))
    both = st.lists(st.one_of(records, records, st.sampled_from(ODD)), max_size=6).map("".join)
    listed = st.lists(st.sampled_from(QUOTED), max_size=8).map(lambda parts: f"- id: x\n  k: [{''.join(parts)}]\n")
    return st.one_of(both, listed, st.lists(st.sampled_from(ODD), max_size=20).map("".join))


def as_texts(node: Any) -> Any:
    """Give a node whose scalars are texts: others have tags where all are in quotes."""
    if isinstance(node, dict):
        return {key: as_texts(part) for key, part in node.items()}
    return [as_texts(part) for part in node] if isinstance(node, list) else str(node)
