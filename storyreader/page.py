"""What was read from disk, before anything is judged: the first noun of the data flow."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Media = Literal["text", "html"]


@dataclass(frozen=True, slots=True)
class Page:
    """One page as read.

    `text` holds the decoded text (for HTML the markup), free of control characters, escape sequences and bidi
    overrides; `warnings` says in plain words what was removed or guessed while reading. `content_hash` is the
    SHA-256 of the bytes, in hex; `size` is in bytes. `url`, `saved` and `stated` are what the file says of the page in
    it: where it was, when it was saved, and fields of an Article by name, such as the subject of a letter. `path` is a
    locator (see storyreader.locators): the file, and the place in it where that holds many pages. `cleaned` tells that
    the text is nothing but an article's paragraphs, a line each, so that no line is judged. `cut` tells that the end
    was not read, because the page is so large.
    """

    path: str
    media: Media
    text: str
    encoding: str
    content_hash: str
    size: int
    url: str | None = None
    warnings: tuple[str, ...] = ()
    saved: datetime | date | None = None
    stated: Mapping[str, str] = field(default_factory=dict)
    cleaned: bool = False
    cut: bool = False
