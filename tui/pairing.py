"""Which articles of the library are laid beside each other: marked ones, ones chosen by name, one with its closest
account, all accounts of a story.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from storyreader import application
from storyreader.application import Marks
from tui.in_hand import article_in_hand

if TYPE_CHECKING:
    from storyreader.library import Entry
    from tui.framed import FramedScreen
    from tui.scanner import Scanner
    from widgets.article_list import ArticleList


class Pairing:
    """Marks articles of the list and has them compared."""

    def __init__(self, screen: "FramedScreen", scanner: "Scanner", articles: "ArticleList") -> None:
        self._screen = screen
        self._scanner = scanner
        self._list = articles
        self._marks = Marks()

    @property
    def letters(self) -> dict[str, str]:
        """The letter of each marked path."""
        return self._marks.letters

    @property
    def marked(self) -> str | None:
        """The path marked A, else the only one marked."""
        return self._marks.paths.get("A") or self._marks.paths.get("B")

    def action_mark(self) -> None:
        """Mark as A, B, C and on; a marked article is unmarked."""
        entry = self._list.current
        if entry is not None and not entry.problem:
            self._marks.toggle(entry.path)
            self.show_marks()

    def action_unmark(self) -> None:
        self._marks.clear()
        self.show_marks()

    def show_marks(self) -> None:
        """Say what is marked, and what to do next."""
        self._list.mark(self._marks.letters)
        names = {letter: self._name_of(path) for letter, path in self._marks.paths.items()}
        if len(names) > 2:
            told = " · ".join(f"{letter}: {name}" for letter, name in names.items())
            self._screen.status(f"c lays {len(names)} accounts beside each other. {told}")
        elif len(names) == 2:
            told = " · ".join(f"{letter}: {name}" for letter, name in sorted(names.items()))
            self._screen.status(f"{told} · c compares them.")
        elif names:
            letter, name = next(iter(names.items()))
            self._screen.status(f"{letter}: {name}. Space marks the second article, then c compares.")
        else:
            self._screen.status(
                "c compares with the closest account; Space marks two of your choice; b: the whole story."
            )

    def _name_of(self, path: str) -> str:
        at = self._scanner.entries.of_path(path)
        if at is None:
            return Path(path).name
        entry = self._scanner.entries[at]
        return entry.title if self._list.blind else entry.outlet

    def action_compare(self) -> None:
        """Compare the marked pair, or one marked with the current, or the current with the closest; lay three or more
        marked ones beside each other.
        """
        if marked := self._marks.board:
            self._screen.opener.open_board(application.BoardFiles(tuple(marked)))
            return
        entry = self._list.current
        if self._list.story and not self._marks.paths:
            self.action_board()
            return
        current = entry.path if entry is not None and not entry.problem else None
        if (pair := self._marks.pair_with(current)) is not None:
            self._compare(*pair)
        elif (wanted := article_in_hand(self._screen, self._list)) is None:
            return
        elif self._scanner.index_ready():
            self._compare_with_closest(wanted)
        else:
            self._screen.status("Looking for the closest account…")
            self._scanner.make_index(wanted)

    def go_on(self, wanted: "Entry") -> None:
        """Compare what was waiting for its closest account, unless the reader has gone on since."""
        entry = self._list.current
        if self._screen.is_current and entry is not None and entry.path == wanted.path:
            self._compare_with_closest(wanted)

    def _compare(self, left: str, right: str) -> None:
        self._screen.opener.open_comparison(application.Files(left, right), self._others(left, right))

    def _others(self, left: str, right: str) -> "list[Entry]":
        """The articles J and K go through, from B on: round the story first."""
        story = self._scanner.story_of(left)
        at = next((at for at, entry in enumerate(story) if entry.path == right), 0)
        there = {entry.path for entry in story}
        return [*story[at:], *story[:at], *(entry for entry in self._scanner.readable if entry.path not in there)]

    def action_board(self) -> None:
        """Lay all accounts of the story under the cursor beside each other."""
        if not (there := self._list.story):
            entry = article_in_hand(self._screen, self._list)
            if entry is None:
                return
            there = self._scanner.story_of(entry.path)
        story = [one.path for one in there]
        if len(story) < 2:
            self._screen.status("This article stands alone in its story; Space marks three or more, then c.")
        else:
            self._screen.opener.open_board(application.BoardFiles(tuple(story)))

    def _compare_with_closest(self, entry: "Entry") -> None:
        """Compare an article with its closest account; where there is none, say why."""
        if (closest := self._scanner.closest(entry)) is not None:
            self._compare(entry.path, closest.path)
        elif len(self._scanner.readable) < 2:
            self._screen.status("Only one article so far: put another beside it in the folder and press r.")
        else:
            self._screen.status("No other article shares its words. Space marks any two to compare them anyway.")

    def action_choose_partner(self) -> None:
        """Choose by name what to compare the current article with."""
        entry = article_in_hand(self._screen, self._list)
        if entry is None:
            return
        left = entry.path
        others = [other for other in self._scanner.readable if other.path != left]
        choose = self._screen.opener.choose_article
        choose("Compare this article with", others, lambda path: self._compare(left, path))
