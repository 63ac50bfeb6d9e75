"""The comparison as its reader sees it: what the engine found with the reader's own corrections of links on top."""

from dataclasses import replace

from storyreader import comparing
from storyreader.comparison import Comparison
from storyreader.saving.items import LinkCorrection, living
from storyreader.saving.model import SavedComparison


def standing_corrections(saved: SavedComparison) -> list[LinkCorrection]:
    """The corrections that hold, oldest first: not deleted, and with sentences that are there on both sides."""
    return [item for item in living(saved.link_corrections) if not item.orphaned and _stands(saved, item)]


def corrected_comparison(saved: SavedComparison) -> Comparison:
    """The stored comparison with the reader's corrections applied. Raises pydantic.ValidationError."""
    return with_link_corrections(saved.restored(), saved)


def with_link_corrections(found: Comparison, saved: SavedComparison) -> Comparison:
    """A comparison of the same articles with the corrections of a saved one applied."""
    names = found.names
    told = [
        (item.kind, tuple(item.target.numbers(names["left"])), tuple(item.target.numbers(names["right"])))
        for item in standing_corrections(saved)
    ]
    return _counted(comparing.apply_link_corrections(found, told)) if told else found


def _counted(comparison: Comparison) -> Comparison:
    """The comparison with the shares of sentences that have a partner as they are now."""
    shares = [
        1 - len(alone) / len(article.sentences) if article.sentences else 0.0
        for article, alone in (
            (comparison.left, comparison.only_left),
            (comparison.right, comparison.only_right),
        )
    ]
    return replace(comparison, summary=replace(comparison.summary, coverage_left=shares[0], coverage_right=shares[1]))


def _stands(saved: SavedComparison, item: LinkCorrection) -> bool:
    for side, name in saved.names.items():
        numbers, sentences = item.target.numbers(name), saved.comparison[side]["sentences"]
        if not numbers or not all(0 <= number < len(sentences) for number in numbers):
            return False
    return True
