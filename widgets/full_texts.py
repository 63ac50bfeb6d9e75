"""Both articles whole, side by side, with the links in the gutter: moving in one brings the other to the same place."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message

from storyreader.comparison import SIDES, Comparison, RowKind, Side
from storyreader.messages import LETTERS
from widgets.block_view import BlockView, Line, Piece
from widgets.row_lines import KIND_STYLES
from widgets.side_texts import SideTexts

_GUTTER = 11
"""Before the text: the mark, the sentence's number, the partner's letter and number, a blank."""


class SideText(BlockView):
    """One article, a sentence a block. A sentence out of the filter is shown dim."""

    @dataclass
    class Scrolled(Message):
        """The window has moved, by wheel or scrollbar or after the cursor."""

        view: "SideText"

    def __init__(self, side: Side) -> None:
        super().__init__(id=f"{side}-text")
        self.side: Side = side
        self.marks: dict[RowKind, str] = {}
        self._texts: SideTexts | None = None
        self._shown: Collection[int] = ()
        self._noted: Collection[int] = ()

    def show(self, texts: SideTexts, shown: Collection[int], noted: Collection[int]) -> None:
        """Show the side's article; `shown` are the indexes of the rows shown, `noted` those of the rows with notes."""
        self._texts, self._shown, self._noted = texts, shown, noted
        self.lay_out()

    def row_index_of(self, block: int) -> int | None:
        """The row in which a sentence is shown."""
        return self._texts.row_of[self.side].get(block) if self._texts else None

    def block_count(self) -> int:
        return len(self._texts.article(self.side).sentences) if self._texts else 0

    def block_height(self, block: int, width: int) -> int:
        assert self._texts is not None
        return self._texts.height(self.side, block, self._room(width)) + self._ends_paragraph(block)

    def block_lines(self, block: int, width: int) -> list[Line]:
        assert self._texts is not None
        row_index = self._texts.row_of[self.side][block]
        row = self._texts.comparison.rows[row_index]
        other: Side = "right" if self.side == "left" else "left"
        partner = ""
        if row.link is not None:
            numbers = self._texts.comparison.links[row.link].numbers(other)
            partner = f"{LETTERS[other]}{numbers[0] + 1}" + ("+" if len(numbers) > 1 else "")
        if row_index in self._noted:
            partner += "✎"
        plain = "" if row_index in self._shown else "dim"
        lines: list[Line] = []
        for at, words in enumerate(self._texts.lines(self.side, block, self._room(width), plain)):
            if at == 0:
                gutter = [
                    Piece(self.marks[row.kind], KIND_STYLES[row.kind]),
                    Piece(f"{block + 1:>4} ", self.side),
                    Piece(partner.ljust(_GUTTER - 6)[: _GUTTER - 6], "dim"),
                ]
            else:
                gutter = [Piece(" " * _GUTTER)]
            lines.append([*gutter, *words])
        return lines

    def _room(self, width: int) -> int:
        return max(8, width - _GUTTER - 1)

    def _ends_paragraph(self, block: int) -> bool:
        assert self._texts is not None
        sentences = self._texts.article(self.side).sentences
        return block + 1 == len(sentences) or sentences[block].paragraph != sentences[block + 1].paragraph

    # Staying beside the other one

    def top_of(self, block: int) -> int | None:
        """The first line of a sentence; None before the text has been laid out."""
        return self._starts[block] if block < len(self._starts) - 1 else None

    def put(self, block: int, line: int) -> None:
        """Have a sentence's first line that far below the top of the window, without telling anybody."""
        if 0 <= block < len(self._starts) - 1:
            self.scroll_to(y=max(0, self._starts[block] - line), animate=False, immediate=True)

    def point_at(self, block: int) -> None:
        """Move the cursor without telling anybody."""
        old = self.cursor
        self.set_reactive(BlockView.cursor, block)
        self.forget(old, block)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Scrolled(self))


