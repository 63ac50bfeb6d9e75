"""What the reader does to a comparison: notes, verdicts, reviewed marks, corrections, undo; all kept as it happens."""

from textual import on
from textual.app import SuspendNotSupported

from storyreader.errors import StoryReaderError
from storyreader.messages import KIND_WORDS
from tui.editing import edited
from tui.screens.keeping import KeepingScreen
from widgets.note_sheet import NoteFields, NoteSheet

_NO_MATCH = "these do not match"
_NO_CONFLICT = "this is not a conflict"
_MATCH_FROM = "match this with another sentence: go there and press L"
_MATCH_HERE = "match this with the one chosen before"


class NotingScreen(KeepingScreen):
    """The half of the comparison screen that changes something; the other half only shows."""

    _match_from: int | None = None

    def action_next(self) -> None:
        """Go to the next difference."""
        raise NotImplementedError

    # Notes

    def action_note(self) -> None:
        """Write a note on the row under the cursor, or on the words selected, or go on with the one that is there."""
        self._write_note("TextArea")

    def action_tags(self) -> None:
        """Write tags on the row under the cursor."""
        self._write_note("#note-tags")

    def _write_note(self, field: str) -> None:
        place, row = self._place(), self.workspace.row
        if row is None or place is None or self._opened is None:
            return
        book = self._opened.notebook
        note = book.begin(place, self.workspace.selected_target())
        fields = NoteFields(note.text, note.verdict, tuple(note.tags), note.evidence)
        self.sheet.open(f" Note on row {place + 1} · {KIND_WORDS[row.kind]} ", fields, book.tags, at=field)
        self.call_after_refresh(self.keep_in_sight)

    def _place(self) -> int | None:
        return self.workspace.place if self.workspace.tab == "text" else None

    def keep_in_sight(self) -> None:
        """Have the row under the cursor in the window after something has risen over it."""
        self.workspace.panel.show_block(self.workspace.panel.cursor)

    @on(NoteSheet.Edited)
    def _note_edited(self, message: NoteSheet.Edited) -> None:
        message.stop()
        if self._opened is not None:
            self.take(message.fields)
            self.write()

    @on(NoteSheet.Closed)
    def _note_closed(self, message: NoteSheet.Closed) -> None:
        message.stop()
        self.show_marks()
        self.workspace.take_focus()
        self.say("")

    @on(NoteSheet.EditorWanted)
    def _to_editor(self, message: NoteSheet.EditorWanted) -> None:
        message.stop()
        try:
            with self.app.suspend():
                text = edited(self.sheet.fields.text)
        except SuspendNotSupported:
            self.say("! This terminal cannot be left for an editor.")
        except StoryReaderError as error:
            self.say(f"! {error}")
        else:
            self.sheet.put_text(text)
            self.sheet.hand_over()

    # Choosing words with the keyboard

    def action_words(self) -> None:
        """Begin to choose words of this row, or go on in its next sentence."""
        if self.workspace.tab == "text" and self.workspace.view != "texts":
            self._choose("next")

    def action_word_right(self) -> None:
        self._choose_on("right")

    def action_word_left(self) -> None:
        self._choose_on("left")

    def action_word_more(self) -> None:
        self._choose_on("more")

    def action_word_less(self) -> None:
        self._choose_on("less")

    def _choose_on(self, step: str) -> None:
        if self.workspace.panel.choice is not None:
            self._choose(step)

    def _choose(self, step: str) -> None:
        panel = self.workspace.panel
        panel.choose_words(step)
        if panel.choice is not None:
            self.say("← → move, ( ) shorter and longer, w next sentence, a note, H highlight, q done")

    def end_choice(self) -> bool:
        """Put the choice of words away; False when there is none."""
        chosen = self.workspace.panel.choice is not None
        self.workspace.panel.choose_words("end")
        return chosen

    # Everything else the reader can say

    def action_reviewed(self) -> None:
        """Mark the row as reviewed and go on; on a reviewed row take the mark away."""
        if (place := self._place()) is not None and self._opened is not None:
            now_reviewed = self._opened.notebook.review(place)
            self.changed("")
            if now_reviewed:
                self.action_next()

    def action_verdict(self) -> None:
        """Give the row a verdict with one digit."""
        if (place := self._place()) is not None:
            self.ask("Verdict on this row", list(self.settings.verdicts), lambda answer: self._judge(place, answer))

    def _judge(self, place: int, verdict: str) -> None:
        if self._opened is not None:
            self._opened.notebook.judge(place, verdict)
            self.changed(f"{verdict}; u undoes")

    def action_highlight(self) -> None:
        """Highlight the row, or the words selected with the mouse, without a note."""
        if (place := self._place()) is not None and self._opened is not None:
            on_now = self._opened.notebook.highlight(place, self.workspace.selected_target())
            self.changed("highlighted; H takes it away" if on_now else "highlight taken away")

    def action_same_note(self) -> None:
        """The latest note once more, on this row."""
        if (place := self._place()) is not None and self._opened is not None:
            text = self._opened.notebook.same_as_last(place)
            self.changed(f"noted: {text}" if text else "There is no note yet that could be written again.")

    def action_correct(self) -> None:
        """Say that a link is wrong, or make one."""
        row, place = self.workspace.row, self._place()
        if row is None or place is None or self._opened is None:
            return
        answers = [_NO_MATCH] if row.link is not None else []
        answers += [_NO_CONFLICT] if row.kind == "conflict" else []
        answers += [_MATCH_HERE] if self._match_from not in (None, place) else []
        self.ask("Correct this row", [*answers, _MATCH_FROM], lambda answer: self._correct(place, answer))

    def _correct(self, place: int, answer: str) -> None:
        if self._opened is None:
            return
        comparison = self._opened.comparison
        row = comparison.rows[place]
        link = comparison.links[row.link] if row.link is not None else row
        if answer == _MATCH_FROM:
            self._match_from = place
            self.say("Go to the sentence that belongs to this one and press L again.")
            return
        if answer == _MATCH_HERE and self._match_from is not None:
            other = comparison.rows[self._match_from]
            left, right = row.left or other.left, other.right or row.right
            if row.left and other.left and row.right and other.right:
                left, right = row.left, other.right
            self._match_from = None
            if not left or not right:
                self.say("A match needs a sentence of A and one of B.")
                return
            self._amend("match", left, right)
        else:
            self._amend("not a match" if answer == _NO_MATCH else "not a conflict", link.left, link.right)

    def _amend(self, kind: str, left: tuple[int, ...], right: tuple[int, ...]) -> None:
        if self._opened is not None:
            place = self._opened.notebook.amend(kind, left, right)  # type: ignore[arg-type]  # one of the three kinds
            self._renew(place)
            self.changed(f"{kind}: your own word; u undoes")

    def action_undo(self) -> None:
        """Take back the latest change."""
        self._turn("undo")

    def action_redo(self) -> None:
        """Do again what was undone."""
        self._turn("redo")

    def _turn(self, which: str) -> None:
        if self._opened is None:
            return
        before = self._opened.comparison
        book = self._opened.notebook
        says = book.undo() if which == "undo" else book.redo()
        if self._opened.comparison is not before:
            self._renew(self.workspace.place)
        word = "Undone" if which == "undo" else "Done again"
        self.changed(f"{word}: {says}." if says else f"Nothing to {which}.")

    def _renew(self, place: int | None) -> None:
        """Show the comparison with the reader's corrections; the reader stays near the place."""
        if self._opened is not None:
            book = self._opened.notebook
            self.workspace.renew(self._opened.comparison, book.texts(), book.reviewed, place)
