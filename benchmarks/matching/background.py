"""How common English words are in news: writes the background table of the matcher. Units: sentences in 10,000.

    python benchmarks/matching/background.py EVAL_DIR

Counts, over the English development articles of EVAL_DIR/matching/stories_* and EVAL_DIR/cleaning/gold.jsonl.xz, in
how many sentences each word key stands.
Only keys that are common enough to tell nothing about any one story are written, and the two stories that use a
word most are left out of its count, so that the names of much-told stories do not look common.
"""

import gzip
import json
import lzma
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from storyreader import split_sentences
from storyreader.lexicon.words import words_of

LEAST_SENTENCES = 8
LEAST_STORIES = 6
TABLE = Path(__file__).parents[2] / "storyreader" / "lexicon" / "data" / "english_background.txt"


def stories(folder: Path) -> Iterator[tuple[str, str]]:
    """The texts of all development articles, each with its story."""
    for path in sorted(folder.glob("matching/stories_*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                yield record.get("topic") or record["story"], "\n".join(record["text"])
    with lzma.open(folder / "cleaning" / "gold.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["lang"] == "en" and record.get("body"):
                yield record["id"], record["body"]


def main(folder: Path) -> None:
    """Count and write."""
    counts: dict[str, Counter[str]] = {}
    total = 0
    for story, text in stories(folder):
        for span in split_sentences(text, "en"):
            total += 1
            for key in set(words_of(text[span.start : span.end], "en").keys):
                counts.setdefault(key, Counter())[story] += 1
    rows = []
    for key, by_story in counts.items():
        count = by_story.total() - sum(number for _, number in by_story.most_common(2))
        if count >= LEAST_SENTENCES and len(by_story) >= LEAST_STORIES:
            rows.append((round(count * 10_000 / total, 1), key))
    rows.sort(key=lambda row: (-row[0], row[1]))
    head = f"# in how many of 10,000 news sentences a word key stands; counted over {total} sentences"
    TABLE.write_text("\n".join([head, *(f"{key} {share:g}" for share, key in rows)]) + "\n", encoding="utf-8")
    print(f"{len(rows)} keys from {total} sentences")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
