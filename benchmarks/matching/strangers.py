"""Pairs of articles that tell of different events and yet look alike: none of their sentences may be linked.

Names, offices and themes are what such articles share, so they teach that these alone make no link.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.matching.evaluate import records

SEED = 1
NEIGHBOURS = 5
"""Pairs that are drawn of each topic of ECB+ that holds two events of one kind."""


def strangers(folder: Path) -> Iterator[dict[str, Any]]:
    """Pairs as records of aligned sentences without a link. `folder` is EVAL_DIR."""
    basil = records(folder / "matching" / "stories_basil_dev.jsonl.gz")
    for left, right in nearest(basil):
        yield _pair(left, right)
    chance = random.Random(SEED)
    ecb = [row for part in ("dev", "train") for row in records(folder / "matching" / f"stories_ecb_{part}.jsonl.gz")]
    for events in topics(ecb):
        for _ in range(NEIGHBOURS if len(events) > 1 else 0):
            yield _pair(*(chance.choice(articles) for articles in events[:2]))


def _pair(left: dict[str, Any], right: dict[str, Any]) -> dict[str, Any]:
    return {"id": f"{left['story']}|{left['id']}|{right['id']}", "a": left["text"], "b": right["text"], "pairs": []}


def nearest(rows: Sequence[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each article with the most alike one of another story, every pair once."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    table = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform([" ".join(r["text"]) for r in rows])
    alike = (table @ table.T).toarray()
    found: set[tuple[int, int]] = set()
    for one, own in enumerate(rows):
        others = [other for other, row in enumerate(rows) if row["story"] != own["story"]]
        best = max(others, key=lambda other, one=one: (alike[one, other], -other))  # type: ignore[misc]
        found.add((min(one, best), max(one, best)))
    for one, other in sorted(found):
        yield rows[one], rows[other]


def topics(rows: Sequence[dict[str, Any]]) -> Iterator[list[list[dict[str, Any]]]]:
    """The articles of each event of each topic of ECB+."""
    found: dict[str, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        found[row["topic"]][row["story"]].append(row)
    for _, events in sorted(found.items()):
        yield [articles for _, articles in sorted(events.items())]
