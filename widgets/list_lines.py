"""Lines of the list of articles: what was found in a text, a heading, a day."""

from datetime import date
from typing import TYPE_CHECKING

from storyreader.messages import day_text
from widgets.selecting import Line, Piece
from widgets.wrapping import cells, in_two_lines, shortened

if TYPE_CHECKING:
    from storyreader.library import Excerpt


def excerpt_pieces(excerpt: "Excerpt", width: int) -> Line:
    """An excerpt in one line; what was found is in it, also where the line is short."""
    found = next((place for place, (_, is_found) in enumerate(excerpt) if is_found), 0)
    before = "".join(text for text, _ in excerpt[:found])
    rest = sum(cells(text) for text, _ in excerpt[found:])
    room = max(width // 3, width - rest)
    if cells(before) > room:
        before = f"…{before[-max(1, room - 1) :].partition(' ')[2]}"
    line = [Piece(before, "dim"), *(Piece(text, "found" if is_found else "dim") for text, is_found in excerpt[found:])]
    kept: Line = []
    for piece in line:
        left = width - sum(cells(other.text) for other in kept)
        if cells(piece.text) <= left:
            kept.append(piece)
        elif left > 1:
            blank = " " * piece.text.startswith(" ")  # which shortening takes away
            kept.append(piece._replace(text=blank + shortened(piece.text, left - len(blank))))
    return kept


def heading_lines(heading: str, width: int) -> list[str]:
    """A heading in one line, or in two of which the first ends between two of its parts where it can."""
    if cells(heading) <= width:
        return [heading]
    parts = heading.split(" · ")
    for count in range(len(parts) - 1, 0, -1):
        first = " · ".join(parts[:count])
        if cells(first) <= width:
            return [first, shortened(" · ".join(parts[count:]), width)]
    return in_two_lines(heading, width)


def short_day(published: str | None, *, year: bool) -> str:
    """A day of ISO 8601 as a list shows it."""
    if not published:
        return "no date"
    when = date.fromisoformat(published[:10])
    return day_text(when) if year else f"{when.day} {when:%b}"
