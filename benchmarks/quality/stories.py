"""Which articles are put into one story: B-cubed F1, and how the time grows with the folder.

    python -m benchmarks.quality stories EVAL_DIR

EVAL_DIR/matching holds stories_*.jsonl.gz, articles with the name of their story, some with their day: those are
grouped with their days and without. B-cubed (Bagga and Baldwin 1998): for each article the share of its group that is
of its story, and the share of its story that is in its group. Brackets are 95 % intervals over articles. In the sets
nearly every article has others of its story; so folders in which many have none are drawn from them. In others a
quarter of the articles are there in several copies, which outlets shorten: of those the originals are measured. The
folders that are timed are mixed from sentences of these articles; processor time.
"""

import random
import time
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.matching.evaluate import records
from benchmarks.quality.bootstrap import bootstrap
from storyreader.article import Article, Sentence
from storyreader.library import entry_of, group_stories, terms_of

SIZES = (300, 1000, 3000, 10_000)
SEED = 3
SHORTEST = 20
"""Characters: shorter texts are headings."""
FOLDERS, LONE = 6, 0.6
"""So many folders with lone articles, and the share of their stories that have one."""
COPIED, MOST_COPIES = 0.25, 6
WHOLE, LEFT = 2, 0.9
"""Copies have the first sentences, and of the others this share."""
Found = tuple[float, float]
Row = dict[str, Any]


def run(folder: Path, arguments: list[str]) -> None:
    """Print the tables."""
    if arguments:
        raise SystemExit("stories takes no options")
    sets = {
        file.name.removesuffix(".jsonl.gz"): records(file)
        for file in sorted((folder / "matching").glob("stories_*.jsonl.gz"))
    }
    mixed = [row for rows in sets.values() for row in rows]
    for dated in (True, False):
        print("with the days that are known" if dated else "without days")
        for name, rows in {**sets, "all mixed": mixed}.items():
            if dated and not any(row.get("date") for row in rows):
                continue
            tell(f"{name}, {len(rows)} articles", measured(rows, dated))
            chance = random.Random(SEED)
            folders = [measured(like_a_folder(rows, chance), dated) for _ in range(FOLDERS)]
            tell(f"{name}, {FOLDERS} folders with lone articles", [one for own in folders for one in own])
            tell(f"{name}, with copies", measured(rows, dated, copies(rows, chance)))
    texts = [[text for text in row["text"] if len(text) > SHORTEST] for row in mixed]
    for size in SIZES:
        folder_of = [article("", [*_some(chance, texts, 5), *_some(chance, texts, 3)]) for _ in range(size)]
        begun = time.process_time()
        stories = grouped(folder_of)
        print(f"{size} articles, {len(stories)} stories: {time.process_time() - begun:.2f} s")


def tell(what: str, found: Sequence[Found]) -> None:
    """Print the figures of one set."""
    precision, recall = (sum(one[part] for one in found) / len(found) for part in (0, 1))
    print(f"  {what}: B-cubed F1 {bootstrap(found, f1)}, precision {precision:.3f}, recall {recall:.3f}", flush=True)


def measured(rows: Sequence[Row], dated: bool, besides: Sequence[Row] = ()) -> list[Found]:
    """B-cubed precision and recall of each article of `rows`; others are in the folder besides."""
    days = [date.fromisoformat(row["date"]) if dated and row.get("date") else None for row in (*rows, *besides)]
    articles = [article(row.get("title"), row["text"], day) for row, day in zip((*rows, *besides), days, strict=True)]
    groups = ([at for at in group if at < len(rows)] for group in grouped(articles))
    return b_cubed([group for group in groups if group], [row["story"] for row in rows])


def copies(rows: Sequence[Row], chance: random.Random) -> list[Row]:
    """One to six copies of a quarter of the articles, each without some of its later sentences."""
    found: list[Row] = []
    for row in rows:
        for _ in range(chance.randint(1, MOST_COPIES) if chance.random() < COPIED else 0):
            told = [text for at, text in enumerate(row["text"]) if at < WHOLE or chance.random() < LEFT]
            found.append({**row, "text": told})
    return found


def like_a_folder(rows: Sequence[Row], chance: random.Random) -> list[Row]:
    """As readers have them: of six stories in ten one article, of the others two to six."""
    by_story: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_story[row["story"]].append(row)
    found: list[Row] = []
    for _, own in sorted(by_story.items()):
        size = 1 if chance.random() < LONE else chance.randint(2, 6)
        found += chance.sample(own, min(size, len(own)))
    return found


def article(title: str | None, sentences: Sequence[str], day: date | None = None) -> Article:
    """An article of some sentences."""
    cut = tuple(Sentence(text, number, number, 0, len(text)) for number, text in enumerate(sentences))
    return Article("", title, (), cut, published=day)


def grouped(articles: Sequence[Article]) -> list[tuple[int, ...]]:
    """The stories of some articles, by their places."""
    stories = group_stories([entry_of(one) for one in articles], [terms_of(one) for one in articles])
    return [story.members for story in stories]


def b_cubed(groups: Sequence[Sequence[int]], stories: Sequence[str]) -> list[Found]:
    """Precision and recall of each article."""
    found: list[Found] = []
    for group in groups:
        for member in group:
            right = sum(stories[other] == stories[member] for other in group)
            found.append((right / len(group), right / stories.count(stories[member])))
    return found


def f1(found: Sequence[Found]) -> float:
    """F1 of the mean precision and the mean recall."""
    precision, recall = (sum(one[part] for one in found) / len(found) for part in (0, 1))
    return 2 * precision * recall / (precision + recall)


def _some(chance: random.Random, texts: Sequence[Sequence[str]], most: int) -> list[str]:
    text = chance.choice(texts)
    return chance.sample(text, min(most, len(text)))
