"""Choosing some words of a sentence with the keyboard: a first word, moved and made longer word by word."""

import re
from collections.abc import Sequence
from typing import Generic, Literal, TypeVar

WordStep = Literal["next", "right", "left", "more", "less", "end"]
"""What a key does: go to the next sentence, move by a word, take one word more or less, put the choice away."""

HINT = "← → move, ( ) shrink and extend, w next sentence, a note, H highlight, q done"
_WORD = re.compile(r"\S+")

Place = TypeVar("Place")


class WordChoice(Generic[Place]):
    """One or more words of one of some sentences, each given with its place. Words are counted from 0."""

    def __init__(self, sentences: Sequence[tuple[Place, str]]) -> None:
        self._sentences = sentences
        self._at = 0
        self._first = self._last = 0

    @property
    def _words(self) -> list[tuple[int, int]]:
        return [match.span() for match in _WORD.finditer(self._sentences[self._at][1])]

    @property
    def place(self) -> Place:
        """The place of the sentence."""
        return self._sentences[self._at][0]

    @property
    def span(self) -> tuple[int, int]:
        """The first and the end character of the words in the sentence."""
        words = self._words
        return words[self._first][0], words[self._last][1]

    def take(self, step: WordStep) -> None:
        """Do what a key does while words are chosen."""
        if step == "next":
            self._at = (self._at + 1) % len(self._sentences)
            self._first = self._last = 0
        elif step in ("left", "right"):
            self._move(1 if step == "right" else -1)
        elif step in ("more", "less"):
            change = 1 if step == "more" else -1
            self._last = max(self._first, min(len(self._words) - 1, self._last + change))

    def _move(self, step: int) -> None:
        """To the next or the previous word; of several, to the one beside them."""
        index = (self._last if step > 0 else self._first) + step
        self._first = self._last = max(0, min(len(self._words) - 1, index))
