"""Names as APA writes them: the family's name first, then initials, for those who are known to be people."""

import re
from typing import Final

from narcotl.exports.references.pieces import line
from narcotl.exports.works import Author

_SUFFIX: Final = re.compile(r",? (Jr\.?|Sr\.?|I{2,3}|IV)$")
_MOST: Final = 20


def family(author: Author) -> str:
    """Give the name by which a text calls an author: the family's, or the whole one of a body."""
    return split(author)[0]


def inverted(author: Author) -> str:
    """Write a name as `Hitz, F.`; a body, and who may be one, stays whole."""
    last, first, suffix = split(author)
    initials = " ".join("-".join(f"{part[:1].upper()}." for part in name.split("-") if part) for name in first.split())
    return ", ".join(filter(None, (last, initials, suffix)))


def split(author: Author) -> tuple[str, str, str]:
    """Give the family's name, the first names and a suffix.

    The family's name is an alias with which the name ends; else, as in BibTeX, the last word, with words in small
    letters or a saint before it.
    """
    name = line(author.name)
    if not author.is_person:
        return name, "", ""
    suffix = found[1] if (found := _SUFFIX.search(name)) else ""
    bare = _SUFFIX.sub("", name)
    for alias in sorted(author.aliases, key=len, reverse=True):
        if alias != bare and bare.endswith(f" {alias}"):
            return alias, bare.removesuffix(alias).strip(), suffix
    words = bare.split(" ")
    start = len(words) - 1
    while start > 1 and (words[start - 1][:1].islower() or words[start - 1].rstrip(".") == "St"):
        start -= 1
    return " ".join(words[start:]), " ".join(words[:start]), suffix


def listed(authors: tuple[Author, ...]) -> str:
    """Write the authors of a reference; of more than twenty the first nineteen and the last."""
    names = [inverted(author) for author in authors]
    if len(names) > _MOST:
        return f"{', '.join(names[: _MOST - 1])}, . . . {names[-1]}"
    return f"{', '.join(names[:-1])}, & {names[-1]}" if len(names) > 1 else "".join(names)


def called(authors: tuple[Author, ...]) -> str:
    """Write the authors as a text names them: of more than two only the first."""
    names = [family(author) for author in authors]
    return " & ".join(names) if len(names) <= 2 else f"{names[0]} et al."  # noqa: PLR2004 - two are named, three are not
