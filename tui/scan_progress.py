"""How far reading the files has come, in words."""

from typing import NamedTuple

FEW_FILES = 20
"""New files from which on the pace can be told."""


class ScanProgress(NamedTuple):
    """How many files are done, of how many; how many were known before; seconds since the beginning."""

    done: int = 0
    total: int = 0
    known: int = 0
    seconds: float = 0.0

    @property
    def line(self) -> str:
        """In words, with the pace and the time left once they can be told."""
        text = f"{self.done} of {self.total} files read"
        new = self.done - self.known
        if new < FEW_FILES or self.seconds < 1:
            return text
        pace = new / self.seconds
        left = (self.total - self.done) / pace
        told = f"{left / 60:.0f} min" if left >= 90 else f"{left:.0f} s"
        return f"{text} · {pace:.0f} a second · {told} left"
