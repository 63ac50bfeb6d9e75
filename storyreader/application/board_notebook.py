"""The reader's side of a board: notes, verdicts, reviewed marks, corrections of claims; saved with its articles."""

from collections.abc import Sequence

from storyreader.application.item_book import ItemBook, deleted_item
from storyreader.messages import board_letter
from storyreader.saving import (
    ClaimCorrection,
    Item,
    ItemType,
    Note,
    Review,
    SavedBoard,
    Target,
    board_corrections,
    board_items,
    claim_of,
    living,
    new_saved_board,
    on_articles,
    orphans,
    places_target,
)
from storyreader.story_board import BoardFinder, Claim, ClaimCorrectionKind, SentencePlace


class BoardNotebook(ItemBook[SavedBoard]):
    """What the reader adds to a board; places are indexes of its claims.

    `board` is what is shown: what the engine found with the reader's corrections. A cell is told by a claim and an
    article; without an article the whole claim is meant.
    """

    def __init__(self, finder: BoardFinder, saved: SavedBoard | None, author: str) -> None:
        self._finder = finder
        self._notes: dict[int, list[Note]] | None = None
        self._reviews: dict[int, list[Review]] | None = None
        self.board = finder.board()
        super().__init__(on_articles(saved, self.board.articles) if saved else None, author)
        self._turned_to(self.saved.claim_corrections if self.saved else ())

    def _new(self) -> SavedBoard:
        return new_saved_board(self.board.articles)

    def _place_of(self, item: Item) -> int | None:
        return claim_of(self.board, item)

    def _turned_to(self, items: Sequence[Item]) -> None:
        self._notes = self._reviews = None
        if self.saved is not None and any(isinstance(item, ClaimCorrection) for item in items):
            self.board = self._finder.board(board_corrections(self.saved, self.board))

    # What is there

    @property
    def notes(self) -> dict[int, list[Note]]:
        """The notes by the claim they are on; looked up once for each change."""
        if self._notes is None:
            self._notes = self._by_claim(self.saved.notes if self.saved else ())
        return self._notes

    @property
    def reviewed(self) -> set[int]:
        """The claims that the reader has looked at."""
        return set(self._reviews_by_claim)

    @property
    def _reviews_by_claim(self) -> dict[int, list[Review]]:
        if self._reviews is None:
            self._reviews = self._by_claim(self.saved.reviews if self.saved else ())
        return self._reviews

    def _by_claim(self, items: Sequence[ItemType]) -> dict[int, list[ItemType]]:
        found: dict[int, list[ItemType]] = {}
        for item in living(items):
            if not item.orphaned and (place := claim_of(self.board, item)) is not None:
                found.setdefault(place, []).append(item)
        return found

    @property
    def items(self) -> dict[int, list[Item]]:
        """Everything the reader has added, by the claim it is on."""
        return self._by_claim(board_items(self.saved) if self.saved else ())

    @property
    def orphans(self) -> list[Item]:
        """The items that have lost their place."""
        return orphans(self.saved) if self.saved else []

    @property
    def strangers(self) -> set[int]:
        """The articles that the reader has called another story's."""
        found = board_corrections(self.saved, self.board) if self.saved else ()
        return {one.places[0].article for one in found if one.kind == "another story"}

    def note_on(self, claim: int, article: int | None = None) -> Note | None:
        """The latest note on a claim, or on one cell of it."""
        target = self.target(self.board.claims[claim], article)
        there = [note for note in self.notes.get(claim, ()) if note.target.places == target.places]
        return there[-1] if there else None

    def target(self, claim: Claim, article: int | None = None) -> Target:
        """What an item on a claim is about, or on what one article tells of it."""
        places = [place for place in claim.places if article is None or place.article == article]
        return places_target(self.board, places)

    # Changing it

    def begin(self, claim: int, article: int | None = None) -> Note:
        """Start writing on a claim, or on one cell of it: the latest note there, or a new one."""
        known = self.note_on(claim, article)
        target = self.target(self.board.claims[claim], article)
        return self._begin(known or Note(target=target, author=self._author))

    def judge(self, claim: int, verdict: str, article: int | None = None) -> None:
        """Give a claim, or one cell of it, a verdict; the same verdict again takes it away."""
        note = self.begin(claim, article)
        self.take(verdict="" if note.verdict == verdict else verdict)
        self._writing = None

    def review(self, claim: int) -> bool:
        """Mark a claim as reviewed, or take that back; tells which of the two."""
        there = self._reviews_by_claim.get(claim, [])
        if there:
            self._record("not reviewed", *(deleted_item(item) for item in there))
            return False
        self._record("reviewed", Review(target=self.target(self.board.claims[claim]), author=self._author))
        return True

    def join(self, claim: int, other: int) -> int | None:
        """Say that two claims are one; gives where it is now."""
        places = [*self.board.claims[claim].places, *self.board.claims[other].places]
        return self._correct("one claim", places)

    def take_out(self, claim: int, article: int) -> int | None:
        """Say that an article tells another claim than this one; gives where that is now."""
        places = self.board.claims[claim].places
        own = [place for place in places if place.article == article]
        others = [place for place in places if place.article != article]
        return self._correct("another claim", [*own, *others]) if own and others else None

    def take_out_article(self, article: int) -> None:
        """Say that an article is of another story, or take that back."""
        known = [
            item
            for item in living(self.saved.claim_corrections if self.saved else ())
            if item.kind == "another story" and item.target.anchor(self.board.articles[article].name)
        ]
        if known:
            self._record("deleted", *(deleted_item(item) for item in known), text=board_letter(article))
            return
        item = self._correction("another story", [SentencePlace(article, 0)])
        self._record("another story", item, text=board_letter(article))

    def _correct(self, kind: ClaimCorrectionKind, places: Sequence[SentencePlace]) -> int | None:
        item = self._correction(kind, places)
        self._record(kind, item)
        first = item.target.anchors[0]
        return claim_of(self.board, item.model_copy(update={"target": Target(anchors=[first])}))

    def _correction(self, kind: ClaimCorrectionKind, places: Sequence[SentencePlace]) -> ClaimCorrection:
        return ClaimCorrection(kind=kind, target=places_target(self.board, places), author=self._author)
