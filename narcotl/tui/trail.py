"""Which records were looked at, one after the other: back, forward, and on from there."""


class Trail:
    """The ids of the records that were shown, and which of them is."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.names: list[str] = []
        self.place = -1
        self.is_passing = False
        """Whether the last record was only passed in a list, so that the next one takes its place."""

    @property
    def name(self) -> str | None:
        """The id of the record that is shown."""
        return self.names[self.place] if self.names else None

    def go(self, name: str, *, passing: bool) -> None:
        """Go to a record; `passing` says that the cursor of a list came over it."""
        if name == self.name:
            self.is_passing = self.is_passing and passing
            return
        del self.names[self.place + (0 if passing and self.is_passing else 1) :]
        self.names.append(name)
        self.place = len(self.names) - 1
        self.is_passing = passing

    def move(self, steps: int) -> bool:
        """Go back (-1) or forward (1); says whether there was anything."""
        place = self.place + steps
        if not 0 <= place < len(self.names):
            return False
        self.place = place
        self.is_passing = False
        return True
