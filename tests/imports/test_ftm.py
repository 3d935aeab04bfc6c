"""`narcotl import ftm`: entities become actors, sources and events, with their links; ours come back."""

import json
from pathlib import Path
from typing import Any

from tests.front_door import ROOT, Answer, FrontDoor


def entity(key: str, schema: str, /, **properties: object) -> dict[str, Any]:
    """Make an entity."""
    return {"id": key, "schema": schema, "properties": properties}


ENTITIES = [
    entity("NK-1", "Person", name=["Jane Roe"], alias=["J. Roe"], birthDate=["1950-03"], country=["pe"]),
    entity("agency", "PublicBody", name=["the Agency"], keywords=["agency"]),
    entity("NK-2", "Organization", name=["A Cartel"], keywords=["trafficking-org"], notes=["Much is said of it."]),
    entity("NK-3", "Person", name=[]),
    entity("m1", "Membership", member=["NK-1"], organization=["NK-2"], startDate=["1980"], endDate=["1985-06"]),
    entity("d1", "Directorship", director=["NK-1"], organization=["agency"], role=["chief"], startDate=["1990"]),
    entity("o1", "Ownership", owner=["NK-1"], asset=["NK-2"]),
    entity("l1", "UnknownLink", subject=["NK-2"], object=["agency"], role=["opposes"]),
    entity("doc-1", "Article", title=["A story"], keywords=["article-newspaper"], publishedAt=["1984-11-26T10:00:00Z"]),
    entity("doc-2", "Document", fileName=["scan.pdf"]),
    entity("a1", "Documentation", document=["doc-1"], entity=["NK-1"], role=["author"]),
    entity(
        "NK-4",
        "Event",
        name=["A <b>raid</b>"],
        date=["1984", "1984-11-26"],
        location=["Peru"],
        keywords=["alleged", "Seizure", "coca"],
        involved=["NK-2", {"id": "agency", "schema": "PublicBody"}],
        proof=["doc-1", "doc-2"],
    ),
    entity("l2", "UnknownLink", subject=["agency"], object=["NK-4"], role=["investigator"]),
    entity("l3", "UnknownLink", subject=["NK-4"], object=["NK-1"], role=["driver"]),
    entity("e2", "Event", name=["No date"]),
    entity("e3", "Event", name=["Two dates"], date=["1984", "1985"]),
    entity("e4", "Event", name=["Not a date"], date=["soon"]),
    entity("e5", "Event", name=["Open"], startDate=["1990"], proof=["doc-2"]),
    entity("x1", "Airplane", name=["A plane"]),
    {"id": "x2"},
    entity("NK-5", "Person", name=["Jane Roe"]),
]  # fmt: skip

NOT_JSON = "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"


def outcomes(answer: Answer) -> list[tuple[int, str, str | None]]:
    """Give the row, the outcome, and the name or the reason of each line of a report."""
    rows: Any = answer.json
    return [(row["row"], row["outcome"], row["reason"] or row["name"]) for row in rows]


