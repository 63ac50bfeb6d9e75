"""Large libraries: looking files over, searching, grouping, and how much memory it takes.

usage: python -m benchmarks.library [--sizes 1000 10000 100000] [--read 240]

The files of a library of a size are written, small ones, and the catalogue is filled with invented articles for them
without cleaning, which would take hours for the largest; then what the app asks of it is timed, in a process of its own
for each size. Reading and cleaning is measured on `--read` page dumps of real length, as a ratio to reading and hashing
the same files and to trafilatura on the same pages as HTML, in turns in one run. Times are milliseconds, medians.
"""

import argparse
import hashlib
import itertools
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.terminal import WORDS, invented

if TYPE_CHECKING:
    from storyreader.library import Catalogue, EntryList

_SHORT = [f"{first}{last}" for first in "bdfgklmn" for last in "aeiou"]
NAMES = [f"{one}{two}{three}".capitalize() for one, two, three in itertools.product(_SHORT, repeat=3)]
"""Sixty thousand of six letters, so that headlines have as many different words as real ones."""
OUTLETS = 60
ACCOUNTS = 4
"""Accounts of each story, of different outlets."""
COPIES = 10
"""One account of so many is that before it with another last sentence."""


def articles(count: int) -> Iterator[tuple[str, str, str, list[str]]]:
    """Invented ones: outlet, headline, day, sentences; `ACCOUNTS` after each other tell one story."""
    chance = random.Random(count)
    told: list[str] = []
    for number in range(count):
        if number % ACCOUNTS == 0:
            names = chance.sample(NAMES, 3)
            day = f"20{chance.randrange(20, 26)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
            core = [f"{names[0]} of {names[1]} said {' '.join(chance.choices(WORDS, k=8))}." for _ in range(3)]
        if number % COPIES == COPIES - 1:
            told = [*told[:-1], *invented(chance, 1)]
        else:
            told = [*chance.sample(core, 2), *invented(chance, 10)]
        headline = f"{names[0]} and {names[1]} {' '.join(chance.choices(WORDS, k=3))} {names[2]}"
        yield f"Outlet {chance.randrange(OUTLETS)}", headline, day, told


def write_library(folder: Path, count: int) -> list[Path]:
    """Write the files, a thousand in a folder, and fill the catalogue of the data folder."""
    from storyreader.article import Article, Sentence
    from storyreader.library import Catalogue, ReadPage, entry_of

    files: list[Path] = []
    with Catalogue() as catalogue:
        for number, (outlet, headline, day, told) in enumerate(articles(count)):
            file = folder / f"{number // 1000:04}" / f"{number:07}.txt"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(f"{headline}\n{number}\n", encoding="utf-8")
            files.append(file)
            sentences = tuple(Sentence(text, at, at, 0, len(text)) for at, text in enumerate(told))
            name = hashlib.sha256(str(number).encode()).hexdigest()[:16]
            article = Article(
                name, headline, tuple(told), sentences, publisher=outlet, published=date.fromisoformat(day),
                language="en", path=str(file),
            )  # fmt: skip
            entry = entry_of(article)
            catalogue.put(file, [ReadPage(entry, article)])
            if number % 2000 == 0:
                catalogue.flush()
    return files


def timed(call: Callable[[], object], times: int = 1) -> float:
    """Milliseconds, the median of some calls."""
    found = []
    for _ in range(times):
        begun = time.perf_counter()
        call()
        found.append((time.perf_counter() - begun) * 1000)
    return statistics.median(found)


def measure(folder: Path) -> None:
    """Print the figures of one library; for a process of its own."""
    from storyreader import application
    from storyreader.library import Catalogue, Entry, EntryList, find_files, group_library, in_file_order, scan

    files: list[str] = []
    row("finding the files", f"{timed(lambda: files.extend(find_files([folder]))):.0f} ms")
    with Catalogue() as catalogue:
        begun = time.perf_counter()
        found: list[Entry] = []
        for batch in scan(files, catalogue):
            if not found:
                row("to the first entries", f"{(time.perf_counter() - begun) * 1000:.0f} ms")
            found += batch.entries
        row(f"looking {len(found)} unchanged files over", f"{(time.perf_counter() - begun) * 1000:.0f} ms")
        made: list[EntryList] = []
        row("putting them in order", f"{timed(lambda: made.append(EntryList(in_file_order(found, files)))):.0f} ms")
        entries = made[0]
        found.clear()
        row("memory after it", f"{peak():.0f} MB")
        measure_search(entries, catalogue)
        measure_stories(entries, folder, catalogue)
        looks = []
        stories = group_library(entries, [folder], catalogue).stories
        for what in ("texts compared for versions and copies", "the same again"):
            look = timed(lambda: looks.append(application.look_closer(entries, stories, catalogue)))
            row(what, f"{look:.0f} ms")
    row("versions, articles word for word in another", f"{len(looks[0].versions)}, {len(looks[0].copies)}")
    row("memory after it", f"{peak():.0f} MB")


