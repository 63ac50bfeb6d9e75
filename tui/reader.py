"""The article under the cursor: read and cleaned in a thread, shown as text, as the raw page, or at a glance.

In the raw page the reader corrects verdicts line by line. Every correction is on the disk at once and can be undone.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message

from storyreader import cleaning, facts, library
from storyreader.article import Article
from storyreader.errors import StoryReaderError
from storyreader.fact import Fact
from storyreader.library import Entry
from tui.background import Threaded
from widgets.about_pane import AboutPane
from widgets.details_sheet import LABELS
from widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from storyreader.cleaning import Correction
    from storyreader.library import Offers


class Reader(Horizontal, Threaded):
    """Shows one entry's article beside what it holds."""

    @dataclass
    class ArticleRead(Message):
        """The article asked for, or why it cannot be read.

        `offers` are corrections that the reader may take over. `entry` is the list's line for the article, with what
        the reader has corrected since the folder was read.
        """

        path: str
        article: Article | None
        entry: Entry | None = None
        facts: tuple[Fact, ...] = ()
        offers: "Offers | None" = None
        problem: str = ""
        hint: str = ""

    @dataclass
    class Corrected(Message):
        """The reader has corrected the page at `path`; `text` tells what happened.

        `undoing` takes it back; None where nothing changed, or where it was itself taken back.
        """

        path: str
        text: str
        undoing: "Undoing | None" = None

    def __init__(self) -> None:
        super().__init__()
        self.path = ""
        self._offered: tuple[Correction, ...] = ()
        self._undo: list[Undoing] = []

    def compose(self) -> ComposeResult:
        yield ReadingPane(id="reader")
        yield AboutPane(id="about")

    @property
    def pane(self) -> ReadingPane:
        """Where the text is."""
        return self.query_one(ReadingPane)

    def say_empty(self, where: str, entries: Sequence[Entry]) -> None:
        """Say that there is no article, what each file is instead, and what to do."""
        self.pane.say(
            f"No articles in {where}",
            *(f"{Path(entry.path).name}: {entry.problem} {entry.hint}" for entry in entries[:20]),
            "storyreader opens saved web pages (.html) and the text of pages (.txt): in the browser select all, copy, "
            "and paste into a file. Then press r here to read the folder again, or q to quit.",
        )

    def open(self, entry: Entry) -> None:
        """Show the entry's article, or why there is none."""
        self.path = entry.path
        if entry.problem:
            self.pane.say(f"{Path(entry.path).name} was not read", entry.problem, entry.hint)
        else:
            self._read(entry.path)

    @work(thread=True, exclusive=True, exit_on_error=False, group="article")
    def _read(self, path: str) -> None:
        if path == self.path:  # else the cursor has already moved on
            self.post_message(_article_read(path))

    @on(ArticleRead)
    def _show(self, message: ArticleRead) -> None:
        if message.path != self.path:
            return
        if message.article is None or message.offers is None:
            self.pane.say(f"{Path(message.path).name} was not read", message.problem, message.hint)
            return
        offers = message.offers
        self._offered = offers.lines
        self.pane.show(message.article, offered=len(offers.repeated), taught=len(offers.taught))
        self.query_one(AboutPane).show(message.article, message.facts)

    # Correcting verdicts

    def correct(self) -> None:
        """In the raw page turn the verdict of the line under the cursor; in the text take over what is offered."""
        article = self.pane.article
        if article is None:
            return
        if not self.pane.raw and self._offered:
            count = len(self._offered)
            self._change(article, self._offered, f"{count} line{'' if count == 1 else 's'} corrected as offered")
        elif not self.pane.raw:
            self.pane.toggle_raw()
            self.post_message(self.Corrected("", "Put the cursor on a line; L brings it back or leaves it out."))
        elif (line := self.pane.line) is not None:
            done = "left out" if line.kept else "brought back"
            correction = cleaning.Correction(line.number, line.text, not line.kept)
            self._change(article, [correction], f"Line {line.number} {done}")

    @work(thread=True, exit_on_error=False, group="correct")
    def _change(self, article: Article, changed: "Sequence[Correction]", name: str) -> None:
        numbers = {correction.number for correction in changed}
        known = library.correction_book().of_page(article.content_hash)
        kept = [correction for correction in known if correction.number not in numbers]
        put = library.correction_book().set
        self.post_message(_put(put, article, [*kept, *changed], f"{name}; u undoes.", undo=name))

    @work(thread=True, exit_on_error=False, group="correct")
    def change_details(self, article: Article, changed: "Mapping[str, str]") -> None:
        """Put the reader's own words in place of what was read of an article."""
        book = library.correction_book()
        known = book.details_of_page(article.content_hash)
        name = f"{' and '.join(LABELS[field] for field in changed)} corrected".capitalize()
        self.post_message(_put(book.set_details, article, {**known, **changed}, f"{name}; u undoes.", undo=name))

    def undo(self) -> None:
        """Take back the latest correction."""
        if self._undo:
            self._take_back(self._undo.pop())
        else:
            self.post_message(self.Corrected("", "No correction to undo."))

    @work(thread=True, exit_on_error=False, group="correct")
    def _take_back(self, undoing: "Undoing") -> None:
        self.post_message(_put(undoing.put, undoing.article, undoing.before, f"Undone: {undoing.name}."))

    @on(Corrected)
    def _show_corrected(self, message: Corrected) -> None:
        """Remember how to undo it, and read the page again; the screen tells what happened."""
        if message.undoing is not None:
            self._undo.append(message.undoing)
        if message.path and message.path == self.path:
            self._read(message.path)


@dataclass(frozen=True, slots=True)
class Undoing:
    """What takes a correction back: `put` writes again what was there before; `name` says what it was."""

    put: Callable[[Article, Any], Any]
    article: Article
    before: Any
    name: str


def _article_read(path: str) -> Reader.ArticleRead:
    """Read a page and what is offered for it; for a thread."""
    cache = library.LibraryCache()
    try:
        article = library.read_article(path)
        entry = library.entry_of(article)
        cache.put(Path(path), entry)
        offers = library.offers_for(article, library.correction_book(), cache)
    except StoryReaderError as error:
        return Reader.ArticleRead(path, None, problem=error.message, hint=error.hint)
    finally:
        cache.close()
    by_text = facts.extract_article_facts(article.paragraphs, article.published, article.language)
    found = tuple(fact for text_facts in by_text for fact in text_facts)
    return Reader.ArticleRead(path, article, entry, found, offers)


def _put(
    put: Callable[[Article, Any], Any], article: Article, said: Any, text: str, undo: str = ""
) -> Reader.Corrected:
    """Write what the reader says of a page, by what returns what was there before; `undo` names the change when it is
    to be undone. For a thread.
    """
    try:
        before = put(article, said)
    except StoryReaderError as error:
        return Reader.Corrected("", f"! {error}")
    return Reader.Corrected(article.path, text, Undoing(put, article, before, undo) if undo else None)
