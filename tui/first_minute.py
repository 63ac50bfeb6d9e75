"""The first minute: a card that tells what to do, and the reader's own folder in place of the sample stories."""

from storyreader.errors import StoryReaderError
from tui import screens
from tui.scanner import Scanner
from tui.screens.base import FramedScreen
from widgets.first_card import FirstCard

CARD = (
    "storyreader shows what two accounts of one event share, reword and contradict.",
    "c compares an article with its closest account; Space marks any two.",
    "There n goes to the next difference, a writes a note, Space marks it seen.",
    "A opens your own folder or files: saved web pages, or pages pasted as text.",
    "? shows all keys, : finds one by name, d puts this card away for good.",
)
"""What a new reader should know."""


class FirstMinute:
    """Shows the card until it is put away, and opens folders and files."""

    def __init__(self, screen: FramedScreen, scanner: Scanner, card: FirstCard) -> None:
        self._screen = screen
        self._scanner = scanner
        self._card = card
        card.set_class(not screen.opener.remembered.card_put_away, "shown")

    def action_open(self) -> None:
        """Ask for a folder or file and read it too, in place of the sample stories."""
        asked = screens.WriteScreen("Folder or file to open", "", suggester=screens.PathSuggester())
        self._screen.app.push_screen(asked, self._open)

    def _open(self, path: str | None) -> None:
        if path and path.strip():
            try:
                self._scanner.open(path.strip())
            except StoryReaderError as error:
                self._screen.status(f"! {error}")

    def action_dismiss_card(self) -> None:
        """Put the first card away for good."""
        self._card.remove_class("shown")
        self._screen.opener.keep_in_mind(card_put_away=True)
