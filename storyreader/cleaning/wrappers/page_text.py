"""The lines of a text page while the wrapper is taken off."""

import re
from dataclasses import dataclass, field

from storyreader.cleaning.block_stats import shape_of
from storyreader.cleaning.draft import Block

WRAPPER = "wrapper"
"""The verdict of a line that is no part of the page but of what it was saved with."""
ADDRESS = re.compile(r"https?://[^\s<>\"'”»)\]]{3,2000}", re.IGNORECASE)


@dataclass(slots=True)
class Line:
    """One line: `raw` as it stands, `text` what it tells without marks.

    `wrapper` is whether it is left out before anything is judged, `reason` why.
    """

    number: int
    raw: str
    text: str
    wrapper: bool = False
    reason: str = WRAPPER

    @property
    def blank(self) -> bool:
        """Whether nothing is left of the line."""
        return not self.text.strip()


@dataclass(slots=True)
class PageText:
    """A text page: `stated` is what its wrapper says, by field; `printed` tells that it was laid out in pages.

    `whole` tells that the wrapper is one around all of a page, not around its article alone.
    """

    lines: list[Line]
    path: str = ""
    stated: dict[str, str] = field(default_factory=dict)
    printed: bool = False
    whole: bool = False

    def state(self, name: str, value: str) -> None:
        """Note what the wrapper says, unless it has been said."""
        value = " ".join(value.split())
        if value:
            self.stated.setdefault(name, value)

    def shown(self) -> list[Line]:
        """The lines with text that are no wrapper so far."""
        return [line for line in self.lines if not line.wrapper and not line.blank]

    def wrapper_blocks(self) -> list[Block]:
        """The lines of the wrapper as judged blocks."""
        return [
            Block(text, (line.number,), (line.raw,), 0, shape_of(text), reason=line.reason)
            for line in self.lines
            if line.wrapper and (text := " ".join(line.raw.split()))
        ]


def page_text(text: str, path: str = "") -> PageText:
    """The lines of a page's text, numbered from 1."""
    return PageText([Line(number, raw, raw) for number, raw in enumerate(text.split("\n"), start=1)], path)
