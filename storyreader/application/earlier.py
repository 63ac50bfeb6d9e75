"""What the reader noted on an earlier state of two pages that have been saved anew since."""

from storyreader.article import Article
from storyreader.errors import StoryReaderError
from storyreader.locators import joined, split_locator
from storyreader.saving import SavedComparison, Store


def earlier_saved(left: Article, right: Article) -> SavedComparison | None:
    """The latest saved comparison of other states of the same two files with something of the reader's in it."""
    files = {_file(left.path), _file(right.path)}
    store = Store()
    for head in store.listing().heads:
        if head.is_comparison and (head.notes or head.reviewed) and {_file(path) for path in head.paths} == files:
            try:
                return store.load(head.id)
            except StoryReaderError:
                continue  # the list of saved comparisons says what is wrong with it
    return None


def _file(path: str) -> str:
    if not path:
        return ""
    file, place = split_locator(path)
    return joined(str(file.resolve()), place)
