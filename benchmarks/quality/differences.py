"""Conflicts told on whole real articles, against two independent readings of them.

    python -m benchmarks.quality differences EVAL_DIR [--show | --show-all]

benchmarks/facts/differing_values.jsonl names 79 pairs of real articles of EVAL_DIR/matching and the places where they
give different values: sentence numbers and characters, no text. Each pair was read twice; what only one reading calls
a conflict is "unsure" and counts neither way. Every second pair was kept back while the engine was made. Precision:
conflicts told that are such; a figure that a later account raised must be told as updated. Recall: of the contradicting
claims, each once however many sentences repeat it. Brackets are 95 % intervals over pairs of articles. --show prints
what is told of the pairs that may be looked at, --show-all of every one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.matching.evaluate import article_of, records
from benchmarks.quality.bootstrap import bootstrap
from storyreader import Comparison, Difference, compare
from storyreader.article import Article
from storyreader.comparison import Passage

GOLD = Path(__file__).parents[1] / "facts" / "differing_values.jsonl"
VALUES = frozenset({"number", "money", "measure", "time", "date"})


class Counts(NamedTuple):
    """Of one pair of articles: conflicts told, right ones, contradicting claims, those found; the same for updates."""

    told: int
    right: int
    gold: int
    found: int
    updates_told: int
    updates_right: int


@dataclass(frozen=True)
class Place:
    """Two stretches that give different values."""

    left: Passage
    right: Passage
    kind: str
    verdict: str

    def is_at(self, difference: Difference) -> bool:
        """Whether a difference is told of these stretches."""
        return _touch(self.left, difference.left) and _touch(self.right, difference.right)


def run(folder: Path, arguments: list[str]) -> None:
    """Print the tables."""
    if arguments not in ([], ["--show"], ["--show-all"]):
        raise SystemExit("differences takes only --show or --show-all")
    parts: tuple[list[Counts], list[Counts]] = ([], [])
    values: list[Counts] = []
    for number, (comparison, places) in enumerate(compared(folder)):
        kept_back = number % 2
        parts[kept_back].append(counts(comparison, places))
        values.append(counts(comparison, [place for place in places if place.kind in VALUES]))
        if arguments == ["--show-all"] or (arguments and not kept_back):
            show(number, comparison, places)
    for name, part in (("developed on", parts[0]), ("kept back", parts[1]), ("all", [*parts[0], *parts[1]])):
        told, right = sum(one.told for one in part), sum(one.right for one in part)
        gold, found = sum(one.gold for one in part), sum(one.found for one in part)
        updates = sum(one.updates_right for one in part), sum(one.updates_told for one in part)
        print(
            f"{name}, {len(part)} pairs: conflicts right {right} of {told} {bootstrap(part, precision)}, "
            f"found {found} of {gold} {bootstrap(part, recall)}; updates right {updates[0]} of {updates[1]}"
        )
    print(f"values alone: found {sum(one.found for one in values)} of {sum(one.gold for one in values)}")


def compared(folder: Path) -> Iterator[tuple[Comparison, list[Place]]]:
    """The pairs in the order of the file."""
    known: dict[str, dict[str, Any]] = {}
    for row in records(GOLD):
        if row["set"] not in known:
            known[row["set"]] = {one["id"]: one for one in records(folder / "matching" / f"{row['set']}.jsonl.gz")}
        texts = known[row["set"]][row["id"]]
        places = [Place(Passage(*p["left"]), Passage(*p["right"]), p["kind"], p["verdict"]) for p in row["values"]]
        yield compare(article_of("left", texts["a"]), article_of("right", texts["b"])), places


def counts(comparison: Comparison, places: Sequence[Place]) -> Counts:
    """What is told of one pair of articles."""
    told = [one for link in comparison.links for one in link.differences]
    conflicts = _once([one for one in told if one.conflict])
    updates = _once([one for one in told if one.reason == "updated"])
    right = [_verdict(one, places) for one in conflicts]
    claims = _claims([place for place in places if place.verdict == "conflict"])
    return Counts(
        told=sum(verdict != "unsure" for verdict in right),
        right=right.count("conflict"),
        gold=len(claims),
        found=sum(any(place.is_at(one) for place in claim for one in conflicts) for claim in claims),
        updates_told=sum(_verdict(one, places) != "unsure" for one in updates),
        updates_right=sum(_verdict(one, places) == "updated" for one in updates),
    )


def _once(told: Sequence[Difference]) -> list[Difference]:
    return list({(one.left, one.right): one for one in told}.values())


def _verdict(difference: Difference, places: Sequence[Place]) -> str:
    """What the readings say of a difference; of several places the gravest."""
    found = {place.verdict for place in places if place.is_at(difference)}
    return next((one for one in ("conflict", "unsure", "updated") if one in found), "none")


def _claims(places: Sequence[Place]) -> list[list[Place]]:
    """Places that tell one claim, since they share a stretch."""
    claims: list[list[Place]] = []
    for place in places:
        same = [c for c in claims if any(_touch(place.left, o.left) or _touch(place.right, o.right) for o in c)]
        claims = [claim for claim in claims if claim not in same] + [[place, *(one for c in same for one in c)]]
    return claims


def _touch(one: Passage, other: Passage) -> bool:
    return one.sentence == other.sentence and one.start < other.end and other.start < one.end


def show(number: int, comparison: Comparison, places: Sequence[Place]) -> None:
    """Print what is told, and what is missed."""
    print(f"\npair {number}")
    told = _once(
        [one for link in comparison.links for one in link.differences if one.conflict or one.reason == "updated"]
    )
    for one in told:
        print(f"  told {one.what} {one.reason} {one.confidence} ({_verdict(one, places)}): {one.says}")
        print(f"    A {comparison.left.sentences[one.left.sentence].text}")
        print(f"    B {comparison.right.sentences[one.right.sentence].text}")
    for claim in _claims([place for place in places if place.verdict in {"conflict", "updated"}]):
        if not any(place.is_at(one) for place in claim for one in told):
            linked = any(
                p.left.sentence in link.left and p.right.sentence in link.right
                for p in claim
                for link in comparison.links
            )
            print(f"  missed {claim[0].verdict} {claim[0].kind}{'' if linked else ', not linked'}")
            print(f"    A {_text(comparison.left, claim[0].left)}\n    B {_text(comparison.right, claim[0].right)}")


def _text(article: Article, passage: Passage) -> str:
    text = article.sentences[passage.sentence].text
    return f"{text[: passage.start]}[{text[passage.start : passage.end]}]{text[passage.end :]}"


def precision(part: Sequence[Counts]) -> float:
    """Right of told."""
    told = sum(one.told for one in part)
    return sum(one.right for one in part) / told if told else 1.0


def recall(part: Sequence[Counts]) -> float:
    """Found of all."""
    gold = sum(one.gold for one in part)
    return sum(one.found for one in part) / gold if gold else 1.0
