"""How well pages of many countries and kinds are read: floors on invented pages that may be raised, never lowered."""

import pytest

from storyreader.cleaning import read_article
from storyreader.cleaning.extractor import extractor_text

from .page_floor import (
    FORMS,
    MEASURES,
    PAGES,
    RAISE,
    Score,
    digest,
    floors,
    fold,
    gold,
    means,
    misses,
    names,
    recall,
    score,
)

EACH = [(form, measure) for form in FORMS for measure in MEASURES]
RECOUNT = "python -m tests.engine.cleaning.page_floor --recount"
Scores = dict[str, list[Score]]


@pytest.fixture(scope="module")
def scores() -> Scores:
    """Every page cleaned once."""
    return {form: [score(name) for name in names(form)] for form in FORMS}


@pytest.mark.parametrize(("form", "measure"), EACH)
def test_the_floor_holds(scores: Scores, form: str, measure: str) -> None:
    share, floor = means(scores[form])[measure], floors()[form][measure]
    assert share >= floor, f"{form} {measure} fell from {floor} to {share:.3f}:\n{misses(scores[form], measure)}"


@pytest.mark.parametrize(("form", "measure"), EACH)
def test_a_gain_of_more_than_a_page_is_held_by_the_floor(scores: Scores, form: str, measure: str) -> None:
    share, floor = means(scores[form])[measure], floors()[form][measure]
    assert share <= floor + 1 / len(scores[form]) + 0.001, f"{form} {measure} rose from {floor} to {share:.3f}: {RAISE}"


@pytest.mark.parametrize("name", names("html"))
def test_a_body_is_never_less_than_the_extractors(name: str) -> None:
    wanted = gold(name)["paragraphs"]
    theirs = recall(extractor_text((PAGES / name).read_text("utf-8")).split("\n"), wanted)
    assert recall(read_article(PAGES / name).paragraphs, wanted) >= theirs - 0.02


@pytest.mark.parametrize("form", FORMS)
def test_the_floors_belong_to_these_pages(form: str) -> None:
    assert (floors()[form]["pages"], floors()[form]["digest"]) == (len(names(form)), digest(form)), RECOUNT


@pytest.mark.parametrize("name", [name for form in FORMS for name in names(form)])
def test_the_gold_stands_on_its_page(name: str) -> None:
    told = gold(name)
    text = fold((PAGES / name).read_text("utf-8")) if name.endswith(".txt") else ""
    assert len(told["paragraphs"]) >= 1
    assert told["language"]
    for paragraph in told["paragraphs"] if text else []:
        assert fold(paragraph) in text
