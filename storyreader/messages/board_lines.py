"""What a board tells of its claims, in lines that are read from top to bottom: for exports, pipes and ears.

Claims count from 1, in the order of the story.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from storyreader.messages.board_words import board_letter, board_letters
from storyreader.messages.naming import HIDDEN_OUTLET
from storyreader.messages.sentences import difference_between

if TYPE_CHECKING:
    from storyreader.comparison import Passage
    from storyreader.story_board import Board, CellKind, Claim, ClaimCell, SentencePlace

_VERBS: "dict[CellKind, str]" = {
    "says": "says", "reworded": "rewords", "partial": "tells it in part", "conflict": "conflicts",
    "updated": "updates", "attributed": "names another source", "perhaps": "perhaps tells it, unsure",
    "silent": "is silent",
}  # fmt: skip


def sentence_name(article: int, number: int) -> str:
    """What a sentence of a board is called: A5."""
    return f"{board_letter(article)}{number + 1}"


def told_by(claim: "Claim") -> str:
    """Who tells a claim: "Told by A, B and D, 2 origins"."""
    if len(claim.articles) == 1:
        return f"Told by {board_letters(claim.articles)} alone"
    return f"Told by {board_letters(claim.articles)}, {counted(claim.origins, 'origin')}"


def claim_line(board: "Board", number: int) -> str:
    """A claim with its number, who tells it, and the wording that stands for it."""
    claim = board.claims[number]
    place = claim.representative
    words = f"In the words of {sentence_name(place.article, place.sentence)}: {claim.text}"
    return f"Claim {number + 1} of {len(board.claims)}. {told_by(claim)}. {words}"


def cell_line(board: "Board", claim: "Claim", article: int) -> str:
    """What one account does with a claim, with its sentences; empty where there is nothing to add to the claim."""
    cell, letter = claim.cells[article], board_letter(article)
    if cell.kind == "silent":
        return ""
    told = [number for number in cell.sentences if (article, number) != _spot(claim.representative)]
    if not told:
        return ""
    texts = {number: board.articles[article].sentences[number].text for number in told}
    again = " again" if len(told) < len(cell.sentences) else ""
    if all(text == claim.text for text in texts.values()):
        return f"{letter} says it in the same words{again}: {_names(article, told)}"
    quoted = " ".join(f"{sentence_name(article, number)} {text}" for number, text in texts.items())
    return f"{letter} {_VERBS[cell.kind]}{again}: {quoted}{_remarks(board, claim, article)}"


def cell_lines(board: "Board", claim: "Claim", *, blind: bool = False) -> list[str]:
    """What every account does with a claim: those that tell it, those that are silent, and who is said to know it."""
    lines = [line for article in range(len(board.articles)) if (line := cell_line(board, claim, article))]
    if silent := tuple(article for article, cell in enumerate(claim.cells) if cell.kind == "silent"):
        lines.append(f"Silent: {board_letters(silent)}")
    if known := source_lines_of(board, claim, blind=blind):
        lines.append(f"Said to be known by {'; '.join(known)}")
    return lines


def cell_words(board: "Board", claim: "Claim", article: int) -> str:
    """The same without the sentences: "B rewords: B4"."""
    cell = claim.cells[article]
    names = _names(article, cell.sentences)
    return (
        f"{board_letter(article)} {_VERBS[cell.kind]}"
        + (f": {names}" if names else "")
        + _remarks(board, claim, article)
    )


def _remarks(board: "Board", claim: "Claim", article: int) -> str:
    """What differs in a cell, and the stretches that tell the claim, in brackets."""
    cell = claim.cells[article]
    told = [*_differs(cell, article), *_stretches(board, cell, article)]
    return f" ({'; '.join(told)})" if told else ""


def _differs(cell: "ClaimCell", article: int) -> Iterator[str]:
    if cell.difference is not None and cell.against is not None:
        yield difference_between(cell.difference, board_letter(cell.against.article), board_letter(article))


def _stretches(board: "Board", cell: "ClaimCell", article: int) -> Iterator[str]:
    sentences = board.articles[article].sentences
    parts = [sentences[part.sentence].text[part.start : part.end] for part in merged(cell.shared)]
    if parts:
        yield "what tells it: " + ", ".join(f"“{part}”" for part in parts)


def merged(stretches: "Sequence[Passage]") -> "list[Passage]":
    """Stretches in the order of the text, those that overlap as one."""
    found: list[Passage] = []
    for part in sorted(stretches, key=lambda one: (one.sentence, one.start)):
        if found and found[-1].sentence == part.sentence and part.start <= found[-1].end:
            found[-1] = replace(found[-1], end=max(part.end, found[-1].end))
        else:
            found.append(part)
    return found


def source_lines_of(board: "Board", claim: "Claim", *, blind: bool = False) -> list[str]:
    """Who is said to know a claim, account by account: "A: the fire brigade"; those that name nobody together."""
    naming = [number for number in claim.articles if claim.cells[number].sources]
    told = (
        (number, [known_name(board, name, blind=blind) for name in claim.cells[number].sources]) for number in naming
    )
    lines = [f"{board_letter(number)}: {', '.join(names)}" for number, names in told]
    rest = tuple(number for number in claim.articles if number not in naming)
    return [*lines, f"{board_letters(rest)}: no source named"] if lines and rest else lines


def known_name(board: "Board", name: str, *, blind: bool) -> str:
    """A name; read blind, no outlet of the board."""
    outlets = {one.casefold() for page in board.articles for one in (page.publisher, page.agency) if one}
    return HIDDEN_OUTLET if blind and any(one in name.casefold() for one in outlets) else name


def _names(article: int, numbers: Sequence[int]) -> str:
    return " and ".join(sentence_name(article, number) for number in numbers)


def _spot(place: "SentencePlace") -> tuple[int, int]:
    return place.article, place.sentence


def counted(count: int, word: str) -> str:
    """A number of things: "1 origin", "2 origins"."""
    return f"{count} {word}{'' if count == 1 else 's'}"