def measure_search(entries: "EntryList", catalogue: "Catalogue") -> None:
    """Queries as the shell asks them, and the keys of one that is typed, each with what the screen lists."""
    from storyreader import application
    from storyreader.library import parse_query

    word = entries[len(entries) // 2].title.split()[0]
    for query in (word, f'"{word} of"', f"{word[:3]}*", "was", "outlet:7", "date:2024-05", f"{word} -outlet:7"):
        asked = parse_query(query)
        row(f"search {query}", f"{timed(lambda asked=asked: catalogue.search(asked, 5000), 5):.1f} ms")  # type: ignore[misc]
    shelved = application.Shelved()
    catalogue.like_titles([parse_query("nowhere").conditions[0]], 1)  # the words of titles are read once
    for what, typed in (("word", word), ("slip", f"{word[:2]}{word[3]}{word[2]}{word[4:]}"), ("words", f"{word} was")):
        keys = [
            timed(lambda so_far=typed[:end]: application.find_entries(f"{so_far}*", entries, shelved, catalogue, 200))  # type: ignore[misc]
            for end in range(1, len(typed) + 1)
        ]
        row(f"keys of type-ahead, a {what}: median, slowest", f"{statistics.median(keys):.1f}, {max(keys):.1f} ms")


def measure_stories(entries: "EntryList", folder: Path, catalogue: "Catalogue") -> None:
    """Grouping all of it, as it was kept, and with a few articles more; and closeness."""
    from storyreader.library import StoryIndex, group_library

    made: list[StoryIndex] = []

    def grouped() -> None:
        made[:] = [group_library(entries, [folder], catalogue)]

    row("grouping all", f"{timed(grouped):.0f} ms")
    row("stories of more than one article", str(sum(len(story.members) > 1 for story in made[0].stories)))
    row("memory after it", f"{peak():.0f} MB")
    row("grouping what is grouped", f"{timed(grouped):.0f} ms")
    forget_from_groups(catalogue, 20)
    row("grouping with 20 articles that are new", f"{timed(grouped):.0f} ms")
    asked = [entries[len(entries) * at // 10].article_id for at in range(1, 10)]
    rest = iter(asked)
    closest = timed(lambda: made[0].closest(next(rest), entries, catalogue), len(asked))
    row("the closest account", f"{closest:.1f} ms")
    row("counting words before all is grouped", f"{timed(catalogue.counts_now):.0f} ms")
    row("memory after it", f"{peak():.0f} MB")


def forget_from_groups(catalogue: "Catalogue", count: int) -> None:
    """Have some articles be new to the groups that are kept."""
    import json

    assert catalogue.connection is not None
    with catalogue.connection as connection:
        kept = connection.execute("SELECT library, told, numbers FROM groupings").fetchall()
        for library, told, numbers in kept:
            articles, *rest = json.loads(told)
            row_of = (json.dumps([articles[count:], *rest], ensure_ascii=False), numbers[4 * count :], library)
            connection.execute("UPDATE groupings SET told = ?, numbers = ? WHERE library = ?", row_of)


def row(what: str, figure: str) -> None:
    """Print a row of the table."""
    print(f"| {what} | {figure} |", flush=True)


def peak() -> float:
    """The most resident memory so far, megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure_reading(count: int, folder: Path) -> None:
    """Print how fast new files are read: a second, and as ratios in turns."""
    import trafilatura

    from benchmarks.terminal import page
    from storyreader.library import Catalogue, scan

    chance = random.Random(3)
    files, pages = [], []
    for number in range(count):
        sentences = invented(chance, 40)
        file = folder / f"{number:04}.txt"
        file.write_text(page(chance, sentences) + "\nMore stories\n" * 20, encoding="utf-8")
        files.append(file)
        paragraphs = "".join(f"<p>{' '.join(sentences[at : at + 3])}</p>" for at in range(0, len(sentences), 3))
        pages.append(
            f"<html><body><nav>{'<a href=x>More</a>' * 20}</nav><article><h1>Council</h1>{paragraphs}</article>"
        )

    def read_and_hash() -> None:
        for file in files:
            hashlib.sha256(file.read_bytes()).hexdigest()

    def all_scanned() -> None:
        with Catalogue(folder / f"catalogue-{time.perf_counter_ns()}.sqlite") as catalogue:
            for _ in scan(files, catalogue):
                pass

    def extracted() -> None:
        for html in pages:
            trafilatura.extract(html)

    hashed, scanned, other = [], [], []
    for _ in range(3):
        hashed.append(timed(read_and_hash))
        scanned.append(timed(all_scanned))
        other.append(timed(extracted))
    mine = statistics.median(scanned)
    print(f"| reading {count} new dumps of 5 kB | {count / mine * 1000:.0f} a second |")
    print(f"| ratio to reading and hashing them | {mine / statistics.median(hashed):.0f} |")
    print(f"| ratio to trafilatura in one process | {mine / statistics.median(other):.2f} |")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 10_000, 100_000])
    parser.add_argument("--read", type=int, default=240)
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        measure(options.measure)
        return
    with tempfile.TemporaryDirectory() as name:
        if options.read:
            print("| reading | |\n|---|---|")
            measure_reading(options.read, Path(name))
        for size in options.sizes:
            folder = Path(name, f"library-{size}")
            os.environ["STORYREADER_DATA_DIR"] = str(Path(name, f"data-{size}"))
            filling = timed(lambda folder=folder, size=size: write_library(folder, size))  # type: ignore[misc]
            stored = sum(file.stat().st_size for file in Path(os.environ["STORYREADER_DATA_DIR"]).iterdir()) / 1e6
            print(
                f"\n| {size} articles | |\n|---|---|\n| filling the catalogue | {filling:.0f} ms, {stored:.0f} MB |",
                flush=True,
            )
            subprocess.run([sys.executable, "-m", "benchmarks.library", "--measure", str(folder)], check=True)


if __name__ == "__main__":
    main()
