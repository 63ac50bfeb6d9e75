"""What there is to say of one row beside its kind: values, sentences, where more of it stands, what is near it."""

from collections.abc import Sequence

from storyreader.comparison import Comparison, Row, Side
from storyreader.findings import RowValue, value_of
from storyreader.messages.words import LETTERS, PERHAPS
from storyreader.row_filters import again

_PLACES = 3
"""So many other rows are named; a sentence that is everywhere is not worth more."""


def row_detail(comparison: Comparison, row: Row, values: Sequence[RowValue] = ()) -> str:
    """What there is to say of a row beside its kind: which values differ, which sentences, where more of it stands.

    `values` are those of the row (see `values_by_row`); without them its conflicts are told.
    """
    if row.link is None:
        others = related_to(comparison, row)[:_PLACES]
        return " ".join(f"{PERHAPS} {LETTERS[side]}{number + 1}" for side, number in others)
    link = comparison.links[row.link]
    parts = [value.says for value in values] or [value_of(found).says for found in link.differences if found.conflict]
    if len(link.left) > 1 or len(link.right) > 1:
        parts.append(f"{_numbers('A', link.left)} ↔ {_numbers('B', link.right)}")
    if link.moved:
        parts.append("moved")
    if (partner := again(comparison, row)) is not None:
        parts.append(f"{_numbers(LETTERS[partner.side], partner.numbers)} again, row {partner.row_index + 1}")
    elif row.elsewhere:
        places = ", ".join(str(place + 1) for place in row.elsewhere[:_PLACES])
        if len(row.elsewhere) > _PLACES:
            places += f" and {len(row.elsewhere) - _PLACES} more"
        parts.append(f"also see row {places}")
    return " · ".join(parts)


def related_to(comparison: Comparison, row: Row) -> list[tuple[Side, int]]:
    """The sides and numbers of the sentences outside of a row that its own are perhaps related to."""
    pairs = [comparison.related[index] for index in row.related]
    found = [(side, pair.number(side)) for pair in pairs for side in LETTERS]
    return list(dict.fromkeys((side, number) for side, number in found if number not in row.numbers(side)))


def _numbers(letter: str, numbers: tuple[int, ...]) -> str:
    return " + ".join(f"{letter}{number + 1}" for number in numbers)
