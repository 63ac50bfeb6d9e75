"""What can be asked of the catalogue about articles: their words, what is like them, what a query finds."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import TypeVar

from storyreader.library.closeness import alike, counts_now, likest
from storyreader.library.entry import Entry
from storyreader.library.query import Condition, Query
from storyreader.library.schema import asked_at_once
from storyreader.library.searching import Match, search
from storyreader.library.sketches import Near, kept_sketches, near_texts
from storyreader.library.slips import TitleWords
from storyreader.library.term_vectors import Frequencies

Answer = TypeVar("Answer")

LEAD_SENTENCES, LEAD_LENGTH = 3, 400
"""Sentences, and characters at most, of the beginning of a text."""


class Questions:
    """Asks a catalogue; there are no answers while it cannot be had."""

    connection: sqlite3.Connection | None
    _title_words: TitleWords | None = None

    def _tried(self) -> AbstractContextManager[None]:
        """Do something that may fail."""
        raise NotImplementedError

    def terms_of(self, articles: Sequence[str]) -> Iterator[str]:
        """The telling words of articles (see `term_counts`), by their ids; empty for those that are not known."""
        return self._column("terms", articles)

    def addresses_of(self, articles: Sequence[str]) -> Iterator[str]:
        """The addresses of articles, by their ids; empty for those that have none or are not known."""
        return self._column("address", articles)

    def _column(self, name: str, articles: Sequence[str]) -> Iterator[str]:
        """A field of some articles in their order, asked for as it is needed: all of a library takes much room."""
        for some in asked_at_once(articles):
            found: dict[str, str] = {}
            with self._tried():
                if self.connection is not None:
                    signs = ", ".join("?" * len(some))
                    query = f"SELECT name, {name} FROM articles WHERE name IN ({signs})"  # noqa: S608  ours, question marks
                    found = dict(self.connection.execute(query, list(some)))
            for article in some:
                yield found.get(article, "")

    def paragraphs_of(self, article: str) -> list[str]:
        """The text of an article as it was when it was last read, by its id; empty when it is not known."""
        return [" ".join(text.split("\n")) for text in self._text_of(article).split("\n\n") if text]

    def sentences_of(self, article: str) -> list[str]:
        """The same by sentences."""
        return [line for line in self._text_of(article).split("\n") if line]

    def lead_of(self, entry: Entry) -> str:
        """The beginning of an article's text: some sentences."""
        return " ".join(self.sentences_of(entry.article_id)[:LEAD_SENTENCES])[:LEAD_LENGTH]

    def _text_of(self, article: str) -> str:
        def ask(connection: sqlite3.Connection) -> str:
            row = connection.execute("SELECT text FROM articles WHERE name = ?", (article,)).fetchone()
            return str(row[0]) if row else ""

        return self._asked(ask, "")

    def near_texts(self, articles: Sequence[str]) -> list[Near]:
        """Which of these articles share much of their text with an earlier one, by their places; see `sketches`."""

        def ask(connection: sqlite3.Connection) -> list[Near]:
            return near_texts(kept_sketches(connection, articles))

        return self._asked(ask, [])

    def counts_now(self) -> Frequencies:
        """How many articles hold each telling word now."""
        return self._asked(counts_now, Frequencies.of(0, {}))

    def likest(self, article: str, counts: Frequencies, wanted: Callable[[str], bool]) -> list[tuple[str, float]]:
        """Articles that are wanted, by their ids, with how much they are like one; see `closeness`."""
        return self._asked(lambda connection: likest(connection, article, counts, wanted), [])

    def alike(self, article: str, counts: Frequencies) -> list[str]:
        """The articles that are as like this one as two of one story, by their ids."""
        return self._asked(lambda connection: alike(connection, article, counts), [])

    def like_titles(self, words: Sequence[Condition], limit: int) -> list[str]:
        """The ids of articles whose headline or outlet has words like these, likest first; see `slips`."""

        def ask(connection: sqlite3.Connection) -> list[str]:
            if self._title_words is None:
                self._title_words = TitleWords(connection)
            return self._title_words.like(words, limit)

        return self._asked(ask, [])

    def search(self, query: Query, limit: int) -> list[Match]:
        """The articles for which words, outlet, byline and date of a query hold, best first; see `searching`."""
        return self._asked(lambda connection: search(connection, query, limit), [])

    def _asked(self, ask: Callable[[sqlite3.Connection], Answer], nothing: Answer) -> Answer:
        with self._tried():
            if self.connection is not None:
                return ask(self.connection)
        return nothing
