"""Counts of things, in words."""


def counted(number: int, noun: str) -> str:
    """Count things by a noun whose plural ends in s: `counted(2, "event")` is "2 events"."""
    return f"{number} {noun}{'' if number == 1 else 'es' if noun.endswith('s') else 's'}"
