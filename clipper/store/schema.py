"""The tables of the library, version by version.

A step, once released, is never changed: what comes later is a step of its own.
"""

import sqlite3
import uuid
from collections.abc import Callable
from datetime import UTC, datetime

APPLICATION_ID = 0x436C6970  # "Clip": stands in bytes 68 to 71 of library.db, so that no other program's file is taken

Step = Callable[[sqlite3.Connection], None]

# Why it is so:
# - AUTOINCREMENT: ids are never used twice, also after the newest row is deleted.
# - An article names its clipping itself, and its capture only where it was read from one: an article given as it stands
#   has capture NULL. The pair (capture, clipping) is a foreign key, so both name the same clipping.
# - The list columns of clippings repeat the current article with corrections laid over, so that a list reads no texts.
# - clippings_added serves all views: it holds what their conditions ask, so that ids in the order of adding come from
#   it alone (10,000 clippings: 2 ms, November 2026).
# - The wide columns of articles stand last: reading the narrow ones then follows no overflow pages.
_VERSION_1 = """
CREATE TABLE library (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE clippings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE,
    url TEXT,
    key TEXT,                               -- the canonical address
    added TEXT NOT NULL,                    -- UTC, ISO 8601 with microseconds, as all times here
    article INTEGER REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,   -- the current one
    read_at TEXT,
    starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
    trashed_at TEXT,
    tags INTEGER NOT NULL DEFAULT 0,        -- how many it bears; kept by triggers
    sort_day TEXT NOT NULL,                 -- day published, else day added
    date TEXT,
    language TEXT,
    picture TEXT,                           -- SHA-256 of the lead picture
    words INTEGER NOT NULL,
    flags TEXT NOT NULL,                    -- JSON list
    authors TEXT NOT NULL,                  -- JSON list
    site TEXT,
    title TEXT NOT NULL,
    excerpt TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX clippings_all ON clippings (sort_day, id) WHERE trashed_at IS NULL;
CREATE INDEX clippings_unread ON clippings (sort_day, id) WHERE trashed_at IS NULL AND read_at IS NULL;
CREATE INDEX clippings_starred ON clippings (sort_day, id) WHERE trashed_at IS NULL AND starred = 1;
CREATE INDEX clippings_untagged ON clippings (sort_day, id) WHERE trashed_at IS NULL AND tags = 0;
CREATE INDEX clippings_trash ON clippings (sort_day, id) WHERE trashed_at IS NOT NULL;
CREATE INDEX clippings_read ON clippings (id) WHERE read_at IS NOT NULL;
CREATE INDEX clippings_noted ON clippings (id) WHERE note <> '';
CREATE INDEX clippings_flagged ON clippings (id) WHERE flags <> '[]';
CREATE INDEX clippings_key ON clippings (key) WHERE key IS NOT NULL;
CREATE INDEX clippings_site ON clippings (site) WHERE trashed_at IS NULL;
CREATE INDEX clippings_added ON clippings (added, id, trashed_at, read_at, starred, tags);
CREATE INDEX clippings_article ON clippings (article);
CREATE TRIGGER clippings_leave_by_the_trash BEFORE DELETE ON clippings WHEN OLD.trashed_at IS NULL
    BEGIN SELECT RAISE(ABORT, 'only what is in the trash is deleted'); END;
CREATE TRIGGER clippings_keep_their_names BEFORE UPDATE OF id, uuid ON clippings
    BEGIN SELECT RAISE(ABORT, 'id and uuid never change'); END;

CREATE TABLE captures (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    clipping INTEGER NOT NULL REFERENCES clippings (id) ON DELETE CASCADE,
    fetched TEXT NOT NULL,
    url TEXT,
    charset TEXT,
    sha256 TEXT NOT NULL,                   -- of the decoded page
    size INTEGER NOT NULL,                  -- of the decoded page, bytes
    place TEXT NOT NULL UNIQUE,             -- of the WARC file, in the library folder, with "/"
    file_sha256 TEXT NOT NULL,
    UNIQUE (id, clipping)
) STRICT;
CREATE INDEX captures_clipping ON captures (clipping);
CREATE TRIGGER captures_never_change BEFORE UPDATE ON captures
    BEGIN SELECT RAISE(ABORT, 'captures never change'); END;
CREATE TRIGGER captures_stay BEFORE DELETE ON captures
    WHEN EXISTS (SELECT 1 FROM clippings WHERE id = OLD.clipping)
    BEGIN SELECT RAISE(ABORT, 'captures stay with their clipping'); END;

CREATE TABLE articles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    clipping INTEGER NOT NULL REFERENCES clippings (id) ON DELETE CASCADE,
    capture INTEGER,                        -- NULL: given as it stands
    made TEXT NOT NULL,
    extractor TEXT NOT NULL,                -- name and version
    sha256 TEXT NOT NULL,                   -- of text
    html_sha256 TEXT NOT NULL,
    flags TEXT NOT NULL,                    -- JSON list
    metadata TEXT NOT NULL,                 -- JSON: field -> [value, source, confidence]
    text TEXT NOT NULL,
    html TEXT NOT NULL,
    illustrations TEXT NOT NULL,            -- JSON: [[url, caption, credit, alt], ...]
    FOREIGN KEY (capture, clipping) REFERENCES captures (id, clipping)
) STRICT;
CREATE INDEX articles_clipping ON articles (clipping);
CREATE INDEX articles_capture ON articles (capture, clipping);
CREATE INDEX articles_sha256 ON articles (sha256);
CREATE TRIGGER articles_never_change BEFORE UPDATE ON articles
    BEGIN SELECT RAISE(ABORT, 'articles never change'); END;
CREATE TRIGGER articles_stay BEFORE DELETE ON articles
    WHEN EXISTS (SELECT 1 FROM clippings WHERE id = OLD.clipping)
    BEGIN SELECT RAISE(ABORT, 'articles stay with their clipping'); END;

CREATE TABLE corrections (
    clipping INTEGER NOT NULL REFERENCES clippings (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    value TEXT NOT NULL,                    -- JSON
    made TEXT NOT NULL,
    PRIMARY KEY (clipping, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE pictures (
    sha256 TEXT PRIMARY KEY,
    place TEXT NOT NULL UNIQUE,
    media_type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    size INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE kept_pictures (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    clipping INTEGER NOT NULL REFERENCES clippings (id) ON DELETE CASCADE,
    capture INTEGER,                        -- NULL: came with an article given as it stands
    url TEXT NOT NULL,                      -- as in the article; a long data: address by its digest
    picture TEXT NOT NULL REFERENCES pictures (sha256),
    FOREIGN KEY (capture, clipping) REFERENCES captures (id, clipping),
    UNIQUE (clipping, capture, url)
) STRICT;
CREATE INDEX kept_pictures_picture ON kept_pictures (picture);
CREATE INDEX kept_pictures_capture ON kept_pictures (capture, clipping);

CREATE TABLE tags (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE                -- NFC and casefold
) STRICT;
CREATE TABLE clipping_tags (
    clipping INTEGER NOT NULL REFERENCES clippings (id) ON DELETE CASCADE,
    tag INTEGER NOT NULL REFERENCES tags (id),
    PRIMARY KEY (clipping, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX clipping_tags_tag ON clipping_tags (tag, clipping);
CREATE TRIGGER clipping_tags_put_on AFTER INSERT ON clipping_tags
    BEGIN UPDATE clippings SET tags = tags + 1 WHERE id = NEW.clipping; END;
CREATE TRIGGER clipping_tags_taken_off AFTER DELETE ON clipping_tags
    BEGIN
        UPDATE clippings SET tags = tags - 1 WHERE id = OLD.clipping;
        DELETE FROM tags WHERE id = OLD.tag AND NOT EXISTS (SELECT 1 FROM clipping_tags WHERE tag = OLD.tag);
    END;

CREATE TABLE intake (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    since TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'failed')),
    tries INTEGER NOT NULL DEFAULT 0,
    fault TEXT,                             -- JSON: [code, detail, retry_after_s]
    request TEXT NOT NULL                   -- JSON
) STRICT;

CREATE TABLE changes (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    clipping INTEGER,                       -- no foreign key: it outlives its clipping; NULL for the intake
    kind TEXT NOT NULL,
    time TEXT NOT NULL
) STRICT;
CREATE INDEX changes_for_index ON changes (number)
    WHERE kind IN ('added', 'text', 'trashed', 'restored', 'deleted');
CREATE TRIGGER changes_never_change BEFORE UPDATE ON changes
    BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;
"""

