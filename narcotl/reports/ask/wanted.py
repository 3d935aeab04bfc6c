"""What kind of answer a question wants, by the words with which it asks, and which records are such answers."""

import re
from enum import StrEnum
from typing import Final


class Wanted(StrEnum):
    """What a question wants to hear."""

    HOW_MUCH = "how much"
    AGREEMENT = "whether they agree"
    DENIAL = "who denied it"
    ADMISSION = "who admitted it"
    WRONG = "what is wrong"
    SAID = "who said what"
    WHO = "who"
    WHEN = "when"
    WHERE = "where"
    WHY = "why"
    HAPPENED = "what happened"
    WHETHER = "whether it is so"
    WHAT = "what"


_SIGNS: Final = (
    (
        Wanted.AGREEMENT,
        (
            r"\b(agree\w*|compatible|reconcil\w+|contradict\w*|consistent|conflict(s|ing)?|contested"
            r"|controversial|at odds|differ\w*)\b"
        ),
    ),
    (
        Wanted.WRONG,
        r"\b(wrong(ly)?|mistakes?|errors?|corrections?|misspel\w+|(in)?correct(ly)?|spelt|spelled|really|typos?)\b",
    ),
    (
        Wanted.HOW_MUCH,
        (
            r"\b(how (much|many|large|big|long|far|high|great)"
            r"|what (share|percent|percentage|proportion|number|amount|part)"
            r"|(which|what) (figures|numbers|data|estimates|statistics)|number of|percentage of|share of|by how much"
            r"|what is the (legal )?limit|hectares|tonn?es|tons|acreage"
            r"|(compared|versus|vs|compare) (\w+ )?((with|to|the|in) )*\d{4}"
            r"|what (is|was|are|were) [^,;]*\b(area|price|prices|size|length|debt|population|value|total))\b"
        ),
    ),
    (
        Wanted.DENIAL,
        (
            r"\b(den(y|ied|ies|ying)|reject(s|ed)?|disput(e|es|ed)|refut(e|es|ed)|retract(s|ed)?|t(ook|ake|akes) back"
            r"|who (did|does|do|was|were|is)(n.t| not)|against it|contradicted|challenged|oppos(e|es|ed)"
            r"|object(s|ed)|disagree(s|d)?)\b"
        ),
    ),
    (Wanted.ADMISSION, r"\b(admit(s|ted)?|acknowledg(e|es|ed)|confess(es|ed)?)\b"),
    # Amid a question `when` only joins: what happens when a route is closed?
    (
        Wanted.WHEN,
        (
            r"\bhow old\b|^(\w+ )?when\b|\b(and|since|or|know|tell me|say) when\b|\bwhen\W*$"
            r"|\b(what|which) (year|date|day|month)\b"
        ),
    ),
    (
        Wanted.WHERE,
        r"\b(where|through (what|which)|(what|which) (country|countries|place|places|region|province|route|way))\b",
    ),
    (Wanted.WHY, r"\b(why|reason|reasons|cause|caused)\b"),
    (
        Wanted.SAID,
        (
            r"\b(sa(y|ys|id)|accus(e|es|ed)|alleg(e|es|ed|ations?)|claim(s|ed)?|according|t(ell|ells|old)|testif\w+"
            r"|assert\w*|accept\w*|find|found that|reported)\b"
        ),
    ),
    (
        Wanted.HAPPENED,
        (
            r"\b(what (happened|became of|came of)|took place|events?|what did \w+( \w+)? do"
            r"|how (did|has|have|do|does) .*(develop|change|evolve)d?)\b"
        ),
    ),
    (Wanted.WHO, r"\b(who|whom|whose|which (newspaper|agency|general|person|country))\b"),
    (Wanted.WHETHER, r"^(is|are|was|were|do|does|did|has|have|had|can|could|may|might|will|would|should)\b"),
)
"""How each kind of question is put, the most telling first."""

_PURPOSE: Final = (
    r"^what (could|can|would|might|should|makes?|made)\b"
    r"|\b(used|use|for|about|like|mean|means)\b\W*$|\b(used for|ways? to)\b"
)
"""What a question ends with that does not ask for a number."""


def wanted(question: str, *, is_measured: bool) -> tuple[Wanted, ...]:
    """Say what a question wants, the most telling first; a question that says nothing of it wants to know what.

    What something is, if it is something that is measured, is how much of it there is.
    """
    text = " ".join(question.lower().split())
    found = tuple(kind for kind, sign in _SIGNS if re.search(sign, text))
    if not found and is_measured and not re.search(_PURPOSE, text):
        return (Wanted.HOW_MUCH,)
    return found or (Wanted.WHAT,)


_ASKING: Final = """
a about accept accepts according account accounts accused accuses acknowledge across actually admit admitted after
again against agencies agency ago agree agrees all allegation allegations allege alleged allegedly alleges almost
along also although always am among amount an and answer any anybody anyone anything approximately are around article
as at away be became because become been before behind being believe beside besides best between big bit bits both
briefly but by called can claim claimed claims come compare compared compatible concerning conflict conflicting
conflicts consistent contested contradict contradicted contradicting contradiction contradictions contradictory
contradicts controversial correct correctly could count counted currently data date day deal decide decided denied
denies deny describe despite detail details did differ differing differs disagree disagreed disagrees dispute disputed
disputes do document documents does doing done due during each earlier either else encyclopedia estimate estimates
even eventually ever every everything exactly except explain fact facts far fight figure figures finally find for
found from gave generally get gets getting give given gives go goes going gone got great had happen happened happening
happens has have having he her high him his how however i if important in incorrect incorrectly information instead
into involved is it its itself just kilo kilograms kilos kind know large last lasted lasts later least like long made
mainly make many material may maybe me mean measure measured mention mentioned might misspelled misspelt more most
mostly much must my name names near nearly neither never new no nobody none nor not nothing now number numbers
objected of often on once one only onto opinion option options or originally other ought our out over part people per
percent percentage perhaps place please precisely previous problem proportion put puts question quite rather react
reacted reaction reacts really recently refuted regarding reject rejected rejects report reported reportedly reports
respond responded response retract retracted role roughly said same saw say saying says see seem seemed seems seen
shall share she should show since situation so some somebody someone sometimes sort sources spelled spelt statistics
still store such summary supposed supposedly take taken takes talk tell tells than that the their them then there
these they thing things think thinks this those though thought through to today told ton tonne tonnes tons too took
toward towards tried tries true try typo until up upon us use used using usually value values versus very via vs want
wanted wants was way ways we went were what when where whereas whether which while who whoever whom whose why
wikipedia will with within without wo worst would write writes wrong wrongly wrote year years yes yet you your
"""
ASKING: Final = frozenset(_ASKING.split())
"""Words that ask and join, and say nothing of what is asked for."""


def asking_form(word: str) -> str | None:
    """Give the word that only asks of which this is a form: `taking` asks no more than `take` does."""
    for ending in ("ing", "ed", "es", "s", "d"):
        base = word.removesuffix(ending)
        if base != word and (found := {base, base + "e"} & ASKING):
            return min(found)
    return None
