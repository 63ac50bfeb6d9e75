"""Full-text search in the catalogue, by SQLite's FTS5; best first by BM25, words in headlines weighing most."""

import re
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from storyreader.library.query import Condition, Query

EXCERPT_WORDS = 18
_BEGIN, _END = "\x02", "\x03"  # pages have no such characters
_WEIGHTS = "8.0, 3.0, 3.0, 1.0"
_COLUMNS = {"text": "", "outlet": "outlet : ", "by": "byline : "}
_EXCERPT = f"snippet(searched, 3, '{_BEGIN}', '{_END}', '…', {EXCERPT_WORDS})"
_RANKED = f"bm25(searched, {_WEIGHTS})"
_FOUND = f"SELECT name, {_EXCERPT} FROM searched JOIN articles ON articles.id = searched.rowid"  # noqa: S608  ours
_ALL = "SELECT name, '' FROM articles"
_WORD = re.compile(r"\w+")


Excerpt = tuple[tuple[str, bool], ...]
"""The place of a text that fits best, in pieces, each with whether it is what was looked for; empty for no place."""


class Match(NamedTuple):
    """An article that was found, by its id."""

    article: str
    excerpt: Excerpt = ()


def search(connection: sqlite3.Connection, query: Query, limit: int) -> list[Match]:
    """The articles for which what can be asked of the catalogue holds: words, outlet, byline and date.

    At most `limit`, best first; without words the latest first. Raises sqlite3.Error.
    """
    wanted = _expression(condition for condition in query.of("text", "outlet", "by") if not condition.negated)
    wheres, values = [], []
    if wanted:
        wheres.append("searched MATCH ?")
        values.append(wanted)
    for condition in query.of("text", "outlet", "by"):
        if condition.negated:
            wheres.append("articles.id NOT IN (SELECT rowid FROM searched WHERE searched MATCH ?)")
            values.append(_expression([condition]))
    for condition in query.of("date"):
        between = "day BETWEEN ? AND ?"
        wheres.append(f"NOT coalesce({between}, 0)" if condition.negated else between)
        values += condition.days
    select, order = (_FOUND, f"{_RANKED}, day DESC") if wanted else (_ALL, "day DESC, id")
    statement = f"{select} WHERE {' AND '.join(wheres) or '1'} ORDER BY {order} LIMIT ?"
    rows = connection.execute(statement, (*values, limit))
    return [Match(name, _pieces(excerpt)) for name, excerpt in rows]


def _pieces(excerpt: str) -> Excerpt:
    if _BEGIN not in excerpt:
        return ()  # of the beginning of a text in which nothing was found
    parts = re.split(f"{_BEGIN}|{_END}", " ".join(excerpt.split("\n")))
    return tuple((text, place % 2 == 1) for place, text in enumerate(parts) if text)


def _expression(conditions: Iterable[Condition]) -> str:
    """What FTS5 is asked, every word in quotes; empty for no conditions."""
    asked = []
    for condition in conditions:
        words = _WORD.findall(condition.text)
        star = " *" if condition.text.endswith("*") else ""
        asked.append(f'{_COLUMNS[condition.field]}"{" ".join(words)}"{star}')
    return " AND ".join(asked)
