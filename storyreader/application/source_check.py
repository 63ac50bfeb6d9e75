"""Whether the pages of a saved file are still on the disk as they were when it was saved."""

from collections.abc import Iterator

from storyreader.errors import StoryReaderError
from storyreader.loading import read_page
from storyreader.locators import file_of
from storyreader.messages import day_text
from storyreader.paths import shown
from storyreader.saving import SavedComparison, SavedFile, Store


def source_changes(saved: SavedFile) -> Iterator[str]:
    """Sentences about source files that are gone, unreadable or changed since, and what to do about it."""
    anew = " r compares anew." if isinstance(saved, SavedComparison) else ""
    for letter, article in saved.stored_articles.items():
        path, name = str(article.get("path") or ""), letter or "The page"
        if not path:
            continue
        if not file_of(path).exists():
            yield f"{name}: {shown(path)} is gone; the saved copy is shown."
            continue
        try:
            changed = read_page(path).content_hash != article.get("content_hash")
        except StoryReaderError as error:
            yield f"{name}: {error.message} The saved copy is shown."
            continue
        if changed:
            when = saved.changed.astimezone()
            yield f"{name} has changed since {day_text(when)}, {when:%H:%M}; the saved copy is shown.{anew}"


def sources_of(identity: str) -> list[str]:
    """What `source_changes` says of a saved file by its name; nothing when it is no longer there."""
    store = Store()
    try:
        saved = store.load_file(identity)
    except StoryReaderError as error:
        return [str(error)]
    return list(source_changes(saved)) if saved is not None else []
