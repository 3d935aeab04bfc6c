"""Find what was taken of a file before under an id of its own, and was renamed or folded into a twin since then."""

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Any, Final

from narcotl.imports.differing import differences
from narcotl.imports.item import Item
from narcotl.imports.names import Known

OF_A_FILE: Final = """
SELECT r.json FROM records r WHERE r.number IN (
    SELECT number FROM postings WHERE facet = 'source' AND kind = 'event' AND value = ?1)
AND EXISTS (SELECT 1 FROM citations c WHERE c.record = r.id AND c.origin = ?1)
"""
_GIVEN: Final = re.compile(r".*-[0-9a-f]{8}")
"""An id that an import gave: whatever has one is another row, or would have been found by it."""
_FOLDED: Final = re.compile(r"([\w.-]+) had: ")
"""How the note of a record names the twin that was folded into it (`narcotl merge-records --into-note`)."""


class Earlier:
    """The events of a store that rest on a file."""

    def __init__(self, known: Known, source: str) -> None:
        """Look into this store for what cites this source; not before the first question."""
        self.known = known
        self.source = source
        self.is_read = False
        self.told: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
        self.folded: dict[str, Mapping[str, Any]] = {}

    def find(self, item: Item, record: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """Give the event that was made of a row, or took in what was made of it; None if none did.

        It has the title and the date of the row, and is cited by its line or says all that the row says.
        """
        self.read()
        line = [citation["locator"] for citation in record.get("sources", ()) if citation["source"] == self.source]
        for event in self.told.get((str(record.get("title")), str(record.get("date"))), ()):
            cited = [one.get("locator") for one in event["sources"] if one["source"]["id"] == self.source]
            if set(line) & set(cited) or not differences(item, record, event):
                return event
        return self.folded.get(str(record["id"]))

    def read(self) -> None:
        """Read the events, once; those that took others in are noted by the ids of these."""
        if self.is_read:
            return
        self.is_read = True
        for (text,) in self.known.table(OF_A_FILE, (self.source,)):
            event = json.loads(text)
            if not _GIVEN.fullmatch(event["id"]):
                self.told[event["title"], event["date"]["edtf"]].append(event)
            self.folded |= dict.fromkeys(_FOLDED.findall(event.get("note") or ""), event)
