"""Short questions over a screen: a few answers, each on a digit, or a line to write."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key, Paste
from textual.message import Message
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, Static

from storyreader.visible import visible
from widgets.form import QUIT


class AskScreen(ModalScreen[str | None]):
    """Gives the answer chosen, or None. A digit answers at once, 0 the tenth."""

    CSS_PATH = "prompts.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        QUIT,
        Binding("escape,q", "cancel", "Cancel", show=False),
        *(Binding(str(at % 10), f"answer({at})", f"Answer {at % 10}", show=False) for at in range(1, 11)),
    ]

    def __init__(self, question: str, answers: Sequence[str]) -> None:
        super().__init__()
        self._question = question
        self._answers = answers

    def compose(self) -> ComposeResult:
        with Vertical(id="ask"):
            yield Static(self._question, id="ask-question", markup=False)
            for number, answer in enumerate(self._answers, 1):
                yield Static(f" {number % 10}  {answer}", markup=False)
            yield Static(" q  cancel", id="ask-cancel", markup=False)

    def action_answer(self, number: int) -> None:
        """Give an answer by its number."""
        if number <= len(self._answers):
            self.dismiss(self._answers[number - 1])

    def action_cancel(self) -> None:
        """Give none."""
        self.dismiss(None)


class PathInput(Input):
    """A line for a path that knows when lines are pasted into it, which no path is."""

    @dataclass
    class LinesPasted(Message):
        """Several lines were pasted."""

        text: str

    def _on_paste(self, event: Paste) -> None:
        if len([line for line in event.text.splitlines() if line.strip()]) > 1:
            event.stop()
            event.prevent_default()  # else the first line is put in, by the class above
            self.post_message(self.LinesPasted("\n".join(event.text.splitlines())))  # terminals send returns


class WriteScreen(ModalScreen[str | None]):
    """Gives the line written, or None when the reader cancels."""

    CSS_PATH = "prompts.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [QUIT, Binding("escape", "cancel", "Cancel", show=False)]

    def __init__(self, question: str, text: str, suggester: Suggester | None = None) -> None:
        super().__init__()
        self._question = question
        self._text = text
        self._suggester = suggester

    def compose(self) -> ComposeResult:
        with Vertical(id="ask"):
            yield Static(self._question, id="ask-question", markup=False)
            yield Input(self._text, compact=True, suggester=self._suggester)
            completes = "   → completes" if self._suggester else ""
            yield Static(f"Enter confirms   Esc cancels{completes}", id="ask-cancel", markup=False)

    @on(Input.Submitted)
    def _done(self, message: Input.Submitted) -> None:
        message.stop()
        self.dismiss(message.value)

    def action_cancel(self) -> None:
        """Give none."""
        self.dismiss(None)


class OpenScreen(WriteScreen):
    """Asks for a file, a folder or an address; lines pasted into it are a page's text, and are given as they are."""

    def __init__(self) -> None:
        super().__init__("File or folder to open; or paste a page's text here", "", PathSuggester())
        self._pasted = ""

    def compose(self) -> ComposeResult:
        with Vertical(id="ask"):
            yield Static(self._question, id="ask-question", markup=False)
            yield PathInput(compact=True, suggester=self._suggester)
            yield Static("Enter confirms   Esc cancels   → completes", id="ask-cancel", markup=False)

    @on(PathInput.LinesPasted)
    def _take_lines(self, message: PathInput.LinesPasted) -> None:
        message.stop()
        self._pasted = message.text
        first = next(line for line in message.text.splitlines() if line.strip())
        words = len(message.text.split())
        self.query_one("#ask-question", Static).update(Content(visible(f"Text of {words} words: {first.strip()}")))
        self.query_one(PathInput).disabled = True
        self.query_one("#ask-cancel", Static).update("Enter adds it as a page   Esc cancels")

    def on_key(self, event: Key) -> None:
        """Enter confirms what was pasted."""
        if self._pasted and event.key == "enter":
            event.stop()
            self.dismiss(self._pasted)


class PathSuggester(Suggester):
    """Completes the last part of a path by what is on the disk, folders first."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        folder, slash, beginning = value.rpartition("/")
        try:
            there = sorted(Path(f"{folder}{slash}" or ".").expanduser().iterdir())
        except (OSError, RuntimeError):
            return None
        fitting = [path for path in there if path.name.startswith(beginning) and not path.name.startswith(".")]
        best = next((path for path in fitting if path.is_dir()), fitting[0] if fitting else None)
        return f"{folder}{slash}{best.name}{'/' if best.is_dir() else ''}" if best is not None and beginning else None
