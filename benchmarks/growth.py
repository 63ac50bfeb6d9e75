"""How time grows with the text, by the clock: eight times the text should take about eight times as long.

    python -m benchmarks.growth

What the tests cannot count (the inside of a regular expression) shows here. Run it on an idle machine. Ends with 1 when
some growth is more than four times what it should be.
"""

import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from storyreader.cleaning import clean_text
from storyreader.facts import extract_facts
from storyreader.segmenting import split_sentences

TIMES, MOST = 8, 4.0
"""So many times the text; growth beyond so many times that is too much."""
LEAST = 0.02
"""Seconds; what takes less on the long text is not judged."""
SENTENCES = ". ", "a.", "\n", "[1] ", '" ', "1) ", "... ", "x", "—", "a. b. ", "He said no. ", "“No,” she said. "
FACTS = "a-", "1.", '"', "said ", "“said ", "Ab ", "24 people, "
STORY = (
    "The bridge at Quernmouth will close for good on Friday, the board said, after divers found cracks in its piers.",
    "Some 4,000 people cross it every day on foot, and a ferry will carry them from 5:40 a.m. on.",
    "“We looked at every way to keep it open, and none of them was safe,” said Orla Dunmere, the head engineer.",
)
LINES = (
    "5 comments\n", "Orla on March 3, 2026 at 3:03 pm said:\n", "Pelicans on the reservoir again\n7 March 2026\n",
    "7 March 2026, 10:15\n", "News\n", "These remain:\n- a ferry\n- a bus\n", "© 2026 Quern Post\n",
)  # fmt: skip


def cases() -> Iterator[tuple[str, Callable[[int], object]]]:
    """What is measured, and the call that does it on a text of a size."""
    for stretch in SENTENCES:
        yield f"sentences of {stretch!r}", partial(_segmented, stretch)
    for stretch in FACTS:
        yield f"facts in {stretch!r}", partial(_facts, stretch)
    for line in LINES:
        yield f"a page with {line[:30]!r} over and over", partial(_cleaned, line)
    yield "a page told over and over", lambda size: clean_text("\n\n".join(STORY * (10 * size)))


def _segmented(stretch: str, size: int) -> object:
    return split_sentences(stretch * (20_000 * size // len(stretch)), "en")


def _facts(stretch: str, size: int) -> object:
    return extract_facts(stretch * (4_000 * size // len(stretch)), None, "en")


def _cleaned(line: str, size: int) -> object:
    return clean_text("\n\n".join(STORY) + "\n" + line * (300 * size))


def seconds(call: Callable[[int], object], size: int) -> float:
    """The least time of three calls."""
    found = []
    for _ in range(3):
        begin = time.perf_counter()
        call(size)
        found.append(time.perf_counter() - begin)
    return min(found)


def main() -> int:
    """Measure and print; 1 when something grows too fast."""
    too_fast = 0
    for name, call in cases():
        call(1)
        small, large = seconds(call, 1), seconds(call, TIMES)
        growth = large / small
        bad = large > LEAST and growth > MOST * TIMES
        too_fast += bad
        print(f"{small:8.4f} s  {large:8.4f} s  {growth:6.1f} times  {name}{'  TOO FAST' if bad else ''}", flush=True)
    return 1 if too_fast else 0


if __name__ == "__main__":
    sys.exit(main())
