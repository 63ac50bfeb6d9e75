"""The folder of saved comparisons: one JSON file each, written whole or not at all, never over another's changes."""

import contextlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError

from storyreader.atomic import locked, set_aside, write_atomic
from storyreader.errors import DamagedFile, NewerFile, StoryReaderError
from storyreader.paths import data_folder, shown
from storyreader.saving.model import FORMAT, VERSION, SavedComparison, living, new_id, now, parsed


@dataclass(frozen=True, slots=True)
class SavedHead:
    """What the list shows of a saved comparison. `counts` are rows by kind; times are aware."""

    id: str
    title: str
    outlets: tuple[str, str]
    changed: datetime
    notes: int
    note_texts: tuple[str, ...]
    counts: dict[str, int]
    rows: int = 0
    reviewed: int = 0

    @property
    def searched(self) -> str:
        """Everything a search looks at, in lower case."""
        return " ".join([self.title, *self.outlets, *self.note_texts]).casefold()


@dataclass(frozen=True, slots=True)
class Listing:
    """All saved comparisons, latest first, and sentences about files that could not be read."""

    heads: tuple[SavedHead, ...]
    problems: tuple[str, ...]


class Store:
    """Saved comparisons in a folder. Every method reads the disk anew: another storyreader may be at work."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or data_folder() / "comparisons"

    def file(self, identity: str) -> Path:
        """Where a comparison is kept."""
        return self.folder / f"{identity}.json"

    def save(self, saved: SavedComparison) -> SavedComparison:
        """Write the comparison, merged with what another storyreader wrote meanwhile; return what was written.

        Raises SavingFailed when the folder cannot be written to, NewerFile when a newer storyreader's file is there;
        nothing on the disk has changed then.
        """
        with locked(self.file(saved.id)):
            try:
                on_disk = self._read(self.file(saved.id))
            except FileNotFoundError:
                on_disk = None
            except DamagedFile:
                set_aside(self.file(saved.id))
                on_disk = None
            merged = saved.merged_with(on_disk) if on_disk else saved
            merged = merged.model_copy(update={"changed": now()})
            text = json.dumps(merged.model_dump(mode="json"), ensure_ascii=False, indent=1)
            write_atomic(self.file(saved.id), text.encode() + b"\n")
            return merged

    def load(self, identity: str) -> SavedComparison | None:
        """A saved comparison, None when there is none. Raises NewerFile, or DamagedFile once it is moved aside."""
        try:
            return self._read(self.file(identity))
        except FileNotFoundError:
            return None
        except DamagedFile as damage:
            aside = set_aside(self.file(identity))
            raise DamagedFile(damage.message, f"It was kept as {shown(aside)}.") from damage

    def listing(self) -> Listing:
        """Every saved comparison. Damaged files are moved aside and named; nothing is lost or overwritten."""
        heads: list[SavedHead] = []
        problems: list[str] = []
        for file in sorted(self.folder.glob("*.json")) if self.folder.is_dir() else []:
            try:
                heads.append(_head(self._read(file)))
            except DamagedFile as damage:
                aside = set_aside(file)
                problems.append(f"{damage.message} It was kept as {shown(aside)}.")
            except FileNotFoundError:
                continue  # deleted by another storyreader since the folder was read
            except StoryReaderError as error:
                problems.append(str(error))
        heads.sort(key=lambda head: head.changed, reverse=True)
        return Listing(tuple(heads), tuple(problems))

    def rename(self, identity: str, title: str) -> bool:
        """Give a comparison another title. False when it is not there."""
        saved = self.load(identity)
        if saved is not None:
            self.save(saved.model_copy(update={"title": title}))
        return saved is not None

    def duplicate(self, identity: str, title: str) -> bool:
        """Save a comparison once more under a title and a name of its own. False when it is not there."""
        saved = self.load(identity)
        if saved is not None:
            self.save(saved.model_copy(update={"id": f"{identity}-{new_id()}", "title": title, "created": now()}))
        return saved is not None

    def delete(self, identity: str) -> None:
        """Put a comparison in the folder's bin, from where `restore` brings it back."""
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
    def _read(file: Path) -> SavedComparison:
        try:
            document = json.loads(file.read_bytes())
            if not isinstance(document, dict) or document.get("format") != FORMAT:
                raise DamagedFile(f"{shown(file)} is not a saved comparison.")
            if document.get("version", 0) > VERSION:
                raise NewerFile(f"{shown(file)} was written by a newer storyreader.", "Update storyreader to open it.")
            saved = parsed(document)
        except FileNotFoundError:
            raise
        except OSError as error:
            raise StoryReaderError(
                f"{shown(file)} cannot be read: {error.strerror}.", "Check who may read it."
            ) from error
        except (ValueError, ValidationError) as error:  # not text, not JSON, or not what a comparison looks like
            raise DamagedFile(f"{shown(file)} cannot be read as a saved comparison.") from error
        return saved


def _head(saved: SavedComparison) -> SavedHead:
    counts: dict[str, int] = {}
    for row in saved.comparison.get("rows", ()):
        counts[row["kind"]] = counts.get(row["kind"], 0) + 1
    sides = (saved.comparison.get("left", {}), saved.comparison.get("right", {}))
    first, second = (side.get("publisher") or "unknown" for side in sides)
    notes = saved.living_notes
    return SavedHead(
        id=saved.id,
        title=saved.title,
        outlets=(first, second),
        changed=saved.changed,
        notes=len(notes),
        note_texts=tuple(note.told for note in notes),
        counts=counts,
        rows=sum(counts.values()),
        reviewed=len(living(saved.reviews)),
    )
