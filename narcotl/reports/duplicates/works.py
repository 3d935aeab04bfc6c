"""Sources that are likely to be the same, by title, author, year, address and ISBN."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any, Final

from narcotl.reports.duplicates.likeness import alike, name, neighbours
from narcotl.reports.duplicates.pairs import Pair, pair
from narcotl.reports.records import Records
from narcotl.select.fold import fold

SOURCES = "SELECT id, json FROM records WHERE kind = 'source' ORDER BY id"
OTHER_AUTHOR, OTHER_YEAR, SAME_AUTHOR = 25, 10, 3
"""What it costs, and what it brings, in points."""
SAME_ADDRESS, SAME_ISBN = 98, 90
CROWD = 20
"""An address that more sources have is that of a site."""
_SCHEME: Final = re.compile(r"^https?://(www\.)?|[/#]+$", re.IGNORECASE)


def works(records: Records) -> Iterator[Pair]:
    """Find sources; the best reason to take two for one counts."""
    found = {record: json.loads(text) for record, text in records.table(SOURCES)}
    best: dict[tuple[str, str], Pair] = {}
    for made in (*addressed(found), *titled(found)):
        key = made.one, made.other
        if key not in best or best[key].score < made.score:
            best[key] = made
    yield from best.values()


def addressed(found: Mapping[str, Mapping[str, Any]]) -> Iterator[Pair]:
    """Find sources with the same address or ISBN."""
    for field, score, told in (("url", SAME_ADDRESS, "the same url"), ("isbn", SAME_ISBN, "the same ISBN")):
        blocks: dict[str, list[str]] = defaultdict(list)
        for record, row in found.items():
            value = row.get(field)
            if value:
                blocks[_SCHEME.sub("", value).replace("-", "").lower()].append(record)
        for block in blocks.values():
            if len(block) <= CROWD:
                for one, other in combinations(block, 2):
                    # Parts of one work share its address, and are not one part.
                    likeness = alike(title(one, found), title(other, found))
                    apart = found[one].get("page") != found[other].get("page") and not likeness
                    if not apart:
                        yield pair(score, one, other, [told, *([f"titles {likeness}% alike"] if likeness else [])])


def title(record: str, found: Mapping[str, Mapping[str, Any]]) -> Any:
    """Give the title of a source as a name."""
    return name(record, fold(found[record]["title"]))


def titled(found: Mapping[str, Mapping[str, Any]]) -> Iterator[Pair]:
    """Find sources with titles that are alike."""
    for one, other in neighbours(title(record, found) for record in found):
        likeness = alike(one, other)
        if not likeness:
            continue
        mine, yours = (found[record.record] for record in (one, other))
        score = likeness
        reasons = ["the same title" if one.words == other.words else f"titles {likeness}% alike"]
        authors = [
            {fold(str(author.get("id") or author.get("ref"))) for author in row.get("author", ())}
            for row in (mine, yours)
        ]
        if authors[0] and authors[1]:
            score += SAME_AUTHOR if authors[0] & authors[1] else -OTHER_AUTHOR
            reasons += ["the same author"] if authors[0] & authors[1] else []
        years = [str(row["issued"]["edtf"])[:4] for row in (mine, yours)]
        score -= OTHER_YEAR * (years[0] != years[1] and "X" not in "".join(years))
        reasons += [f"both of {years[0]}"] if years[0] == years[1] and "X" not in years[0] else []
        yield pair(score, one.record, other.record, reasons)
