"""The rules of files and records: what a record can know of itself."""

from narcotl.model.vocab.rule import Rule
from narcotl.reports.rules.explanation import Explanation

EXPLANATIONS = {
    Rule.FILE: Explanation(
        why="A file that cannot be opened, or is no plain file, holds nothing as far as anybody can tell. Whatever it "
        "says is missing from every answer.",
    ),
    Rule.ENCODING: Explanation(
        why="A text in another encoding reads as other letters, and control characters do things to a terminal. A file "
        "is read up to there.",
    ),
    Rule.YAML: Explanation(
        why="YAML lets the last of two equal keys win in silence, and tags, merge keys and aliases can stand for "
        "anything. What a reader of the file cannot see, narcotl does not read.",
        wrong="regions:\n- {id: cusco, name: Cusco, name: Cuzco, kind: city, part_of: [peru]}\n",
        right="regions:\n- {id: cusco, name: Cusco, aliases: [Cuzco], kind: city, part_of: [peru]}\n",
    ),
    Rule.JSON: Explanation(
        why="In JSON Lines every line is a record of its own, so that one that is broken does not take the next down."
    ),
    Rule.LAYOUT: Explanation(
        why="Where a record stands says what it is. Under a key that nobody knows, it would be no record at all.",
        wrong="places:\n- {id: cusco, name: Cusco, kind: city, part_of: [peru]}\n",
        right="regions:\n- {id: cusco, name: Cusco, kind: city, part_of: [peru]}\n",
    ),
    Rule.SETTING: Explanation(
        why="A setting that is not understood does nothing, and whoever wrote it would not notice.",
        wrong="check:\n  silence:\n  - {rule: unused-record, records: all, reason: ''}\n",
        right="check:\n  silence:\n  - {rule: unused-record, records: all, reason: a list of every district}\n",
    ),
    Rule.SHAPE: Explanation(
        why="What is asked of a field rests on what it holds: a list cannot be compared, nor a mapping counted.",
        wrong="regions:\n- {id: cusco, name: [Cusco, Cuzco], kind: city, part_of: [peru]}\n",
        right="regions:\n- {id: cusco, name: Cusco, aliases: [Cuzco], kind: city, part_of: [peru]}\n",
    ),
    Rule.REQUIRED: Explanation(
        why="Without an id a record cannot be named, without a date it cannot be put in order, without a source nobody "
        "says it. What is not known is said so: `date: XXXX`, `missing: unknown`.",
        wrong="regions:\n- {id: cusco, name: Cusco, part_of: [peru]}\n",
        right="regions:\n- {id: cusco, name: Cusco, kind: city, part_of: [peru]}\n",
    ),
    Rule.UNKNOWN_FIELD: Explanation(
        why="A misspelt field would be as if it were not there.",
        wrong="regions:\n- {id: cusco, name: Cusco, kind: city, partof: [peru]}\n",
        right="regions:\n- {id: cusco, name: Cusco, kind: city, part_of: [peru]}\n",
    ),
    Rule.VOCABULARY: Explanation(
        why="If one thing has two words, whoever asks for one misses the other. `narcotl vocab` lists the words.",
        wrong="regions:\n- {id: cusco, name: Cusco, kind: town, part_of: [peru]}\n",
        right="regions:\n- {id: cusco, name: Cusco, kind: city, part_of: [peru]}\n",
    ),
    Rule.DATE: Explanation(
        why="EDTF says how sure a date is, and means the same to everybody. `narcotl date` finds the EDTF of a text.",
        wrong="sources:\n- {id: memoir, type: book, title: A memoir, issued: about 1990, read: true}\n",
        right="sources:\n- {id: memoir, type: book, title: A memoir, issued: 1990~, read: true}\n",
    ),
    Rule.CONSISTENCY: Explanation(
        why="A figure with two values, or with none and no word why, cannot be compared with any other.",
        wrong="figures:\n- {id: area, measure: coca, region: peru, period: 2017, unit: ha, source: survey}\n",
        right="figures:\n- {id: area, measure: coca, region: peru, period: 2017, unit: ha, source: survey,\n"
        "   missing: not-given-in-material}\n",
    ),
}
"""The explanations of these rules."""
