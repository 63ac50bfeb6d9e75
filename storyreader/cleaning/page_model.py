"""The learned judgement: boosted trees in two stages, with the choice of the headline between them.

The weights are data files beside the package, written by benchmarks/cleaning/train.py; nothing but the standard library
is needed to use them. Scores are probabilities, 0 to 1.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from storyreader.cleaning.candidates import (
    AnyCandidate,
    BylineCandidate,
    DateCandidate,
    candidate_rows,
)
from storyreader.cleaning.context_features import second_features, with_headline
from storyreader.cleaning.cues import CATEGORIES, START
from storyreader.cleaning.draft import Block
from storyreader.cleaning.features import is_hopeless
from storyreader.cleaning.names import looks_like_name
from storyreader.cleaning.titles import title_candidates
from storyreader.learned import Trees, unpack

SETS = ("first", "headline", "title", "second", "byline", "date")
"""The sets of trees in a file of weights, in the order of Model's fields."""
HOPELESS = 0.01
"""The score of blocks that are not worth a look."""
GIVEN_UP = 0.015
"""First score below which a block is not worth a second look."""
LEAST_HEADLINE = 0.05
"""Probability below which no line is taken for the headline."""
_LONGEST_HEADLINE = 45
"""Words of a line that may be a headline."""

_NO_HEADLINE = tuple(
    CATEGORIES.index(name) for name in ("navigation", "share", "sign-up", "comment", "copyright", "byline", "tags")
)

_folder: list[Traversable] = []
_loaded: dict[tuple[str, str], "Model"] = {}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the model says of a page: a body score of each block; the lines that may be the headline, each as index and
    probability, the likeliest first; the candidates for the byline, likewise; the best one for the date with its
    probability.
    """

    scores: list[float]
    headlines: tuple[tuple[int, float], ...]
    bylines: tuple[tuple[BylineCandidate, float], ...] = ()
    date: tuple[DateCandidate, float] | None = None


@dataclass(frozen=True, slots=True)
class Model:
    """The sets of trees for one form of pages."""

    first: Trees
    headline: Trees
    title: Trees
    second: Trees
    byline: Trees
    date: Trees

    def judge(
        self,
        blocks: Sequence[Block],
        rows: Sequence[list[float]],
        bylines: Sequence[BylineCandidate],
        dates: Sequence[DateCandidate],
        body: bool = True,
    ) -> Judgement:
        """Score the blocks, whose features are `rows` in order, and choose among the candidates for byline and date.

        Where the `body` is known, blocks are not scored.
        """
        hopeless = [is_hopeless(block, row) for block, row in zip(blocks, rows, strict=True)]
        first = [HOPELESS if skip else self.first.score(row) for skip, row in zip(hopeless, rows, strict=True)]
        longer = second_features(blocks, rows, first)
        titles = self._titles(blocks, longer, first)
        last = with_headline(blocks, longer, titles[0][0] if titles else None)
        second = [
            HOPELESS if score < GIVEN_UP or not body else self.second.score(row)
            for score, row in zip(first, last, strict=True)
        ]
        return Judgement(
            second,
            titles,
            _rated(bylines, self.byline, last),
            next(iter(_rated(dates, self.date, last)), None),
        )

    def _titles(
        self, blocks: Sequence[Block], rows: Sequence[list[float]], scores: Sequence[float]
    ) -> tuple[tuple[int, float], ...]:
        """The likely headlines: lines that look like one by themselves, rated by how they stand to each other."""
        likely = [
            self.headline.score(row) if may_be_headline(block) else 0.0 for block, row in zip(blocks, rows, strict=True)
        ]
        candidates = title_candidates(blocks, likely, scores)
        rated = zip(candidates, candidate_rows(candidates, rows), strict=True)
        found = [(candidate.index, self.title.score(row)) for candidate, row in rated]
        return tuple(sorted((title for title in found if title[1] >= LEAST_HEADLINE), key=lambda title: -title[1]))


def _rated(
    candidates: Sequence[AnyCandidate], trees: Trees, rows: Sequence[list[float]]
) -> tuple[tuple[AnyCandidate, float], ...]:
    """The candidates with their probabilities, the likeliest first."""
    rated = zip(candidates, map(trees.score, candidate_rows(candidates, rows)), strict=True)
    return tuple(sorted(rated, key=lambda rating: -rating[1]))


_EASTERN_CAPTION = re.compile("＝[^＝]{0,20}(?:[0-9０-９一二三四五六七八九十]日、|撮影|提供)")
"""When or by whom a picture was taken, as Japanese papers say it: "司書の森下さん（右）＝9日、沢渡村"."""


def may_be_headline(block: Block) -> bool:
    """Whether a block has the length of a headline and is not plainly something else."""
    shape = block.shape
    if (
        not 1 <= shape.words <= _LONGEST_HEADLINE
        or shape.credit == 2
        or (shape.first in "([" and shape.last in ")]")
        or shape.has_email
        or shape.separators > 2
        or shape.digit_share > 0.4
        or (shape.has_clock and shape.has_year)
        or not shape.tokens
    ):
        return False
    if any(shape.cues[number] >= START for number in _NO_HEADLINE) or _EASTERN_CAPTION.search(block.text):
        return False
    return not (shape.sentences and looks_like_name(block.text.rpartition(". ")[2]))  # a caption and its photographer


def model_for(form: str) -> Model:
    """Return the model for "text" or "html" pages; loaded once."""
    folder = _folder[-1] if _folder else files("storyreader.cleaning").joinpath("data")
    key = (form, str(folder))
    if key not in _loaded:
        _loaded[key] = load_model(form, folder)
    return _loaded[key]


def use_folder(folder: Traversable) -> None:
    """Take the weights from another folder from now on: for measuring with weights that never saw a page's outlet."""
    _folder.append(folder)


def load_model(form: str, folder: Traversable) -> Model:
    """Read the model for a form of pages from a folder of weights."""
    data: dict[str, Any] = json.loads(folder.joinpath(f"{form}_weights.json").read_text("utf-8"))
    return Model(*(unpack(data[name]) for name in SETS))
