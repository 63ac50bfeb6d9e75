"""The command for archives of any size: which of their articles share text or tell one story.

Only the standard library is loaded here: a room loads what a command asks it for. Exit status as in `cli`.
"""

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from storyreader import corpus
from storyreader.printing import ProgressLine

DONE, SOME_NOT_READ = 0, 1
_WORDS = {
    "articles": "parts read", "counts": "piles counted", "pairs": "piles added up", "stories": "windows grouped",
    "terms": "piles of words counted", "rows": "piles told", "texts": "parts taken out",
}  # fmt: skip
_NONE = 2.0
"""A share or likeness that no pair has."""


def pairs(given: Sequence[str]) -> int:
    """Find the articles that share text or tell one story."""
    parser = argparse.ArgumentParser(
        prog="storyreader pairs",
        description="Pairs of articles in archives (JSON Lines, WARC, Parquet and all else that can be read) of which "
        "the shorter has much of its text in the other, or which tell one story within a few days. A run that was "
        "ended goes on where it was.",
    )
    parser.add_argument("paths", nargs="+", metavar="ARCHIVE", help="files or folders")
    parser.add_argument("-o", "--output", metavar="DIR", required=True, help="folder for the work and what is found")
    parser.add_argument("--least", type=float, default=0.1, metavar="SHARE", help="of the shorter text, 0 to 1 (0.1)")
    parser.add_argument(
        "--least-likeness",
        type=float,
        default=0.2,
        metavar="LIKENESS",
        help="of two that tell one story, 0.2 to 1 (0.2)",
    )
    parser.add_argument("--only", choices=("text", "story"), help="one kind of pairs (both)")
    parser.add_argument("--format", choices=corpus.FORMS, default="jsonl", help="of what is found (jsonl)")
    parser.add_argument("--workers", type=int, default=0, metavar="N", help="dask workers on this machine (0: none)")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="dask workers of a scheduler, such as tcp://host:8786")
    options = parser.parse_args(given)
    wanted = corpus.Wanted(
        _NONE if options.only == "story" else options.least, _NONE if options.only == "text" else options.least_likeness
    )
    plan = corpus.make_plan(options.paths, Path(options.output).expanduser())
    with corpus.runner(options.workers, options.scheduler) as runner, ProgressLine() as line:
        found = corpus.find_pairs(plan, runner, wanted, options.format, partial(_tell, line))
    for (file, count), what in zip(found, ("pairs", "articles to open", "not read"), strict=True):
        if count or what != "not read":
            print(f"{count} {what}: {file}")
    return SOME_NOT_READ if found[-1].rows else DONE


def _tell(line: ProgressLine, step: str, done: int, count: int) -> None:
    if sys.stderr.isatty() or done == count:
        line.tell(f"storyreader: {done} of {count} {_WORDS[step.partition('-')[0]]}")
