from collections.abc import Iterator

import pytest

from tests.terminal.pseudo import PseudoTerminal


@pytest.fixture
def terminals() -> Iterator[list[PseudoTerminal]]:
    """Those that a test opens; they are closed at its end."""
    opened: list[PseudoTerminal] = []
    yield opened
    for terminal in opened:
        terminal.close()
