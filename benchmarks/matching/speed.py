"""How long matching takes, next to difflib and rapidfuzz in the same run: trust the ratios, not the seconds.

    python benchmarks/matching/speed.py [EVAL_DIR]

With EVAL_DIR also whole comparisons, facts and conflicts included, of news sentences from EVAL_DIR/matching/stories_*:
half of each right side is a left sentence with a quarter of its words replaced, the rest are other sentences.
Sentences are made up from a word list with the frequencies of real text (Zipf), half of each right side reworded from
the left. "growth" is the exponent between 1000 and 5000 sentences: 1 is linear, 2 quadratic.
"""

import gzip
import json
import math
import random
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storyreader.article import Article

SIZES = (40, 1000, 5000)
WORDS = 12_000
SEED = 7
SHORTEST = 20
"""Characters: shorter texts are headings."""


def made_up(size: int) -> tuple[list[str], list[str]]:
    """Two lists of sentences; every other right one is its left one with a third of the words changed."""
    chance = random.Random(SEED)
    letters = "aeioubcdfglmnprst"
    words = ["".join(chance.choice(letters) for _ in range(chance.randint(3, 9))) for _ in range(WORDS)]
    weights = [1 / (rank + 3) for rank in range(WORDS)]

    def sentence() -> list[str]:
        return chance.choices(words, weights, k=chance.randint(8, 30))

    left = [sentence() for _ in range(size)]
    right = [
        [chance.choices(words, weights)[0] if chance.random() < 0.33 else word for word in one] if n % 2 else sentence()
        for n, one in enumerate(left)
    ]
    return ([" ".join(one).capitalize() + "." for one in side] for side in (left, right))  # type: ignore[return-value]


def seconds(work: Callable[[], object]) -> float:
    """The time of one call."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def cold() -> float:
    """The first comparison of 40 by 40 sentences in a fresh interpreter, without the imports."""
    code = (
        "import sys, time; sys.path.insert(0, sys.argv[1]); from speed import made_up; "
        "from storyreader import match_sentences; left, right = made_up(40); begin = time.perf_counter(); "
        "match_sentences(left, right); print(time.perf_counter() - begin)"
    )
    folder = __file__.rsplit("/", 1)[0]
    done = subprocess.run([sys.executable, "-c", code, folder], capture_output=True, text=True, check=True)
    return float(done.stdout)


def news(folder: Path, size: int) -> tuple["Article", "Article"]:
    """Two articles of real sentences."""
    from storyreader.article import Article, Sentence

    chance = random.Random(SEED)
    texts: list[str] = []
    for file in sorted(folder.glob("matching/stories_*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            texts += [text for line in lines for text in json.loads(line)["text"] if len(text) > SHORTEST]
    chance.shuffle(texts)
    words = " ".join(texts[-2000:]).split()
    left = texts[:size]
    right = [
        " ".join(word if chance.random() > 0.25 else chance.choice(words) for word in one.split()) if n % 2 else other
        for n, (one, other) in enumerate(zip(left, texts[size : 2 * size], strict=True))
    ]
    sides = [tuple(Sentence(text, n, n, 0, len(text)) for n, text in enumerate(side)) for side in (left, right)]
    one, two = (Article(str(n), None, (), side, language="en") for n, side in enumerate(sides))
    return one, two


def whole(folder: Path) -> None:
    """Measure whole comparisons of news sentences."""
    from storyreader.comparing import compare
    from storyreader.findings import find_findings

    compare(*news(folder, 40))
    times: dict[int, float] = {}
    for size in SIZES[1:]:
        pair = news(folder, size)
        times[size] = seconds(lambda: compare(*pair))  # noqa: B023 - called at once
        print(f"news, whole comparison, {size} x {size}: {times[size]:.2f} s")
    print(f"growth: {math.log(times[SIZES[2]] / times[SIZES[1]]) / math.log(SIZES[2] / SIZES[1]):.2f}")
    pair = news(folder, SIZES[2])
    tracemalloc.start()
    comparison = compare(*pair)
    print(f"news, {SIZES[2]} x {SIZES[2]}: peak {tracemalloc.get_traced_memory()[1] / 1e6:.0f} MB")
    tracemalloc.stop()
    print(f"all findings of it: {seconds(lambda: find_findings(comparison)):.2f} s")


def main() -> None:
    """Measure and print."""
    from rapidfuzz import fuzz, process

    from storyreader import match_sentences

    print(f"40 x 40 cold: {cold() * 1000:.0f} ms")
    times: dict[int, float] = {}
    for size in SIZES:
        left, right = made_up(size)
        match_sentences(left[:5], right[:5])
        times[size] = min(seconds(lambda: match_sentences(left, right)) for _ in range(3 if size < SIZES[-1] else 1))  # noqa: B023 - called at once
        line = f"{size} x {size}: {times[size]:.3f} s"
        if size <= SIZES[1]:
            diff = seconds(lambda: SequenceMatcher(None, " ".join(left).split(), " ".join(right).split()).ratio())  # noqa: B023
            table = seconds(lambda: process.cdist(left, right, scorer=fuzz.token_set_ratio))  # noqa: B023
            line += f"  ({times[size] / table:.2f} of rapidfuzz cdist token_set {table:.3f} s; difflib {diff:.3f} s)"
        print(line)
    print(f"growth: {math.log(times[SIZES[2]] / times[SIZES[1]]) / math.log(SIZES[2] / SIZES[1]):.2f}")
    left, right = made_up(SIZES[2])
    tracemalloc.start()
    match_sentences(left, right)
    print(f"{SIZES[2]} x {SIZES[2]}: peak {tracemalloc.get_traced_memory()[1] / 1e6:.0f} MB")
    tracemalloc.stop()
    if len(sys.argv) > 1:
        whole(Path(sys.argv[1]))


if __name__ == "__main__":
    main()
