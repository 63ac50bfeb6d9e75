"""Whether the pages of a saved comparison are still on the disk as they were when it was saved."""

from collections.abc import Iterator
from pathlib import Path

from storyreader.comparison import Comparison
from storyreader.errors import StoryReaderError
from storyreader.loading import read_page
from storyreader.messages import LETTERS, day_text
from storyreader.paths import shown
from storyreader.saving import SavedComparison


def source_changes(saved: SavedComparison, comparison: Comparison) -> Iterator[str]:
    """Sentences about source files that are gone, unreadable or changed since the comparison was saved."""
    for side, letter in LETTERS.items():
        article = comparison.article(side)
        if not article.path:
            continue
        if not Path(article.path).exists():
            yield f"{letter}: {shown(article.path)} is gone; the saved copy is shown."
            continue
        try:
            changed = read_page(article.path).content_hash != article.content_hash
        except StoryReaderError as error:
            yield f"{letter}: {error.message} The saved copy is shown."
            continue
        if changed:
            when = saved.changed.astimezone()
            yield f"{letter} has changed since {day_text(when)}, {when:%H:%M}; the saved copy is shown."
