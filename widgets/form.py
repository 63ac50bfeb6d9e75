"""What keeps the keys while the reader writes in it: the sheets, and the line in which a search is typed."""

from typing import Any, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.widget import Widget

QUIT = Binding("ctrl+q", "app.quit", "Quit", id="form.quit", show=False, tooltip="quit; what was written is kept")
"""The one key of the app that works inside forms and dialogs, whatever the reader's own keys are."""


def is_written_in(app: App[Any]) -> bool:
    """Whether the reader is in a field of an open form, or in one of a question."""
    field = app.focused
    if field is not None and app.screen.is_modal and hasattr(field, "insert_text_at_cursor"):
        return True
    return field is not None and any(isinstance(around, Form) and around.is_open for around in field.ancestors)


class Form(Widget):
    """Fields in a frame, out of sight until it is opened. While it is open, no key reaches what lies behind it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", "Next field", id="form.next", show=False),
        Binding("shift+tab", "app.focus_previous", "Field before", id="form.previous", show=False),
        Binding("f1", "app.help", "Keys", id="form.keys", show=False, tooltip="show these keys"),
        QUIT,
    ]
    DEFAULT_CSS = """
    Form { display: none; height: auto; }
    Form.shown { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.trap_focus()  # Tab goes round among the fields

    @property
    def is_modal(self) -> bool:
        """Textual looks for a key's binding no further than here."""
        return True

    @property
    def is_open(self) -> bool:
        """Whether the reader writes in it, even where the window is too small to show it."""
        return self.has_class("shown")

    @property
    def own_keys(self) -> list[Binding]:
        """Its keys, those of all forms last."""
        own = type(self).BINDINGS if type(self).BINDINGS is not Form.BINDINGS else []
        alone = sum(widget.can_focus for widget in self.query(Widget)) < 2
        bindings = [binding for binding in (*own, *Form.BINDINGS) if isinstance(binding, Binding)]
        return [binding for binding in bindings if not (alone and "focus" in binding.action)]

    def show_form(self, field: str) -> None:
        """Open it, with the field that a selector names ready at once: the next key is meant for it."""
        self.add_class("shown")
        self.screen.set_focus(self.query_one(field))

    def hide_form(self) -> None:
        """Put it away at once: the next key is no longer meant for it."""
        self.remove_class("shown")
        self.screen.set_focus(None)