def test_entities_become_records_with_their_links(narcotl: FrontDoor, tmp_path: Path) -> None:
    into = tmp_path / "s.jsonl"
    agency = {"kind": "actor", "id": "cia", "name": "CIA", "type": "agency", "aliases": ["the Agency"]}
    into.write_text(json.dumps(agency) + "\n")
    text = "".join(f"{json.dumps(one)}\n" for one in ENTITIES) + "{oops\n"
    answer = narcotl("import", "ftm", "-", "--into", str(into), "--json", stdin=text)
    assert outcomes(answer) == [
        (12, "created", "standard input"),
        (12, "created", "Peru"),
        (1, "taken", "Jane Roe"),
        (2, "present", "the store has a record with this id"),
        (3, "taken", "A Cartel"),
        (4, "refused", "it has no name"),
        (9, "taken", "A story"),
        (10, "refused", "'Document' is not one of the words of source-type"),
        (12, "taken", "A raid"),
        (15, "refused", "it has no date"),
        (16, "refused", "it has several dates: 1984, 1985"),
        (17, "refused", "'soon' is not a date of FollowTheMoney"),
        (18, "taken", "Open"),
        (20, "refused", "it is no entity of FollowTheMoney: it has no properties"),
        (21, "taken", "Jane Roe"),
        (22, "refused", f"the line is not JSON: {NOT_JSON}"),
    ]
    assert answer.err == (
        "narcotl: 1 Ownership not taken: no record has a place for it\n"
        "narcotl: 1 Airplane not taken: no record has a place for it\n"
        "narcotl: properties not taken: country\n"
        "narcotl: 6 taken, 2 created for them, 1 there already, 7 refused\n"
        f"narcotl: written to {into}\n"
    )
    lines = list(map(json.loads, into.read_text(encoding="utf-8").splitlines()))
    records = {one["name"] if "name" in one else one["title"]: one for one in lines}
    jane = next(one for one in lines if one.get("note") == "Born 1950-03.")
    assert jane["offices"] == [{"of": "cia", "title": "chief", "when": "1990/"}]
    assert [part["when"] for part in jane["part_of"]] == ["1980/1985-06"]
    assert jane["aliases"] == ["J. Roe"]
    cartel = records["A Cartel"]
    assert (cartel["type"], cartel["note"], cartel["opposes"]) == ("trafficking-org", "Much is said of it.", ["cia"])
    story = records["A story"]
    assert (story["type"], story["issued"], story["author"]) == ("article-newspaper", "1984-11-26", [jane["id"]])
    raid = records["A raid"]
    assert (raid["date"], raid["regions"], raid["status"]) == ("1984-11-26", ["peru"], "alleged")
    assert (raid["kinds"], raid["topics"]) == (["seizure"], ["coca"])
    assert raid["participants"] == [
        {"actor": cartel["id"]},
        {"actor": "cia", "role": "investigator"},
        {"actor": jane["id"], "note": "driver"},
    ]
    assert raid["sources"] == [{"source": "doc-1", "via": ["imported-standard-input"], "locator": "row 12"}]
    assert records["Open"]["sources"] == [{"source": "imported-standard-input", "locator": "row 18"}]
    assert (records["Open"]["date"], len({one["id"] for one in records.values()})) == ("1990/", len(records))
    assert narcotl("check", "--store", str(into)).status == 0
    again = narcotl("import", "ftm", "-", "--into", str(into), "--json", stdin=text)
    assert "taken" not in {outcome for _, outcome, _ in outcomes(again)}


def test_entities_of_ours_come_back(narcotl: FrontDoor, tmp_path: Path) -> None:
    exported = narcotl("export", "ftm").out
    here = narcotl("import", "ftm", "-", "--into", str(ROOT / "data"), "--dry-run", "--json", stdin=exported)
    assert {outcome for _, outcome, _ in outcomes(here)} == {"present"}
    lines = [json.loads(line) for line in exported.splitlines()]
    fresh = narcotl("import", "ftm", "-", "--into", str(tmp_path / "new"), "--json", stdin=json.dumps(lines))
    assert {outcome for _, outcome, _ in outcomes(fresh)} == {"created", "taken"}
    assert narcotl("check", "--store", str(tmp_path / "new")).status == 0
    fields = ("--fields", "id,title,date.edtf,date_as_written,status,summary,regions.name", "--json")
    assert narcotl("timeline", "--store", str(tmp_path / "new"), *fields).out == narcotl("timeline", *fields).out
    for event in ("laos-secret-war", "hitz-testifies"):
        new = ("--store", str(tmp_path / "new"))
        ours, back = (people(narcotl("event", event, "--json", *store)) for store in ((), new))
        assert back == ours


def people(answer: Answer) -> list[tuple[str, str]]:
    """Give who took part, and as what."""
    event: Any = answer.json
    return [(part["actor"]["id"], part["role"]) for part in event["participants"]]


def test_a_name_of_several_refuses_who_needs_it(narcotl: FrontDoor, tmp_path: Path) -> None:
    into = tmp_path / "s.jsonl"
    into.write_text("".join(f'{{"kind":"actor","id":"j{n}","name":"Jane","type":"person"}}\n' for n in (1, 2)))
    entities = [
        entity("NK-1", "Person", name=["Jane"]),
        entity("NK-2", "Event", name=["A talk"], date=["1984"], involved=["NK-1"]),
        entity("NK-3", "Event", name=["Another"], date=["1984"]),
    ]
    answer = narcotl("import", "ftm", "-", "--into", str(into), "--json", stdin=json.dumps(entities))
    assert outcomes(answer)[1:] == [
        (1, "refused", "'Jane' is the name of 2 actors"),
        (2, "refused", "'Jane' is the name of 2 actors"),
        (3, "taken", "Another"),
    ]


def test_no_entities_at_all_is_said(narcotl: FrontDoor, tmp_path: Path) -> None:
    answer = narcotl("import", "ftm", "-", "--into", str(tmp_path / "new"), stdin="[]")
    assert (answer.status, answer.err) == (2, "narcotl: standard input holds no entities of FollowTheMoney\n")
