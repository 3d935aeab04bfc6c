"""What may be said of new events, claims, figures and corrections."""

from dataclasses import replace

from narcotl.library.authoring.entities import ACTOR, MEASURE, REGION, SOURCE
from narcotl.library.authoring.field import ID, NOTE, SOURCES, Field, Sort, named, words
from narcotl.model.vocab.base import RecordKind
from narcotl.model.vocab.words import Certainty, CorrectionKind, EventKind, Missing, ObsStatus, Operator, Stance, Status

TOPICS = Field(name="topic", key="topics", about="A topic.", sort=Sort.TOPIC, several=True, usual=True)
RANGE = ("value", "low", "high", "missing")

EVENT = (
    Field(name="title", about="One neutral sentence, in your own words.", required=True),
    Field(name="date", about="When it happened.", sort=Sort.DATE, required=True),
    replace(named("region", "Where it happened.", RecordKind.REGION, usual=True), key="regions"),
    Field(
        name="actor",
        key="participants",
        about="Who took part, as what: CIA=lead; name:PEOPLE=victim has no record.",
        sort=Sort.PARTICIPANT,
        several=True,
        usual=True,
    ),
    words("kind", "What sort of event it is.", EventKind, required=True, several=True),
    TOPICS,
    words("status", "How sure it is that it happened.", Status, required=True),
    replace(SOURCES, required=True),
    Field(name="summary", about="What happened, in a few sentences.", usual=True),
    Field(name="date-as-written", about="The date in the words of the source."),
    Field(name="awaiting", about="What a planned event still needs."),
    NOTE,
    ID,
)
CLAIM = (
    Field(name="proposition", about="One neutral sentence, in your own words.", required=True),
    Field(
        name="about",
        about="What it is about: an event, an actor, a figure or a region.",
        sort=Sort.SUBJECT,
        several=True,
        usual=True,
    ),
    Field(
        name="by",
        key="positions.actor",
        about="Who says so; the source itself, if nobody is named.",
        sort=Sort.NAME,
        of=(RecordKind.ACTOR,),
        usual=True,
    ),
    replace(words("stance", "How they stand to it.", Stance, required=True), key="positions.stance"),
    Field(name="said", key="positions.said", about="When they said so.", sort=Sort.DATE, usual=True),
    Field(name="gist", key="positions.gist", about="What they said, in your own words.", usual=True),
    replace(SOURCES, key="positions.", several=False, required=True),
    Field(name="interest", key="positions.interest", about="What they stand to gain or lose by it."),
    TOPICS,
    Field(name="does-not-claim", about="What the source expressly does not say."),
    NOTE,
    ID,
)
FIGURE = (
    Field(name="measure", about="What it counts.", sort=Sort.NAME, of=(RecordKind.MEASURE,), required=True),
    Field(name="region", about="Where.", sort=Sort.NAME, of=(RecordKind.REGION,), required=True),
    Field(name="period", about="When.", sort=Sort.DATE, required=True),
    Field(name="value", about="The number, in digits.", usual=True, unless=RANGE),
    Field(name="low", about="The lower end of a range.", usual=True, unless=("value", "missing")),
    Field(name="high", about="The upper end of a range.", usual=True, unless=("value", "missing")),
    replace(words("missing", "Why there is no number.", Missing), usual=True, unless=RANGE),
    replace(words("op", "What bounds it: = ~ <~ < <= > >=.", Operator), usual=True, unless=("missing",)),
    Field(name="unit", about="The unit, if it is not that of the measure.", sort=Sort.UNIT),
    Field(name="agency", about="Whose figure it is.", sort=Sort.NAME, of=(RecordKind.ACTOR,), usual=True),
    Field(name="vintage", about="When it was published.", sort=Sort.DATE, usual=True),
    Field(name="scope", about="What it is a figure of, where a measure has several."),
    Field(name="substance", about="The substance that is counted."),
    words("obs-status", "What sort of number it is.", ObsStatus),
    replace(SOURCES, key=".", several=False, usual=True),
    NOTE,
    ID,
)
CORRECTION = (
    Field(
        name="source",
        key="target.source",
        about="The source that gets it wrong.",
        sort=Sort.NAME,
        of=(RecordKind.SOURCE,),
        usual=True,
        unless=("record",),
    ),
    Field(name="text", key="target.text", about="Its wording, as short as it can be found by.", usual=True),
    Field(
        name="record",
        key="target.entity",
        about="Or the record that gets it wrong.",
        sort=Sort.NAME,
        usual=True,
        unless=("source",),
    ),
    Field(name="field", key="target.field", about="And its field."),
    words("kind", "What sort of mistake it is.", CorrectionKind, required=True),
    Field(name="says", about="What stands there.", required=True),
    Field(name="should-be", about="What should stand there.", required=True),
    Field(
        name="basis",
        about="What shows that: ID, or origin > work in hand @ p. 4.",
        sort=Sort.CITATION,
        several=True,
        required=True,
    ),
    words("certainty", "How sure it is that it is wrong.", Certainty, required=True),
    named("applies-to", "A record beside which it is shown.", usual=True),
    NOTE,
    ID,
)
ANNOTATION = (
    Field(name="of", about="The record that is annotated.", sort=Sort.NAME, required=True),
    Field(name="note", about="What there is to say about it.", usual=True),
    Field(name="tag", key="tags", about="A tag.", several=True, usual=True),
    replace(SOURCES, about="A source that is added to it: ID, or origin > work in hand @ p. 4."),
    Field(
        name="speaker",
        key="positions.actor",
        about="Who takes a position on a claim.",
        sort=Sort.NAME,
        of=(RecordKind.ACTOR,),
    ),
    replace(words("stance", "How they stand to it.", Stance), key="positions.stance"),
    Field(name="said", key="positions.said", about="When they said so.", sort=Sort.DATE),
    Field(name="gist", key="positions.gist", about="What they said, in your own words."),
    replace(SOURCES, name="per", key="positions.", several=False, about="Where it is said that they do, as above."),
    Field(name="by", about="Who annotates."),
    Field(name="made", about="When.", sort=Sort.DATE),
    ID,
)
FORMS: dict[RecordKind, tuple[Field, ...]] = {
    RecordKind.EVENT: EVENT,
    RecordKind.CLAIM: CLAIM,
    RecordKind.FIGURE: FIGURE,
    RecordKind.ACTOR: ACTOR,
    RecordKind.REGION: REGION,
    RecordKind.SOURCE: SOURCE,
    RecordKind.MEASURE: MEASURE,
    RecordKind.CORRECTION: CORRECTION,
    RecordKind.ANNOTATION: ANNOTATION,
}
"""What may be said of each kind of record, in the order in which it is asked for."""
