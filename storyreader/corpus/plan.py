"""What is to be done over an archive: its parts, and where each step leaves what it has found.

Every step writes files that are there whole or not at all, so a run that was ended goes on where it was. All machines
must see the archive and the folder under the same paths.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from storyreader import library, loading
from storyreader.atomic import write_atomic
from storyreader.errors import StoryReaderError
from storyreader.fingerprint import READING, fingerprint
from storyreader.paths import shown

MAKING = (*READING, "corpus", "library/sampling.py", "library/stories.py", "library/term_vectors.py")
"""What decides what the steps leave."""
PIECE = 16_000_000
"""Bytes of a file that can be cut, such as JSON Lines, that are one part at most; of a small archive a 64th is, so that
many workers have something to do.
"""
_FILES = 50
"""Small files that are one part together."""
_SMALL = 1_000_000
BUCKETS = 64
"""Into so many piles shingles and pairs are sorted at least: each must fit into the memory of one worker."""
_PILE = 100_000_000
"""Bytes of the archive for which there is one pile more."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the archive for one worker: files, or what begins in one from `begin` up to `end`."""

    number: int
    files: tuple[str, ...]
    begin: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """The folder in which the work is done, how many parts there are, and how many piles are made.

    `state` stands for the archive and the way of reading it. The parts lie in the folder: every call of a step takes
    the plan along.
    """

    folder: Path
    state: str
    count: int
    buckets: int

    def file(self, step: str, number: int) -> Path:
        """Where a step leaves what it has found in a part or pile."""
        return self.folder / step / f"{number:06}"

    def make_room(self, *steps: str) -> None:
        """Make the folders of steps."""
        for step in steps:
            (self.folder / step).mkdir(parents=True, exist_ok=True)

    def part(self, number: int) -> Part:
        """One part."""
        return _parts_in(self.folder, self.state)[number]


def make_plan(paths: Sequence[str | Path], folder: Path) -> Plan:
    """Cut the files into parts. Raises StoryReaderError when the folder holds the work on other files."""
    files = [Path(file) for file in library.find_files(paths)]
    parts = list(_parts(files))
    told = [(str(file), file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    state = sha256(json.dumps([fingerprint(MAKING), told]).encode()).hexdigest()
    note = folder / "plan"
    if note.exists() and note.read_text("utf-8").partition("\n")[0] != state:
        raise StoryReaderError(
            f"{shown(folder)} holds the work on other files, on earlier states of these, or of another storyreader.",
            "Name another folder.",
        )
    lines = [state, *(json.dumps([part.files, part.begin, part.end]) for part in parts)]
    write_atomic(note, "\n".join(lines).encode())
    return Plan(folder, state, len(parts), max(BUCKETS, sum(size for _, size, _ in told) // _PILE))


@lru_cache(maxsize=4)
def _parts_in(folder: Path, state: str) -> list[Part]:
    known, *lines = (folder / "plan").read_text("utf-8").split("\n")
    if known != state:
        raise StoryReaderError(f"{shown(folder)} holds other work by now.", "Start again.")
    return [Part(number, tuple(files), *ends) for number, (files, *ends) in enumerate(map(json.loads, lines))]


def _parts(files: Sequence[Path]) -> Iterator[Part]:
    number = 0
    small: list[str] = []
    sizes = {file: file.stat().st_size for file in files}
    piece = min(PIECE, max(_SMALL, sum(sizes.values()) // 64))
    for file, size in sizes.items():
        if size <= min(_SMALL, piece):
            small.append(str(file))
            continue
        cut = loading.can_be_cut(file)
        for begin in range(0, size, piece) if cut else [0]:
            end = min(size, begin + piece) if cut else 0
            yield Part(number, (str(file),), begin, end)
            number += 1
    for at in range(0, len(small), _FILES):
        yield Part(number, tuple(small[at : at + _FILES]))
        number += 1
