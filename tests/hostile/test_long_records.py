"""Records that are long, or look as if something long began: to read them takes a time that grows with their length."""

import pytest

from narcotl.store import plain_yaml

N = 50_000

READ = {
    "a text of many lines": "- id: a\n  b: x\n" + "    word word\n" * N,
    "empty lines inside a text": "- id: a" + "\n" * N + "    b\n",
    "a literal text of lines that look like keys": "- id: a\n  b: |\n" + "    k: v\n" * N,
    "a literal text of empty lines": "- id: a\n  b: |\n    x\n" + "\n" * N + "    y\n",
    "escapes": '- id: a\n  b: "' + r"\n" * N + '"\n',
    "lines that go on behind a backslash": '- id: a\n  b: "' + "x\\\n    " * N + '"\n',
    "doubled quotes": "- id: a\n  b: '" + "''" * N + "'\n",
    "a list of texts": "- id: a\n  b:\n" + "  - x\n" * N,
    "a list of mappings": "- id: a\n  b:\n" + "  - x: y\n    z: w\n" * N,
    "a list of mappings in brackets, on many lines": "- id: a\n  b: [" + "\n    {k: v}," * N + "\n    y]\n",
    "spaces behind a word in brackets": "- id: a\n  b: [x" + " " * N + ", y]\n",
    "comments": "- id: a\n" + "  # x\n" * N + "  b: c\n",
    "spaces behind a key": "- id: a\n  b:" + " " * N + "\n" + "  c: d\n",
    "lines of spaces": "- id: a\n" + f"{' ' * 500}\n" * 500,
}
REFUSED = {
    "a list that is not closed": "- id: a\n  b: [" + "x, " * N + "\n",
    "lists that are not closed": "- id: a\n" + "  b: [x,\n" * N,
    "a mapping that is not closed, on many lines": "- id: a\n  b: {" + "\n    k: v," * N + "\n",
    "lists in each other": "- id: a\n  b: " + "[" * N + "]" * N + "\n",
    "texts in quotes without commas": "- id: a\n  b: [" + '"a" ' * N + ", y]\n",
    "quotes": "- id: a\n  b: [" + '"' * N + ", y]\n",
    "words in brackets behind which nothing may stand": "- id: a\n  b: [" + "x?" * N + ", y]\n",
    "signs that begin a comment": "- id: a\n  b: [" + "#" * N + ", y]\n",
    "a quote that is not closed": "- id: a\n  b: '" + "''" * N + "\n",
    "quotes that are not closed": "- id: a\n" + "  b: 'x\n" * N,
    "a double quote that is not closed": '- id: a\n  b: "' + r"\"" * N + "\n",
    "literal texts without any": "- id: a\n  b: |\n" + "  k: |\n" * N,
    "brackets in a comment behind a list": "- id: a\n  b: [x]" + " # ]" * N + "\n",
    "a key that comes again and again": "- id: a\n" + "  b: c # d\n" * N,
    "mappings in each other": "- id: a\n" + "".join(f"{' ' * depth}a:\n" for depth in range(2, 1400)),
    "lists in each other, by dashes": "- id: a\n  b:\n"
    + "".join(f"{' ' * depth}- a:\n" for depth in range(2, 1400, 2)),
    "a long key": f"- id: a\n  {'k' * 10 * N}: v\n",
    "long words in the place of keys": "- id: a\n" + f"  {'k' * 300}\n" * 3000,
    "texts below a key, again and again": "- id: a\n" + "  b:\n    word\n" * N,
    "colons": "- id: a\n  b: " + ": " * N + "\n",
    "a longer record than has room": "- id: a\n  b: " + "x" * 2**20 + "\n",
}


@pytest.mark.parametrize("what", READ)
def test_read(what: str) -> None:
    assert plain_yaml.record(READ[what]) is not None


@pytest.mark.parametrize("what", REFUSED)
def test_left_to_libyaml(what: str) -> None:
    assert plain_yaml.record(REFUSED[what]) is None
