"""The layout of the catalogue, as the steps that lead to it; a step that has been published is never changed.

`articles` holds each text once, however many files hold it: a sentence a line, paragraphs parted by an empty one;
`searched` is its full-text index. `sketches` are made when they are first asked for; another way of making them is a
step that empties the table.
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

Name = TypeVar("Name")

_AT_ONCE = 500
"""Question marks that every SQLite takes in one query."""


def asked_at_once(names: Sequence[Name]) -> Iterator[Sequence[Name]]:
    """So many names, in their order, as one query may ask for."""
    return (names[at : at + _AT_ONCE] for at in range(0, len(names), _AT_ONCE))


MIGRATIONS = (
    """
    CREATE TABLE files (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, stamp TEXT NOT NULL);
    CREATE TABLE pages (
        id INTEGER PRIMARY KEY, file INTEGER NOT NULL REFERENCES files ON DELETE CASCADE, place TEXT NOT NULL,
        article_id TEXT NOT NULL, headline TEXT, publisher TEXT, agency TEXT, published TEXT, updated TEXT,
        language TEXT, words INTEGER NOT NULL, terms TEXT NOT NULL, lead TEXT NOT NULL, problem TEXT, hint TEXT NOT NULL
    );
    CREATE INDEX pages_of_file ON pages (file);
    CREATE INDEX pages_of_article ON pages (article_id);
    CREATE TABLE articles (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, headline TEXT NOT NULL, outlet TEXT NOT NULL,
        byline TEXT NOT NULL, day TEXT, text TEXT NOT NULL
    );
    CREATE VIRTUAL TABLE searched USING fts5 (
        headline, outlet, byline, text, content = 'articles', content_rowid = 'id',
        tokenize = 'unicode61 remove_diacritics 2'
    );
    CREATE TRIGGER article_put AFTER INSERT ON articles BEGIN
        INSERT INTO searched (rowid, headline, outlet, byline, text)
        VALUES (new.id, new.headline, new.outlet, new.byline, new.text);
    END;
    CREATE TRIGGER article_gone AFTER DELETE ON articles BEGIN
        INSERT INTO searched (searched, rowid, headline, outlet, byline, text)
        VALUES ('delete', old.id, old.headline, old.outlet, old.byline, old.text);
    END;
    CREATE TRIGGER article_changed AFTER UPDATE ON articles BEGIN
        INSERT INTO searched (searched, rowid, headline, outlet, byline, text)
        VALUES ('delete', old.id, old.headline, old.outlet, old.byline, old.text);
        INSERT INTO searched (rowid, headline, outlet, byline, text)
        VALUES (new.id, new.headline, new.outlet, new.byline, new.text);
    END;
    CREATE TABLE outlets (key TEXT PRIMARY KEY, lines TEXT NOT NULL);
    """,
    """
    CREATE TABLE sketches (article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE, hashes BLOB NOT NULL);
    CREATE TRIGGER sketch_old AFTER UPDATE OF text ON articles WHEN old.text != new.text BEGIN
        DELETE FROM sketches WHERE article = new.id;
    END;
    """,
    """
    ALTER TABLE articles ADD COLUMN address TEXT NOT NULL DEFAULT '';
    """,
    """
    ALTER TABLE pages ADD COLUMN characters INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE pages ADD COLUMN simplified TEXT NOT NULL DEFAULT '';
    """,
)
