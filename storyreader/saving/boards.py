"""The saved file of a board: its articles whole, and what the reader has added. What the engine finds in them is found
again when the file is opened: it takes less than a second, and an engine that knows more tells more.
"""

import hashlib
from collections.abc import Sequence
from typing import Any, Literal, Self

from pydantic import Field

from storyreader.article import Article
from storyreader.messages import board_letter
from storyreader.saving.items import Anchor, ClaimCorrection, Item, Target, living, merged_items
from storyreader.saving.model import SavedFile, article_data, article_of
from storyreader.saving.reanchoring import Reanchorer
from storyreader.saving.targets import anchor_of
from storyreader.story_board import Board, BoardCorrection, Claim, SentencePlace

BOARD_FORMAT = "storyreader-board"


class SavedBoard(SavedFile):
    """The articles of a board as plain data, with the reader's notes and corrections on its claims.

    `earlier` names the saved boards of fewer articles from which this one took its items over.
    """

    format: Literal["storyreader-board"] = "storyreader-board"
    articles: list[dict[str, Any]]
    claim_corrections: list[ClaimCorrection] = Field(default_factory=list)
    earlier: list[str] = Field(default_factory=list)

    @property
    def stored_articles(self) -> dict[str, dict[str, Any]]:
        return {board_letter(number): article for number, article in enumerate(self.articles)}

    def restored(self) -> tuple[Article, ...]:
        """The articles as they were read, from the stored data alone. Raises pydantic.ValidationError."""
        return tuple(article_of(article) for article in self.articles)

    def merged_with(self, other: SavedFile) -> Self:
        merged = super().merged_with(other)
        if not isinstance(other, SavedBoard):
            return merged
        corrections = merged_items(self.claim_corrections, other.claim_corrections)
        return merged.model_copy(update={"claim_corrections": corrections})


def board_items(saved: SavedBoard) -> list[Item]:
    """Everything the reader has added and not deleted, oldest first."""
    return living([*saved.notes, *saved.reviews, *saved.claim_corrections])


def board_id(articles: Sequence[Article]) -> str:
    """The name of a board: the same in whichever order its articles come, and wherever their files lie."""
    names = "\n".join(["board", *sorted(article.name for article in articles)])
    return hashlib.sha256(names.encode()).hexdigest()[:16]


def new_saved_board(articles: Sequence[Article]) -> SavedBoard:
    """A board ready to be saved, without notes yet."""
    headline = next((article.headline for article in articles if article.headline), "Untitled")
    return SavedBoard(
        id=board_id(articles),
        title=f"{headline}: {len(articles)} accounts",
        articles=[article_data(article) for article in articles],
    )


def on_articles(saved: SavedBoard, articles: Sequence[Article]) -> SavedBoard:
    """The saved board on other states of its articles, or on more of them: its items are at their new places. An item
    whose article is not among them, or whose words are gone, is orphaned.
    """
    before = saved.restored()
    if before == tuple(articles):
        return saved
    old, new = {one.name: one for one in before}, {one.name: one for one in articles}
    both = [name for name in old if name in new]
    moving = Reanchorer([(name, old[name]) for name in both], [(name, new[name]) for name in both])
    lists = {
        name: [_moved(moving, item, new) for item in getattr(saved, name)]
        for name in ("notes", "reviews", "claim_corrections")
    }
    steps = [moving.step(step) for step in saved.steps]
    data = [article_data(article) for article in articles]
    return saved.model_copy(update={**lists, "steps": steps, "articles": data, "id": board_id(articles)})


def _moved(moving: Reanchorer, item: Item, known: dict[str, Article]) -> Item:
    placed = moving.item(item)
    lost = any(anchor.article not in known for anchor in placed.target.anchors)
    return placed.model_copy(update={"orphaned": True}) if lost else placed


def places_target(board: Board, places: Sequence[SentencePlace]) -> Target:
    """What an item on some sentences of a board is about: one anchor an article, in the order of the places."""
    by_article: dict[int, list[int]] = {}
    for place in places:
        by_article.setdefault(place.article, []).append(place.sentence)
    anchors = (anchor_of(board.articles[article], sorted(own)) for article, own in by_article.items())
    return Target(anchors=[anchor for anchor in anchors if anchor is not None])


def places_of(board: Board, item: Item) -> tuple[SentencePlace, ...]:
    """The sentences that an item is about, as far as they are on the board."""
    numbers = {article.name: number for number, article in enumerate(board.articles)}
    return tuple(
        SentencePlace(numbers[anchor.article], sentence)
        for anchor in item.target.anchors
        if anchor.article in numbers
        for sentence in _inside(anchor, board.articles[numbers[anchor.article]])
    )


def _inside(anchor: Anchor, article: Article) -> list[int]:
    return [sentence for sentence in anchor.sentences if 0 <= sentence < len(article.sentences)]


def claim_of(board: Board, item: Item) -> int | None:
    """The index of the claim that tells most of an item's sentences, and least besides; None when there is none."""
    places = set(places_of(board, item))

    def shared(claim: Claim) -> tuple[int, int]:
        return len(places.intersection(claim.places)), -len(claim.places)

    best = max(range(len(board.claims)), key=lambda number: shared(board.claims[number]), default=None)
    return best if best is not None and shared(board.claims[best])[0] else None


def board_corrections(saved: SavedBoard, board: Board) -> tuple[BoardCorrection, ...]:
    """The reader's corrections that hold, oldest first, for the articles of a board."""
    found = ((item.kind, places_of(board, item)) for item in living(saved.claim_corrections) if not item.orphaned)
    return tuple(BoardCorrection(kind, places) for kind, places in found if places)
