"""The comparison as its reader sees it: what the engine found with the reader's own corrections of links on top."""

from storyreader.comparison import Comparison
from storyreader.saving.model import Amendment, SavedComparison, living


def told_amendments(saved: SavedComparison) -> list[Amendment]:
    """The corrections that hold, oldest first: not deleted, and their sentences are still there on both sides."""
    return [item for item in living(saved.amendments) if not item.lost and item.target.left and item.target.right]


def amended_comparison(saved: SavedComparison) -> Comparison:
    """The stored comparison with the reader's corrections applied. Raises pydantic.ValidationError."""
    from storyreader.matching import amended

    found = saved.restored()
    told = [
        (item.kind, tuple(item.target.numbers("left")), tuple(item.target.numbers("right")))
        for item in told_amendments(saved)
    ]
    return amended(found, told) if told else found
