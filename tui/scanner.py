"""Reading the reader's files in threads: what is known of them grows, and is grouped by story at the end."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.message import Message
from textual.worker import get_current_worker

import sample_data
from storyreader import application, library
from storyreader.errors import StoryReaderError
from storyreader.paths import shown
from tui.background import Background, in_thread

if TYPE_CHECKING:
    from storyreader.application import CloserLook, Progress
    from storyreader.library import Entry, LabelBook, Story, StoryIndex

FEW_FILES = 20
"""New files from which on the pace can be told."""


class ScanProgress(NamedTuple):
    """How many files are done, of how many; how many were known before; seconds since the beginning."""

    done: int = 0
    total: int = 0
    known: int = 0
    seconds: float = 0.0

    @property
    def line(self) -> str:
        """In words, with the pace and the time left once they can be told."""
        text = f"{self.done} of {self.total} files read"
        new = self.done - self.known
        if new < FEW_FILES or self.seconds < 1:
            return text
        pace = new / self.seconds
        left = (self.total - self.done) / pace
        told = f"{left / 60:.0f} min" if left >= 90 else f"{left:.0f} s"
        return f"{text} · {pace:.0f} a second · {told} left"


class Scanner(Background):
    """Knows the articles of some files and folders. Its messages come after it has learned what they say."""

    @dataclass
    class EntriesRead(Message):
        """Some more files have been read."""

        scan: int
        entries: "list[Entry]"
        progress: "ScanProgress"

    @dataclass
    class Got(Message):
        """A page came from the web and is kept in a file."""

        file: str

    @dataclass
    class NotGot(Message):
        """A page could not be had from the web."""

        problem: str

    @dataclass
    class ScanEnded(Message):
        """All files have been read, and grouped by story; the entries are in the order of their files now, each article
        once. Without an index when a fault ended it; `problem` says why, or what was found amiss on the way.
        """

        scan: int
        entries: "list[Entry]"
        index: "StoryIndex | None"
        problem: str = ""
        locators: "dict[str, list[str]]" = field(default_factory=dict)

    @dataclass
    class Indexed(Message):
        """The entries known by then are ready for questions; `wanted` was waiting for its closest account."""

        scan: int
        index: "StoryIndex"
        wanted: "Entry"

    @dataclass
    class LookedCloser(Message):
        """What takes longer is known too: accounts in other languages are in their stories, texts are compared."""

        scan: int
        stories: "list[Story]"
        look: "CloserLook"

    @dataclass
    class ProgressRead(Message):
        """How far the reader has come with each article, and what their labels are."""

        progress: "Progress"
        labels: "LabelBook"

    def __init__(self, paths: Sequence[str | Path], *, semantic: bool = False) -> None:
        super().__init__()
        self._semantic = semantic
        self._paths = list(paths) or [sample_data.folder()]
        self._samples = not paths
        self._scan = self._shown_scan = 0
        self.running = True
        self.progress = ScanProgress()
        self.entries: list[Entry] = []
        self.locators: dict[str, list[str]] = {}
        self.stories: list[Story] = []
        self._grouped: list[Story] = []
        self._told: dict[str, str] = {}
        self.index: StoryIndex | None = None

    @property
    def readable(self) -> "list[Entry]":
        """The entries that are articles."""
        return [entry for entry in self.entries if not entry.problem]

    @property
    def where(self) -> str:
        """The files and folders in words."""
        return "sample stories (fiction)" if self._samples else ", ".join(shown(path) for path in self._paths)

    @property
    def counts(self) -> str:
        """How many articles and stories there are, and how many files were not read; empty before the first."""
        readable = len(self.readable)
        grouped = sum(1 for story in self.stories if len(story.members) > 1)
        parts = [f"{readable} article{'' if readable == 1 else 's'}"]
        if grouped:
            parts.append(f"{grouped} stor{'y' if grouped == 1 else 'ies'}")
        if len(self.entries) > readable:
            parts.append(f"{len(self.entries) - readable} not read")
        return " · ".join(parts) if self.entries else ""

    def learn(self, path: str, known: "Entry") -> int | None:
        """Take what is now known of a file; gives its index, None when that is nothing new."""
        for index, entry in enumerate(self.entries):
            if entry.path == path and entry != known:
                self.entries[index] = known
                return index
        return None

    # Reading the files

    def open(self, path: str) -> None:
        """Read a file or folder too, in place of the sample stories. Raises UnreadablePage when it is not there."""
        library.find_files([path])
        self._paths = [path] if self._samples else [*dict.fromkeys([*self._paths, path])]
        self._samples = False
        self.start()

    @in_thread("get", exclusive=True)
    def get(self, address: str) -> None:
        """Get a page from the web and read it too."""
        try:
            self.post_message(self.Got(str(application.keep_fetched(address))))
        except StoryReaderError as error:
            self.post_message(self.NotGot(str(error)))

    @on(Got)
    def _read_got(self, message: Got) -> None:
        message.stop()
        self.open(message.file)

    def start(self) -> None:
        """Read all files, again if they have been read before."""
        self._scan += 1
        self.running = True
        self._read_files(self._scan)

    def stop(self) -> None:
        """Read no further; what has been read stays."""
        self._scan += 1
        self._end(None)

    @in_thread("scan", exclusive=True)
    def _read_files(self, scan: int) -> None:
        worker = get_current_worker()
        entries: list[Entry] = []
        begun = time.monotonic()
        try:
            files = library.find_files(self._paths)
            with library.Catalogue() as catalogue:
                for batch in library.scan(files, catalogue):
                    if worker.is_cancelled:
                        return
                    entries += batch.entries
                    progress = ScanProgress(batch.files, len(files), batch.known, time.monotonic() - begun)
                    self.post_message(self.EntriesRead(scan, batch.entries, progress))
                entries, locators = library.once_each(library.in_file_order(entries, files))
                index = library.StoryIndex(entries)
                self.post_message(self.ScanEnded(scan, entries, index, catalogue.problem, locators))
        except StoryReaderError as error:
            self.post_message(self.ScanEnded(scan, [], None, str(error)))

    @on(EntriesRead)
    def _more_entries(self, message: EntriesRead) -> None:
        if message.scan != self._scan:
            message.stop()
            return
        if message.scan != self._shown_scan:
            self.entries, self.index, self._shown_scan = [], None, message.scan
            self._take_stories([])
        self.entries, _ = library.once_each([*self.entries, *message.entries])
        self.progress = message.progress

    @on(ScanEnded)
    def _all_read(self, message: ScanEnded) -> None:
        if message.scan != self._scan:
            message.stop()
            return
        if message.index is not None:
            self.entries, self.locators = message.entries, message.locators
        self._end(message.index)

    @in_thread("closer", exclusive=True)
    def look_closer(self) -> None:
        """Find what takes longer than reading the files: to be asked for once all are read."""
        scan, entries, stories = self._scan, self.entries, self._grouped
        if self._semantic:
            stories = application.stories_across_languages(entries, stories)
        with library.Catalogue() as catalogue:
            catalogue.forget_gone()  # what files held before they changed
            self.post_message(self.LookedCloser(scan, stories, application.look_closer(entries, stories, catalogue)))

    @on(LookedCloser)
    def _take_closer_look(self, message: LookedCloser) -> None:
        if message.scan != self._scan or self.running:
            message.stop()
            return
        self._take_stories(message.stories)

    @in_thread("progress", exclusive=True)
    def read_progress(self) -> None:
        """Find out how far the reader has come."""
        self.post_message(self.ProgressRead(application.read_progress(), library.read_labels()))

    @on(ProgressRead)
    def _take_labels(self, message: ProgressRead) -> None:
        self.know_labels(message.labels)

    def know_labels(self, labels: "LabelBook") -> None:
        """Put the articles into the stories in which the reader wants them."""
        self._told = labels.stories
        self._take_stories(self._grouped)

    def _take_stories(self, grouped: "list[Story]") -> None:
        """The stories as they were grouped, and as the reader has corrected them."""
        self._grouped = grouped
        self.stories = library.corrected_stories(grouped, self.entries, self._told)

    def story_of(self, path: str) -> "list[Entry]":
        """The articles that tell the same story as one, itself among them; empty before stories are known."""
        for story in self.stories:
            members = [self.entries[index] for index in story.members]
            if any(entry.path == path for entry in members):
                return members
        return []

    def _end(self, index: "StoryIndex | None") -> None:
        self.running = False
        self.index = index
        self._take_stories(index.stories if index else [])

    # The closest account

    def index_ready(self) -> bool:
        """Whether the closest account can be told at once; else `make_index` finds out in a thread."""
        return self.index is not None and self.index.size == len(self.entries)

    def make_index(self, wanted: "Entry") -> None:
        """Make what is known ready for questions before all files are read; grouping waits for the end."""
        self._index_entries(self._scan, self.entries, wanted)

    @in_thread("index", exclusive=True)
    def _index_entries(self, scan: int, entries: "list[Entry]", wanted: "Entry") -> None:
        self.post_message(self.Indexed(scan, library.StoryIndex(entries, grouped=False), wanted))

    @on(Indexed)
    def _take_index(self, message: Indexed) -> None:
        if message.scan != self._scan:
            message.stop()
            return
        self.index = message.index

    def closest(self, entry: "Entry") -> "Entry | None":
        """The article that tells most of the same; None when none shares its words, or nothing is known yet."""
        if self.index is None:
            return None
        index = self.index.closest(next(at for at, known in enumerate(self.entries) if known.path == entry.path))
        return None if index is None else self.entries[index]
