"""The folder of saved comparisons, boards and notes on single articles: one JSON file each, written whole or not at
all, never over another's changes.
"""

import contextlib
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path

from storyreader.atomic import locked, set_aside, sweep, write_atomic
from storyreader.comparison import SIDES, Side
from storyreader.errors import DamagedFile, StoryReaderError
from storyreader.paths import content_of, data_folder, shown
from storyreader.saving.boards import BOARD_FORMAT, SavedBoard, on_articles
from storyreader.saving.checking import NOT_A_COMPARISON, Saved, checked, document_of, saved_of
from storyreader.saving.history import tidied
from storyreader.saving.items import new_id, now
from storyreader.saving.model import (
    ARTICLE_FORMAT,
    FORMAT,
    SavedArticle,
    SavedComparison,
    SavedFile,
    SavedType,
)
from storyreader.saving.reanchoring import on_article, reanchored
from storyreader.saving.summaries import SavedSummary, saved_summary

_HALVES = re.compile(r"[\ud800-\udfff]")
"""Halves of characters, as in names of files that are not UTF-8: no file can hold them, and no reader takes them."""

_FORMATS = (FORMAT, ARTICLE_FORMAT, BOARD_FORMAT)


@dataclass(frozen=True, slots=True)
class Listing:
    """All saved comparisons, latest first, and sentences about files that could not be read."""

    heads: tuple[SavedSummary, ...]
    problems: tuple[str, ...]


