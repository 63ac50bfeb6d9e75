"""What has lost its place in a changed page: shown with its old words, given a row or deleted."""

from storyreader import application
from tui.comparison.desk import Desk
from widgets.findings_items import finding_items
from widgets.table import Table


class OrphanTray:
    """Shows the orphaned items of the notebook and asks what is to become of them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def action_orphans(self) -> None:
        self._fill()
        self._desk.show_tab("orphans")

    def _fill(self) -> None:
        group = application.orphan_group(self._desk.notebook)
        items = finding_items([group] if group else [], "No orphaned notes.")
        self._desk.workspace.query_one("#orphans", Table).show(items)

    def settle(self) -> None:
        """Ask what is to become of the orphaned item under the cursor."""
        table, row_index, book = self._desk.workspace.table, self._desk.workspace.row_index, self._desk.notebook
        if table is None or not (items := book.orphans):
            return
        item = items[max(0, table.cursor - 1)]
        here = f"put it on row {(row_index or 0) + 1}, where you were"

        def answered(answer: str) -> None:
            if answer == here and row_index is not None:
                book.place_again(item, row_index)
            else:
                book.drop(item)
            self._fill()
            self._desk.changed(f"{'Placed' if answer == here else 'Deleted'}; u undoes.")

        self._desk.screen.ask("This item has lost its place", [here, "delete it"], answered)
