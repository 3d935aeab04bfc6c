"""A small store of figures and claims that meet in every way."""

FILES = {
    "regions.yaml": """\
- {id: here, name: Here, kind: country}
- {id: valley, name: Valley, kind: valley, part_of: [here]}
- {id: there, name: There, kind: country}
""",
    "actors.yaml": """\
- {id: office, name: Office, kind: agency}
- {id: union, name: Union, kind: agency}
""",
    "sources.yaml": """\
- {id: survey, type: report, title: Survey, issued: 2018, read: true}
""",
    "measures.yaml": """\
- {id: coca, name: Area under coca, unit: ha, nature: level, counts: Land under coca., words: [coca crop]}
- {id: cocaine, name: Cocaine made, unit: t, nature: total}
""",
    "figures.yaml": """\
- {id: here-2017-office, measure: coca, region: here, period: 2017, value: 31000, unit: ha, agency: office,
   vintage: 2018, source: survey}
- {id: here-2017-union, measure: coca, region: here, period: 2017, value: 25000, unit: ha, agency: union,
   vintage: 2018, source: survey}
- {id: here-2017-again, measure: coca, region: here, period: 2017, value: 30000, unit: ha, agency: office,
   vintage: 2019, source: survey}
- {id: here-2016-office, measure: coca, region: here, period: 2016, value: 60000, op: <~, unit: ha, agency: office,
   vintage: 2017, source: survey}
- {id: here-2016-union, measure: coca, region: here, period: 2016, value: 59500, unit: ha, agency: union,
   vintage: 2017, source: survey}
- {id: there-2017-office, measure: coca, region: there, period: 2017, value: 1000, unit: ha, agency: office,
   vintage: 2018, source: survey}
- {id: there-2017-union, measure: coca, region: there, period: 2017, missing: not-given-in-material, unit: ha,
   agency: union, note: Only spoken of., source: survey}
- {id: valley-2017-office, measure: coca, region: valley, period: 2017, value: 9000, unit: ha, agency: office,
   vintage: 2018, source: survey}
- {id: here-2017-sum, measure: coca, region: here, period: 2017, value: 26000, unit: ha,
   derived: {from: [here-2017-union], formula: here-2017-union + 1000}}
- {id: set-office, measure: cocaine, region: valley, period: "[2001,2009]", value: 1, unit: ha, agency: office,
   source: survey}
- {id: set-union, measure: cocaine, region: valley, period: "[2000,2005]", value: 2, unit: ha, agency: union,
   source: survey}
- {id: tons-office, measure: cocaine, region: here, period: 2017, value: 150, unit: ton-unspecified, agency: office,
   source: survey}
- {id: tons-union, measure: cocaine, region: here, period: 2017, value: 150, unit: t, agency: union, source: survey}
- {id: tons-plan, measure: cocaine, region: here, period: 2017, value: 10, unit: t, agency: union, scope: planned,
   source: survey}
""",
    "claims.yaml": """\
- id: first
  proposition: Brazil is second.
  about: {region: [here]}
  positions: [{actor: office, stance: asserts, said: 2017, source: survey}]
  relates: [{claim: second, rel: contrary, note: the years differ}, {claim: third, rel: supports}]
- id: second
  proposition: Europe is second.
  positions: [{actor: union, stance: asserts, said: 2018, source: survey},
    {actor: office, stance: denies, said: 2018, source: survey}]
- id: third
  proposition: Somebody is second.
  positions: [{actor: office, stance: asserts, said: 2017, source: survey}]
""",
}
"""The files of the store."""
