"""What speaks for a claim that may answer a question: who takes a position on it, and which."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from narcotl.reports.ask.evidence import Evidence
from narcotl.reports.ask.heads import Head
from narcotl.reports.ask.scores import Sign
from narcotl.reports.ask.understood import Understood
from narcotl.reports.ask.wanted import Wanted

ADMITTING: Final = "acknowledges"
_SAYING: Final = r"\bwhat (\w+ ){1,3}?(wrote|writes|said|says|claim(s|ed)|alleg(es|ed)|reported|asserted|told)\b"
"""Words by which it is asked what somebody said, so that whoever is named is not the one who denies it."""
_CLAIMS: Final = r"\b(claims?|statements?|allegations?|contested)\b"


class Stances:
    """Judges the claims that may answer one question by the positions on them."""

    def __init__(self, asked: Understood, evidence: Evidence) -> None:
        """Take what is asked for and what was found."""
        self.wanted = asked.wanted
        self.question = asked.question.lower()
        self.stands = evidence.stands
        self.actors = {record for name in asked.named if name.kind == "actor" for record in name.ids}

    def signs(self, head: Head) -> Iterator[Sign]:
        """Say whether somebody who is named takes a position, and one that is asked for."""
        stands = self.stands.get(head.number)
        if not stands:
            return
        polarities = {polarity for _, polarity, _ in stands}
        if self.wanted[0] is not Wanted.WHO and any(actor in self.actors for actor, _, _ in stands):
            yield Sign("somebody asked for takes a position", 1.0)
        if Wanted.DENIAL in self.wanted and "-" in polarities:
            yield from self.denials(stands)
        if Wanted.ADMISSION in self.wanted and any(stance == ADMITTING for _, _, stance in stands):
            yield Sign("somebody admits it", 1.0)
        if Wanted.AGREEMENT in self.wanted and {"+", "-"} <= polarities:
            yield Sign("contested", 2.0 if re.search(_CLAIMS, self.question) else 1.0)

    def denials(self, stands: Sequence[tuple[str | None, str, str]]) -> Iterator[Sign]:
        """Say that somebody is against it: where it is asked who denies what somebody said, somebody else."""
        if not re.search(_SAYING, self.question):
            yield Sign("somebody is against it", 1.0)
        elif any(polarity == "-" and actor not in self.actors for actor, polarity, _ in stands):
            is_said = any(polarity == "+" and actor in self.actors for actor, polarity, _ in stands)
            yield Sign("somebody else is against it", 1.5 if is_said else 1.0)
