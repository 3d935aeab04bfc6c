"""The words that describe claims, positions and corrections."""

from enum import StrEnum
from typing import Self

from narcotl.model.vocab.base import Word


class Polarity(StrEnum):
    """Where a position stands towards the proposition."""

    FOR = "+"
    BETWEEN = "0"
    AGAINST = "-"


class Stance(Word):
    """What an actor does with a proposition; each stance is for it, against it or between."""

    polarity: Polarity

    def __new__(cls, value: str, meaning: str = "", polarity: Polarity = Polarity.BETWEEN) -> Self:
        """Make a member that also knows its polarity."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.meaning = meaning
        word.polarity = polarity
        return word

    ASSERTS = "asserts", "says that it is so", Polarity.FOR
    ALLEGES = "alleges", "says so as an accusation", Polarity.FOR
    FINDS = "finds", "concludes so in a formal inquiry", Polarity.FOR
    CONFIRMS = "confirms", "says that an earlier statement is right", Polarity.FOR
    ACKNOWLEDGES = "acknowledges", "admits it against its own interest", Polarity.FOR
    SUPPORTS_IN_PART = "supports-in-part", "bears out a part of it", Polarity.FOR
    REPORTS = "reports", "relays it without a view of its own", Polarity.BETWEEN
    QUALIFIES = "qualifies", "limits it", Polarity.BETWEEN
    QUESTIONS = "questions", "doubts it without denying it", Polarity.BETWEEN
    SPECULATES = "speculates", "thinks it possible", Polarity.BETWEEN
    NO_COMMENT = "no-comment", "declines to comment", Polarity.BETWEEN
    DENIES = "denies", "says that it is not so", Polarity.AGAINST
    DISPUTES = "disputes", "argues against it", Polarity.AGAINST
    REFUTES = "refutes", "shows that it is not so", Polarity.AGAINST
    RETRACTS = "retracts", "takes back having said so", Polarity.AGAINST
    IMPLIES_CONTRARY = "implies-contrary", "says something that cannot stand beside it", Polarity.AGAINST


class ClaimRelation(Word):
    """How one claim bears on another."""

    SUPPORTS = "supports", "makes it more likely"
    CONTRARY = "contrary", "both cannot be true"
    CONTRADICTORY = "contradictory", "exactly one of them is true"
    UNDERCUTS = "undercuts", "takes away a reason for it"


class Scope(Word):
    """How much of a proposition a position covers."""

    FULL = "full", "all of it"
    PARTIAL = "partial", "a part of it"


class CorrectionKind(Word):
    """What sort of mistake a correction mends."""

    WRONG_NAME = "wrong-name", "another name than the right one"
    SPELLING = "spelling", "a name or word misspelt"
    WRONG_OFFICE = "wrong-office", "an office that the person did not hold"
    WRONG_PLACE = "wrong-place", "a place where it was not"
    WRONG_DATE = "wrong-date", "a date on which it was not"
    WRONG_UNIT = "wrong-unit", "a unit that cannot be right"
    ARITHMETIC = "arithmetic", "numbers that do not add up"
    MISATTRIBUTION = "misattribution", "words or deeds of somebody else"
    OVERSTATEMENT = "overstatement", "more than the basis bears out"
    MISLEADING_HEADING = "misleading-heading", "a heading that does not fit its text"
    SOURCE_OLDER_THAN_FACT = "source-older-than-fact", "a source from before what it is cited for"
    DUPLICATE = "duplicate", "the same thing twice"
    OUTDATED = "outdated", "no longer true"
    INTERNAL_CONTRADICTION = "internal-contradiction", "two statements of one source that exclude each other"


class Certainty(Word):
    """How sure a correction is; a suspected one is shown and not applied."""

    CERTAIN = "certain", "shown by its basis"
    PROBABLE = "probable", "likely by its basis"
    SUSPECTED = "suspected", "looks wrong, and no basis was found"
