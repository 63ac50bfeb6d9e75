"""A line that stands several times on a page is a promo, whatever it says; of two equal ones the first may stay.

A heading that a table of contents names too is one of the story's own, and only its entry goes: a link above a heading
in the markup, or one of several lines that stand again below in the same order with what is told between them. Short
lines are left to the other rules: a name on a line of its own may be said twice in an interview. A page whose text is
mostly repeated is an article pasted several times, of which one copy stays.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate

from storyreader.cleaning.draft import Block, Draft

_HEADINGS = frozenset({"h2", "h3", "h4"})
_LINKED, _UNLINKED = 0.8, 0.2
"""Share of characters inside links: an entry has more, a heading, with the sign that points to itself, less."""
_ENTRIES, _LIKELY = 3, 0.5
"""Lines of a table of contents in a dump, and the probability of a paragraph that is told below one of its headings."""
_LEAST_WORDS = 4
_MANY = 3
"""Copies from which a line is no text, wherever it stands."""


def apply(draft: Draft) -> None:
    """Judge repeated lines of four words or more."""
    places: dict[tuple[str, ...], list[Block]] = defaultdict(list)
    for block in draft.blocks:
        if block.shape.words >= _LEAST_WORDS:
            places[block.shape.tokens].append(block)
    groups = [same for same in places.values() if len(same) > 1]
    copies = _pasted_often(draft, groups)
    contents = _contents(draft.blocks)
    for same in groups:
        shape = same[0].shape
        if shape.tokens in contents or _is_listed_heading(same):
            same[0].decide("repeated line")
            continue
        told = shape.prose or (copies and shape.closes)
        if shape.has_email or not told or (len(same) >= _MANY and not copies):
            for block in same:
                block.decide("promo" if shape.has_email else "repeated line")
        else:
            best = same[0] if copies else max(same, key=lambda block: block.score)
            for block in same:
                if block is not best:
                    block.decide("teaser repeat")


def _is_listed_heading(same: list[Block]) -> bool:
    """Whether a line is a link above and a heading below."""
    if len(same) != 2 or same[0].structure is None or same[1].structure is None:
        return False
    entry, heading = same[0].structure, same[1].structure
    return (
        heading.tag in _HEADINGS and heading.links < _UNLINKED and entry.tag not in _HEADINGS and entry.links > _LINKED
    )


def _contents(blocks: Sequence[Block]) -> set[tuple[str, ...]]:
    """The words of the lines of tables of contents."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, block in enumerate(blocks):
        places[block.shape.tokens].append(number)
    told = [0, *accumulate(block.shape.prose and block.score >= _LIKELY for block in blocks)]
    found: set[tuple[str, ...]] = set()
    run: list[int] = []
    for number, block in enumerate(blocks):
        below = places[block.shape.tokens]
        if block.shape.prose or len(below) != 2 or below[0] != number:
            run = []
            continue
        if run and told[below[1]] <= told[run[-1]]:
            run = []
        run.append(below[1])
        if len(run) >= _ENTRIES and run[0] > number:
            found.update(blocks[entry].shape.tokens for entry in run)
    return found


def _pasted_often(draft: Draft, groups: list[list[Block]]) -> bool:
    """Whether most of the page's text, each line counted once, stands on it several times."""
    text = sum(block.shape.words for block in draft.blocks if block.shape.prose)
    again = sum(same[0].shape.words for same in groups if same[0].shape.prose)
    extra = sum(same[0].shape.words * (len(same) - 1) for same in groups if same[0].shape.prose)
    return 2 * again > text - extra
