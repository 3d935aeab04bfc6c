"""The words for what a store does not know; no record bears them."""

from narcotl.model.vocab.base import Word


class Gap(Word):
    """What sort of knowledge is missing."""

    UNKNOWN_DATE = "unknown-date", "it is not known when"
    MISSING_FIGURE = "missing-figure", "a number is spoken of and not given"
    SINGLE_ORIGIN = "single-origin", "an event rests on one origin alone"
    UNANSWERED_ALLEGATION = "unanswered-allegation", "somebody is accused, and nobody is heard to answer"
    YEAR_WITHOUT_EVENTS = "year-without-events", "nothing is known of a year between the first and the last event"
