"""Where n and N go among the texts, and what the status line says of it beforehand."""

from typing import NamedTuple

from storyreader.messages import KIND_WORDS, OTHER_VALUE
from storyreader.row_filters import differing_rows, next_place, stopping_rows
from tui.workspace import Workspace


class Step(NamedTuple):
    """The row a step leads to: what it is, its number from 1 among those of its word, and how many they are."""

    row_index: int
    word: str
    number: int
    among: int

    @property
    def told(self) -> str:
        """Both numbers."""
        return f"{self.number} of {self.among}"


def step_ahead(space: Workspace, direction: int, *, every: bool = False, round_the_end: bool = False) -> Step | None:
    """The next stop among the rows shown, after the reader's row or before it; None at the end.

    During a search the stops are the rows found, round the end. Else they are conflicts and values that differ, and
    with `every` all differences.
    """
    if space.comparison is None:
        return None
    rows = space.rows_with_words() if space.words else _stops(space, every=every)
    here = space.row_index
    row_index = next_place(space.row_indexes, rows, here, direction)
    if row_index is None and (round_the_end or space.words):
        row_index = next_place(space.row_indexes, rows, None, direction)
    if row_index is None:
        return None
    word = _word(space, row_index)
    alike = [at for at in rows if _word(space, at) == word]
    return Step(row_index, word, alike.index(row_index) + 1, len(alike))


def _stops(space: Workspace, *, every: bool) -> list[int]:
    assert space.comparison is not None
    if every:
        return differing_rows(space.comparison, space.row_indexes)
    return stopping_rows(space.comparison, space.row_indexes, space.filter, space.known)


def _word(space: Workspace, row_index: int) -> str:
    """What a stop is called."""
    assert space.comparison is not None
    kind = space.comparison.rows[row_index].kind
    if space.words:
        return "match"
    return OTHER_VALUE if kind != "conflict" and row_index in space.known.differing else KIND_WORDS[kind]
