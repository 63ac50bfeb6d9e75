"""Below the heading of the comments nothing belongs to the article any more, however well it is written.

A heading counts only when most of the likely text stands above it: many pages link to their comments on top.
"""

import re
from itertools import accumulate

from storyreader.cleaning.candidates import EMBEDDED
from storyreader.cleaning.cues import CATEGORIES, START, WHOLE
from storyreader.cleaning.draft import Block, Draft

_COMMENT = CATEGORIES.index("comment")
_COUNTED = re.compile(
    r"^\W*(?:\d[\d.,]*|no|one|two)\s+(?:comments?|replies|responses|thoughts?|kommentare?|commentaires?|comentarios?|"
    r"commenti|comentários?|reacties|kommentarer|комментари\w*|коментар\w*|yorum|komentarz\w*|komentář\w*|تعليق\w*)\b",
    re.IGNORECASE,
)
_REACH = 300
"""Blocks below the heading that are looked at."""
_LEAST_ABOVE = 80.0
"""Words of likely body text above the heading."""
_POST = 5
"""Blocks above a count of replies in which the post stands that it belongs to."""
_POSTED = re.compile(
    r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)? ?[-–·•] ?(?:\d{1,2}\.? )?[^\W\d]{3,10}\.?,? (?:\d{1,2}, )?\d{4}", re.IGNORECASE
)
"""When a post was written, as services set it below: "14:22 - 9 Mar 2024"."""
_LONGEST = 14
"""Words of a heading."""


def apply(draft: Draft) -> None:
    """Judge everything below the comments' heading, if there is one."""
    if draft.clean:
        return
    mass = [block.shape.words * block.score if block.score >= 0.5 else 0.0 for block in draft.blocks]
    above = list(accumulate(mass, initial=0.0))
    for number, block in enumerate(draft.blocks):
        if (
            above[number] >= _LEAST_ABOVE
            and is_heading(block)
            and not _is_of_post(draft.blocks[max(0, number - _POST) : number])
            and _talk_follows(draft.blocks[number + 1 : number + 1 + _REACH])
        ):
            for other in draft.blocks[number:]:
                other.decide("comment")
            return


def is_heading(block: Block) -> bool:
    """Whether a block is a heading over comments: "5 comments", "Leave a reply"."""
    shape = block.shape
    if shape.words > _LONGEST or shape.closes:
        return False
    if _COUNTED.match(block.text):
        return True
    strength = shape.cues[_COMMENT]
    return (strength == WHOLE and shape.words >= 2) or (strength == START and shape.words >= 3)


def _is_of_post(above: list[Block]) -> bool:
    """Whether a post is shown right above, whose replies are counted: "Orn Ferry (@ornferry) 9 March 2024"."""
    return any(EMBEDDED.search(block.text) or _POSTED.match(block.text) for block in above)


def _talk_follows(blocks: list[Block]) -> bool:
    """Whether what follows speaks of itself and to others, or is no text at all: an article would go on telling."""
    prose = [block.shape for block in blocks if block.shape.prose][:12]
    if not prose:
        return True
    return sum(shape.address_share for shape in prose) / len(prose) >= _TALK


_TALK = 0.02
"""Mean share of words such as "I" and "you"."""
