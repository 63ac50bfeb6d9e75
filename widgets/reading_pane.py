"""The cleaned article to read, or its raw page with a verdict before every line."""

from storyreader.article import Article, PageLine
from storyreader.messages import HIDDEN_OUTLET, time_text
from widgets.block_view import BlockView
from widgets.text_view import TextBlock, TextView

UNSURE = 0.35
"""A page of which less than this share was kept is worth a second look, and the pane says so."""

_REASON_WIDTH = 16
_SHOWN_IN_HEAD = {"headline", "byline", "date"}


class ReadingPane(TextView):
    """Shows one article. `raw` shows the page instead, each line with what cleaning made of it, under a cursor."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(label_width=_REASON_WIDTH, id=id)
        self.article: Article | None = None
        self.raw = False
        self.blind = False
        self._offered = self._taught = 0

    def show(self, article: Article, *, offered: int = 0, taught: int = 0) -> None:
        """Show an article from its top; the same page again, after a correction, from where the reader is.

        `offered` is the number of lines that were corrected on other pages of the outlet, `taught` of those that its
        other pages speak against.
        """
        again = self.article is not None and self.article.path == article.path
        self.article, self._offered, self._taught = article, offered, taught
        self._fill(keep_place=again)

    def renew(self) -> None:
        """Draw the article anew, from where the reader is."""
        if self.article is not None:
            self._fill(keep_place=True)

    def _fill(self, *, keep_place: bool) -> None:
        assert self.article is not None
        cursor, window = self.cursor, self.scroll_offset.y
        self.cursor_bar = self.raw
        self.show_blocks(
            _page(self.article) if self.raw else _cleaned(self.article, self._offered, self._taught, blind=self.blind)
        )
        if keep_place:
            self.set_reactive(BlockView.cursor, min(cursor, max(0, self.block_count() - 1)))
            self.scroll_to(y=window, animate=False, immediate=True)
        elif self.raw:
            self.set_reactive(BlockView.cursor, 1)

    @property
    def line(self) -> PageLine | None:
        """The page line under the cursor of the raw page."""
        if self.article is None or not self.raw:
            return None
        lines = _shown_lines(self.article)
        return lines[self.cursor - 1] if 0 < self.cursor <= len(lines) else None

    def selectable(self, block: int) -> bool:
        return super().selectable(block) and block > 0

    def say(self, *paragraphs: str) -> None:
        """Show words of the app in place of an article: why there is none, and what to do."""
        self.article, self.cursor_bar = None, False
        self.show_blocks([TextBlock(text, "" if at else "title", int(at > 0)) for at, text in enumerate(paragraphs)])

    def toggle_raw(self) -> None:
        """Change between the cleaned article and the page as it was read."""
        self.raw = not self.raw
        if self.article is not None:
            self._fill(keep_place=False)


def _cleaned(article: Article, offered: int, taught: int, *, blind: bool) -> list[TextBlock]:
    outlet = article.publisher or "outlet unknown"
    wire = f" · wire: {article.agency}" if article.agency and article.agency != article.publisher else ""
    blocks = [
        TextBlock(article.headline or "No headline found", "title"),
        TextBlock(f"{HIDDEN_OUTLET if blind else outlet + wire} · {time_text(article.published)}", "dim"),
    ]
    if article.byline and not blind:
        blocks.append(TextBlock(f"By {article.byline}", "dim"))
    hidden = sum(1 for line in article.removed if line.text.strip() and line.reason not in _SHOWN_IN_HEAD)
    minutes = max(1, round(article.words / 230))
    words = f"{article.words} words · {minutes} min"
    blocks.append(TextBlock(f"{words} · {_lines(hidden, 'page line')} hidden (R shows them)", "dim"))
    if article.share_kept < UNSURE and article.paragraphs:
        blocks.append(TextBlock(f"Kept {article.share_kept:.0%} of the page. R shows the rest.", "note"))
    blocks += [TextBlock(f"Note: {note}", "note") for note in article.warnings]
    if article.corrected:
        blocks.append(TextBlock(f"{_lines(len(article.corrected))} corrected by you.", "note"))
    if offered:
        text = f"You corrected {_lines(offered)} like those here on other pages of this outlet. L does the same here."
        blocks.append(TextBlock(text, "note"))
    if taught:
        text = f"This outlet's other pages suggest correcting {_lines(taught)} here. L does so."
        blocks.append(TextBlock(text, "note"))
    blocks += [TextBlock(paragraph, "", 1) for paragraph in article.paragraphs]
    if not article.paragraphs:
        blocks.append(TextBlock("No article text was found on this page. R shows the page as it was read.", "", 1))
    return blocks


def _lines(count: int, word: str = "line") -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _page(article: Article) -> list[TextBlock]:
    heading = "The page as it was read, with a verdict before each line. L corrects a line, R goes back."
    lines = [
        TextBlock(line.text, "" if line.kept else "dim", int(at == 0), _verdict(article, line))
        for at, line in enumerate(_shown_lines(article))
    ]
    return [TextBlock(heading, "dim"), *lines]


def _shown_lines(article: Article) -> list[PageLine]:
    return [line for line in article.lines if line.text.strip()]


def _verdict(article: Article, line: PageLine) -> str:
    if not line.kept:
        return line.reason
    return "kept by you" if line.number in article.corrected else "kept"
