"""The closed vocabularies: each word with its meaning, as `narcotl vocab` prints them."""

from narcotl.model.vocab.base import RecordKind, Word
from narcotl.model.vocab.claim import Certainty, ClaimRelation, CorrectionKind, Polarity, Scope, Stance
from narcotl.model.vocab.entity import ActorKind, RegionKind
from narcotl.model.vocab.event import DateBasisKind, DateOf, EventKind, EventRelation, GeoPrecision, Role, Status
from narcotl.model.vocab.figure import Missing, Nature, ObsStatus, Operator, Verdict
from narcotl.model.vocab.gap import Gap
from narcotl.model.vocab.rule import Rule
from narcotl.model.vocab.source import Confidence, Link, Rank, SourceFlag, SourceType

VOCABULARIES: dict[str, type[Word]] = {
    "record-kind": RecordKind,
    "event-status": Status,
    "event-kind": EventKind,
    "role": Role,
    "geo-precision": GeoPrecision,
    "date-basis": DateBasisKind,
    "date-of": DateOf,
    "event-relation": EventRelation,
    "stance": Stance,
    "claim-relation": ClaimRelation,
    "scope": Scope,
    "actor-kind": ActorKind,
    "region-kind": RegionKind,
    "source-type": SourceType,
    "source-flag": SourceFlag,
    "confidence": Confidence,
    "link": Link,
    "rank": Rank,
    "operator": Operator,
    "obs-status": ObsStatus,
    "missing": Missing,
    "nature": Nature,
    "verdict": Verdict,
    "gap": Gap,
    "correction-kind": CorrectionKind,
    "certainty": Certainty,
    "rule": Rule,
}
"""Every vocabulary by the name under which `narcotl vocab` prints it."""

__all__ = [
    "VOCABULARIES",
    "ActorKind",
    "Certainty",
    "ClaimRelation",
    "Confidence",
    "CorrectionKind",
    "DateBasisKind",
    "DateOf",
    "EventKind",
    "EventRelation",
    "Gap",
    "GeoPrecision",
    "Link",
    "Missing",
    "Nature",
    "ObsStatus",
    "Operator",
    "Polarity",
    "Rank",
    "RecordKind",
    "RegionKind",
    "Role",
    "Rule",
    "Scope",
    "SourceFlag",
    "SourceType",
    "Stance",
    "Status",
    "Verdict",
    "Word",
]
