"""What a field of a record can be besides text, number, date or word: a reference to other records."""

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from narcotl.model.vocab.base import RecordKind


@dataclass(frozen=True)
class Ref:
    """Mark a text as the id of another record."""

    kinds: frozenset[RecordKind]
    """The kinds that the record may have; empty: any."""

    loose: bool = False
    """Whether a plain name may stand here where no record has that id."""

    @cached_property
    def is_loose(self) -> int:
        """Whether a plain name may stand here, as a number: how an index has it."""
        return int(self.loose)

    @cached_property
    def listed(self) -> str:
        """The kinds as one text, with spaces between them; empty: any."""
        return " ".join(sorted(kind.value for kind in self.kinds))


RegionId = Annotated[str, Ref(frozenset({RecordKind.REGION}))]
ActorId = Annotated[str, Ref(frozenset({RecordKind.ACTOR}))]
ActorOrName = Annotated[str, Ref(frozenset({RecordKind.ACTOR}), loose=True)]
SourceId = Annotated[str, Ref(frozenset({RecordKind.SOURCE}))]
SourceOrName = Annotated[str, Ref(frozenset({RecordKind.SOURCE, RecordKind.ACTOR}), loose=True)]
MeasureId = Annotated[str, Ref(frozenset({RecordKind.MEASURE}))]
EventId = Annotated[str, Ref(frozenset({RecordKind.EVENT}))]
ClaimId = Annotated[str, Ref(frozenset({RecordKind.CLAIM}))]
FigureId = Annotated[str, Ref(frozenset({RecordKind.FIGURE}))]
CorrectionId = Annotated[str, Ref(frozenset({RecordKind.CORRECTION}))]
AnyId = Annotated[str, Ref(frozenset())]
