"""Selecting text with the mouse: only the text itself is taken, without marks, numbers and the other column.

A place is (character of the drawn line, line of the whole view), as Textual counts selections.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual.selection import Selection

from widgets.wrapping import drawn


class Piece(NamedTuple):
    """A run of text in one style; `style` is a name of block_styles, "" for plain.

    `source` names the text this is a stretch of ("left", "right", "text"); without one it is a mark or a blank of
    ours, which is never copied.
    """

    text: str
    style: str = ""
    source: str = ""


Line = list[Piece]


def source_at(line: Sequence[Piece], offset: int) -> str:
    """The text a selection that starts at a character of a line belongs to: there, or next to the right."""
    end, latest = 0, ""
    for piece in line:
        end += len(drawn(piece.text))
        if piece.source:
            latest = piece.source
            if end > offset:
                return piece.source
    return latest


def with_selection(line: Sequence[Piece], span: tuple[int, int], source: str) -> Line:
    """The line with the selected stretch of one text as pieces of their own, in the style "selected".

    `span` is in characters of the drawn line, its end -1 for the end of the line.
    """
    start, end = span
    shown: Line = []
    at = 0
    for piece in line:
        text = drawn(piece.text)
        low = max(0, min(len(text), start - at))
        high = len(text) if end < 0 else max(low, min(len(text), end - at))
        at += len(text)
        if piece.source != source or low == high:
            shown.append(piece)
            continue
        cuts = ((text[:low], piece.style), (text[low:high], "selected"), (text[high:], piece.style))
        shown += [Piece(part, style, piece.source) for part, style in cuts if part]
    return shown


def selected_text(lines: Callable[[int], tuple[object, Line]], count: int, selection: Selection) -> str:
    """The selected text. `lines` gives for a line of the view the block it belongs to, and its pieces.

    Lines into which one text was wrapped are joined by a blank, texts of different blocks by a line end.
    """
    first = selection.start.y if selection.start is not None else 0
    last = min(count - 1, selection.end.y if selection.end is not None else count - 1)
    source, before = "", None
    taken: list[str] = []
    for y in range(first, last + 1):
        span = selection.get_span(y)
        block, line = lines(y)
        if span is None:
            continue
        source = source or source_at(line, span[0])
        part = "".join(piece.text for piece in with_selection(line, span, source) if piece.style == "selected")
        if not part.strip():
            continue
        if taken:
            taken.append(" " if block == before else "\n")
        taken.append(part.strip())
        before = block
    return "".join(taken)
