"""How the app feels: time to the first frame, and from a key to the frame that answers it, in a real pseudo-terminal.

usage: python benchmarks/terminal.py [--runs 9] [--articles 1000] [--sentences 50 500 5000]

Start-up is a ratio to a bare Textual app in the same run, pair by pair. A frame ends with the marker of synchronized
output, which Textual sends once its query is answered, as is done here. Times are milliseconds, medians. Modules are
loaded as compiled before, as an installed program has them.
"""

import argparse
import contextlib
import fcntl
import itertools
import math
import os
import pty
import random
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path

ROWS, COLUMNS = 40, 140
BARE = "from textual.app import App\nfrom textual.widgets import Static\n\nclass Bare(App):\n    def compose(self):\n        yield Static('storyreader')\n\nBare().run()\n"  # noqa: E501
QUESTION, ANSWER, FRAME_END = b"\x1b[?2026$p", b"\x1b[?2026;2$y", b"\x1b[?2026l"
TOP, DOWN, NEXT, PAGE_DOWN = b"g", b"j", b"n", b"\x1b[6~"


class Driven:
    """A program in a pseudo-terminal."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        self.started = time.perf_counter()
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
            os.execvpe(command[0], list(command), {**around, **environment, "TERM": "xterm-256color"})
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.output = b""
        self._answered = False

    def read(self, seconds: float) -> bytes:
        """What the program writes within some seconds, at the first sign of it."""
        ready, _, _ = select.select([self.terminal], [], [], seconds)
        data = b""
        if ready:
            with contextlib.suppress(OSError):
                data = os.read(self.terminal, 1 << 18)
        self.output += data
        if not self._answered and QUESTION in self.output:
            os.write(self.terminal, ANSWER)
            self._answered = True
        return data

    def wait_for(self, text: bytes, patience: float = 120) -> float:
        """Seconds from the start until a text was written."""
        while time.perf_counter() - self.started < patience:
            self.read(0.2)
            if text in self.output:
                return time.perf_counter() - self.started
        raise TimeoutError(f"{text!r} did not appear; the last that came: {self.output[-400:]!r}")

    def settle(self, quiet: float = 0.25) -> None:
        """Wait until nothing has been written for a while."""
        while self.read(quiet):
            pass

    def key(self, key: bytes) -> float:
        """Seconds from a key to the end of the first frame that follows it; not a number when none does."""
        self.settle(0.08)
        begun = time.perf_counter()
        os.write(self.terminal, key)
        while time.perf_counter() - begun < 2:
            if FRAME_END in self.read(0.02):
                return time.perf_counter() - begun
        return float("nan")

    def resize(self, rows: int, columns: int) -> float:
        """Seconds from a new window size to the end of the first frame that follows it."""
        self.settle(0.08)
        begun = time.perf_counter()
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        while time.perf_counter() - begun < 2:
            if FRAME_END in self.read(0.02):
                return time.perf_counter() - begun
        return float("nan")

    def memory(self) -> float:
        """Resident memory in megabytes."""
        for line in Path(f"/proc/{self.process}/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
        return float("nan")

    def close(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.terminal)


def start_times(runs: int, folder: Path, environment: dict[str, str]) -> None:
    """Print the time to the first frame as a ratio to a bare Textual app."""
    commands = {
        "bare Textual app": [sys.executable, "-c", BARE],
        "storyreader, sample stories": [sys.executable, "-m", "storyreader"],
        "storyreader, empty folder": [sys.executable, "-m", "storyreader", str(folder)],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, command in commands.items():
            driven = Driven(command, environment)
            seconds = driven.wait_for(b"storyreader")
            driven.close()
            if run:  # the first one warms the disk
                times[name].append(seconds)
    base = times["bare Textual app"]
    print("| start to first frame | ms, median | ratio, median [min-max] |\n|---|---|---|")
    for name, found in times.items():
        ratios = [mine / other for mine, other in zip(found, base, strict=True)]
        spread = f"{statistics.median(ratios):.2f} [{min(ratios):.2f}-{max(ratios):.2f}]"
        print(f"| {name} | {statistics.median(found) * 1000:.0f} | {spread} |")


def key_times(driven: Driven, name: str, keys: dict[str, bytes], presses: int = 40) -> None:
    """Print from a key to the end of its first frame; each key starts at the top, and stops where nothing moves."""
    for word, key in keys.items():
        driven.key(TOP)
        found: list[float] = []
        while len(found) < presses and not math.isnan(seconds := driven.key(key)):
            found.append(seconds * 1000)
        if found:
            found.sort()
            late = found[min(len(found) - 1, int(len(found) * 0.99))]
            print(f"| {name} | {word} | {statistics.median(found):.1f} | {late:.1f} | {driven.memory():.0f} |")


SYLLABLES = ("ka", "lo", "mi", "ren", "tu", "sal", "vor", "ne", "pi", "dar", "gol", "he")
WORDS = tuple("".join(parts) for parts in itertools.product(SYLLABLES, repeat=3))


def invented(chance: random.Random, sentences: int) -> list[str]:
    """Sentences of invented words, with so many English ones between them that the language is plain."""
    made = (chance.choices(WORDS, k=14) for _ in range(sentences))
    return [
        f"The {' '.join(words[:5])} of the {' '.join(words[5:8])} was not in {' '.join(words[8:])} again."
        for words in made
    ]


def page(chance: random.Random, sentences: list[str]) -> str:
    """A page dump: headline, day, paragraphs of three sentences."""
    paragraphs = [" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
    return "\n\n".join([f"Council {' '.join(chance.choices(WORDS, k=5))}", "Monday, 4 May 2026 10:00 AM", *paragraphs])


def measure_list(articles: int, environment: dict[str, str]) -> None:
    """Keys in a list of many articles, and how long it takes to open it anew."""
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as name:
        for number in range(articles):
            text = page(chance, invented(chance, 9))
            Path(name, f"{number:06}.txt").write_text(text, encoding="utf-8")
        for time_of_opening in ("first", "second"):
            driven = Driven([sys.executable, "-m", "storyreader", name], environment)
            seconds = driven.wait_for(b"c compares with", patience=900)
            print(
                f"| list of {articles}, {time_of_opening} opening until all are listed | | {seconds * 1000:.0f} | | |"
            )
            if time_of_opening == "second":
                key_times(driven, f"list of {articles}", {"down": DOWN, "page down": PAGE_DOWN})
            driven.close()


def measure_comparison(sentences: int, environment: dict[str, str]) -> None:
    """Keys in a comparison of two long articles that share two thirds of their sentences."""
    chance = random.Random(2)
    left = invented(chance, sentences)
    right = [sentence if chance.random() < 0.66 else invented(chance, 1)[0] for sentence in left]
    with tempfile.TemporaryDirectory() as name:
        for file, texts in (("a.txt", left), ("b.txt", right)):
            Path(name, file).write_text(page(chance, texts), encoding="utf-8")
        driven = Driven([sys.executable, "-m", "storyreader", name], environment)
        driven.wait_for(b"c compares with")
        driven.settle()
        driven.output = b""
        driven.started = time.perf_counter()
        driven.key(b"c")
        driven.wait_for(b"in short")
        driven.key(b"2")
        seconds = driven.wait_for(b"1/")
        print(f"| {sentences} sentences a side, from c to the first rows | c | {seconds * 1000:.0f} | | |")
        keys = {"down": DOWN, "next difference": NEXT, "page down": PAGE_DOWN}
        key_times(driven, f"comparison, {sentences} sentences a side", keys)
        sizes = [(ROWS, COLUMNS - 20 * (turn % 2 == 0)) for turn in range(6)]
        resized = sorted(driven.resize(*size) * 1000 for size in sizes)
        where, middle = f"comparison, {sentences} sentences a side", statistics.median(resized)
        print(f"| {where} | resize | {middle:.1f} | {resized[-1]:.1f} | |")
        driven.close()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--articles", type=int, nargs="*", default=[1000])
    parser.add_argument("--sentences", type=int, nargs="*", default=[50, 500, 5000])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        environment = {f"STORYREADER_{part}_DIR": str(Path(name, part)) for part in ("CONFIG", "DATA", "CACHE")}
        empty = Path(name, "empty")
        empty.mkdir()
        start_times(options.runs, empty, environment)
        print("\n| where | key | ms, median | ms, p99 | MB |\n|---|---|---|---|---|")
        for articles in options.articles:
            measure_list(articles, environment)
        for sentences in options.sentences:
            measure_comparison(sentences, environment)


if __name__ == "__main__":
    main()
