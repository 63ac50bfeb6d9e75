"""How long the app stays after Q, whatever it is about, in a real pseudo-terminal.

usage: python benchmarks/quitting.py [--runs 7] [--after 0.05] [--articles 5000] [--sentences 3000]

Q comes at a random moment of the first two seconds of the work, or of two later ones.
Seconds from the key to the end of the process.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.board import accounts
from benchmarks.terminal import Driven, invented, page

LONG_PAGES = 200
HOSTILE_BYTES = 40_000_000
ACCOUNTS, CLAIMS = 20, 100


class Quitting:
    """Situations in a folder of its own; each begins some work in an app and gives it back."""

    def __init__(self, folder: Path, articles: int, sentences: int) -> None:
        self._folder = folder
        self._environment = {f"STORYREADER_{part}_DIR": str(folder / part) for part in ("CONFIG", "DATA", "CACHE")}
        self._chance = random.Random(5)
        long = invented(self._chance, sentences)
        self._fill("none", {"a.txt": page(self._chance, long[:20])})
        self._fill("long", {f"{at}.txt": page(self._chance, long) + f"\n\n{at}" for at in range(LONG_PAGES)})
        self._fill("markup", {"a.html": f"<html><body>The mill closed.{'<b>x</b>' * (HOSTILE_BYTES // 8)}"})
        self._fill("lines", {"a.txt": "The mill closed on Monday.\n" + "a\n" * (HOSTILE_BYTES // 2)})
        other = [text if self._chance.random() < 0.66 else invented(self._chance, 1)[0] for text in long]
        self._fill("pair", {"a.txt": page(self._chance, long), "b.txt": page(self._chance, other)})
        votes = "; ".join(f"{name} {self._chance.randrange(9999)} votes" for name in long[0].split() * 30)
        self._fill("votes", {f"{side}.txt": page(self._chance, [f"The count was {votes}."] * 40) for side in "ab"})
        told = accounts(ACCOUNTS, CLAIMS)
        self._fill("story", {f"{at}.txt": "\n\n".join(article.paragraphs) for at, article in enumerate(told)})
        short = [page(self._chance, invented(self._chance, 9)) for _ in range(articles)]
        self._fill("many", {f"{at:06}.txt": text for at, text in enumerate(short)})

    def _fill(self, name: str, files: dict[str, str]) -> None:
        (self._folder / name).mkdir()
        for file, text in files.items():
            (self._folder / name / file).write_text(text, encoding="utf-8")

    def _opened(self, name: str, until: bytes = b"q quit") -> Driven:
        driven = Driven([sys.executable, "-m", "storyreader", str(self._folder / name)], self._environment)
        driven.wait_for(until, patience=600)
        return driven

    def idle(self) -> Driven:
        """Nothing is going on."""
        driven = self._opened("none")
        driven.settle()
        return driven

    def reading(self, name: str) -> Driven:
        """Pages are being read."""
        for file in (self._folder / "CACHE").glob("*"):
            file.unlink()
        return self._opened(name, b"q stops")

    def comparing(self, name: str) -> Driven:
        """Two articles are being compared."""
        driven = self._opened(name, b"c compares with")
        driven.settle()
        os.write(driven.terminal, b"c")
        return driven

    def boarding(self) -> Driven:
        """A board is being made of all accounts."""
        driven = self._opened("story", b"c compares with")
        driven.settle()
        os.write(driven.terminal, b"b")
        return driven

    def listing(self) -> Driven:
        """Many articles that were read before are looked over and grouped."""
        return self._opened("many", b"q ")


def seconds_to_end(driven: Driven, moment: float) -> float:
    """From the key to the end of the process."""
    end = time.perf_counter() + moment
    while time.perf_counter() < end:
        driven.read(0.02)
    begun = time.perf_counter()
    os.write(driven.terminal, b"Q")
    while os.waitpid(driven.process, os.WNOHANG) == (0, 0):
        driven.read(0.005)
    os.close(driven.terminal)
    return time.perf_counter() - begun


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--after", type=float, default=0.05, help="seconds of the work before those two")
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--sentences", type=int, default=3000)
    parser.add_argument("--only", default="", help="the situations that have this in their names")
    options = parser.parse_args()
    chance = random.Random(9)
    with tempfile.TemporaryDirectory() as name:
        quitting = Quitting(Path(name), options.articles, options.sentences)
        situations: dict[str, Callable[[], Driven]] = {
            "nothing going on": quitting.idle,
            f"{LONG_PAGES} long pages being read": lambda: quitting.reading("long"),
            "40 MB of markup being read": lambda: quitting.reading("markup"),
            "40 MB of short lines being read": lambda: quitting.reading("lines"),
            f"two articles of {options.sentences} sentences being compared": lambda: quitting.comparing("pair"),
            "two lists of votes being compared": lambda: quitting.comparing("votes"),
            f"a board of {ACCOUNTS} accounts being made": quitting.boarding,
            f"{options.articles} articles being listed": quitting.listing,
        }
        print("| Q while there is | s, median | s, longest |\n|---|---|---|")
        for what, begin in situations.items():
            if options.only not in what:
                continue
            took = [seconds_to_end(begin(), options.after + chance.uniform(0, 2)) for _ in range(options.runs)]
            print(f"| {what} | {statistics.median(took):.2f} | {max(took):.2f} |", flush=True)


if __name__ == "__main__":
    main()
