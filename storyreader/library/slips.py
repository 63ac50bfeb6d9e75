"""Headlines and outlets that have what was typed inside of a word, or with slips of the keyboard.

Not every title is compared with what was typed: only the words that stand in titles are, of which there are far fewer,
and full-text search then says which titles have those that are like it.
"""

import re
import sqlite3
import time
import unicodedata
from collections.abc import Iterable

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from storyreader.library.query import Condition
from storyreader.library.signs import is_unspaced, parted

FEWEST_LETTERS = 4
"""Shorter words are only found as they are typed: a slip in them would find almost anything."""
SECOND_SLIP = 8
"""Letters from which on a word may have two slips."""
INSIDE = 3
"""Letters from which on a word is looked for inside of others."""
MOST_WORDS, MOST_TITLES = 40, 300
"""So many words that are like one typed are taken, and so many titles are put in order."""
_WORD = re.compile(r"\w+")
_KEPT_SECONDS = 5.0
"""The words are read again when the catalogue has changed, but not more often."""


class TitleWords:
    """The words of all headlines and outlets of a catalogue, without accents and capitals."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._words: list[str] = []
        self._state = (-1, -1)
        self._due = 0.0

    def like(self, words: Iterable[Condition], limit: int) -> list[str]:
        """The ids of articles whose headline or outlet has all these words, or ones that are like them, likest first.

        Raises sqlite3.Error.
        """
        conditions = list(words)
        self._renew()
        asked = [part for condition in conditions for part in self._asked(condition)]
        if not asked:
            return []
        found = self._connection.execute(
            "SELECT name, headline || ' ' || outlet FROM articles WHERE id IN "
            "(SELECT rowid FROM titles WHERE titles MATCH ? ORDER BY rowid DESC LIMIT ?)",
            (" AND ".join(f"({part})" for part in asked), MOST_TITLES),
        ).fetchall()
        typed = " ".join(condition.text.rstrip("*") for condition in conditions)
        likest = process.extract(
            folded(typed), [folded(title) for _, title in found], scorer=fuzz.partial_ratio, limit=limit
        )
        return [found[at][0] for _, _, at in likest]

    def _renew(self) -> None:
        state = (self._connection.execute("PRAGMA data_version").fetchone()[0], self._connection.total_changes)
        if state != self._state and time.monotonic() >= self._due:
            self._words = [word for (word,) in self._connection.execute("SELECT term FROM title_words")]
            self._state, self._due = state, time.monotonic() + _KEPT_SECONDS

    def _asked(self, condition: Condition) -> list[str]:
        """What FTS5 is asked for each word of a condition."""
        words = "".join(sign if sign.isalnum() else " " for sign in folded(condition.text)).split()
        begins = condition.text.endswith("*")
        return [self._asked_for(word, begins=begins and at == len(words) - 1) for at, word in enumerate(words)]

    def _asked_for(self, word: str, *, begins: bool) -> str:
        if any(map(is_unspaced, word)):
            return f'"{" ".join(_WORD.findall(parted(word)))}"'
        exact = f'"{word}" *' if begins else f'"{word}"'
        inside = [known for known in self._words if word in known][:MOST_WORDS] if len(word) >= INSIDE else []
        # who types a word that stands there has made no slip
        alike = self._alike(word, begins=begins) if len(word) >= FEWEST_LETTERS and not inside else []
        return " OR ".join([exact, *(f'"{known}"' for known in inside), *alike])

    def _alike(self, word: str, *, begins: bool) -> list[str]:
        """Words with slips; of one that is not yet at its end the beginnings of words."""
        slips = 2 if len(word) >= SECOND_SLIP else 1
        known = {known[: len(word)] for known in self._words if len(known) >= len(word)} if begins else self._words
        found = process.extract(word, known, scorer=OSA.distance, score_cutoff=slips, limit=MOST_WORDS)
        return [f'"{one[0]}" *' if begins else f'"{one[0]}"' for one in found]


def folded(text: str) -> str:
    """Without accents and capitals, as the index has words."""
    lowered = text.lower()
    if lowered.isascii():
        return lowered
    return "".join(sign for sign in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(sign))
