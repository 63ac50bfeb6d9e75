"""A file becomes its pages: bytes are read, unpacked, decoded and freed of what a terminal must never see."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.loading.archives import is_archive as is_archive, original_address as original_address
    from storyreader.loading.beginning import MOST_CHARACTERS as MOST_CHARACTERS
    from storyreader.loading.companions import (
        holds_companions as holds_companions,
        may_be_page as may_be_page,
    )
    from storyreader.loading.fetching import is_address as is_address
    from storyreader.loading.invisible import strip_invisible as strip_invisible
    from storyreader.loading.reading import (
        can_be_cut as can_be_cut,
        fetch_pages as fetch_pages,
        holds_many as holds_many,
        page_from_text as page_from_text,
        read_page as read_page,
        read_pages as read_pages,
        read_stream as read_stream,
        read_stretch as read_stretch,
    )
    from storyreader.loading.source import SIZE_LIMIT as SIZE_LIMIT

_HOMES = {
    "is_archive": "archives", "original_address": "archives", "strip_invisible": "invisible", "SIZE_LIMIT": "source",
    "MOST_CHARACTERS": "beginning",
    "holds_companions": "companions", "may_be_page": "companions", "holds_many": "reading",
    "page_from_text": "reading", "read_page": "reading", "read_pages": "reading",
    "fetch_pages": "reading", "can_be_cut": "reading", "read_stretch": "reading", "read_stream": "reading",
    "is_address": "fetching",
}  # fmt: skip

if not TYPE_CHECKING:  # a name that is not there must not pass
    __getattr__, __dir__ = lazy_face(__name__, _HOMES)
