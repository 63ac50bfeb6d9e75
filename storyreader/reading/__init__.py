"""One article read: its words, facts and what it says of itself, found once and used by every comparison."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.reading.article_reading import Reading as Reading
    from storyreader.reading.gist import bare_name as bare_name

_HOMES = {"Reading": "article_reading", "bare_name": "gist"}

if not TYPE_CHECKING:  # a name that is not there must not pass
    __getattr__, __dir__ = lazy_face(__name__, _HOMES)
