"""What a field of a record can be besides text, number, date or word: a reference to other records."""

from typing import Annotated

from narcotl.frozen import Frozen
from narcotl.model.vocab.base import RecordKind


class Ref(Frozen):
    """Marks a text as the id of another record."""

    kinds: frozenset[RecordKind]
    """The kinds that the record may have; empty: any."""
    loose: bool
    """Whether a plain name may stand here where no record has that id."""
    listed: str
    """The kinds as one text, with spaces between them; empty: any."""
    is_loose: int
    """Whether a plain name may stand here, as a number: how an index has it."""


def ref(*kinds: RecordKind, loose: bool = False) -> Ref:
    """Mark a text as the id of a record of some kinds, or of any."""
    listed = " ".join(sorted(kind.value for kind in kinds))
    return Ref(kinds=frozenset(kinds), loose=loose, listed=listed, is_loose=int(loose))


RegionId = Annotated[str, ref(RecordKind.REGION)]
ActorId = Annotated[str, ref(RecordKind.ACTOR)]
ActorOrName = Annotated[str, ref(RecordKind.ACTOR, loose=True)]
SourceId = Annotated[str, ref(RecordKind.SOURCE)]
SourceOrName = Annotated[str, ref(RecordKind.SOURCE, RecordKind.ACTOR, loose=True)]
MeasureId = Annotated[str, ref(RecordKind.MEASURE)]
EventId = Annotated[str, ref(RecordKind.EVENT)]
ClaimId = Annotated[str, ref(RecordKind.CLAIM)]
FigureId = Annotated[str, ref(RecordKind.FIGURE)]
CorrectionId = Annotated[str, ref(RecordKind.CORRECTION)]
AnyId = Annotated[str, ref()]
