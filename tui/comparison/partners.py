"""The articles that A can be compared with instead."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from storyreader import application

if TYPE_CHECKING:
    from storyreader.application import Files
    from storyreader.library import Entry


class Partners:
    """The articles of the library, in the order of its list."""

    def __init__(self, entries: "Sequence[Entry]") -> None:
        self._entries = entries

    def choices(self, files: "Files") -> "list[Entry]":
        """All but A itself."""
        return [entry for entry in self._entries if entry.path != files.left]

    def beside(self, files: "Files", direction: int) -> "Files | None":
        """A with the article after or before B, round the end; None when there is no third article."""
        paths = [entry.path for entry in self.choices(files)]
        if len(self._entries) < 3:
            return None
        at = paths.index(files.right) if files.right in paths else -1
        return application.Files(files.left, paths[(at + direction) % len(paths)])
