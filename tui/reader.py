"""The article under the cursor: read and cleaned in a thread, shown as text, as the raw page, or at a glance.

In the raw page the reader corrects verdicts line by line. Every correction is on the disk at once and can be undone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.worker import get_current_worker

from storyreader import application, cleaning, library
from storyreader.application import ArticleShelf, OpenedArticle
from storyreader.errors import StoryReaderError
from storyreader.locators import short_name
from tui.background import Threaded, Turn, in_thread
from tui.reading.changer import TURNED, Changer, Way
from tui.reading.changes import Change, Changes, NoteChange
from widgets.about_pane import AboutPane
from widgets.article_text import Remarks
from widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from storyreader.article import Article
    from storyreader.library import Entry


class Reader(Horizontal, Threaded):
    """Shows one entry's article beside what it holds. Articles are kept, and those that come next are read ahead."""

    @dataclass
    class ArticleRead(Message):
        """The article asked for is shown, or why it cannot be read."""

        path: str
        opened: OpenedArticle | None
        problem: str = ""
        hint: str = ""

    @dataclass
    class TextKnown(Message):
        """The text of an entry as the catalogue has it, by paragraphs."""

        entry: "Entry"
        paragraphs: list[str]

    @dataclass
    class Moved(Message):
        """The reader has come to another sentence, or further in the text."""

    @dataclass
    class Wanted(Message):
        """What was undone or done again is on another article, which the list is to go to."""

        path: str

    def __init__(self, shelf: ArticleShelf) -> None:
        super().__init__()
        self.path = ""
        self.opened: OpenedArticle | None = None
        self.places: dict[str, int] = {}
        self._locators: Mapping[str, Sequence[str]] = {}
        self._lies_in: tuple[str, ...] = ()
        self._shelf = shelf
        self._changes = Changes()
        self._has_read = False

    def compose(self) -> ComposeResult:
        yield ReadingPane(id="reader")
        yield AboutPane(id="about")
        yield Changer(self._shelf)

    @property
    def pane(self) -> ReadingPane:
        """Where the text is."""
        return self.query_one(ReadingPane)

    @property
    def changer(self) -> Changer:
        """Who brings changes to the disk."""
        return self.query_one(Changer)

    def tell(self, text: str) -> None:
        """Say something that changes nothing."""
        self.post_message(Changer.Changed("", text))

    def say_empty(self, where: str, entries: "Sequence[Entry]") -> None:
        """Say that there is no article, what each file is instead, and what to do."""
        self.pane.say(
            f"No articles in {where}",
            *(f"{short_name(entry.path)}: {entry.problem} {entry.hint}" for entry in entries[:20]),
            "storyreader opens saved web pages (.html) and the text of pages (.txt): in the browser select all, copy, "
            "and paste into a file. Then press r here to read the folder again, or q to quit.",
        )

    # Showing an article

    def open(self, entry: "Entry") -> None:
        """Show the entry's article, or why there is none: at once when it is kept, else as soon as it is read."""
        self.keep_place()
        self.path, self.opened, self._has_read = entry.path, None, False
        if entry.problem:
            self.pane.say(f"{short_name(entry.path)} was not read", entry.problem, entry.hint)
        elif (known := self._shelf.known(entry.path)) is not None:
            self.post_message(self.ArticleRead(entry.path, known))
            self._show_opened(known)
        else:
            self.pane.announce(entry)
            self.query_one(AboutPane).show_blocks([])
            self._read(entry.path, entry)

    @in_thread("article", exclusive=True, turn=Turn.ASKED)
    def _read(self, path: str, entry: "Entry | None" = None) -> None:
        if path != self.path:  # the cursor has already moved on
            return
        if entry is not None:
            with library.Catalogue() as catalogue:
                self.post_message(self.TextKnown(entry, catalogue.paragraphs_of(entry.article_id)))
        try:
            self.post_message(self.ArticleRead(path, self._shelf.open(path)))
        except StoryReaderError as error:
            self.post_message(self.ArticleRead(path, None, error.message, error.hint))

    @on(TextKnown)
    def _show_text(self, message: TextKnown) -> None:
        """Show the text as it was when it was last read, until the page has been read again."""
        message.stop()
        if message.entry.path == self.path and self.opened is None and message.paragraphs:
            self.pane.announce(message.entry, message.paragraphs)

    @in_thread("ahead", exclusive=True, turn=Turn.IDLE)
    def read_ahead(self, paths: Sequence[str]) -> None:
        """Read what the reader is likely to go to next, the likeliest first."""
        worker = get_current_worker()
        for path in paths:
            if worker.is_cancelled:
                return
            try:
                self._shelf.open(path)
            except StoryReaderError:
                continue  # told when the reader comes to it

    @on(ArticleRead)
    def _show(self, message: ArticleRead) -> None:
        if message.path != self.path or (message.opened is not None and message.opened is self.opened):
            return
        if message.opened is None:
            self.pane.say(f"{short_name(message.path)} was not read", message.problem, message.hint)
        else:
            self._show_opened(message.opened)

    def _show_opened(self, opened: OpenedArticle) -> None:
        self.opened = opened
        offers, book = opened.offers, opened.notebook
        remarks = Remarks(len(offers.repeated), len(offers.taught), len(book.orphans))
        place = self.places.get(opened.article.id, 0)
        self.pane.show(opened.article, remarks=remarks, notes=book.notes, sentence=place)
        self._show_about(opened)
        if opened.problem:
            self.tell(f"! {opened.problem}")

    def _show_about(self, opened: OpenedArticle) -> None:
        self._lies_in = tuple(self._locators.get(opened.article.id, ()))
        self.query_one(AboutPane).show(opened.article, opened.facts, self._lies_in)

    def know_locators(self, locators: Mapping[str, Sequence[str]]) -> None:
        """Take where articles lie that lie in several places, by their ids."""
        self._locators = locators
        if self.opened is not None and tuple(locators.get(self.opened.article.id, ())) != self._lies_in:
            self._show_about(self.opened)

    # Where the reader is

    @on(ReadingPane.Moved)
    def _moved(self, message: ReadingPane.Moved) -> None:
        """Tell it on: a message of the pane ends here when it was this widget that moved it."""
        message.stop()
        self.post_message(self.Moved())

    def know_places(self, places: Mapping[str, int]) -> None:
        """Take the places of earlier days; an article that came before them, and is not begun, goes to its own."""
        self.places = {**places, **self.places}
        if self.opened is not None and not self._has_read:
            self.pane.begin_at(self.places.get(self.opened.article.id, 0))

    def go_to(self, article: str, sentence: int) -> None:
        """Go to a sentence of an article, by its id, now or when it is shown."""
        self.places[article] = sentence
        if self.opened is not None and self.opened.article.id == article:
            self.pane.go_to(sentence)

    def begun(self) -> None:
        """The reader has begun to read the article: its place will be kept."""
        self._has_read = True

    def keep_place(self) -> None:
        """Keep where in the article the reader is, if they have read in it."""
        if self.opened is not None and self._has_read and self.pane.article is self.opened.article:
            article = self.opened.article
            if self.places.get(article.id) != self.pane.sentence:
                self.places[article.id] = self.pane.sentence
                self.changer.remember_place(article.id, self.pane.sentence)

    # Correcting verdicts and details

    def correct(self) -> None:
        """In the raw page turn the verdict of the line under the cursor; in the text take over what is offered."""
        if self.opened is None:
            return
        article, offered = self.opened.article, self.opened.offers.lines
        if not self.pane.raw and offered:
            count = len(offered)
            name = f"{count} line{'' if count == 1 else 's'} corrected as offered"
            self.changer.correct_lines(article, offered, name)
        elif not self.pane.raw:
            self.pane.toggle_raw()
            self.tell("Put the cursor on a line; L brings it back or leaves it out.")
        elif (line := self.pane.line) is not None:
            done = "left out" if line.kept else "brought back"
            correction = cleaning.Correction(line.number, line.text, not line.kept)
            self.changer.correct_lines(article, [correction], f"Line {line.number} {done}")

    def change_details(self, article: "Article", changed: "Mapping[str, str]") -> None:
        """Put the reader's own words in place of what was read of an article."""
        self.changer.correct_details(article, changed)

    @on(Changer.Changed)
    def _show_changed(self, message: Changer.Changed) -> None:
        """Remember how to undo it, and read the page again; the screen tells what happened."""
        if message.change is not None:
            self._changes.did(message.change)
        if message.path and message.path == self.path:
            self._read(message.path)
            if message.line is not None:
                self.pane.go_to_line(message.line)

    # Notes

    def noted(self, text: str, *, new_step: bool = True) -> None:
        """The notebook of the article has changed: paint it, write it, and tell."""
        if self.opened is not None:
            if new_step:
                self._changes.did(NoteChange(self.path))
            self.pane.show_notes(self.opened.notebook.notes)
            self.changer.write_notes(self.opened)
            if text:
                self.tell(text)

    def keep_everything(self) -> None:
        """Write what is not on the disk yet. Raises SavingFailed."""
        if self.opened is not None and self._has_read:
            application.remember_place(self.opened.article.id, self.pane.sentence)
        self._shelf.write()

    # Undoing

    def undo(self) -> None:
        """Take back the latest change, and go to where it was; after those of today the notes of earlier days."""
        self._turn(self._changes.undo(), "undo")

    def redo(self) -> None:
        """Do again what was undone, and go to where it was."""
        self._turn(self._changes.redo(), "redo")

    def _turn(self, change: Change | None, way: Way) -> None:
        if change is None and self.opened is not None:
            self._turn_note(self.opened, way)
        elif change is None:
            self.tell(f"Nothing to {way}.")
        else:
            if change.path != self.path:
                self.post_message(self.Wanted(change.path))
            if isinstance(change, NoteChange):
                self.changer.open_to_turn(change.path, way)
            else:
                self.changer.turn(change, way)

    @on(Changer.ToTurn)
    def _at_hand(self, message: Changer.ToTurn) -> None:
        message.stop()
        self._turn_note(message.opened, message.way)

    def _turn_note(self, opened: OpenedArticle, way: Way) -> None:
        turned = opened.notebook.undo() if way == "undo" else opened.notebook.redo()
        if turned is None:
            self.tell(f"Nothing to {way}.")
            return
        self.changer.write_notes(opened)
        if opened.article.path == self.path:
            self.pane.show_notes(opened.notebook.notes)
            if turned.place is not None:
                self.pane.go_to(turned.place)
        self.tell(f"{TURNED[way]}: {turned.says}.")
