"""The one door through which the command line speaks: what it prints cannot act upon the terminal.

Standard output and standard error are replaced while a command runs, so that argparse and warnings pass too. A
terminal that cannot write a character gets its code instead.
"""

import contextlib
import io
import sys
from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import ClassVar, TextIO

from storyreader.visible import shown_text


class Gate(io.TextIOBase):
    """A text stream that makes visible what passes."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        safe = shown_text(text)
        try:
            self._stream.write(safe)
        except UnicodeEncodeError:
            encoding = self._stream.encoding or "ascii"
            self._stream.write(safe.encode(encoding, "backslashreplace").decode(encoding))
        return len(text)

    def flush(self) -> None:
        if not self._stream.closed:  # at its end a stream flushes itself, whatever has become of the one behind it
            self._stream.flush()

    def isatty(self) -> bool:
        return self._stream.isatty()

    def fileno(self) -> int:
        return self._stream.fileno()

    def write_document(self, content: bytes) -> None:
        """Write a document byte by byte as it was rendered, which keeps its mark and its line ends."""
        mark, text = ("\ufeff", content.decode()[1:]) if content.startswith(BOM_UTF8) else ("", content.decode())
        safe = "\r\n".join(shown_text(line) for line in text.split("\r\n"))
        self._stream.flush()
        self._stream.buffer.write((mark + safe).encode())

    def write_over(self, text: str, before: str) -> None:
        """Write a line of our own over the one before, on a terminal."""
        self._stream.write("\r" + shown_text(text).ljust(len(before)) + "\r" + shown_text(text))
        self._stream.flush()

    @property
    def encoding(self) -> str:  # type: ignore[override]  # a stream of the library has it as an attribute
        return self._stream.encoding


@contextlib.contextmanager
def gated() -> Iterator[None]:
    """Have everything that is printed pass the gate."""
    with contextlib.redirect_stdout(Gate(sys.stdout)), contextlib.redirect_stderr(Gate(sys.stderr)):
        yield


def print_document(content: bytes) -> None:
    """Print a document as it was rendered."""
    stream = sys.stdout
    (stream if isinstance(stream, Gate) else Gate(stream)).write_document(content)


class ProgressLine:
    """A line on stderr that is written over while work goes on, and wiped at its end, however that comes.

    Where stderr is no terminal each state has a line of its own.
    """

    _shown: ClassVar[list["ProgressLine"]] = []

    def __init__(self) -> None:
        self._last = ""

    @classmethod
    def wipe_all(cls) -> None:
        """Wipe lines whose work was interrupted outside of it, and which nobody has ended yet."""
        for line in cls._shown:
            line.tell("")

    def __enter__(self) -> "ProgressLine":
        self._shown.append(self)
        return self

    def __exit__(self, *error: object) -> None:
        self._shown.remove(self)
        if self._last:
            self.tell("")

    def tell(self, text: str) -> None:
        """Show a state."""
        stream = sys.stderr
        if not text and not self._last:
            return
        if isinstance(stream, Gate) and stream.isatty():
            before, self._last = self._last, text  # first, since Ctrl+C may come as soon as it is written
            stream.write_over(text, before)
        elif text:
            sys.stderr.write(f"{text}\n")
            sys.stderr.flush()
