"""Which sentences of many articles tell one claim: B-cubed and purity beside TF-IDF and pair links with components.

    python -m benchmarks.quality claims EVAL_DIR

EVAL_DIR/matching holds align_ecb_dev.jsonl.gz (events of ECB+, ten to twenty articles each) and
align_basilhand_dev.jsonl.gz (triples of BASIL). All articles of one event make one board. Only pairs of sentences that
somebody judged are scored: for a sentence with itself, those that its claims hold beside it (said), and those that tell
the same by the gold (right). Sentences that are alone in both are left out: they would make every figure high. On ECB+
three of four judged pairs tell the same, so that whatever joins everything does well there. Precision is the mean of
right and said by said, recall of right and said by right (B-cubed, Bagga and Baldwin 1998, for sentences in several
claims as Amigo et al. 2009). Purity: of the members of a claim those that tell the same as its best member, over all
claims, a member a vote. Brackets are 95 % intervals over events. The weights of the links were trained on these events
among others.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.matching.evaluate import records
from benchmarks.quality.bootstrap import bootstrap
from storyreader.alignment import match_outlines, outline
from storyreader.article import Article, Sentence
from storyreader.lexicon import stop_keys, words_of
from storyreader.reading import Reading
from storyreader.story_board import find_claims

TFIDF_LINKED = 0.2
"""Cosine from which the baseline links two sentences; the best of .2 to .5 on these events."""

Place = tuple[str, int]
Groups = Iterable[frozenset[Place]]


@dataclass
class JudgedEvent:
    """The articles of one event, as sentences, and what was judged of them."""

    articles: dict[str, list[str]] = field(default_factory=dict)
    judged: dict[Place, set[Place]] = field(default_factory=lambda: defaultdict(set))
    gold: dict[Place, set[Place]] = field(default_factory=lambda: defaultdict(set))


class Scored(NamedTuple):
    """One event: sums over its sentences, and over the members of its claims."""

    precision: float
    recall: float
    sentences: int
    pure: float
    members: int


def run(folder: Path, arguments: list[str]) -> None:
    """Print the table."""
    if arguments:
        raise SystemExit("claims takes no options")
    ways: dict[str, Callable[[JudgedEvent], Groups]] = {
        "storyreader": claims,
        "pair links, components": linked_components,
        "TF-IDF, components": tfidf_components,
    }
    for name in ("align_ecb_dev", "align_basilhand_dev"):
        events = events_of(records(folder / "matching" / f"{name}.jsonl.gz"))
        print(f"\n{name}, {len(events)} events, {sum(len(event.articles) for event in events)} articles")
        for label, way in ways.items():
            scored = [score(event, way(event)) for event in events]
            told = f"precision {bootstrap(scored, precision)} recall {bootstrap(scored, recall)}"
            print(f"  {label:24s} B-cubed {bootstrap(scored, f1)} ({told})  purity {bootstrap(scored, purity)}")


def events_of(rows: Sequence[Mapping[str, Any]]) -> list[JudgedEvent]:
    """The events that pairs of articles belong to."""
    found: dict[str, JudgedEvent] = defaultdict(JudgedEvent)
    for row in rows:
        if "topic" in row:
            event, names = found[row["topic"]], row["id"].partition("/")[2].split("|")
        else:
            _, story, pair = row["id"].split("/")
            event, names = found[story], pair.split("-")
        sides = row["a"], row["b"]
        event.articles.update(zip(names, sides, strict=True))
        ignored = {tuple(pair[:2]) for pair in row.get("ignore", ())}
        gold = {tuple(pair[:2]) for pair in row["pairs"]}
        for one in row.get("judged_a", range(len(sides[0]))):
            for other in row.get("judged_b", range(len(sides[1]))):
                if (one, other) not in ignored:
                    ends = (names[0], one), (names[1], other)
                    for left, right in (ends, ends[::-1]):
                        event.judged[left].add(right)
                        if (one, other) in gold:
                            event.gold[left].add(right)
    return list(found.values())


def claims(event: JudgedEvent) -> Groups:
    """The claims of the board."""
    names = list(event.articles)
    readings = [Reading(_article(name, texts)) for name, texts in event.articles.items()]
    for claim in find_claims(readings):
        yield frozenset((names[place.article], place.sentence) for place in claim.places)


def _article(name: str, texts: Sequence[str]) -> Article:
    sentences = tuple(Sentence(text, number, number, 0, len(text)) for number, text in enumerate(texts))
    return Article(name, None, tuple(texts), sentences, language="en", content_hash=name)


def linked_components(event: JudgedEvent) -> Groups:
    """Baseline: whatever the links of all pairs of articles hang together."""
    outlines = {name: outline(texts) for name, texts in event.articles.items()}
    pairs = []
    for one, other in combinations(outlines, 2):
        for link in match_outlines(outlines[one], outlines[other]).links:
            pairs += [((one, left), (other, right)) for left in link.left for right in link.right]
    return components(pairs)


def tfidf_components(event: JudgedEvent) -> Groups:
    """Baseline: sentences of different articles with a cosine over TFIDF_LINKED, and whatever hangs together."""
    words = {
        (name, number): set(words_of(text, "en").keys) - stop_keys("en")
        for name, texts in event.articles.items()
        for number, text in enumerate(texts)
    }
    spread = Counter(key for own in words.values() for key in own)
    weights = {key: math.log((len(words) + 1) / count) for key, count in spread.items()}
    norms = {place: math.sqrt(sum(weights[key] ** 2 for key in own)) or 1.0 for place, own in words.items()}
    pairs = [
        (one, other)
        for one, other in combinations(words, 2)
        if one[0] != other[0]
        and sum(weights[key] ** 2 for key in words[one] & words[other]) >= TFIDF_LINKED * norms[one] * norms[other]
    ]
    return components(pairs)


def components(pairs: Iterable[tuple[Place, Place]]) -> Groups:
    """What hangs together by any chain of pairs."""
    of: dict[Place, set[Place]] = {}
    for one, other in pairs:
        joined = of.get(one, {one}) | of.get(other, {other})
        of.update(dict.fromkeys(joined, joined))
    return {frozenset(own) for own in of.values()}


def score(event: JudgedEvent, groups: Groups) -> Scored:
    """How the claims of one event compare with what was judged."""
    beside: dict[Place, set[Place]] = defaultdict(set)
    pure, members = 0.0, 0
    for own in groups:
        if len(own) < 2:
            continue
        for place in own:
            beside[place] |= own - {place}
        judged = [place for place in own if event.judged[place] & own]
        best = max((1 + len(event.gold[place] & own) for place in judged), default=0)
        if judged:
            of = max(1 + len(event.judged[place] & own) for place in judged)
            pure, members = pure + len(judged) * min(1.0, best / of), members + len(judged)
    right = found = 0.0
    sentences = 0
    for place, judged_with in event.judged.items():
        said = beside[place] & judged_with
        if not said and not event.gold[place]:
            continue
        sentences += 1
        both = 1 + len(said & event.gold[place])
        right += both / (1 + len(said))
        found += both / (1 + len(event.gold[place]))
    return Scored(right, found, sentences, pure, members)


def precision(scored: Sequence[Scored]) -> float:
    """B-cubed precision over all sentences."""
    return sum(one.precision for one in scored) / max(1, sum(one.sentences for one in scored))


def recall(scored: Sequence[Scored]) -> float:
    """B-cubed recall over all sentences."""
    return sum(one.recall for one in scored) / max(1, sum(one.sentences for one in scored))


def f1(scored: Sequence[Scored]) -> float:
    """Their harmonic mean."""
    one, other = precision(scored), recall(scored)
    return 2 * one * other / (one + other) if one + other else 0.0


def purity(scored: Sequence[Scored]) -> float:
    """Members that tell the same as the best member of their claim."""
    return sum(one.pure for one in scored) / max(1, sum(one.members for one in scored))
