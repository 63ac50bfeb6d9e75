"""The parts of the library screen that work on the article under the cursor. They are loaded after the first frame."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from tui.reading.correcting import PageCorrecting as PageCorrecting
    from tui.reading.library_search import LibrarySearch as LibrarySearch
    from tui.reading.noting import ArticleNoting as ArticleNoting
    from tui.reading.quoting import Quoting as Quoting
    from tui.reading.shelving import Shelving as Shelving
    from tui.reading.story_correcting import StoryCorrecting as StoryCorrecting
    from tui.reading.watcher import Watcher as Watcher

_HOMES = {
    "ArticleNoting": "noting", "LibrarySearch": "library_search", "PageCorrecting": "correcting", "Quoting": "quoting",
    "Shelving": "shelving", "StoryCorrecting": "story_correcting",
    "Watcher": "watcher",
}  # fmt: skip

if not TYPE_CHECKING:  # a name that is not there must not pass
    __getattr__, __dir__ = lazy_face(__name__, _HOMES)
