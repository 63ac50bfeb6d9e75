"""Has spacing marks counted as terminals count them.

Vowel signs and other spacing marks (of Devanagari, Bengali, Tamil, Burmese, Khmer and others) take a cell of their
own in terminals that go by glibc's table, and in tmux, where it was measured. Rich, by which Textual measures
everything, counts none for them, and every column behind such a text would stand too far to the right.
"""

import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

from rich import cells

_loaded: Callable[[str], cells.CellTable] = cells.load_cell_table  # type: ignore[attr-defined]  # there from Rich 14.3 on
Widths = tuple[int, int, int]


def count_spacing_marks() -> None:
    """Give Rich tables in which spacing marks are one cell wide; they are made when a text first needs them."""
    cells.load_cell_table = _table  # type: ignore[attr-defined]
    cells.get_character_cell_size.cache_clear()
    cells.cached_cell_len.cache_clear()


@cache
def _table(unicode_version: str = "auto") -> cells.CellTable:
    table = _loaded(unicode_version)
    return table._replace(widths=[part for span in table.widths for part in _parts(span)])


def _parts(span: Widths) -> Iterator[Widths]:
    """A span of the table, without its spacing marks: what is not in the table has a width of one."""
    start, end, width = span
    if width:
        yield span
        return
    for code in range(start, end + 2):
        if code > end or unicodedata.category(chr(code)) == "Mc":
            if start < code:
                yield start, code - 1, width
            start = code + 1
