"""How long the list of saved comparisons takes to open: with few and with many, with and without the index; and how
long one very large comparison takes to be saved and opened.

usage: python benchmarks/saved_list.py [--counts 10 10000] [--runs N]

Each opening is a process of its own; only the listing is timed, in milliseconds, imports left out. The saved
comparisons are made up, about 15 kB each.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))


def fill(folder: Path, count: int) -> None:
    """Write so many saved comparisons."""
    from benchmarks.terminal import invented, page
    from storyreader import clean_text, compare
    from storyreader.saving import Note, new_saved
    from storyreader.saving.history import recorded
    from storyreader.saving.targets import target_of

    chance = random.Random(4)
    left, right = (clean_text(page(chance, invented(chance, 12))) for _ in range(2))
    comparison = compare(left, right)
    note = Note(target=target_of(comparison, comparison.rows[0]), text="Who says so?")
    document = recorded(new_saved(comparison), "note", [note])[0].model_dump(mode="json")
    folder.mkdir(parents=True)
    for number in range(count):
        document |= {"id": f"{number:016x}", "title": f"Comparison {number}"}
        (folder / f"{number:016x}.json").write_text(json.dumps(document), encoding="utf-8")


def opened() -> None:
    """Print the milliseconds of one listing."""
    from storyreader.saving import Store
    from storyreader.saving.index import stamp

    stamp(Path(__file__).stat())  # everything is imported now
    begun = time.perf_counter()
    listing = Store().listing()
    print(len(listing.heads), (time.perf_counter() - begun) * 1000)


def large() -> None:
    """Print what saving and opening one comparison of 5 MB takes."""
    from storyreader import clean_text, compare
    from storyreader.saving import Store, new_saved

    told = [f"Witness {number} saw the barge at pier {number % 7} and said so." for number in range(3000)]
    with tempfile.TemporaryDirectory() as place:
        store, saved = (
            Store(Path(place)),
            new_saved(compare(clean_text("\n\n".join(told)), clean_text("\n\n".join(told[:40])))),
        )
        times = []
        for _ in range(5):
            begun = time.perf_counter()
            store.save(saved)
            middle = time.perf_counter()
            store.load(saved.id)
            times.append((middle - begun, time.perf_counter() - middle))
        size = store.file(saved.id).stat().st_size / 1_000_000
    saving, opening = (statistics.median(each) * 1000 for each in zip(*times, strict=True))
    print(f"\n{size:.1f} MB: saved in {saving:.0f} ms, read in {opening:.0f} ms")


def main() -> None:
    """Fill, open, print the medians."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--counts", type=int, nargs="+", default=[10, 10_000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        opened()
        return
    print("| saved | the first time, ms | from then on, ms |\n|---|---|---|")
    for count in options.counts:
        with tempfile.TemporaryDirectory() as place:
            folders = {f"STORYREADER_{name}_DIR": str(Path(place) / name.lower()) for name in ("DATA", "CACHE")}
            fill(Path(place) / "data" / "comparisons", count)
            times = []
            for _ in range(options.runs + 1):
                command = [sys.executable, __file__, "--one"]
                told = subprocess.run(
                    command, capture_output=True, text=True, check=True, env={**os.environ, **folders}
                )
                assert int(told.stdout.split()[0]) == count
                times.append(float(told.stdout.split()[1]))
            print(f"| {count:,} | {times[0]:.0f} | {statistics.median(times[1:]):.0f} |")
    large()


if __name__ == "__main__":
    main()
