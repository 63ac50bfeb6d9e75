"""A board as plain lines, read from top to bottom without a table: for pipes and for ears."""

from collections.abc import Iterator, Sequence

from storyreader.exporting.board_dossier import (
    BoardDossier,
    BoardPart,
    after_claims,
    before_claims,
    board_item_lines,
    items_of,
    noted_alone,
    once_quoted,
    shared_claims,
)
from storyreader.messages import cell_lines, claim_line
from storyreader.saving import Item


def render_board_text(dossier: BoardDossier) -> str:
    """The whole board, part after part, with a blank line between them."""
    blocks = [[dossier.title]]
    blocks += [_part(part) for part in before_claims(dossier)]
    shared = shared_claims(dossier.board)
    if shared:
        blocks.append(["TOLD BY SEVERAL ACCOUNTS"])
        blocks += [list(_claim(dossier, number)) for number in shared]
    blocks += [_part(part) for part in after_claims(dossier)]
    if noted := noted_alone(dossier):
        blocks.append(["NOTES ON WHAT ONE ACCOUNT ALONE TELLS"])
        blocks += [[claim_line(dossier.board, number), *_items(dossier, items_of(dossier, number))] for number in noted]
    if dossier.orphans:
        blocks.append(["NOTES THAT HAVE LOST THEIR PLACE", *_orphans(dossier)])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _part(part: BoardPart) -> list[str]:
    return [part.title.upper(), *(f"   {line}" for line in part.lines)]


def _claim(dossier: BoardDossier, number: int) -> Iterator[str]:
    board = dossier.board
    claim = board.claims[number]
    yield claim_line(board, number)
    yield from (f"   {line}" for line in cell_lines(board, claim, blind=dossier.blind))
    yield from _items(dossier, items_of(dossier, number))


def _items(dossier: BoardDossier, items: Sequence[Item]) -> Iterator[str]:
    for item in items:
        yield "   " + "; ".join(f"{name}: {' '.join(value.split())}" for name, value in board_item_lines(dossier, item))


def _orphans(dossier: BoardDossier) -> Iterator[str]:
    for item in dossier.orphans:
        yield from (f"   {letter}, once: {text}" for letter, text in once_quoted(dossier, item))
        yield from _items(dossier, [item])
