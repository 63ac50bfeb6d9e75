"""Measures the verdicts on the invented pairs of pairs.txt, and keeps the floors, which are only ever raised.

    python -m tests.engine.comparing.pairs_floor             show the figures, the floors and every miss
    python -m tests.engine.comparing.pairs_floor --raise     write the present figures where they are above the floors
    python -m tests.engine.comparing.pairs_floor --recount   set the floors anew, only when the pairs themselves changed

All figures are shares of pairs from 0 to 1: "conflict" and "same" are the pairs of that kind judged rightly, "linked"
the pairs of both kinds whose sentences are linked when all pairs of one kind and language are two articles.
"""

import argparse
import hashlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from storyreader.article import Article, Sentence
from storyreader.comparing import compare
from storyreader.contradiction.differences import is_conflict

PAIRS = Path(__file__).with_name("pairs.txt")
FLOORS = Path(__file__).with_name("pairs_floor.json")
KINDS = ("conflict", "same")
GROUPS = ("english", "elsewhere")
RAISE = "python -m tests.engine.comparing.pairs_floor --raise"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences of two outlets, and whether they contradict each other ("conflict") or not ("same")."""

    kind: str
    language: str
    left: str
    right: str

    @property
    def group(self) -> str:
        """Under which floors the pair counts."""
        return "english" if self.language == "en" else "elsewhere"


def pairs() -> list[Pair]:
    """All pairs, in the order of the file."""
    found = []
    for line in PAIRS.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            head, left, right = (part.strip() for part in line.split(" | "))
            kind, language = head.split()
            found.append(Pair(kind, language, left, right))
    return found


def digest() -> str:
    """A digest of the pairs, which tells that the floors are those of other pairs."""
    return hashlib.sha256(PAIRS.read_bytes()).hexdigest()[:16]


def wrong(group: str, measure: str) -> list[Pair]:
    """The pairs of a group that are judged wrongly, or not linked."""
    chosen = [pair for pair in pairs() if pair.group == group]
    if measure == "linked":
        return _unlinked(chosen)
    of_kind = [pair for pair in chosen if pair.kind == measure]
    return [pair for pair in of_kind if is_conflict(pair.left, pair.right, pair.language)[0] != (measure == "conflict")]


def share(group: str, measure: str) -> float:
    """The share of the pairs that are not wrong."""
    return 1 - len(wrong(group, measure)) / count(group, measure)


def count(group: str, measure: str) -> int:
    """How many pairs a measure is over."""
    return sum(pair.group == group and measure in {pair.kind, "linked"} for pair in pairs())


def told(group: str, measure: str) -> str:
    """The wrong pairs, a line each."""
    return "\n".join(f"  {pair.language} | {pair.left} | {pair.right}" for pair in wrong(group, measure))


def floors() -> dict[str, Any]:
    """The floors of both groups, with the digest of the pairs they belong to."""
    read: dict[str, Any] = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    return read


def _unlinked(chosen: list[Pair]) -> list[Pair]:
    lost = []
    for kind in KINDS:
        for language in dict.fromkeys(pair.language for pair in chosen):
            told = [pair for pair in chosen if (pair.kind, pair.language) == (kind, language)]
            sides = [
                _article([pair.left for pair in told], language),
                _article([pair.right for pair in told], language),
            ]
            links = compare(sides[0], sides[1]).links
            linked = {(one, other) for link in links for one in link.left for other in link.right}
            lost += [pair for number, pair in enumerate(told) if (number, number) not in linked]
    return lost


def _article(texts: list[str], language: str) -> Article:
    sentences = tuple(Sentence(text, number, number, 0, len(text)) for number, text in enumerate(texts))
    return Article(str(hash(tuple(texts))), None, tuple(texts), sentences, language=language)


def main() -> int:
    """Show the figures; with an option, write the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="raising", action="store_true", help="never lowers a floor")
    parser.add_argument("--recount", action="store_true", help="refused while the pairs are the same")
    options = parser.parse_args()
    kept = floors()
    same = kept.get("digest") == digest()
    if (options.recount and same) or (options.raising and not same):
        sys.stdout.write("same pairs: use --raise\n" if same else "the pairs changed: use --recount and say why\n")
        return 1
    kept["digest"] = digest()
    for group in GROUPS:
        before = {} if options.recount else kept.get(group, {})
        now = {measure: share(group, measure) for measure in (*KINDS, "linked")}
        for measure, figure in now.items():
            of = f"{count(group, measure)} pairs, floor {before.get(measure, 0):.3f}"
            sys.stdout.write(f"{group} {measure}: {figure:.3f} ({of})\n{told(group, measure)}\n")
        kept[group] = {measure: max(before.get(measure, 0), int(now[measure] * 1000) / 1000) for measure in now}
    if options.raising or options.recount:
        FLOORS.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
