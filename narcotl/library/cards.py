"""One record of any kind in full: the card that the command of its kind shows."""

from typing import TYPE_CHECKING, assert_never

from narcotl.library.opened import Library
from narcotl.model.vocab.base import RecordKind

if TYPE_CHECKING:
    from narcotl.reports.report import Card, Row


def card(library: Library, row: "Row") -> "Card":
    """Make the card of a record from its row; that of a measure lists its figures and sets them side by side."""
    match RecordKind(row["kind"]):
        case RecordKind.EVENT:
            from narcotl.reports.event import event

            return event(library.index, row)
        case RecordKind.CLAIM:
            from narcotl.reports.claim import claim

            return claim(library.index, row)
        case RecordKind.FIGURE:
            from narcotl.reports.figure import figure

            return figure(library.index, row)
        case RecordKind.CORRECTION:
            from narcotl.reports.corrections import correction

            return correction(library.index, row)
        case RecordKind.ANNOTATION:
            from narcotl.reports.annotations import annotation

            return annotation(library.index, row)
        case RecordKind.SOURCE:
            from narcotl.reports.source import profile

            return profile(library.index, row)
        case (RecordKind.ACTOR | RecordKind.REGION | RecordKind.MEASURE) as kind:
            return of_many(library, row, kind)
        case kind:
            assert_never(kind)


def of_many(library: Library, row: "Row", kind: RecordKind) -> "Card":
    """Make the card of what is known by the records that have to do with it."""
    from narcotl.reports.profile import Scope
    from narcotl.select.selection import Selection
    from narcotl.select.where import Labelled

    if kind is RecordKind.MEASURE:
        from narcotl.reports.compare import compare
        from narcotl.reports.sections import figures

        found = compare(library.index, row, Selection(where=Labelled("measure", row["id"])), None, every=False)
        return found.but(sections=(figures(found.record["figures"], "One by one"), *found.sections))
    from narcotl.reports import actor, region

    profile = actor.profile if kind is RecordKind.ACTOR else region.profile
    return profile(library.index, row, Scope())
