"""The sentences of a comparison as the views draw them: wrapped once for each width, with what is marked in them.

Changed words are looked up when a sentence is first drawn, so that a long comparison opens at once.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from storyreader.article import Article
from storyreader.comparison import SIDES, Comparison, Passage, Row, Side
from storyreader.findings import RowValue, RowValues, shared_words
from storyreader.row_filters import row_of_sentence
from widgets.selecting import Line
from widgets.text_search import Mark, found_in, marked
from widgets.wrapping import wrap


class SideTexts:
    """Wraps and marks sentences: of a pair that is told in part what both tell, else what changed.

    `words` are looked for and marked wherever they stand. `values` are the values that differ, by row: marked in both
    sentences, whatever else is marked there. Of a heavily reworded pair the words that both have are marked.
    `painted` is what the reader's notes paint.
    `chosen` are words under the reader's hand: side, sentence, first and end character.
    """

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.words = ""
        self._found: tuple[str, frozenset[int]] = ("", frozenset())
        self.chosen: tuple[Side, int, int, int] | None = None
        self._heights: dict[tuple[Side, int, int], int] = {}
        self._changed: dict[tuple[Side, int], list[Mark]] = {}
        self.values: RowValues = {}
        self.painted: Mapping[tuple[Side, int], Sequence[Mark]] = {}
        self._value_marks: dict[tuple[Side, int], list[Mark]] = {}
        self.row_of: dict[Side, dict[int, int]] = {side: row_of_sentence(comparison, side) for side in SIDES}

    def show_values(self, values: RowValues) -> None:
        """Take the values that differ, once they are found."""
        self.values = values
        self._value_marks = defaultdict(list)
        for value in (value for found in values.values() for value in found):
            style = "value-conflict" if value.conflict else "value"
            for side in SIDES:
                if (passage := value.passage(side)) is not None:
                    start, end = self._where(value, side, passage)
                    self._value_marks[side, passage.sentence].append(Mark(start, end, style))

    def _where(self, value: RowValue, side: Side, passage: Passage) -> tuple[int, int]:
        """What is marked of a value: of the same words from two speakers the speakers."""
        words = value.left_text if side == "left" else value.right_text
        at = self.text(side, passage.sentence).find(words) if value.reason == "speaker" and words else -1
        return (at, at + len(words)) if at >= 0 else (passage.start, passage.end)

    def paint(self, passages: Mapping[tuple[Side, int], Sequence[tuple[int, int, bool]]]) -> None:
        """Paint words by side and sentence: first and end character, and whether it is a highlight or has a note."""
        self.painted = {
            place: [Mark(start, end, "highlight" if light else "noted") for start, end, light in found]
            for place, found in passages.items()
        }

    def article(self, side: Side) -> Article:
        """The article of a side."""
        return self.comparison.left if side == "left" else self.comparison.right

    def text(self, side: Side, number: int) -> str:
        """A sentence."""
        return self.article(side).sentences[number].text

    def height(self, side: Side, number: int, room: int) -> int:
        """How many lines a sentence takes in `room` cells; only this is kept, what is drawn is wrapped again."""
        key = (side, number, room)
        if key not in self._heights:
            self._heights[key] = len(wrap(self.text(side, number), room))
        return self._heights[key]

    def lines(self, side: Side, number: int, room: int, plain: str = "") -> Iterator[Line]:
        """A sentence line by line, the changed and the looked-for words in their styles."""
        text = self.text(side, number)
        changes = [] if plain == "dim" else self._changes(side, number)
        marks = [*self.painted.get((side, number), ()), *changes]
        marks += [*self._value_marks.get((side, number), ()), *found_in(text, self.words)]
        if self.chosen is not None and self.chosen[:2] == (side, number):
            marks.append(Mark(self.chosen[2], self.chosen[3], "selected"))
        for part in wrap(text, room):
            yield marked(text, part, marks, plain, side)

    def rows_with_words(self, row_indexes: Sequence[int]) -> list[int]:
        """Those of some rows in which the words looked for stand."""
        if not self.words.strip():
            return []
        if self._found[0] != self.words:  # the status line asks at every move
            rows = enumerate(self.comparison.rows)
            self._found = (self.words, frozenset(index for index, row in rows if self._has_words(row)))
        return [row_index for row_index in row_indexes if row_index in self._found[1]]

    def _has_words(self, row: Row) -> bool:
        return any(found_in(self.text(side, number), self.words) for side in SIDES for number in row.numbers(side))

    def _changes(self, side: Side, number: int) -> list[Mark]:
        """The changed stretches of a sentence, for the link under which it is shown."""
        key = (side, number)
        if key not in self._changed:
            row = self.comparison.rows[self.row_of[side][number]]
            link = self.comparison.links[row.link] if row.link is not None else None
            if link is not None and link.kind == "partial" and link.shared:
                passages = [claim.left if side == "left" else claim.right for claim in link.shared]
                style = "shared"
            elif link is not None and link.rewritten:
                passages = list(shared_words(self.comparison, link)[side])
                style = "shared"
            else:
                changes = link.changes if link is not None else ()
                passages = [passage for c in changes if (passage := c.left if side == "left" else c.right)]
                style = f"changed-{side}"
            self._changed[key] = [
                Mark(passage.start, passage.end, style) for passage in passages if passage.sentence == number
            ]
        return self._changed[key]
