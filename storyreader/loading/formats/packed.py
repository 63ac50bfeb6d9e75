"""Files packed by themselves (gzip, bzip2, xz): what is in one is looked at as if it lay there unpacked."""

import bz2
import gzip
import io
import lzma
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import IO, Any

from storyreader.loading.source import ByteSource

_OPENERS: dict[bytes, Callable[[Any], Any]] = {b"\x1f\x8b": gzip.open, b"BZ": bz2.open, b"\xfd7": lzma.open}
_MARK = 2


class _UnpackedStream(io.BufferedReader):
    """The unpacked bytes; what they are read from is closed with them."""

    def __init__(self, packed: IO[bytes]) -> None:
        opener = _OPENERS[packed.read(_MARK)]
        packed.seek(0)
        super().__init__(opener(packed))
        self._packed = packed

    def close(self) -> None:
        super().close()
        self._packed.close()


def read(source: ByteSource, _place: str) -> Iterator[ByteSource]:
    """The one file in it, which has its place."""
    yield source.part("", PurePosixPath(source.name).stem, partial(_open, source))


def _open(source: ByteSource) -> IO[bytes]:
    return _UnpackedStream(source.opened())
