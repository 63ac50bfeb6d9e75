"""What comes out of a file that holds a page in something else: the page's bytes and what the file says of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A page taken out of its file; `ending` is the one that a file of its own would have, `encoding` as declared."""

    content: bytes
    ending: str
    encoding: str | None = None
    url: str | None = None
    saved: datetime | date | None = None
    stated: Mapping[str, str] = field(default_factory=dict)
