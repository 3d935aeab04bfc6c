"""The words that describe an event."""

from narcotl.model.vocab.base import Word


class Status(Word):
    """How far it is agreed that an event happened."""

    DOCUMENTED = "documented", "on record, or undisputed across independent sources"
    REPORTED = "reported", "one origin says so, and nobody denies it"
    ALLEGED = "alleged", "a party says that it happened"
    DISPUTED = "disputed", "somebody denies that it happened"
    PLANNED = "planned", "announced for later; `awaiting` says what was still missing"
    RETRACTED = "retracted", "whoever reported it took it back"
    REFUTED = "refuted", "shown not to have happened"


class EventKind(Word):
    """What sort of thing happened."""

    COVERT_OPERATION = "covert-operation", "secret action by a state"
    MILITARY_INTERVENTION = "military-intervention", "armed force used in another country"
    WAR = "war", "armed conflict over a longer time"
    POLICY = "policy", "a course that a government takes"
    LAW = "law", "a law made or changed"
    AGREEMENT = "agreement", "an arrangement between two parties"
    TREATY = "treaty", "an agreement between states"
    ANNOUNCEMENT = "announcement", "something said in public to be so or to come"
    REPORT = "report", "findings laid down in writing"
    SURVEY = "survey", "a measurement in the field or from the air"
    TESTIMONY = "testimony", "a statement before a court or a legislature"
    PUBLICATION = "publication", "a book, an article, a film made public"
    INDICTMENT = "indictment", "a formal charge"
    CONVICTION = "conviction", "a verdict of guilty"
    ARREST = "arrest", "somebody taken into custody"
    SEIZURE = "seizure", "goods or money taken by an authority"
    ERADICATION = "eradication", "crops destroyed by an authority"
    INTERDICTION = "interdiction", "traffic stopped on its way"
    KILLING = "killing", "one or more people killed"
    EXPULSION = "expulsion", "somebody made to leave"
    ELECTION_OR_OFFICE = "election-or-office", "an election, or an office taken or left"
    MEETING = "meeting", "people met"
    SMUGGLING = "smuggling", "goods carried over a border in secret"
    MARKET_CHANGE = "market-change", "prices or trade moved"
    CROP_CHANGE = "crop-change", "an area or a harvest grew or shrank"
    PROGRAM = "program", "an organised effort over time"


class Role(Word):
    """What an actor was in an event."""

    LEAD = "lead", "ran it or was its main party"
    PERPETRATOR = "perpetrator", "did the harm"
    TARGET = "target", "it was directed against"
    VICTIM = "victim", "was harmed"
    SUPPORTER = "supporter", "helped"
    SPONSOR = "sponsor", "paid for it or stood behind it"
    BENEFICIARY = "beneficiary", "gained from it"
    ALLY = "ally", "took part on the same side"
    ACCUSED = "accused", "was accused or charged"
    CONVICTED = "convicted", "was found guilty"
    INVESTIGATOR = "investigator", "looked into it"
    AUTHOR = "author", "wrote or made it"
    ANNOUNCER = "announcer", "made it public"
    APPROVER = "approver", "gave permission"
    OBJECTOR = "objector", "was against it"
    WITNESS = "witness", "testified or saw it"
    INFORMANT = "informant", "gave the information"
    EXPELLED = "expelled", "had to leave"
    EXPELLER = "expeller", "made others leave"
    AFFECTED = "affected", "felt its effects"
    VENUE = "venue", "gave it its stage"


class GeoPrecision(Word):
    """How exactly an event is placed."""

    EXACT = "exact", "at this very spot"
    PLACE = "place", "in this town or at this site"
    AREA = "area", "somewhere in this area"
    PROVINCE = "province", "somewhere in this province"
    COUNTRY = "country", "somewhere in this country"
    REGION = "region", "somewhere in this wider region"
    UNKNOWN = "unknown", "not known how exactly"


class DateBasisKind(Word):
    """How a date was come by."""

    STATED = "stated", "the source gives it"
    CALCULATED = "calculated", "a relative date of the source, resolved"
    INFERRED = "inferred", "follows from other statements"
    CONTEXT = "context", "fits what stands around it"
    ESTIMATED = "estimated", "a reasoned guess"


class DateOf(Word):
    """What the date of an event is the date of."""

    OCCURRENCE = "occurrence", "the thing itself"
    START = "start", "its beginning"
    PUBLICATION = "publication", "when it was published"
    CHARGE = "charge", "when the charge was brought"
    VERDICT = "verdict", "when the verdict fell"
    ANNOUNCEMENT = "announcement", "when it was announced"


class EventRelation(Word):
    """How one event bears on another."""

    PART_OF = "part_of", "a part of it"
    CAUSE_OF = "cause_of", "brought it about, as somebody claims"
    PRECEDENT_FOR = "precedent_for", "an example for it"
    RESPONSE_TO = "response_to", "an answer to it"
    REPORT_OF = "report_of", "reports it"
    REVERSAL_OF = "reversal_of", "undoes it"
    SAME_AS = "same_as", "the same thing told again"
