"""The first screen: the list of articles beside the cleaned text of the one under the cursor."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from storyreader.library import Entry
from storyreader.settings import Settings
from tui.keymap import LIBRARY, bindings_of
from tui.marks import Marks
from tui.opening import Files
from tui.reader import Reader
from tui.screens.scanning import ScanningScreen
from widgets.article_list import ArticleList
from widgets.find_line import FindLine

if TYPE_CHECKING:
    from storyreader.library import StoryIndex


class LibraryScreen(ScanningScreen):
    """Reads the files in a thread and shows them as they come."""

    name_in_keymap = LIBRARY
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(LIBRARY)

    def __init__(self, paths: Sequence[str | Path], settings: Settings) -> None:
        super().__init__(paths)
        self.settings = settings
        self._grouped = True
        self._query = ""
        self._marks = Marks()
        self._in_text = False

    def body(self) -> Iterator[Widget]:
        yield Horizontal(ArticleList(id="articles"), Reader(), id="panes")
        yield FindLine()

    def on_mount(self) -> None:
        self._list.focus()
        self.status("Reading…")
        self._show_place()
        self.call_after_refresh(self.action_rescan)

    def fill(self) -> None:
        """Show what is known by now."""
        stories = self._stories if self._grouped and self._stories else None
        self._list.show(self._entries, stories, self._query)
        self._list.mark(self._marks.letters)
        self._show_place()
        if self._list.current and self._list.current.path != self._reader.path:
            self._reader.open(self._list.current)

    # Reading one article

    @on(ArticleList.Highlighted, "#articles")
    def _moved(self, message: ArticleList.Highlighted) -> None:
        message.stop()
        entry = self._list.current
        if entry is not None and entry.path != self._reader.path:
            self._reader.open(entry)

    @on(Reader.ArticleRead)
    def _know_more(self, message: Reader.ArticleRead) -> None:
        """The reader's corrections may have changed what the list says of the article."""
        message.stop()
        for place, entry in enumerate(self._entries):
            if message.entry is not None and entry.path == message.path and entry != message.entry:
                self._entries[place] = message.entry
                self._list.renew(place)

    @on(Reader.Corrected)
    def _corrected(self, message: Reader.Corrected) -> None:
        message.stop()
        self.status(message.says)

    # Actions

    def action_next_article(self) -> None:
        self._list.action_cursor(1)

    def action_previous_article(self) -> None:
        self._list.action_cursor(-1)

    def action_read(self) -> None:
        """Go into the article; from there back to the list."""
        if self._reader.pane.has_focus:
            self._to_list()
        else:
            self.add_class("reading")
            self._reader.pane.focus()

    @on(ArticleList.Chosen, "#articles")
    def _chosen(self, message: ArticleList.Chosen) -> None:
        message.stop()
        self.action_read()

    def _to_list(self) -> None:
        self.remove_class("reading")
        self._list.focus()

    def action_panes(self) -> None:
        self.action_read()

    def action_back(self) -> None:
        """Close what is open, then leave the article, then the app."""
        if self.query_one(FindLine).is_open:
            self.query_one(FindLine).action_cancel()
        elif self._scanning:
            self._scan += 1
            self._all_read(self.ScanEnded(self._scan, None))
            self.status(f"Stopped after {len(self._entries)} of {self._total} files. r reads all of them.")
        elif self.has_class("about") and not self.has_class("-widest"):
            self.action_about()
        elif self._reader.pane.has_focus:
            self._to_list()
        elif self._query:
            self._query = ""
            self.fill()
        else:
            self.app.exit()

    def action_about(self) -> None:
        """Show what the article holds at a glance, beside it or in its place."""
        self.toggle_class("about")

    def action_raw(self) -> None:
        self._reader.pane.toggle_raw()

    def action_correct(self) -> None:
        self._reader.correct()

    def action_undo(self) -> None:
        self._reader.undo()

    def action_wider(self) -> None:
        self._reader.pane.widen(8)

    def action_narrower(self) -> None:
        self._reader.pane.widen(-8)

    def action_usual(self) -> None:
        self._reader.pane.widen(0)

    def action_group(self) -> None:
        self._grouped = not self._grouped
        self.fill()
        self.status("Grouped by story" if self._grouped else "One list, in the order of the files")

    def action_find(self) -> None:
        """Find in the text when that has the focus, else among the articles."""
        self._in_text = self._reader.pane.has_focus
        self.query_one(FindLine).open()

    def action_next_found(self) -> None:
        self._to_found(1)

    def action_previous_found(self) -> None:
        self._to_found(-1)

    def _to_found(self, direction: int) -> None:
        place = self._reader.pane.next_found(direction)
        self.status(f"{place[0]} of {place[1]}" if place else "Nothing is being looked for. / in the text finds words.")

    @on(FindLine.Asked)
    def _find(self, message: FindLine.Asked) -> None:
        message.stop()
        if self._in_text:
            self._find_in_text(message)
            return
        self._query = message.words
        self.fill()
        if message.done:
            self._list.focus()
        if message.words:
            count = self._list.block_count()
            self.status(f"{count} article{'' if count == 1 else 's'} found for “{message.words}”. q shows all again.")
        else:
            self.show_marks()

    def _find_in_text(self, message: FindLine.Asked) -> None:
        count = self._reader.pane.find(message.words)
        if message.words:
            self.status(f"{count} place{'' if count == 1 else 's'} with “{message.words}”. n and N go through them.")
        if message.done:
            self._reader.pane.focus()

    # Comparing

    def action_mark(self) -> None:
        """Mark as A, then as B; a marked article is unmarked."""
        entry = self._list.current
        if entry is not None and not entry.problem:
            self._marks.toggle(entry.path)
            self.show_marks()

    def action_unmark(self) -> None:
        self._marks.clear()
        self.show_marks()

    def show_marks(self) -> None:
        """Say what is marked, and what to do next."""
        self._list.mark(self._marks.letters)
        names = {letter: self._name_of(path) for letter, path in self._marks.paths.items()}
        if len(names) == 2:
            self.status(f"A: {names['A']} · B: {names['B']} · c compares them.")
        elif names:
            letter, name = next(iter(names.items()))
            self.status(f"{letter}: {name}. Space marks the second article, then c compares.")
        else:
            self.status("c compares with the closest account; Space marks two of your choice.")

    def _name_of(self, path: str) -> str:
        entry = next((entry for entry in self._entries if entry.path == path), None)
        return Path(path).name if entry is None else entry.title if self._list.blind else entry.outlet

    def action_compare(self) -> None:
        """Compare the marked pair, or one marked with the current, or the current with the closest."""
        entry = self._list.current
        current = entry.path if entry is not None and not entry.problem else None
        pair = self._marks.pair_with(current) or (self._with_closest(entry) if entry and current else None)
        if pair is not None:
            self._compare(*pair)
        elif current is None:
            self.status("Put the cursor on an article first.")

    def _compare(self, left: str, right: str) -> None:
        from tui.screens.compare import CompareScreen

        readable = [entry for entry in self._entries if not entry.problem]
        self.app.push_screen(CompareScreen(Files(left, right), self.settings, others=readable))

    def action_choose_partner(self) -> None:
        """Choose by name what to compare the current article with."""
        from tui.screens.choose import ChooseScreen

        entry = self._list.current
        if entry is None or entry.problem:
            self.status("Put the cursor on an article first.")
            return
        left = entry.path
        others = [other for other in self._entries if not other.problem and other.path != left]

        def chosen(path: str | None) -> None:
            if path is not None:
                self._compare(left, path)

        blind = getattr(self.app, "blind", False)
        self.app.push_screen(ChooseScreen("Compare this article with", others, blind=blind), chosen)

    def blind_changed(self) -> None:
        """The outlets' names are to be hidden, or shown again."""
        blind = getattr(self.app, "blind", False)
        self._list.blind = self._reader.pane.blind = blind
        self._list.lay_out()
        self._reader.pane.renew()
        self.show_marks()

    def _with_closest(self, entry: Entry) -> tuple[str, str] | None:
        """The entry and its closest account; None when there is none, or when it must be looked for in a thread."""
        index = self._index
        if index is None or index.size != len(self._entries):
            self.status("Looking for the closest account…")
            self.make_index(self._scan, self._entries, entry)
            return None
        return self._closest_in(index, entry)

    @on(ScanningScreen.Indexed)
    def _go_on_comparing(self, message: ScanningScreen.Indexed) -> None:
        """Compare what was waiting for its closest account, unless the reader has gone on since."""
        entry = self._list.current
        if message.scan != self._scan or self.app.screen is not self or entry is None:
            return
        self._index = message.index
        pair = self._closest_in(message.index, message.wanted) if entry.path == message.wanted.path else None
        if pair is not None:
            self._compare(*pair)

    def _closest_in(self, index: "StoryIndex", entry: Entry) -> tuple[str, str] | None:
        """The entry and its closest account; None, and why is said, where there is none."""
        place = index.closest(next(at for at, known in enumerate(self._entries) if known.path == entry.path))
        if place is not None:
            return entry.path, self._entries[place].path
        readable = sum(1 for entry in self._entries if not entry.problem)
        self.status(
            "One article so far: put another beside it in the folder and press r."
            if readable < 2
            else "No other article shares its words. Space marks any two to compare them all the same."
        )
        return None

    def action_saved(self) -> None:
        from tui.screens.saved import SavedScreen

        self.app.push_screen(SavedScreen(self.settings))
