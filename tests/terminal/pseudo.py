"""storyreader in a pseudo-terminal: every byte that it sends, and the screen that a terminal makes of them."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path

import pyte

PATIENCE_SECONDS = 40

OURS = re.compile(
    rb"\x1b\[(?:\d{1,3}(?:[;:]\d{1,3})*)?m"  # styles
    rb"|\x1b\[\d{1,3};\d{1,3}H"  # where to paint
    rb"|\x1b\[\?(?:\d{1,4};?)+(?:\$p|[hl])"  # modes, and questions about them
    rb"|\x1b\[[<>=]\d*u|\x1b\[\d?n|\x1b\[2J|\x1b\[c|\x1b\[>\d+;\d+m"
    rb"|\x1b\]11;\?\x1b\\"  # the question for the background
    rb"|\x1b\]52;c;[A-Za-z0-9+/=]*\x07"  # a copy that the reader asked for
    rb"|\x1b\]22;[a-z-]*\x07"  # the shape of the pointer
)
"""The sequences that Textual and we send, and no other."""

ACTS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\U000e0000-\U000e007f]"
)


class PseudoTerminal:
    """A process on a terminal of its own; `sent` is all it wrote so far."""

    def __init__(self, *arguments: str, folder: Path, size: tuple[int, int] = (100, 30), **environment: str) -> None:
        self.size = size
        self.sent = b""
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        folders = {f"STORYREADER_{name}_DIR": str(folder / name.lower()) for name in ("CONFIG", "DATA", "CACHE")}
        (folder / "data").mkdir(parents=True, exist_ok=True)
        (folder / "data" / "remembered.json").write_text('{"card_put_away": true}', encoding="utf-8")
        given = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **folders, **environment}
        for name in ("COLUMNS", "LINES"):
            given.pop(name, None)
        self.process, self.descriptor = pty.fork()
        if self.process == 0:
            os.execve(sys.executable, [sys.executable, "-m", "storyreader", *arguments], given)
        self.resize(*size)
        self.status: int | None = None

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)

    def read(self, seconds: float = 0.05) -> bytes:
        """What comes within some time."""
        if self.status is not None or not select.select([self.descriptor], [], [], seconds)[0]:
            return b""
        try:
            data = os.read(self.descriptor, 65536)
        except OSError:
            data = b""
        if not data:
            self.status = os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])
        self.sent += data
        with contextlib.suppress(Exception):  # what pyte cannot do is not what is tested here
            self._stream.feed(data)
        return data

    def shown(self) -> str:
        """The screen as text."""
        return "\n".join(self.screen.display)

    def wait_for(self, text: str) -> str:
        """The screen, once a text is on it."""
        end = time.monotonic() + PATIENCE_SECONDS
        while text not in self.shown():
            if time.monotonic() > end or self.status is not None:
                raise AssertionError(f"{text!r} did not appear in:\n{self.shown()}")
            self.read()
        return self.shown()

    def settle(self, seconds: float = 0.15) -> None:
        """Read until nothing has come for some time; a cursor that blinks does not hold it up for ever."""
        end = time.monotonic() + 3 * seconds
        while self.read(seconds) and time.monotonic() < end:
            pass

    def press(self, *keys: str) -> None:
        """Send keys, one after another, each read to its end."""
        for key in keys:
            os.write(self.descriptor, key.encode())
            self.settle()

    def ended(self, seconds: float = PATIENCE_SECONDS) -> int:
        """The exit status, once it has ended."""
        end = time.monotonic() + seconds
        while self.status is None:
            assert time.monotonic() < end, f"still there after {seconds} s:\n{self.shown()}"
            self.read()
        return self.status

    def hang_up(self, seconds: float = PATIENCE_SECONDS) -> int:
        """Take the terminal away, as a window that is closed does; gives the exit status."""
        os.close(self.descriptor)
        end = time.monotonic() + seconds
        while self.status is None:
            assert time.monotonic() < end, f"still there {seconds} s after its terminal went away"
            process, status = os.waitpid(self.process, os.WNOHANG)
            self.status = os.waitstatus_to_exitcode(status) if process else None
            time.sleep(0.01)
        return self.status

    def close(self) -> None:
        """End it, whatever it does."""
        if self.status is None:
            with contextlib.suppress(OSError):
                os.kill(self.process, signal.SIGKILL)
                os.waitpid(self.process, 0)
        with contextlib.suppress(OSError):  # it may have hung up
            os.close(self.descriptor)

    def strange(self) -> list[str]:
        """What was sent and is neither a sequence of ours nor a text that a terminal only shows."""
        left = OURS.sub(b"", self.sent).decode("utf-8", "replace")
        return [left[found.start() : found.end() + 20] for found in ACTS.finditer(left)]
