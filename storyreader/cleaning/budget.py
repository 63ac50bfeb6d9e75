"""How much one page may cost: how much of it is read, how long that may take, and what was done without for it.

The largest of 1,408 pages that were measured has 6,749 elements, 2,266 lines as text and 86,557 characters of text, and
takes 1.2 s of a processor. What is far beyond is no article, or was made to keep the machine busy.
"""

import time
from collections.abc import Callable

from storyreader.article import Simplification
from storyreader.cleaning.markup import beginning_of
from storyreader.loading import MOST_CHARACTERS

SECONDS = 10.0
"""Processor time after which a page is read more simply."""
MOST_LINES = 20_000
"""Lines of a text page that are read."""


class Budget:
    """The budget of one page. `left_out` is what it was too small for, in the order in which that was noticed.

    `clock` gives seconds; by default those for which the processor worked in this thread, so that a busy machine
    changes no result.
    """

    def __init__(self, seconds: float = SECONDS, clock: Callable[[], float] = time.thread_time) -> None:
        self._clock = clock
        self._end = clock() + seconds
        self.left_out: list[Simplification] = []

    @property
    def spent(self) -> bool:
        """Whether the time is over."""
        return self._clock() > self._end

    def leave_out(self, what: Simplification) -> None:
        """Note that something is done without."""
        if what not in self.left_out:
            self.left_out.append(what)

    def allows(self, what: Simplification) -> bool:
        """Whether there is time left for something; without it that is noted as left out."""
        if self.spent:
            self.leave_out(what)
            return False
        return True

    def markup(self, text: str) -> str:
        """As much of a page's markup as is read."""
        read = beginning_of(text)
        if len(read) < len(text):
            self.leave_out("end")
        return read

    def lines(self, text: str) -> str:
        """As much of a text page as is read; its last line may be cut."""
        lines = text[:MOST_CHARACTERS].split("\n", MOST_LINES)
        read = "\n".join(lines[:MOST_LINES])
        if text[len(read) :].strip():
            self.leave_out("end")
        return read
