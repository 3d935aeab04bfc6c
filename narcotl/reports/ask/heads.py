"""What of a record is needed to judge whether it answers a question."""

from typing import NamedTuple

HEADS = """
SELECT number, id, kind, earliest, latest, spans, sort,
    CASE WHEN kind = 'figure' THEN JSON_EXTRACT(json, '$.unit') END,
    kind = 'figure' AND COALESCE(JSON_EXTRACT(json, '$.obs_status'), '') IN ('legal', 'target'),
    kind = 'figure' AND JSON_EXTRACT(json, '$.missing') IS NOT NULL
FROM records WHERE number IN ({marks})
"""


class Head(NamedTuple):
    """What of a record is needed to judge it."""

    number: int
    id: str
    kind: str
    earliest: int | None
    latest: int | None
    spans: int
    sort: str
    unit: str | None
    """The unit of a figure."""
    rule: bool
    """Whether it is a figure of what shall be: a legal limit or a target."""
    missing: bool
    """Whether it is a figure that nobody gives."""
