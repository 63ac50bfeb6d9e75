"""The links of a page, those in the article first: Enter opens one in the browser, y copies its address."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from storyreader.cleaning import PageLink
from widgets.form import QUIT
from widgets.table import Table, TableItem


class LinksScreen(ModalScreen[tuple[str, str] | None]):
    """Gives what to do, "open" or "copy", with the address; or None."""

    CSS_PATH = "links.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        QUIT,
        Binding("escape,q", "cancel", "Cancel", show=False),
        Binding("enter,o", "give('open')", "Open", show=False),
        Binding("y", "give('copy')", "Copy", show=False),
    ]

    def __init__(self, links: Sequence[PageLink]) -> None:
        super().__init__()
        self._links = links

    def compose(self) -> ComposeResult:
        yield Static("Links of this page", id="links-title", markup=False)
        yield Table(id="links")
        yield Static("Enter opens   y copies the address   Esc cancels", id="links-keys", markup=False)

    def on_mount(self) -> None:
        items: list[TableItem] = []
        for inside, heading in ((True, "In the article"), (False, "Around it")):
            there = [link for link in self._links if link.in_article is inside]
            items += [TableItem(heading)] if there else []
            items += [TableItem(link.words, "→", statements=(("", link.address),)) for link in there]
        table = self.query_one(Table)
        self.call_after_refresh(table.show, items)
        table.focus()

    @on(Table.Chosen)
    def _chosen(self, message: Table.Chosen) -> None:
        message.stop()
        self.action_give("open")

    def action_give(self, way: str) -> None:
        """Give the address under the cursor."""
        item = self.query_one(Table).current
        if item is not None and item.mark:
            self.dismiss((way, item.statements[0][1]))

    def action_cancel(self) -> None:
        """Give nothing."""
        self.dismiss(None)
