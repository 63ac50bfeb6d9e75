"""Which articles are marked for a comparison: A, then B."""


class Marks:
    """At most one path for each letter."""

    def __init__(self) -> None:
        self.paths: dict[str, str] = {}

    @property
    def letters(self) -> dict[str, str]:
        """The letter of each marked path."""
        return {path: letter for letter, path in self.paths.items()}

    def toggle(self, path: str) -> None:
        """Mark a path as A, else as B (in place of the one before); a marked path is unmarked."""
        if path in self.letters:
            del self.paths[self.letters[path]]
        else:
            self.paths["A" if "A" not in self.paths else "B"] = path

    def clear(self) -> None:
        """Take all marks away."""
        self.paths.clear()

    def pair_with(self, current: str | None) -> tuple[str, str] | None:
        """The pair to compare: both marked ones, or the one marked with the current one; None when neither is so."""
        left, right = self.paths.get("A"), self.paths.get("B")
        if left and right:
            return left, right
        if current is None or current in self.letters:
            return None
        if left:
            return left, current
        return (current, right) if right else None
