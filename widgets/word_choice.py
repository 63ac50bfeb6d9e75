"""Choosing some words of a sentence with the keyboard: a first word, moved and made longer word by word."""

import re

from storyreader.comparison import SIDES, Row, Side
from widgets.side_texts import SideTexts

_WORD = re.compile(r"\S+")


class WordChoice:
    """One or more words of one sentence of a row. Words are counted from 0."""

    def __init__(self, texts: SideTexts, row: Row) -> None:
        self._texts = texts
        self._sentences: list[tuple[Side, int]] = [(side, number) for side in SIDES for number in row.numbers(side)]
        self._at = 0
        self._first = self._last = 0

    @property
    def _words(self) -> list[tuple[int, int]]:
        return [match.span() for match in _WORD.finditer(self._texts.text(*self._sentences[self._at]))]

    @property
    def chosen(self) -> tuple[Side, int, int, int]:
        """The side, the sentence, and the first and the end character of the words in it."""
        side, number = self._sentences[self._at]
        words = self._words
        return side, number, words[self._first][0], words[self._last][1]

    def move(self, step: int) -> None:
        """Go to the next or the previous word; of several, to the one beside them."""
        index = (self._last if step > 0 else self._first) + step
        self._first = self._last = max(0, min(len(self._words) - 1, index))

    def extend(self, step: int) -> None:
        """Take one more word at the end, or one less."""
        self._last = max(self._first, min(len(self._words) - 1, self._last + step))

    def next_sentence(self) -> None:
        """Go to the first word of the row's next sentence, round the end."""
        self._at = (self._at + 1) % len(self._sentences)
        self._first = self._last = 0