class FullTexts(Horizontal):
    """Two articles, one of them active. Tab, h and l go to the other one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,shift+tab,h,l,left,right", "other_side", "The other article", id="texts.side", show=False),
    ]
    DEFAULT_CSS = """
    FullTexts SideText { width: 1fr; height: 1fr; }
    FullTexts #left-text { border-right: solid $panel; }
    """

    @dataclass
    class Moved(Message):
        """The cursor has come to rest on a sentence of another row."""

        row_index: int

    def __init__(self, marks: dict[RowKind, str], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._marks = marks
        self._texts: SideTexts | None = None
        self._side: Side = "left"
        self._partners: dict[Side, list[int | None]] = {"left": [], "right": []}
        self.row_index: int | None = None

    def compose(self) -> ComposeResult:
        for side in SIDES:
            text = SideText(side)
            text.marks = self._marks
            yield text

    def text(self, side: Side) -> SideText:
        """One of the two texts."""
        return self.query_one(f"#{side}-text", SideText)

    def show(self, texts: SideTexts, shown: Sequence[int], noted: Collection[int], row_index: int | None) -> None:
        """Show both articles, the cursor on the row at `row_index`."""
        self._texts = texts
        inside = frozenset(shown)
        for side in SIDES:
            self._partners[side] = _partners(texts.comparison, side)
            self.text(side).show(texts, inside, noted)
        if row_index is not None:
            self.go(row_index)

    def take_focus(self) -> None:
        """Have the keys go to the active text."""
        self.text(self._side).focus()

    def go(self, row_index: int) -> None:
        """Put the cursor on a row, in the active article where that has a part in it, else in the other."""
        assert self._texts is not None
        row = self._texts.comparison.rows[row_index]
        self.row_index = row_index
        if not row.numbers(self._side):
            self._side = _other(self._side)
            if any(self.text(side).has_focus for side in SIDES):
                self.take_focus()
        text = self.text(self._side)
        text.point_at(row.numbers(self._side)[0])
        text.show_block(text.cursor)
        self._bring(self._side, text.cursor)

    def action_other_side(self) -> None:
        """Go to the partner in the other article, or to the sentence beside."""
        self._side = _other(self._side)
        self.take_focus()
        self._tell(self.text(self._side))

    @on(BlockView.Highlighted)
    def _moved(self, message: BlockView.Highlighted) -> None:
        message.stop()
        text = message.view
        if isinstance(text, SideText) and text.has_focus:
            self._side = text.side
            self._bring(text.side, message.block)
            self._tell(text)

    def _tell(self, text: SideText) -> None:
        row_index = text.row_index_of(text.cursor)
        if row_index is not None and row_index != self.row_index:
            self.row_index = row_index
            self.post_message(self.Moved(row_index))

    @on(SideText.Scrolled)
    def _scrolled(self, message: SideText.Scrolled) -> None:
        """The wheel has moved one text: bring the other to the same place."""
        message.stop()
        text = message.view
        if text.is_mouse_over and text.block_count():
            middle = text.block_at(text.scroll_offset.y + text.size.height // 3)
            self._align(text.side, middle)

    def _bring(self, side: Side, block: int) -> None:
        partner = self._partners[side][block] if block < len(self._partners[side]) else None
        if partner is not None:
            self.text(_other(side)).point_at(partner)
        self._align(side, block)

    def _align(self, side: Side, block: int) -> None:
        """Put the partner at the same height; a sentence without one takes the nearest before it that has one."""
        text, other = self.text(side), self.text(_other(side))
        partners = self._partners[side]
        anchor = next((at for at in range(min(block, len(partners) - 1), -1, -1) if partners[at] is not None), None)
        top = text.top_of(anchor or 0)
        if top is None:
            # nothing is drawn yet: the place is taken up again once it is
            return
        partner = None if anchor is None else partners[anchor]
        other.put(partner or 0, top - text.scroll_offset.y)


def _other(side: Side) -> Side:
    return "right" if side == "left" else "left"


def _partners(comparison: Comparison, side: Side) -> list[int | None]:
    """For each sentence of a side the first sentence of the other that it is linked with, as its row shows it."""
    article = comparison.left if side == "left" else comparison.right
    found: list[int | None] = [None] * len(article.sentences)
    for row in comparison.rows:
        if row.link is not None:
            for number in row.numbers(side):
                found[number] = comparison.links[row.link].numbers(_other(side))[0]
    return found
