"""What is to be done over an archive: its parts, and where each step leaves what it has found.

Every step writes files that are there whole or not at all, so a run that was ended goes on where it was. All machines
must see the archive and the folder under the same paths.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from storyreader import library
from storyreader.atomic import write_atomic
from storyreader.errors import StoryReaderError
from storyreader.fingerprint import READING, fingerprint
from storyreader.paths import shown

PIECE = 16_000_000
"""Bytes of JSON Lines that are one part."""
_FILES = 50
"""Small files that are one part together."""
_SMALL = 1_000_000
BUCKETS = 64
"""Into so many piles shingles and pairs are sorted: each must fit into the memory of one worker."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the archive for one worker: files, or the lines of one that begin from `begin` up to `end`."""

    number: int
    files: tuple[str, ...]
    begin: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """The parts, the folder in which the work is done, and how many piles shingles and pairs are sorted into."""

    folder: Path
    parts: tuple[Part, ...]
    buckets: int

    def file(self, step: str, number: int) -> Path:
        """Where a step leaves what it has found in a part or pile."""
        return self.folder / step / f"{number:06}"


def make_plan(paths: Sequence[str | Path], folder: Path) -> Plan:
    """Cut the files into parts. Raises StoryReaderError when the folder holds the work on other files."""
    files = library.find_files(paths)
    parts = tuple(_parts(files))
    state = [(str(file), file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    known = sha256(json.dumps([fingerprint(READING), state]).encode()).hexdigest()
    note = folder / "plan"
    if note.exists() and note.read_text("utf-8") != known:
        raise StoryReaderError(
            f"{shown(folder)} holds the work on other files, or on earlier states of these.", "Name another folder."
        )
    for step in ("articles", "sizes", "shingles", "counts", "pairs"):
        (folder / step).mkdir(parents=True, exist_ok=True)
    write_atomic(note, known.encode())
    return Plan(folder, parts, BUCKETS)


def _parts(files: Sequence[Path]) -> list[Part]:
    parts: list[Part] = []
    small: list[str] = []
    for file in files:
        size = file.stat().st_size
        if file.suffix.lower() in {".jsonl", ".ndjson"}:
            for begin in range(0, size, PIECE):
                parts.append(Part(len(parts), (str(file),), begin, min(size, begin + PIECE)))
        elif size > _SMALL:
            parts.append(Part(len(parts), (str(file),)))
        else:
            small.append(str(file))
    for at in range(0, len(small), _FILES):
        parts.append(Part(len(parts), tuple(small[at : at + _FILES])))
    return parts
