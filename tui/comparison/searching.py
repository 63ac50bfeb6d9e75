"""Finding words in both texts and going from row to row that has them."""

from tui.comparison.desk import Desk
from widgets.find_line import FindLine


class Searching:
    """One search at a time; n and N step through what it found (stepping.py)."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._space = desk.workspace

    @property
    def words(self) -> str:
        """The words that are looked for."""
        return self._space.words

    def action_find(self) -> None:
        """Ask for the words, with the texts in sight."""
        self._space.to_texts()
        self._desk.screen.query_one(FindLine).open()

    def find(self, message: FindLine.Asked) -> None:
        """Mark the words looked for and go to the first row that has them."""
        space, here = self._space, self._space.row_index or 0
        space.mark_words(message.words)
        rows = space.rows_with_words()
        if rows and here not in rows:
            space.go(next((row_index for row_index in rows if row_index > here), rows[0]))
        count = len(rows)
        text = f"“{message.words}” in {count} row{'' if count == 1 else 's'}; n and N step through them, q ends."
        self._desk.say(text if message.words else "")
        if message.done:
            space.take_focus()

    def end(self) -> bool:
        """Look for nothing any more; False when nothing was looked for."""
        searching = bool(self.words)
        if searching:
            self._space.mark_words("")
            self._desk.say("")
        return searching
