"""How long it takes to compare every article of a story with every other: each pair anew, and with a reading each.

usage: python benchmarks/board.py [ARTICLES] [SENTENCES] [RUNS]

Sentences are made up; any two articles share about a third. Times are of the processor; the two ways take turns.
"""

import random
import statistics
import sys
import time
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import storyreader
from benchmarks.terminal import invented, page


def pair_by_pair(articles: list[storyreader.Article]) -> None:
    """Compare all pairs, each from its two articles."""
    for left, right in combinations(articles, 2):
        storyreader.compare(left, right)


def with_readings(articles: list[storyreader.Article]) -> None:
    """Compare all pairs of readings."""
    for left, right in combinations([storyreader.Reading(article) for article in articles], 2):
        storyreader.compare_readings(left, right)


def main() -> None:
    """Print the seconds of both ways and their ratio."""
    count, sentences, runs = (int(value) for value in (*sys.argv[1:], *("20", "100", "3")[len(sys.argv) - 1 :]))
    chance = random.Random(3)
    pool = invented(chance, 3 * sentences)
    articles = [storyreader.clean_text(page(chance, chance.sample(pool, sentences))) for _ in range(count)]
    storyreader.compare(articles[0], articles[-1])
    times: dict[str, list[float]] = {"pair by pair": [], "with readings": []}
    for _ in range(runs):
        for name, way in (("pair by pair", pair_by_pair), ("with readings", with_readings)):
            begun = time.process_time()
            way(articles)
            times[name].append(time.process_time() - begun)
    for name, found in times.items():
        print(f"{name}: {statistics.median(found):.1f} s [{min(found):.1f}-{max(found):.1f}]")
    ratios = [new / old for old, new in zip(*times.values(), strict=True)]
    print(f"ratio: {statistics.median(ratios):.2f} [{min(ratios):.2f}-{max(ratios):.2f}]")


if __name__ == "__main__":
    main()
