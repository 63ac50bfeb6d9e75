"""A path becomes a page: bytes are read, decoded and freed of what a terminal must never see."""

from typing import TYPE_CHECKING

from storyreader.face import lazy_face

if TYPE_CHECKING:
    from storyreader.loading.archives import is_archive as is_archive, original_address as original_address
    from storyreader.loading.invisible import strip_invisible as strip_invisible
    from storyreader.loading.reading import (
        SIZE_LIMIT as SIZE_LIMIT,
        page_from_text as page_from_text,
        read_page as read_page,
    )

_HOMES = {
    "is_archive": "archives", "original_address": "archives", "strip_invisible": "invisible", "SIZE_LIMIT": "reading",
    "page_from_text": "reading", "read_page": "reading",
}  # fmt: skip

if not TYPE_CHECKING:  # a name that is not there must not pass
    __getattr__, __dir__ = lazy_face(__name__, _HOMES)
