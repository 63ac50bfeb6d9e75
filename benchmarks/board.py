"""What a board costs: many accounts claim by claim, beside the comparisons of all their pairs; its keys; its growth.

usage: python benchmarks/board.py [ARTICLES] [SENTENCES] [RUNS]

The accounts are made up: each tells a third of one pool of claims, every second one in other words (a third of its
words replaced). Times are of the processor, in seconds; the ways take turns, each on accounts of its own, since what
was found between two sentences is remembered. "One more" is the board of all once that of all but one has been found.
Growth is the exponent from a quarter of the articles to all.
Keys are milliseconds from the key to the frame that answers it, in the app without a terminal, 140 by 40. Memory is
what the board adds to the process, in megabytes.
"""

import asyncio
import itertools
import math
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import storyreader
from benchmarks.terminal import invented, page
from benchmarks.workspace import memory
from storyreader.application import BoardFiles
from storyreader.story_board import find_board
from tui.app import StoryReader
from tui.screens.board import BoardScreen
from widgets.matrix import Matrix

REWORDED = 3
"""Of so many words of a reworded claim one is another."""


def accounts(count: int, sentences: int, seed: int = 3) -> list[storyreader.Article]:
    """Articles that share claims in different words; another seed gives other ones."""
    chance = random.Random(seed)
    pool = invented(chance, 3 * sentences)
    words = " ".join(pool).split()
    told = []
    for _ in range(count):
        own = [
            " ".join(chance.choice(words) if chance.randrange(REWORDED) == 0 else word for word in text.split())
            if chance.randrange(2)
            else text
            for text in chance.sample(pool, sentences)
        ]
        told.append(storyreader.clean_text(page(chance, own)))
    return told


def read(articles: Sequence[storyreader.Article]) -> list[storyreader.Reading]:
    """New readings."""
    return [storyreader.Reading(article) for article in articles]


def pair_by_pair(readings: Sequence[storyreader.Reading]) -> None:
    """Compare all pairs."""
    for left, right in itertools.combinations(readings, 2):
        storyreader.compare_readings(left, right)


def seconds(way: Callable[[], object]) -> float:
    """Processor time of one call."""
    begun = time.process_time()
    way()
    return time.process_time() - begun


async def keys(articles: int, sentences: int) -> dict[str, float]:
    """The median of ten presses of each key, and of the first board on the screen, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        chance = random.Random(5)
        pool = invented(chance, 3 * sentences)
        files = []
        for number in range(articles):
            file = Path(folder) / f"{number:02}.txt"
            file.write_text(page(chance, chance.sample(pool, sentences)), encoding="utf-8")
            files.append(str(file))
        app = StoryReader([folder])
        async with app.run_test(size=(140, 40)) as pilot:
            await app.workers.wait_for_complete()
            app.open_board(BoardFiles(tuple(files)))
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert isinstance(app.screen, BoardScreen)
            matrix, screen = app.screen.query_one(Matrix), app.screen
            ways: dict[str, Callable[[], None]] = {
                "j": lambda: matrix.action_cursor(1),
                "l": lambda: matrix.action_column(1),
                "n": lambda: screen.action_perform("board.next"),
                "PgDn": lambda: matrix.action_page(1.0),
                "h": lambda: matrix.action_column(-1),
                "g": lambda: matrix.action_edge(-1),
            }
            times: dict[str, list[float]] = {key: [] for key in ways}
            for _ in range(10):
                for key, way in ways.items():
                    done = asyncio.Event()
                    begun = time.perf_counter()
                    way()
                    screen.call_after_refresh(done.set)
                    await done.wait()
                    times[key].append((time.perf_counter() - begun) * 1000)
        return {key: statistics.median(found) for key, found in times.items()}


def main() -> None:
    """Print the table."""
    count, sentences, runs = (int(value) for value in (*sys.argv[1:], *("20", "100", "3")[len(sys.argv) - 1 :]))
    articles = accounts(count, sentences)
    storyreader.compare(articles[0], articles[-1])
    few = max(2, count // 4)
    times: dict[str, list[float]] = {"all pairs": [], "board": [], "one more": [], "board of a quarter": []}
    seeds = itertools.count(10)
    for _ in range(runs):
        times["all pairs"].append(seconds(partial(pair_by_pair, read(accounts(count, sentences, next(seeds))))))
        known = read(accounts(count, sentences, next(seeds)))
        times["board"].append(seconds(partial(find_board, known)))
        known = read(accounts(count, sentences, next(seeds)))
        find_board(known[:-1])
        times["one more"].append(seconds(partial(find_board, known)))
        times["board of a quarter"].append(seconds(partial(find_board, read(accounts(few, sentences, next(seeds))))))
    for name, found in times.items():
        print(f"{name}: {statistics.median(found):.2f} s [{min(found):.2f}-{max(found):.2f}]")
    ratios = [one / other for one, other in zip(times["board"], times["all pairs"], strict=True)]
    print(f"board / all pairs: {statistics.median(ratios):.2f} [{min(ratios):.2f}-{max(ratios):.2f}]")
    growth = math.log(statistics.median(times["board"]) / statistics.median(times["board of a quarter"]))
    print(f"growth with the articles: {growth / math.log(count / few):.2f}")
    before = memory()
    board = find_board(read(articles))
    print(f"memory: {memory() - before:.0f} MB for {len(board.claims)} claims, {len(board.shared)} shared")
    print("keys:", ", ".join(f"{key} {value:.0f} ms" for key, value in asyncio.run(keys(count, sentences)).items()))


if __name__ == "__main__":
    main()
