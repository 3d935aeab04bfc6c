"""Claims, figures and corrections whose texts want to be run by the page that shows them."""

from typing import Any

from tests.exports.hostile import TEXTS

MARKUP = f"{TEXTS[1]}{TEXTS[7]}<svg onload=alert(2)>{{{{records}}}}\u202e"

FACTS: tuple[dict[str, Any], ...] = (
    {"kind": "measure", "id": "area", "name": MARKUP, "unit": "ha", "counts": MARKUP},
    {
        "kind": "claim",
        "id": "said",
        "proposition": MARKUP,
        "about": {"event": ["text-0", "text-1"]},
        "positions": [
            {"actor": "one", "stance": "alleges", "said": "1984", "gist": MARKUP, "source": "work"},
            {
                "actor": "other",
                "stance": "denies",
                "said": "XXXX",
                "gist": MARKUP,
                "source": "work",
                "interest": MARKUP,
            },
        ],
    },
    *(
        {
            "kind": "figure",
            "id": f"figure-{year}",
            "measure": "area",
            "region": "here",
            "period": year,
            "value": value,
            "unit": "ha",
            "agency": "one",
            "scope": MARKUP,
            "note": MARKUP,
            "source": "work",
            "claims": ["said"],
        }
        for year, value in (("1984", 10), ("1985", 20))
    ),
    {
        "kind": "correction",
        "id": "mended",
        "type": "wrong-date",
        "target": {"entity": "text-1", "field": "title"},
        "says": MARKUP,
        "should_be": MARKUP,
        "basis": [{"source": "work"}],
        "certainty": "certain",
    },
)
