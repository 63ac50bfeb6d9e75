"""What the reader adds to a comparison: notes, tags, verdicts, highlights, reviewed marks; and undoing all of it."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from storyreader.messages import KIND_WORDS
from tui.comparison.desk import Desk
from tui.editor import write_in_editor
from tui.tabs import FOUND
from widgets.note_sheet import NoteFields
from widgets.word_choice import HINT, WordStep
from widgets.wrapping import shortened

if TYPE_CHECKING:
    from storyreader.application import Turned
    from storyreader.saving import Target

_SHOWN = 28
"""Cells of the words of either side that name what a note is about."""


class Annotating:
    """Changes the notebook; every change is written at once. `go_on` goes to the next row after a review."""

    def __init__(self, desk: Desk, verdicts: Sequence[str], go_on: Callable[[], None]) -> None:
        self._desk = desk
        self._verdicts = verdicts
        self._go_on = go_on

    # Notes

    def action_note(self) -> None:
        """Write a note on the row under the cursor, or on the words selected, or go on with the one that is there."""
        self._write_note("TextArea")

    def action_tags(self) -> None:
        """Write tags on the row under the cursor."""
        self._write_note("#note-tags")

    def _write_note(self, field: str) -> None:
        row_index, row = self._desk.row_in_hand(), self._desk.workspace.row
        if row is None or row_index is None:
            return
        book = self._desk.notebook
        target = self._desk.target_in_hand()
        note = book.begin(row_index, target)
        fields = NoteFields(note.text, note.verdict, tuple(note.tags), note.evidence)
        about = f"{_in_words(target)} · " if target is not None else ""
        title = f" Note on {about}row {row_index + 1} · {KIND_WORDS[row.kind]} "
        self._desk.screen.query_one("#sheet").remove_class("shown")  # or both would push the pair off the screen
        self._desk.note_sheet.open(title, fields, book.tags, at=field)
        self._desk.screen.run_later(self._desk.workspace.keep_in_sight)

    def take(self, fields: NoteFields) -> None:
        """Put what stands in the sheet into the note that is being written."""
        self._desk.notebook.take(**{**asdict(fields), "tags": list(fields.tags)})

    def edited(self, fields: NoteFields) -> None:
        """What was typed is to be kept."""
        self.take(fields)
        self._desk.keeper.write(self._desk.notebook)

    def closed(self) -> None:
        """The sheet has been put away."""
        self._desk.show_notes()
        self._desk.workspace.take_focus()
        self._desk.say("")

    def to_editor(self) -> None:
        """Go on writing in the reader's own editor."""
        write_in_editor(self._desk.screen.app, self._desk.note_sheet, self._desk.say)

    # Choosing words with the keyboard

    def action_words(self) -> None:
        """Begin to choose words of this row, or go on in its next sentence."""
        if self._desk.workspace.tab == "text" and self._desk.workspace.view != "texts":
            self._choose("next")
        else:
            self._desk.say("Words are chosen among the rows: 2 goes to the texts, v to another view.")

    def action_word_right(self) -> None:
        self._choose_on("right")

    def action_word_left(self) -> None:
        self._choose_on("left")

    def action_word_more(self) -> None:
        self._choose_on("more")

    def action_word_less(self) -> None:
        self._choose_on("less")

    def _choose_on(self, step: WordStep) -> None:
        if self._desk.workspace.panel.choice is not None:
            self._choose(step)

    def _choose(self, step: WordStep) -> None:
        panel = self._desk.workspace.panel
        panel.choose_words(step)
        if panel.choice is not None:
            self._desk.say(HINT)

    def end_choice(self) -> bool:
        """Put the choice of words away; False when there is none."""
        panel = self._desk.workspace.panel
        chosen = panel.choice is not None
        panel.choose_words("end")
        return chosen

    # Without the sheet

    def action_reviewed(self) -> None:
        """Mark the row, those folded here, or the fact as reviewed and go on; again: take the mark away."""
        rows, book = self._desk.rows_in_hand(), self._desk.notebook
        if rows:
            target = self._desk.target_in_hand() if self._desk.workspace.tab in FOUND else None
            now_reviewed = book.review_words(target) if target is not None else book.review(*rows)
            self._desk.changed("")
            if now_reviewed:
                self._go_on()

    def action_verdict(self) -> None:
        """Give the row, the fact or the words selected a verdict with one digit."""
        row_index, target, verdicts = self._desk.row_in_hand(), self._desk.target_in_hand(), list(self._verdicts)
        if row_index is None:
            return

        def judge(verdict: str) -> None:
            self._desk.notebook.judge(row_index, verdict, target)
            self._desk.changed(f"{verdict}; u undoes")

        about = "this row" if target is None else _in_words(target)
        self._desk.screen.ask(f"Verdict on {about}", verdicts, judge)

    def action_highlight(self) -> None:
        """Highlight the row, or the words selected, without a note."""
        if (row_index := self._desk.row_in_hand()) is not None:
            on_now = self._desk.notebook.highlight(row_index, self._desk.target_in_hand())
            self._desk.changed("highlighted; H removes it" if on_now else "highlight removed")

    def action_same_note(self) -> None:
        """The latest note once more, on this row."""
        if (row_index := self._desk.row_in_hand()) is not None:
            text = self._desk.notebook.same_as_last(row_index, self._desk.target_in_hand())
            self._desk.changed(f"noted: {text}" if text else "There is no note yet to repeat.")

    # Undoing

    def action_undo(self) -> None:
        """Take back the latest change."""
        self._turn(self._desk.notebook.undo, "Undone", "Nothing to undo.")

    def action_redo(self) -> None:
        """Do again what was undone."""
        self._turn(self._desk.notebook.redo, "Redone", "Nothing to redo.")

    def _turn(self, turn: "Callable[[], Turned | None]", done: str, nothing: str) -> None:
        """Undo or redo a step, and go to where it was."""
        before = self._desk.comparison
        turned = turn()
        if self._desk.comparison is not before:
            self._desk.show_again(self._desk.workspace.row_index)
        if turned is not None and turned.place is not None and self._desk.row_in_hand() is not None:
            self._desk.workspace.go(turned.place)
        self._desk.changed(f"{done}: {turned.says}." if turned else nothing)


def _in_words(target: "Target") -> str:
    """The words of a target, enough to know them."""
    return " | ".join(f"“{shortened(anchor.exact, _SHOWN)}”" for anchor in target.anchors)
