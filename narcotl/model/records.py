"""Every record and every part of one, in one place: the schema of a store."""

from narcotl.model.annotation import Annotation
from narcotl.model.citation import Citation
from narcotl.model.claim import About, Claim, ClaimLink, Position
from narcotl.model.correction import Correction, Target
from narcotl.model.entities import Actor, ActorPart, Alias, Office, Region, RegionPart
from narcotl.model.event import AlternativeDate, DateBasis, Event, Participant, Placing, Relation
from narcotl.model.figure import Change, Derivation, Figure, Measure, Written
from narcotl.model.record import NOWHERE, Record, Value
from narcotl.model.source import Source
from narcotl.model.vocab.base import RecordKind

RECORDS: dict[RecordKind, type[Record]] = {
    record.KIND: record for record in (Region, Actor, Source, Measure, Event, Claim, Figure, Correction, Annotation)
}
"""The class of each kind of record."""

__all__ = [
    "NOWHERE",
    "RECORDS",
    "About",
    "Actor",
    "ActorPart",
    "Alias",
    "AlternativeDate",
    "Annotation",
    "Change",
    "Citation",
    "Claim",
    "ClaimLink",
    "Correction",
    "DateBasis",
    "Derivation",
    "Event",
    "Figure",
    "Measure",
    "Office",
    "Participant",
    "Placing",
    "Position",
    "Record",
    "RecordKind",
    "Region",
    "RegionPart",
    "Relation",
    "Source",
    "Target",
    "Value",
    "Written",
]
