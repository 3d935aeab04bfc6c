"""One small store in which every answer can be told by looking: places that overlap, offices, fuzzy dates, aliases."""

from collections.abc import Mapping

from tests.front_door import Answer

REGIONS = """\
- {id: southeast-asia, name: Southeast Asia, kind: subregion}
- {id: myanmar, name: Myanmar, kind: country, part_of: [southeast-asia], aliases: [{name: Burma, when: "../1989"}]}
- {id: laos, name: Laos, kind: country, part_of: [southeast-asia]}
- {id: golden-triangle, name: Golden Triangle, kind: drug-zone, part_of: [southeast-asia], overlaps: [myanmar, laos]}
- {id: north-laos, name: northern Laos, kind: area, part_of: [laos, golden-triangle]}
- {id: northeast-myanmar, name: north-eastern Burma, kind: area, part_of: [myanmar, golden-triangle]}
- {id: andes, name: Andean region, kind: policy-region}
- {id: peru, name: Peru, kind: country, part_of: [andes]}
- {id: vraem, name: Valley of the rivers, kind: valley, part_of: [peru], aliases: [VRAEM]}
"""
ACTORS = """\
- {id: cia, name: Central Intelligence Agency, kind: agency, aliases: [CIA, the Agency]}
- {id: cia-ig, name: CIA Inspector General, kind: office, part_of: [cia]}
- {id: hitz, name: Frederick Hitz, kind: person, offices: [{of: cia-ig, title: Inspector General, when: "1990/1998"}]}
- {id: otarola, name: Alberto Otárola, kind: person, aliases: [{name: Otarolla, as_in: seed-001, error: true}]}
- {id: contras, name: Contras, kind: armed-group}
- {id: planters, name: Planters, kind: people}
"""
SOURCES = """\
- {id: seed-001, type: article-newspaper, title: A seed, issued: 2015-02-05, read: true, author: [planters]}
- {id: book, type: book, title: The book, issued: 1991, read: false}
"""
MEASURES = """\
- {id: coca-area, name: Area under coca, unit: ha, counts: land under coca}
"""
EVENTS = """\
- {id: burma-1950, title: An alliance in the hills, date: "1950", regions: [northeast-myanmar],
   kinds: [covert-operation], topics: [opium], status: documented, participants: [{actor: cia, role: lead}],
   sources: [{source: book, via: [seed-001]}]}
- {id: triangle-set, title: Two meetings, date: "{1960,1962-12}", regions: [golden-triangle], kinds: [meeting],
   status: reported, sources: [seed-001]}
- {id: laos-war, title: A secret war, date: 1965/1975, regions: [north-laos], kinds: [covert-operation, war],
   topics: [opium, heroin], status: documented, participants: [{actor: cia, role: lead}], sources: [seed-001],
   date_alt: [{date: 1955/1974, by: book}]}
- {id: laos-law, title: A law for all of Laos, date: 1971-06~, regions: [laos], kinds: [law], status: alleged,
   topics: [opium], sources: [seed-001]}
- {id: eighties, title: Planters move, date: 198X, regions: [peru], kinds: [crop-change], status: reported,
   topics: [coca], participants: [{actor: planters, role: affected}], sources: [seed-001]}
- {id: killings, title: Workers are killed, date: 1984-11-26, regions: [vraem], kinds: [killing], status: documented,
   topics: [coca], participants: [{actor: contras, role: perpetrator}, {actor: cia, role: accused}],
   sources: [seed-001]}
- {id: inquiry, title: The Inspector General reports, date: 1998-01, regions: [], kinds: [report], status: documented,
   participants: [{actor: hitz, role: author}], sources: [seed-001]}
- {id: memoir, title: A former official writes, date: 2001, regions: [], kinds: [publication], status: documented,
   participants: [{actor: hitz, role: author}], sources: [seed-001]}
- {id: interview, title: Otárola speaks, date: 2015-02-04, regions: [peru], kinds: [announcement], status: planned,
   awaiting: a vote, participants: [{actor: otarola, role: announcer}], sources: [seed-001]}
- {id: undated, title: Nobody knows when, date: XXXX, regions: [andes], kinds: [smuggling], status: disputed,
   sources: [seed-001]}
"""
CLAIMS = """\
- id: agency-knew
  proposition: The Agency knew of the opium.
  about: {event: laos-war, actor: cia}
  positions:
    - {actor: planters, stance: alleges, said: "1991", gist: it knew, source: book, via: [seed-001]}
    - {actor: cia, stance: denies, said: 1991-11, gist: it did not, source: seed-001, interest: accused}
"""
FIGURES = """\
- {id: coca-2013, measure: coca-area, region: peru, period: 2013, value: 49800, unit: ha, op: <~, agency: planters,
   vintage: "2014", source: seed-001}
- {id: coca-2014, measure: coca-area, region: peru, period: 2014, missing: not-given-in-material, unit: ha,
   source: seed-001}
"""
CORRECTIONS = """\
- {id: office, target: {source: seed-001, text: president}, kind: wrong-office, says: the president of Peru,
   should_be: head of the drug agency, basis: [seed-001], certainty: certain, applies_to: [interview]}
"""
FILES: Mapping[str, str] = {
    "regions.yaml": REGIONS,
    "actors.yaml": ACTORS,
    "sources.yaml": SOURCES,
    "measures.yaml": MEASURES,
    "events.yaml": EVENTS,
    "claims.yaml": CLAIMS,
    "figures.yaml": FIGURES,
    "corrections.yaml": CORRECTIONS,
}


def hits(*found: str) -> Answer:
    """Give the answer to `--format tsv --fields id,match`: an id with a question mark is a possible hit."""
    lines = [f"{name.rstrip('?')}\t{'possible' if name.endswith('?') else 'certain'}" for name in found]
    return Answer(0, "".join(f"{line}\n" for line in ("id\tmatch", *lines)))
