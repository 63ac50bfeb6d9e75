"""What the reader adds to a board: notes, tags, verdicts, reviewed marks, corrections of claims; and undoing it."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from storyreader.messages import board_letter
from tui.board.desk import BoardDesk, CellInHand
from tui.board.viewing import BoardViewing
from tui.editor import write_in_editor
from widgets.note_sheet import NoteFields

if TYPE_CHECKING:
    from storyreader.application import Turned


class BoardAnnotating:
    """Changes the notebook; every change is written at once."""

    def __init__(self, desk: BoardDesk, viewing: BoardViewing, verdicts: Sequence[str]) -> None:
        self._desk = desk
        self._viewing = viewing
        self._verdicts = verdicts

    # Notes

    def action_note(self) -> None:
        """Write a note on the claim or on the cell under the cursor, or go on with the one that is there."""
        self._write_note("TextArea")

    def action_tags(self) -> None:
        self._write_note("#note-tags")

    def _write_note(self, field: str) -> None:
        cell = self._noteworthy()
        if cell is None:
            return
        book = self._desk.notebook
        note = book.begin(*cell)
        fields = NoteFields(note.text, note.verdict, tuple(note.tags), note.evidence)
        self._desk.sheet.open(f" Note on {_about(cell)} ", fields, book.tags, at=field)
        self._desk.screen.run_later(lambda: self._desk.matrix.show_block(self._desk.matrix.cursor))

    def _noteworthy(self) -> CellInHand | None:
        """The cell under the cursor, unless it has no words to note anything on."""
        cell = self._desk.in_hand if self._desk.tab == "claims" else None
        if cell is None:
            shows_none = self._desk.tab == "claims"
            self._desk.say("No claim is shown; f shows others." if shows_none else "1 goes to the claims.")
        elif cell.account is not None and not self._desk.board.claims[cell.claim].cells[cell.account].tells:
            self._desk.say(f"{board_letter(cell.account)} does not tell this; h goes back to the claim itself.")
            return None
        return cell

    def take(self, fields: NoteFields) -> None:
        """Put what stands in the sheet into the note that is being written."""
        self._desk.notebook.take(**{**asdict(fields), "tags": list(fields.tags)})

    def edited(self, fields: NoteFields) -> None:
        """What was typed is to be kept."""
        self.take(fields)
        self._desk.keeper.write(self._desk.notebook)

    def closed(self) -> None:
        """The sheet has been put away."""
        self._desk.matrix.focus()
        self._desk.show_notes()

    def to_editor(self) -> None:
        """Go on writing in the reader's own editor."""
        write_in_editor(self._desk.screen.app, self._desk.sheet, self._desk.say)

    # Without the sheet

    def action_reviewed(self) -> None:
        """On a claim: mark it as reviewed and go on. On a cell: mark it for comparing or joining."""
        cell = self._desk.in_hand if self._desk.tab == "claims" else None
        if cell is None:
            return
        if cell.account is not None:
            self._viewing.toggle_mark(cell)
            return
        now = self._desk.notebook.review(cell.claim)
        self._desk.changed("")
        if now:
            self._desk.matrix.action_cursor(1)

    def action_verdict(self) -> None:
        """Give the claim or the cell a verdict with one digit."""
        cell = self._noteworthy()
        if cell is None:
            return

        def judge(verdict: str) -> None:
            self._desk.notebook.judge(cell.claim, verdict, cell.account)
            self._desk.changed(f"{verdict}; u undoes")

        self._desk.screen.ask(f"Verdict on {_about(cell)}", list(self._verdicts), judge)

    # Correcting claims

    def action_correct(self) -> None:
        """Say that an account tells another claim, that two are one, or that an account is of another story."""
        desk, cell = self._desk, self._desk.in_hand
        if cell is None or desk.tab != "claims":
            return
        answers: dict[str, Callable[[], None]] = {}
        claim = desk.board.claims[cell.claim]
        others = {one.claim for one in desk.marked} - {cell.claim}
        if others:
            other = min(others)
            answers["this and the marked claim are one"] = lambda: self._join(cell.claim, other)
        if cell.account is not None:
            letter, account = board_letter(cell.account), cell.account
            if claim.cells[account].tells and len(claim.articles) > 1:
                answers[f"{letter} tells another claim than this"] = lambda: self._take_out(cell.claim, account)
            known = account in desk.notebook.strangers
            said = f"{letter} is of this story after all" if known else f"{letter} is of another story"
            answers[said] = lambda: self._other_story(account)
        if not answers:
            desk.say("l goes to an account; Space there marks its cell, to join this claim with another.")
            return
        desk.screen.ask("Correct", list(answers), lambda answer: answers[answer]())

    def _join(self, one: int, other: int) -> None:
        self._desk.renewed(self._desk.notebook.join(one, other), "One claim now; u undoes.")

    def _take_out(self, claim: int, account: int) -> None:
        place = self._desk.notebook.take_out(claim, account)
        self._desk.renewed(place, f"{board_letter(account)} tells a claim of its own now; u undoes.")

    def _other_story(self, account: int) -> None:
        self._desk.notebook.take_out_article(account)
        self._desk.renewed(None, f"{board_letter(account)}: changed; u undoes.")

    # Undoing

    def action_undo(self) -> None:
        """Take back the latest change, even from an earlier day."""
        self._turn(self._desk.notebook.undo, "Undone", "Nothing to undo.")

    def action_redo(self) -> None:
        self._turn(self._desk.notebook.redo, "Redone", "Nothing to redo.")

    def _turn(self, turn: "Callable[[], Turned | None]", done: str, nothing: str) -> None:
        turned = turn()
        if turned is None:
            self._desk.say(nothing)
        else:
            self._desk.renewed(turned.place, f"{done}: {turned.says}.")


def _about(cell: CellInHand) -> str:
    where = f"claim {cell.claim + 1}"
    return where if cell.account is None else f"{board_letter(cell.account)} in {where}"
