"""Full-text search in the catalogue, by SQLite's FTS5; best first by BM25, words in headlines weighing most."""

import re
import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storyreader.library.excerpts import Excerpt, excerpt_of
from storyreader.library.query import Condition, Query

EXCERPTS = 100
"""For so many articles there is an excerpt: the best."""
_WEIGHTS = "8.0, 3.0, 3.0, 1.0"
_COLUMNS = {"text": "", "outlet": "outlet : ", "by": "byline : "}
_RANKED = f"bm25(searched, {_WEIGHTS})"
_FOUND = "SELECT articles.id, name FROM searched JOIN articles ON articles.id = searched.rowid"
_ALL = "SELECT id, name FROM articles"
_WORD = re.compile(r"\w+")


class Match(NamedTuple):
    """An article that was found, by its id."""

    article: str
    excerpt: Excerpt = ()


def search(connection: sqlite3.Connection, query: Query, limit: int) -> list[Match]:
    """The articles for which what can be asked of the catalogue holds: words, outlet, byline and date.

    At most `limit`, best first; without words the latest first. Raises sqlite3.Error.
    """
    wanted = _expression(condition for condition in query.of("text", "outlet", "by") if not condition.negated)
    clauses, values = [], []
    if wanted:
        clauses.append("searched MATCH ?")
        values.append(wanted)
    for condition in query.of("text", "outlet", "by"):
        if condition.negated:
            clauses.append("articles.id NOT IN (SELECT rowid FROM searched WHERE searched MATCH ?)")
            values.append(_expression([condition]))
    for condition in query.of("date"):
        between = "day BETWEEN ? AND ?"
        clauses.append(f"NOT coalesce({between}, 0)" if condition.negated else between)
        values += condition.days
    select, order = (_FOUND, f"{_RANKED}, day DESC") if wanted else (_ALL, "day DESC, id")
    statement = f"{select} WHERE {' AND '.join(clauses) or '1'} ORDER BY {order} LIMIT ?"
    rows = connection.execute(statement, (*values, limit)).fetchall()
    places = _excerpts(connection, [number for number, _ in rows[:EXCERPTS]], query)
    return [Match(name, places.get(number, ())) for number, name in rows]


def _excerpts(connection: sqlite3.Connection, numbers: Sequence[int], query: Query) -> dict[int, Excerpt]:
    """The best place of some texts, by the numbers of their rows."""
    wanted = [condition for condition in query.of("text") if not condition.negated]
    if not wanted or not numbers:
        return {}
    signs = ", ".join(map(str, numbers))
    texts = connection.execute(f"SELECT id, text FROM articles WHERE id IN ({signs})")  # noqa: S608  numbers
    return {number: excerpt_of(text, wanted) for number, text in texts}


def _expression(conditions: Iterable[Condition]) -> str:
    """What FTS5 is asked, every word in quotes; empty for no conditions."""
    asked = []
    for condition in conditions:
        words = _WORD.findall(condition.text)
        star = " *" if condition.text.endswith("*") else ""
        asked.append(f'{_COLUMNS[condition.field]}"{" ".join(words)}"{star}')
    return " AND ".join(asked)
