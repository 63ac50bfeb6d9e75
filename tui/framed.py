"""What all screens share: the frame, the way from a key to what it does, and the line that asks for more room."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, cast

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from storyreader import application
from storyreader.paths import shown
from tui.background import ThreadFault
from tui.keymap import action_named, works_in
from tui.mode_keys import Key, form_keys, line_of, mode_keys
from tui.prompts import AskScreen
from widgets.form import Form
from widgets.frame import Clicked, HeadLine, KeyLine, LineKey, StatusLine

if TYPE_CHECKING:
    from storyreader.application import BoardFiles, Files, Saved
    from storyreader.cleaning import PageLink
    from storyreader.library import Entry
    from storyreader.remembered import Remembered


class ScreenOpener(Protocol):
    """What a screen asks of the app: it names the screen to be opened, and the app knows how."""

    blind: bool
    own_keys: dict[str, str]
    remembered: "Remembered"

    def keep_in_mind(self, **changes: str | bool) -> None:
        """Remember how the reader likes it: fields of `Remembered`."""

    def remember(self, message: str) -> None:
        """Keep a message, so that the reader can see it whole later."""

    def load_screens(self) -> None:
        """Load what the reader is likely to open next, beside the screen."""

    def open_comparison(self, source: "Files | Saved", others: "Sequence[Entry]" = ()) -> None:
        """Compare two files, or open a saved comparison. J, K and C go through `others`."""

    def open_board(self, source: "BoardFiles | str") -> None:
        """Lay many accounts beside each other, or open a saved board by its name."""

    def open_saved_list(self) -> None:
        """List the saved comparisons."""

    def show_article(self, article: str, sentence: int | None = None) -> bool:
        """Go to an article of the library, by its id, and to a sentence of it; False when it is not there."""

    def choose_link(self, links: "Sequence[PageLink]", then: Callable[[str, str], None]) -> None:
        """Have the reader choose a link; `then` gets whether to "open" or to "copy" it, and its address."""

    def choose_article(self, title: str, entries: "Sequence[Entry]", then: Callable[[str], None]) -> None:
        """Have the reader choose an article by name; `then` gets its path, unless the reader gives up."""


class Framed:
    """What a widget on a framed screen has beside its class: the screen, known as one.

    It stands after the widget's own class, from which the style sheet is taken.
    """

    @property
    def _screen(self) -> "FramedScreen":
        assert isinstance(self, Widget)
        return cast("FramedScreen", self.screen)


class FramedScreen(Screen[None]):
    """Head line, body, status line, key line. `name_in_keymap` says which actions work here.

    An action is done by the first of the `parts` that has a method for it: `action_next` for "next".
    """

    name_in_keymap: ClassVar[str] = ""

    @property
    def mode(self) -> str:
        """The mode of the keymap that the screen is in."""
        return self.name_in_keymap

    @property
    def keys(self) -> list[Key]:
        """The keys that work now."""
        return form_keys(self.form) if self.form is not None else mode_keys(self.mode, self.opener.own_keys)

    def compose(self) -> ComposeResult:
        yield HeadLine()
        yield Static("storyreader needs 40 columns and 10 rows. Make the window larger, or press Q to quit.",
                     id="too-small", markup=False)  # fmt: skip
        yield from self.body()
        yield StatusLine()
        yield KeyLine()

    def body(self) -> Iterator[Widget]:
        """The widgets between head and status line."""
        yield from ()

    def on_mount(self) -> None:
        # two quick keys can leave a screen before its widgets are there, or when they are gone again
        if self.query(StatusLine):
            self.begin()
            self.show_keys()

    def begin(self) -> None:
        """What the screen does first, once its widgets are there."""

    @property
    def opener(self) -> ScreenOpener:
        """The app, as far as a screen knows it."""
        return cast("ScreenOpener", self.app)

    # Short questions

    def ask(self, question: str, answers: list[str], then: Callable[[str], object]) -> None:
        """Ask a short question; `then` gets the answer, unless the reader leaves it as it is."""

        def answered(answer: str | None) -> None:
            if answer is not None:
                then(answer)

        self.app.push_screen(AskScreen(question, answers), answered)

    # Who has the keys

    @property
    def too_small(self) -> bool:
        """Whether nothing but the line that asks for more room can be shown."""
        return self.has_class("-slim") or self.has_class("-flat")

    @property
    def form(self) -> Form | None:
        """What the reader writes in; it has all keys until it is put away."""
        return next((form for form in self.query(Form) if form.is_open), None)

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        """While a form is open, neither the mouse nor what arrives from a thread takes the keys away from it, nor a
        window that is too small to show it.
        """
        form = self.form
        if form is None or (widget is not None and form in widget.ancestors and not self.too_small):
            super().set_focus(widget, scroll_visible, from_app_focus)
            self.call_later(self.show_keys)

    # From a key to what it does

    @property
    def parts(self) -> Sequence[object]:
        """Who has the methods of the actions; what cannot be done yet has none."""
        return (self,)

    def handler(self, action: str) -> Callable[[], None] | None:
        """The method that does an action, by its name in the keymap; None while it cannot be done."""
        methods = (getattr(part, f"action_{action}", None) for part in self.parts)
        return next((method for method in methods if method is not None), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key whose action cannot be done or seen now does nothing."""
        if action == "perform":
            asked = action_named(str(parameters[0]))
            return not self.too_small and works_in(asked, self.mode) and self.handler(asked.name) is not None
        return super().check_action(action, parameters)

    def action_perform(self, name: str) -> None:
        """Do an action of the keymap, by its id."""
        if (method := self.handler(action_named(name).name)) is not None:
            method()
            self.show_keys()

    async def run_key(self, key: Key) -> None:
        """Do what a key does, as if it had been pressed."""
        await self.app.run_action(key.action, self.form or self)

    @on(Clicked)
    async def _clicked(self, message: Clicked) -> None:
        message.stop()
        key = next((key for key in self.keys if key.id == message.name), None)
        if key is not None:
            await self.run_key(key)

    # Going back

    def step_back(self) -> bool:
        """Close what was opened last; False when there is nothing."""
        return False

    def end_narrowing(self) -> bool:
        """End what narrows the view: finding, then a filter, then a tab; False when nothing does."""
        return False

    def leave(self) -> None:
        """Go back to the screen from which the reader came."""
        self.dismiss()

    def action_back(self) -> None:
        """Close what was opened last, else leave."""
        if not self.step_back():
            self.leave()

    def action_escape(self) -> None:
        """Close what was opened last, else end what narrows the view, else leave; never the app."""
        if self.step_back() or self.end_narrowing():
            return
        if len(self.app.screen_stack) > 1:
            self.leave()
        else:
            self.status("Esc does not quit; q does.")

    # The lines above and below

    @on(ThreadFault)
    def _name_fault(self, message: ThreadFault) -> None:
        """A fault of our own in a thread must not pass in silence: name it, and keep its details in the log."""
        message.stop()
        file = application.write_log(message.error)
        kind = type(message.error).__name__
        self.status(f"! storyreader has a fault of its own ({kind}). Details are in {shown(file)}.")

    def head(self, left: str, right: str = "", spots: Mapping[str, str] | None = None) -> None:
        """Change the head line; `spots` are stretches of it that stand for an action."""
        self.query_one(HeadLine).show(left, right, spots)
        self.show_unsaved()

    def show_unsaved(self) -> None:
        """Have the head line say, for as long as it is so, that something is not on the disk."""
        for line in self.query(HeadLine):
            line.warn("! NOT SAVED" if application.UNSAVED.problem else "")

    def status(self, left: str, right: str = "", *, message: str | None = None) -> None:
        """Change the status line. `message` is what is worth keeping of it; all of `left` when not given."""
        self.query_one(StatusLine).show(left, right)
        self.opener.remember(left if message is None else message)

    def show_keys(self) -> None:
        """Have the key line show the keys of the present mode."""
        if self.is_running and self.query(KeyLine):
            keys = form_keys(self.form) if self.form is not None else line_of(self.mode, self.opener.own_keys)
            self.query_one(KeyLine).show([LineKey(key.in_line, key.id) for key in keys if key.id])

    def blind_changed(self) -> None:
        """The outlets' names are to be hidden, or shown again."""

    def keep_everything(self) -> None:
        """Write what is not on the disk yet."""

    def run_later(self, call: Callable[[], Any]) -> None:
        """Call something once what has changed is on the screen."""
        self.call_after_refresh(call)
