"""Which articles are marked: A and B for a comparison, three and more for a board."""

from itertools import count

from storyreader.messages import board_letter


class Marks:
    """At most one path for each letter."""

    def __init__(self) -> None:
        self.paths: dict[str, str] = {}

    @property
    def letters(self) -> dict[str, str]:
        """The letter of each marked path."""
        return {path: letter for letter, path in self.paths.items()}

    def toggle(self, path: str) -> None:
        """Give a path the first letter that is free; a marked path is unmarked."""
        if path in self.letters:
            del self.paths[self.letters[path]]
        else:
            free = (letter for letter in map(board_letter, count()) if letter not in self.paths)
            self.paths[next(free)] = path

    @property
    def board(self) -> list[str]:
        """The marked paths in the order of their letters, when there are more than a pair of them; else none."""
        return self._ordered if len(self.paths) > len("AB") else []

    @property
    def _ordered(self) -> list[str]:
        """The marked paths in the order of their letters."""
        return [self.paths[letter] for letter in sorted(self.paths, key=lambda letter: (len(letter), letter))]

    def clear(self) -> None:
        """Take all marks away."""
        self.paths.clear()

    def pair_with(self, current: str | None) -> tuple[str, str] | None:
        """The pair to compare: both marked ones, or the one marked with the current one; None when neither is so."""
        ordered = self._ordered
        if len(ordered) == len("AB"):
            return ordered[0], ordered[1]
        if not ordered or current is None or current in self.letters:
            return None
        return (ordered[0], current) if "A" in self.paths else (current, ordered[0])
