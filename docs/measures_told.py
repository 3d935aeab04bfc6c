"""Write the measures of the shipped store and the units of narcotl into the documents."""

import cog

import narcotl
from narcotl.model.units import FACTORS, UNITS


def measures() -> None:
    """Write each measure: what it counts, in which unit, and the words for it."""
    cog.outl("\n| measure | unit | counts | called |\n|---|---|---|---|")
    with narcotl.open() as store:
        for measure in store.measures():
            words = "; ".join(measure.words)
            cog.outl(f"| {measure.name}<br>`{measure.id}` | {measure.unit} | {measure.counts} | {words} |")
    cog.outl("")


def units() -> None:
    """Write each unit: with its factor, or that it is never converted."""
    first = {dimension: unit for unit, (dimension, factor) in reversed(FACTORS.items()) if factor == 1}
    cog.outl("\n| unit | is |\n|---|---|")
    for unit, (dimension, factor) in FACTORS.items():
        cog.outl(f"| `{unit}` | {f'the unit of {dimension}' if factor == 1 else f'{factor} {first[dimension]}'} |")
    for unit in sorted(UNITS - set(FACTORS)):
        cog.outl(f"| `{unit}` | never converted |")
    cog.outl("")
