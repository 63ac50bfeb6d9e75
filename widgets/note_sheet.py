"""The note editor: a sheet below the comparison, so that both sentences stay in sight. Kept as it is typed.

Four fields: a verdict (digits or arrows), tags (digits take a recent one), a link to evidence, and the words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from widgets.sheet import Sheet
from widgets.wrapping import shortened

PAUSE_SECONDS = 0.4
"""So long after the last key, and at the latest after twice that, what was typed is handed over to be saved."""


@dataclass(frozen=True, slots=True)
class NoteFields:
    """What is written in a note."""

    text: str = ""
    verdict: str = ""
    tags: tuple[str, ...] = field(default_factory=tuple)
    evidence: str = ""


class VerdictLine(Widget, can_focus=True):
    """One verdict of a list, or none: a digit takes it or takes it away, the arrows go through them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "step(1)", "Next", show=False),
        Binding("left", "step(-1)", "Previous", show=False),
        *(Binding(str(digit), f"take({digit})", f"Verdict {digit}", show=False) for digit in range(1, 10)),
    ]
    DEFAULT_CSS = """
    VerdictLine { height: 1; width: 1fr; color: $dim-text; }
    VerdictLine:focus { background: $cursor-row; color: $foreground; }
    """

    def __init__(self, verdicts: Sequence[str]) -> None:
        super().__init__()
        self._verdicts = verdicts
        self.verdict = ""

    def show(self, verdict: str) -> None:
        """Show a verdict as chosen."""
        self.verdict = verdict
        self.refresh()

    def action_take(self, number: int) -> None:
        """Choose a verdict by its number, or take it away again."""
        if number <= len(self._verdicts):
            chosen = self._verdicts[number - 1]
            self.show("" if chosen == self.verdict else chosen)

    def action_step(self, direction: int) -> None:
        """Choose the next one; before the first and after the last there is none."""
        choices = ["", *self._verdicts]
        at = choices.index(self.verdict) if self.verdict in choices else 0
        self.show(choices[(at + direction) % len(choices)])

    def render(self) -> Content:
        shown = [
            f"[{number} {verdict}]" if verdict == self.verdict else f"{number} {verdict}"
            for number, verdict in enumerate(self._verdicts, 1)
        ]
        return Content(shortened(" ".join(shown), max(1, self.size.width)))


class TagsInput(Input):
    """Tags with blanks or commas between them. A digit where a tag would begin takes a recent one."""

    def __init__(self) -> None:
        super().__init__(compact=True, id="note-tags")
        self.recent: Sequence[str] = ()

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags, each once, without their sign."""
        return tuple(dict.fromkeys(tag for word in re.split(r"[\s,;]+", self.value) if (tag := word.strip("#"))))

    def on_key(self, event: events.Key) -> None:
        """Put a recent tag in the place of its digit."""
        starts = self.cursor_position == len(self.value) and (not self.value or self.value[-1] in " ,;")
        if starts and event.key.isdigit() and 0 < int(event.key) <= len(self.recent):
            event.prevent_default()
            event.stop()
            self.insert_text_at_cursor(f"#{self.recent[int(event.key) - 1]} ")


class NoteSheet(Sheet):
    """Edits one note. The owner saves on every `Edited`; `Closed` always comes after the last `Edited`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f2,ctrl+s", "close", "Done", id="note.close", show=False, tooltip="done; the note is saved"),
        Binding("f4", "editor", "Editor", id="note.editor", show=False, tooltip="write it in your own $EDITOR"),
    ]
    DEFAULT_CSS = """
    NoteSheet {
        height: 11;
        & TextArea, & TextArea:focus { border: none; padding: 0 1; background: $surface; height: 1fr; }
        & Static { width: 8; }
        & #note-recent { width: auto; max-width: 50%; }
    }
    """

    @dataclass
    class Edited(Message):
        """The note has changed."""

        fields: NoteFields

    @dataclass
    class Closed(Message):
        """The reader is done."""

    @dataclass
    class EditorWanted(Message):
        """The reader wants to go on in an editor of their own."""

    def __init__(self, verdicts: Sequence[str] = ()) -> None:
        super().__init__()
        self._verdicts = verdicts
        self._handed_over = NoteFields()

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield VerdictLine(self._verdicts)
        with Horizontal():
            yield Static("Tags", markup=False)
            yield TagsInput()
            yield Static("", id="note-recent", markup=False)
        with Horizontal():
            yield Static("Link", markup=False)
            yield Input(compact=True, id="note-evidence", placeholder="evidence: an address, a file, a page")
        yield TextArea(soft_wrap=True, show_line_numbers=False, tab_behavior="focus", highlight_cursor_line=False)

    def on_mount(self) -> None:
        self._timer = self.set_interval(PAUSE_SECONDS, self.hand_over, pause=True)
        self.border_subtitle = "saved as you type"

    @property
    def fields(self) -> NoteFields:
        """What stands in the fields now."""
        return NoteFields(
            self.query_one(TextArea).text,
            self.query_one(VerdictLine).verdict,
            self.query_one(TagsInput).tags,
            self.query_one("#note-evidence", Input).value.strip(),
        )

    def open(self, title: str, fields: NoteFields, recent: Sequence[str] = (), *, at: str = "TextArea") -> None:
        """Show the sheet with a note to edit, the field `at` ready; `recent` tags can be taken with digits."""
        self.border_title = Content(title)  # a Content is never read as markup
        self.put_text(fields.text)
        self.query_one(VerdictLine).show(fields.verdict)
        tags = self.query_one(TagsInput)
        tags.recent = recent[:9]
        tags.value = "".join(f"#{tag} " for tag in fields.tags)
        self.query_one("#note-evidence", Input).value = fields.evidence
        shown = "  ".join(f"{number} #{tag}" for number, tag in enumerate(tags.recent[:5], 1))
        self.query_one("#note-recent", Static).update(Content(f"recent: {shown}" if shown else ""))
        self._handed_over = fields
        self.show_form(at)
        self._timer.resume()

    def put_text(self, text: str) -> None:
        """Replace the words."""
        area = self.query_one(TextArea)
        area.load_text(text)
        area.move_cursor(area.document.end)

    def hand_over(self) -> None:
        """Tell the owner of what was typed since the last time."""
        if (fields := self.fields) != self._handed_over:
            self._handed_over = fields
            self.post_message(self.Edited(fields))

    def action_close(self) -> None:
        """Put the sheet away; what was typed has been handed over before."""
        if self.is_open:
            self.hand_over()
            self._timer.pause()
            self.hide_form()
            self.post_message(self.Closed())

    def action_editor(self) -> None:
        """Go on in an editor of the reader's own."""
        self.post_message(self.EditorWanted())

    @on(TextArea.Changed)
    @on(Input.Changed)
    @on(Input.Submitted)
    def _stop(self, event: Message) -> None:
        event.stop()
