"""What was read from disk, before anything is judged: the first noun of the data flow."""

from dataclasses import dataclass
from typing import Literal

Media = Literal["text", "html"]


@dataclass(frozen=True, slots=True)
class Page:
    """One page as read.

    `text` holds the decoded text (for HTML the markup), free of control characters, escape sequences and bidi
    overrides; `warnings` says in plain words what was removed or guessed while reading. `content_hash` is the
    SHA-256 of the bytes, in hex; `size` is in bytes.
    """

    path: str
    media: Media
    text: str
    encoding: str
    content_hash: str
    size: int
    url: str | None = None
    warnings: tuple[str, ...] = ()
