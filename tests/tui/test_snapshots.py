"""How the screens look on invented pages, kept as pictures: `pytest --snapshot-update tests/tui/test_snapshots.py
tests/widgets/test_snapshots.py` renews them after a wanted change; look at each before it is committed.
"""

from pathlib import Path
from typing import Any

import pytest

from storyreader.settings import Settings
from tests.tui.pictured import keep_two, pictured, reached
from tui.app import StoryReader

pytestmark = pytest.mark.no_cover

__all__ = ["pictured"]

SMALL, LARGE, WIDEST = (80, 24), (120, 40), (160, 48)
SETTINGS = Settings(author="Ina")
PAIR = ("space", "j", "space", "c")
"""Marks the two accounts of the ferry in the order of the list, and compares them."""

WAYS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "library": ((), ("Ferry to Skarholm runs aground in fog", "ran aground at dawn")),
    "raw-page": (("enter", "R"), ("kept", "© 2026")),
    "about": (("i",), ("NUMBERS",)),
    "in-short": ((*PAIR, "n"), ("forty | fifty people", "[1: in short]")),
    "comparison": ((*PAIR, "2", "n"), ("forty people", "fifty people")),
    "whole-texts": ((*PAIR, "2", "v"), ("The ferry company could not be reached", "A tug from Orrin")),
    "facts": ((*PAIR, "3"), ("forty people", "[3: facts]")),
    "who": ((*PAIR, "4"), ("Ada Voss", "[4: who]")),
    "board": (("b", "n"), ("forty people", "CLAIM")),
    "note-sheet": ((*PAIR, "2", "n", "a", "W", "h", "o", "question_mark"), ("Note on row", "Who?")),
    "help-library": (("question_mark",), ("Here",)),
    "help-comparison": ((*PAIR, "question_mark"), ("Here",)),
    "saved": (("B",), ("Bridge shut after crack", "1 note")),
    "all-notes": (("B", "2"), ("Which engineers?",)),
}
IN_SMALL = ("library", "in-short", "comparison", "facts", "who", "board", "note-sheet", "help-comparison",
            "saved", "all-notes")  # fmt: skip
IN_LARGE = (
    "library",
    "raw-page",
    "about",
    "in-short",
    "comparison",
    "whole-texts",
    "facts",
    "who",
    "board",
    "note-sheet",
    "help-library",
)
"""At 80 columns a comparison is stacked, at 120 its sides stand side by side, at 160 with the guide beside them."""
PICTURES = [
    *(pytest.param(name, SMALL, id=f"{name}-80x24") for name in IN_SMALL),
    *(pytest.param(name, LARGE, id=f"{name}-120x40") for name in IN_LARGE),
    pytest.param("comparison", WIDEST, id="comparison-160x48"),
]


@pytest.mark.parametrize(("name", "size"), PICTURES)
def test_a_screen_looks_as_before(snap_compare: Any, pictured: Path, name: str, size: tuple[int, int]) -> None:
    keep_two()
    keys, shows = WAYS[name]
    app = StoryReader([pictured], SETTINGS)
    assert snap_compare(app, terminal_size=size, run_before=reached(*keys, shows=shows))
