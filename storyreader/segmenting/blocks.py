"""Where a text is cut before any sentence is looked for: blank lines and line ends. Units: characters.

A blank line always ends a block. A single line end ends one too (captions, headings and list items have no full
stop), unless the text is hard-wrapped: lines broken by a program at a fixed width.
"""

import re
from collections.abc import Iterator

_BLANK = r"[^\S\n\r\v\f\x1c-\x1e\x85\u2028\u2029]"
# looked for from where a run of blanks begins: from each blank of it would take the square of its length
_BREAK = re.compile(rf"(?<!{_BLANK}){_BLANK}*+(?:\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029])\s*")
_FIRST_WORD = re.compile(r"\S+")
NARROWEST, WIDEST = 40, 120
"""Widths in characters between which programs wrap lines."""
LEAST_WRAPS = 3
"""Fewer line ends than this prove nothing."""


def block_ends(text: str) -> list[int]:
    """The places where a block ends, behind its trailing white space; the last one is the length of the text."""
    breaks = [(m.start(), m.end(), _counted(m.group())) for m in _BREAK.finditer(text) if m.end() < len(text)]
    wrapped = set(_wraps(text, breaks))
    ends = [end for start, end, _ in breaks if start not in wrapped and start > 0]
    return [*ends, len(text)] if text else []


def _counted(blank: str) -> int:
    """How many line ends a stretch of white space holds."""
    return len(blank.replace("\r\n", "\n").strip(" \t").splitlines(keepends=False)) or 1


def _wraps(text: str, breaks: list[tuple[int, int, int]]) -> Iterator[int]:
    """The starts of those line ends that only a fixed width has made.

    A program breaks a line only when the next word would not fit: of all single line ends in the text nearly every
    one must obey that for the widest line.
    """
    lines: list[tuple[int, int, int]] = []
    previous = 0
    for start, end, count in breaks:
        if count == 1:
            word = _FIRST_WORD.match(text, end)
            lines.append((start, start - previous, word.end() - word.start() if word else 0))
        previous = end
    widest = max((width for _, width, _ in lines), default=0)
    if len(lines) < LEAST_WRAPS or not NARROWEST <= widest <= WIDEST:
        return
    full = [start for start, width, word in lines if width + 1 + word > widest]
    # paragraphs shorter than a line and the odd heading may stand between the wrapped ones
    if len(full) >= LEAST_WRAPS and len(full) * 4 >= len(lines) * 3:
        yield from full
