"""How wide the columns of a table become."""

from collections.abc import Sequence
from typing import Final

from narcotl.render.wrap import longest_word, width_of
from narcotl.reports.report import Column

GAP: Final = 2
"""The spaces between two columns."""
_LONGEST_WORD: Final = 24
"""Words longer than this, such as addresses, may be broken: no column widens for them."""


def fitted(columns: Sequence[Column], cells: Sequence[Sequence[str]], width: int | None) -> list[int] | None:
    """Give each column its width, or none if the table would be nonsense in so narrow a terminal.

    No column becomes narrower than its longest word; what is left goes to the columns that have most text to show.
    """
    texts = [[column.heading, *(row[place] for row in cells)] for place, column in enumerate(columns)]
    natural = [max(map(width_of, column)) for column in texts]
    if width is None:
        return natural
    free = width - GAP * (len(columns) - 1)
    if sum(natural) <= free:
        return natural
    least = [
        min(full, max(column.least, min(_LONGEST_WORD, max(map(longest_word, text)))))
        for column, full, text in zip(columns, natural, texts, strict=True)
    ]
    if sum(least) > free:
        return None
    need = [sum(max(0, width_of(text) - floor) for text in column) for column, floor in zip(texts, least, strict=True)]
    return _shared(free - sum(least), least, natural, need)


def _shared(free: int, least: list[int], natural: list[int], need: list[int]) -> list[int]:
    """Hand out free characters in proportion to need, to none more than it can use."""
    widths = list(least)
    while free and (open_ := [place for place in range(len(widths)) if widths[place] < natural[place]]):
        total = sum(need[place] for place in open_)
        shares = {place: min(natural[place] - widths[place], free * need[place] // total) for place in open_}
        if not any(shares.values()):
            shares = {max(open_, key=need.__getitem__): 1}
        for place, share in shares.items():
            widths[place] += share
        free -= sum(shares.values())
    return widths
