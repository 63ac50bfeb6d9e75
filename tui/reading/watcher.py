"""Watching the reader's folders: what comes, changes or goes there while the app is open is seen without being asked
for.

Once a folder is watched it is looked over again, since something may have come between its first reading and that
moment; so nothing is missed.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message
from textual.worker import get_current_worker

from storyreader import library, loading
from storyreader.errors import StoryReaderError
from storyreader.library import on_network
from storyreader.paths import shown
from tui.background import Background, in_thread
from tui.framed import Framed
from tui.reader import Reader
from tui.scanner import Scanner
from widgets.article_list import ArticleList

if TYPE_CHECKING:
    from storyreader.library import EntryList, StoryIndex

PAUSE = 500
"""Milliseconds for which nothing more must change."""


CLOSELY = 5_000
"""Up to so many articles all texts are compared again when some have come."""


class Watcher(Background, Framed):
    """Watches what the scanner reads, and reads what changes there. Where that cannot be, `r` still reads all again."""

    @dataclass
    class FilesChanged(Message):
        """Something has come, changed or gone in a folder; or it is watched from now on."""

    @dataclass
    class NotWatched(Message):
        """A folder cannot be watched."""

        problem: str

    @dataclass
    class Looked(Message):
        """The folders have been looked over: what is there now, None where nothing has changed."""

        before: "EntryList"
        entries: "EntryList | None" = None
        index: "StoryIndex | None" = None

    def __init__(self, scanner: Scanner, articles: ArticleList, reader: Reader, fill: Callable[[], None]) -> None:
        """`fill` shows in the list what the scanner knows."""
        super().__init__()
        self.watches = False
        self._scanner = scanner
        self._list = articles
        self._reader = reader
        self._fill = fill
        self._folders: list[Path] = []
        self._leaving = Event()
        self._looking = self._again = False

    def scan_ended(self) -> None:
        """Watch what has been read, and look over what changed meanwhile."""
        folders = self._scanner.watchable
        if folders != self._folders:
            self._leaving.set()
            self._folders, self._leaving, self.watches = folders, Event(), False
            self._watch(folders, self._leaving)
        elif self._again:
            self._look_over()

    def on_unmount(self) -> None:
        """Watch no longer."""
        self._leaving.set()

    @in_thread("watch")
    def _watch(self, folders: Sequence[Path], leaving: Event) -> None:
        near = [folder for folder in folders if not on_network(folder)]
        if far := [folder for folder in folders if folder not in near]:
            self.post_message(self.NotWatched(f"{shown(far[0])} lies on another machine and cannot be watched"))
        if not near:
            return
        import watchfiles  # takes longer than the first frame may

        try:
            for changes in watchfiles.watch(
                *near,
                watch_filter=lambda _, name: loading.may_be_page(*os.path.split(name)),
                debounce=PAUSE,
                rust_timeout=PAUSE,
                yield_on_timeout=True,
                stop_event=leaving,
                raise_interrupt=False,
                ignore_permission_denied=True,
            ):
                if changes or not self.watches:
                    self.post_message(self.FilesChanged())
        except (OSError, RuntimeError) as error:  # more folders than the system watches, or one that has gone
            self.post_message(self.NotWatched(f"{shown(near[0])} cannot be watched ({error})"))

    @on(FilesChanged)
    def _files_changed(self, message: FilesChanged) -> None:
        message.stop()
        self.watches = True
        self._again = True
        if not self._scanner.running:
            self._look_over()

    def _look_over(self) -> None:
        if not self._looking:
            self._looking, self._again = True, False
            self._look(self._folders, self._scanner.paths, self._scanner.entries)

    @in_thread("look")
    def _look(self, folders: Sequence[Path], paths: "Sequence[str | Path]", before: "EntryList") -> None:
        worker = get_current_worker()
        try:
            files = library.find_files(paths)
            with library.Catalogue() as catalogue:
                found = []
                for batch in library.scan(files, catalogue):
                    found += batch.entries
                    if worker.is_cancelled:
                        return
                entries = library.EntryList(library.in_file_order(found, files))
                if list(entries) != list(before):
                    index = library.group_library(entries, paths, catalogue)
                    self.post_message(self.Looked(before, entries, index))
                    return
        except StoryReaderError:
            pass  # a folder has gone as a whole: what was read of it stays in the list
        self.post_message(self.Looked(before))

    @on(Looked)
    def _looked(self, message: Looked) -> None:
        message.stop()
        self._looking = False
        current = message.before is self._scanner.entries and not self._scanner.running
        if current and message.entries is not None and message.index is not None:
            self._scanner.take(message.entries, message.index)
            self._show(_told(message.before, message.entries))
        if self._again and not self._scanner.running:
            self._look_over()

    def _show(self, text: str) -> None:
        """Show what came, changed or went; the reader stays where they are."""
        self._fill()
        entry, opened = self._list.current, self._reader.opened
        if entry and opened and entry.path == self._reader.path and entry.article_id != opened.article.id:
            self._reader.open(entry)
        self._screen.status(text)
        if len(self._scanner.entries) <= CLOSELY:
            self._scanner.look_closer()

    @on(NotWatched)
    def _say_why(self, message: NotWatched) -> None:
        message.stop()
        self._screen.status(f"{message.problem}; r reads it again.")


def _told(before: "EntryList", now: "EntryList") -> str:
    """What has come, changed and gone, in words."""
    was = {entry.path: entry.article_id for entry in before}
    there = {entry.path for entry in now}
    fresh = [entry for entry in now if entry.article_id and before.of_article(entry.article_id) is None]
    changed = sum(1 for entry in fresh if entry.path in was)
    gone = sum(1 for path, article in was.items() if path not in there and now.of_article(article) is None)
    told = []
    if new := len(fresh) - changed:
        told.append(f"{new} new article{'' if new == 1 else 's'}")
    if changed:
        told.append(f"{changed} article{'' if changed == 1 else 's'} changed")
    if gone:
        told.append(f"{gone} article{' has' if gone == 1 else 's have'} gone")
    return ", ".join(told)
