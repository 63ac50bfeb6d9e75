"""What the screen itself takes once two articles have been matched: first rows, keys, findings, views, filter, memory.

usage: python benchmarks/workspace.py [--sentences 50 500 5000]

The app's own widgets without a terminal, 140 by 40; milliseconds, one cold run each. "First rows" ends when they are
drawn; what is found beside the rows is still looked for then. "A key meanwhile" is the median of ten, from the key to
the frame that answers it. Memory is what the process holds above what it held with the finished comparison, in
megabytes. Run it from the top of the repository.
"""

import argparse
import asyncio
import random
import statistics
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
    """Milliseconds from a wish to the moment when what was wished for is drawn."""
    times: dict[str, float] = {}
    app = Bench()
    async with app.run_test(size=(140, 40)) as pilot:
        space = app.query_one(Workspace)

        async def drawn(*, since: float) -> float:
            done = asyncio.Event()
            space.call_after_refresh(done.set)
            await done.wait()
            return (time.perf_counter() - since) * 1000

        opened = time.perf_counter()
        space.set_tab("text")
        space.show(comparison, {})
        times["first rows"] = await drawn(since=opened)
        presses = []
        for turn in range(10):
            begun = time.perf_counter()
            space.panel.action_cursor(1 if turn % 2 else -1)
            presses.append(await drawn(since=begun))
        times["a key meanwhile"] = statistics.median(presses)
        await app.workers.wait_for_complete()
        times["findings"] = await drawn(since=opened)
        for view in VIEWS[1:]:
            begun = time.perf_counter()
            space.set_view(view)
            times[f"view {view}"] = await drawn(since=begun)
        begun = time.perf_counter()
        space.choose("differences", space.order)
        times["filter"] = await drawn(since=begun)
        await pilot.pause()
    return times


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sentences", type=int, nargs="*", default=[50, 500, 5000])
    options = parser.parse_args()
    print(
        "| sentences a side | first rows | a key meanwhile | findings | side by side | whole texts | filter | MB more |"
        "\n|---|---|---|---|---|---|---|---|"
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
