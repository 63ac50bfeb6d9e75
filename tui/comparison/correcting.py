"""The reader's own word on links: these do not match, this is not a conflict, these belong together."""

from typing import TYPE_CHECKING

from tui.comparison.desk import Desk

if TYPE_CHECKING:
    from storyreader.saving import LinkCorrectionKind

_NO_MATCH = "these do not match"
_NO_CONFLICT = "this is not a conflict"
_MATCH_FROM = "match this with another sentence: go there and press L"
_MATCH_HERE = "match this with the one chosen before"


class Correcting:
    """Corrects links. A match is made with two presses: one on each of the sentences."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._match_from: int | None = None

    def action_correct(self) -> None:
        """Say that a link is wrong, or make one."""
        row, row_index = self._desk.workspace.row, self._desk.row_in_hand()
        if row is None or row_index is None:
            return
        answers = [_NO_MATCH] if row.link is not None else []
        answers += [_NO_CONFLICT] if row.kind == "conflict" else []
        answers += [_MATCH_HERE] if self._match_from not in (None, row_index) else []
        self._desk.screen.ask(
            "Correct this row", [*answers, _MATCH_FROM], lambda answer: self._correct(row_index, answer)
        )

    def _correct(self, row_index: int, answer: str) -> None:
        row = self._desk.comparison.rows[row_index]
        link = self._desk.comparison.links[row.link] if row.link is not None else row
        if answer == _MATCH_FROM:
            self._match_from = row_index
            self._desk.say("Go to the sentence that belongs with this one and press L again.")
        elif answer == _MATCH_HERE and self._match_from is not None:
            self._match(self._match_from, row_index)
        else:
            self._amend("not a match" if answer == _NO_MATCH else "not a conflict", link.left, link.right)

    def _match(self, first: int, second: int) -> None:
        """Match the sentences of two rows, given by their indexes."""
        other, row = (self._desk.comparison.rows[at] for at in (first, second))
        left, right = row.left or other.left, other.right or row.right
        if row.left and other.left and row.right and other.right:
            left, right = row.left, other.right
        self._match_from = None
        if left and right:
            self._amend("match", left, right)
        else:
            self._desk.say("A match needs a sentence of A and one of B.")

    def _amend(self, kind: "LinkCorrectionKind", left: tuple[int, ...], right: tuple[int, ...]) -> None:
        self._desk.show_again(self._desk.notebook.amend(kind, left, right))
        self._desk.changed(f"{kind}: your correction; u undoes")
