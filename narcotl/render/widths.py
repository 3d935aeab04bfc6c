"""How wide the columns of a table become."""

from collections.abc import Sequence
from typing import Final

from narcotl.render.wrap import longest_word, width_of
from narcotl.reports.report import Column

GAP: Final = 2
"""The spaces between two columns."""
_SHORT: Final = 20
"""Columns with no longer text than this, such as dates, wrap only where the least of the others leaves no room."""


def fitted(columns: Sequence[Column], cells: Sequence[Sequence[str]], width: int | None) -> list[int] | None:
    """Give each column its width, or none if the table would be nonsense in so narrow a terminal.

    No column becomes narrower than its longest word, unless that is an address or the like and fills a third of the
    table. What is left goes to the columns that have most text to show.
    """
    texts = [[column.heading, *(row[place] for row in cells)] for place, column in enumerate(columns)]
    natural = [max(map(width_of, text)) for text in texts]
    free = sum(natural) if width is None else width - GAP * (len(columns) - 1)
    if sum(natural) <= free:
        return natural
    longest = free // 3
    least = [
        min(full, max(column.least, min(longest, max(map(longest_word, text)))))
        for column, full, text in zip(columns, natural, texts, strict=True)
    ]
    if sum(least) > free:
        return None
    _keep_short(least, natural, free)
    need = [sum(max(0, width_of(cell) - floor) for cell in text) for text, floor in zip(texts, least, strict=True)]
    return _shared(free - sum(least), least, natural, need)


def _keep_short(least: list[int], natural: list[int], free: int) -> None:
    """Let short columns have all they want, the shortest first, as far as there is room."""
    for place in sorted(range(len(natural)), key=natural.__getitem__):
        if natural[place] <= _SHORT and sum(least) - least[place] + natural[place] <= free:
            least[place] = natural[place]


def _shared(free: int, least: list[int], natural: list[int], need: list[int]) -> list[int]:
    """Hand out free characters in proportion to need, to none more than it can use."""
    widths = list(least)
    while free and (wanting := [place for place in range(len(widths)) if widths[place] < natural[place]]):
        total = sum(need[place] for place in wanting)
        shares = {place: min(natural[place] - widths[place], free * need[place] // total) for place in wanting}
        if not any(shares.values()):
            shares = {max(wanting, key=need.__getitem__): 1}
        for place, share in shares.items():
            widths[place] += share
        free -= sum(shares.values())
    return widths