class Store:
    """Saved files in a folder. Every method reads the disk anew: another storyreader may be at work."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or data_folder() / "comparisons"

    def file(self, identity: str) -> Path:
        """Where a comparison, or the notes on an article, are kept. Raises StoryReaderError for no name of a file."""
        if not identity or identity.startswith(".") or "\0" in identity or Path(identity).name != identity:
            raise StoryReaderError(f"{identity!r} is no name of a saved comparison.")
        return self.folder / f"{identity}.json"

    def save(self, saved: SavedType) -> SavedType:
        """Write a saved file, merged with what another storyreader wrote meanwhile; return what was written.

        Raises SavingFailed when the folder cannot be written to, NewerFile when a newer storyreader's file is there;
        nothing on the disk has changed then.
        """
        with contextlib.suppress(OSError):  # the lock says what is wrong with the folder
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        back: SavedFile | None = None
        with locked(self.file(saved.id)):
            try:
                on_disk: SavedFile | None = self._read(self.file(saved.id))
            except FileNotFoundError:
                on_disk = back = self._deleted_meanwhile(saved)
            except DamagedFile:
                set_aside(self.file(saved.id))
                on_disk = None
            merged = saved.merged_with(_on_the_pages_of(saved, on_disk)) if on_disk else saved
            # a clock may have been set back since
            latest = max(now(), saved.changed, *([on_disk.changed] if on_disk else []))
            merged = merged.model_copy(update={"changed": latest, "steps": tidied(merged.steps)})
            text = json.dumps(merged.model_dump(mode="json"), ensure_ascii=False, indent=1)
            write_atomic(self.file(saved.id), _HALVES.sub("\ufffd", text).encode() + b"\n")
            if back is not None:
                (self._bin / self.file(saved.id).name).unlink(missing_ok=True)
            return merged

    def _deleted_meanwhile(self, saved: SavedFile) -> SavedFile | None:
        """The same file as another storyreader deleted it while this one had it open: it comes back with its notes."""
        with contextlib.suppress(FileNotFoundError, StoryReaderError):
            deleted = self._read(self._bin / self.file(saved.id).name)
            return deleted if deleted.created == saved.created else None
        return None

    def load_file(self, identity: str) -> Saved | None:
        """What is saved under a name, None when nothing is. Raises NewerFile, or DamagedFile once it is moved aside."""
        try:
            return checked(self._read(self.file(identity)), shown(self.file(identity)))
        except FileNotFoundError:
            return None
        except DamagedFile as damage:
            aside = set_aside(self.file(identity))
            raise DamagedFile(damage.message, f"It was kept as {shown(aside)}.") from damage

    def load(self, identity: str) -> SavedComparison | None:
        """A saved comparison, None when there is none. Raises as `load_file` does."""
        saved = self.load_file(identity)
        return saved if isinstance(saved, SavedComparison) else None

    def load_article(self, identity: str) -> SavedArticle | None:
        """The notes on an article, None when there are none. Raises as `load_file` does."""
        saved = self.load_file(identity)
        return saved if isinstance(saved, SavedArticle) else None

    def load_board(self, identity: str) -> SavedBoard | None:
        """A saved board, None when there is none. Raises as `load_file` does."""
        saved = self.load_file(identity)
        return saved if isinstance(saved, SavedBoard) else None

    def check(self, identity: str) -> None:
        """See whether a file can be opened; nothing is moved. Raises DamagedFile, NewerFile, StoryReaderError."""
        file = self.file(identity)
        checked(self._read(file), shown(file))

    def listing(self) -> Listing:
        """Every saved file. Damaged files are moved aside and named; nothing is lost or overwritten."""
        from storyreader.saving.index import summary_index  # sqlite3 is loaded for the list only

        heads: list[SavedSummary] = []
        problems: list[str] = []
        states = self._states(problems)
        with summary_index(self.folder) as index:
            index.forget_all_but(set(states))
            for name, state in sorted(states.items()):
                head = index.get(name, state)
                if head is None and (head := self._told(self.folder / name, problems)) is not None:
                    index.put(name, state, head)
                if head is not None:
                    heads.append(head)
        heads.sort(key=lambda head: head.changed, reverse=True)
        return Listing(tuple(heads), tuple(problems))

    def _states(self, problems: list[str]) -> dict[str, os.stat_result]:
        """The saved files by name, each with its state before it is read."""
        found: dict[str, os.stat_result] = {}
        sweep(self.folder)
        try:
            with os.scandir(self.folder) as entries:
                for entry in entries:
                    if entry.name.endswith(".json") and not entry.name.startswith("."):
                        with contextlib.suppress(FileNotFoundError):  # deleted by another storyreader meanwhile
                            found[entry.name] = entry.stat()
        except (FileNotFoundError, NotADirectoryError):
            pass
        except OSError as error:
            problems.append(f"{shown(self.folder)} cannot be read: {error.strerror}. Check who may read it.")
        return found

    def _told(self, file: Path, problems: list[str]) -> SavedSummary | None:
        try:
            saved = self._read(file)
            try:
                return saved_summary(saved)
            except NOT_A_COMPARISON as error:
                raise DamagedFile(f"{shown(file)} cannot be read as a saved comparison.") from error
        except DamagedFile as damage:
            aside = set_aside(file)
            problems.append(f"{damage.message} It was kept as {shown(aside)}.")
        except FileNotFoundError:
            pass  # deleted by another storyreader since the folder was read
        except StoryReaderError as error:
            problems.append(str(error))
        return None

    def rename(self, identity: str, title: str) -> bool:
        """Give a saved file another title. False when it is not there."""
        saved = self.load_file(identity)
        if saved is not None:
            self.save(saved.model_copy(update={"title": title}))
        return saved is not None

    def duplicate(self, identity: str, title: str) -> bool:
        """Save a file once more under a title and a name of its own. False when it is not there."""
        saved = self.load_file(identity)
        if saved is not None:
            self.save(saved.model_copy(update={"id": f"{identity}-{new_id()}", "title": title, "created": now()}))
        return saved is not None

    def delete(self, identity: str) -> None:
        """Put a file in the folder's bin, from where `restore` brings it back."""
        with locked(self.file(identity)):
            self._bin.mkdir(parents=True, exist_ok=True)
            with contextlib.suppress(FileNotFoundError):
                self.file(identity).replace(self._bin / f"{identity}.json")

    def restore(self, identity: str) -> bool:
        """Undo `delete`. False when it is not in the bin or has been saved anew since."""
        with locked(self.file(identity)):
            if self.file(identity).exists() or not (self._bin / f"{identity}.json").exists():
                return False
            (self._bin / f"{identity}.json").replace(self.file(identity))
            return True

    @property
    def _bin(self) -> Path:
        return self.folder / "bin"

    @staticmethod
    def _read(file: Path) -> Saved:
        """A saved file under the name of its file, whatever it calls itself inside."""
        try:
            document = document_of(content_of(file))
            if not isinstance(document, dict) or document.get("format") not in _FORMATS:
                raise DamagedFile(f"{shown(file)} is not a saved comparison.")
            saved = saved_of(document, shown(file))
        except FileNotFoundError:
            raise
        except OSError as error:
            raise StoryReaderError(
                f"{shown(file)} cannot be read: {error.strerror}.", "Check who may read it."
            ) from error
        except NOT_A_COMPARISON as error:
            raise DamagedFile(f"{shown(file)} cannot be read as a saved comparison.") from error
        return saved.model_copy(update={"id": file.stem})


def _on_the_pages_of(saved: SavedFile, other: SavedFile) -> SavedFile:
    """The other state of a file with its items where the sentences of this one are: engines cut differently."""
    try:
        if isinstance(saved, SavedArticle) and isinstance(other, SavedArticle):
            return on_article(other, saved.restored())
        if isinstance(saved, SavedBoard) and isinstance(other, SavedBoard):
            return on_articles(other, saved.restored())
        if isinstance(saved, SavedComparison) and isinstance(other, SavedComparison):
            cut_alike = all(_sentences(saved, side) == _sentences(other, side) for side in SIDES)
            return other if cut_alike else reanchored(other, saved.restored()).saved
    except NOT_A_COMPARISON:
        pass  # one of the two does not hold what an engine finds; the items are all there
    return other


def _sentences(saved: SavedComparison, side: Side) -> object:
    article = saved.comparison.get(side)
    return article.get("sentences") if isinstance(article, dict) else None
