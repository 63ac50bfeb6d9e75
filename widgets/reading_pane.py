"""The cleaned article to read, or its raw page with a verdict before every line.

In the text the reader is at a sentence: the first one in the window, or one that they have chosen. Sentences count
from 0 here.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message

from widgets.article_text import Notes, Remarks, article_blocks, entry_blocks, note_marks, page_blocks, worded_lines
from widgets.block_view import BlockView
from widgets.text_search import Mark
from widgets.text_view import TextBlock, TextView

if TYPE_CHECKING:
    from storyreader.article import Article, PageLine
    from storyreader.library import Entry
    from widgets.word_choice import WordChoice
    from widgets.wrapping import Slice

_REASON_WIDTH = 16


class ReadingPane(TextView):
    """Shows one article. `raw` shows the page instead, each line with what cleaning made of it, under a cursor."""

    @dataclass
    class Moved(Message):
        """The reader has come to another sentence, or further in the text."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(label_width=_REASON_WIDTH, id=id)
        self.article: Article | None = None
        self.raw = False
        self.blind = False
        self.sentence = 0
        self._chosen = False
        self._remarks = Remarks()
        self._notes: Notes = {}
        self._paragraphs: list[int] = []
        self._marks: dict[int, list[Mark]] = {}
        self._lines: list[int] = []
        self._wanted: int | None = None
        self._bringing = False  # the window is about to go to the sentence, wherever it is now
        self.choice: WordChoice[int] | None = None

    # What is shown

    def show(
        self, article: "Article", *, remarks: Remarks | None = None, notes: Notes | None = None, sentence: int = 0
    ) -> None:
        """Show an article from a sentence; the same page again, after a correction, from where the reader is."""
        again = self.article is not None and self.article.path == article.path
        self.article, self._remarks, self._notes = article, remarks or Remarks(), notes or {}
        if not again:
            self.sentence, self._chosen = 0, False
            self._wanted = sentence if 0 < sentence < len(article.sentences) else None
        self._fill(keep_place=again)

    def show_notes(self, notes: Notes) -> None:
        """Paint the notes anew; the reader stays at the sentence."""
        self._notes = notes
        if self.article is not None and not self.raw:
            before = self._line_of(self.sentence) - self.scroll_offset.y
            self._fill(keep_place=True)
            self.scroll_to(y=self._line_of(self.sentence) - before, animate=False, immediate=True)

    def begin_at(self, sentence: int) -> None:
        """Go to a sentence of an article in which the reader has not moved yet."""
        if self.article is not None and not self.raw and 0 < sentence < len(self.article.sentences):
            self._wanted = sentence
            self.lay_out()

    def announce(self, entry: "Entry", paragraphs: Sequence[str] = ()) -> None:
        """Show what is known of an article while its page is being read."""
        self.article, self.cursor_bar, self._paragraphs = None, False, []
        self.show_blocks(entry_blocks(entry, paragraphs, blind=self.blind))

    def renew(self) -> None:
        """Draw the article anew, from where the reader is."""
        if self.article is not None:
            self._fill(keep_place=True)

    def _fill(self, *, keep_place: bool) -> None:
        assert self.article is not None
        cursor, window = self.cursor, self.scroll_offset.y
        self.cursor_bar = self.raw
        self._paragraphs, self._marks, self.choice = [], {}, None
        self.sentence = max(0, min(self.sentence, len(self.article.sentences) - 1))
        if self.raw:
            self.show_blocks(page_blocks(self.article), from_top=not keep_place)
        else:
            blocks, self._paragraphs = article_blocks(self.article, self._remarks, self._notes, blind=self.blind)
            painted = note_marks(self.article, self._notes)
            self._marks = {self._paragraphs[paragraph]: marks for paragraph, marks in painted.items()}
            self.show_blocks(blocks, from_top=not keep_place)
        if keep_place:
            self.set_reactive(BlockView.cursor, min(cursor, max(0, self.block_count() - 1)))
            self.scroll_to(y=window, animate=False, immediate=True)
        elif self.raw:
            self.set_reactive(BlockView.cursor, 1)
        self.post_message(self.Moved())

    def say(self, *paragraphs: str) -> None:
        """Show words of the app in place of an article: why there is none, and what to do."""
        self.article, self.cursor_bar, self._paragraphs = None, False, []
        self.show_blocks([TextBlock(text, "" if at else "title", int(at > 0)) for at, text in enumerate(paragraphs)])

    def toggle_raw(self) -> None:
        """Change between the cleaned article and the page as it was read."""
        self.raw = not self.raw
        if self.article is not None:
            self._wanted = None if self.raw else self.sentence or None
            self._fill(keep_place=False)

    # The raw page

    @property
    def line(self) -> "PageLine | None":
        """The page line under the cursor of the raw page."""
        if self.article is None or not self.raw:
            return None
        lines = worded_lines(self.article)
        return lines[self.cursor - 1] if 0 < self.cursor <= len(lines) else None

    def go_to_line(self, number: int) -> None:
        """In the raw page put the cursor on a line of the page, by its number."""
        numbers = [line.number for line in worded_lines(self.article)] if self.article and self.raw else []
        if number in numbers:
            self.cursor = numbers.index(number) + 1

    def selectable(self, block: int) -> bool:
        return super().selectable(block) and block > 0

    # The sentence the reader is at

    @property
    def place(self) -> str:
        """Where the reader is, in words; empty where there is no text."""
        if self.article is None or self.raw or not self.article.sentences:
            return ""
        count = len(self.article.sentences)
        at_end = 0 < self.max_scroll_y <= self.scroll_offset.y and not self._chosen
        share = 100 if at_end else round(100 * (self.sentence + 1) / count)
        return f"sentence {self.sentence + 1} of {count} · {share}%"

    @property
    def ahead(self) -> str:
        """What n will do, in words; empty where nothing is looked for."""
        if not self.words:
            return ""
        match = self.match_ahead(1)
        return f"n: next match, {match[0]} of {match[1]}" if match else "n: no match"

    def choose(self) -> int | None:
        """Mark the sentence the reader is at; None where there is none."""
        if self.article is None or self.raw or not self.article.sentences:
            return None
        self.go_to(self.sentence)
        return self.sentence

    def go_to(self, sentence: int) -> None:
        """Choose a sentence and bring it into the window."""
        if self.article is None or not 0 <= sentence < len(self.article.sentences) or not self._paragraphs:
            return
        old, self.sentence, self._chosen = self.sentence, sentence, True
        if self.choice is not None and self.choice.place != sentence:
            self.choice = None
        if self.laid_out:
            first, last = self._line_of(sentence), self._line_of(sentence, at_end=True)
            top, height = self.scroll_offset.y, self.size.height
            if first < top or last >= top + height:
                self.scroll_to(y=max(0, min(first - 1, last - height // 2)), animate=False, immediate=True)
        self.forget(*(self._block_of(number) for number in {old, sentence}))
        self.post_message(self.Moved())

    def step_sentence(self, direction: int) -> None:
        """Choose the sentence the reader is at, then the one before or after it."""
        self.go_to(self.sentence + (direction if self._chosen else 0))

    def sentences_ahead(self) -> list[tuple[int, str]]:
        """The numbers and texts of all sentences, from the one the reader is at on, round the end."""
        sentences = self.article.sentences if self.article is not None and not self.raw else ()
        ahead = [*sentences[self.sentence :], *sentences[: self.sentence]]
        return [(sentence.number, sentence.text) for sentence in ahead]

    def show_choice(self, choice: "WordChoice[int] | None") -> None:
        """Show words that are being chosen, or none any more."""
        self.choice = choice
        self.go_to(choice.place if choice is not None else self.sentence)

    def selected_words(self) -> tuple[int, int, int] | None:
        """The words chosen with keyboard or mouse, if in one sentence: its number, first and end character."""
        if self.choice is not None:
            return (self.choice.place, *self.choice.span)
        selection = self.text_selection
        if selection is None or selection.start is None or self.article is None or self.raw:
            return None
        taken = self.get_selection(selection)
        words = " ".join(taken[0].split()) if taken else ""
        block = self.block_at(selection.start.y)
        for sentence in self.article.sentences if words else ():
            if self._block_of(sentence.number) == block and (at := sentence.text.find(words)) >= 0:
                return sentence.number, at, at + len(words)
        return None

    def on_click(self, event: events.Click) -> None:
        """Choose the sentence under the mouse; in the raw page the line."""
        if self.raw or self.article is None:
            super().on_click(event)
            return
        line = event.y + self.scroll_offset.y
        block = self.block_at(line)
        inside = line - self._starts[block] - self._blocks[block].above if 0 <= block < len(self._blocks) else -1
        if block in self._paragraphs and 0 <= inside < len(slices := self._wrapped(block, self.text_width)):
            at = slices[inside][0] + event.x - 1
            paragraph = self._paragraphs.index(block)
            there = [each for each in self.article.sentences if each.paragraph == paragraph]
            self.go_to(next((each.number for each in reversed(there) if each.start <= at), there[0].number))

    def lay_out(self, *, keep_place: bool = True, same: int = 0) -> None:
        self._lines = []
        super().lay_out(keep_place=keep_place, same=same)
        if self._wanted is not None and self.laid_out and self._paragraphs:
            self.sentence, self._wanted = self._wanted, None
            self._bringing = True
            self.call_after_refresh(self._bring, self.sentence)

    def _bring(self, sentence: int) -> None:
        """Have a sentence at the top of the window."""
        self._bringing = False
        if self._paragraphs and self.sentence == sentence:
            self.scroll_to(y=self._line_of(sentence), animate=False, immediate=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._follow()

    def _follow(self) -> None:
        """When the sentence has left the window, the reader is at the first one that begins in it."""
        if self.article is None or not self._paragraphs or not self.laid_out or not self.article.sentences:
            return
        top = self.scroll_offset.y
        if not self._bringing and not top <= self._line_of(self.sentence) < top + self.size.height:
            old, self._chosen, self.choice = self.sentence, False, None
            self.sentence = min(bisect_left(self._lines, top), len(self._lines) - 1)
            self.forget(self._block_of(old))
        self.post_message(self.Moved())

    def _line_of(self, sentence: int, *, at_end: bool = False) -> int:
        """The line of the view on which a sentence begins, or ends; 0 before the text is laid out."""
        if self.article is None or not self.laid_out or not self._paragraphs:
            return 0
        if not self._lines:
            self._lines = [self._line_at(each.number, each.start) for each in self.article.sentences]
        if at_end:
            return self._line_at(sentence, self.article.sentences[sentence].end - 1)
        return self._lines[sentence]

    def _line_at(self, sentence: int, offset: int) -> int:
        block = self._block_of(sentence)
        lines = self._wrapped(block, self.text_width)
        ended = bisect_right(lines, offset, hi=len(lines) - 1, key=itemgetter(1))
        return self._starts[block] + self._blocks[block].above + ended

    def _block_of(self, sentence: int) -> int:
        assert self.article is not None
        paragraph = self.article.sentences[sentence].paragraph
        return self._paragraphs[paragraph] if paragraph < len(self._paragraphs) else -1

    # Drawing

    def marks_in(self, block: int) -> Sequence[Mark]:
        marks = self._marks.get(block, [])
        if (span := self._chosen_in(block)) is None:
            return marks
        chosen = [Mark(*span, "chosen"), *marks]
        if self.choice is not None:
            start, end = self.choice.span
            chosen.append(Mark(span[0] + start, span[0] + end, "selected"))
        return chosen

    def has_bar(self, block: int, part: "Slice") -> bool:
        span = self._chosen_in(block)
        return span is not None and part[0] < span[1] and span[0] < part[1]

    def _chosen_in(self, block: int) -> "Slice | None":
        """The chosen sentence in a paragraph's block, as characters of it."""
        if not self._chosen or self.article is None or not self._paragraphs or self._block_of(self.sentence) != block:
            return None
        sentence = self.article.sentences[self.sentence]
        return sentence.start, sentence.end
