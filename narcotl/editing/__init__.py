"""Change the files of a store, and leave every other byte as it is.

Whoever adds a record says it in plain values, as people write them or as `narcotl export jsonl` prints them:

    entry = form.understood(RecordKind.EVENT, {"id": "pact", "title": "A pact", "date": "1984-11", ...})
    entry.problems                              # what is wrong with it; then entry.record is None
    adding.written(entry.record)                # the record as YAML, in the order and layout of `narcotl fmt`
    new = adding.added(store, [entry.record])   # nothing is written yet
    new.places[0].path, new.places[0].line      # where the record will stand
    files.write(new.changes)                    # all files or none; fails if somebody changed one meanwhile

`page.read(file)` gives a file of a store as text, with the span of each record, field and scalar; `spliced` makes
the change that replaces some of them.
"""
