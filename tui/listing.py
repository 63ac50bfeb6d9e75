"""Which articles the list shows, and in which order: by story or flat, all of them or those that are looked for."""

from typing import TYPE_CHECKING

from storyreader import application, library
from tui.framed import FramedScreen
from tui.scanner import Scanner
from widgets.article_list import ArticleList

if TYPE_CHECKING:
    from storyreader.application import Shelved
    from tui.reading import LibrarySearch


FLAT = "This is one flat list. v groups it by story."


class Listing:
    """Fills the list. `search` comes later than the first frame."""

    def __init__(self, screen: FramedScreen, scanner: Scanner, articles: ArticleList) -> None:
        self._screen = screen
        self._scanner = scanner
        self._list = articles
        self._grouped = True
        self._order = 0  # among application.ORDERS, of which the first is that of the files
        self._close_to = ""
        self.search: LibrarySearch | None = None

    def fill(self) -> None:
        """Show what is known by now."""
        entries = self._scanner.entries
        stories = self._scanner.stories if self._grouped and self._scanner.stories else None
        if self.search is not None and self.search.active:
            found = self.search.matching(entries, self._shelved())
            self._list.show(entries, stories, [one.entry for one in found], {one.entry: one.excerpt for one in found})
        elif stories is None and self._order:
            self._list.show(entries, stories, self._in_order())
        else:
            self._list.show(entries, stories)

    def _shelved(self) -> "Shelved":
        progress, labels = self._list.progress or application.Progress(), self._list.labels or library.LabelBook()
        return application.Shelved(self._scanner.stories, progress, labels)

    def _in_order(self) -> list[int]:
        entries, order = self._scanner.entries, application.ORDERS[self._order]
        to = entries.of_path(self._close_to)
        likeness = self._scanner.likeness(entries[to]) if order == application.CLOSEST and to is not None else {}
        return application.in_order(entries, order, likeness, to)

    def action_group(self) -> None:
        """Group by story, or show one flat list."""
        self._grouped = not self._grouped
        self.fill()
        flat = f"One list, {application.ORDERS[self._order]}; S sorts it."
        self._screen.status("Grouped by story" if self._grouped else flat)

    def action_sort(self) -> None:
        """Show one flat list in the next order."""
        if not self._grouped:
            self._order = (self._order + 1) % len(application.ORDERS)
        self._grouped = False
        current = self._list.current
        self._close_to = current.path if current is not None else ""
        self.fill()
        order = application.ORDERS[self._order]
        to = f" to “{current.title}”" if order == application.CLOSEST and current is not None else ""
        self._screen.status(f"One list, {order}{to}. S sorts it otherwise, v groups by story.")

    def action_next_story(self) -> None:
        """Go to the next heading of the list."""
        if not self._list.go_to_heading(1):
            self._screen.status("No story further down." if self._grouped else FLAT)

    def action_previous_story(self) -> None:
        if not self._list.go_to_heading(-1):
            self._screen.status("No story further up." if self._grouped else FLAT)
