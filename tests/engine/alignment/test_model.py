"""The weights belong to one list of features."""

import math
import tracemalloc

import pytest

from storyreader import match_sentences
from storyreader.alignment import model
from storyreader.alignment.features import PAIR_FEATURES, pair_features
from storyreader.alignment.outlines import outline
from storyreader.alignment.profiles import profile


def test_the_weights_were_trained_for_these_features() -> None:
    weights = model.load_model()
    assert len(weights.linked.weights) == len(weights.whole.weights) == len(model.FEATURES)


def test_other_features_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "FEATURES", (*model.FEATURES, "moon phase"))
    model.load_model.cache_clear()
    with pytest.raises(ValueError, match="train"):
        model.load_model()
    monkeypatch.undo()
    model.load_model.cache_clear()


def test_each_feature_has_a_figure_that_swapping_keeps() -> None:
    found = profile(
        outline(["Voss closed the pier on 3 May, she said."], language="en"),
        outline(["“The pier is shut”, said Lida Voss."], language="en"),
    )
    one, other = found.left[0], found.right[0]
    figures = pair_features(one, other, found.vocabulary)
    assert len(figures) == len(PAIR_FEATURES)
    assert all(math.isfinite(figure) for figure in figures)
    assert figures == pair_features(other, one, found.vocabulary)


def test_a_thousand_sentences_need_little_memory() -> None:
    names = ["Voss", "Brook", "Quill", "Marlow", "Finch", "Tull", "Orrin", "Bell", "Park", "Lee"]
    left = [f"{names[n % 10]} paid {n} crowns to {names[n // 10 % 10]} for boat {n // 3}." for n in range(1000)]
    right = [f"For boat {n // 3}, {names[n // 10 % 10]} got {n} crowns." for n in range(1000)]
    tracemalloc.start()
    links = match_sentences(left, right)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 200_000_000
    assert len(links) >= 500
