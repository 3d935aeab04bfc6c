"""The records that a store has many of: events, claims and figures, with dates from a day to decades."""

from collections.abc import Iterator
from random import Random
from typing import Final

from benchmarks.wording import TOPICS, Wording
from benchmarks.world import AGENCIES, MEASURES, PLACES, WEIGHTS, Record, people, works

FIRST, LAST = 1950, 2019
"""The years in which everything happens."""
KINDS: Final = ("law", "seizure", "war", "policy", "arrest", "eradication", "report", "meeting")
STATUSES: Final = ("documented", "documented", "reported", "alleged", "disputed")
STANCES: Final = ("asserts", "alleges", "denies", "reports", "questions")
SHARE: Final = 10
"""For so many events there is one claim, and one figure."""


class Happenings:
    """Draws the records of a store with so many events; each kind is drawn in its order, always the same way."""

    def __init__(self, size: int, seed: int) -> None:
        """Draw with chance of a seed."""
        self.size = size
        self.random = Random(f"{seed} {size}")  # noqa: S311 - no secret
        self.wording = Wording(self.random)
        self.people = people(size)
        self.works = works(size)

    def place(self) -> str:
        """Draw a region."""
        return str(self.random.choices(PLACES, cum_weights=WEIGHTS)[0])

    def actor(self) -> str:
        """Draw an actor: every other time an agency or its unit, else one of many people."""
        if self.random.random() < 0.5:  # noqa: PLR2004 - as said
            return f"{self.random.choice(('agency', 'agency', 'unit'))}-{self.wording.rarely(AGENCIES)}"
        return f"person-{self.wording.rarely(self.people)}"

    def source(self) -> str:
        """Draw a source."""
        return f"work-{self.wording.rarely(self.works)}"

    def date(self) -> str:
        """Draw a date: mostly a day, a month or a year, seldom a range, a decade or one that is not sure."""
        year, month, day = self.random.randint(FIRST, LAST), self.random.randint(1, 12), self.random.randint(1, 28)
        draw = self.random.random()
        forms = (
            (0.45, f"{year}-{month:02}-{day:02}"),
            (0.65, f"{year}-{month:02}"),
            (0.85, f"{year}"),
            (0.92, f"{year}/{min(LAST, year + day)}"),
            (0.96, f"{year // 10}X"),
            (0.98, f"{year}~"),
        )
        return next((text for share, text in forms if draw < share), f"{year}?")

    def events(self) -> Iterator[Record]:
        """Make the events."""
        for number in range(self.size):
            random = self.random
            participants = {
                self.actor(): random.choice(("lead", "target", "supporter")) for _ in range(random.randint(0, 3))
            }
            yield {
                "id": f"event-{number}",
                "title": self.wording.sentence(random.randint(5, 9))[:90],
                "summary": self.wording.sentence(random.randint(10, 25)) + ".",
                "date": self.date(),
                "regions": sorted({self.place() for _ in range(random.randint(1, 2))}),
                "participants": [{"actor": actor, "role": role} for actor, role in sorted(participants.items())],
                "kinds": [random.choice(KINDS)],
                "topics": sorted({random.choice(TOPICS) for _ in range(random.randint(1, 2))}),
                "status": random.choice(STATUSES),
                "sources": [
                    {"source": self.source(), "confidence": "medium", "locator": f"p. {random.randint(1, 300)}"}
                ],
            }

    def claims(self) -> Iterator[Record]:
        """Make the claims, each with a few positions."""
        for number in range(self.size // SHARE):
            positions = [
                {
                    "actor": self.actor(),
                    "stance": self.random.choice(STANCES),
                    "said": self.date(),
                    "gist": self.wording.sentence(10),
                    "source": self.source(),
                }
                for _ in range(self.random.randint(1, 4))
            ]
            yield {
                "id": f"claim-{number}",
                "proposition": self.wording.sentence(10) + ".",
                "about": {"event": [f"event-{self.random.randrange(self.size)}"]},
                "positions": positions,
            }

    def figures(self) -> Iterator[Record]:
        """Make the figures, which meet now and then."""
        for number in range(self.size // SHARE):
            name, _, unit = self.random.choice(MEASURES)
            yield {
                "id": f"figure-{number}",
                "measure": name,
                "region": self.place(),
                "period": str(self.random.randint(FIRST, LAST)),
                "value": str(self.random.randint(1, 100_000)),
                "unit": unit,
                "agency": f"agency-{self.wording.rarely(AGENCIES)}",
                "vintage": str(LAST + 1),
                "source": self.source(),
            }
