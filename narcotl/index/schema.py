"""The tables of the index: a disposable, rebuildable copy of a store that answers questions quickly.

Bounds of dates are integers, `year * 10000 + month * 100 + day`, with the two ends of the 64-bit range for
"no bound", so that plain comparisons work in any SQL engine. `sort` is a text whose byte order is the order
of time. Only `words` (full text) needs SQLite.
"""

VERSION = "27"
"""Changes whenever the tables, or what is written into them, change: an index of another version is rebuilt."""

TABLES = """
-- The version of these tables, and the number of records, of all and of each kind.
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);

-- The files that the index was made of, as they were.
CREATE TABLE files (
    path TEXT PRIMARY KEY, kind TEXT, status TEXT NOT NULL, digest TEXT NOT NULL, position INTEGER NOT NULL);

CREATE TABLE settings (path TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL);

-- What is wrong in a file (found while it was read) and between records (derived = 1, found at the end).
CREATE TABLE problems (
    path TEXT NOT NULL, line INTEGER NOT NULL, col INTEGER NOT NULL, length INTEGER NOT NULL, level TEXT NOT NULL,
    rule TEXT NOT NULL, message TEXT NOT NULL, hint TEXT NOT NULL, derived INTEGER NOT NULL,
    record TEXT NOT NULL, silenced TEXT NOT NULL);

-- Records that were not kept, being broken or having a taken id, and the places where they name others.
CREATE TABLE unkept (path TEXT NOT NULL, id TEXT NOT NULL);
CREATE INDEX unkept_by_id ON unkept (id);
CREATE TABLE unkept_mentions (path TEXT NOT NULL, record TEXT NOT NULL, target TEXT NOT NULL, kinds TEXT NOT NULL,
    loose INTEGER NOT NULL, line INTEGER NOT NULL, col INTEGER NOT NULL);
CREATE INDEX unkept_mentions_by_target ON unkept_mentions (target);

-- Every record: where it stands, what it says (JSON), and the hull of its dates.
CREATE TABLE records (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL,
    type TEXT, status TEXT, sort TEXT NOT NULL,
    earliest INTEGER, latest INTEGER, spans INTEGER NOT NULL,
    path TEXT NOT NULL, line INTEGER NOT NULL, col INTEGER NOT NULL, json TEXT NOT NULL);
CREATE INDEX records_by_time ON records (kind, sort, id, earliest, latest, spans);
CREATE INDEX records_by_path ON records (path);

-- The days that a date of a record may lie on: several rows for a set of dates or for alternatives.
CREATE TABLE spans (record TEXT NOT NULL, earliest INTEGER NOT NULL, latest INTEGER NOT NULL);
CREATE INDEX spans_by_record ON spans (record);

-- The days of a month that records dated to the month or better lie on, in whatever year; exact = 1: certainly on each.
CREATE TABLE yearly (record TEXT NOT NULL, month INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
    exact INTEGER NOT NULL);
CREATE INDEX yearly_by_record ON yearly (record);
CREATE INDEX yearly_by_day ON yearly (month, first, record);

-- Where records are placed, and who is involved in them as what.
CREATE TABLE placings (record TEXT NOT NULL, region TEXT NOT NULL);
CREATE INDEX placings_by_record ON placings (record);
CREATE TABLE involvements (record TEXT NOT NULL, actor TEXT NOT NULL, role TEXT NOT NULL);
CREATE INDEX involvements_by_actor ON involvements (actor, record);
CREATE INDEX involvements_by_record ON involvements (record);

-- The numbers of what records of a kind may bear: a place, an actor, or a word of a closed or open list.
CREATE TABLE headings (
    heading INTEGER PRIMARY KEY, facet TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL,
    UNIQUE (facet, kind, value));

-- The words that records bear.
CREATE TABLE labelled (number INTEGER NOT NULL, heading INTEGER NOT NULL, PRIMARY KEY (number, heading)) WITHOUT ROWID;
CREATE VIEW labels AS
    SELECT l.number, h.facet, h.value FROM labelled l CROSS JOIN headings h WHERE h.heading = l.heading;

-- The same by place, actor and word (facet any: every record): size is how long its dates are (narcotl.index.postings).
CREATE TABLE posted (
    heading INTEGER NOT NULL, size INTEGER NOT NULL, earliest INTEGER NOT NULL, latest INTEGER NOT NULL,
    number INTEGER NOT NULL, PRIMARY KEY (heading, size, earliest, number)) WITHOUT ROWID;
CREATE VIEW postings AS
    SELECT h.facet, h.kind, h.value, p.size, p.earliest, p.latest, p.number
    FROM headings h CROSS JOIN posted p WHERE p.heading = h.heading;

-- Each citation: its origin (the first link), its chain and whether it ends in something that was read.
CREATE TABLE citations (
    record TEXT NOT NULL, part INTEGER, origin TEXT NOT NULL, last TEXT NOT NULL, chain TEXT NOT NULL,
    locator TEXT, confidence TEXT);
CREATE INDEX citations_by_record ON citations (record);

CREATE TABLE positions (
    record TEXT NOT NULL, part INTEGER NOT NULL, actor TEXT, stance TEXT NOT NULL, polarity TEXT NOT NULL,
    said TEXT, sort TEXT NOT NULL, gist TEXT, reverses TEXT, origin TEXT NOT NULL,
    earliest INTEGER NOT NULL, latest INTEGER NOT NULL, stands INTEGER NOT NULL);
CREATE INDEX positions_by_record ON positions (record);
CREATE INDEX positions_by_actor ON positions (actor);

-- The days on which a figure may have been published.
CREATE TABLE vintages (record TEXT NOT NULL, earliest INTEGER NOT NULL, latest INTEGER NOT NULL);
CREATE INDEX vintages_by_record ON vintages (record);

-- The figures by what, where and when they count, so that those that meet are found without asking all of all.
CREATE TABLE amounts (
    record TEXT NOT NULL, measure TEXT NOT NULL, region TEXT NOT NULL,
    earliest INTEGER NOT NULL, latest INTEGER NOT NULL);
CREATE INDEX amounts_by_place ON amounts (measure, region, earliest, latest);
CREATE INDEX amounts_by_record ON amounts (record);

-- Which work a chapter is a part of, as stated, and the whole that each source belongs to in the end (itself, if none).
CREATE TABLE source_parts (record TEXT NOT NULL, parent TEXT NOT NULL);
CREATE INDEX source_parts_by_parent ON source_parts (parent);
CREATE TABLE wholes (source TEXT PRIMARY KEY, whole TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX wholes_by_whole ON wholes (whole);

CREATE TABLE corrected (target TEXT NOT NULL, record TEXT NOT NULL);
CREATE INDEX corrected_by_target ON corrected (target);

-- The graph of places and the dated forest of actors, as stated.
CREATE TABLE region_parts (record TEXT NOT NULL, parent TEXT NOT NULL);
CREATE TABLE region_overlaps (record TEXT NOT NULL, other TEXT NOT NULL);
CREATE TABLE actor_parts (
    record TEXT NOT NULL, parent TEXT NOT NULL, title TEXT, earliest INTEGER NOT NULL, latest INTEGER NOT NULL,
    dated INTEGER NOT NULL, text TEXT);

-- What is meant by a region or an actor: everything inside it (certain) and what may be (not certain).
CREATE TABLE region_reach (asked TEXT NOT NULL, region TEXT NOT NULL, certain INTEGER NOT NULL,
    PRIMARY KEY (asked, region)) WITHOUT ROWID;
CREATE TABLE actor_reach (asked TEXT NOT NULL, actor TEXT NOT NULL, certain INTEGER NOT NULL,
    earliest INTEGER NOT NULL, latest INTEGER NOT NULL);
CREATE INDEX actor_reach_by_asked ON actor_reach (asked, actor);

-- Every name by which a record is found, folded; rank 0 is the id, 1 the name, 2 an alias, 3 a misspelling.
CREATE TABLE names (folded TEXT NOT NULL, record TEXT NOT NULL, kind TEXT NOT NULL, rank INTEGER NOT NULL,
    written TEXT NOT NULL);
CREATE INDEX names_by_kind ON names (kind, folded);
CREATE INDEX names_by_record ON names (record);

-- Every place where one record names another.
CREATE TABLE mentions (record TEXT NOT NULL, target TEXT NOT NULL, field TEXT NOT NULL, kinds TEXT NOT NULL,
    loose INTEGER NOT NULL, line INTEGER NOT NULL, col INTEGER NOT NULL);
CREATE INDEX mentions_by_record ON mentions (record);
CREATE INDEX mentions_by_target ON mentions (target);

-- Ids that came twice: the second record is not kept.
CREATE TABLE clashes (
    id TEXT NOT NULL, kind TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL, col INTEGER NOT NULL);

-- What each record says: its name, its text, and the names of the places, actors and measures that it is linked to.
-- While an index is being made, fresh = 1 marks what is yet to be completed.
CREATE TABLE texts (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, body TEXT NOT NULL, linked TEXT NOT NULL, fresh INTEGER NOT NULL);
CREATE VIRTUAL TABLE words USING fts5 (
    name, body, linked, content = 'texts', content_rowid = 'number', tokenize = "unicode61 remove_diacritics 2");
-- Each word of the full text, and in how many records it is.
CREATE VIRTUAL TABLE terms USING fts5vocab (words, row);
"""

PLANNING = (
    "ANALYZE sqlite_schema",
    "INSERT INTO sqlite_stat1 VALUES ('records', 'records_by_time', '1000000 200000 2 1 1 1 1')",
)
"""What SQLite has to know to plan well: a list of numbers is nearly always shorter than all records of a kind.

Constants, not counts: the plans that tests look at are those of a store of any size.
"""

OF_A_RECORD = (
    "spans",
    "yearly",
    "placings",
    "involvements",
    "citations",
    "positions",
    "corrected",
    "vintages",
    "amounts",
    "source_parts",
    "region_parts",
    "region_overlaps",
    "actor_parts",
    "names",
    "mentions",
)
"""Tables whose rows belong to one record (the column `record`) and go with it."""
