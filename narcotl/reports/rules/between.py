"""The rules between records: references, evidence, arithmetic, and what is left over."""

from narcotl.model.vocab.rule import Rule
from narcotl.reports.rules.explanation import Explanation

FIGURE = "- {id: %s, measure: coca, region: peru, period: %s, value: %s, unit: %s, agency: ministry, source: survey}\n"
SERIES = "figures:\n" + FIGURE % ("area-2016", "2016", "49800", "ha")
IN_ACRES = (
    "figures:\n- {id: area, measure: coca, region: peru, period: 2017, value: 49800, unit: ha, source: survey,\n"
    "   also_written: [{value: %s, unit: acre}]}\n"
)
EVENT = (
    "- {id: %s, title: A raid in Lima, date: %s, regions: [lima], kinds: [seizure], status: %s,\n"
    "   participants: [{actor: ministry, role: lead}], %ssources: [%s]}\n"
)
RIGHT_EVENT = "events:\n" + EVENT % ("raid", "1989-12-20", "documented", "", "survey")
DENIAL = (
    "claims:\n- {id: raid-happened, proposition: There was a raid in Lima., about: {event: raid, occurrence: true},\n"
    "   positions: [{actor: ministry, stance: denies, source: survey}]}\n"
)

EXPLANATIONS = {
    Rule.DUPLICATE_ID: Explanation(
        why="Other records, corrections and scripts name a record by its id alone. The first one was kept.",
        wrong="regions:\n- {id: lima, name: Lima in Ohio, kind: city, part_of: [peru]}\n",
        right="regions:\n- {id: lima-ohio, name: Lima in Ohio, kind: city, part_of: [peru]}\n",
    ),
    Rule.UNKNOWN_REFERENCE: Explanation(
        why="What is placed in a region that does not exist cannot be found by asking for the region.",
        wrong="regions:\n- {id: cusco, name: Cusco, kind: city, part_of: [perou]}\n",
        right="regions:\n- {id: cusco, name: Cusco, kind: city, part_of: [peru]}\n",
    ),
    Rule.WRONG_KIND: Explanation(
        why="An actor is no place, whatever its name.",
        wrong="regions:\n- {id: cusco, name: Cusco, kind: city, part_of: [ministry]}\n",
        right="regions:\n- {id: cusco, name: Cusco, kind: city, part_of: [peru]}\n",
    ),
    Rule.MISPLACED_ADDITION: Explanation(
        why="Positions are taken on claims, and only what has a list of sources can have more of them.",
        wrong="annotations:\n- {id: mine, of: peru, positions: [{stance: denies, source: survey}]}\n",
        right="annotations:\n- {id: mine, of: peru, note: Which border is meant?, tags: [borders]}\n",
    ),
    Rule.CYCLE: Explanation(
        why="If the first is inside the second and the second inside the first, each would be found in the other.",
        wrong="regions:\n- {id: cusco, name: Cusco, kind: city, part_of: [valley]}\n"
        "- {id: valley, name: The valley, kind: valley, part_of: [cusco]}\n",
        right="regions:\n- {id: cusco, name: Cusco, kind: city, part_of: [valley]}\n"
        "- {id: valley, name: The valley, kind: valley, part_of: [peru]}\n",
    ),
    Rule.UNKNOWN_UNIT: Explanation(
        why="A figure in an unknown unit cannot be compared. `ton-unspecified` is for a source that does "
        "not say which ton it means.",
        wrong="figures:\n" + FIGURE % ("area", "2017", "49800", "hectar"),
        right="figures:\n" + FIGURE % ("area", "2017", "49800", "ha"),
    ),
    Rule.UNREAD_SOURCE: Explanation(
        why="Somebody must have seen the words. A work that was not read is cited by way of the one that was: "
        "`{source: book, via: [survey]}`.",
        wrong="events:\n" + EVENT % ("raid", "1989-12-20", "documented", "", "book"),
        right="events:\n" + EVENT % ("raid", "1989-12-20", "documented", "", "{source: book, via: [survey]}"),
    ),
    Rule.ANACHRONISM: Explanation(
        why="A work of 2019 cannot know of 2021. Either a date is wrong or the citation is. A correction of the kind "
        "`source-older-than-fact` that names the record says it as well.",
        wrong="events:\n" + EVENT % ("raid", "2021-12-20", "documented", "", "survey"),
        right=RIGHT_EVENT,
    ),
    Rule.STATUS: Explanation(
        why="`documented` is what nobody denies. If somebody says that it did not happen, it is `disputed`, and both "
        "are told. What is contested about an event that did happen is a claim without `occurrence: true`.",
        wrong="events:\n" + EVENT % ("raid", "1989-12-20", "documented", "", "survey") + DENIAL,
        right="events:\n" + EVENT % ("raid", "1989-12-20", "disputed", "", "survey") + DENIAL,
    ),
    Rule.ALLEGATION: Explanation(
        why="An accusation by nobody cannot be judged. Where neither an actor nor an author is known, the source only "
        "reports it.",
        wrong="claims:\n- {id: knew, proposition: They knew., positions: [{stance: alleges, source: leaflet}]}\n",
        right="claims:\n- {id: knew, proposition: They knew., positions: [{stance: reports, source: leaflet}]}\n",
    ),
    Rule.ARITHMETIC: Explanation(
        why="Numbers that are stated together must fit: a formula and its result, a change in percent and the two "
        "figures, one quantity in two units (to 2 percent), the shares of a whole. `check: {tolerance: 5}` in "
        "store.yaml allows 5 percent everywhere. A correction that explains it makes it a note.",
        wrong=IN_ACRES % "49800",
        right=IN_ACRES % "123000",
    ),
    Rule.UNIT_JUMP: Explanation(
        why="If a series of one agency grows from one period to the next by just the factor between two units, one "
        "figure was probably written in the other unit.",
        wrong="figures:\n"
        + FIGURE % ("area-2016", "2016", "49800", "ha")
        + FIGURE % ("area-2017", "2017", "123059", "ha"),
        right="figures:\n"
        + FIGURE % ("area-2016", "2016", "49800", "ha")
        + FIGURE % ("area-2017", "2017", "49802", "ha"),
    ),
    Rule.DUPLICATE_EVENT: Explanation(
        why="An event that is recorded twice is counted twice. Events that belong together say how, under `related`.",
        wrong=RIGHT_EVENT + EVENT % ("seizure", "1989-12-20", "documented", "", "survey"),
        right=RIGHT_EVENT
        + EVENT % ("seizure", "1989-12-20", "documented", "related: [{event: raid, rel: part_of}], ", "survey"),
    ),
    Rule.UNREACHABLE_REGION: Explanation(
        why="`--region peru` finds what happened in the places inside Peru. A city, valley, area or province that lies "
        "in nothing and shares ground with nothing is found by its own name only.",
        wrong="regions:\n- {id: cusco, name: Cusco, kind: city}\n",
        right="regions:\n- {id: cusco, name: Cusco, kind: city, part_of: [peru]}\n",
    ),
    Rule.UNUSED_RECORD: Explanation(
        why="A record that nothing names was left behind, or the record that should name it names another.",
        wrong="actors:\n- {id: left-behind, name: Somebody, kind: person}\n",
        right="actors:\n- {id: minister, name: The minister, kind: person}\n"
        "sources:\n- {id: memoir, type: book, title: A memoir, issued: 1990, author: [minister], read: true}\n"
        "claims:\n- {id: said, proposition: They knew., positions: [{stance: asserts, source: memoir}]}\n",
    ),
    Rule.UNUSED_SILENCE: Explanation(
        why="A silence that silences nothing waits for the next mistake, and hides it.",
        wrong="check:\n  silence:\n  - {rule: anachronism, records: [lima], reason: the date is that of the treaty}\n",
        right="check:\n  silence: []\n",
    ),
}
"""The explanations of these rules."""
