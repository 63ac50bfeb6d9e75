"""The parts of the library screen that work on the article under the cursor. They are loaded after the first frame."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from tui.reading.correcting import PageCorrecting as PageCorrecting
    from tui.reading.finding import Finding as Finding
    from tui.reading.noting import ArticleNoting as ArticleNoting
    from tui.reading.quoting import Quoting as Quoting

_HOMES = {"ArticleNoting": "noting", "Finding": "finding", "PageCorrecting": "correcting", "Quoting": "quoting"}

if not TYPE_CHECKING:  # a name that is not there must not pass
    __getattr__, __dir__ = lazy_face(__name__, _HOMES)
