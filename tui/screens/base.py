"""What all screens share: the frame, the way from a key to what it does, and the line that asks for more room."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, cast

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from storyreader import application
from storyreader.paths import shown
from tui.background import ThreadFault
from tui.keymap import ACTIONS, KEY_LINE
from widgets.frame import HeadLine, KeyLine, StatusLine

if TYPE_CHECKING:
    from storyreader.application import Files, Saved
    from storyreader.library import Entry


class ScreenOpener(Protocol):
    """What a screen asks of the app: it names the screen to be opened, and the app knows how."""

    blind: bool

    def open_comparison(self, source: "Files | Saved", others: "Sequence[Entry]" = ()) -> None:
        """Compare two files, or open a saved comparison. J, K and C go through `others`."""

    def open_saved_list(self) -> None:
        """List the saved comparisons."""

    def show_article(self, article: str) -> bool:
        """Go to an article of the library, by its id; False when it is not there."""

    def choose_article(self, title: str, entries: "Sequence[Entry]", then: Callable[[str], None]) -> None:
        """Have the reader choose an article by name; `then` gets its path, unless the reader gives up."""


class FramedScreen(Screen[None]):
    """Head line, body, status line, key line. `name_in_keymap` says which actions work here.

    An action is done by the first of the `parts` that has a method for it: `action_next` for "next".
    """

    name_in_keymap: ClassVar[str] = ""

    def compose(self) -> ComposeResult:
        yield HeadLine()
        yield Static("storyreader needs 40 columns and 10 rows. Make the window larger, or press Q to quit.",
                     id="too-small", markup=False)  # fmt: skip
        yield from self.body()
        yield StatusLine()
        by_id = {action.id: action.short for action in ACTIONS}
        yield KeyLine([by_id[name] for name in KEY_LINE[self.name_in_keymap]])

    def body(self) -> Iterator[Widget]:
        """The widgets between head and status line."""
        yield from ()

    def on_mount(self) -> None:
        # two quick keys can leave a screen before its widgets are there, or when they are gone again
        if self.query(StatusLine):
            self.begin()

    def begin(self) -> None:
        """What the screen does first, once its widgets are there."""

    @property
    def opener(self) -> ScreenOpener:
        """The app, as far as a screen knows it."""
        return cast("ScreenOpener", self.app)

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
        """A key whose action cannot be done now does nothing."""
        if action == "perform":
            return self.handler(str(parameters[0])) is not None
        return super().check_action(action, parameters)

    def action_perform(self, action: str) -> None:
        """Do an action of the keymap."""
        if (method := self.handler(action)) is not None:
            method()

    # The lines above and below

    @on(ThreadFault)
    def _name_fault(self, message: ThreadFault) -> None:
        """A fault of our own in a thread must not pass in silence: name it, and keep its details in the log."""
        message.stop()
        file = application.write_log(message.error)
        self.status(f"! storyreader has a fault of its own: {message.error!r}. Details are in {shown(file)}.")

    def head(self, left: str, right: str = "") -> None:
        """Change the head line."""
        self.query_one(HeadLine).show(left, right)

    def status(self, left: str, right: str = "") -> None:
        """Change the status line."""
        self.query_one(StatusLine).show(left, right)

    def blind_changed(self) -> None:
        """The outlets' names are to be hidden, or shown again."""

    def keep_everything(self) -> None:
        """Write what is not on the disk yet."""

    def run_later(self, call: Callable[[], Any]) -> None:
        """Call something once what has changed is on the screen."""
        self.call_after_refresh(call)
