"""The article under the cursor: read and cleaned in a thread, shown as text, as the raw page, or at a glance.

In the raw page the reader corrects verdicts line by line. Every correction is on the disk at once and can be undone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message

from storyreader.article import Article
from storyreader.errors import StoryReaderError
from storyreader.fact import Fact
from storyreader.library import Entry
from widgets.about_pane import AboutPane
from widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from storyreader.cleaning import Correction


class Reader(Horizontal):
    """Shows one entry's article beside what it holds."""

    @dataclass
    class ArticleRead(Message):
        """The article asked for, or why it cannot be read.

        `offered` are corrections of the same lines on other pages of the outlet. `entry` is what is known of the
        article by now, which may be more than when the folder was read.
        """

        path: str
        article: Article | None
        entry: Entry | None = None
        facts: tuple[Fact, ...] = ()
        offered: "tuple[Correction, ...]" = ()
        problem: str = ""
        hint: str = ""

    @dataclass
    class Corrected(Message):
        """The reader has corrected the page at `path`; `says` tells what happened."""

        path: str
        says: str

    def __init__(self) -> None:
        super().__init__()
        self.path = ""
        self._offered: tuple[Correction, ...] = ()
        self._undo: list[tuple[Article, tuple[Correction, ...], str]] = []

    def compose(self) -> ComposeResult:
        yield ReadingPane(id="reader")
        yield AboutPane(id="about")

    @property
    def pane(self) -> ReadingPane:
        """Where the text is."""
        return self.query_one(ReadingPane)

    def open(self, entry: Entry) -> None:
        """Show the entry's article, or why there is none."""
        self.path = entry.path
        if entry.problem:
            self.pane.say(f"{Path(entry.path).name} was not read", entry.problem, entry.hint)
        else:
            self._read(entry.path)

    @work(thread=True, exclusive=True, exit_on_error=False, group="article")
    def _read(self, path: str) -> None:
        from storyreader.facts import extract_article_facts
        from storyreader.library import LibraryCache, correction_book, entry_of, read_article

        if path != self.path:
            return  # the cursor has already moved on
        cache = LibraryCache()
        try:
            article = read_article(path, cache)
            entry = entry_of(article)
            cache.put(Path(path), entry)
        except StoryReaderError as error:
            self.post_message(self.ArticleRead(path, None, problem=error.message, hint=error.hint))
            return
        finally:
            cache.close()
        by_text = extract_article_facts(article.paragraphs, article.published, article.language)
        facts = tuple(fact for found in by_text for fact in found)
        self.post_message(self.ArticleRead(path, article, entry, facts, correction_book().offered(article)))

    @on(ArticleRead)
    def _show(self, message: ArticleRead) -> None:
        if message.path != self.path:
            return
        if message.article is None:
            self.pane.say(f"{Path(message.path).name} was not read", message.problem, message.hint)
            return
        self._offered = message.offered
        self.pane.show(message.article, offered=len(message.offered))
        self.query_one(AboutPane).show(message.article, message.facts)

    # Correcting verdicts

    def correct(self) -> None:
        """In the raw page turn the verdict of the line under the cursor; in the text take over what is offered."""
        article = self.pane.article
        if article is None:
            return
        if not self.pane.raw and self._offered:
            count = len(self._offered)
            self._change(article, self._offered, f"{count} line{'' if count == 1 else 's'} corrected as before")
        elif not self.pane.raw:
            self.pane.toggle_raw()
            self.post_message(self.Corrected("", "Put the cursor on a line: L brings it back or leaves it out."))
        elif (line := self.pane.line) is not None:
            from storyreader.cleaning import Correction

            says = "left out" if line.kept else "brought back"
            self._change(article, [Correction(line.number, line.text, not line.kept)], f"Line {line.number} {says}")

    @work(thread=True, exit_on_error=False, group="correct")
    def _change(self, article: Article, changed: "Sequence[Correction]", says: str) -> None:
        from storyreader.library import correction_book

        book = correction_book()
        numbers = {correction.number for correction in changed}
        kept = [known for known in book.of_page(article.content_hash) if known.number not in numbers]
        self._set(article, [*kept, *changed], f"{says}; u undoes.", undo=says)

    def undo(self) -> None:
        """Take back the latest correction."""
        if self._undo:
            article, before, says = self._undo.pop()
            self._take_back(article, before, f"Undone: {says}.")
        else:
            self.post_message(self.Corrected("", "No correction to undo."))

    @work(thread=True, exit_on_error=False, group="correct")
    def _take_back(self, article: Article, before: "Sequence[Correction]", says: str) -> None:
        self._set(article, before, says)

    def _set(self, article: Article, corrections: "Sequence[Correction]", says: str, undo: str = "") -> None:
        from storyreader.library import correction_book

        try:
            before = correction_book().set(article, corrections)
        except StoryReaderError as error:
            self.post_message(self.Corrected("", f"! {error}"))
            return
        if undo:
            self._undo.append((article, before, undo))
        self.post_message(self.Corrected(article.path, says))
        if article.path == self.path:
            self.app.call_from_thread(self._read, article.path)
