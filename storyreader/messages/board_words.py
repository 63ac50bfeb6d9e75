"""The words of the board: how articles, claims, cells and origins are called."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storyreader.story_board import Board, CellKind, Claim

CELL_MARKS: "dict[CellKind, str]" = {
    "says": "●", "reworded": "≈", "partial": "⊂", "conflict": "!", "updated": "↑", "attributed": "@", "perhaps": "~",
    "silent": "·",
}  # fmt: skip
ASCII_CELL_MARKS: "dict[CellKind, str]" = {**CELL_MARKS, "says": "*", "reworded": "=", "partial": "<", "updated": "^",
                                           "silent": "."}  # fmt: skip
CELL_WORDS: "dict[CellKind, str]" = {
    "says": "says", "reworded": "rewords", "partial": "in part", "conflict": "conflicts", "updated": "updates",
    "attributed": "other source", "perhaps": "unsure", "silent": "silent",
}  # fmt: skip
_LETTERS = 26
_RUN = 60
"""Characters of copied words that are shown."""


def board_letter(number: int) -> str:
    """What an article of a board is called: A, B, ... Z, AA, AB."""
    first, last = divmod(number, _LETTERS)
    return (board_letter(first - 1) if first else "") + chr(ord("A") + last)


def shortened(text: str, most: int = _RUN) -> str:
    """The beginning of a text."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def board_letters(numbers: "tuple[int, ...]") -> str:
    """Several articles: "A, C and D"."""
    letters = [board_letter(number) for number in numbers]
    return " and ".join(part for part in (", ".join(letters[:-1]), letters[-1]) if part)


def board_counts(board: "Board", *, brief: bool = False) -> str:
    """What a board holds, in one line; `brief` without what is told by one account alone."""
    shared = board.shared
    conflicts = sum(claim.conflicts for claim in shared)
    origins = len(board.origins)
    parts = [
        f"{len(board.articles)} accounts",
        f"{origins} {'origin' if origins == 1 else 'origins'} seen",
        f"{len(shared)} shared {'claim' if len(shared) == 1 else 'claims'}",
        f"{conflicts} with a conflict" if conflicts else "",
        "" if brief else f"{len(board.claims) - len(shared)} told by one alone",
    ]
    return " · ".join(part for part in parts if part)


def new_accounts_line(board: "Board", fresh: "Sequence[int]") -> str:
    """What accounts that came since a board was saved add to it: "1 new account (D): 4 claims new, 1 conflict"."""
    own = set(fresh)
    new = sum(set(claim.articles) <= own for claim in board.claims)
    conflicts = sum(any(claim.cells[number].kind == "conflict" for number in own) for claim in board.claims)
    accounts = f"{len(own)} new {'account' if len(own) == 1 else 'accounts'} ({board_letters(tuple(sorted(own)))})"
    parts = [f"{new} {'claim' if new == 1 else 'claims'} new"]
    parts += [f"{conflicts} {'conflict' if conflicts == 1 else 'conflicts'}"] if conflicts else []
    return f"{accounts}: {', '.join(parts)}. Your notes on the others are here."


def carriers(claim: "Claim", board: "Board") -> str:
    """By how many a claim is told: "3 of 5, 2 origins"."""
    told = f"{len(claim.articles)} of {len(board.articles)}"
    if len(claim.articles) > 1 and claim.origins < len(claim.articles):
        told += f", {claim.origins} {'origin' if claim.origins == 1 else 'origins'}"
    return told
