"""What the reader says of articles in the list: starred, tagged, read or new; one of them, or all that are shown."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from storyreader import library
from storyreader.errors import StoryReaderError
from storyreader.library import Entry, Labels
from tui.background import Background
from tui.framed import Framed
from tui.in_hand import article_in_hand
from tui.prompts import WriteScreen
from tui.reader import Reader
from tui.reading.library_search import LibrarySearch
from widgets.article_list import ArticleList

SHOWN = {"new": "is:new", "read": "is:read", "starred": "is:starred", "with notes": "has:note", "with tags": "has:tag"}
"""What the list may be narrowed to, and the query for it; the reader's kept searches come behind."""

Change = Callable[[Labels], Labels]


class Shelving(Background, Framed):
    """Changes labels by keys. While a search is on it asks whether one article is meant or all that were found."""

    def __init__(self, articles: ArticleList, reader: Reader, search: LibrarySearch) -> None:
        super().__init__()
        self._list = articles
        self._reader = reader
        self._search = search

    def _labels(self, entry: Entry) -> Labels:
        book = self._list.labels
        return Labels() if book is None else book.of(entry.article_id)

    # Labels

    def action_star(self) -> None:
        """Star the article; when it has a star already, take it away."""

        def starred(entries: Sequence[Entry]) -> None:
            on = not all(self._labels(entry).starred for entry in entries)
            self._label(entries, lambda labels: replace(labels, starred=on), "starred" if on else "no longer starred")

        self._for_some("Star", starred)

    def action_toggle_read(self) -> None:
        """Say that the article is read; of one that is read, that it is new."""

        def marked(entries: Sequence[Entry]) -> None:
            read = not all(self._is_read(entry) for entry in entries)
            self._label(entries, lambda labels: replace(labels, read=read), "read" if read else "new again")

        self._for_some("Read or new", marked)

    def _is_read(self, entry: Entry) -> bool:
        progress = self._list.progress
        return self._labels(entry).is_read(opened=progress is not None and entry.article_id in progress.places)

    def action_tag(self) -> None:
        """Write the tags of the article; a comma or a blank parts them."""

        def tagged(entries: Sequence[Entry]) -> None:
            common = self._labels(entries[0]).tags if len(entries) == 1 else ()
            question = "Tags of this article" if len(entries) == 1 else f"Tags to add to {len(entries)} articles"

            def written(text: str | None) -> None:
                if text is None:
                    return
                tags = tuple(dict.fromkeys(tag.lstrip("#") for tag in text.replace(",", " ").split()))
                add: Change = lambda labels: replace(labels, tags=tuple(dict.fromkeys((*labels.tags, *tags))))  # noqa: E731
                put: Change = lambda labels: replace(labels, tags=tags)  # noqa: E731
                says = f"tagged {', '.join(tags)}" if tags else "without tags"
                self._label(entries, put if len(entries) == 1 else add, says)

            self._screen.app.push_screen(WriteScreen(question, " ".join(common)), written)

        self._for_some("Tag", tagged)

    def _for_some(self, what: str, act: Callable[[Sequence[Entry]], None]) -> None:
        """Do something to the article under the cursor or, when the reader says so, to all that were found."""
        entry = article_in_hand(self._screen, self._list)
        if entry is None:
            return
        shown = self._list.shown
        if not self._search.active or len(shown) < 2:
            act([entry])
            return

        answers = ["this article", f"all {len(shown)} that are shown"]
        self._screen.ask(what, answers, lambda answer: act(shown if answer.startswith("all") else [entry]))

    def _label(self, entries: Sequence[Entry], change: Change, says: str) -> None:
        name = f"{len(entries)} articles {says}" if len(entries) > 1 else says.capitalize()
        self._reader.changer.label([entry.article_id for entry in entries], change, name, entries[0].path)

    # Searches

    def action_narrow(self) -> None:
        """Show only some articles: new ones, starred ones, what a kept search finds."""
        kept = {} if self._list.labels is None else dict(self._list.labels.searches)
        queries = {**SHOWN, **kept}

        self._screen.ask("Show articles", list(queries)[:9], lambda name: self._search.look_for(queries[name]))

    def action_keep_search(self) -> None:
        """Keep the search that is on under a name; f shows it again."""
        query = self._search.words
        if not query:
            self._screen.status("/ looks for something; s keeps that search.")
            return

        def named(name: str | None) -> None:
            if name and name.strip():
                try:
                    library.keep_search(name.strip(), query)
                except StoryReaderError as error:
                    self._screen.status(f"! {error}")
                else:
                    self._list.know(labels=library.read_labels())
                    self._screen.status(f"Kept as “{name.strip()}”; f shows it again.")

        self._screen.app.push_screen(WriteScreen("Name of this search", query), named)
