"""Reading the reader's files: they appear in the list as they come, and are grouped by story at the end."""

import gc
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from storyreader.errors import StoryReaderError
from storyreader.library import Entry, Story
from storyreader.paths import shown
from tui.reader import Reader
from tui.screens.base import FramedScreen
from widgets.article_list import ArticleList

if TYPE_CHECKING:
    from storyreader.library import StoryIndex


class ScanningScreen(FramedScreen):
    """The half of the library screen that gets to know the files."""

    @dataclass
    class EntriesRead(Message):
        """Some more files have been read."""

        scan: int
        entries: list[Entry]
        total: int

    @dataclass
    class ScanEnded(Message):
        """All files have been read, and grouped by story; without an index when the reader or a fault ended it."""

        scan: int
        index: "StoryIndex | None"
        problem: str = ""

    @dataclass
    class Indexed(Message):
        """The entries known by then are ready for questions; `wanted` was waiting for its closest account."""

        scan: int
        index: "StoryIndex"
        wanted: Entry

    def __init__(self, paths: Sequence[str | Path]) -> None:
        super().__init__()
        self._paths = paths
        self._scan = self._shown_scan = 0
        self._total = 0
        self._scanning = True
        self._entries: list[Entry] = []
        self._stories: list[Story] = []
        self._index: StoryIndex | None = None

    def fill(self) -> None:
        """Show what is known by now."""
        raise NotImplementedError

    def show_marks(self) -> None:
        """Say what is marked, and what to do next."""
        raise NotImplementedError

    @property
    def _list(self) -> ArticleList:
        return self.query_one(ArticleList)

    @property
    def _reader(self) -> Reader:
        return self.query_one(Reader)

    # Reading the folder

    def action_rescan(self) -> None:
        """Read all files again."""
        self._scan += 1
        self._scanning = True
        self._read_files(self._scan)

    @work(thread=True, exclusive=True, exit_on_error=False, group="scan")
    def _read_files(self, scan: int) -> None:
        from storyreader.library import LibraryCache, StoryIndex, find_files
        from storyreader.library import scan as read_all

        worker = get_current_worker()
        cache = LibraryCache()
        entries: list[Entry] = []
        try:
            files = find_files(self._paths or [sample_folder()])
            for batch in read_all(files, cache):
                if worker.is_cancelled:
                    return
                entries += batch
                self.post_message(self.EntriesRead(scan, batch, len(files)))
            self.post_message(self.ScanEnded(scan, StoryIndex(entries)))
        except StoryReaderError as error:
            self.post_message(self.ScanEnded(scan, None, str(error)))
        finally:
            cache.close()

    @work(thread=True, exclusive=True, exit_on_error=False, group="index")
    def make_index(self, scan: int, entries: list[Entry], wanted: Entry) -> None:
        """Make what is known ready for questions before all files are read; grouping waits for the end."""
        from storyreader.library import StoryIndex

        self.post_message(self.Indexed(scan, StoryIndex(entries, grouped=False), wanted))

    @on(EntriesRead)
    def _more_entries(self, message: EntriesRead) -> None:
        message.stop()
        if message.scan != self._scan:
            return
        if message.scan != self._shown_scan:
            self._entries, self._stories, self._index, self._shown_scan = [], [], None, message.scan
        self._entries = [*self._entries, *message.entries]
        self._total = message.total
        self.fill()
        self.status(f"{len(self._entries)} of {message.total} files read, q stops")

    @on(ScanEnded)
    def _all_read(self, message: ScanEnded) -> None:
        message.stop()
        if message.scan != self._scan:
            return
        self._scanning = False
        self._index = message.index
        self._stories = message.index.stories if message.index else []
        self.fill()
        gc.enable()
        gc.collect()
        gc.freeze()
        if message.problem:
            self._reader.pane.say("The folder could not be read", message.problem)
        elif not any(not entry.problem for entry in self._entries):
            self._say_empty()
        self._show_place()
        self.show_marks()

    def _say_empty(self) -> None:
        where = ", ".join(shown(path) for path in self._paths) or shown(sample_folder())
        skipped = [f"{Path(entry.path).name}: {entry.problem} {entry.hint}" for entry in self._entries]
        self._reader.pane.say(
            f"No articles in {where}",
            *skipped[:20],
            "storyreader opens saved web pages (.html) and the text of pages (.txt): in the browser select all, copy, "
            "and paste into a file. Then press r here to read the folder again, or q to quit.",
        )

    def _show_place(self) -> None:
        where = ", ".join(shown(path) for path in self._paths) or "sample stories (fiction)"
        readable = sum(1 for entry in self._entries if not entry.problem)
        problems = len(self._entries) - readable
        grouped = sum(1 for story in self._stories if len(story.members) > 1)
        parts = [f"{readable} article{'' if readable == 1 else 's'}"]
        if grouped:
            parts.append(f"{grouped} stor{'y' if grouped == 1 else 'ies'}")
        if problems:
            parts.append(f"{problems} not read")
        self.head(f"storyreader  {where}", " · ".join(parts) if self._entries else "")


def sample_folder() -> Path:
    """Where the sample stories lie."""
    import sample_data

    return Path(sample_data.__file__).parent
