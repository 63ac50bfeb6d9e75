"""The cleaned article to read, or its raw page with a verdict before every line."""

from storyreader.article import Article
from storyreader.describing import time_text
from widgets.text_view import TextBlock, TextView

UNSURE = 0.35
"""A page of which less than this share was kept is worth a second look, and the pane says so."""

_REASON_WIDTH = 16
_SHOWN_IN_HEAD = {"headline", "byline", "date"}


class ReadingPane(TextView):
    """Shows one article. `raw` shows the page instead, each line with what cleaning made of it."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(label_width=_REASON_WIDTH, id=id)
        self.article: Article | None = None
        self.raw = False

    def show(self, article: Article) -> None:
        """Show an article from its top."""
        self.article = article
        self.show_blocks(_page(article) if self.raw else _cleaned(article))

    def say(self, *paragraphs: str) -> None:
        """Show words of the app in place of an article: why there is none, and what to do."""
        self.article = None
        self.show_blocks([TextBlock(text, "" if at else "title", int(at > 0)) for at, text in enumerate(paragraphs)])

    def toggle_raw(self) -> None:
        """Change between the cleaned article and the page as it was read."""
        self.raw = not self.raw
        if self.article is not None:
            self.show(self.article)


def _cleaned(article: Article) -> list[TextBlock]:
    outlet = article.publisher or "outlet unknown"
    wire = f" · wire: {article.agency}" if article.agency and article.agency != article.publisher else ""
    blocks = [
        TextBlock(article.headline or "No headline found", "title"),
        TextBlock(f"{outlet}{wire} · {time_text(article.published)}", "dim"),
    ]
    if article.byline:
        blocks.append(TextBlock(f"By {article.byline}", "dim"))
    hidden = sum(1 for line in article.removed if line.text.strip() and line.reason not in _SHOWN_IN_HEAD)
    minutes = max(1, round(article.words / 230))
    lines = "line" if hidden == 1 else "lines"
    blocks.append(
        TextBlock(f"{article.words} words · {minutes} min · {hidden} page {lines} hidden (R shows them)", "dim")
    )
    if article.share_kept < UNSURE and article.paragraphs:
        blocks.append(TextBlock(f"Kept {article.share_kept:.0%} of the page. R shows the rest.", "note"))
    blocks += [TextBlock(f"Note: {note}", "note") for note in article.notes]
    blocks += [TextBlock(paragraph, "", 1) for paragraph in article.paragraphs]
    if not article.paragraphs:
        blocks.append(TextBlock("No article text was found on this page. R shows the page as it was read.", "", 1))
    return blocks


def _page(article: Article) -> list[TextBlock]:
    head = TextBlock("The page as it was read; before each line what cleaning made of it. R goes back.", "dim")
    lines = [
        TextBlock(line.text, "" if line.kept else "dim", int(at == 0), "kept" if line.kept else line.reason)
        for at, line in enumerate(line for line in article.lines if line.text.strip())
    ]
    return [head, *lines]
