"""The words that describe figures; units are in `narcotl.model.units`."""

from narcotl.model.vocab.base import Word


class Operator(Word):
    """What a figure's value is a bound of."""

    EQUAL = "=", "exactly as stated"
    ABOUT = "~", "about"
    NEARLY = "<~", "nearly"
    UNDER = "<", "under"
    UP_TO = "<=", "up to"
    OVER = ">", "over"
    AT_LEAST = ">=", "at least"


class ObsStatus(Word):
    """What sort of statement a figure is."""

    OFFICIAL_CLAIM = "official-claim", "a government or agency says so"
    ESTIMATE = "estimate", "estimated by a method"
    REVISED = "revised", "replaces an earlier figure"
    PROVISIONAL = "provisional", "to be replaced by a later one"
    DERIVED = "derived", "computed from other figures"
    LEGAL = "legal", "set by law"
    TARGET = "target", "aimed at"
    ROUNDED = "rounded", "rounded by whoever cites it"
    BREAK = "break", "not comparable with earlier figures of the series"
    DEFINITION_DIFFERS = "definition-differs", "counts something slightly different"
    LOW_RELIABILITY = "low-reliability", "the source itself warns of it"


class Missing(Word):
    """Why a figure has no value."""

    NOT_GIVEN_IN_MATERIAL = "not-given-in-material", "the material speaks of it and gives no number"
    NOT_MEASURED = "not-measured", "nobody measured it"
    NOT_APPLICABLE = "not-applicable", "there is nothing to measure"
    WITHHELD = "withheld", "known and kept back"
    UNKNOWN = "unknown", "not known"
