"""Scores the blocks of a draft with the learned model, or by plain signs where the page is too large for it."""

from collections.abc import Sequence

from storyreader.cleaning.candidates import bylines_of, dates_of
from storyreader.cleaning.coverage import note_coverage
from storyreader.cleaning.draft import Block, Draft
from storyreader.cleaning.features import features_of
from storyreader.cleaning.heuristic_score import score_plainly
from storyreader.cleaning.page_model import model_for
from storyreader.cleaning.structure_features import structure_features

MOST_BLOCKS = 5000
"""Blocks up to which a page is judged by the model; a longer one is no article, and must not take minutes."""


def score_text(draft: Draft) -> None:
    """Score the lines of a text page; those of a clean one keep their scores, and are read for byline and date only."""
    if draft.clean and not bylines_of(draft) and not dates_of(draft):
        return
    if _is_too_much(draft):
        if not draft.clean:
            score_plainly(draft)
        return
    _take(draft, "text", features_of(draft.blocks))


def score_html(draft: Draft) -> None:
    """Score the blocks of an HTML page; the draft's extractor texts are what others take for the article."""
    note_coverage(draft)
    if _is_too_much(draft):
        score_plainly(draft)
        return
    _take(draft, "html", html_rows(draft.blocks))


def _is_too_much(draft: Draft) -> bool:
    """Whether a page has too many blocks for the model, or has taken too long before it."""
    if len(draft.blocks) > MOST_BLOCKS:
        draft.budget.leave_out("model")
    return len(draft.blocks) > MOST_BLOCKS or not draft.budget.allows("model")


def html_rows(blocks: Sequence[Block]) -> list[list[float]]:
    """The features of an HTML page's blocks: those of a text page, then structure and extractor texts."""
    return [[*row, *more] for row, more in zip(features_of(blocks), structure_features(blocks), strict=True)]


def _take(draft: Draft, form: str, rows: Sequence[list[float]]) -> None:
    judgement = model_for(form).judge(draft.blocks, rows, bylines_of(draft), dates_of(draft), body=not draft.clean)
    if not draft.clean:
        for block, score in zip(draft.blocks, judgement.scores, strict=True):
            block.score = score
    draft.headlines = judgement.headlines
    draft.byline_guesses = judgement.bylines
    draft.date_guess = judgement.date
