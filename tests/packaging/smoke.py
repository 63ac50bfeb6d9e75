"""Run by the Python of an environment in which storyreader is installed from its wheel: does it work there?

`python -I tests/packaging/smoke.py`; -I keeps this repository off the path. Ends with an assertion when it does not.
"""

import asyncio
import os
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any


def engine() -> int:
    """Read and compare two sample pages, one of them HTML; the number of links."""
    storyreader = import_module("storyreader")
    samples: Path = import_module("storyreader.sample_data").folder()
    pages = sorted(file for file in (samples / "harbour-fire").iterdir() if file.suffix in (".html", ".txt"))
    left, right = (storyreader.read_article(page) for page in (pages[0], pages[-1]))
    links: int = len(storyreader.compare(left, right).links)
    assert links > 3, f"{links} links between {pages[0].name} and {pages[-1].name}"
    return links


async def app() -> str:
    """Start the app on the sample stories, compare the first with the closest account, leave; the screens passed."""
    reader: Any = import_module("storyreader.tui.app").StoryReader([])
    passed = []
    async with reader.run_test(size=(120, 40)) as pilot:
        for keys in ([], ["c"], ["q"]):
            await pilot.press(*keys)
            for _ in range(3):
                await reader.workers.wait_for_complete()
                await pilot.pause()
            passed.append(type(reader.screen).__name__)
    return " > ".join(passed)


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        os.environ |= {f"STORYREADER_{name}_DIR": folder for name in ("CONFIG", "DATA", "CACHE")}
        found = engine()
        way = asyncio.run(app())
        assert way == "LibraryScreen > CompareScreen > LibraryScreen", way
        print(f"{import_module('storyreader').__file__}: {found} links, {way}")  # noqa: T201  read by whoever started it
