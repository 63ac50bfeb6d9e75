"""A short question with a few answers, each on a digit."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static


class AskScreen(ModalScreen[str | None]):
    """Gives the answer chosen, or None. A digit answers at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "cancel", "Cancel", show=False),
        *(Binding(str(digit), f"answer({digit})", f"Answer {digit}", show=False) for digit in range(1, 10)),
    ]

    def __init__(self, question: str, answers: Sequence[str]) -> None:
        super().__init__()
        self._question = question
        self._answers = answers

    def compose(self) -> ComposeResult:
        with Vertical(id="ask"):
            yield Static(self._question, id="ask-question", markup=False)
            for number, answer in enumerate(self._answers, 1):
                yield Static(f" {number}  {answer}", markup=False)
            yield Static(" q  leave it as it is", id="ask-cancel", markup=False)

    def action_answer(self, number: int) -> None:
        """Give an answer by its number."""
        if number <= len(self._answers):
            self.dismiss(self._answers[number - 1])

    def action_cancel(self) -> None:
        """Give none."""
        self.dismiss(None)
