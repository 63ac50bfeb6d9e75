"""Turns pages of an evaluation folder into training examples: blocks, features, labels."""

import pickle
import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.cleaning.folds import fold_of
from benchmarks.cleaning.labels import body_labels, labels_of
from benchmarks.cleaning.pages import GoldPage, read_pages
from storyreader.cleaning.block_scores import html_rows
from storyreader.cleaning.budget import Budget
from storyreader.cleaning.candidates import byline_candidates, date_candidates
from storyreader.cleaning.coverage import note_coverage
from storyreader.cleaning.draft import Block, Draft
from storyreader.cleaning.extractor_texts import extractor_texts
from storyreader.cleaning.features import features_of, is_hopeless
from storyreader.cleaning.html_blocks import html_blocks
from storyreader.cleaning.markup import parse_html
from storyreader.cleaning.own_parts import OwnParts
from storyreader.cleaning.page_data import page_data
from storyreader.cleaning.page_model import Model, load_model
from storyreader.cleaning.span import stretch
from storyreader.cleaning.text_blocks import text_blocks
from storyreader.cleaning.wrappers.unwrap import unwrap
from storyreader.loading import page_from_text

_UNHEARD = 0.15
"""Share of training pages whose extractor vote is withheld, so that the model can do without it."""
_NO_NAME = frozenset(
    [
        "by",
        "and",
        "von",
        "und",
        "par",
        "et",
        "por",
        "y",
        "with",
        "the",
        "staff",
        "reporter",
        "writer",
        "correspondent",
        "editor",
    ]
)
_SITE_NAME = re.compile(r"\s+[|–—»-]\s+")

Matrix = Any


@dataclass(slots=True)
class Example:
    """One page for training. `labels` are 0 to 1, NaN where unknown; `whole` tells that the gold body is known."""

    id: str
    source: str
    fold: int
    restricted: bool
    whole: bool
    blocks: list[Block]
    rows: Matrix
    hopeless: Matrix
    labels: Matrix
    title: Matrix
    candidates: dict[str, tuple[list[Any], list[float]]]
    first: Matrix = None
    longer: Matrix = None
    likely: Matrix = None
    titles: Any = None
    last: Matrix = None


def read_examples(folder: Path, form: str, teacher: Path | None, cache: str | None) -> list[Example]:
    """Return the examples of a folder in one form; a teacher's weights label those without a gold body."""
    examples = _cached(folder, form, cache)
    if teacher is None:
        return examples
    taught = _teach(_cached(folder, "html", cache), load_model("html", teacher))
    return [_with_taught(example, taught.get(example.id)) for example in examples]


def _cached(folder: Path, form: str, cache: str | None) -> list[Example]:
    place = Path(cache) / f"examples-{form}.pickle" if cache else None
    if place and place.exists():
        with place.open("rb") as handle:
            found: list[Example] = pickle.load(handle)
        return found
    examples = list(_read(folder, form))
    if place:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("wb") as handle:
            pickle.dump(examples, handle)
    return examples


def _read(folder: Path, form: str) -> Iterator[Example]:
    chance = random.Random(0)
    for page in read_pages(folder):
        if form == "text":
            if not page.dump_ok:
                continue
            blocks = text_blocks(unwrap(page_from_text(page.text).text))
            rows = features_of(blocks)
        else:
            blocks, rows = _html(page, chance.random() < _UNHEARD)
        if blocks:
            yield _example(page, blocks, rows)


def _html(page: GoldPage, unheard: bool) -> tuple[list[Block], list[list[float]]]:
    source = page_from_text(page.html, "html")
    root = parse_html(source.text)
    if root is None:
        return [], []
    own = OwnParts(root)
    draft = Draft(source, html_blocks(root, own))
    draft.extractor_texts = extractor_texts(source.text, page_data(root, own), Budget())
    if unheard:
        draft.extractor_texts = ("", *draft.extractor_texts[1:])
    note_coverage(draft)
    return draft.blocks, html_rows(draft.blocks)


def _example(page: GoldPage, blocks: list[Block], rows: list[list[float]]) -> Example:
    labels = [np.nan if label is None else label for label in labels_of(page, blocks)]
    title = page.gold.get("title")
    return Example(
        page.id, page.source, fold_of(page.brand), page.restricted, bool(page.body), blocks,
        np.array(rows, dtype=np.float32),
        np.array([is_hopeless(block, row) for block, row in zip(blocks, rows, strict=True)]),
        np.array(labels, dtype=np.float32),
        np.array([float(same_title(title, block.text)) for block in blocks]) if title else None,
        {"byline": _bylines(page, blocks), "date": _dates(page, blocks)},
    )  # fmt: skip


def _bylines(page: GoldPage, blocks: list[Block]) -> tuple[list[Any], list[float]]:
    gold = page.gold.get("byline")
    if not gold:
        return [], []
    wanted = name_words(gold if isinstance(gold, str) else " ".join(gold))
    candidates = byline_candidates(blocks)
    return candidates, [float(_alike(set(_words(" ".join(c.names))), wanted) >= 0.66) for c in candidates]


def name_words(byline: str) -> set[str]:
    """The words of a byline that are names."""
    return set(_words(byline)) - _NO_NAME


def _dates(page: GoldPage, blocks: list[Block]) -> tuple[list[Any], list[float]]:
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", str(page.gold.get("date") or ""))
    if match is None:
        return [], []
    wanted = tuple(int(part) for part in match.groups())
    candidates = date_candidates(blocks)
    days = [(c.found.value.year, c.found.value.month, c.found.value.day) for c in candidates]
    return candidates, [float(day == wanted) for day in days]


def _alike(mine: set[str], theirs: set[str]) -> float:
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine and theirs else 0.0


def same_title(gold: str, text: str) -> bool:
    """Whether a line is the gold headline, perhaps with the site's name behind it or a word changed."""
    if len(text) > 400:
        return False
    parts = {_folded(text), _folded(_SITE_NAME.split(text)[0])}
    if _folded(gold) in parts or _folded(_SITE_NAME.split(gold)[0]) in parts:
        return True
    return _alike(set(_words(text)), set(_words(gold))) >= 0.8


def _folded(text: str) -> str:
    return "".join(_words(text))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())


def _teach(examples: list[Example], model: Model) -> dict[str, str]:
    """The bodies that the HTML model finds on pages without a gold body."""
    bodies = {}
    for example in examples:
        if example.whole:
            continue
        scores = model.judge(example.blocks, example.rows.tolist(), (), ()).scores
        first, last = stretch(scores, [float(block.shape.words) for block in example.blocks])
        kept = (
            block.text
            for block, score in zip(example.blocks[first:last], scores[first:last], strict=True)
            if score >= 0.5
        )
        bodies[example.id] = "\n\n".join(kept)
    return bodies


def _with_taught(example: Example, body: str | None) -> Example:
    if not body:
        return example
    taught = np.array(body_labels(body, example.blocks), dtype=np.float32)
    known = np.where(np.isnan(example.labels), taught, example.labels)
    return replace(example, labels=known, whole=True)
