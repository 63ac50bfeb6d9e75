"""A board as CSV: a line that names the accounts, then a line a claim with a column an account.

The columns of a board with three accounts: entry, claim, text, told by, accounts, origins, conflict, place, first told,
A, B, C, verdicts, notes, tags, reviewed by, corrections. Cells tell what an account does in a word, then its sentences,
then what differs.
"""

from collections.abc import Iterator, Sequence

from storyreader.exporting.board_dossier import BoardDossier, items_of, places_of
from storyreader.exporting.spreadsheet import csv_table
from storyreader.messages import (
    CELL_WORDS,
    account_line,
    board_letter,
    board_letters,
    difference_between,
    sentence_name,
    when_told,
)
from storyreader.saving import ClaimCorrection, Item, LinkCorrection, Note, Review
from storyreader.story_board import Claim

BEFORE = ("entry", "claim", "text", "told by", "accounts", "origins", "conflict", "place", "first told")
BEHIND = ("verdicts", "notes", "tags", "reviewed by", "corrections")


def render_board_csv(dossier: BoardDossier) -> bytes:
    """The whole table."""
    letters = [board_letter(number) for number in range(len(dossier.board.articles))]
    return csv_table([*BEFORE, *letters, *BEHIND], _lines(dossier))


def _lines(dossier: BoardDossier) -> Iterator[dict[str, str]]:
    board = dossier.board
    accounts = {
        board_letter(number): account_line(board, number, blind=dossier.blind) for number in range(len(board.articles))
    }
    yield {"entry": "accounts", **accounts}
    for number, claim in enumerate(board.claims):
        cells = {board_letter(article): _cell(dossier, claim, article) for article in range(len(claim.cells))}
        first = "" if claim.first is None else f"{board_letter(claim.first)}, {when_told(board, claim.first)}"
        yield {
            "entry": "claim",
            "claim": str(number + 1),
            "text": claim.text,
            "told by": board_letters(claim.articles),
            "accounts": str(len(claim.articles)),
            "origins": str(claim.origins),
            "conflict": "conflict" if claim.conflicts else "",
            "place": f"{claim.position:.2f}",
            "first told": first,
            **cells,
            **_added(dossier, items_of(dossier, number)),
        }
    for item in dossier.orphans:
        yield {"entry": "place lost", **_added(dossier, [item])}


def _cell(dossier: BoardDossier, claim: Claim, article: int) -> str:
    cell, board = claim.cells[article], dossier.board
    words = CELL_WORDS[cell.kind]
    if not cell.sentences:
        return words
    sentences = board.articles[article].sentences
    told = " ".join(f"{sentence_name(article, number)} {sentences[number].text}" for number in cell.sentences)
    differs = ""
    if cell.difference is not None and cell.against is not None:
        says = difference_between(cell.difference, board_letter(cell.against.article), board_letter(article))
        differs = f" ({says})"
    return f"{words}: {told}{differs}"


def _added(dossier: BoardDossier, items: Sequence[Item]) -> dict[str, str]:
    notes = [item for item in items if isinstance(item, Note)]
    corrections = [item for item in items if isinstance(item, LinkCorrection | ClaimCorrection)]
    found = {
        "verdicts": [f"{note.verdict} ({_by(note)})" for note in notes if note.verdict],
        "notes": [_words(note) for note in notes if note.text.strip() or note.evidence],
        "tags": [f"#{tag}" for note in notes for tag in note.tags],
        "reviewed by": [_by(item) for item in items if isinstance(item, Review)],
        "corrections": [f"{item.kind} {places_of(dossier, item)}".strip() for item in corrections],
    }
    return {column: "\n".join(texts) for column, texts in found.items()}


def _words(note: Note) -> str:
    return " ".join(part for part in (note.text.strip(), note.evidence, f"({_by(note)})") if part)


def _by(item: Item) -> str:
    return item.author or "unknown"
