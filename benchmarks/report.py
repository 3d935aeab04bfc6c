"""What was measured, as a table, as JSON and as a chart."""

import os
import platform
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.job import Result


def machine() -> dict[str, str]:
    """Describe the machine, but not by its name."""
    cores = os.cpu_count() or 1
    return {
        "processor": f"{cores} x {processor()}",
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
    }


def processor() -> str:
    """Give the model of the processor, if the system tells."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown"
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown")


def table(results: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Write the lines of a table in Markdown: milliseconds of processor, and ratios with their bars."""
    yield "| theme | what | events | CPU, ms | MiB | ratio | bar | against |"
    yield "|---|---|--:|--:|--:|--:|--:|---|"
    for found in results:
        cpu = sorted(found["cpu"])[len(found["cpu"]) // 2] * 1000
        ratio = "" if found["ratio"] is None else f"{found['ratio']:.2f}"
        bar = f"{found['bar']:g}" if found["bar"] else ""
        missed = " **missed**" if found["bar"] and found["ratio"] and found["ratio"] > found["bar"] else ""
        size = f"{found['size']:,}" if found["size"] else ""
        memory = f"{found['memory'] / 1024:.0f}"
        columns = (found["theme"], found["name"], size, f"{cpu:,.0f}", memory, ratio + missed, bar, found["against"])
        yield f"| {' | '.join(columns)} |"


def raw(results: Sequence[Result]) -> dict[str, Any]:
    """Give all that was measured, and where."""
    return {"machine": machine(), "results": [result.to_json() for result in results]}


def merged(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """Keep what an earlier run measured and this one did not."""
    fresh = {key(one): one for one in new["results"]}
    kept = {key(one): one for one in old["results"]}
    order = {theme: place for place, theme in enumerate(dict.fromkeys(one[0] for one in (*kept, *fresh)))}
    results = sorted({**kept, **fresh}.values(), key=lambda one: (order[one["theme"]], one["size"]))
    return {"machine": new["machine"], "results": results}


def key(found: dict[str, Any]) -> tuple[str, str, int]:
    """Say what was measured."""
    return found["theme"], found["name"], found["size"]


def chart(results: Sequence[dict[str, Any]], path: Path, theme: str) -> None:
    """Draw how the cost of each question grows with the store."""
    import altair as alt

    rows = [
        {"question": found["name"], "events": found["size"], "ratio": found["ratio"]}
        for found in results
        if found["theme"] == theme and found["ratio"]
    ]
    names = list(dict.fromkeys(row["question"] for row in rows))
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        x=alt.X("events:Q", scale=alt.Scale(type="log"), title="events in the store"),
        y=alt.Y("ratio:Q", title="CPU, by that of a Typer program of two commands", scale=alt.Scale(zero=True)),
        color=alt.Color("question:N", sort=names, scale=alt.Scale(scheme="tableau20"), title=None),
    )
    drawn = alt.layer(base.mark_line(), base.mark_point(filled=True)).properties(width=560, height=360)
    drawn.save(str(path))