# The memory of sites: which lines their pages repeat.
# - The keys of a page's lines stand in one value: a row for each would take four times the room, and counting those of
#   the 30 pages that are kept of a site takes 0.2 ms. So no count is kept that could be wrong after a deletion.
# - A line has a row of its own once it stood on two pages: what is seen once is not worth its words.
_VERSION_2 = """
CREATE TABLE site_pages (
    clipping INTEGER PRIMARY KEY REFERENCES clippings (id) ON DELETE CASCADE,
    site TEXT NOT NULL,                     -- registrable domain
    page INTEGER NOT NULL,                  -- the first clipping of the same page; it may be gone
    lines BLOB NOT NULL                     -- keys, 8 bytes each
) STRICT;
CREATE INDEX site_pages_site ON site_pages (site, clipping);

CREATE TABLE site_lines (
    site TEXT NOT NULL,
    line BLOB NOT NULL,                     -- key
    chars INTEGER NOT NULL,                 -- of the whole line
    sample TEXT NOT NULL,                   -- its beginning
    spared_at TEXT,                         -- the user wants it left in the articles
    PRIMARY KEY (site, line)
) STRICT, WITHOUT ROWID;
"""

# The view of doubtful clippings, ordered by day as the others are. It is small: most articles have no flag.
_VERSION_3 = """
CREATE INDEX clippings_doubtful ON clippings (sort_day, id) WHERE trashed_at IS NULL AND flags <> '[]';
"""

# Saved searches. seen: the newest clipping there was when it was last looked at; no reference, for it may be gone.
_VERSION_4 = """
CREATE TABLE searches (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,               -- NFC and casefold
    query TEXT NOT NULL,
    seen INTEGER NOT NULL
) STRICT;
"""


def _version_1(connection: sqlite3.Connection) -> None:
    for statement in _statements(_VERSION_1):
        connection.execute(statement)
    facts = (("uuid", str(uuid.uuid4())), ("made", datetime.now(UTC).isoformat()))
    connection.executemany("INSERT INTO library (key, value) VALUES (?, ?)", facts)


def _version_2(connection: sqlite3.Connection) -> None:
    for statement in _statements(_VERSION_2):
        connection.execute(statement)


def _version_3(connection: sqlite3.Connection) -> None:
    for statement in _statements(_VERSION_3):
        connection.execute(statement)


def _version_4(connection: sqlite3.Connection) -> None:
    for statement in _statements(_VERSION_4):
        connection.execute(statement)


def _statements(script: str) -> list[str]:
    """Split a script; executescript would end the transaction that a step stands in."""
    found, statement = [], ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            found.append(statement)
            statement = ""
    return found


STEPS: tuple[Step, ...] = (_version_1, _version_2, _version_3, _version_4)
