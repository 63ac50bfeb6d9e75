"""Files of which each pile can be read by itself: rows of 64-bit integers, and lines of text.

An article is a number: its part and its place in that. A pair of two is three numbers, the last of which is what is
said of it; it is in the pile of its first article, whichever step has found it.
"""

import contextlib
import json
import os
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import IO

PLACES = 32
"""Bits of an article's number for its place in its part."""
_WIDTH = 8


def place_of(article: int) -> tuple[int, int]:
    """An article's part and its place in that."""
    return article >> PLACES, article & (1 << PLACES) - 1


def in_piles(pairs: Mapping[tuple[int, int], int], buckets: int) -> "list[array[int]]":
    """Pairs with what is said of each, sorted into piles."""
    piles = [array("Q") for _ in range(buckets)]
    for (first, second), value in pairs.items():
        piles[first % buckets].extend((first, second, value))
    return piles


def triples(numbers: "array[int]") -> Iterator[tuple[int, int, int]]:
    """The pairs in a row of numbers, with what is said of each."""
    yield from zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True)


@contextlib.contextmanager
def left(file: Path) -> Iterator[IO[bytes]]:
    """A stream to a file that is there whole or not at all. It can be made again, so the disk is not waited for."""
    temporary = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with temporary.open("wb") as stream:
            yield stream
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def leave(file: Path, content: bytes) -> None:
    """Write a file that is there whole or not at all."""
    with left(file) as stream:
        stream.write(content)


def leave_piles(file: Path, piles: "Sequence[array[int]]") -> None:
    """Write piles one after the other, below a list of where each begins and the last one ends, in numbers."""
    begins = array("Q", [len(piles) + 1])
    for pile in piles:
        begins.append(begins[-1] + len(pile))
    with left(file) as stream:
        for numbers in (begins, *piles):
            stream.write(numbers)


def read_pile(file: Path, number: int) -> "array[int]":
    """One pile of a file."""
    ends, found = array("Q"), array("Q")
    with file.open("rb") as stream:
        stream.seek(number * _WIDTH)
        ends.frombytes(stream.read(2 * _WIDTH))
        stream.seek(ends[0] * _WIDTH)
        found.frombytes(stream.read((ends[1] - ends[0]) * _WIDTH))
    return found


def read_row(file: Path) -> "array[int]":
    """A file of numbers without piles."""
    found = array("Q")
    found.frombytes(file.read_bytes())
    return found


packed = zlib.compress


def leave_packed(file: Path, texts: Sequence[bytes]) -> None:
    """Write packed texts below a row of where each begins and the last one ends, in bytes."""
    begins = array("Q", accumulate(map(len, texts), initial=_WIDTH * (len(texts) + 1)))
    with left(file) as stream:
        stream.write(begins)
        stream.writelines(texts)


def read_packed(file: Path, numbers: Iterable[int]) -> Iterator[bytes]:
    """Some of the texts of a file, by their numbers."""
    with file.open("rb") as stream:
        for number in numbers:
            ends = array("Q")
            stream.seek(number * _WIDTH)
            ends.frombytes(stream.read(2 * _WIDTH))
            stream.seek(ends[0])
            yield zlib.decompress(stream.read(ends[1] - ends[0]))


def leave_lines(file: Path, piles: Mapping[int, Sequence[str]]) -> None:
    """Write lines by pile, below a line that says of each how many it has, where it begins and its length."""
    blocks = {pile: "\n".join(lines).encode() for pile, lines in sorted(piles.items())}
    ends: dict[int, tuple[int, int, int]] = {}
    begin = 0
    for pile, block in blocks.items():
        ends[pile] = len(piles[pile]), begin, len(block)
        begin += len(block)
    with left(file) as stream:
        stream.write(json.dumps(ends).encode() + b"\n")
        stream.writelines(blocks.values())


def piles_in(file: Path) -> dict[int, int]:
    """Which piles of lines a file has, with how many lines each."""
    with file.open("rb") as stream:
        return {int(pile): count for pile, (count, _, _) in json.loads(stream.readline()).items()}


def read_lines(file: Path, pile: int) -> list[str]:
    """The lines of a pile."""
    with file.open("rb") as stream:
        _, begin, length = json.loads(stream.readline()).get(str(pile), (0, 0, 0))
        if not length:
            return []
        stream.seek(begin, os.SEEK_CUR)
        return stream.read(length).decode().split("\n")
