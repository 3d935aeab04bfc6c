"""Who appears with an actor, and what two actors share."""

from tests.front_door import Answer, FrontDoor

TABLE = """\
Who appears with Central Intelligence Agency · 2 actors
Who       Together  Roles (own\N{EN DASH}other's)  Events                                Claims
─────────────────────────────────────────────────────────────────────────────────────────
Contras          1  accused\N{EN DASH}perpetrator  26 November 1984: Workers are killed
Planters         1                                                             1 opposite
"""


def test_who_appears_with_an_actor(small: str, narcotl: FrontDoor) -> None:
    assert narcotl("links", "CIA", "--store", small) == Answer(0, TABLE)


def test_links_for_programs(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("links", "contras", "--format", "jsonl", "--store", small)
    (link,) = answer.rows
    assert isinstance(link, dict)
    assert list(link) == ["actor", "count", "roles", "events", "claims"]
    assert link["actor"] == {"id": "cia", "name": "Central Intelligence Agency"}
    assert link["roles"] == [{"own": "perpetrator", "other": "accused", "count": 1}]
    assert [(event["id"], event["own_roles"], event["other_roles"]) for event in link["events"]] == [
        ("killings", ["perpetrator"], ["accused"])
    ]
    assert link["claims"] == {"opposite": [], "same": [], "between": []}


def test_a_unit_and_an_officer_in_office_are_the_actor_itself(small: str, narcotl: FrontDoor) -> None:
    names = ("--format", "{actor.id}", "--store", small)
    assert narcotl("links", "cia", *names) == Answer(0, "contras\nplanters\n")
    assert narcotl("links", "hitz", *names).out == ""


def test_filters_choose_events_and_claims(small: str, narcotl: FrontDoor) -> None:
    names = ("--format", "{actor.id} {count}", "--store", small)
    assert narcotl("links", "cia", "--region", "peru", *names) == Answer(0, "contras 1\n")
    assert narcotl("links", "cia", "--during", "1991", *names) == Answer(0, "planters 1\n")
    assert narcotl("links", "cia", "--limit", "1", *names) == Answer(
        0, "contras 1\n", "narcotl: 1 of 2 shown; --limit cut the rest\n"
    )


def test_nobody_appears_with_it(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("links", "cia", "--region", "andes", "--topic", "opium", "--store", small)
    assert answer == Answer(
        0,
        "Nobody appears with Central Intelligence Agency.\n",
        "narcotl: no event involves Central Intelligence Agency and is placed in Andean region and is on the topic "
        "opium; without --region there are 2, without --actor 0, without --topic 1\n".replace(
            ", without --actor 0", ""
        ),
    )


def test_an_unknown_field_of_a_link(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("links", "cia", "--fields", "roles.mine", "--store", small)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("narcotl: the rows of this list have no field 'roles.mine'\n")


def test_with_keeps_what_actors_share(small: str, narcotl: FrontDoor) -> None:
    ids = ("--format", "{id}", "--store", small)
    assert narcotl("timeline", "--with", "cia", "--with", "contras", *ids) == Answer(0, "killings\n")
    assert narcotl("timeline", "--actor", "cia", "--actor", "contras", *ids).out.count("\n") == 4
    assert narcotl("timeline", "--with", "cia", "--with", "not:contras", *ids).out == "burma-1950\nlaos-war\ninquiry\n"


def test_with_in_a_profile(small: str, narcotl: FrontDoor) -> None:
    answer = narcotl("actor", "cia", "--with", "contras", "--format", "{events.id}", "--store", small)
    assert answer == Answer(0, "killings\n")
    answer = narcotl("region", "peru", "--with", "contras", "--format", "{events.id}", "--store", small)
    assert answer == Answer(0, "killings\n")


def test_links_in_other_orders(small: str, narcotl: FrontDoor) -> None:
    names = ("--format", "{actor.id}", "--store", small)
    assert narcotl("links", "cia", "--sort", "score", *names) == Answer(0, "contras\nplanters\n")
    assert narcotl("links", "cia", "--sort", "id", "--reverse", *names) == Answer(0, "planters\ncontras\n")
    assert narcotl("links", "cia", "--sort", "date", *names) == Answer(0, "contras\nplanters\n")
    assert narcotl("links", "cia", "--sort", "date", "--reverse", *names) == Answer(0, "planters\ncontras\n")
