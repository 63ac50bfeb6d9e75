"""A board as Markdown that reads well unrendered. Nothing of a page or a note becomes markup."""

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
from storyreader.exporting.dossier_markdown import lines_of_text, plain
from storyreader.messages import (
    CELL_MARKS,
    CELL_WORDS,
    board_letter,
    carriers,
    cell_lines,
    sentence_name,
    told_by,
)
from storyreader.saving import Item


def render_board_markdown(dossier: BoardDossier) -> str:
    """The whole board: the accounts, the matrix of all claims, a section for each that several tell, what stands
    beside them.
    """
    board = dossier.board
    parts = [f"# {plain(dossier.title)}", ""]
    for part in before_claims(dossier):
        parts += _part(part)
    parts += ["## Claims and accounts", "", *_matrix(dossier), ""]
    if shared := shared_claims(board):
        parts += ["## Told by several accounts", ""]
        for number in shared:
            parts += _claim(dossier, number)
    for part in after_claims(dossier):
        parts += _part(part)
    if noted := noted_alone(dossier):
        parts += ["## Notes on what one account alone tells", ""]
        for number in noted:
            parts += [*_head(dossier, number), *_items(dossier, items_of(dossier, number)), ""]
    if dossier.orphans:
        parts += ["## Notes that have lost their place", ""]
        for item in dossier.orphans:
            parts += [f"> **{letter}, once:** {plain(text)}\n>" for letter, text in once_quoted(dossier, item)]
            parts += ["", *_items(dossier, [item]), ""]
    return "\n".join(parts).rstrip() + "\n"


def _part(part: BoardPart) -> list[str]:
    return [f"## {plain(part.title)}", "", *listed(part.lines), ""]


def listed(lines: Sequence[str]) -> list[str]:
    """Lines as a list; those that belong to the one before are a list inside it."""
    return [f"{' ' * 2 * (len(line) - len(line.lstrip()))}- {plain(line)}" for line in lines]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A table; its cells are Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return [f"| {' | '.join(cells)} |" for cells in lines]


def _matrix(dossier: BoardDossier) -> list[str]:
    board = dossier.board
    letters = [board_letter(number) for number in range(len(board.articles))]
    rows = []
    for number, claim in enumerate(board.claims, 1):
        cells = [plain(f"{CELL_MARKS[cell.kind]} {CELL_WORDS[cell.kind]}") for cell in claim.cells]
        rows.append([f"{number}. {plain(claim.text)}", *cells, plain(carriers(claim, board))])
    return table(["claim", *letters, "told by"], rows)


def _head(dossier: BoardDossier, number: int) -> Iterator[str]:
    claim = dossier.board.claims[number]
    place = claim.representative
    yield from (f"### Claim {number + 1}: {plain(told_by(claim))}", "")
    yield from (f"> **{sentence_name(place.article, place.sentence)}** {plain(claim.text)}", "")


def _claim(dossier: BoardDossier, number: int) -> Iterator[str]:
    board = dossier.board
    claim = board.claims[number]
    yield from _head(dossier, number)
    yield from (f"- {plain(line)}" for line in cell_lines(board, claim, blind=dossier.blind))
    yield from _items(dossier, items_of(dossier, number))
    yield ""


def _items(dossier: BoardDossier, items: Sequence[Item]) -> Iterator[str]:
    for item in items:
        first, *rest = board_item_lines(dossier, item)
        yield f"- **{first[0]}:** {lines_of_text(first[1])}"
        yield from (f"    - **{name}:** {lines_of_text(value)}" for name, value in rest)
