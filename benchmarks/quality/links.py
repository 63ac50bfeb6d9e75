"""Which sentences of two articles are linked: lenient and strict F1 beside difflib, rapidfuzz and TF-IDF.

    python -m benchmarks.quality links EVAL_DIR [--semantic]

EVAL_DIR/matching holds align_*_dev.jsonl.gz. The weights of the package were trained on these sets; what they reach on
stories they never saw is printed below, from the file of weights. --semantic adds a line with sentence vectors (slow).
Brackets are 95 % intervals over pairs of articles. Lenient: any link counts. Strict: only links whose two sides tell
the same as a whole count, and a partial one called so is wrong.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.matching.evaluate import MATCHERS, Claim, Matcher, records
from benchmarks.quality.bootstrap import bootstrap, short
from storyreader.alignment import match_outlines, match_sentences, model, outline
from storyreader.semantic import load_encoder

_WHOLE = frozenset({"same", "reworded", "conflict"})


class Counts(NamedTuple):
    """Right, found and gold pairs of sentences of one pair of articles."""

    right: int
    found: int
    gold: int


def run(folder: Path, arguments: list[str]) -> None:
    """Print the tables."""
    matchers = {**MATCHERS, "with perhaps related": _with_related}
    if arguments == ["--semantic"]:
        matchers["storyreader with meaning"] = _with_meaning()
    elif arguments:
        raise SystemExit("links takes only --semantic")
    for file in sorted((folder / "matching").glob("align_*_dev.jsonl.gz")):
        rows = records(file)
        print(f"\n{file.name.removesuffix('.jsonl.gz')}, {len(rows)} pairs of articles")
        for name, matcher in matchers.items():
            claims = [matcher(row["a"], row["b"]) for row in rows]
            lenient = [counts(row, claim, strict=False) for row, claim in zip(rows, claims, strict=True)]
            strict = [counts(row, claim, strict=True) for row, claim in zip(rows, claims, strict=True)]
            told = f"precision {bootstrap(lenient, precision)} recall {bootstrap(lenient, recall)}"
            print(f"  {name:26s} lenient {bootstrap(lenient, f1)} ({told})  strict {bootstrap(strict, f1)}")
    print("\nstoryreader on stories not seen (cross-validated)")
    weights = Path(model.__file__).parent / "data" / "weights.json"
    for kind, part in json.loads(weights.read_text(encoding="utf-8")).items():
        if isinstance(part, dict):
            figures = ", ".join(f"{name} {short(value)}" for name, value in part["F1 on stories not seen"].items())
            print(f"  {'lenient' if kind == 'linked' else 'strict'}: {figures}")
            for name, row in part.get("told on stories not seen", {}).items():
                print(f"    told of {name}: precision {short(row[0])} recall {short(row[1])}")
            for tenth, row in part.get("reliability on stories not seen", {}).items():
                print(f"    told at {tenth} and more: mean chance {short(row[0])}, right {short(row[1])} of {row[2]}")


def f1(found: Sequence[Counts]) -> float:
    """F1 over all pairs of sentences."""
    total = sum(one.found + one.gold for one in found)
    return 2 * sum(one.right for one in found) / total if total else 1.0


def precision(found: Sequence[Counts]) -> float:
    """Right of what is told."""
    return sum(one.right for one in found) / max(1, sum(one.found for one in found))


def recall(found: Sequence[Counts]) -> float:
    """Told of what is right."""
    return sum(one.right for one in found) / max(1, sum(one.gold for one in found))


def _with_related(left: Sequence[str], right: Sequence[str]) -> list[Claim]:
    found = match_outlines(outline(left), outline(right))
    links = [(one, other, link.kind) for link in found.links for one in link.left for other in link.right]
    return [*links, *((pair.left, pair.right, "partial") for pair in found.related)]


def counts(row: dict[str, Any], claims: Sequence[Claim], strict: bool) -> Counts:
    """What is right of the claims on one pair of articles; ignored and unjudged pairs count neither way."""
    ignored = {tuple(pair[:2]) for pair in row.get("ignore", ())}
    judged = [set(row[name]) if name in row else None for name in ("judged_a", "judged_b")]

    def scored(pair: tuple[int, int]) -> bool:
        return pair not in ignored and all(known is None or pair[n] in known for n, known in enumerate(judged))

    gold = {(one, other) for one, other, label in row["pairs"] if not strict or label == "aligned"}
    said = {(one, other) for one, other, kind in claims if not strict or kind in _WHOLE}
    gold, said = set(filter(scored, gold)), set(filter(scored, said))
    return Counts(len(gold & said), len(said), len(gold))


def _with_meaning() -> Matcher:
    meaning = load_encoder()
    return lambda left, right: [
        (one, other, link.kind)
        for link in match_sentences(left, right, meaning)
        for one in link.left
        for other in link.right
    ]
