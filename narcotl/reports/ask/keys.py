"""The words that a question counts or asks for by name: how many soldiers, which hospitals, the price of gold.

Who asks how many soldiers there are is not answered with anything else, however well the rest of it fits.
"""

from collections.abc import Iterator, Sequence

from narcotl.reports.ask.tokens import Token
from narcotl.reports.ask.wanted import ASKING

COUNTING = {"how": ("many", "much"), "number": ("of",), "amount": ("of",), "quantity": ("of",)}
"""Words after which stands what is counted, with what follows them at once."""
_UNITS = """
acre acres dollars euros hectares kilogram kilograms kilometers kilometres kilos km mile miles money percent pounds
square times ton tonne tonnes tons
"""
UNITS = frozenset(_UNITS.split())
"""Words that say in which unit something is counted, and not what."""
SKIPPED = UNITS | {"of", "the", "all", "a"}
SIZES = ("big", "large", "long", "tall", "high", "old", "deep", "wide", "heavy", "small")
CHOOSING = ("which", "whose")
DEFINING = ("what", "who")
_DETERMINERS = """
a an any each every her his its my no of our some that the their these this those what which whose
"""
DETERMINERS = frozenset(_DETERMINERS.split())
_AFTER_A_THING = """
about after and are at before by did do does during for from in is of on or than through to was were with
"""
AFTER_A_THING = frozenset(_AFTER_A_THING.split())
OF_A_GENITIVE = 3
"""As many characters stand between a word and the next if it is in the genitive: 's and a space."""
BEING = ("is", "was", "are", "were")


def counted(words: Sequence[Token]) -> frozenset[int]:
    """Give the places of the words that say what is counted."""
    found: set[int] = set()
    for place, word in enumerate(words[:-1]):
        following = [other.folded for other in words[place + 1 : place + 3]]
        if following[0] in COUNTING.get(word.folded, ()):
            found.update(phrase(words, place + 2, skipping=True))
        elif word.folded == "how" and following[0] in SIZES and following[1:] and following[1] in BEING:
            found.update((place + 1, *phrase(words, place + 3, skipping=True)))
    return frozenset(found)


def chosen(words: Sequence[Token]) -> Iterator[frozenset[int]]:
    """Give the places of the words that say what one is to be named of: `which hospitals`."""
    for place, word in enumerate(words):
        if word.folded in CHOOSING:
            yield frozenset(phrase(words, place + 1, skipping=False))


def defined(words: Sequence[Token]) -> frozenset[int]:
    """Give the places of the words that say what is asked of something: `what is the price of`."""
    if [word.folded for word in words[2:3]] == ["the"] and words[0].folded in DEFINING and words[1].folded in BEING:
        return frozenset(phrase(words, 3, skipping=False))
    return frozenset()


def things(words: Sequence[Token]) -> tuple[frozenset[int], frozenset[int]]:
    """Give the places of words that surely name a thing, by where they stand (the `name` of), and that perhaps do."""
    surely, perhaps = set(), set()
    for place, word in enumerate(words):
        last = place + 1 == len(words)
        apart = last or words[place + 1].start - word.end > 1
        is_headed = place > 0 and (
            words[place - 1].folded in DETERMINERS or word.start - words[place - 1].end == OF_A_GENITIVE
        )
        if is_headed and (apart or words[place + 1].folded in AFTER_A_THING):
            surely.add(place)
        elif is_headed or apart:
            perhaps.add(place)
    return frozenset(surely), frozenset(perhaps)


def phrase(words: Sequence[Token], first: int, *, skipping: bool) -> Iterator[int]:
    """Give the places of words that follow each other up to one that only asks or joins."""
    place = first
    while skipping and place < len(words) and words[place].folded in SKIPPED:
        place += 1
    while place < len(words) and words[place].folded not in ASKING:
        yield place
        place += 1
