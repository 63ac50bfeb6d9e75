"""Whether notes find their place again when a page changes: real articles, edits made up, every word track_sentences.

    python benchmarks/anchors.py EVAL_DIR [--articles N] [--each N] [--seed N]

EVAL_DIR (or the variable STORYREADER_EVAL) holds cleaning/pages.jsonl.xz; the gold body of each page is the article.
Every sentence gets a note, and so do two to five words inside it. An edited article has words changed, put in or left
out, sentences moved, split, merged, deleted and added, in a share of its sentences; then it is cut into sentences anew.
A note is right when it stands on all sentences that carry more than a fifth of what is left of its own, and on none
that carries nothing of it; "part" when on some of them only; wrong otherwise. Words count as right when at least half
of the place is theirs. A deleted sentence belongs in the tray.
"""

import argparse
import os
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.cleaning.pages import read_pages
from storyreader.article import Article
from storyreader.cleaning.finishing import sentences_of
from storyreader.saving.items import Anchor
from storyreader.saving.reanchoring import Reanchorer
from storyreader.saving.targets import anchor_of

SHARES = {"light": 0.15, "heavy": 0.5}
"""The share of sentences that an edit touches."""

SENTENCES = (8, 120)
"""Articles of so many sentences are taken."""


class Word(NamedTuple):
    """A word of an edited article, and the old sentence and word that it is; None for a new one."""

    text: str
    origin: tuple[int, int] | None


@dataclass
class Edited:
    """Paragraphs of pieces (once one sentence each) of words; `touched` names the edits of each old sentence."""

    paragraphs: list[list[list[Word]]]
    touched: dict[int, set[str]] = field(default_factory=dict)


