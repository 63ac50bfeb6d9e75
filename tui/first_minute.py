"""The first minute: a card that tells what to do, and the reader's own folder in place of the sample stories."""

from storyreader import application, loading
from storyreader.errors import StoryReaderError
from storyreader.paths import shown
from storyreader.settings import settings_file
from storyreader.visible import visible
from tui.framed import FramedScreen
from tui.prompts import OpenScreen
from tui.scanner import Scanner
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
    """Shows the card until it is put away, and opens what the reader names; addresses of the web only with `fetch`."""

    def __init__(self, screen: FramedScreen, scanner: Scanner, card: FirstCard, *, fetch: bool = False) -> None:
        self._screen = screen
        self._scanner = scanner
        self._fetch = fetch
        self._card = card
        card.set_class(not screen.opener.remembered.card_put_away, "shown")

    def action_open(self) -> None:
        """Ask for a folder, file, address or text and read it too, in place of the sample stories."""
        self._screen.app.push_screen(OpenScreen(), self._open)

    def _open(self, given: str | None) -> None:
        given = (given or "").strip()
        try:
            if "\n" in given:
                file = application.keep_pasted(given)
                self._scanner.open(str(file))
                self._screen.status(f"The text is kept as {shown(file)}.")
            elif loading.is_address(given):
                self._get(given)
            elif given:
                self._scanner.open(given)
        except StoryReaderError as error:
            self._screen.status(f"! {error}")

    def _get(self, address: str) -> None:
        if not self._fetch:
            raise StoryReaderError(
                "Nothing is got from the web unless you allow it.", f'Put fetch = "on" into {shown(settings_file())}.'
            )
        self._screen.status(f"Getting {visible(address)}…")
        self._scanner.get(address)

    def action_dismiss_card(self) -> None:
        """Put the first card away for good."""
        self._card.remove_class("shown")
        self._screen.opener.keep_in_mind(card_put_away=True)
