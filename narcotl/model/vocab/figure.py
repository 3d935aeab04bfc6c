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


class Nature(Word):
    """How figures of a measure relate to their period, and to each other."""

    LEVEL = "level", "how much there is at a time, also at any time within the period"
    TOTAL = "total", "what adds up over the period, so that a part of it has less"
    SHARE = "share", "parts of one whole, together at most a hundred percent"


class Verdict(Word):
    """What comes out when two figures meet."""

    AGREE = "agree", "some number fits both, bounds and rounding words taken into account"
    CONFLICT = "conflict", "no number fits both"
    REVISION = "revision", "no number fits both, and the same agency published one of them later"
    DIFFERENT_SCOPE = "different scope", "they count different things, or in different periods"
    NOT_COMPARABLE = "not comparable", "no factor leads from one unit to the other, or a time is not known"
    OTHER_SIDE_MISSING = "other side missing", "one is named and not given"
