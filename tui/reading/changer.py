"""Bringing what the reader changes of a page to the disk, in threads, and taking it back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from textual.message import Message

from storyreader import application, library
from storyreader.errors import StoryReaderError
from tui.background import Background, in_thread
from tui.reading.changes import LabelChange, PageChange
from widgets.details_sheet import LABELS

if TYPE_CHECKING:
    from storyreader.application import ArticleShelf, OpenedArticle
    from storyreader.article import Article
    from storyreader.cleaning import Correction
    from storyreader.library import LabelBook, Labels

Way = Literal["undo", "redo"]
TURNED: dict[Way, str] = {"undo": "Undone", "redo": "Done again"}


class Changer(Background):
    """Writes corrections, notes and places, and tells what came of it."""

    @dataclass
    class Changed(Message):
        """Something of the page at `path` has changed (nothing without a path); `text` tells what happened.

        `change` can be undone; None where it was itself undone. `line` is a page line to go to; `labels`
        are all the labels there are after a change of some.
        """

        path: str
        text: str
        change: PageChange | LabelChange | None = None
        line: int | None = None
        labels: "LabelBook | None" = None

    @dataclass
    class ToTurn(Message):
        """An article that was not at hand has been read, so that a step of its notebook can be undone or redone."""

        opened: "OpenedArticle"
        way: Way

    def __init__(self, shelf: "ArticleShelf") -> None:
        super().__init__()
        self._shelf = shelf

    # Corrections

    @in_thread("correct")
    def correct_lines(self, article: "Article", changed: "Sequence[Correction]", name: str) -> None:
        """Correct verdicts on lines of the article's page."""
        numbers = {correction.number for correction in changed}
        book = library.correction_book()
        kept = [correction for correction in book.of_page(article.content_hash) if correction.number not in numbers]
        line = changed[0].number if len(changed) == 1 else None
        self.post_message(_put(self._shelf, PageChange(book.set, article, None, [*kept, *changed], name, line)))

    @in_thread("correct")
    def correct_details(self, article: "Article", changed: "Mapping[str, str]") -> None:
        """Put the reader's own words in place of what was read of the article."""
        book = library.correction_book()
        name = f"{' and '.join(LABELS[field] for field in changed)} corrected".capitalize()
        details = {**book.details_of_page(article.content_hash), **changed}
        self.post_message(_put(self._shelf, PageChange(book.set_details, article, None, details, name)))

    @in_thread("correct")
    def turn(self, change: PageChange | LabelChange, way: Way) -> None:
        """Take a correction or labels back, or make them again."""
        turned = _labels_turned(change, way) if isinstance(change, LabelChange) else _turned(self._shelf, change, way)
        self.post_message(turned)

    # Labels

    @in_thread("correct")
    def label(self, articles: Sequence[str], change: "Callable[[Labels], Labels]", name: str, path: str) -> None:
        """Change the labels of some articles, by their ids."""
        try:
            before = library.change_labels(articles, change)
        except StoryReaderError as error:
            self.post_message(self.Changed("", f"! {error}"))
            return
        after = {article: change(labels) for article, labels in before.items()}
        done = LabelChange(before, after, name, path)
        self.post_message(self.Changed("", f"{name}; u undoes.", done, labels=library.read_labels()))

    # Notes and places

    @in_thread("notes")
    def write_notes(self, opened: "OpenedArticle") -> None:
        """Write the notes on an article."""
        try:
            opened.notebook.write()
        except StoryReaderError as error:
            self.post_message(self.Changed("", f"! {error}"))

    @in_thread("notes")
    def open_to_turn(self, path: str, way: Way) -> None:
        """Read an article whose notebook is to undo or redo a step."""
        try:
            self.post_message(self.ToTurn(self._shelf.open(path), way))
        except StoryReaderError as error:
            self.post_message(self.Changed("", f"! {error}"))

    @in_thread("place")
    def remember_place(self, article: str, sentence: int) -> None:
        """Remember where in an article the reader is."""
        application.remember_place(article, sentence)


def _put(shelf: "ArticleShelf", change: PageChange) -> Changer.Changed:
    """Make a correction; for a thread."""
    try:
        done = replace(change, before=_written(shelf, change, change.after))
    except StoryReaderError as error:
        return Changer.Changed("", f"! {error}")
    return Changer.Changed(change.path, f"{change.name}; u undoes.", done)


def _turned(shelf: "ArticleShelf", change: PageChange, way: Way) -> Changer.Changed:
    """Take a correction back, or make it again; for a thread."""
    try:
        _written(shelf, change, change.before if way == "undo" else change.after)
    except StoryReaderError as error:
        return Changer.Changed("", f"! {error}")
    return Changer.Changed(change.path, f"{TURNED[way]}: {change.name}.", line=change.line)


def _labels_turned(change: LabelChange, way: Way) -> Changer.Changed:
    """Bring labels back, or put them again; for a thread."""
    try:
        library.put_labels(change.before if way == "undo" else change.after)
    except StoryReaderError as error:
        return Changer.Changed("", f"! {error}")
    return Changer.Changed("", f"{TURNED[way]}: {change.name}.", labels=library.read_labels())


def _written(shelf: "ArticleShelf", change: PageChange, state: object) -> object:
    """Write a state of a page's corrections; gives the one before. What was read of pages is read anew."""
    shelf.clear()  # the notes on the text as it was are written first
    before = change.put(change.article, state)
    shelf.clear()
    return before
