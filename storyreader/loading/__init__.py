"""A path becomes a page: bytes are read, decoded and freed of what a terminal must never see."""

from storyreader.loading.reading import SIZE_LIMIT, page_from_text, read_page

__all__ = ["SIZE_LIMIT", "page_from_text", "read_page"]
