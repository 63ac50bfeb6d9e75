"""Pairs in archives: how many of the known ones are found, beside other programs, and how long it takes.

usage: python -m benchmarks.archives recall [--articles 2000] [--passim COMMAND]
       python -m benchmarks.archives speed [--sizes 10000 100000] [--workers 1 2]

`recall` writes an archive of invented articles with known pairs: copies with a share of their words changed, briefs cut
from a long one, and articles that quote a passage of another; and accounts of one event in other words. What
`storyreader pairs` finds stands beside MinHash with locality-sensitive hashing and its form for texts of unlike length
(datasketch), and passim where a command is given that takes a file of JSON Lines and a folder. `speed` writes archives
of a size, a quarter of whose articles are in stories and each twentieth a copy, and measures each number of workers.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain, combinations
from pathlib import Path

from benchmarks.terminal import WORDS, invented

SENTENCES = 20
"""Of an article: some 320 words."""
CHANGED = (0.02, 0.05, 0.1, 0.2, 0.3)
"""Shares of words that are others in a copy."""
CUT = (10, 5, 3)
"""Sentences that are left of a report in a brief."""
QUOTED = (8, 5, 3, 2)
"""Sentences of another article in one that has all else by itself."""
ACCOUNTS = 3
"""Accounts of an event."""
FIRST_DAY = date(2024, 1, 1)
OTHERS = ("ba", "cro", "fi", "gu", "je", "qua", "sti", "wo", "xe", "yu", "zan", "bri")
"""Syllables of the names and things of events, which no other word has."""
PER_DAY = 100
"""Articles of a day."""
Pair = tuple[int, int]


class Invented:
    """Articles one after the other, with what is known of their pairs by kind."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.texts: list[list[str]] = []
        self.headlines: list[str] = []
        self.days: list[date] = []
        self.known: dict[str, list[Pair]] = {}

    def add(self, text: list[str], headline: str = "", day: date | None = None) -> int:
        """Put one more article; gives its number."""
        number = len(self.texts)
        self.texts.append(text)
        self.headlines.append(headline or " ".join(self.chance.choices(WORDS, k=6)).capitalize())
        self.days.append(day or FIRST_DAY + timedelta(number // PER_DAY))
        return number

    def own(self, count: int = SENTENCES) -> list[str]:
        """A text that nobody else has."""
        return invented(self.chance, count)

    def pair(self, kind: str, one: int, other: int) -> None:
        """Note a known pair."""
        self.known.setdefault(kind, []).append((one, other))

    def changed(self, text: Sequence[str], share: float) -> list[str]:
        """A text with a share of its words put otherwise."""
        return [
            " ".join(self.chance.choice(WORDS) if self.chance.random() < share else word for word in sentence.split())
            for sentence in text
        ]

    def event(self) -> None:
        """Accounts that share names, numbers and some words, and no sentence."""
        names = ["".join(self.chance.choices(OTHERS, k=4)).capitalize() for _ in range(4)]
        things = ["".join(self.chance.choices(OTHERS, k=4)) for _ in range(8)]
        day = FIRST_DAY + timedelta(len(self.texts) // PER_DAY)
        members = []
        for _ in range(ACCOUNTS):
            told = []
            for sentence in self.own():
                words = sentence.split()
                for word in (*self.chance.sample(names, 2), *self.chance.sample(things, 2)):
                    words[self.chance.randrange(1, len(words) - 1)] = word
                told.append(" ".join(words))
            headline = " ".join([*self.chance.sample(names, 2), *self.chance.sample(things, 2)])
            members.append(self.add(told, headline, day + timedelta(self.chance.randrange(3))))
        for one, other in combinations(members, 2):
            self.pair("one story in other words", one, other)

    def write(self, file: Path) -> None:
        """Write them as `storyreader clean` writes articles."""
        with file.open("w", encoding="utf-8") as stream:
            for text, headline, day in zip(self.texts, self.headlines, self.days, strict=True):
                paragraphs = [" ".join(text[at : at + 3]) for at in range(0, len(text), 3)]
                record = {"format": "storyreader-article", "headline": headline, "published": day.isoformat()}
                stream.write(json.dumps({**record, "paragraphs": paragraphs}) + "\n")


def set_of_kinds(articles: int) -> Invented:
    """Some articles, with as many pairs of each kind."""
    made = Invented(7)
    each = articles // 40
    for _ in range(each):
        for share in CHANGED:
            text = made.own()
            made.pair(f"copy, {share:.0%} of words changed", made.add(text), made.add(made.changed(text, share)))
        for left in CUT:
            text = made.own(30)
            made.pair(f"brief, {left} sentences of 30", made.add(text), made.add(text[:left]))
        for count in QUOTED:
            text, other = made.own(), made.own()
            other[5 : 5 + count] = text[8 : 8 + count]
            made.pair(f"passage of {count} sentences of {SENTENCES}", made.add(text), made.add(other))
        made.event()
    while len(made.texts) < articles:
        made.add(made.own())
    return made


def with_storyreader(made: Invented, folder: Path, *more: str) -> set[Pair]:
    """The pairs that `storyreader pairs` finds."""
    made.write(folder / "archive.jsonl")
    offsets = {}
    with (folder / "archive.jsonl").open("rb") as lines:
        at = 0
        for number, line in enumerate(lines):
            offsets[str(at)] = number
            at += len(line)
    command = [sys.executable, "-m", "storyreader", "pairs", str(folder / "archive.jsonl"), "-o", str(folder / "work")]
    subprocess.run([*command, *more], check=True, capture_output=True)
    rows = map(json.loads, (folder / "work" / "pairs.jsonl").read_text("utf-8").splitlines())
    return {
        (offsets[row["left"]["path"].rpartition("#")[2]], offsets[row["right"]["path"].rpartition("#")[2]])
        for row in rows
    }


def with_library(made: Invented) -> set[Pair]:
    """The pairs that are in one story when all are in a list, whatever their days."""
    from storyreader.article import Article, Sentence
    from storyreader.library import entry_of, group_stories, terms_of

    articles = []
    for text, headline in zip(made.texts, made.headlines, strict=True):
        sentences = tuple(Sentence(sentence, at, at, 0, len(sentence)) for at, sentence in enumerate(text))
        articles.append(Article("", headline, tuple(text), sentences))
    stories = group_stories([entry_of(one) for one in articles], [terms_of(one) for one in articles])
    return {pair for story in stories for pair in combinations(sorted(story.members), 2)}


def runs(text: Sequence[str]) -> set[bytes]:
    """The runs of eight words of a text, as `storyreader pairs` takes them."""
    words = " ".join(text).lower().split()
    return {" ".join(words[at : at + 8]).encode() for at in range(max(1, len(words) - 7))}


def with_minhash(made: Invented, _folder: Path, threshold: float) -> set[Pair]:
    """The pairs that datasketch's index says are alike."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=threshold, num_perm=128)
    found: set[Pair] = set()
    for number, text in enumerate(made.texts):
        sketch = MinHash(num_perm=128)
        sketch.update_batch(list(runs(text)))
        found.update((other, number) for other in index.query(sketch))
        index.insert(number, sketch)
    return found


def with_ensemble(made: Invented, _folder: Path, threshold: float) -> set[Pair]:
    """The pairs of which one holds much of the other, as datasketch's index for that says."""
    from datasketch import MinHash, MinHashLSHEnsemble

    sketches = []
    for text in made.texts:
        sketch, kept = MinHash(num_perm=128), list(runs(text))
        sketch.update_batch(kept)
        sketches.append((sketch, len(kept)))
    index = MinHashLSHEnsemble(threshold=threshold, num_perm=128, num_part=16)
    index.index([(number, sketch, size) for number, (sketch, size) in enumerate(sketches)])
    found = {(number, other) for number, one in enumerate(sketches) for other in index.query(*one) if other != number}
    return {(min(pair), max(pair)) for pair in found}


def with_passim(made: Invented, folder: Path, command: str) -> set[Pair]:
    """The pairs with aligned passages that passim finds, with its own measures."""
    source, out = folder / "passim.jsonl", folder / "passim"
    records = ({"id": str(at), "series": str(at), "text": "\n".join(text)} for at, text in enumerate(made.texts))
    source.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    # what it does after aligning pairs needs a library that is fetched from the web, and is not looked at
    subprocess.run([*command.split(), "--pairwise", str(source), str(out)], check=False, capture_output=True)
    found = set()
    for file in out.glob("**/align.json/part-*.json"):
        for row in map(json.loads, file.read_text("utf-8").splitlines()):
            one, other = int(row["id"]), int(row["id2"])
            found.add((min(one, other), max(one, other)))
    return found


def recall(articles: int, passim: str | None) -> None:
    """Print how many pairs of each kind each program finds."""
    made = set_of_kinds(articles)
    ways: dict[str, Callable[[Path], set[Pair]]] = {
        "storyreader pairs": lambda folder: with_storyreader(made, folder),
        "only text": lambda folder: with_storyreader(made, folder, "--only", "text"),
        "only text, from .3": lambda folder: with_storyreader(made, folder, "--only", "text", "--least", "0.3"),
        "the library's stories": lambda _: with_library(made),
        "MinHash from .5": lambda folder: with_minhash(made, folder, 0.5),
        "MinHash from .3": lambda folder: with_minhash(made, folder, 0.3),
        "LSH ensemble from .3": lambda folder: with_ensemble(made, folder, 0.3),
    }
    if passim:
        ways["passim"] = lambda folder: with_passim(made, folder, passim)
    columns: dict[str, Mapping[str, str]] = {}
    for name, find in ways.items():
        with tempfile.TemporaryDirectory() as folder:
            begun = time.perf_counter()
            found = find(Path(folder))
            seconds = time.perf_counter() - begun
        known = {pair for pairs in made.known.values() for pair in pairs}
        rows = {kind: f"{len(found & set(pairs)) / len(pairs):.2f}" for kind, pairs in made.known.items()}
        columns[name] = {**rows, "pairs that are none": str(len(found - known)), "seconds": f"{seconds:.0f}"}
    print(f"{len(made.texts)} articles, {len(next(iter(made.known.values())))} pairs of each kind of text\n")
    print(f"| | {' | '.join(columns)} |\n|---|{'---|' * len(columns)}")
    for row in (*made.known, "pairs that are none", "seconds"):
        print(f"| {row} | {' | '.join(column[row] for column in columns.values())} |", flush=True)


def archive_of(count: int, file: Path) -> Mapping[str, set[str]]:
    """Write an archive of a size; gives by kind what its pairs are called: both headlines."""
    made = Invented(count)
    while len(made.texts) < count:
        if len(made.texts) % 20 == 0:
            made.event()
            made.event()
        text = made.own()
        if len(made.texts) % 20 == 9:
            start, length = made.chance.randrange(6), made.chance.randrange(9, 21)
            other = [*made.texts[-1][start : start + length], *text][:SENTENCES]
            made.pair("copy", len(made.texts) - 1, made.add(other))
        else:
            made.add(text)
    made.write(file)
    called = made.headlines
    return {kind: {f"{called[a]} / {called[b]}" for a, b in pairs} for kind, pairs in made.known.items()}


def speed(sizes: Sequence[int], workers: Sequence[int]) -> None:
    """Print how long archives of some sizes take."""
    print("| articles | workers | seconds | found of known, by kind | others | disk, MB | process, MB | worker, MB |")
    print("|---|---|---|---|---|---|---|---|", flush=True)
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            file = Path(name, "archive.jsonl")
            known = archive_of(size, file)
            for count in workers:
                work = Path(name, f"work-{count}")
                command = [sys.executable, "-m", "storyreader", "pairs", str(file), "-o", str(work)]
                seconds, memory = measured([*command, "--workers", str(count)])
                told = {
                    f"{row['left']['headline']} / {row['right']['headline']}"
                    for row in map(json.loads, (work / "pairs.jsonl").read_text("utf-8").splitlines())
                }
                found = ", ".join(f"{len(told & pairs)} of {len(pairs)}" for pairs in known.values())
                others = len(told - set().union(*known.values()))
                disk = sum(part.stat().st_size for part in work.rglob("*") if part.is_file()) / 1e6
                print(
                    f"| {size} | {count} | {seconds:.0f} | {found} | {others} | {disk:.0f} | {memory[0]:.0f} "
                    f"| {memory[1]:.0f} |",
                    flush=True,
                )


def measured(command: Sequence[str]) -> tuple[float, tuple[float, float]]:
    """Seconds that a command takes, and the most memory of it and of the largest process below it, in megabytes."""
    begun = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        own = below = 0.0
        while process.poll() is None:
            own = max(own, resident(process.pid))
            below = max([below, *(resident(child) for child in children(process.pid))])
            time.sleep(0.2)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return time.perf_counter() - begun, (own, below)


def resident(process: int) -> float:
    """The memory of a process, in megabytes; 0 for one that has ended."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1]) * resource.getpagesize() / 1e6
    except (OSError, IndexError):
        return 0.0


def children(process: int) -> Iterator[int]:
    """All processes below one."""
    try:
        own = [file.read_text("ascii").split() for file in Path(f"/proc/{process}/task").glob("*/children")]
    except OSError:
        return
    for child in map(int, chain.from_iterable(own)):
        yield child
        yield from children(child)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("recall", "speed"))
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--passim", metavar="COMMAND")
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2])
    options = parser.parse_args()
    if options.what == "recall":
        recall(options.articles, options.passim)
    else:
        speed(options.sizes, options.workers)


if __name__ == "__main__":
    main()
