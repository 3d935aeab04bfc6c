"""A small store of disputes: offices, denials taken back, chapters of one book, computed and missing figures, gaps."""

from collections.abc import Mapping

REGIONS = """\
- {id: peru, name: Peru, kind: country}
- {id: vraem, name: Valley, kind: valley, part_of: [peru]}
- {id: bolivia, name: Bolivia, kind: country}
"""
ACTORS = """\
- {id: agency, name: Agency, kind: agency}
- {id: bureau, name: Bureau, kind: office, part_of: [agency]}
- {id: writer, name: Writer, kind: person, interests: [sells books]}
- {id: chief, name: Chief, kind: person, offices: [{of: agency, title: Director, when: "1990/1992"},
   {of: agency, title: Counsel, when: "1995"}, {of: bureau, title: Head}]}
- {id: paper, name: Paper, kind: media}
"""
SOURCES = """\
- {id: seed, type: report, title: The seed, issued: 2010, read: true, author: [writer]}
- {id: whole, type: book, title: The whole book, issued: XXXX, read: false}
- {id: chapter-1, type: chapter, title: First chapter, issued: XXXX, read: false, part_of: whole}
- {id: chapter-2, type: chapter, title: Second chapter, issued: XXXX, read: false, part_of: whole}
- {id: leaflet, type: webpage, title: A leaflet, issued: 2009, read: true}
"""
MEASURES = """\
- {id: area, name: Area under coca, unit: ha, counts: land under coca, words: [coca fields]}
- {id: outflow, name: Cocaine smuggled out, unit: t/yr, counts: what leaves}
- {id: yield, name: Yield, unit: ratio, counts: nothing yet}
"""
EVENTS = """\
- {id: flights, title: Aircraft are said to bring cocaine, date: 1984, date_as_written: the year of the fair,
   regions: [{id: peru, as_written: the Andes}], kinds: [smuggling], status: disputed,
   participants: [{actor: agency, role: accused, as_written: the Company}],
   sources: [{source: chapter-1, via: [seed]}, {source: chapter-2, via: [seed]}], claims: [flew]}
- {id: harvest, title: A harvest is counted, date: 1990/1991, regions: [vraem], kinds: [survey], status: documented,
   sources: [seed, leaflet], figures: [area-1991]}
- {id: meeting, title: They meet, date: 1996, regions: [peru], kinds: [meeting], status: reported, sources: [seed]}
- {id: rumour, title: Nobody knows when, date: XXXX, regions: [bolivia], kinds: [meeting], status: reported,
   sources: [seed]}
"""
CLAIMS = """\
- id: flew
  proposition: Aircraft of the Agency brought cocaine.
  about: {event: [flights], actor: [agency], occurrence: true}
  does_not_claim: that anybody ordered it
  relates: [{claim: knew, rel: supports, note: in part}]
  topics: [cocaine]
  positions:
    - {actor: writer, stance: alleges, said: 1989, gist: they flew, source: chapter-1, via: [seed], locator: p. 3}
    - {actor: paper, stance: asserts, said: 1989, gist: printed it, source: chapter-2, via: [seed]}
    - {actor: chief, stance: denies, said: 1991-05, gist: never, interest: his own agency, source: seed}
    - {actor: paper, stance: retracts, said: 1994, gist: was wrong, reverses: paper, source: leaflet}
- id: knew
  proposition: The Agency knew.
  about: {actor: [bureau], region: [peru]}
  positions:
    - {actor: writer, stance: alleges, said: 1989, gist: it knew, source: chapter-1, via: [seed]}
- id: withdrawn
  proposition: The Paper was right.
  about: {actor: [paper]}
  positions:
    - {actor: paper, stance: asserts, said: 1989, gist: we were, source: seed}
    - {actor: paper, stance: qualifies, said: 1994, gist: not quite, reverses: paper, source: seed}
    - {actor: chief, stance: disputes, gist: no, source: leaflet}
"""
FIGURES = """\
- {id: area-1991, measure: area, region: peru, period: 1991, value: 1000, unit: ha, agency: agency, vintage: 1992,
   change: {pct: 25, from: 1990}, previous: area-1990, also_written: [{value: 2471, op: "~", unit: acre}],
   source: chapter-1, via: [seed], locator: p. 9, claims: [knew]}
- {id: area-1990, measure: area, region: peru, period: 1990, value: 800, unit: ha, obs_status: derived,
   derived: {from: [area-1991], formula: 1000 / 1.25}}
- {id: area-1991-bolivia, measure: area, region: bolivia, period: 1991, missing: not-given-in-material, unit: ha,
   agency: bureau, note: only said to be less, source: seed}
- {id: out, measure: outflow, region: peru, period: 1991, value: 150, op: ">", unit: ton-unspecified, scope: by air,
   source: seed}
"""
CORRECTIONS = """\
- {id: wrong-place, target: {source: seed, text: over the Andes, locator: p. 1}, kind: wrong-place,
   says: over the mountains, should_be: over the plain, basis: [leaflet], certainty: certain,
   applies_to: [flights, agency]}
"""
EVIDENCE: Mapping[str, str] = {
    "regions.yaml": REGIONS,
    "actors.yaml": ACTORS,
    "sources.yaml": SOURCES,
    "measures.yaml": MEASURES,
    "events.yaml": EVENTS,
    "claims.yaml": CLAIMS,
    "figures.yaml": FIGURES,
    "corrections.yaml": CORRECTIONS,
}