def main() -> None:
    """Edit, place again, count, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", default=os.environ.get("STORYREADER_EVAL"))
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--each", type=int, default=2, help="edits of an article, of each strength")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    bodies = [page.body for page in read_pages(Path(options.folder) / "cleaning") if page.body]
    chance.shuffle(bodies)
    articles = [
        article for article in map(article_of, bodies) if SENTENCES[0] <= len(article.sentences) <= SENTENCES[1]
    ]
    articles = articles[: options.articles]
    counts: dict[str, Counter[str]] = {}
    for article in articles:
        for strength, share in SHARES.items():
            for _ in range(options.each):
                foreign = chance.choice(articles)
                for group, verdict in judged(article, edited(article, share, foreign, chance), chance):
                    for name in (f"{group}, {strength}", f"{group.split(',')[0]}, all"):
                        counts.setdefault(name, Counter())[verdict] += 1
    print(f"{len(articles)} articles, {options.each} edits of each strength\n")
    print("| notes | count | right | part | tray | of these rightly | wrong |\n|---|---|---|---|---|---|---|")
    for name, found in sorted(counts.items()):
        total = sum(found.values())
        tray = found["tray"] + found["tray, rightly"]
        cells = [found["right"], found["part"], tray, found["tray, rightly"], found["wrong"]]
        print(f"| {name} | {total} | " + " | ".join(f"{100 * cell / total:.2f} %" for cell in cells) + " |")


def article_of(body: str) -> Article:
    """A gold body as an article."""
    return made([" ".join(line.split()) for line in body.splitlines() if line.strip()], "old")


def made(paragraphs: Sequence[str], name: str) -> Article:
    """An article of these paragraphs, cut into sentences."""
    return Article(name, None, tuple(paragraphs), sentences_of(paragraphs, "en"), content_hash=name)


def edited(article: Article, share: float, foreign: Article, chance: random.Random) -> Edited:
    """The article with a share of its sentences edited."""
    paragraphs: list[list[list[Word]]] = [[] for _ in article.paragraphs]
    for sentence in article.sentences:
        words = [Word(text, (sentence.number, place)) for place, text in enumerate(sentence.text.split())]
        paragraphs[sentence.paragraph].append(words)
    result = Edited([paragraph for paragraph in paragraphs if paragraph])
    vocabulary = [word for sentence in foreign.sentences for word in sentence.text.split()]
    for _ in range(max(1, round(share * len(article.sentences)))):
        place = chance.randrange(len(result.paragraphs))
        paragraph = result.paragraphs[place]
        at = chance.randrange(len(paragraph))
        kind = chance.choices(("words", "moved", "split", "merged", "deleted", "added"), (5, 2, 2, 2, 2, 2))[0]
        origins = {word.origin[0] for word in paragraph[at] if word.origin}
        if kind == "words":
            paragraph[at] = reworded(paragraph[at], vocabulary, chance)
        elif kind == "split" and len(paragraph[at]) >= 8:
            paragraph[at : at + 1] = split(paragraph[at], chance)
        elif kind == "merged" and at + 1 < len(paragraph):
            origins |= {word.origin[0] for word in paragraph[at + 1] if word.origin}
            paragraph[at : at + 2] = [merged(paragraph[at], paragraph[at + 1])]
        elif kind == "added":
            piece = [Word(text, None) for text in chance.choice(foreign.sentences).text.split()]
            put(result.paragraphs, piece, place, chance)
        elif kind in ("moved", "deleted") and len(result.paragraphs) + len(paragraph) > 2:
            piece = paragraph.pop(at)
            result.paragraphs = [kept for kept in result.paragraphs if kept]
            if kind == "moved":
                put(result.paragraphs, piece, chance.randrange(len(result.paragraphs)), chance)
        else:
            continue
        for number in origins if kind != "added" else ():
            result.touched.setdefault(number, set()).add(kind)
    return result


def put(paragraphs: list[list[list[Word]]], piece: list[Word], place: int, chance: random.Random) -> None:
    """A piece put into a paragraph, or beside it where one of them is a headline or the like."""
    if all(one and one[-1].text.endswith((".", "!", "?", ".”", '."', "。")) for one in [piece, *paragraphs[place]]):
        paragraphs[place].insert(chance.randint(0, len(paragraphs[place])), piece)
    else:
        paragraphs.insert(place, [piece])


def reworded(words: list[Word], vocabulary: list[str], chance: random.Random) -> list[Word]:
    """Up to a third of the words changed, left out, or with new ones before them."""
    rate = chance.uniform(0.05, 0.33)
    found: list[Word] = []
    for word in words:
        if chance.random() >= rate:
            found.append(word)
            continue
        kind = chance.choice(("change", "change", "leave out", "put in"))
        if kind != "leave out":
            found.append(Word(chance.choice(vocabulary).strip(".!?…"), None))
        if kind == "put in":
            found.append(word)
    return found or words


def split(words: list[Word], chance: random.Random) -> list[list[Word]]:
    """One sentence made two."""
    at = chance.randint(3, len(words) - 3)
    last, first = words[at - 1], words[at]
    before = [*words[: at - 1], Word(last.text.rstrip(",;:") + ".", last.origin)]
    return [before, [Word(first.text[:1].upper() + first.text[1:], first.origin), *words[at + 1 :]]]


def merged(one: list[Word], other: list[Word]) -> list[Word]:
    """Two sentences made one."""
    last, first = one[-1], other[0]
    joined = [*one[:-1], Word(last.text.rstrip(".!?"), last.origin), Word("and", None)]
    return [*joined, Word(first.text[:1].lower() + first.text[1:], first.origin), *other[1:]]


def judged(old: Article, edit: Edited, chance: random.Random) -> Iterator[tuple[str, str]]:
    """For each note its group and what became of it."""
    paragraphs = [[word for piece in paragraph for word in piece] for paragraph in edit.paragraphs]
    new = made([" ".join(word.text for word in paragraph) for paragraph in paragraphs], "new")
    homes = homes_of(new, paragraphs)
    moving = Reanchorer([(old.name, old)], [(new.name, new)])
    for sentence in old.sentences:
        touched = edit.touched.get(sentence.number, set())
        group = "untouched" if not touched else next(iter(touched)) if len(touched) == 1 else "several"
        anchor = anchor_of(old, [sentence.number])
        assert anchor is not None
        own = {origin: home for origin, home in homes.items() if origin[0] == sentence.number}
        yield f"sentence, {group}", of_sentence(moving.anchor(anchor), own)
        words = sentence.text.split()
        first = chance.randint(0, max(0, len(words) - 5))
        last = min(len(words), first + chance.randint(2, 5))
        begin = len(" ".join(words[:first])) + (1 if first else 0)
        span = (begin, begin + len(" ".join(words[first:last])))
        if sentence.text[span[0] : span[1]] != " ".join(words[first:last]):
            continue  # white space of another kind inside: the words are not where they were counted
        anchor = anchor_of(old, [sentence.number], span)
        assert anchor is not None
        theirs = {origin: home for origin, home in own.items() if first <= origin[1] < last}
        yield f"words, {group}", of_words(moving.anchor(anchor), theirs)


Home = tuple[int, int, int]
"""Number of a new sentence, start and end of a word in it."""


def homes_of(new: Article, paragraphs: Sequence[Sequence[Word]]) -> dict[tuple[int, int], Home]:
    """Where each old word stands now."""
    found: dict[tuple[int, int], Home] = {}
    for number, words in enumerate(paragraphs):
        sentences = [sentence for sentence in new.sentences if sentence.paragraph == number]
        start = 0
        for word in words:
            end = start + len(word.text)
            for sentence in sentences:
                if word.origin and sentence.start <= start < sentence.end:
                    found[word.origin] = (sentence.number, start - sentence.start, end - sentence.start)
            start = end + 1
    return found


def of_sentence(placed: Anchor | None, homes: dict[tuple[int, int], Home]) -> str:
    """What became of a note on a sentence."""
    carried = Counter(home[0] for home in homes.values())
    true = {number for number, words in carried.items() if words > 0.2 * len(homes)}
    if placed is None:
        return "tray" if true else "tray, rightly"
    numbers = set(placed.sentences)
    if true <= numbers <= set(carried):
        return "right"
    return "part" if numbers < true else "wrong"


def of_words(placed: Anchor | None, homes: dict[tuple[int, int], Home]) -> str:
    """What became of a note on some words."""
    if placed is None:
        return "tray" if homes else "tray, rightly"
    if placed.span is None:
        return "wrong"
    start, end = placed.span
    inside = [min(end, home[2]) - max(start, home[1]) for home in homes.values() if placed.sentences == [home[0]]]
    share = sum(length for length in inside if length > 0) + max(0, len(inside) - 1)
    return "right" if 2 * share >= end - start else "wrong"


if __name__ == "__main__":
    main()
