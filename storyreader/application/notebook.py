"""The reader's side of one comparison: notes, reviewed marks, corrections of links."""

from collections.abc import Sequence

from storyreader.application.item_book import ItemBook, deleted_item, shortened_note
from storyreader.application.judgements import Judgements, judgements_of
from storyreader.comparison import Comparison, Side
from storyreader.saving import (
    Item,
    LinkCorrection,
    LinkCorrectionKind,
    Note,
    Review,
    SavedComparison,
    Target,
    items_by_row,
    living,
    new_saved,
    now,
    orphans,
    pair_target,
    row_of,
    target_of,
    whole_items,
    with_link_corrections,
)


class Notebook(ItemBook[SavedComparison]):
    """What the reader adds to one comparison. `comparison` is what the engine found with the reader's corrections of
    links on top.
    """

    def __init__(self, comparison: Comparison, saved: SavedComparison | None, author: str) -> None:
        self._found = comparison
        super().__init__(saved, author)
        self.comparison = self._amended()

    def _new(self) -> SavedComparison:
        return new_saved(self._found)

    def _place_of(self, item: Item) -> int | None:
        return row_of(self.comparison, item)

    def _turned_to(self, items: Sequence[Item]) -> None:
        if any(isinstance(item, LinkCorrection) for item in items):
            self.comparison = self._amended()

    # What there is

    @property
    def notes(self) -> dict[int, list[Note]]:
        """The notes by the index of their row."""
        return items_by_row(self.comparison, self.saved.notes) if self.saved else {}

    def row_of_note(self, identity: str) -> int | None:
        """The index of the row that shows a note; None when it is nowhere."""
        found = (at for at, notes in self.notes.items() if any(note.id == identity for note in notes))
        return next(found, None)

    def painted(self) -> dict[tuple[Side, int], list[tuple[int, int, bool]]]:
        """What notes paint in the sentences, by side and number: first and end character, and whether highlighted."""
        found: dict[tuple[Side, int], list[tuple[int, int, bool]]] = {}
        for note in living(self.saved.notes) if self.saved else ():
            for side, name in self.comparison.names.items():
                anchor = note.target.anchor(name)
                if anchor is None or note.orphaned or not (anchor.span or note.highlight):
                    continue
                for number in anchor.sentences:
                    span = anchor.span or (0, len(self.comparison.article(side).sentences[number].text))
                    found.setdefault((side, number), []).append((*span, note.highlight))
        return found

    def texts(self) -> dict[int, list[str]]:
        """The notes as they are shown, by the index of their row."""
        return {row_index: [note.told for note in notes] for row_index, notes in self.notes.items()}

    def judgements(self) -> Judgements:
        """The reader's word on rows and on facts."""
        return judgements_of(self.comparison, self.saved)

    @property
    def reviewed(self) -> frozenset[int]:
        """The indexes of the rows that have been looked at as a whole."""
        return frozenset(self._reviews())

    def _reviews(self) -> dict[int, list[Review]]:
        """The reviewed marks of whole rows, by the index of their row."""
        return items_by_row(self.comparison, whole_items(self.saved.reviews)) if self.saved else {}

    def _on(self, row_index: int, target: Target | None) -> list[Note]:
        """The notes on a row as a whole, or on some words of it."""
        if target is None:
            return [note for note in self.notes.get(row_index, ()) if note.target.whole]
        return [note for note in living(self.saved.notes if self.saved else []) if note.target.places == target.places]

    def _amended(self) -> Comparison:
        return with_link_corrections(self._found, self.saved) if self.saved else self._found

    def replace(self, comparison: Comparison) -> bool:
        """Take a better comparison of the same articles; False when the reader has begun to work on this one."""
        if self.saved is None:
            self._found = self.comparison = comparison
        return self.saved is None

    # Changing it

    def begin(self, row_index: int, target: Target | None = None, *, new: bool = False) -> Note:
        """Start writing on the row at `row_index`: its latest note, or a new one; `target` narrows it to some words."""
        there = [] if new else self._on(row_index, target)
        row = self.comparison.rows[row_index]
        note = there[-1] if there else Note(target=target or target_of(self.comparison, row), author=self._author)
        return self._begin(note)

    def review(self, *row_indexes: int) -> bool:
        """Mark rows as reviewed, or take that back where all of them are; tells which of the two."""
        reviews = self._reviews()
        if all(row_index in reviews for row_index in row_indexes):
            there = [item for row_index in row_indexes for item in reviews[row_index]]
            self._record("not reviewed", *(deleted_item(item) for item in there))
            return False
        rows = [self.comparison.rows[row_index] for row_index in row_indexes if row_index not in reviews]
        targets = (target_of(self.comparison, row) for row in rows)
        self._record("reviewed", *(Review(target=target, author=self._author) for target in targets))
        return True

    def review_words(self, target: Target) -> bool:
        """Mark a fact as reviewed, told by its words, or take that back; tells which of the two."""
        reviews = living(self.saved.reviews) if self.saved else []
        if there := [review for review in reviews if review.target.places == target.places]:
            self._record("not reviewed", *(deleted_item(item) for item in there))
            return False
        self._record("reviewed", Review(target=target, author=self._author))
        return True

    def highlight(self, row_index: int, target: Target | None = None) -> bool:
        """Highlight a row or some words without a note, or take that back; tells which of the two."""
        there = [note for note in self._on(row_index, target) if note.highlight]
        target = target or target_of(self.comparison, self.comparison.rows[row_index])
        if there:
            self._record("no highlight", *(deleted_item(note) for note in there))
            return False
        self._record("highlight", Note(target=target, author=self._author, highlight=True))
        return True

    def same_as_last(self, row_index: int, target: Target | None = None) -> str | None:
        """Write the latest note once more, on a row or words of it; gives its text, None when there is none yet."""
        notes = [note for note in living(self.saved.notes) if _is_written(note)] if self.saved else []
        last = max(notes, key=lambda note: note.changed, default=None)
        if last is None:
            return None
        target = target or target_of(self.comparison, self.comparison.rows[row_index])
        note = Note(target=target, author=self._author, text=last.text, verdict=last.verdict, tags=list(last.tags))
        self._record("note", note, text=shortened_note(note))
        return note.told

    def judge(self, row_index: int, verdict: str, target: Target | None = None) -> None:
        """Give a row, or some words of it, a verdict; the same verdict again takes it away."""
        note = self.begin(row_index, target)
        self.take(verdict="" if note.verdict == verdict else verdict)
        self._writing = None

    def amend(self, kind: LinkCorrectionKind, left: Sequence[int], right: Sequence[int]) -> int | None:
        """Correct the links between some sentences; gives the row in which they are shown now."""
        item = LinkCorrection(kind=kind, target=pair_target(self._found, left, right), author=self._author)
        self._record(kind, item)
        return self._place_of(item)

    @property
    def orphans(self) -> list[Item]:
        """The items that have lost their place in articles that have changed."""
        return orphans(self.saved) if self.saved else []

    def place_again(self, item: Item, row_index: int) -> None:
        """Give an orphaned item a place: the row at `row_index`."""
        target = target_of(self.comparison, self.comparison.rows[row_index])
        changes = {"target": target, "orphaned": False, "changed": now()}
        self._record("placed again", item.model_copy(update=changes), text=str(row_index + 1))

    def drop(self, item: Item) -> None:
        """Delete an orphaned item."""
        self._record("deleted", deleted_item(item))


def _is_written(note: Note) -> bool:
    """Whether a note says something; a highlight alone has nothing to repeat."""
    return bool(note.text.strip() or note.verdict or note.tags)
