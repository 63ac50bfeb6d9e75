"""Rows of 64-bit integers in files: sorted into piles, of which each can be read by itself."""

import os
from array import array
from collections.abc import Sequence
from pathlib import Path

_WIDTH = 8


def leave(file: Path, content: bytes) -> None:
    """Write a file that is there whole or not at all. It can be made again, so the disk is not waited for."""
    temporary = file.with_name(f".{file.name}.{os.getpid()}")
    temporary.write_bytes(content)
    temporary.replace(file)


def leave_piles(file: Path, piles: "Sequence[array[int]]") -> None:
    """Write piles one after the other, below a list of where each begins and the last one ends, in numbers."""
    begins = array("Q", [len(piles) + 1])
    for pile in piles:
        begins.append(begins[-1] + len(pile))
    leave(file, b"".join([begins.tobytes(), *(pile.tobytes() for pile in piles)]))


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
