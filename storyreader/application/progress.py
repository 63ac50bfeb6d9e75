"""How far the reader has come with each article: read, compared, noted; and the conflicts found on the way."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from storyreader import library, saving
from storyreader.comparison import Comparison
from storyreader.library import Compared
from storyreader.messages import board_letter


@dataclass(frozen=True, slots=True)
class Progress:
    """Articles are called by their ids. `places` are sentences, from 0, of all articles that have been read; `notes`
    counts the notes on each, alone, in comparisons and on boards; `conflicts` those of each pair that has been
    compared; `boards` are the articles of each saved board.
    """

    places: Mapping[str, int] = field(default_factory=dict)
    notes: Mapping[str, int] = field(default_factory=dict)
    conflicts: Mapping[tuple[str, str], int] = field(default_factory=dict)
    boards: tuple[frozenset[str], ...] = ()

    def is_compared(self, article: str) -> bool:
        """Whether the article has been compared with another one."""
        return any(article in pair for pair in self.conflicts)

    def conflicts_among(self, articles: Collection[str]) -> int | None:
        """The conflicts found between articles of a set; None when no two of them have been compared."""
        found = [count for pair, count in self.conflicts.items() if set(pair) <= set(articles)]
        return sum(found) if found else None

    def new_to_board(self, articles: Collection[str]) -> int:
        """How many articles of a set are not on the largest saved board of the others; 0 when there is no such board,
        and when one is of all of them.
        """
        own = frozenset(articles)
        sizes = [len(board) for board in self.boards if board <= own]
        return len(own) - max(sizes) if sizes else 0


def read_progress() -> Progress:
    """What is known by now; slow, for a thread."""
    notes: Counter[str] = Counter()
    conflicts: dict[tuple[str, str], int] = {}
    with library.ReadingRecord() as record:
        places = record.articles()
        conflicts = {(pair.left, pair.right): pair.conflicts for pair in record.pairs()}
    heads = saving.Store().listing().heads
    for head in heads:
        letters = _letters(head.articles)
        for passage in head.passages:
            notes.update({letters[letter] for letter, _ in passage.quotations if letter in letters})
        if head.is_comparison:
            one, other = sorted(head.articles[:2])
            conflicts[one, other] = head.counts.get("conflict", 0)
    boards = tuple(frozenset(head.articles) for head in heads if head.is_board)
    return Progress(places, dict(notes), conflicts, boards)


def _letters(articles: Sequence[str]) -> dict[str, str]:
    """The articles that notes are on, by the letters of their quotations; there is none on a single article."""
    return {"": articles[0], "B": articles[-1], **{board_letter(at): name for at, name in enumerate(articles)}}


def remember_place(article: str, sentence: int) -> None:
    """Remember where in an article the reader is; they have begun to read it."""
    with library.ReadingRecord() as record:
        record.read(article, sentence)


def remember_row(comparison: Comparison, row: int) -> None:
    """Remember where in a comparison the reader is, and what it has found."""
    conflicts = sum(1 for each in comparison.rows if each.kind == "conflict")
    with library.ReadingRecord() as record:
        record.compared(Compared(comparison.left.id, comparison.right.id, conflicts, row))


def row_to_begin(comparison: Comparison, reviewed: Collection[int]) -> int:
    """Where the reader goes on: the first row not reviewed once they have begun to review, else where they were."""
    rows = range(len(comparison.rows))
    if reviewed:
        return next((row for row in rows if row not in reviewed), 0)
    with library.ReadingRecord() as record:
        known = record.pair(comparison.left.id, comparison.right.id)
    return known.row if known is not None and known.row in rows else 0
