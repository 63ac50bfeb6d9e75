"""The layout of the catalogue, as the steps that lead to it; a step that has been published is never changed.

`articles` holds each text once, however many files hold it: a sentence a line, paragraphs parted by an empty one, and
its telling words. Three full-text indexes read it through `searchable`: `searched` all of it, `titles` headlines and
outlets alone, small enough to be asked at every key, `telling` the telling words. `groupings` are stories of large
libraries, see `kept_stories`. `sketches` are made when they are
first asked for; another way of making them is a step that empties the table.

The steps call functions of ours, which `ready` gives to a connection; see `signs`.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import TypeVar

from storyreader.library.signs import bare, parted

Name = TypeVar("Name")

_MIGRATING = 300_000
"""Milliseconds for which another storyreader that brings the layout up to date is waited for."""

_AT_ONCE = 500
"""Question marks that every SQLite takes in one query."""


def asked_at_once(names: Sequence[Name]) -> Iterator[Sequence[Name]]:
    """So many names, in their order, as one query may ask for."""
    return (names[at : at + _AT_ONCE] for at in range(0, len(names), _AT_ONCE))


def ready(connection: sqlite3.Connection) -> None:
    """Give a connection what the layout needs. Raises sqlite3.Error."""
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = ON")  # our own functions in triggers, also where that is not usual
    connection.create_function("parted", 1, parted, deterministic=True)
    connection.create_function("bare", 1, bare, deterministic=True)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the layout to that of today, whoever else does so at the same time. A newer one counts as damaged: it can
    be made again. Raises sqlite3.Error.
    """
    while (version := _version(connection)) != len(MIGRATIONS):
        if version > len(MIGRATIONS):
            raise sqlite3.DatabaseError(f"layout {version}")
        connection.execute(f"PRAGMA busy_timeout = {_MIGRATING}")
        connection.execute("BEGIN IMMEDIATE")
        with connection:
            if _version(connection) == version:  # nobody was faster
                for statement in _statements(MIGRATIONS[version]):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {version + 1}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for part in script.split(";"):
        statement += f"{part};"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


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
    """
    CREATE TABLE pages_now (
        id INTEGER PRIMARY KEY, file INTEGER NOT NULL REFERENCES files ON DELETE CASCADE, place TEXT NOT NULL,
        article_id TEXT NOT NULL, headline TEXT, publisher TEXT, agency TEXT, published TEXT, updated TEXT,
        language TEXT, words INTEGER NOT NULL, characters INTEGER NOT NULL, problem TEXT, hint TEXT NOT NULL,
        simplified TEXT NOT NULL
    );
    INSERT INTO pages_now SELECT id, file, place, article_id, headline, publisher, agency, published, updated,
        language, words, characters, problem, hint, simplified FROM pages;
    ALTER TABLE articles ADD COLUMN terms TEXT NOT NULL DEFAULT '';
    DROP TRIGGER article_put; DROP TRIGGER article_gone; DROP TRIGGER article_changed; DROP TABLE searched;
    UPDATE articles SET terms = coalesce((SELECT terms FROM pages WHERE article_id = name LIMIT 1), '');
    DROP TABLE pages;
    ALTER TABLE pages_now RENAME TO pages;
    CREATE INDEX pages_of_file ON pages (file);
    CREATE INDEX pages_of_article ON pages (article_id);
    CREATE INDEX articles_of_day ON articles (day);
    CREATE TABLE groupings (
        library TEXT PRIMARY KEY, rules TEXT NOT NULL, changed INTEGER NOT NULL, total INTEGER NOT NULL,
        most INTEGER NOT NULL, told TEXT NOT NULL, numbers BLOB NOT NULL, counts BLOB NOT NULL
    );
    CREATE VIEW searchable AS SELECT id, parted(headline) AS headline, parted(outlet) AS outlet,
        parted(byline) AS byline, parted(text) AS text, bare(terms) AS terms FROM articles;
    CREATE VIRTUAL TABLE searched USING fts5 (
        headline, outlet, byline, text, content = 'searchable', content_rowid = 'id',
        tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
    );
    CREATE VIRTUAL TABLE titles USING fts5 (
        headline, outlet, content = 'searchable', content_rowid = 'id',
        tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
    );
    CREATE VIRTUAL TABLE title_words USING fts5vocab ('titles', 'row');
    CREATE VIRTUAL TABLE telling USING fts5 (
        terms, content = 'searchable', content_rowid = 'id', tokenize = 'ascii', columnsize = 0, detail = none
    );
    CREATE VIRTUAL TABLE telling_words USING fts5vocab ('telling', 'row');
    CREATE TRIGGER article_put AFTER INSERT ON articles BEGIN
        INSERT INTO searched (rowid, headline, outlet, byline, text)
        SELECT id, headline, outlet, byline, text FROM searchable WHERE id = new.id;
        INSERT INTO titles (rowid, headline, outlet) SELECT id, headline, outlet FROM searchable WHERE id = new.id;
        INSERT INTO telling (rowid, terms) SELECT id, terms FROM searchable WHERE id = new.id;
    END;
    CREATE TRIGGER article_gone BEFORE DELETE ON articles BEGIN
        INSERT INTO searched (searched, rowid, headline, outlet, byline, text)
        SELECT 'delete', id, headline, outlet, byline, text FROM searchable WHERE id = old.id;
        INSERT INTO titles (titles, rowid, headline, outlet)
        SELECT 'delete', id, headline, outlet FROM searchable WHERE id = old.id;
        INSERT INTO telling (telling, rowid, terms) SELECT 'delete', id, terms FROM searchable WHERE id = old.id;
    END;
    CREATE TRIGGER article_changes BEFORE UPDATE ON articles BEGIN
        INSERT INTO searched (searched, rowid, headline, outlet, byline, text)
        SELECT 'delete', id, headline, outlet, byline, text FROM searchable WHERE id = old.id;
        INSERT INTO titles (titles, rowid, headline, outlet)
        SELECT 'delete', id, headline, outlet FROM searchable WHERE id = old.id;
        INSERT INTO telling (telling, rowid, terms) SELECT 'delete', id, terms FROM searchable WHERE id = old.id;
    END;
    CREATE TRIGGER article_changed AFTER UPDATE ON articles BEGIN
        INSERT INTO searched (rowid, headline, outlet, byline, text)
        SELECT id, headline, outlet, byline, text FROM searchable WHERE id = new.id;
        INSERT INTO titles (rowid, headline, outlet) SELECT id, headline, outlet FROM searchable WHERE id = new.id;
        INSERT INTO telling (rowid, terms) SELECT id, terms FROM searchable WHERE id = new.id;
    END;
    INSERT INTO searched (searched) VALUES ('rebuild');
    INSERT INTO titles (titles) VALUES ('rebuild');
    INSERT INTO telling (telling) VALUES ('rebuild');
    """,
)
