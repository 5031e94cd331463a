"""The tables of `reports.sqlite3`. Filters live in indexed columns, words in full-text indexes over stems."""

SCHEMA_VERSION = 4
"""Changes with the tables; a base of another version is refused with the way to rebuild it."""

CARD = "card "
"""What the content hash of a report begins with that is told by its card, not read from its files."""

SCHEMA = """
CREATE TABLE report (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    date TEXT,
    year INTEGER,
    type TEXT,
    jurisdiction TEXT,
    department TEXT,
    region TEXT,
    publisher TEXT,
    url TEXT,
    period_start INTEGER,
    period_end INTEGER,
    pages INTEGER,
    words INTEGER NOT NULL,
    files TEXT NOT NULL,
    warnings TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    first_passage INTEGER NOT NULL,
    last_passage INTEGER NOT NULL
);
CREATE INDEX report_by_date ON report (date);
CREATE INDEX report_by_year ON report (year);
CREATE INDEX report_by_type ON report (type);
CREATE INDEX report_by_jurisdiction ON report (jurisdiction);
CREATE INDEX report_by_department ON report (department);

CREATE TABLE section (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    level INTEGER NOT NULL,
    number TEXT,
    title TEXT NOT NULL,
    path TEXT NOT NULL,
    page INTEGER,
    UNIQUE (report_id, ordinal)
);

CREATE TABLE report_table (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    section INTEGER NOT NULL,
    anchor TEXT NOT NULL,
    page INTEGER,
    caption TEXT,
    unit TEXT,
    note TEXT,
    header TEXT NOT NULL,
    rows TEXT NOT NULL,
    UNIQUE (report_id, ordinal)
);

CREATE TABLE passage (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    section INTEGER NOT NULL,
    kind TEXT NOT NULL,
    anchor TEXT NOT NULL,
    page INTEGER,
    text TEXT NOT NULL,
    notes TEXT NOT NULL,
    table_ordinal INTEGER
);
CREATE INDEX passage_by_report ON passage (report_id, section);

CREATE TABLE passage_stems (id INTEGER PRIMARY KEY, title TEXT, path TEXT, body TEXT);
CREATE VIRTUAL TABLE passage_index USING fts5 (
    title, path, body, content='passage_stems', content_rowid='id', tokenize='ascii', detail='column'
);
CREATE TRIGGER passage_stems_added AFTER INSERT ON passage_stems BEGIN
    INSERT INTO passage_index (rowid, title, path, body) VALUES (new.id, new.title, new.path, new.body);
END;
CREATE TRIGGER passage_stems_removed AFTER DELETE ON passage_stems BEGIN
    INSERT INTO passage_index (passage_index, rowid, title, path, body)
    VALUES ('delete', old.id, old.title, old.path, old.body);
END;
CREATE VIRTUAL TABLE passage_terms USING fts5vocab (passage_index, row);
-- The same counts as passage_terms, which reads all rows of a word to give one: refreshed after additions.
CREATE TABLE term_frequency (term TEXT PRIMARY KEY, doc INTEGER NOT NULL) WITHOUT ROWID;

-- In how many passages of a report a word stands: which reports a question is about.
CREATE TABLE report_term (
    term TEXT NOT NULL,
    report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    passages INTEGER NOT NULL,
    PRIMARY KEY (term, report_id)
) WITHOUT ROWID;

-- Of each report the words of every passage and of its headings, packed: see said_words.py.
CREATE TABLE report_words (
    report_id INTEGER PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
    bodies BLOB NOT NULL,
    headings BLOB NOT NULL
);

CREATE TABLE report_stems (
    id INTEGER PRIMARY KEY, title TEXT, organisations TEXT, themes TEXT, headings TEXT, vocabulary TEXT
);
CREATE VIRTUAL TABLE report_index USING fts5 (
    title, organisations, themes, headings, vocabulary, content='report_stems', content_rowid='id',
    tokenize='ascii',
    detail='column'
);
CREATE VIRTUAL TABLE report_terms USING fts5vocab (report_index, row);
CREATE TRIGGER report_stems_added AFTER INSERT ON report_stems BEGIN
    INSERT INTO report_index (rowid, title, organisations, themes, headings, vocabulary)
    VALUES (new.id, new.title, new.organisations, new.themes, new.headings, new.vocabulary);
END;
CREATE TRIGGER report_stems_removed AFTER DELETE ON report_stems BEGIN
    INSERT INTO report_index (report_index, rowid, title, organisations, themes, headings, vocabulary)
    VALUES ('delete', old.id, old.title, old.organisations, old.themes, old.headings, old.vocabulary);
END;

CREATE TABLE figure (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    label TEXT NOT NULL,
    subject TEXT,
    value TEXT NOT NULL,
    printed TEXT NOT NULL,
    unit TEXT,
    scale INTEGER NOT NULL,
    year INTEGER,
    row_heading TEXT,
    column_heading TEXT,
    section INTEGER NOT NULL,
    anchor TEXT NOT NULL,
    page INTEGER,
    quote TEXT,
    label_stems TEXT NOT NULL,
    context_stems TEXT NOT NULL
);
CREATE INDEX figure_by_report ON figure (report_id, year);

CREATE TABLE recommendation (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    number TEXT,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT,
    addressee TEXT,
    section INTEGER NOT NULL,
    anchor TEXT NOT NULL,
    page INTEGER,
    UNIQUE (report_id, ordinal)
);
CREATE TABLE recommendation_stems (id INTEGER PRIMARY KEY, body TEXT);
CREATE VIRTUAL TABLE recommendation_index USING fts5 (
    body, content='recommendation_stems', content_rowid='id', tokenize='ascii', detail='column'
);
CREATE TRIGGER recommendation_stems_added AFTER INSERT ON recommendation_stems BEGIN
    INSERT INTO recommendation_index (rowid, body) VALUES (new.id, new.body);
END;
CREATE TRIGGER recommendation_stems_removed AFTER DELETE ON recommendation_stems BEGIN
    INSERT INTO recommendation_index (recommendation_index, rowid, body) VALUES ('delete', old.id, old.body);
END;

CREATE TABLE organisation (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    department TEXT NOT NULL DEFAULT '',
    folded TEXT NOT NULL,
    UNIQUE (folded, kind, department)
);
CREATE INDEX organisation_by_kind ON organisation (kind);
CREATE TABLE organisation_alias (
    organisation_id INTEGER NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    alias TEXT NOT NULL,
    folded TEXT NOT NULL,
    PRIMARY KEY (organisation_id, folded)
) WITHOUT ROWID;
CREATE TABLE mention (
    report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    organisation_id INTEGER NOT NULL REFERENCES organisation (id),
    role TEXT NOT NULL,
    mentions INTEGER NOT NULL,
    anchors TEXT NOT NULL,
    PRIMARY KEY (report_id, organisation_id)
) WITHOUT ROWID;
CREATE INDEX mention_by_organisation ON mention (organisation_id, role);

CREATE TABLE theme (
    id TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    label_en TEXT NOT NULL,
    keywords TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE report_theme (
    report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    theme_id TEXT NOT NULL REFERENCES theme (id),
    score REAL NOT NULL,
    PRIMARY KEY (report_id, theme_id)
) WITHOUT ROWID;
CREATE INDEX report_theme_by_theme ON report_theme (theme_id, score);

CREATE TABLE footnote (
    report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    mark TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (report_id, ordinal)
) WITHOUT ROWID;

CREATE TABLE embedding (
    passage_id INTEGER PRIMARY KEY REFERENCES passage (id) ON DELETE CASCADE,
    vector BLOB NOT NULL
);
"""
