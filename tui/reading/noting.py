"""What the reader adds to a single article: notes, verdicts, tags, highlights."""

from collections.abc import Sequence
from dataclasses import asdict

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from tui.editor import write_in_editor
from tui.framed import Framed
from tui.reader import Reader
from widgets.note_sheet import NoteFields, NoteSheet
from widgets.word_choice import HINT, WordChoice, WordStep


class ArticleNoting(Container, Framed):
    """Changes the notebook of the article under the cursor; every change is written at once. Shows the sheet."""

    DEFAULT_CSS = """
    ArticleNoting { height: auto; }
    """

    def __init__(self, reader: Reader, verdicts: Sequence[str]) -> None:
        super().__init__()
        self._reader = reader
        self._verdicts = verdicts
        self._step_told = False

    def compose(self) -> ComposeResult:
        yield NoteSheet(self._verdicts)

    @property
    def sheet(self) -> NoteSheet:
        """Where notes are written."""
        return self.query_one(NoteSheet)

    def action_note(self) -> None:
        """Write a note on the sentence, or on the words selected, or go on with the one that is there."""
        self._write_note("TextArea")

    def action_tags(self) -> None:
        """Write tags on the sentence."""
        self._write_note("#note-tags")

    def _write_note(self, field: str) -> None:
        place = self._place()
        if place is None or self._reader.opened is None:
            return
        sentence, words = place
        book = self._reader.opened.notebook
        note = book.begin(sentence, words)
        self._step_told = False
        fields = NoteFields(note.text, note.verdict, tuple(note.tags), note.evidence)
        about = "words of sentence" if words else "sentence"
        self.sheet.open(f" Note on {about} {sentence + 1} ", fields, book.tags, at=field)
        self._screen.run_later(lambda: self._reader.pane.go_to(sentence))

    def _place(self) -> "tuple[int, tuple[int, int, int] | None] | None":
        """The sentence, and the words of it that are selected; None where there is no text to write on."""
        if self._reader.pane.raw:
            self._screen.status("Notes belong to the text; R goes back to it.")
            return None
        words = self._reader.pane.selected_words()
        if words is not None:
            return words[0], words
        sentence = self._reader.pane.choose()
        if sentence is None:
            self._screen.status("There is no text to write on.")
        return None if sentence is None else (sentence, None)

    def take(self, fields: NoteFields) -> None:
        """Put what stands in the sheet into the note that is being written."""
        if self.sheet.is_open:
            self._take(fields)

    def _take(self, fields: NoteFields) -> None:
        if self._reader.opened is not None:
            self._reader.opened.notebook.take(**{**asdict(fields), "tags": list(fields.tags)})
            self._reader.noted("", new_step=not self._step_told)
            self._step_told = True

    @on(NoteSheet.Edited)
    def _edited(self, message: NoteSheet.Edited) -> None:
        message.stop()
        self._take(message.fields)

    @on(NoteSheet.Closed)
    def _sheet_closed(self, message: NoteSheet.Closed) -> None:
        message.stop()
        self._reader.pane.focus()
        self._screen.status("Noted; u undoes." if self._step_told else "")

    @on(NoteSheet.EditorWanted)
    def _to_editor(self, message: NoteSheet.EditorWanted) -> None:
        """Go on writing in the reader's own editor."""
        message.stop()
        write_in_editor(self._screen.app, self.sheet, self._screen.status)

    # Choosing words with the keyboard

    def action_words(self) -> None:
        """Begin to choose words of the sentence, or go on in the next one."""
        if self._place() is not None:
            self._choose("next")

    def action_word_right(self) -> None:
        self._choose("right")

    def action_word_left(self) -> None:
        self._choose("left")

    def action_word_more(self) -> None:
        self._choose("more")

    def action_word_less(self) -> None:
        self._choose("less")

    def _choose(self, step: WordStep) -> None:
        pane = self._reader.pane
        choice = pane.choice
        if choice is not None:
            choice.take(step)
        elif step == "next":
            choice = WordChoice(pane.sentences_ahead())
        pane.show_choice(choice)
        self._screen.status(HINT)

    def end_choice(self) -> bool:
        """Put the choice of words away; False when there is none."""
        chosen = self._reader.pane.choice is not None
        if chosen:
            self._reader.pane.show_choice(None)
        return chosen

    # Without the sheet

    def action_verdict(self) -> None:
        """Give the sentence, or the words selected, a verdict with one digit."""
        if (place := self._place()) is None or self._reader.opened is None:
            return
        book = self._reader.opened.notebook

        def judged(verdict: str) -> None:
            book.judge(place[0], verdict, place[1])
            self._reader.noted(f"{verdict}; u undoes")

        about = "these words" if place[1] else "this sentence"
        self._screen.ask(f"Verdict on {about}", list(self._verdicts), judged)

    def action_highlight(self) -> None:
        """Highlight the sentence, or the words selected, without a note; again: remove it."""
        if (place := self._place()) is not None and self._reader.opened is not None:
            on_now = self._reader.opened.notebook.highlight(*place)
            self._screen.clear_selection()
            self._reader.noted("Highlighted; H removes it." if on_now else "Highlight removed.")
