"""The first screen: the list of articles beside the cleaned text of the one under the cursor."""

import contextlib
import gc
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from storyreader.errors import StoryReaderError
from storyreader.settings import Settings
from tui import reading
from tui.first_minute import CARD, FirstMinute
from tui.framed import FramedScreen
from tui.keymap import LIBRARY, LIST, RAW, READING, WORDS, bindings_of
from tui.listing import Listing
from tui.pairing import Pairing
from tui.reader import Reader
from tui.reading.changer import Changer
from tui.scanner import Scanner
from widgets.article_list import ArticleList
from widgets.first_card import FirstCard
from widgets.frame import StatusLine

if TYPE_CHECKING:
    from storyreader.application import ArticleShelf
    from tui.reading import ArticleNoting, LibrarySearch


class LibraryScreen(FramedScreen):
    """Shows the files as they are read, and the article under the cursor."""

    name_in_keymap = LIBRARY
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(LIBRARY)

    def __init__(self, paths: Sequence[str | Path], settings: Settings, shelf: "ArticleShelf") -> None:
        super().__init__()
        self._paths = paths
        self._shelf = shelf
        self.settings = settings
        self._late_parts: list[Widget] = []
        self._search: LibrarySearch | None = None
        self._noting: ArticleNoting | None = None

    def body(self) -> Iterator[Widget]:
        yield Scanner(self._paths, semantic=self.settings.semantic == "on")
        yield FirstCard(CARD)
        yield Horizontal(ArticleList(id="articles"), Reader(self._shelf), id="panes")

    def begin(self) -> None:
        self._listing = Listing(self, self._scanner, self._list)
        self._pairing = Pairing(self, self._scanner, self._list)
        card, fetch = self.query_one(FirstCard), self.settings.fetch == "on"
        self._first_minute = FirstMinute(self, self._scanner, card, fetch=fetch)
        self._list.focus()
        self.status("Reading…")
        self.head(f"storyreader  {self._scanner.where}", self._scanner.counts)
        self.call_after_refresh(self._begin_reading)

    @property
    def parts(self) -> Sequence[object]:
        return (self, self._pairing, self._listing, self._first_minute, *self._late_parts)

    def _begin_reading(self) -> None:
        """Begin to read the files, and make what the first frame does without."""
        self.action_rescan()
        self._search = self._listing.search = reading.LibrarySearch(
            self._scanner, self._list, self._reader.pane, self._fill
        )
        shelving = reading.Shelving(self._list, self._reader, self._search)
        correcting = reading.PageCorrecting(self._reader, self._take_focus)
        stories = reading.StoryCorrecting(self._scanner, self._list, self._reader, lambda: self._pairing.marked)
        self.watcher = reading.Watcher(self._scanner, self._list, self._reader, self._fill)
        self._add_parts(correcting, self._search, shelving, stories, self.watcher)

    def _add_parts(self, *parts: Widget) -> None:
        self._late_parts += parts
        self.mount(*parts, before=self.query_one(StatusLine))

    def _read_on(self) -> None:
        """Make what the reader needs once an article is there."""
        if self._noting is None:
            self._noting = reading.ArticleNoting(self._reader, self.settings.verdicts)
            self._add_parts(self._noting, reading.Quoting(self._reader))

    @property
    def _list(self) -> ArticleList:
        return self.query_one(ArticleList)

    @property
    def _reader(self) -> Reader:
        return self.query_one(Reader)

    @property
    def _scanner(self) -> Scanner:
        return self.query_one(Scanner)

    # Reading the files

    def action_rescan(self) -> None:
        """Read all files again."""
        self._scanner.start()

    @on(Scanner.EntriesRead)
    def _more_entries(self, message: Scanner.EntriesRead) -> None:
        message.stop()
        self._fill()
        self.status(f"{message.progress.line} · q stops", message="")

    @on(Scanner.NotGot)
    def _say_problem(self, message: Scanner.NotGot) -> None:
        message.stop()
        self.status(f"! {message.problem}")

    @on(Scanner.Indexed)
    def _go_on_comparing(self, message: Scanner.Indexed) -> None:
        message.stop()
        self._pairing.go_on(message.wanted)

    @on(Scanner.ScanEnded)
    def _all_read(self, message: Scanner.ScanEnded) -> None:
        message.stop()
        self._show_all(message.problem if message.index is None else "")
        if message.index is not None and message.problem:
            self.status(f"! {message.problem}")
        self.opener.load_screens()
        self._scanner.read_progress()
        self._scanner.look_closer()
        self.watcher.scan_ended()

    @on(Scanner.LookedCloser)
    def _stories_known(self, message: Scanner.LookedCloser) -> None:
        message.stop()
        self._list.look = message.look
        self._fill()

    @on(Scanner.ProgressRead)
    def _progress_known(self, message: Scanner.ProgressRead) -> None:
        message.stop()
        self._reader.know_places(message.progress.places)
        self._list.know(message.progress, labels=message.labels)
        if message.labels.stories:
            self._fill()
        if message.labels.problem:
            self.status(f"! {message.labels.problem}")

    def on_screen_resume(self) -> None:
        """What was compared and noted meanwhile is to be seen in the list."""
        if not self._scanner.running:
            self._reader.keep_place()
            self._scanner.read_progress()

    def _show_all(self, problem: str = "") -> None:
        """Show what is known now that no more comes, and what to do next."""
        self._fill()
        gc.enable()
        gc.collect()
        gc.freeze()
        if problem:
            self._reader.pane.say("The folder could not be read", problem)
        elif not self._scanner.readable:
            self._reader.say_empty(self._scanner.where, self._scanner.entries)
        self._pairing.show_marks()

    def _fill(self) -> None:
        """Show what is known by now."""
        self._list.locators = self._scanner.entries.locators
        self._reader.know_locators(self._scanner.entries.locators)
        self._list.arrived = self._scanner.arrived
        self._listing.fill()
        self._list.mark(self._pairing.letters)
        self.head(f"storyreader  {self._scanner.where}", self._scanner.counts)
        if self._list.current and self._list.current.path != self._reader.path:
            self._reader.open(self._list.current)

    # Reading one article

    @on(ArticleList.Highlighted, "#articles")
    def _moved(self, message: ArticleList.Highlighted) -> None:
        message.stop()
        entry = self._list.current
        if self._list.story:
            self.status(f"Enter lays the {len(self._list.story)} accounts of this story side by side, claim by claim.")
        elif entry is not None and entry.path != self._reader.path:
            self._reader.open(entry)

    @on(Reader.ArticleRead)
    def _know_more(self, message: Reader.ArticleRead) -> None:
        """Read what comes next; and the reader's corrections may have changed what the list says of the article."""
        message.stop()
        self.call_after_refresh(self._read_on)
        if not self._scanner.running:
            self._reader.read_ahead([entry.path for entry in self._list.neighbours()])
        known = message.opened.entry if message.opened is not None else None
        index = self._scanner.learn(known) if known is not None else None
        if index is not None:
            self._list.renew(index)

    @on(Changer.Changed)
    def _changed(self, message: Changer.Changed) -> None:
        message.stop()
        if message.labels is not None:
            self._scanner.know_labels(message.labels)
            self._list.know(labels=message.labels)
            self._fill()
        self.status(message.text)

    @on(Reader.Wanted)
    def _go_to_changed(self, message: Reader.Wanted) -> None:
        message.stop()
        self._list.go_to(message.path)

    @on(Reader.Moved)
    def _show_where(self, message: Reader.Moved) -> None:
        message.stop()
        if self._reader.pane.has_focus:
            self._reader.begun()
        self.show_keys()
        self.status(self.query_one(StatusLine).left, message="")

    def status(self, left: str, right: str = "", *, message: str | None = None) -> None:
        """Change the status line; at its right is what n will do, and where the reader is, if there is room."""
        pane = self._reader.pane
        parts = (pane.ahead, pane.place if self.mode != LIST or self.app.size.width >= 100 else "")
        super().status(left, right or " · ".join(part for part in parts if part), message=message)

    # Actions

    def action_next_article(self) -> None:
        self._list.action_cursor(1)

    def action_previous_article(self) -> None:
        self._list.action_cursor(-1)

    def go_to_article(self, article: str, sentence: int | None = None) -> bool:
        """Go to an article by its id, and into it at a sentence; False when it is not in the list."""
        there = self._list.go_to_article(article)
        if there and sentence is not None:
            self._reader.go_to(article, sentence)
            if not self.has_class("reading"):
                self.action_read()
        return there

    def action_read(self) -> None:
        """Go into the article, from there back to the list; on the heading of a story lay its accounts side by side."""
        if self._reader.pane.has_focus:
            self._to_list()
        elif self._list.current is None:
            self._pairing.action_board()
        else:
            self.add_class("reading")
            self._reader.pane.focus()
            self._reader.begun()
            self.status("", message="")  # what was said of the list

    @on(ArticleList.Chosen, "#articles")
    def _chosen(self, message: ArticleList.Chosen) -> None:
        message.stop()
        self.action_read()

    def _to_list(self) -> None:
        self.remove_class("reading")
        self._list.focus()
        self._pairing.show_marks()

    action_panes = action_read

    @property
    def mode(self) -> str:
        if self._reader.pane.choice is not None:
            return WORDS
        return RAW if self._reader.pane.raw else READING if self.has_class("reading") else LIST

    def step_back(self) -> bool:
        """Stop reading files, put away what is known of the article, words chosen or found, the raw page, the text."""
        if self._scanner.running:
            self._scanner.stop()
            self._show_all()
            done, total = self._scanner.progress.done, self._scanner.progress.total
            self.status(f"Stopped after {done} of {total} files. r goes on.")
        elif self.has_class("about") and not self.has_class("-widest"):
            self.action_about()
        elif (self._noting and self._noting.end_choice()) or (self._search and self._search.end_in_text()):
            self.status("")
        elif self.mode == RAW:
            self._reader.pane.toggle_raw()
        elif self.mode == READING:
            self._to_list()
        elif self._search is not None and self._search.end():
            self._pairing.show_marks()
        else:
            return False
        return True

    def leave(self) -> None:
        """Quit."""
        self.call_later(self.app.action_quit)

    def action_about(self) -> None:
        """Show what the article holds at a glance, beside it or in its place."""
        self.toggle_class("about")

    def _take_focus(self) -> None:
        (self._reader.pane if self.has_class("reading") else self._list).focus()

    def blind_changed(self) -> None:
        self._list.blind = self._reader.pane.blind = self.opener.blind
        self._list.lay_out()
        self._reader.pane.renew()
        self._pairing.show_marks()

    def keep_everything(self) -> None:
        if self._noting is not None:
            with contextlib.suppress(Exception):  # the sheet may be gone already
                self._noting.take(self._noting.sheet.fields)
        try:
            self._reader.keep_everything()
        except StoryReaderError as error:
            self.app.notify(str(error), severity="error", timeout=15, markup=False)

    def action_saved(self) -> None:
        self.opener.open_saved_list()
