"""What the screen itself takes once two articles have been matched: first rows, views, filter, and memory.

usage: python benchmarks/workspace.py [--sentences 50 500 5000]

The app's own widgets without a terminal, 140 by 40; milliseconds, one cold run each. Memory is what the process holds
above what it held with the finished comparison, in megabytes. Run it from the top of the repository.
"""

import argparse
import asyncio
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from textual.app import App, ComposeResult

from benchmarks.terminal import invented
from storyreader.article import Article
from storyreader.cleaning import clean_text
from storyreader.comparing import compare
from storyreader.comparison import Comparison
from tui.tabs import VIEWS
from tui.workspace import Workspace
from widgets import THEME_VARIABLES


class Bench(App[None]):
    """Shows a workspace and nothing else."""

    CSS_PATH = "../tui/storyreader.tcss"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return THEME_VARIABLES

    def compose(self) -> ComposeResult:
        yield Workspace(ascii_marks=False)


def memory() -> float:
    """Resident memory in megabytes."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return float("nan")


def article(sentences: list[str]) -> Article:
    """The article of a page of nothing but paragraphs."""
    return clean_text("\n\n".join(" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)))


async def measure(comparison: Comparison) -> dict[str, float]:
    """Milliseconds from a wish to the moment when the app has nothing left to do."""
    times: dict[str, float] = {}
    app = Bench()
    async with app.run_test(size=(140, 40)) as pilot:
        space = app.query_one(Workspace)

        async def timed(name: str, *, since: float) -> None:
            await pilot.pause()
            times[name] = (time.perf_counter() - since) * 1000

        begun = time.perf_counter()
        space.set_tab("text")
        space.show(comparison, {})
        await timed("first rows", since=begun)
        for view in VIEWS[1:]:
            begun = time.perf_counter()
            space.set_view(view)
            await timed(f"view {view}", since=begun)
        begun = time.perf_counter()
        space.choose("differences", space.order)
        await timed("filter", since=begun)
    return times


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sentences", type=int, nargs="*", default=[50, 500, 5000])
    options = parser.parse_args()
    print(
        "| sentences a side | first rows | side by side | whole texts | filter | MB more |\n|---|---|---|---|---|---|"
    )
    for count in options.sentences:
        chance = random.Random(2)
        left = invented(chance, count)
        right = [sentence if chance.random() < 0.66 else invented(chance, 1)[0] for sentence in left]
        comparison = compare(article(left), article(right))
        before = memory()
        times = asyncio.run(measure(comparison))
        print(f"| {count} | {' | '.join(f'{ms:.0f}' for ms in times.values())} | {memory() - before:.0f} |")


if __name__ == "__main__":
    main()
