"""How long it takes to compare two articles of 40 sentences: first in a fresh process, then again.

usage: python benchmarks/comparing.py [RUNS]

Sentences are made up; two thirds stand in both articles. Modules should have been compiled, as pip does.
"""

import random
import statistics
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.terminal import invented, page

SENTENCES = 40


def one_process() -> None:
    """Print the milliseconds of the first and of the second comparison."""
    import storyreader

    chance = random.Random(2)
    texts = invented(chance, SENTENCES)
    others = [text if chance.random() < 0.66 else invented(chance, 1)[0] for text in texts]
    left, right = (storyreader.clean_text(page(chance, sentences)) for sentences in (texts, others))
    assert len(left.sentences) == len(right.sentences) == SENTENCES
    for _ in range(2):
        begun = time.perf_counter()
        storyreader.compare(left, right)
        print((time.perf_counter() - begun) * 1000)


def main() -> None:
    """Run the processes and print the medians."""
    if sys.argv[1:] == ["--one"]:
        one_process()
        return
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    command = [sys.executable, __file__, "--one"]
    pairs = [subprocess.run(command, capture_output=True, text=True, check=True).stdout.split() for _ in range(runs)]
    for name, times in zip(("first", "again"), zip(*pairs, strict=True), strict=True):
        found = [float(value) for value in times]
        print(f"{name}: {statistics.median(found):.0f} ms [{min(found):.0f}-{max(found):.0f}]")


if __name__ == "__main__":
    main()
