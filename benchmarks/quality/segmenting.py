"""Where sentences end: F1 of boundaries inside blocks that have a mark, beside a naive rule, with intervals over texts.

    python -m benchmarks.quality segmenting EVAL_DIR

EVAL_DIR/sentences holds sent.*.jsonl: texts with spans of sentences and of blocks. The last boundary of a block is
given free. Units: characters.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from benchmarks.matching.evaluate import records
from benchmarks.quality.bootstrap import bootstrap
from storyreader import split_sentences

_NAIVE = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[A-ZÀ-ÞА-Я])|\n\s*\n|\n")
_CLOSERS = "\"'”’»)]}*_」』 \n\t"
_MARKS = ".!?…؟۔।。！？"
Splitter = Callable[[str, str | None], Iterable[tuple[int, int]]]


class Counts(NamedTuple):
    """Boundaries of one text."""

    right: int
    found: int
    gold: int


def run(folder: Path, arguments: list[str]) -> None:
    """Print the table."""
    if arguments:
        raise SystemExit("segmenting takes no options")
    tools: dict[str, Splitter] = {"storyreader": _ours, "naive rule": _naive}
    print(f"{'set':20s} {'texts':>6s}  " + "  ".join(f"{name:>24s}" for name in tools))
    for file in sorted((folder / "sentences").glob("sent.*.jsonl")):
        rows = [row for row in records(file) if "sents" in row]
        if not rows:
            continue
        cells = []
        for split in tools.values():
            counts = [_counts(row, split(row["text"], row.get("lang"))) for row in rows]
            cells.append(f"{bootstrap(counts, f1)!s:>24s}")
        print(f"{file.stem.removeprefix('sent.'):20s} {len(rows):6d}  " + "  ".join(cells))


def f1(counts: Sequence[Counts]) -> float:
    """F1 over all boundaries."""
    right = sum(one.right for one in counts)
    total = sum(one.found + one.gold for one in counts)
    return 2 * right / total if total else 1.0


def _ours(text: str, language: str | None) -> Iterable[tuple[int, int]]:
    return ((span.start, span.end) for span in split_sentences(text, language))


def _naive(text: str, language: str | None) -> Iterable[tuple[int, int]]:
    del language
    cuts = [0, *(match.end() for match in _NAIVE.finditer(text)), len(text)]
    return pairwise(cuts)


def _counts(row: dict[str, object], spans: Iterable[tuple[int, int]]) -> Counts:
    text = str(row["text"])
    given = _ends(text, row.get("blocks") or [[0, len(text)]])  # type: ignore[arg-type] # lists of spans in JSON
    gold = _marked(text, _ends(text, row["sents"]) - given)  # type: ignore[arg-type]
    found = _marked(text, _ends(text, spans) - given)
    return Counts(len(gold & found), len(found), len(gold))


def _ends(text: str, spans: Iterable[Sequence[int]]) -> set[int]:
    """Where spans end, white space left out."""
    return {start + len(text[start:end].rstrip()) for start, end, *_ in spans}


def _marked(text: str, ends: set[int]) -> set[int]:
    return {end for end in ends if text[max(0, end - 12) : end].rstrip(_CLOSERS)[-1:] in _MARKS and end}
