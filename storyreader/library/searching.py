"""Full-text search in the catalogue, by SQLite's FTS5: best first by BM25, words in headlines weighing most.

What stands in very many texts tells little of any of them, and ranking those would take longer than a key may: then
those with all the words in headline and outlet come first, and behind them the articles that were read last.
"""

import re
import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storyreader.library.excerpts import Excerpt, excerpt_of
from storyreader.library.query import Condition, Query
from storyreader.library.signs import UNSPACED, parted

EXCERPTS = 100
"""For so many articles there is an excerpt: the best."""
RANKED = 1_000
"""So many articles are put in order by what they say; of more, see above."""
_WEIGHTS = "8.0, 3.0, 3.0, 1.0"
_COLUMNS = {"text": "", "outlet": "outlet : ", "by": "byline : "}
_WORD = re.compile(r"\w+")
_ONE_LETTER = re.compile(rf'"[^\W{UNSPACED}]" \*')


class Match(NamedTuple):
    """An article that was found, by its id."""

    article: str
    excerpt: Excerpt = ()


def search(connection: sqlite3.Connection, query: Query, limit: int) -> list[Match]:
    """The articles for which what can be asked of the catalogue holds: words, outlet, byline and date.

    At most `limit`, best first; without words the latest first. Raises sqlite3.Error.
    """
    asked = _Asked(connection, query)
    rows = asked.ranked(limit) if asked.expression else asked.latest(limit)
    places = _excerpts(connection, [number for number, _ in rows[:EXCERPTS]], query)
    return [Match(name, places.get(number, ())) for number, name in rows]


Rows = list[tuple[int, str]]
"""Articles by the numbers of their rows, with their ids."""


class _Asked:
    """A query as SQL. `{row}` stands in clauses for the number of an article's row."""

    def __init__(self, connection: sqlite3.Connection, query: Query) -> None:
        self._connection = connection
        self._query = query
        self.expression = fts_expression(c for c in query.of("text", "outlet", "by") if not c.negated)
        self._days: list[str] = []
        self._values: list[str] = []
        for condition in query.of("date"):
            between = "day BETWEEN ? AND ?"
            self._days.append(f"NOT coalesce({between}, 0)" if condition.negated else between)
            self._values += condition.days
        self._without: list[str] = []
        for condition in query.of("text", "outlet", "by"):
            if condition.negated:
                self._without.append("{row} NOT IN (SELECT rowid FROM searched WHERE searched MATCH ?)")
                self._values.append(fts_expression([condition]))

    def latest(self, limit: int) -> Rows:
        """Those for which the rest holds, the latest first."""
        where = self._where("id")
        return self._rows(f"SELECT id, name FROM articles {where} ORDER BY day DESC, id LIMIT ?", limit)  # noqa: S608  ours

    def ranked(self, limit: int) -> Rows:
        """Those that have the words, best first."""
        of_titles = fts_expression(c for c in self._query.of("text", "outlet") if not c.negated)
        titled = bool(of_titles) and not any(not c.negated for c in self._query.of("by"))
        if titled and _ONE_LETTER.search(of_titles) and (rows := self._latest_in("titles", of_titles, limit)):
            return rows  # of the texts nearly all have a word that begins so
        many = f"SELECT rowid FROM searched WHERE searched MATCH ? LIMIT {RANKED} + 1"  # noqa: S608  ours
        if len(self._connection.execute(many, (self.expression,)).fetchall()) <= RANKED:
            best = f"bm25(searched, {_WEIGHTS}), day DESC"
            joined = "SELECT id, name FROM searched JOIN articles ON id = searched.rowid"
            where = self._where("id", "searched MATCH ?")
            return self._rows(f"{joined} {where} ORDER BY {best} LIMIT ?", limit, self.expression)
        rows = self._latest_in("titles", of_titles, limit) if titled else []
        if len(rows) < limit:
            rows = list(dict.fromkeys([*rows, *self._latest_in("searched", self.expression, limit)]))
        return rows[:limit]

    def _latest_in(self, index: str, expression: str, limit: int) -> Rows:
        """Those that an index finds, read last first; articles are looked at only once they are found."""
        days = f"+rowid IN (SELECT id FROM articles WHERE {' AND '.join(self._days)})" if self._days else "1"  # noqa: S608
        where = " AND ".join([f"{index} MATCH ?", days, *self._without]).format(row="+rowid")
        found = f"SELECT rowid FROM {index} WHERE {where} ORDER BY rowid DESC LIMIT ?"  # noqa: S608  ours
        return self._rows(f"SELECT id, name FROM articles WHERE id IN ({found}) ORDER BY id DESC", limit, expression)  # noqa: S608

    def _where(self, row: str, *first: str) -> str:
        clauses = [*first, *self._days, *self._without]
        return f"WHERE {' AND '.join(clauses)}".format(row=row) if clauses else ""

    def _rows(self, statement: str, limit: int, *first: str) -> Rows:
        return self._connection.execute(statement, (*first, *self._values, limit)).fetchall()


def _excerpts(connection: sqlite3.Connection, numbers: Sequence[int], query: Query) -> dict[int, Excerpt]:
    """The best place of some texts, by the numbers of their rows."""
    wanted = [condition for condition in query.of("text") if not condition.negated]
    if not wanted or not numbers:
        return {}
    signs = ", ".join(map(str, numbers))
    texts = connection.execute(f"SELECT id, text FROM articles WHERE id IN ({signs})")  # noqa: S608  numbers
    return {number: excerpt_of(text, wanted) for number, text in texts}


def fts_expression(conditions: Iterable[Condition]) -> str:
    """What FTS5 is asked, every word in quotes; empty for no conditions."""
    asked = []
    for condition in conditions:
        words = _WORD.findall(parted(condition.text))
        star = " *" if condition.text.endswith("*") else ""
        asked.append(f'{_COLUMNS[condition.field]}"{" ".join(words)}"{star}')
    return " AND ".join(asked)
