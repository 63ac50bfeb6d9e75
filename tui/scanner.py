"""Reading the reader's files in threads: what is known of them grows, and is grouped by story at the end."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message
from textual.worker import get_current_worker

import sample_data
from storyreader import application, library
from storyreader.errors import StoryReaderError
from storyreader.paths import shown
from tui.background import Background, Turn, in_thread
from tui.scan_progress import ScanProgress

if TYPE_CHECKING:
    from storyreader.application import CloserLook, Progress
    from storyreader.library import Catalogue, Entry, EntryList, LabelBook, Story, StoryIndex


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
        entries: "EntryList"
        index: "StoryIndex | None"
        problem: str = ""

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
        self._scan = 0
        self._before: frozenset[str] = frozenset()
        self.running = True
        self.progress = ScanProgress()
        self.entries: EntryList = library.EntryList()
        self.arrived: frozenset[str] = frozenset()
        self.stories: Sequence[Story] = ()
        self._story_at: dict[int, Story] = {}
        self._grouped: Sequence[Story] = ()
        self._told: dict[str, str] = {}
        self._catalogue: Catalogue | None = None
        self.index: StoryIndex | None = None

    @property
    def paths(self) -> "list[str | Path]":
        """The files and folders that are read."""
        return list(self._paths)

    @property
    def watchable(self) -> list[Path]:
        """The reader's own folders; the sample stories never change."""
        return [path for one in self._paths if (path := Path(one).expanduser()).is_dir()] if not self._samples else []

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
        readable = len(self.entries) - self.entries.problems
        grouped = sum(1 for story in self.stories if len(story.members) > 1)
        parts = [f"{readable} article{'' if readable == 1 else 's'}"]
        if grouped:
            parts.append(f"{grouped} stor{'y' if grouped == 1 else 'ies'}")
        if len(self.entries) > readable:
            parts.append(f"{len(self.entries) - readable} not read")
        return " · ".join(parts) if self.entries else ""

    def learn(self, known: "Entry") -> int | None:
        """Take what is now known of a page; gives its index, None when that is nothing new."""
        return self.entries.renew(known)

    # Reading the files

    def open(self, path: str) -> None:
        """Read a file or folder too, in place of the sample stories. Raises UnreadablePage when it is not there."""
        library.find_files([path])
        self._paths = [path] if self._samples else [*dict.fromkeys([*self._paths, path])]
        if self._samples:
            self._samples, self.entries = False, library.EntryList()
            self._take_stories(())
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
        self._before = frozenset(entry.article_id for entry in self.entries)
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
                there = library.EntryList(library.in_file_order(entries, files))
                entries.clear()
                index = library.group_library(there, self._paths, catalogue)
                self.post_message(self.ScanEnded(scan, there, index, catalogue.problem))
        except StoryReaderError as error:
            self.post_message(self.ScanEnded(scan, library.EntryList(), None, str(error)))

    @on(EntriesRead)
    def _more_entries(self, message: EntriesRead) -> None:
        if message.scan != self._scan:
            message.stop()
            return
        self.entries.add(message.entries)
        self.progress = message.progress

    @on(ScanEnded)
    def _all_read(self, message: ScanEnded) -> None:
        if message.scan != self._scan:
            message.stop()
            return
        if message.index is not None:
            known, found = self._before, (entry.article_id for entry in message.entries)
            self.arrived = frozenset(one for one in found if one and one not in known) if known else known
            self.entries = message.entries
        self._end(message.index)

    def take(self, entries: "EntryList", index: "StoryIndex") -> None:
        """Take what is there after some files have come, changed or gone; what is new stays marked."""
        known = self.entries
        fresh = (entry.article_id for entry in entries if entry.article_id)
        self.arrived |= frozenset(article for article in fresh if known.of_article(article) is None)
        self.entries = entries
        self._end(index)

    @in_thread("closer", exclusive=True, turn=Turn.IDLE)
    def look_closer(self) -> None:
        """Find what takes longer than reading the files: to be asked for once all are read."""
        if get_current_worker().is_cancelled:
            return
        scan, entries, stories = self._scan, self.entries, list(self._grouped)
        with library.Catalogue() as catalogue:
            if self._semantic:
                stories = application.stories_across_languages(entries, stories, catalogue)
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

    def _take_stories(self, grouped: "Sequence[Story]") -> None:
        """The stories as they were grouped, and as the reader has corrected them."""
        self._grouped = grouped
        self.stories = library.corrected_stories(grouped, self.entries, self._told)
        self._story_at = {at: story for story in self.stories for at in story.members}

    def story_of(self, path: str) -> "list[Entry]":
        """The articles that tell the same story as one, itself among them; empty before stories are known."""
        at = self.entries.of_path(path)
        story = self._story_at.get(at) if at is not None else None
        return [self.entries[member] for member in story.members] if story is not None else []

    def _end(self, index: "StoryIndex | None") -> None:
        self.running = False
        self.index = index
        self._take_stories(index.stories if index else ())

    # The closest account

    def index_ready(self) -> bool:
        """Whether the closest account can be told at once; else `make_index` finds out in a thread."""
        return self.index is not None

    def make_index(self, wanted: "Entry") -> None:
        """Make what is known ready for questions before all files are read; grouping waits for the end."""
        self._count_words(self._scan, wanted)

    @in_thread("index", exclusive=True, turn=Turn.ASKED)
    def _count_words(self, scan: int, wanted: "Entry") -> None:
        with library.Catalogue() as catalogue:
            self.post_message(self.Indexed(scan, library.StoryIndex((), catalogue.counts_now()), wanted))

    @on(Indexed)
    def _take_index(self, message: Indexed) -> None:
        if message.scan != self._scan:
            message.stop()
            return
        self.index = message.index

    def closest(self, entry: "Entry") -> "Entry | None":
        """The article that tells most of the same; None when none shares its words, or nothing is known yet."""
        index = next(iter(self.likeness(entry)), None)
        return None if index is None else self.entries[index]

    def likeness(self, entry: "Entry") -> "dict[int, float]":
        """How much other articles are like one, by their places, the likest first."""
        if self.index is None or not entry.article_id:
            return {}
        return self.index.likeness(entry.article_id, self.entries, self.catalogue)

    @property
    def catalogue(self) -> "Catalogue":
        """The catalogue as the interface thread asks it."""
        if self._catalogue is None:
            self._catalogue = library.Catalogue()
        return self._catalogue

    def on_unmount(self) -> None:
        """Let go of the catalogue."""
        if self._catalogue is not None:
            self._catalogue.close()
            self._catalogue = None
