"""The last run, as docs/performance.md shows it: one table for each theme, with a column for each size."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

LAST: Final = Path(__file__).with_name("last.json")
"""What `python -m benchmarks --output benchmarks/last.json` wrote."""
Found = dict[str, Any]


def machine() -> str:
    """Say on what it ran."""
    found = json.loads(LAST.read_text(encoding="utf-8"))["machine"]
    return f"{found['processor']}, {found['system']}, Python {found['python']}."


def tables(theme: str) -> Iterator[str]:
    """Write a table of a theme in Markdown."""
    results = [one for one in json.loads(LAST.read_text(encoding="utf-8"))["results"] if one["theme"] == theme]
    sizes = sorted({one["size"] for one in results})
    if not sizes:
        return
    yield f"| | {' | '.join(f'{size:,}' if size else 'CPU' for size in sizes)} | bar |"
    yield f"|---|{'--:|' * (len(sizes) + 1)}"
    for name in dict.fromkeys(one["name"] for one in results):
        of_size = {one["size"]: one for one in results if one["name"] == name}
        cells = [cell(of_size[size]) if size in of_size else "" for size in sizes]
        yield f"| {name} | {' | '.join(cells)} | {bars(list(of_size.values()))} |"


def cell(found: Found) -> str:
    """Write what one job cost: the ratio to its unit, bold if it misses its bar, and milliseconds of processor."""
    cpu = f"{sorted(found['cpu'])[len(found['cpu']) // 2] * 1000:,.0f} ms"
    if found["ratio"] is None:
        return cpu
    ratio = f"{found['ratio']:.2f}"
    is_missed = found["bar"] and found["ratio"] > found["bar"]
    return f"{f'**{ratio}**' if is_missed else ratio} ({cpu})"


def bars(found: list[Found]) -> str:
    """Write the bars of a job, where they differ from size to size from the smallest to the largest."""
    return " to ".join(dict.fromkeys(f"{one['bar']:g}" for one in found if one["bar"]))


def missed() -> Iterator[str]:
    """List the bars that are missed."""
    for one in json.loads(LAST.read_text(encoding="utf-8"))["results"]:
        if one["bar"] and one["ratio"] and one["ratio"] > one["bar"]:
            size = f" at {one['size']:,} events" if one["size"] else ""
            what = f"{one['theme']}, {one['name']}{size}"
            yield f"- {what}: {one['ratio']:.2f} times {one['against']}, where {one['bar']:g} is the bar"
