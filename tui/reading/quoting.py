"""From the article to what lies outside the app: its page in a browser, its links, and copies of its words."""

from dataclasses import dataclass

from textual import on
from textual.message import Message

from storyreader import application, library
from storyreader.article import Article
from storyreader.cleaning import PageLink
from storyreader.errors import StoryReaderError
from storyreader.messages import quotation, source_line
from storyreader.paths import shown
from tui.background import Background, in_thread
from tui.framed import Framed
from tui.reader import Reader


class Quoting(Background, Framed):
    """Takes the words and the sources of the article under the cursor out of the app."""

    @dataclass
    class Done(Message):
        """What came of it, in words for the status line."""

        text: str

    @dataclass
    class LinksFound(Message):
        """The links of the article's page."""

        links: list[PageLink]

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader

    @on(Done)
    def _tell(self, message: Done) -> None:
        message.stop()
        self._screen.status(message.text)

    # Copying

    def action_copy(self) -> None:
        """Copy the words selected, else the sentence, with the full citation."""
        article, pane = self._reader.pane.article, self._reader.pane
        if article is None:
            self._screen.status("There is no article to copy from.")
            return
        words = self._screen.get_selected_text()
        if pane.choice is not None:
            start, end = pane.choice.span
            words = article.sentences[pane.choice.place].text[start:end]
        if not words and pane.line is not None:
            words = pane.line.text
        elif not words and (sentence := pane.choose()) is not None:
            words = article.sentences[sentence].text
        if words:
            self.copy(quotation(article, words, blind=self._screen.opener.blind))

    def action_copy_source(self) -> None:
        """Copy the citation alone."""
        if (article := self._reader.pane.article) is not None:
            self.copy(source_line(article, blind=self._screen.opener.blind))

    def copy(self, text: str) -> None:
        """Copy a text to the terminal's clipboard, which not every terminal allows, and to a file."""
        self.app.copy_to_clipboard(text)
        self._keep(text)

    @in_thread("copies")
    def _keep(self, text: str) -> None:
        try:
            file = application.keep_copy(text)
            self.post_message(self.Done(f"Copied, also to {shown(file)}"))
        except StoryReaderError as error:
            self.post_message(self.Done(f"Copied to the terminal's clipboard alone: {error}"))

    # Opening

    def action_original(self) -> None:
        """Show the page in the reader's browser: at its address, else as its file."""
        if (article := self._reader.pane.article) is not None:
            self._open(application.address_of(article))

    @in_thread("outside")
    def _open(self, address: str) -> None:
        try:
            application.open_outside(address)
            self.post_message(self.Done(f"Opened in the browser: {shown(address)}"))
        except StoryReaderError as error:
            self.post_message(self.Done(f"! {error}"))

    def action_links(self) -> None:
        """List the links of the page; one that is chosen is opened, or its address copied."""
        if (article := self._reader.pane.article) is not None:
            self._find_links(article)

    @in_thread("links", exclusive=True)
    def _find_links(self, article: Article) -> None:
        try:
            self.post_message(self.LinksFound(library.read_links(article)))
        except StoryReaderError as error:
            self.post_message(self.Done(f"! {error}"))

    @on(LinksFound)
    def _show_links(self, message: LinksFound) -> None:
        message.stop()
        if not message.links:
            self._screen.status("There are no links to other pages in it.")
            return

        def chosen(way: str, address: str) -> None:
            (self._open if way == "open" else self.copy)(address)

        self._screen.opener.choose_link(message.links, chosen)
