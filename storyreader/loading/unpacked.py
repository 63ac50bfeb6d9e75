"""What comes out of a file that holds a page in something else: the page's bytes and what the file says of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A page taken out of its file; `ending` is the one that a file of its own would have, `encoding` as declared.

    `place` is where in the file it was, empty when the file holds no more than this; `cleaned` tells that the content
    is nothing but an article's paragraphs, a line each; `notes` are doubts in plain words.
    """

    content: bytes
    ending: str
    encoding: str | None = None
    url: str | None = None
    saved: datetime | date | None = None
    stated: Mapping[str, str] = field(default_factory=dict)
    place: str = ""
    cleaned: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A part of a file that is no page; `why` goes on after its name: "holds a teaser only"."""

    place: str
    why: str
    hint: str


def moment(text: str | None) -> datetime | None:
    """A moment that a file tells in ISO 8601; None where it tells none, or something else."""
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
