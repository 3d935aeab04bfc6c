"""The grammar of what people type: each phrase compiles to EDTF, which the one reader of EDTF then reads."""

from typing import Final

from narcotl.dates.days import Day
from narcotl.dates.human.phrases import phrase
from narcotl.dates.human.refusing import refusal
from narcotl.dates.human.relative import resolved
from narcotl.dates.human.spans import Span
from narcotl.dates.human.words import normalised, words_of
from narcotl.dates.refusals import not_a_date
from narcotl.errors import DateError

_LONGEST: Final = 120
"""How long a date may be in words; this and the next bound what a hostile text can cost."""
_MOST_WORDS: Final = 24


def understood(text: str, today: Day | None, strict: DateError) -> Span:
    """Compile what a person typed; raise DateError with what is missing. `strict` is why the text is not EDTF."""
    if len(text) > _LONGEST:
        raise strict if text[0] in "[{" else not_a_date(text, "it is too long", "Write the date alone.")
    typed = normalised(text)
    words = words_of(typed)
    # Only ASCII goes to the rules: str.isdecimal and int() would take the digits of any script.
    span = phrase(resolved(words, today)) if typed.isascii() and len(words) <= _MOST_WORDS else None
    if span is None:
        raise refusal(text, words, strict)
    return span
